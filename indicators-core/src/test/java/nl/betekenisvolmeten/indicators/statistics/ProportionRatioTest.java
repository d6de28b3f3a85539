package nl.betekenisvolmeten.indicators.statistics;

import static nl.betekenisvolmeten.indicators.statistics.ProportionRatio.KATZ;
import static nl.betekenisvolmeten.indicators.statistics.ProportionRatio.KOOPMAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProportionRatioTest {

    private static final NotDefined UNBOUNDED = NotDefined.UNBOUNDED;

    private static void assertLimits(Statistic actual, double value, double lower, double upper) {
        Effect made = actual.effect().orElseThrow();
        Close.assertNear(made.value(), value, 1e-14, 0);
        Close.assertNear(made.interval().lower(), lower, 1e-12, 0);
        Close.assertNear(made.interval().upper(), upper, 1e-12, 0);
    }

    /** mpmath 1.3.0, 40 digits: the score equation solved for the second proportion, then chi-square = z² by halving. */
    @ParameterizedTest
    @CsvSource({
        "36, 40, 16, 80, 2.9395691922149939, 7.1522234348660296",
        "3, 12, 7, 15, 0.17299720988748648, 1.4784266795741878",
        "0, 20, 4, 25, 0, 1.0891014967524505",
        "10, 10, 10, 10, 0.72246720013711075, 1.3841458820694126",
        "120, 1000, 90, 950, 0.97917671468855431, 1.6397179744017388",
        "5, 5, 3, 9, 1.2947377222225983, 8.2929866824365499"
    })
    void koopman_example_agrees(long x1, long n1, long x2, long n2, double lower, double upper) {
        double value = x1 / (double) n1 / (x2 / (double) n2);
        assertLimits(KOOPMAN.estimate(x1, n1, x2, n2, Confidence.P95), value, lower, upper);
    }

    /** mpmath 1.3.0, 40 digits, from the formula. */
    @ParameterizedTest
    @CsvSource({
        "36, 40, 16, 80, 2.8685501986034841, 7.0593151933887878",
        "3, 12, 7, 15, 0.17489836342427514, 1.6408946904904794",
        "10, 10, 10, 10, 1, 1"
    })
    void katz_example_agrees(long x1, long n1, long x2, long n2, double lower, double upper) {
        double value = x1 / (double) n1 / (x2 / (double) n2);
        assertLimits(KATZ.estimate(x1, n1, x2, n2, Confidence.P95), value, lower, upper);
    }

    @Test
    void koopman_largeNumbersAndHighConfidence_isSolved() {
        Effect made = KOOPMAN.estimate(1_000_000, 2_000_000_000, 3, 1_000_000, Confidence.P998)
                .effect()
                .orElseThrow();
        assertThat(made.interval().lower()).isBetween(1.0, made.value());
        assertThat(made.interval().upper()).isGreaterThan(made.value());
    }

    @ParameterizedTest
    @EnumSource
    void estimate_nothingToCompareWith_isNotDefined(ProportionRatio method) {
        assertThat(method.estimate(0, 0, 1, 5, Confidence.P95)).isEqualTo(NotDefined.ZERO_DENOMINATOR);
        assertThat(KATZ.estimate(0, 5, 1, 5, Confidence.P95)).isEqualTo(UNBOUNDED);
        assertThat(KATZ.estimate(1, 5, 0, 5, Confidence.P95)).isEqualTo(UNBOUNDED);
        assertThatThrownBy(() -> method.estimate(3, 2, 1, 5, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a numerator must be part of its denominator: 3 of 2");
    }

    /** The inverse of the upper limit of the ratio the other way round. */
    @Test
    void estimate_nobodyInTheSecondGroup_keepsTheLowerLimit() {
        double upper = KOOPMAN.estimate(0, 5, 1, 2, Confidence.P95)
                .effect()
                .orElseThrow()
                .interval()
                .upper();
        assertThat(KOOPMAN.estimate(1, 2, 0, 5, Confidence.P95))
                .isInstanceOfSatisfying(Statistic.AtLeast.class, made -> {
                    assertThat(made.lower()).isCloseTo(1 / upper, withinPercentage(1e-9));
                    assertThat(made.parts()).containsExactly(1.0, 2.0, 0.0, 5.0);
                    assertThat(made.method()).isEqualTo("koopman");
                });
        assertThat(KOOPMAN.estimate(0, 2, 0, 5, Confidence.P95))
                .isInstanceOfSatisfying(
                        Statistic.AtLeast.class,
                        made -> assertThat(made.lower()).isZero());
    }

    @Test
    void code_each_isStable() {
        assertThat(Stream.of(ProportionRatio.values()).map(ProportionRatio::code))
                .containsExactly("koopman", "katz");
        assertThat(Stream.of(ExactTest.Alternative.values()).map(ExactTest.Alternative::code))
                .containsExactly("two-sided", "less", "greater");
    }
}
