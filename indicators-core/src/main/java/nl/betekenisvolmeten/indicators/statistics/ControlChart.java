package nl.betekenisvolmeten.indicators.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.Per;

/**
 * Control charts: a figure over time with a centre line and the limits that chance keeps within, so that not every rise
 * or fall is explained. The spread comes from the moving range, the mean step R̄ from one point to the next, divided by
 * d2 = 1.128 (the mean range of two normal numbers in standard deviations). Limits of few points are rough: with fewer
 * than about a dozen they are provisional.
 *
 * <p>A declared break starts a new baseline: lines and rules begin anew there. Without limits in a baseline (fewer than
 * two figures) only runs are looked for.
 *
 * <p>Shewhart WA. Economic Control of Quality of Manufactured Product. New York: Van Nostrand; 1931.
 *
 * @param method the stable code of the chart: {@code xmr}, {@code p-prime} or {@code u-prime}
 * @param per the unit of the figures and lines; {@link Per#ONE} for {@code xmr}
 * @param points in the order of time
 */
public record ControlChart(String method, Per per, List<Point> points) {

    /** The mean range of two normal numbers, in standard deviations. */
    public static final double D2 = 1.128;

    /** 3 / 1.128, rounded as is usual: the limits of an XmR chart are this many mean moving ranges from the centre. */
    public static final double XMR_FACTOR = 2.66;

    /** @throws IllegalArgumentException if {@code method} is blank */
    public ControlChart {
        Require.named(method, "the code of a method");
        points = List.copyOf(points);
    }

    /**
     * Returns an XmR chart: single numbers, such as days until help started. Centre the mean, limits mean ∓ 2.66 R̄.
     *
     * @param values finite, in the order of time
     * @param breaks the places, from 1, of the first points of new baselines; usually none
     * @return the chart
     * @throws IllegalArgumentException if a value is not finite, or a break is not a place after the first
     */
    public static ControlChart xmr(double[] values, Set<Integer> breaks) {
        DoubleStream.of(values).forEach(value -> Require.finite(value, "a value"));
        return new ControlChart("xmr", Per.ONE, Baselines.chart(values.length, breaks, part -> xmr(values, part)));
    }

    private static ChartLines xmr(double[] values, int[] part) {
        double[] figures = Arrays.stream(part).mapToDouble(i -> values[i]).toArray();
        double centre = Sums.meanOf(figures);
        double half = XMR_FACTOR * movingRange(figures);
        double[] halves = new double[figures.length];
        Arrays.fill(halves, half);
        return new ChartLines(
                figures, centre, halves, new ChartLines.Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    /**
     * Returns a p′ chart: shares, such as clients who reached their goal of all clients, where shares vary by more (or
     * less) than chance. With p̄ = Σ x / Σ n, σ = √(p̄ (1 - p̄) / n) and z = (p - p̄) / σ: limits p̄ ∓ 3 σ R̄(z) /
     * 1.128, cut at 0 and the whole.
     *
     * <p>Laney DB. Improved control charts for attributes. Quality Engineering 2002;14:531-537.
     *
     * @param numerators how many had it, in the order of time
     * @param denominators of how many; where it is 0 there is no figure
     * @param per the unit of the figures
     * @param breaks the places, from 1, of the first points of new baselines; usually none
     * @return the chart
     * @throws IllegalArgumentException if there are not as many of each, a numerator is not part of its denominator, or a
     *     break is not a place after the first
     */
    public static ControlChart pPrime(long[] numerators, long[] denominators, Per per, Set<Integer> breaks) {
        Require.parts(numerators, denominators);
        double[] sizes = Sums.doubles(denominators);
        return new ControlChart(
                "p-prime",
                per,
                Baselines.chart(sizes.length, breaks, part -> laney(Sums.doubles(numerators), sizes, part, per, true)));
    }

    /**
     * Returns a u′ chart: rates of events, such as reports per 1000 inhabitants, where they vary by more (or less) than
     * chance. With ū = Σ c / Σ e, σ = √(ū / e) and z = (u - ū) / σ: limits ū ∓ 3 σ R̄(z) / 1.128, the lower one cut at 0.
     *
     * <p>Laney DB. Improved control charts for attributes. Quality Engineering 2002;14:531-537.
     *
     * @param counts the events, in the order of time
     * @param exposures the population or time at risk; where it is 0 there is no figure
     * @param per the unit of the figures
     * @param breaks the places, from 1, of the first points of new baselines; usually none
     * @return the chart
     * @throws IllegalArgumentException if there are not as many of each, a count is negative, an exposure negative, NaN or
     *     infinite, there are events without exposure, or a break is not a place after the first
     */
    public static ControlChart uPrime(long[] counts, double[] exposures, Per per, Set<Integer> breaks) {
        Require.events(counts, exposures);
        double[] sizes = exposures.clone();
        return new ControlChart(
                "u-prime",
                per,
                Baselines.chart(sizes.length, breaks, part -> laney(Sums.doubles(counts), sizes, part, per, false)));
    }

    private static ChartLines laney(double[] counts, double[] sizes, int[] part, Per per, boolean shares) {
        double[] x = Arrays.stream(part).mapToDouble(i -> counts[i]).toArray();
        double[] n = Arrays.stream(part).mapToDouble(i -> sizes[i]).toArray();
        double total = Sums.of(n);
        double[] figures = IntStream.range(0, x.length)
                .mapToDouble(i -> n[i] == 0 ? Double.NaN : x[i] / n[i])
                .toArray();
        double[] there = present(figures);
        // sizes with decimals are rounded when added up: what is the same everywhere is the centre too
        double centre = total == 0 ? Double.NaN : Sums.areEqual(there) ? there[0] : Sums.of(x) / total;
        double spread = shares ? centre * (1 - centre) : centre;
        double[] errors =
                DoubleStream.of(n).map(size -> Math.sqrt(spread / size)).toArray();
        double[] deviates = IntStream.range(0, x.length)
                .mapToDouble(i -> spread == 0 && n[i] > 0 ? 0 : (figures[i] - centre) / errors[i])
                .toArray();
        double beyondChance = movingRange(deviates) / D2;
        double scale = per.ratio(1, 1);
        double[] halves = DoubleStream.of(errors)
                .map(error -> scale * 3 * error * beyondChance)
                .toArray();
        return new ChartLines(
                DoubleStream.of(figures).map(figure -> scale * figure).toArray(),
                scale * centre,
                halves,
                new ChartLines.Range(0, shares ? scale : Double.POSITIVE_INFINITY));
    }

    private static double[] present(double[] figures) {
        return DoubleStream.of(figures).filter(figure -> !Double.isNaN(figure)).toArray();
    }

    /** Returns the mean step between successive figures, ignoring missing ones; NaN for fewer than two. */
    private static double movingRange(double[] figures) {
        double[] there = present(figures);
        double[] steps = IntStream.range(1, there.length)
                .mapToDouble(i -> Math.abs(there[i] - there[i - 1]))
                .toArray();
        return steps.length == 0 ? Double.NaN : Sums.of(steps) / steps.length;
    }

    /**
     * What makes a point of a control chart stand out from chance. The rules, and the numbers in them, are those of the
     * NHS programme Making Data Count; which direction is good is not theirs to say.
     */
    public enum Rule implements Coded {
        /** Beyond a limit: one point that chance hardly explains. */
        ASTRONOMICAL_POINT,
        /** Part of a run of 7 or more points in a row on one side of the centre line; a point on it ends the run. */
        SHIFT,
        /** Part of a run of 7 or more points in a row, each above the one before, or each below. */
        TREND,
        /**
         * In the outer third between the centre line and a limit, with one or more such points among the three in a row that
         * all lie on that side. A point beyond the limit is not one of them: it is an astronomical point.
         */
        TWO_OF_THREE;

        /** How many points make a shift or a trend. */
        public static final int RUN = 7;
    }

    /**
     * A rule that a point of a control chart fell under, and on which side.
     *
     * @param rule the rule
     * @param high true above the centre line, or rising for {@link Rule#TREND}; false below, or falling. Whether that is
     *     better depends on the indicator
     */
    public record Signal(Rule rule, boolean high) {}

    /**
     * One point of a control chart with the lines at its place.
     *
     * @param value the figure; empty where there was nothing to take one of, such as a denominator of 0
     * @param baseline which baseline it belongs to, from 0; a declared break starts the next
     * @param centre the centre line; empty when the baseline has no figures
     * @param limits the lower and upper limit; empty when the baseline has fewer than two figures
     * @param signals the rules that it falls under, in the order of {@link Rule}; empty when it doesn't stand out
     */
    public record Point(
            OptionalDouble value,
            int baseline,
            OptionalDouble centre,
            Optional<Interval> limits,
            List<Signal> signals) {

        public Point {
            signals = List.copyOf(signals);
        }
    }
}
