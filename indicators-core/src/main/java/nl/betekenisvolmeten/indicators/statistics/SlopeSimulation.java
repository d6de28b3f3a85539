package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import nl.betekenisvolmeten.indicators.Per;

/**
 * Intervals of the slope and relative index by simulation: the figures are drawn anew many times, each normally around
 * its value with its own error, a line is drawn through every such set, and the limits are quantiles (type 7) of what
 * comes out. For lines of which the interval has no formula. The same seed gives the same limits, to the last digit, on
 * any machine.
 */
public final class SlopeSimulation {

    /** Usual: the limits then move by about a hundredth of their distance with another seed. */
    public static final int USUAL_REPETITIONS = 100_000;

    private final SlopeIndex line;
    private final double[] populations;
    private final double[] values;
    private final double[] slopes;
    private final double[] ratios;

    private SlopeSimulation(SlopeIndex line, double[] populations, double[] values, double[] slopes, double[] ratios) {
        this.line = line;
        this.populations = populations;
        this.values = values;
        this.slopes = slopes;
        this.ratios = ratios;
    }

    /**
     * Draws.
     *
     * @param line through what the line is drawn
     * @param scale on which the figures are drawn normally: {@link SlopeIndex#LOG} for rates, {@link SlopeIndex#LOGIT} for
     *     shares, {@link SlopeIndex#LINEAR} for other figures
     * @param populations the persons in each group, above 0, the groups in order
     * @param values the figure of each group
     * @param standardErrors of the figures on that scale, 0 or more; see {@link SlopeIndex#standardError}
     * @param repetitions how many times, 100 or more
     * @param seed any
     * @return the simulation
     * @throws IllegalArgumentException if there are fewer than two groups, not as many of each, a number out of its
     *     range, or too few repetitions
     */
    public static SlopeSimulation of(
            SlopeIndex line,
            SlopeIndex scale,
            double[] populations,
            double[] values,
            double[] standardErrors,
            int repetitions,
            long seed) {
        line.check(populations, values);
        scale.check(populations, values);
        Require.atLeast(2, values.length, "groups");
        Require.atLeast(100, repetitions, "repetitions");
        Require.asMany(values.length, standardErrors.length);
        DoubleStream.of(standardErrors).forEach(error -> Require.amount(error, "a standard error"));
        SlopeSimulation simulation = new SlopeSimulation(
                line, populations.clone(), values.clone(), new double[repetitions], new double[repetitions]);
        simulation.draw(scale, standardErrors, new Random(seed));
        return simulation;
    }

    private void draw(SlopeIndex scale, double[] standardErrors, Random random) {
        double[] places = DoubleStream.of(values).map(scale::onScale).toArray();
        double[] shares = Inequality.shares(populations);
        double[] pull = SlopeIndex.pull(populations);
        double[] drawn = new double[values.length];
        for (int i = 0; i < slopes.length; i++) {
            for (int group = 0; group < drawn.length; group++) {
                double place = places[group] + standardErrors[group] * random.nextGaussian();
                drawn[group] = scale == line ? place : line.onScale(scale.fromScale(place));
            }
            keep(i, new SlopeIndex.Line(Sums.ofProducts(shares, drawn), Sums.ofProducts(pull, drawn)));
        }
    }

    private void keep(int i, SlopeIndex.Line through) {
        double first = line.end(through, 0);
        double last = line.end(through, 1);
        slopes[i] = last - first;
        ratios[i] = first > 0 && last > 0 ? last / first : Double.NaN;
    }

    /**
     * The slope index with its interval.
     *
     * @param confidence how sure the interval is
     * @return the effect, its parts how many groups and how many repetitions
     */
    public Statistic slope(Confidence confidence) {
        return with(line.slope(populations, values), slopes, confidence, "slope-index-" + line.code() + "-simulated");
    }

    /**
     * The relative index with its interval.
     *
     * @param confidence how sure the interval is
     * @return the effect; not defined when the line is not above 0 at both ends, also in a single draw
     */
    public Statistic relative(Confidence confidence) {
        if (DoubleStream.of(ratios).anyMatch(Double::isNaN)) {
            return NotDefined.UNBOUNDED;
        }
        String method = "relative-index-" + line.code() + "-simulated";
        return with(line.relative(populations, values), ratios, confidence, method);
    }

    private Statistic with(Statistic value, double[] drawn, Confidence confidence, String method) {
        if (!(value instanceof Summary summary)) {
            return value;
        }
        Interval interval = Interval.of(
                SampleQuantile.TYPE_7.of(drawn, confidence.tail()),
                SampleQuantile.TYPE_7.of(drawn, 1 - confidence.tail()));
        List<Double> parts = List.of((double) values.length, (double) drawn.length);
        return new Effect(summary.value(), interval, Per.ONE, confidence, parts, method);
    }
}
