package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.Per;

/** Checks the reference cases of funnel plots. */
final class FunnelCases {

    static final Map<String, Consumer<ReferenceCase>> CHECKERS = Map.of(
            "funnel_limits_proportion.json", FunnelCases::proportion,
            "funnel_limits_rate.json", FunnelCases::rate,
            "funnel_limits_ratio.json", FunnelCases::ratio,
            "funnel_points.json", FunnelCases::points,
            "funnel_significance.json", FunnelCases::significance);

    private static final Map<String, FunnelClass> CLASSES = Map.of(
            "Low (0.001)", FunnelClass.LOW_998,
            "Low (0.025)", FunnelClass.LOW_95,
            "Not significant", FunnelClass.SIMILAR,
            "High (0.025)", FunnelClass.HIGH_95,
            "High (0.001)", FunnelClass.HIGH_998);

    private FunnelCases() {}

    private static String suffix(Confidence level) {
        return level.equals(Confidence.P95) ? "0_025" : "0_001";
    }

    /** The package cuts at 100 whatever the multiplier; here the whole is 1, 100 or 1000, as asked for. */
    private static void proportion(ReferenceCase one) {
        double[] sizes = one.in().numbers("denominators");
        double overall = Sums.of(one.in().numbers("numerators")) / Sums.of(sizes);
        double whole = one.in().number("multiplier");
        Close.assertNear(whole * overall, one.out().number("baseline"), 1e-12, 0);
        assertAxis(
                FunnelLimits.Axis.sizes(
                        DoubleStream.of(sizes).min().orElseThrow(),
                        DoubleStream.of(sizes).max().orElseThrow()),
                one.out().wholes("population"));
        double[] axis = one.out().numbers("population");
        for (Confidence level : Confidence.P95_AND_P998) {
            double[] lower = one.out().numbers("lower_" + suffix(level));
            double[] upper = one.out().numbers("upper_" + suffix(level));
            for (int i = 0; i < axis.length; i++) {
                FunnelLimits made = FunnelLimits.ofProportion(overall, axis[i], Per.ONE, level);
                Close.assertNear(whole * made.lower(), lower[i], 1e-10, 1e-12 * whole);
                if (whole > 100 && upper[i] == 100) {
                    assertThat(whole * made.upper()).isGreaterThanOrEqualTo(100 * (1 - 1e-12));
                } else {
                    Close.assertNear(whole * made.upper(), Math.min(whole, upper[i]), 1e-10, 1e-12 * whole);
                }
            }
        }
    }

    private static void assertAxis(List<Long> actual, long[] expected) {
        assertThat(actual.stream().mapToLong(Long::longValue).toArray()).isEqualTo(expected);
    }

    /** Where the areas stand; missing where the package has none. */
    private static List<Optional<FunnelLimits.Point>> stand(ReferenceCase.Part in, String events) {
        double[] counts = in.numbers(events);
        double[] exposures = in.isMissing("denominators") ? new double[counts.length] : in.numbers("denominators");
        double[] rates = in.numbersOrZero("rates");
        double years = in.isMissing("years_of_data") ? 1 : in.number("years_of_data");
        Per per = in.per("multiplier");
        double scale = in.scale("multiplier");
        List<Optional<FunnelLimits.Point>> points = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            points.add(
                    in.text("rate_type").equals("dsr")
                            ? FunnelLimits.Point.ofStandardised(counts[i], rates[i] / scale, per, years)
                            : Optional.of(
                                    FunnelLimits.Point.ofCrude(counts[i], exposures[i], rates[i] / scale, per, years)));
        }
        return points;
    }

    private static void points(ReferenceCase one) {
        List<?> rates = one.out().list("rate_to_plot");
        List<?> sizes = one.out().list("denominator_one_year");
        List<Optional<FunnelLimits.Point>> points = stand(one.in(), "numerators");
        assertThat(points).hasSameSizeAs(rates);
        for (int i = 0; i < points.size(); i++) {
            if (rates.get(i) == null) {
                assertThat(points.get(i)).isEmpty();
            } else {
                FunnelLimits.Point point = points.get(i).orElseThrow();
                Close.assertNear(point.rate() * one.in().scale("multiplier"), (double) rates.get(i), 1e-12, 0);
                Close.assertNear(point.size(), (double) sizes.get(i), 1e-10, 0);
            }
        }
    }

    /**
     * The sizes over all years that events / rate stands for, also of standardised rates of few events; where there are
     * none, the exposure for a crude rate and nothing for a standardised one.
     */
    private static double[] sizes(ReferenceCase.Part in, String events) {
        double[] counts = in.numbers(events);
        double[] rates = in.numbersOrZero("rates");
        boolean crude = in.text("rate_type").equals("crude");
        return IntStream.range(0, counts.length)
                .mapToDouble(i -> counts[i] > 0
                        ? in.number("multiplier") * counts[i] / rates[i]
                        : crude ? in.numbers("denominators")[i] : 0)
                .toArray();
    }

    private static void rate(ReferenceCase one) {
        double years = one.in().number("years_of_data");
        double multiplier = one.in().number("multiplier");
        double[] sizes = DoubleStream.of(sizes(one.in(), "events"))
                .filter(size -> size > 0)
                .toArray();
        double overall = Sums.of(one.in().numbers("events")) / Sums.of(sizes);
        Close.assertNear(multiplier * overall, one.out().number("baseline"), 1e-10, 0);
        ReferenceCase.Part table = one.out().part("table");
        assertAxis(
                FunnelLimits.Axis.events(
                        DoubleStream.of(sizes).min().orElseThrow() / years,
                        DoubleStream.of(sizes).max().orElseThrow() / years,
                        overall * years),
                table.wholes("events"));
        assertLines(one, table.wholes("events"), overall, multiplier, 0);
        for (int i = 0; i < table.wholes("events").length; i++) {
            FunnelLimits made = FunnelLimits.ofRate(table.wholes("events")[i], overall, Per.ONE, Confidence.P95);
            double lower = table.numbers("population_1_year_lower_0_025")[i];
            double upper = table.numbers("population_1_year_upper_0_025")[i];
            Close.assertNear(made.lowerSize() / years, lower, 1e-4, 0);
            Close.assertNear(made.upperSize() / years, upper, 1e-4, 0);
        }
    }

    /** The package searches for the limits in steps; the exact ones stand beside. */
    private static void assertLines(ReferenceCase one, long[] events, double overall, double multiplier, double less) {
        ReferenceCase.Part table = one.out().part("table");
        ReferenceCase.Part exact = one.out().part("exact");
        for (Confidence level : Confidence.P95_AND_P998) {
            double[] lower = new double[events.length];
            double[] upper = new double[events.length];
            for (int i = 0; i < events.length; i++) {
                FunnelLimits made = FunnelLimits.ofRate(events[i], overall, Per.ONE, level);
                lower[i] = multiplier * made.lower() - less;
                upper[i] = multiplier * made.upper() - less;
            }
            String suffix = suffix(level);
            Close.assertAllNear(lower, exact.numbers("lower_" + suffix), 1e-10, 1e-10 * less);
            Close.assertAllNear(upper, exact.numbers("upper_" + suffix), 1e-10, 1e-10 * less);
            Close.assertAllNear(lower, table.numbers("lower_" + suffix), 1e-4, 1e-4 * less);
            Close.assertAllNear(upper, table.numbers("upper_" + suffix), 1e-4, 1e-4 * less);
        }
    }

    private static void ratio(ReferenceCase one) {
        boolean isCount = one.in().text("ratio_type").equals("count");
        double[] expected = one.in().numbers("expected");
        long[] events = one.out().part("table").wholes("observed_events");
        assertAxis(
                FunnelLimits.Axis.observed(
                        DoubleStream.of(expected).min().orElseThrow(),
                        DoubleStream.of(expected).max().orElseThrow()),
                events);
        assertLines(one, events, 1, isCount ? 1 : 100, isCount ? 1 : 0);
    }

    private static void significance(ReferenceCase one) {
        ReferenceCase.Part in = one.in();
        List<?> expected = one.out().list("significance");
        for (int i = 0; i < expected.size(); i++) {
            String said = (String) expected.get(i);
            if (said == null || said.startsWith("Not applicable")) {
                // a standardised rate of so few events has no value here, and so no class
                assertThat(in.numbers("numerators")[i]).isLessThan(DirectMethod.FEWEST_EVENTS);
            } else if (!isBetweenByarAndExact(in, i)) {
                assertThat(classOf(in, i)).as("area %d", i).contains(CLASSES.get(said));
            }
        }
    }

    /** The package has Byar's limits from 10 events on: only between those and the exact ones may the classes differ. */
    private static boolean isBetweenByarAndExact(ReferenceCase.Part in, int i) {
        if (in.text("statistic").equals("proportion")) {
            return false;
        }
        double count = in.numbers("numerators")[i];
        double expected = expected(in, i);
        return Confidence.P95_AND_P998.stream().anyMatch(level -> {
            Interval byar = RateMethod.BYAR_EXACT.limits(count, level);
            Interval exact = RateMethod.EXACT.limits(count, level);
            // below 10 they are the same, and nothing is between them
            return !byar.equals(exact)
                    && (isBetween(expected, byar.lower(), exact.lower())
                            || isBetween(expected, byar.upper(), exact.upper()));
        });
    }

    private static boolean isBetween(double value, double one, double other) {
        return Math.min(one, other) <= value && value <= Math.max(one, other);
    }

    private static double expected(ReferenceCase.Part in, int i) {
        double[] numerators = in.numbers("numerators");
        if (in.text("statistic").equals("ratio")) {
            return in.numbers("denominators")[i];
        }
        double[] sizes = sizes(in, "numerators");
        return Sums.of(numerators) / Sums.of(sizes) * sizes[i];
    }

    private static Optional<FunnelClass> classOf(ReferenceCase.Part in, int i) {
        double[] numerators = in.numbers("numerators");
        if (!in.text("statistic").equals("proportion")) {
            return FunnelClass.ofCount((long) numerators[i], expected(in, i));
        }
        double[] denominators = in.numbers("denominators");
        double overall = Sums.of(numerators) / Sums.of(denominators);
        return FunnelClass.ofProportion((long) numerators[i], (long) denominators[i], overall);
    }
}
