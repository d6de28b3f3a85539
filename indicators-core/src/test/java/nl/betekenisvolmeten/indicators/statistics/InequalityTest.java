package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Quantile groups, indices of inequality, and the slope index. */
class InequalityTest {

    private static final NotDefined TOO_FEW = NotDefined.TOO_FEW_VALUES;
    private static final NotDefined ZERO = NotDefined.ZERO_DENOMINATOR;
    private static final NotDefined UNBOUNDED = NotDefined.UNBOUNDED;

    /** 28 areas in 20 groups, rank 8: R's doubles say 5; in whole numbers it is 21 - 21 x 20 / 28 = 6. */
    @Test
    void groups_whereDoublesRoundWrongly_areExact() {
        double[] values = IntStream.rangeClosed(1, 28).asDoubleStream().toArray();
        assertThat(QuantileGroups.LOWEST_FIRST.of(values, 20).orElseThrow().get(7))
                .isEqualTo(6);
    }

    @Test
    void groups_misuse_isRefused() {
        assertRefused(() -> QuantileGroups.LOWEST_FIRST.of(new double[] {1, 2}, 0), "groups must be 1 or more: 0");
        assertRefused(
                () -> QuantileGroups.LOWEST_FIRST.of(new double[] {1, Double.NaN}, 2), "a figure must be finite: NaN");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static void assertValue(Statistic actual, double expected) {
        Close.assertNear(actual.summary().orElseThrow().value(), expected, 1e-12, 1e-15);
    }

    /** 1 and 3 with weights 3 and 1, mean 1.5: by hand. */
    @Test
    void inequality_weights_countAsOften() {
        double[] values = {1, 3};
        double[] weights = {3, 1};
        assertValue(Inequality.GINI.estimate(values, weights), 0.25);
        assertValue(Inequality.THEIL_T.estimate(values, weights), 0.5 * Math.log(2 / 3.0) + 0.5 * Math.log(2));
        assertValue(Inequality.THEIL_L.estimate(values, weights), 0.75 * Math.log(1.5) + 0.25 * Math.log(0.5));
        assertValue(Inequality.COEFFICIENT_OF_VARIATION.estimate(values, weights), Math.sqrt(0.75) / 1.5);
    }

    @Test
    void inequality_nothingToDivide_isNotDefined() {
        for (Inequality index : Inequality.values()) {
            assertThat(index.estimate()).isEqualTo(TOO_FEW);
            assertThat(index.estimate(0, 0)).isEqualTo(ZERO);
        }
    }

    @Test
    void inequality_misuse_isRefused() {
        assertRefused(() -> Inequality.GINI.estimate(1, -1), "a figure must be finite and not negative: -1.0");
        assertRefused(() -> Inequality.GINI.estimate(1, Double.NaN), "a figure must be finite and not negative: NaN");
        assertRefused(
                () -> Inequality.GINI.estimate(new double[] {1, 2}, new double[] {1}),
                "lists must be of the same length: 2 and 1");
        assertRefused(
                () -> Inequality.GINI.estimate(new double[] {1, 2}, new double[] {1, 0}),
                "a weight must be finite and above 0: 0.0");
    }

    /** Two halves, all of it in the upper one: 2 x 0.5 x (2 - 1) x 0.75 + 2 x 0.5 x (0 - 1) x 0.25. */
    @Test
    void concentration_allAtOneEnd_isAsByHand() {
        assertValue(Concentration.estimate(new double[] {0, 5}, new double[] {1, 1}, new double[] {1, 2}), 0.5);
        assertValue(Concentration.estimate(new double[] {0, 5}, new double[] {1, 1}, new double[] {2, 1}), -0.5);
        assertValue(Concentration.estimate(new double[] {0, 5}, new double[] {1, 1}, new double[] {2, 2}), 0);
    }

    @Test
    void concentration_nothingToDivide_isNotDefined() {
        assertThat(Concentration.estimate(new double[0], new double[0], new double[0]))
                .isEqualTo(TOO_FEW);
        assertThat(Concentration.estimate(new double[] {0}, new double[] {1}, new double[] {1}))
                .isEqualTo(ZERO);
        assertThat(Concentration.dissimilarity(new long[] {0, 0}, new long[] {1, 2}))
                .isEqualTo(ZERO);
        assertThat(Concentration.dissimilarity(new long[] {1, 2}, new long[] {0, 0}))
                .isEqualTo(ZERO);
    }

    @Test
    void concentration_misuse_isRefused() {
        assertRefused(
                () -> Concentration.estimate(new double[] {1}, new double[] {1}, new double[] {1, 2}),
                "lists must be of the same length: 1 and 2");
        assertRefused(
                () -> Concentration.estimate(new double[] {1}, new double[] {1}, new double[] {Double.NaN}),
                "a ranking number must be finite: NaN");
        assertRefused(
                () -> Concentration.dissimilarity(new long[] {1}, new long[] {1, 2}),
                "lists must be of the same length: 1 and 2");
        assertRefused(
                () -> Concentration.dissimilarity(new long[] {1, -1}, new long[] {1, 2}),
                "a count must not be negative: -1");
    }

    /** 30, 20, 50 of 100 against 20, 60, 20 of 100: (10 + 40 + 30) / 200. */
    @Test
    void dissimilarity_example_isAsByHand() {
        assertValue(Concentration.dissimilarity(new long[] {30, 20, 50}, new long[] {20, 60, 20}), 0.4);
        assertValue(Concentration.dissimilarity(new long[] {3, 0}, new long[] {0, 7}), 1);
        assertValue(Concentration.dissimilarity(new long[] {3, 6}, new long[] {1, 2}), 0);
    }

    /** exp(1), exp(2), exp(3) in equal groups: the logarithm rises by 3 from end to end, around 2. */
    @Test
    void slopeIndex_log_runsThroughLogarithms() {
        double[] populations = {10, 10, 10};
        double[] values = DoubleStream.of(1, 2, 3).map(Math::exp).toArray();
        assertValue(SlopeIndex.LOG.relative(populations, values), Math.exp(3));
        assertValue(SlopeIndex.LOG.slope(populations, values), Math.exp(3.5) - Math.exp(0.5));
    }

    @Test
    void slopeIndex_oneGroup_isNotDefined() {
        double[] one = {5};
        assertThat(SlopeIndex.LINEAR.slope(one, one)).isEqualTo(TOO_FEW);
        assertThat(SlopeIndex.LINEAR.relative(one, one)).isEqualTo(TOO_FEW);
        assertThat(SlopeIndex.linear(one, one, one, Confidence.P95)).isEqualTo(TOO_FEW);
    }

    @Test
    void slopeIndex_lineThroughZero_hasNoRatio() {
        assertThat(SlopeIndex.LINEAR.relative(new double[] {1, 1}, new double[] {0, 1}))
                .isEqualTo(UNBOUNDED);
    }

    @Test
    void slopeIndex_misuse_isRefused() {
        double[] two = {1, 2};
        assertRefused(
                () -> SlopeIndex.LOG.slope(two, new double[] {0, 1}),
                "a figure is out of the range of a log line: 0.0");
        assertRefused(
                () -> SlopeIndex.LOGIT.slope(two, new double[] {0.5, 1}),
                "a figure is out of the range of a logit line: 1.0");
        assertRefused(
                () -> SlopeIndex.LINEAR.slope(new double[] {1, 0}, two),
                "a population must be finite and above 0: 0.0");
        assertRefused(
                () -> SlopeIndex.LINEAR.slope(two, new double[] {1}), "lists must be of the same length: 2 and 1");
        assertRefused(
                () -> SlopeIndex.linear(two, two, new double[] {1, -1}, Confidence.P95),
                "a standard error must be finite and not negative: -1.0");
    }

    @Test
    void codes_all_areStable() {
        assertThat(Arrays.stream(Inequality.values()).map(Inequality::code))
                .containsExactly("gini", "theil-t", "theil-l", "coefficient-of-variation");
        assertThat(Arrays.stream(QuantileGroups.values()).map(QuantileGroups::code))
                .containsExactly("highest-first", "lowest-first");
        assertThat(Arrays.stream(SlopeIndex.values()).map(SlopeIndex::code)).containsExactly("linear", "log", "logit");
    }
}
