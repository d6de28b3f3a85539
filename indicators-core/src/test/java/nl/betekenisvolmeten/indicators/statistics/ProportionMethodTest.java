package nl.betekenisvolmeten.indicators.statistics;

import static nl.betekenisvolmeten.indicators.statistics.ProportionMethod.CLOPPER_PEARSON;
import static nl.betekenisvolmeten.indicators.statistics.ProportionMethod.WILSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProportionMethodTest {

    /** R 4.5.0: binom.test gives 0.3085 for 0 of 10; Wilson's own limit there is z² / (n + z²). */
    @Test
    void estimate_wilsonAtZero_upperIsClosedForm() {
        double z2 = 1.959963984540054 * 1.959963984540054;
        Estimate none =
                WILSON.estimate(0, 10, Per.ONE, Confidence.P95).estimate().orElseThrow();
        Close.assertNear(none.interval().upper(), z2 / (10 + z2), 1e-14, 0);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 100", "10, 1000", "19436, 1", "7402, 100000", "1000000000, 100", "9007199254740993, 100"})
    void estimate_atTheEnds_exactlyZeroAndAll(long size, long multiplier) {
        Per per = Per.of(multiplier);
        Estimate none = WILSON.estimate(0, size, per, Confidence.P95).estimate().orElseThrow();
        Estimate all =
                WILSON.estimate(size, size, per, Confidence.P95).estimate().orElseThrow();
        assertThat(none.value()).isZero();
        assertThat(none.interval().lower()).isZero();
        assertThat(all.value()).isEqualTo((double) multiplier);
        assertThat(all.interval().upper()).isEqualTo((double) multiplier);
    }

    @Test
    void estimate_clopperPearsonAtTheEnds_exactlyZeroAndAll() {
        Estimate none = CLOPPER_PEARSON
                .estimate(0, 7, Per.HUNDRED, Confidence.P998)
                .estimate()
                .orElseThrow();
        Estimate all = CLOPPER_PEARSON
                .estimate(7, 7, Per.HUNDRED, Confidence.P998)
                .estimate()
                .orElseThrow();
        assertThat(none.interval().lower()).isZero();
        assertThat(all.interval().upper()).isEqualTo(100);
    }

    @Test
    void estimate_any_keepsItsParts() {
        Estimate estimate =
                WILSON.estimate(7, 40, Per.HUNDRED, Confidence.P998).estimate().orElseThrow();
        assertThat(estimate.numerator()).isEqualTo(7);
        assertThat(estimate.denominator()).isEqualTo(40);
        assertThat(estimate.per()).isEqualTo(Per.HUNDRED);
        assertThat(estimate.confidence()).isEqualTo(Confidence.P998);
        assertThat(estimate.method()).isEqualTo("wilson");
        assertThat(estimate.value()).isEqualTo(17.5);
    }

    @ParameterizedTest
    @EnumSource
    void estimate_emptyDenominator_isNotDefined(ProportionMethod method) {
        assertThat(method.estimate(0, 0, Per.HUNDRED, Confidence.P95)).isEqualTo(NotDefined.ZERO_DENOMINATOR);
    }

    @ParameterizedTest
    @CsvSource({"11, 10", "1, 0", "-1, 10", "1, -5", "-3, -2", "0, -1"})
    void estimate_notAPart_isRefused(long numerator, long denominator) {
        assertThatThrownBy(() -> WILSON.estimate(numerator, denominator, Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(numerator + " of " + denominator);
    }

    @Test
    void estimate_hugeDenominator_isRefusedByTheExactMethodOnly() {
        long huge = 3_000_000_000L;
        assertThatThrownBy(() -> CLOPPER_PEARSON.estimate(1, huge, Per.ONE, Confidence.P95))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("3.0E9");
        assertThat(WILSON.estimate(1, huge, Per.ONE, Confidence.P95).estimate()).isPresent();
    }

    /** mpmath 1.3.0, 40 digits: the formula, and the quantiles 0.025 and 0.975 of beta(x + 1/2, n - x + 1/2). */
    @ParameterizedTest
    @CsvSource({
        "AGRESTI_COULL, 7, 40, 0.084308257151482333, 0.32264578362675399",
        "AGRESTI_COULL, 15, 50, 0.19027070342347035, 0.43826833622987314",
        "AGRESTI_COULL, 1, 10, 0, 0.42596773739483221",
        "AGRESTI_COULL, 0, 10, 0, 0.32088730575054577",
        "JEFFREYS, 7, 40, 0.081853934080025034, 0.31317231261408188",
        "JEFFREYS, 15, 50, 0.18687713253565663, 0.43552790770183844",
        "JEFFREYS, 1, 10, 0.011011673763161136, 0.38131477106661639",
        "JEFFREYS, 0, 10, 0, 0.21719626750921057"
    })
    void estimate_example_agrees(ProportionMethod method, long x, long n, double lower, double upper) {
        Interval made = method.estimate(x, n, Per.ONE, Confidence.P95)
                .estimate()
                .orElseThrow()
                .interval();
        Close.assertNear(made.lower(), lower, 1e-12, 0);
        Close.assertNear(made.upper(), upper, 1e-12, 0);
    }

    @ParameterizedTest
    @EnumSource
    void estimate_noneOrAll_isExactlyZeroAndTheWhole(ProportionMethod method) {
        for (long size : new long[] {1, 2, 7, 3_000}) {
            Estimate none = method.estimate(0, size, Per.HUNDRED, Confidence.P998)
                    .estimate()
                    .orElseThrow();
            Estimate all = method.estimate(size, size, Per.HUNDRED, Confidence.P998)
                    .estimate()
                    .orElseThrow();
            assertThat(none.interval().lower()).isZero();
            assertThat(none.interval().upper()).isBetween(0.0, 100.0);
            assertThat(all.interval().upper()).isEqualTo(100);
        }
    }

    @Test
    void estimateAmounts_notWhole_isAllowedButNotMoreThanTheWhole() {
        assertThat(WILSON.estimateAmounts(2.5, 7.25, Per.ONE, Confidence.P95).estimate())
                .isPresent();
        assertThatThrownBy(() -> WILSON.estimateAmounts(7.5, 7.25, Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7.5 of 7.25");
        assertThatThrownBy(() -> WILSON.estimateAmounts(Double.NaN, 7.25, Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a numerator must be finite and not negative: NaN");
    }

    @Test
    void code_each_isStable() {
        assertThat(Stream.of(ProportionMethod.values()).map(ProportionMethod::code))
                .containsExactly("wilson", "wilson-corrected", "clopper-pearson", "agresti-coull", "jeffreys");
    }
}
