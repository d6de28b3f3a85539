package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import nl.betekenisvolmeten.indicators.statistics.Statistic.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Differences and ratios of two proportions or two rates. */
class TwoGroupsTest {

    /**
     * Newcombe 1998 (Statistics in Medicine 17:873-890), method 10, from its formula in Python 3.11.7: with l, u the Wilson
     * limits at z = 1.959963984540054, d - sqrt((p1-l1)**2 + (u2-p2)**2) and d + sqrt((u1-p1)**2 + (p2-l2)**2).
     */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.052431472402365065, 0.333872654036906",
        "9,  10, 3,  10, 0.17052272393450302, 0.8090179735354881",
        "6,  7,  2,  7,  0.0582279274823122, 0.8062496375242277",
        "5,  56, 0,  29, -0.03813714790353688, 0.19256001385511162",
        "0,  10, 0,  20, -0.16112515805281938, 0.2775327998628892",
        "0,  10, 0,  10, -0.2775327998628892, 0.2775327998628892",
        "10, 10, 0,  20, 0.6790860371419147, 1.0",
        "10, 10, 0,  10, 0.6075093504305242, 1.0"
    })
    void newcombe_method10_agreesWithTheFormula(long x1, long n1, long x2, long n2, double lower, double upper) {
        Effect actual = difference(x1, n1, x2, n2, Per.ONE);
        Close.assertNear(actual.interval().lower(), lower, 0, 1e-12);
        Close.assertNear(actual.interval().upper(), upper, 0, 1e-12);
    }

    private static Effect difference(long x1, long n1, long x2, long n2, Per per) {
        return ProportionDifference.NEWCOMBE
                .estimate(x1, n1, x2, n2, per, Confidence.P95)
                .effect()
                .orElseThrow();
    }

    @Test
    void difference_any_keepsItsPartsAndUnit() {
        Effect actual = difference(56, 70, 48, 80, Per.HUNDRED);
        assertThat(actual.parts()).containsExactly(56.0, 70.0, 48.0, 80.0);
        assertThat(actual.per()).isEqualTo(Per.HUNDRED);
        assertThat(actual.method()).isEqualTo("newcombe");
        Close.assertNear(actual.value(), 20, 1e-12, 0);
    }

    @ParameterizedTest
    @EnumSource
    void difference_emptyGroup_isNotDefined(ProportionDifference method) {
        assertThat(method.estimate(0, 0, 3, 10, Per.ONE, Confidence.P95)).isEqualTo(NotDefined.ZERO_DENOMINATOR);
        assertThat(method.estimate(3, 10, 0, 0, Per.ONE, Confidence.P95)).isEqualTo(NotDefined.ZERO_DENOMINATOR);
    }

    @ParameterizedTest
    @CsvSource({
        "11, 10, 3, 10, a numerator must be part of its denominator: 11 of 10",
        "-1, 10, 3, 10, a numerator must be part of its denominator: -1 of 10",
        "3, 10, 11, 10, a numerator must be part of its denominator: 11 of 10",
        "3, 10, -1, 10, a numerator must be part of its denominator: -1 of 10"
    })
    void difference_misuse_isRefused(long x1, long n1, long x2, long n2, String message) {
        assertThatThrownBy(() -> difference(x1, n1, x2, n2, Per.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void rateRatio_nothingToDivideBy_isNotDefined() {
        // (p / (1 - p)) with p = 0.025^(1/3), which is what R's poisson.test(c(3, 0), c(10, 10)) gives
        assertThat(RateRatio.EXACT.estimate(3, 10, 0, 10, Confidence.P95))
                .isInstanceOfSatisfying(
                        Statistic.AtLeast.class,
                        made -> assertThat(made.lower()).isCloseTo(0.413231355, within(1e-9)));
        assertThat(RateRatio.EXACT.estimate(3, 0, 2, 10, Confidence.P95)).isEqualTo(NotDefined.ZERO_EXPOSURE);
        assertThat(RateRatio.EXACT.test(3, 5, 2, 0)).isEqualTo(NotDefined.ZERO_EXPOSURE);
    }

    @Test
    void rateRatio_noEventsAtAll_contradictNothing() {
        TestResult actual = RateRatio.EXACT.test(0, 10, 0, 20).testResult().orElseThrow();
        assertThat(actual.pValue()).isEqualTo(PValue.of(1));
        assertThat(actual.degreesOfFreedom()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 1, 1, a count must not be negative: -1",
        "1, -1, 1, 1, an exposure must be finite and not negative: -1.0",
        "1, 1, -1, 1, a count must not be negative: -1",
        "1, 1, 1, NaN, an exposure must be finite and not negative: NaN",
        "1, 1, 1, Infinity, an exposure must be finite and not negative: Infinity"
    })
    void rateRatio_misuse_isRefused(
            long count, double exposure, long otherCount, double otherExposure, String message) {
        assertThatThrownBy(() -> RateRatio.EXACT.estimate(count, exposure, otherCount, otherExposure, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> RateRatio.EXACT.test(count, exposure, otherCount, otherExposure))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void rateRatio_tooManyEvents_isRefused() {
        assertThatThrownBy(() -> RateRatio.EXACT.test(600_000_000, 1, 600_000_000, 1))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void code_each_isStable() {
        assertThat(Stream.of(ProportionDifference.values()).map(ProportionDifference::code))
                .containsExactly("newcombe", "wald", "wald-corrected");
        assertThat(RateRatio.EXACT.code()).isEqualTo("exact-conditional");
    }
}
