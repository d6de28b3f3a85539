package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import nl.betekenisvolmeten.indicators.statistics.Statistic.TestResult;
import org.junit.jupiter.api.Test;

/** Chi-square, Fisher, Mantel-Haenszel, t and trend tests. */
class GroupTestsTest {

    private static final NotDefined NO_VARIATION = NotDefined.NO_VARIATION;
    private static final NotDefined UNBOUNDED = NotDefined.UNBOUNDED;

    @Test
    void chiSquare_nothingToTest_isNotDefined() {
        CrossTable empty = CrossTable.of(new long[] {0, 0}, new long[] {3, 4});
        assertThat(ChiSquareTest.independence(empty, ChiSquareTest.Continuity.NONE))
                .isEqualTo(NO_VARIATION);
        assertThat(ChiSquareTest.standardizedResiduals(empty)).allMatch(row -> row.equals(List.of(0.0, 0.0)));
        assertThat(ChiSquareTest.goodnessOfFit(new long[] {0, 0}, new double[] {1, 2}))
                .isEqualTo(NotDefined.ZERO_DENOMINATOR);
        assertThat(ChiSquareTest.proportion(0, 0, 0.5, ChiSquareTest.Continuity.NONE))
                .isEqualTo(NotDefined.ZERO_DENOMINATOR);
    }

    @Test
    void chiSquare_misuse_isRefused() {
        assertRefused(
                () -> CrossTable.of(new long[] {1, 2}),
                "a cross table must have two rows and two columns or more: [[1, 2]]");
        assertRefused(
                () -> CrossTable.of(new long[] {1, 2}, new long[] {1, 2, 3}),
                "the rows of a cross table must have the same length: [[1, 2], [1, 2, 3]]");
        assertRefused(() -> CrossTable.of(new long[] {1, 2}, new long[] {1, -2}), "a count must not be negative: -2");
        assertRefused(
                () -> CrossTable.ofGroups(new long[] {1, 2}, new long[] {1}),
                "lists must be of the same length: 2 and 1");
        assertRefused(
                () -> CrossTable.ofGroups(new long[] {1, 2}, new long[] {1, 1}),
                "a numerator must be part of its denominator: 2 of 1");
        assertRefused(
                () -> ChiSquareTest.goodnessOfFit(new long[] {1}, new double[] {1}), "counts must be 2 or more: 1");
        assertRefused(
                () -> ChiSquareTest.goodnessOfFit(new long[] {1, 2}, new double[] {1, 0}),
                "a share must be finite and above 0: 0.0");
        assertRefused(
                () -> ChiSquareTest.goodnessOfFit(new long[] {1, -2}, new double[] {1, 1}),
                "a count must not be negative: -2");
        assertRefused(
                () -> ChiSquareTest.proportion(1, 2, 1, ChiSquareTest.Continuity.NONE),
                "share must be above 0 and below 1: 1.0");
        assertRefused(
                () -> ChiSquareTest.proportion(3, 2, 0.5, ChiSquareTest.Continuity.NONE),
                "a numerator must be part of its denominator: 3 of 2");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void fisher_emptyRow_contradictsNothing() {
        CrossTable table = CrossTable.of(new long[] {0, 0}, new long[] {3, 4});
        assertThat(FisherExact.test(table).pValue()).isEqualTo(PValue.of(1));
        assertThat(FisherExact.oddsRatio(table, Confidence.P95))
                .isEqualTo(new Statistic.AtLeast(0, Confidence.P95, List.of(0.0, 0.0, 3.0, 4.0), "fisher-exact"));
    }

    @Test
    void fisher_misuse_isRefused() {
        assertRefused(
                () -> FisherExact.test(CrossTable.of(new long[] {1, 2, 3}, new long[] {1, 2, 3})),
                "not a table of two by two: [[1, 2, 3], [1, 2, 3]]");
        CrossTable large = CrossTable.of(new long[] {100_000, 100_000}, new long[] {100_000, 100_000});
        assertThatThrownBy(() -> FisherExact.test(large)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void mantelHaenszel_nothingToTest_isNotDefined() {
        CrossTable oneSided = CrossTable.of(new long[] {3, 0}, new long[] {4, 0});
        CrossTable single = CrossTable.of(new long[] {1, 0}, new long[] {0, 0});
        assertThat(MantelHaenszel.test(List.of(oneSided, single), ChiSquareTest.Continuity.NONE))
                .isEqualTo(NO_VARIATION);
        assertThat(MantelHaenszel.oddsRatio(List.of(oneSided, single), Confidence.P95))
                .isEqualTo(UNBOUNDED);
        assertThat(MantelHaenszel.test(List.of(), ChiSquareTest.Continuity.NONE))
                .isEqualTo(NO_VARIATION);
    }

    @Test
    void twoMeans_nothingToTest_isNotDefined() {
        Sample flat = Sample.ofValues(2, 2, 2);
        assertThat(TwoMeans.WELCH.test(flat, flat)).isEqualTo(NO_VARIATION);
        assertThat(TwoMeans.POOLED.estimate(flat, Sample.ofValues(3, 3), Confidence.P95))
                .isEqualTo(NO_VARIATION);
        assertThat(TwoMeans.WELCH.estimate(flat, Sample.ofValues(3), Confidence.P95))
                .isEqualTo(NotDefined.TOO_FEW_VALUES);
    }

    /** 10, 14, 25 events in equal exposures: (25 - 10)² / (49 x 2 / 3). */
    @Test
    void trend_countsInEqualExposures_isAsByHand() {
        TestResult actual = TrendTest.counts(new long[] {10, 14, 25}, new double[] {500, 500, 500}, 1, 2, 3)
                .testResult()
                .orElseThrow();
        Close.assertNear(actual.statistic(), 225 / (49 * 2 / 3.0), 1e-12, 0);
        assertThat(actual.degreesOfFreedom()).hasValue(1);
        assertThat(actual.method()).isEqualTo("poisson-trend");
    }

    @Test
    void trend_nothingToTest_isNotDefined() {
        assertThat(TrendTest.proportions(new long[] {0, 0}, new long[] {5, 6}, 1, 2))
                .isEqualTo(NO_VARIATION);
        assertThat(TrendTest.proportions(new long[] {5, 6}, new long[] {5, 6}, 1, 2))
                .isEqualTo(NO_VARIATION);
        assertThat(TrendTest.proportions(new long[] {0, 0}, new long[] {0, 0}, 1, 2))
                .isEqualTo(NO_VARIATION);
        assertThat(TrendTest.counts(new long[] {3, 4}, new double[] {5, 6}, 2, 2))
                .isEqualTo(NO_VARIATION);
    }

    @Test
    void trend_misuse_isRefused() {
        assertRefused(
                () -> TrendTest.proportions(new long[] {1, 2}, new long[] {5}, 1, 2),
                "lists must be of the same length: 2 and 1");
        assertRefused(
                () -> TrendTest.proportions(new long[] {1, 7}, new long[] {5, 6}, 1, 2),
                "a numerator must be part of its denominator: 7 of 6");
        assertRefused(
                () -> TrendTest.proportions(new long[] {1, 2}, new long[] {5, 6}, 1),
                "lists must be of the same length: 2 and 1");
        assertRefused(() -> TrendTest.proportions(new long[] {1}, new long[] {5}, 1), "groups must be 2 or more: 1");
        assertRefused(
                () -> TrendTest.proportions(new long[] {1, 2}, new long[] {5, 6}, 1, Double.NaN),
                "a score must be finite: NaN");
        assertRefused(
                () -> TrendTest.counts(new long[] {1, 2}, new double[] {5, 0}, 1, 2),
                "events must have an exposure: 2");
        assertRefused(
                () -> TrendTest.counts(new long[] {1, -2}, new double[] {5, 6}, 1, 2),
                "a count must not be negative: -2");
        assertRefused(
                () -> TrendTest.counts(new long[] {1, 2}, new double[] {5, -6}, 1, 2),
                "an exposure must be finite and not negative: -6.0");
    }
}
