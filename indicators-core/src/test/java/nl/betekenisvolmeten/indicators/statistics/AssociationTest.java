package nl.betekenisvolmeten.indicators.statistics;

import static nl.betekenisvolmeten.indicators.statistics.RankCorrelation.KENDALL;
import static nl.betekenisvolmeten.indicators.statistics.RankCorrelation.SPEARMAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rank correlations and slopes over time. */
class AssociationTest {

    private static final NotDefined TOO_FEW = NotDefined.of(NotDefined.Reason.TOO_FEW_VALUES);
    private static final NotDefined NO_VARIATION = NotDefined.of(NotDefined.Reason.NO_VARIATION);
    private static final double[] YEARS = {2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022};
    private static final double[] FIGURES = {12.1, 12.9, 12.4, 14.0, 13.1, 15.2, 14.9, 30.0};

    static Stream<ReferenceTable.Row> correlationCases() {
        return ReferenceTable.read("correlation.csv");
    }

    static Stream<ReferenceTable.Row> weightedCases() {
        return ReferenceTable.read("weighted-trend.csv");
    }

    @ParameterizedTest
    @MethodSource("correlationCases")
    void kendall_referenceCase_agreesWithR(ReferenceTable.Row row) {
        double[] x = row.numbers("x");
        double[] y = row.numbers("y");
        Pairs pairs = Pairs.of(x, y);
        assertCorrelation(KENDALL, x, y, row.number("tau_b"));
        Close.assertNear(pairs.score() / Math.sqrt(pairs.scoreVariance()), row.number("z"), 1e-12, 0);
        Close.assertNear(KENDALL.approximate(pairs), row.number("kendall_normal"), 1e-10, 0);
        assertExact(KENDALL, "-normal", row, "kendall_exact");
    }

    @ParameterizedTest
    @MethodSource("correlationCases")
    void spearman_referenceCase_agreesWithR(ReferenceTable.Row row) {
        double[] x = row.numbers("x");
        double[] y = row.numbers("y");
        assertCorrelation(SPEARMAN, x, y, row.number("rho"));
        Close.assertNear(SPEARMAN.approximate(Pairs.of(x, y)), row.number("spearman_t"), 1e-10, 0);
        assertExact(SPEARMAN, "-t", row, "spearman_exact");
    }

    private static void assertCorrelation(RankCorrelation method, double[] x, double[] y, double expected) {
        Summary actual = method.estimate(x, y).summary().orElseThrow();
        Close.assertNear(actual.value(), expected, 1e-12, 1e-15);
        assertThat(actual.count()).isEqualTo(x.length);
        assertThat(method.test(x, y).testResult().orElseThrow().statistic()).isEqualTo(actual.value());
    }

    private static void assertExact(RankCorrelation method, String otherwise, ReferenceTable.Row row, String column) {
        TestResult actual =
                method.test(row.numbers("x"), row.numbers("y")).testResult().orElseThrow();
        if (row.text(column).equals("-")) {
            assertThat(actual.method()).isEqualTo(method.code() + otherwise);
        } else {
            assertThat(actual.method()).isEqualTo(method.code() + "-exact");
            Close.assertNear(actual.pValue().value(), row.number(column), 0, 1e-13);
        }
    }

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
        assertRefused(() -> method.estimate(new double[] {1, 2, 3}, new double[] {1, 2}));
        assertRefused(() -> method.test(new double[] {1, 2, Double.NaN}, new double[] {1, 2, 3}));
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
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

    @ParameterizedTest
    @MethodSource("weightedCases")
    void weighted_referenceCase_agreesWithR(ReferenceTable.Row row) {
        double[] times = row.numbers("times");
        double[] values = row.numbers("values");
        double[] errors = row.numbers("errors");
        Effect actual = TrendSlope.weighted(times, values, errors, Confidence.P998)
                .effect()
                .orElseThrow();
        Close.assertNear(actual.value(), row.number("slope"), 1e-9, 0);
        double half = Confidence.P998.z() * Math.sqrt(row.number("variance"));
        Close.assertNear(actual.interval().upper(), row.number("slope") + half, 1e-9, 0);
        Close.assertNear(actual.interval().lower(), row.number("slope") - half, 1e-9, 1e-9);
        Close.assertTest(TrendSlope.weightedTest(times, values, errors), row, 1e-9);
    }

    @Test
    void weighted_nothingToDraw_isNotDefined() {
        double[] one = {1};
        double[] two = {1, 1};
        assertThat(TrendSlope.weightedTest(one, one, one)).isEqualTo(TOO_FEW);
        assertThat(TrendSlope.weightedTest(two, new double[] {3, 4}, two)).isEqualTo(NO_VARIATION);
        assertRefused(() -> TrendSlope.weightedTest(two, two, one));
        assertRefused(() -> TrendSlope.weightedTest(two, two, new double[] {1, 0}));
    }
}
