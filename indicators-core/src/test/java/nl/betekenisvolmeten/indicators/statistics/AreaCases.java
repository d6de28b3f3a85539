package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Summary;

/** Checks the reference cases of associations, quantiles and inequality. */
final class AreaCases {

    static final Map<String, Consumer<ReferenceCase>> CHECKERS = Map.of(
            "correlation_trend.json", AreaCases::correlation,
            "quantile_groups.json", AreaCases::groups,
            "sample_quantiles.json", AreaCases::quantiles,
            "inequality.json", AreaCases::inequality,
            "sii.json", AreaCases::slopeIndex);

    private static final NotDefined UNBOUNDED = NotDefined.UNBOUNDED;
    private static final int REPETITIONS = 100_000;

    private AreaCases() {}

    private static void near(double actual, ReferenceCase one, String key, double relative, double absolute) {
        if (!one.out().isMissing(key)) {
            Close.assertNear(actual, one.out().number(key), relative, absolute);
        }
    }

    private static double p(Statistic test) {
        return test.testResult().orElseThrow().pValue().value();
    }

    private static void correlation(ReferenceCase one) {
        double[] x = one.in().numbers("x");
        double[] y = one.in().numbers("y");
        kendall(one, x, y);
        spearman(one, x, y);
        PearsonCorrelation.estimate(x, y, Confidence.P95).effect().ifPresent(made -> {
            near(made.value(), one, "pearson_r", 1e-10, 1e-12);
            near(made.interval().lower(), one, "pearson_lower_95", 1e-10, 1e-12);
            near(made.interval().upper(), one, "pearson_upper_95", 1e-10, 1e-12);
        });
        near(p(PearsonCorrelation.test(x, y)), one, "pearson_p", 1e-10, 1e-300);
    }

    private static void kendall(ReferenceCase one, double[] x, double[] y) {
        RankCorrelation method = RankCorrelation.KENDALL;
        Pairs pairs = Pairs.of(x, y);
        double error = Math.sqrt(pairs.scoreVariance());
        double score = pairs.score();
        near(pairs.tau(), one, "kendall_tau_b", 1e-10, 1e-12);
        near(score / error, one, "kendall_z", 1e-10, 1e-12);
        near(Math.signum(score) * (Math.abs(score) - 1) / error, one, "kendall_z_continuity", 1e-10, 1e-12);
        near(p(method.approximateTest(x, y, ChiSquareTest.Continuity.NONE)), one, "kendall_p_normal", 1e-10, 0);
        near(
                p(method.approximateTest(x, y, ChiSquareTest.Continuity.YATES)),
                one,
                "kendall_p_normal_continuity",
                1e-10,
                0);
        if (!one.out().isMissing("kendall_p_exact") && x.length <= RankDistributions.MOST_FOR_KENDALL) {
            // R takes 1 less the lower tail: good to 1e-15 absolute
            near(p(method.test(x, y)), one, "kendall_p_exact", 0, 1e-13);
        }
    }

    /**
     * R's continuity correction of Spearman's t is left out: it puts the correlation further from 0 where it is above, and
     * nearer where it is below. From 10 pairs on R's p-value is an approximation (Edgeworth), and ours that of t.
     */
    private static void spearman(ReferenceCase one, double[] x, double[] y) {
        RankCorrelation method = RankCorrelation.SPEARMAN;
        Pairs pairs = Pairs.of(x, y);
        near(pairs.rankCorrelation(), one, "spearman_rho", 1e-10, 1e-12);
        if (!pairs.hasTies()) {
            near(pairs.squaredRankDistance(), one, "spearman_S", 1e-10, 1e-9);
        }
        near(p(method.approximateTest(x, y, ChiSquareTest.Continuity.NONE)), one, "spearman_p_t", 1e-10, 1e-300);
        if (!one.out().isMissing("spearman_p_exact")) {
            near(p(method.test(x, y)), one, "spearman_p_exact", 1e-10, 0);
        }
        near(p(method.test(x, y)), one, "spearman_p_edgeworth", 0, 1e-3);
    }

    private static void groups(ReferenceCase one) {
        List<?> values = one.in().list("values");
        double[] present = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(value -> (Double) value)
                .toArray();
        QuantileGroups order =
                one.in().yes("highest_value_in_group_1") ? QuantileGroups.HIGHEST_FIRST : QuantileGroups.LOWEST_FIRST;
        List<?> expected = one.out().list("group");
        var actual = order.of(present, (int) one.in().whole("groups"));
        if (expected.stream().allMatch(Objects::isNull)) {
            assertThat(actual).isEmpty();
            return;
        }
        // with 14, 18 and 20 groups doubles now and then round a group wrongly in R; ours are whole numbers
        assertThat(actual.orElseThrow().stream().map(Integer::doubleValue).toList())
                .isEqualTo(expected.stream().filter(Objects::nonNull).toList());
        assertThat(IntStream.range(0, values.size()).filter(i -> values.get(i) == null))
                .allMatch(i -> expected.get(i) == null);
    }

    private static void quantiles(ReferenceCase one) {
        double[] values = one.in().numbers("values");
        for (SampleQuantile type : SampleQuantile.values()) {
            Statistic actual = type.estimate(values, one.in().number("probability"));
            String key = type.code().replace("-", "");
            Close.assertValue(actual, one.out().number(key), 1e-10);
        }
    }

    private static void inequality(ReferenceCase one) {
        double[] values = one.in().numbers("values");
        double[] weights = one.in().numbers("weights");
        assertValue(Inequality.GINI.estimate(values), one, "gini_unweighted");
        assertValue(Inequality.sampleGini(values), one, "gini_unweighted_small_sample");
        assertValue(Inequality.GINI.estimate(values, weights), one, "gini_weighted");
        assertValue(Inequality.THEIL_T.estimate(values, weights), one, "theil_T_weighted");
        assertValue(Inequality.THEIL_L.estimate(values, weights), one, "theil_L_weighted");
        assertValue(
                Inequality.COEFFICIENT_OF_VARIATION.estimate(values, weights),
                one,
                "coefficient_of_variation_weighted_population");
        assertValue(Inequality.extremes(values), one, "max_min_ratio");
    }

    private static void assertValue(Statistic actual, ReferenceCase one, String key) {
        if (one.out().isMissing(key)) {
            assertThat(actual).isInstanceOf(NotDefined.class);
        } else if (Double.isInfinite(one.out().number(key))) {
            assertThat(actual).isEqualTo(UNBOUNDED);
        } else {
            Close.assertNear(actual.summary().orElseThrow().value(), one.out().number(key), 1e-12, 1e-14);
        }
    }

    private static SlopeIndex scale(ReferenceCase one) {
        return switch (one.in().text("value_type")) {
            case "rate" -> SlopeIndex.LOG;
            case "proportion" -> SlopeIndex.LOGIT;
            default -> SlopeIndex.LINEAR;
        };
    }

    private static void slopeIndex(ReferenceCase one) {
        double[] populations = one.in().numbers("population");
        double[] values = one.in().numbers("value");
        double multiplier = one.in().number("multiplier");
        boolean transform = one.in().yes("transform");
        SlopeIndex line = transform ? scale(one) : SlopeIndex.LINEAR;
        double slope = line.slope(populations, values).summary().orElseThrow().value();
        double intercept =
                line.intercept(populations, values).summary().orElseThrow().value();
        near(multiplier * slope, one, "sii", 1e-10, 1e-12);
        // a line that passes 0 has no ratio here, and a negative one in R
        line.relative(populations, values)
                .summary()
                .map(Summary::value)
                .ifPresent(relative -> near(multiplier < 0 ? 1 / relative : relative, one, "rii", 1e-10, 0));
        near(transform ? Math.abs(multiplier) * intercept : intercept, one, "intercept", 1e-10, 0);
        double[] errors = errors(one);
        if (!one.out().isMissing("simulated_interval")) {
            SlopeIndex.Simulation simulation =
                    SlopeIndex.Simulation.of(line, scale(one), populations, values, errors, REPETITIONS, 20130901);
            simulated(one, simulation, multiplier);
        }
        if (line == SlopeIndex.LINEAR && scale(one) == SlopeIndex.LINEAR) {
            normal(one, populations, values, errors, multiplier);
        }
    }

    private static double[] errors(ReferenceCase one) {
        double[] lower = one.in().numbers("lower_95");
        double[] upper = one.in().numbers("upper_95");
        return IntStream.range(0, lower.length)
                .mapToDouble(i -> scale(one).standardError(Interval.of(lower[i], upper[i]), Confidence.P95))
                .toArray();
    }

    /** Two simulations of the same thing: within a few hundredths of the width, more far out. */
    private static void simulated(ReferenceCase one, SlopeIndex.Simulation simulation, double multiplier) {
        ReferenceCase.Part out = one.out().part("simulated_interval");
        for (Confidence level : Confidence.P95_AND_P998) {
            String suffix = level.equals(Confidence.P95) ? "_95" : "_998";
            Interval slope = simulation.slope(level).effect().orElseThrow().interval();
            double low = Math.min(multiplier * slope.lower(), multiplier * slope.upper());
            double high = Math.max(multiplier * slope.lower(), multiplier * slope.upper());
            double near = (level.equals(Confidence.P95) ? 0.02 : 0.06) * (high - low);
            assertRough(low, out, "sii_lower" + suffix, near);
            assertRough(high, out, "sii_upper" + suffix, near);
            simulation.relative(level).effect().map(Effect::interval).ifPresent(ratio -> {
                double lower = multiplier < 0 ? 1 / ratio.upper() : ratio.lower();
                double upper = multiplier < 0 ? 1 / ratio.lower() : ratio.upper();
                assertRough(lower, out, "rii_lower" + suffix, near / (high - low) * (upper - lower));
                assertRough(upper, out, "rii_upper" + suffix, near / (high - low) * (upper - lower));
            });
        }
    }

    private static void assertRough(double actual, ReferenceCase.Part out, String key, double near) {
        if (!out.isMissing(key)) {
            Close.assertNear(actual, out.number(key), 0, near);
        }
    }

    private static void normal(
            ReferenceCase one, double[] populations, double[] values, double[] errors, double multiplier) {
        if (one.out().isMissing("normal_interval")) {
            return;
        }
        ReferenceCase.Part out = one.out().part("normal_interval");
        for (Confidence level : Confidence.P95_AND_P998) {
            String suffix = level.equals(Confidence.P95) ? "_95" : "_998";
            Interval made = SlopeIndex.linear(populations, values, errors, level)
                    .effect()
                    .orElseThrow()
                    .interval();
            double[] limits = {multiplier * made.lower(), multiplier * made.upper()};
            // R's own normal deviate here is 1.959964, in the errors
            double width = 1e-7 * Math.abs(limits[1] - limits[0]);
            Close.assertNear(Math.min(limits[0], limits[1]), out.number("lower" + suffix), 0, width);
            Close.assertNear(Math.max(limits[0], limits[1]), out.number("upper" + suffix), 0, width);
        }
    }
}
