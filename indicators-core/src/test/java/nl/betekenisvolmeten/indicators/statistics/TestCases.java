package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import nl.betekenisvolmeten.indicators.statistics.Statistic.TestResult;

/** Checks the reference cases of tests. */
final class TestCases {

    static final Map<String, Consumer<ReferenceCase>> CHECKERS = Map.ofEntries(
            Map.entry("binomial_exact_test.json", TestCases::binomial),
            Map.entry("poisson_exact_test.json", TestCases::poisson),
            Map.entry("prop_test_one.json", TestCases::oneProportion),
            Map.entry("prop_test_two.json", TestCases::twoProportions),
            Map.entry("prop_test_k.json", TestCases::severalProportions),
            Map.entry("prop_trend_test.json", TestCases::trend),
            Map.entry("weighted_trend.json", TestCases::weightedTrend),
            Map.entry("chisq_independence.json", TestCases::independence),
            Map.entry("chisq_goodness_of_fit.json", TestCases::fit),
            Map.entry("fisher_exact.json", TestCases::fisher),
            Map.entry("mantel_haenszel.json", TestCases::mantelHaenszel),
            Map.entry("p_adjust.json", TestCases::adjust),
            Map.entry("t_test_two.json", TestCases::twoMeans));

    private static final NotDefined NO_VARIATION = NotDefined.NO_VARIATION;
    private static final NotDefined UNBOUNDED = NotDefined.UNBOUNDED;

    private TestCases() {}

    private static ExactTest.Alternative alternative(ReferenceCase.Part in) {
        return switch (in.text("alternative")) {
            case "less" -> ExactTest.Alternative.LESS;
            case "greater" -> ExactTest.Alternative.GREATER;
            default -> ExactTest.Alternative.TWO_SIDED;
        };
    }

    private static void assertP(PValue actual, ReferenceCase one, String key) {
        Close.assertNear(actual.value(), one.out().number(key), 1e-10, 1e-300);
    }

    private static void binomial(ReferenceCase one) {
        ReferenceCase.Part in = one.in();
        assertP(ExactTest.binomial(in.whole("x"), in.whole("n"), in.number("p0"), alternative(in)), one, "p_value");
    }

    private static void poisson(ReferenceCase one) {
        ReferenceCase.Part in = one.in();
        double expected = in.number("exposure") * in.number("rate0");
        assertP(ExactTest.poisson(in.whole("count"), expected, alternative(in)), one, "p_value");
    }

    private static ChiSquareTest.Continuity continuity(ReferenceCase.Part in, String key) {
        return in.yes(key) ? ChiSquareTest.Continuity.YATES : ChiSquareTest.Continuity.NONE;
    }

    /**
     * R takes less than half a person off where the hypothesis is nearer than that, also in the interval; here an interval
     * doesn't depend on what it is compared with.
     */
    private static void oneProportion(ReferenceCase one) {
        ReferenceCase.Part in = one.in();
        long x = in.whole("x");
        long n = in.whole("n");
        ChiSquareTest.Continuity continuity = continuity(in, "continuity_correction");
        Close.assertTest(ChiSquareTest.proportion(x, n, in.number("p0"), continuity), one.out(), 1e-10);
        boolean corrected = continuity == ChiSquareTest.Continuity.YATES;
        if (corrected && Math.abs(x - n * in.number("p0")) < 0.5) {
            return;
        }
        ProportionMethod method = corrected ? ProportionMethod.WILSON_CORRECTED : ProportionMethod.WILSON;
        Interval made = method.estimate(x, n, Per.ONE, in.confidence())
                .estimate()
                .orElseThrow()
                .interval();
        Close.assertNear(made.lower(), one.out().number("lower"), 1e-10, 1e-12);
        Close.assertNear(made.upper(), one.out().number("upper"), 1e-10, 1e-12);
    }

    private static void twoProportions(ReferenceCase one) {
        ReferenceCase.Part in = one.in();
        ChiSquareTest.Continuity continuity = continuity(in, "continuity_correction");
        ProportionDifference method = continuity == ChiSquareTest.Continuity.YATES
                ? ProportionDifference.WALD_CORRECTED
                : ProportionDifference.WALD;
        Statistic difference = method.estimate(
                in.whole("x1"), in.whole("n1"), in.whole("x2"), in.whole("n2"), Per.ONE, in.confidence());
        Close.assertEffect(difference, one.out(), "difference", 1e-10);
        CrossTable table = CrossTable.ofGroups(
                new long[] {in.whole("x1"), in.whole("x2")}, new long[] {in.whole("n1"), in.whole("n2")});
        Statistic test = ChiSquareTest.independence(table, continuity);
        if (one.out().isMissing("statistic") || Double.isNaN(one.out().number("statistic"))) {
            assertThat(test).isEqualTo(NO_VARIATION);
        } else {
            Close.assertTest(test, one.out(), 1e-10);
        }
    }

    private static void severalProportions(ReferenceCase one) {
        CrossTable table = CrossTable.ofGroups(one.in().wholes("x"), one.in().wholes("n"));
        assertTestWithDf(ChiSquareTest.independence(table, ChiSquareTest.Continuity.NONE), one.out());
    }

    private static void assertTestWithDf(Statistic actual, ReferenceCase.Part out) {
        if (out.isMissing("statistic") || Double.isNaN(out.number("statistic"))) {
            assertThat(actual).isEqualTo(NO_VARIATION);
            return;
        }
        Close.assertTest(actual, out, 1e-10);
        assertThat(actual.testResult().orElseThrow().degreesOfFreedom()).hasValue(out.number("df"));
    }

    private static void trend(ReferenceCase one) {
        ReferenceCase.Part in = one.in();
        Statistic actual = TrendTest.proportions(in.wholes("x"), in.wholes("n"), in.numbers("scores"));
        if (one.out().isMissing("statistic") || Double.isNaN(one.out().number("statistic"))) {
            assertThat(actual).isEqualTo(NO_VARIATION);
        } else {
            Close.assertTest(actual, one.out(), 1e-9);
        }
    }

    private static void weightedTrend(ReferenceCase one) {
        double[] times = one.in().numbers("time");
        double[] values = one.in().numbers("value");
        double[] errors = one.in().numbers("standard_error");
        Effect slope = TrendSlope.weighted(times, values, errors, Confidence.P998)
                .effect()
                .orElseThrow();
        double half = Confidence.P998.z() * Math.sqrt(one.out().number("slope_variance"));
        Close.assertNear(slope.value(), one.out().number("slope"), 1e-9, 1e-12);
        Close.assertNear(slope.interval().upper() - slope.value(), half, 1e-9, 0);
        TestResult test =
                TrendSlope.weightedTest(times, values, errors).testResult().orElseThrow();
        Close.assertNear(test.statistic(), one.out().number("chi_square_1df"), 1e-9, 1e-12);
        Close.assertNear(test.pValue().value(), one.out().number("p_value"), 1e-9, 1e-300);
    }

    private static CrossTable table(List<?> rows) {
        return CrossTable.of(rows.stream()
                .map(row -> ((List<?>) row)
                        .stream()
                                .mapToLong(cell -> ((Double) Objects.requireNonNull(cell)).longValue())
                                .toArray())
                .toArray(long[][]::new));
    }

    private static double[] flat(List<?> rows) {
        return rows.stream()
                .flatMap(row -> ((List<?>) row).stream())
                .mapToDouble(cell -> (Double) Objects.requireNonNull(cell))
                .toArray();
    }

    private static void independence(ReferenceCase one) {
        CrossTable table = table(one.in().list("table"));
        assertTestWithDf(ChiSquareTest.independence(table, continuity(one.in(), "yates")), one.out());
        double[] residuals = ChiSquareTest.standardizedResiduals(table).stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        Close.assertAllNear(residuals, flat(one.out().list("standardized_residuals")), 1e-10, 1e-12);
        double[] expected = IntStream.range(0, residuals.length)
                .mapToDouble(i -> table.expected(i / table.width(), i % table.width()))
                .toArray();
        Close.assertAllNear(expected, flat(one.out().list("expected_counts")), 1e-12, 0);
    }

    private static void fit(ReferenceCase one) {
        assertTestWithDf(
                ChiSquareTest.goodnessOfFit(
                        one.in().wholes("observed"), one.in().numbers("probabilities")),
                one.out());
    }

    /** R's own odds ratio and limits stop at 1.2e-4 (of the ratio or of its inverse) and are not looked at. */
    private static void fisher(ReferenceCase one) {
        CrossTable table = table(one.in().list("table"));
        assertP(FisherExact.test(table).pValue(), one, "p_two_sided");
        assertP(FisherExact.test(table, ExactTest.Alternative.LESS).pValue(), one, "p_less");
        assertP(FisherExact.test(table, ExactTest.Alternative.GREATER).pValue(), one, "p_greater");
        Statistic odds = FisherExact.oddsRatio(table, one.in().confidence());
        if (Double.isInfinite(one.out().number("upper"))) {
            Close.assertAtLeast(odds, one.out(), 1e-9);
        } else {
            Close.assertEffect(odds, one.out(), "conditional_odds_ratio", 1e-9);
        }
    }

    private static void mantelHaenszel(ReferenceCase one) {
        List<CrossTable> strata = one.in().list("strata").stream()
                .map(stratum -> table((List<?>) stratum))
                .toList();
        ChiSquareTest.Continuity continuity = continuity(one.in(), "continuity_correction");
        Close.assertTest(MantelHaenszel.test(strata, continuity), one.out(), 1e-10);
        Statistic odds = MantelHaenszel.oddsRatio(strata, one.in().confidence());
        double expected = one.out().number("common_odds_ratio");
        if (expected > 0 && Double.isFinite(expected)) {
            Close.assertEffect(odds, one.out(), "common_odds_ratio", 1e-10);
        } else {
            assertThat(odds).isEqualTo(UNBOUNDED);
        }
    }

    /** A test that could not be done is left out by the caller, and stays missing. */
    private static void adjust(ReferenceCase one) {
        List<PValue> values = present(one.in().list("p"));
        Map<String, MultipleTesting> methods = Map.of(
                "benjamini_hochberg", MultipleTesting.BENJAMINI_HOCHBERG,
                "benjamini_yekutieli", MultipleTesting.BENJAMINI_YEKUTIELI,
                "holm", MultipleTesting.HOLM,
                "hochberg", MultipleTesting.HOCHBERG,
                "hommel", MultipleTesting.HOMMEL,
                "bonferroni", MultipleTesting.BONFERRONI);
        assertThat(one.out().members().keySet()).isSubsetOf(methods.keySet());
        one.out().members().forEach((name, expected) -> {
            List<PValue> adjusted = Objects.requireNonNull(methods.get(name)).adjust(values);
            Close.assertAllNear(numbers(adjusted), numbers(present((List<?>) expected)), 1e-10, 1e-12);
        });
    }

    private static List<PValue> present(List<?> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .map(value -> PValue.of((Double) value))
                .toList();
    }

    private static double[] numbers(List<PValue> values) {
        return values.stream().mapToDouble(PValue::value).toArray();
    }

    private static void twoMeans(ReferenceCase one) {
        TwoMeans method = one.in().yes("equal_variances") ? TwoMeans.POOLED : TwoMeans.WELCH;
        Sample first = Sample.ofValues(one.in().numbers("a"));
        Sample second = Sample.ofValues(one.in().numbers("b"));
        TestResult test = method.test(first, second).testResult().orElseThrow();
        Map<String, ToDoubleFunction<TestResult>> parts = Map.of(
                "t", TestResult::statistic,
                "df", result -> result.degreesOfFreedom().orElseThrow(),
                "p_value", result -> result.pValue().value());
        parts.forEach((key, part) ->
                Close.assertNear(part.applyAsDouble(test), one.out().number(key), 1e-10, 1e-12));
        Close.assertEffect(method.estimate(first, second, one.in().confidence()), one.out(), "difference", 1e-10);
    }
}
