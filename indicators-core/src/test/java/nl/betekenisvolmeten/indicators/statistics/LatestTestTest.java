package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LatestTestTest {

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static LatestTest rate(LatestTest.Variation variation, long... counts) {
        return LatestTest.rate(counts, ones(counts.length), variation).orElseThrow();
    }

    @Test
    void rate_byChance_isTheExactRatio() {
        LatestTest test = rate(LatestTest.Variation.CHANCE, 20, 22, 19, 60);
        double exact = RateRatio.EXACT
                .test(60, 1, 61, 3)
                .testResult()
                .orElseThrow()
                .pValue()
                .value();
        assertThat(test.pValue().value()).isEqualTo(exact);
        assertThat(test.dispersion()).isEmpty();
        assertThat(test.isHigh()).isTrue();
        Close.assertNear(test.expected(), 61 / 3.0, 1e-14, 0);
        Close.assertNear(test.strength(), -Math.log10(exact), 1e-14, 0);
    }

    @Test
    void rate_ofSeriesThatVaries_needsMoreToStandOut() {
        long[] counts = {10, 40, 12, 38, 11, 39, 60};
        LatestTest chance = rate(LatestTest.Variation.CHANCE, counts);
        LatestTest widened = rate(LatestTest.Variation.OVERDISPERSED, counts);
        assertThat(chance.pValue().value()).isLessThan(1e-6);
        assertThat(widened.pValue().value()).isGreaterThan(0.01);
        // Σ (x - 25)² / (25 × 5) of the six earlier counts: 225, 225, 169, 169, 196, 196
        Close.assertNear(widened.dispersion().orElseThrow(), 1180 / 125.0, 1e-14, 0);
        // t = (60 - 210 / 7) / √(9.44 × 210 × 6 / 49), on 5 degrees of freedom
        double t = 30 / Math.sqrt(1180 / 125.0 * 210 * 6 / 49);
        Close.assertNear(widened.pValue().value(), Tails.studentBeyond(t, 5), 1e-13, 0);
    }

    @Test
    void rate_ofSeriesThatHardlyVaries_isNotTrustedBeyondChance() {
        long[] counts = {100, 100, 101, 100, 110};
        assertThat(rate(LatestTest.Variation.OVERDISPERSED, counts).pValue())
                .isEqualTo(rate(LatestTest.Variation.CHANCE, counts).pValue());
        assertThat(rate(LatestTest.Variation.OVERDISPERSED, 5, 5, 5, 5).dispersion())
                .contains(0.0);
    }

    @Test
    void rate_withoutEarlierEvents_fallsBackOnChance() {
        LatestTest test = rate(LatestTest.Variation.OVERDISPERSED, 0, 0, 0, 9);
        assertThat(test.dispersion()).isEmpty();
        assertThat(test.pValue())
                .isEqualTo(rate(LatestTest.Variation.CHANCE, 0, 0, 0, 9).pValue());
    }

    @Test
    void rate_thatCannotBeTested_isEmpty() {
        assertThat(LatestTest.rate(new long[] {3, 4, 5}, ones(3), LatestTest.Variation.OVERDISPERSED))
                .isEmpty();
        assertThat(LatestTest.rate(new long[] {3, 4, 5}, new double[] {1, 1, 0}, LatestTest.Variation.CHANCE))
                .isEmpty();
        assertThat(LatestTest.rate(new long[] {0, 0}, ones(2), LatestTest.Variation.CHANCE))
                .isEmpty();
        assertThat(LatestTest.rate(new long[0], new double[0], LatestTest.Variation.CHANCE))
                .isEmpty();
        assertThat(LatestTest.rate(new long[] {1}, ones(1), LatestTest.Variation.CHANCE))
                .isEmpty();
        assertThatThrownBy(() -> LatestTest.rate(new long[] {-1, 2}, ones(2), LatestTest.Variation.CHANCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a count must not be negative: -1");
        assertThatThrownBy(() -> LatestTest.rate(new long[] {1}, ones(2), LatestTest.Variation.CHANCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lists must be of the same length: 1 and 2");
    }

    /** scipy 1.17.1: chi2_contingency([[45, 15], [93, 87]], correction=False), fisher_exact([[4, 6], [1, 19]]). */
    @Test
    void share_byChance_isChiSquareOrFisher() {
        long[] had = {30, 32, 31, 45};
        long[] of = {60, 60, 60, 60};
        assertThat(LatestTest.share(had, of, LatestTest.Variation.CHANCE)
                        .orElseThrow()
                        .pValue())
                .satisfies(p -> Close.assertNear(p.value(), 0.001543814367122564, 1e-14, 0));
        LatestTest few = LatestTest.share(new long[] {1, 0, 4}, new long[] {10, 10, 10}, LatestTest.Variation.CHANCE)
                .orElseThrow();
        Close.assertNear(few.pValue().value(), 0.031240789861479518, 1e-13, 0);
        Close.assertNear(few.expected(), 0.5, 1e-14, 0);
    }

    @Test
    void share_overdispersed_isWiderAndBetween() {
        long[] had = {10, 50, 12, 48, 58};
        long[] of = {60, 60, 60, 60, 60};
        LatestTest test =
                LatestTest.share(had, of, LatestTest.Variation.OVERDISPERSED).orElseThrow();
        // p = 1/2: Σ (x - 30)² / (15 × 3)
        Close.assertNear(test.dispersion().orElseThrow(), (400 + 400 + 324 + 324) / 45.0, 1e-14, 0);
        assertThat(test.pValue().value()).isGreaterThan(0.05);
        assertThat(LatestTest.share(new long[] {5, 5, 5, 5}, new long[] {5, 5, 5, 5}, LatestTest.Variation.CHANCE))
                .isEmpty();
        assertThatThrownBy(() -> LatestTest.share(new long[] {6}, new long[] {5}, LatestTest.Variation.CHANCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a numerator must be part of its denominator: 6 of 5");
    }

    @Test
    void number_isStudentsTOfOneMore() {
        // 8 beside 1, 2, 3: mean 2, s = 1, t = 6 / √(4 / 3) on 2 degrees of freedom, of which p = 1 - t / √(2 + t²)
        LatestTest test = LatestTest.number(1, 2, 3, 8).orElseThrow();
        double t = 6 / Math.sqrt(4 / 3.0);
        Close.assertNear(test.pValue().value(), 1 - t / Math.sqrt(2 + t * t), 1e-13, 0);
        assertThat(test.expected()).isEqualTo(2);
        assertThat(LatestTest.number(1, 2, 3)).isEmpty();
        assertThat(LatestTest.number(2, 2, 2, 8)).isEmpty();
        assertThatThrownBy(() -> LatestTest.number(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void strength_ofAPValueTooSmallToHold_isTheLargest() {
        LatestTest test = LatestTest.rate(new long[] {0, 100_000}, ones(2), LatestTest.Variation.CHANCE)
                .orElseThrow();
        assertThat(test.strength()).isEqualTo(300);
        assertThat(rate(LatestTest.Variation.CHANCE, 5, 5).strength()).isZero();
    }
}
