package nl.betekenisvolmeten.indicators.statistics;

import static nl.betekenisvolmeten.indicators.statistics.RateMethod.BYAR_EXACT;
import static nl.betekenisvolmeten.indicators.statistics.RateMethod.EXACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateMethodTest {

    @Test
    void estimate_aroundTheSwitch_exactAtNineAndByarAtTen() {
        assertThat(limits(BYAR_EXACT, 9)).isEqualTo(limits(EXACT, 9));
        assertThat(limits(BYAR_EXACT, 10)).isNotEqualTo(limits(EXACT, 10));
    }

    private static Interval limits(RateMethod method, long count) {
        return method.estimate(count, 100, Per.HUNDRED, Confidence.P95)
                .estimate()
                .orElseThrow()
                .interval();
    }

    @ParameterizedTest
    @EnumSource
    void estimate_noEvents_lowerIsExactlyZero(RateMethod method) {
        Estimate none = method.estimate(0, 2500, Per.THOUSAND, Confidence.P95)
                .estimate()
                .orElseThrow();
        assertThat(none.value()).isZero();
        assertThat(none.interval().lower()).isZero();
        assertThat(none.interval().upper()).isPositive();
    }

    @Test
    void estimate_byarAtTheHighestConfidence_lowerStaysAboveZero() {
        Estimate ten = BYAR_EXACT
                .estimate(10, 1, Per.ONE, Confidence.of(Confidence.MAX_LEVEL))
                .estimate()
                .orElseThrow();
        assertThat(ten.interval().lower()).isPositive();
    }

    @Test
    void estimate_moreEventsThanExposure_isAllowed() {
        Estimate many =
                BYAR_EXACT.estimate(30, 12, Per.ONE, Confidence.P95).estimate().orElseThrow();
        assertThat(many.value()).isEqualTo(2.5);
    }

    @Test
    void estimate_any_keepsItsParts() {
        Estimate estimate = BYAR_EXACT
                .estimate(15, 100_000, Per.HUNDRED_THOUSAND, Confidence.P95)
                .estimate()
                .orElseThrow();
        assertThat(estimate.numerator()).isEqualTo(15);
        assertThat(estimate.denominator()).isEqualTo(100_000);
        assertThat(estimate.value()).isEqualTo(15);
        assertThat(estimate.method()).isEqualTo("byar-exact");
        assertThat(estimate.per()).isEqualTo(Per.HUNDRED_THOUSAND);
        assertThat(estimate.confidence()).isEqualTo(Confidence.P95);
    }

    @ParameterizedTest
    @EnumSource
    void estimate_noExposure_isNotDefined(RateMethod method) {
        assertThat(method.estimate(3, 0, Per.THOUSAND, Confidence.P95)).isEqualTo(NotDefined.ZERO_EXPOSURE);
    }

    @Test
    void estimate_negativeCount_isRefused() {
        assertThatThrownBy(() -> EXACT.estimate(-1, 10, Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void estimate_exposureNotAnAmount_isRefused(double exposure) {
        assertThatThrownBy(() -> BYAR_EXACT.estimate(3, exposure, Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exposure")
                .hasMessageContaining(String.valueOf(exposure));
    }

    @Test
    void estimate_exposureNextToNothing_isRefusedRatherThanInfinite() {
        assertThatThrownBy(() -> BYAR_EXACT.estimate(3, Double.MIN_VALUE, Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Infinity");
    }

    @Test
    void estimate_hugeCount_isRefusedByTheExactMethodOnly() {
        long huge = 3_000_000_000L;
        assertThatThrownBy(() -> EXACT.estimate(huge, 1, Per.ONE, Confidence.P95))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("3.0E9");
        assertThat(BYAR_EXACT.estimate(huge, 1, Per.ONE, Confidence.P95).estimate())
                .isPresent();
    }

    @Test
    void code_each_isStable() {
        assertThat(Stream.of(RateMethod.values()).map(RateMethod::code)).containsExactly("byar-exact", "exact");
    }
}
