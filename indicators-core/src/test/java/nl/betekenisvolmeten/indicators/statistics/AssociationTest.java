package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import nl.betekenisvolmeten.indicators.statistics.Statistic.TestResult;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rank correlations and slopes over time. */
class AssociationTest {

    private static final NotDefined TOO_FEW = NotDefined.TOO_FEW_VALUES;
    private static final NotDefined NO_VARIATION = NotDefined.NO_VARIATION;
    private static final double[] YEARS = {2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022};
    private static final double[] FIGURES = {12.1, 12.9, 12.4, 14.0, 13.1, 15.2, 14.9, 30.0};

    @ParameterizedTest
    @EnumSource
    void correlation_nothingToCompare_isNotDefined(RankCorrelation method) {
        assertThat(method.estimate(new double[] {1, 2}, new double[] {1, 2})).isEqualTo(TOO_FEW);
        assertThat(method.test(new double[] {1, 2}, new double[] {1, 2})).isEqualTo(TOO_FEW);
        assertThat(method.estimate(new double[] {1, 2, 3}, new double[] {4, 4, 4}))
                .isEqualTo(NO_VARIATION);
        assertThat(method.test(new double[] {1, 1, 1}, new double[] {4, 5, 4})).isEqualTo(NO_VARIATION);
    }

    @ParameterizedTest
    @EnumSource
    void correlation_manyInTheSameOrder_isOneAndSure(RankCorrelation method) {
        double[] x = IntStream.range(0, 120).asDoubleStream().toArray();
        TestResult actual = method.test(x, x).testResult().orElseThrow();
        assertThat(actual.statistic()).isEqualTo(1);
        assertThat(actual.pValue().value()).isLessThan(1e-50);
    }

    @ParameterizedTest
    @EnumSource
    void correlation_misuse_isRefused(RankCorrelation method) {
        assertRefused(
                () -> method.estimate(new double[] {1, 2, 3}, new double[] {1, 2}),
                "lists must be of the same length: 3 and 2");
        assertRefused(
                () -> method.test(new double[] {1, 2, Double.NaN}, new double[] {1, 2, 3}),
                "a number must be finite: NaN");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** scipy 1.17.1: stats.theilslopes(values, times, confidence). */
    @ParameterizedTest
    @CsvSource({"0.95, 0.25, 2.85", "0.9, 0.3, 2.557142857142857"})
    void theilSen_example_agreesWithScipy(double level, double lower, double upper) {
        Effect actual = TrendSlope.theilSen(YEARS, FIGURES, Confidence.of(level))
                .effect()
                .orElseThrow();
        Close.assertNear(actual.value(), 0.6225, 1e-10, 0);
        Close.assertNear(actual.interval().lower(), lower, 1e-10, 0);
        Close.assertNear(actual.interval().upper(), upper, 1e-10, 0);
        assertThat(actual.parts()).containsExactly(8.0);
    }

    @Test
    void theilSen_nothingToDraw_isNotDefined() {
        assertThat(TrendSlope.theilSen(new double[] {1, 2}, new double[] {1, 2}, Confidence.P95))
                .isEqualTo(TOO_FEW);
        assertThat(TrendSlope.theilSen(new double[] {1, 1, 1}, new double[] {1, 2, 3}, Confidence.P95))
                .isEqualTo(NO_VARIATION);
        double[] many = new double[TrendSlope.MOST_POINTS + 1];
        assertThatThrownBy(() -> TrendSlope.theilSen(many, many, Confidence.P95))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void weighted_nothingToDraw_isNotDefined() {
        double[] one = {1};
        double[] two = {1, 1};
        assertThat(TrendSlope.weightedTest(one, one, one)).isEqualTo(TOO_FEW);
        assertThat(TrendSlope.weightedTest(two, new double[] {3, 4}, two)).isEqualTo(NO_VARIATION);
        assertRefused(() -> TrendSlope.weightedTest(two, two, one), "lists must be of the same length: 2 and 1");
        assertRefused(
                () -> TrendSlope.weightedTest(two, two, new double[] {1, 0}),
                "a standard error must be finite and above 0: 0.0");
    }

    @Test
    void pearson_nothingToCompare_isNotDefined() {
        double[] three = {1, 2, 3};
        assertThat(PearsonCorrelation.estimate(three, three, Confidence.P95)).isEqualTo(TOO_FEW);
        assertThat(PearsonCorrelation.test(new double[] {1, 2}, new double[] {1, 2}))
                .isEqualTo(TOO_FEW);
        assertThat(PearsonCorrelation.test(three, new double[] {4, 4, 4})).isEqualTo(NO_VARIATION);
        assertThat(PearsonCorrelation.estimate(new double[] {1, 2, 3, 4}, new double[] {4, 4, 4, 4}, Confidence.P95))
                .isEqualTo(NO_VARIATION);
        assertRefused(
                () -> PearsonCorrelation.test(three, new double[] {1, 2}), "lists must be of the same length: 3 and 2");
    }

    @Test
    void pearson_onALine_isOneWithHardlyAnyWidth() {
        double[] x = {1, 2, 3, 4};
        Effect made = PearsonCorrelation.estimate(x, new double[] {-2, -4, -6, -8}, Confidence.P95)
                .effect()
                .orElseThrow();
        Close.assertNear(made.value(), -1, 1e-12, 0);
        Close.assertNear(made.interval().lower(), -1, 1e-12, 0);
        Close.assertNear(made.interval().upper(), -1, 1e-12, 0);
        TestResult test = PearsonCorrelation.test(x, x).testResult().orElseThrow();
        assertThat(test.pValue().value()).isLessThan(1e-12);
    }

    @Test
    void approximateTest_methods_sayWhetherCorrected() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {2, 1, 4, 3, 5};
        assertThat(RankCorrelation.KENDALL
                        .approximateTest(x, y, ChiSquareTest.Continuity.YATES)
                        .testResult()
                        .orElseThrow()
                        .method())
                .isEqualTo("kendall-normal-yates");
        assertThat(RankCorrelation.SPEARMAN
                        .approximateTest(x, y, ChiSquareTest.Continuity.YATES)
                        .testResult()
                        .orElseThrow()
                        .method())
                .isEqualTo("spearman-t");
    }
}
