package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IndirectMethodTest {

    @Test
    void ratio_exact_usesTheExactLimits() {
        Estimate actual = IndirectMethod.EXACT
                .ratio(25, 20, Per.HUNDRED, Confidence.P95)
                .estimate()
                .orElseThrow();
        Estimate rate = RateMethod.EXACT
                .estimate(25, 20, Per.HUNDRED, Confidence.P95)
                .estimate()
                .orElseThrow();
        assertThat(actual.interval()).isEqualTo(rate.interval());
        assertThat(actual.value()).isEqualTo(125);
        assertThat(actual.denominator()).isEqualTo(20);
        assertThat(actual.method()).isEqualTo("indirect-exact");
    }

    @ParameterizedTest
    @EnumSource
    void ratio_nothingExpected_isNotDefined(IndirectMethod method) {
        double expected = IndirectMethod.Stratum.expected(List.of(IndirectMethod.Stratum.ofRate(0, 0.1)));
        assertThat(method.ratio(3, expected, Per.ONE, Confidence.P95)).isEqualTo(NotDefined.NOTHING_EXPECTED);
    }

    @ParameterizedTest
    @EnumSource
    void ratio_nothingObserved_lowerIsZero(IndirectMethod method) {
        Estimate none = method.ratio(0, 3.5, Per.ONE, Confidence.P95).estimate().orElseThrow();
        assertThat(none.value()).isZero();
        assertThat(none.interval().lower()).isZero();
        assertThat(none.interval().upper()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 5, 0.1, a count must not be negative: -1",
        "1, -5, 0.1, an expected number must be finite and not negative: -5.0",
        "1, NaN, 0.1, an expected number must be finite and not negative: NaN",
        "1, 5, 0, a reference rate must be above 0: 0.0",
        "1, 5, -0.1, a reference rate must be finite and not negative: -0.1",
        "1, 5, NaN, a reference rate must be finite and not negative: NaN"
    })
    void rate_misuse_isRefused(long observed, double expected, double referenceRate, String message) {
        assertThatThrownBy(() ->
                        IndirectMethod.BYAR_EXACT.rate(observed, expected, referenceRate, Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 5, 10, a population must be finite and not negative: -1.0",
        "NaN, 5, 10, a population must be finite and not negative: NaN",
        "1, -5, 10, a count must not be negative: -5",
        "1, 5, 0, a reference must have a population in each stratum: 0.0",
        "1, 5, -10, a reference population must be finite and not negative: -10.0"
    })
    void stratum_impossible_isRefused(double population, long count, double referencePopulation, String message) {
        assertThatThrownBy(() -> IndirectMethod.Stratum.of(population, count, referencePopulation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
