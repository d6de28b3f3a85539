package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import nl.betekenisvolmeten.indicators.Per;

/**
 * The gap between the two ends of a ranking of groups, such as fifths of deprivation, by a straight line through all of
 * them. Each group lies at the middle of its share of the population, with 0 the first end and 1 the last, and counts by
 * its share. Unlike the gap between the outer groups it uses all of them, whatever their sizes.
 *
 * <p>Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal of Public Health
 * 2004;26:388-395.
 */
public enum SlopeIndex implements Coded {
    /** The line runs through the figures themselves. */
    LINEAR(value -> value, line -> line),
    /** The line runs through the logarithms; for rates. The figures are above 0. */
    LOG(Math::log, Math::exp),
    /** The line runs through the log odds; for shares. The figures are above 0 and below 1. */
    LOGIT(value -> Math.log(value / (1 - value)), line -> 1 / (1 + Math.exp(-line)));

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final DoubleUnaryOperator transform;

    @SuppressWarnings("ImmutableEnumChecker")
    private final DoubleUnaryOperator back;

    SlopeIndex(DoubleUnaryOperator transform, DoubleUnaryOperator back) {
        this.transform = transform;
        this.back = back;
    }

    /**
     * Returns the slope index: the figure at the last end less that at the first, in the unit of the figures.
     *
     * @param populations the persons in each group, above 0, the groups in order
     * @param values the figure of each group
     * @return the summary; not defined for fewer than two groups, or when it is too large to be a number
     * @throws IllegalArgumentException if there are not as many of each, a population is not finite and above 0, or a
     *     figure not finite or out of the range of the line
     */
    public Statistic slope(double[] populations, double[] values) {
        return ofLine(populations, values, line -> summary(end(line, 1) - end(line, 0), values, "slope-index-"));
    }

    private Statistic ofLine(double[] populations, double[] values, Function<Line, Statistic> index) {
        check(populations, values);
        return values.length < 2 ? Statistic.NotDefined.TOO_FEW_VALUES : index.apply(line(populations, values));
    }

    private Statistic summary(double value, double[] values, String method) {
        return Double.isInfinite(value)
                ? Statistic.NotDefined.UNBOUNDED
                : new Statistic.Summary(value, values.length, method + code());
    }

    /**
     * Returns the relative index: the figure at the last end divided by that at the first.
     *
     * @param populations the persons in each group, above 0, the groups in order
     * @param values the figure of each group
     * @return the summary; not defined for fewer than two groups, or when the line is not above 0 at both ends
     * @throws IllegalArgumentException as {@link #slope}
     */
    public Statistic relative(double[] populations, double[] values) {
        return ofLine(
                populations,
                values,
                line -> end(line, 0) <= 0 || end(line, 1) <= 0
                        ? Statistic.NotDefined.UNBOUNDED
                        : summary(end(line, 1) / end(line, 0), values, "relative-index-"));
    }

    /**
     * Returns the height of the line at the first end, in the unit of the figures.
     *
     * @param populations the persons in each group, above 0, the groups in order
     * @param values the figure of each group
     * @return the summary; not defined for fewer than two groups, or when it is too large to be a number
     * @throws IllegalArgumentException as {@link #slope}
     */
    public Statistic intercept(double[] populations, double[] values) {
        return ofLine(populations, values, line -> summary(end(line, 0), values, "slope-intercept-"));
    }

    /**
     * Returns the standard error of a figure on the scale of this line, from its interval: half the width between the
     * limits on that scale, divided by the normal deviate.
     *
     * @param interval of the figure, within the range of the line
     * @param confidence of the interval
     * @return 0 or more
     * @throws IllegalArgumentException if a limit is out of the range of the line
     */
    public double standardError(Interval interval, Confidence confidence) {
        double error = (onScale(interval.upper()) - onScale(interval.lower())) / (2 * confidence.z());
        Require.amount(error, "a standard error");
        return error;
    }

    /** Returns a figure on the scale of the line. */
    double onScale(double value) {
        return transform.applyAsDouble(value);
    }

    /** Returns the figure at a place on the scale of the line. */
    double fromScale(double place) {
        return back.applyAsDouble(place);
    }

    /**
     * Returns the slope index of {@link #LINEAR} with an interval, from the errors of the figures: they are taken as
     * normal and independent, and the slope is a weighted sum of them.
     *
     * @param populations the persons in each group, above 0, the groups in order
     * @param values the figure of each group, finite
     * @param standardErrors of the figures, 0 or more
     * @param confidence how sure the interval is
     * @return the effect; not defined for fewer than two groups
     * @throws IllegalArgumentException if there are not as many of each, a population is not finite and above 0, a
     *     figure not finite, or an error negative, NaN or infinite
     */
    public static Statistic linear(
            double[] populations, double[] values, double[] standardErrors, Confidence confidence) {
        LINEAR.check(populations, values);
        Require.asMany(values.length, standardErrors.length);
        DoubleStream.of(standardErrors).forEach(error -> Require.amount(error, "a standard error"));
        if (values.length < 2) {
            return Statistic.NotDefined.TOO_FEW_VALUES;
        }
        double slope = LINEAR.line(populations, values).slope();
        double[] terms = pull(populations);
        for (int i = 0; i < terms.length; i++) {
            terms[i] = terms[i] * standardErrors[i];
        }
        double[] scaled = Sums.scaled(terms);
        double half = confidence.z() * Math.scalb(Math.sqrt(Sums.ofProducts(scaled, scaled)), Sums.exponent(terms));
        return new Statistic.Effect(
                slope,
                Interval.of(slope - half, slope + half),
                Per.ONE,
                confidence,
                List.of((double) values.length),
                "slope-index-linear");
    }

    void check(double[] populations, double[] values) {
        Require.asMany(populations.length, values.length);
        DoubleStream.of(populations).forEach(population -> Require.positive(population, "a population"));
        for (double value : values) {
            Require.finite(value, "a figure");
            if (!Double.isFinite(transform.applyAsDouble(value))) {
                throw new IllegalArgumentException("a figure is out of the range of a " + code() + " line: " + value);
            }
        }
    }

    double end(Line line, double place) {
        return back.applyAsDouble(line.middle() + line.slope() * (place - 0.5));
    }

    /** A straight line over the ranking from 0 to 1, by its height half way. */
    record Line(double middle, double slope) {}

    /** Returns the line through the figures. The middles of the groups average to a half, whatever their sizes. */
    Line line(double[] populations, double[] values) {
        double[] lined = DoubleStream.of(values).map(transform).toArray();
        int unit = Sums.exponent(lined);
        double[] scaled = Sums.scaled(lined);
        return new Line(
                Math.scalb(Sums.ofProducts(Inequality.shares(populations), scaled), unit),
                Math.scalb(Sums.ofProducts(pull(populations), scaled), unit));
    }

    /** Returns by how much each figure moves the slope. */
    static double[] pull(double[] populations) {
        double[] shares = Inequality.shares(populations);
        double[] centred = new double[shares.length];
        double below = 0;
        for (int i = 0; i < shares.length; i++) {
            centred[i] = below + shares[i] / 2 - 0.5;
            below += shares[i];
        }
        double[] squares = DoubleStream.of(centred).map(place -> place * place).toArray();
        double spread = Sums.ofProducts(shares, squares);
        for (int i = 0; i < shares.length; i++) {
            centred[i] = shares[i] * centred[i] / spread;
        }
        return centred;
    }

    /**
     * Intervals of the slope and relative index by simulation: the figures are drawn anew many times, each normally around
     * its value with its own error, a line is drawn through every such set, and the limits are quantiles (type 7) of what
     * comes out. For lines whose interval has no formula. The same seed gives the same limits, to the last digit, on
     * any machine.
     */
    public static final class Simulation {

        /** Usual: the limits then move by about a hundredth of their distance with another seed. */
        public static final int USUAL_REPETITIONS = 100_000;

        private final SlopeIndex line;
        private final double[] populations;
        private final double[] values;
        private final double[] slopes;
        private final double[] ratios;

        private Simulation(SlopeIndex line, double[] populations, double[] values, double[] slopes, double[] ratios) {
            this.line = line;
            this.populations = populations;
            this.values = values;
            this.slopes = slopes;
            this.ratios = ratios;
        }

        /**
         * Returns a simulation with the usual number of draws.
         *
         * @param line through what the line is drawn
         * @param scale on which the figures are drawn normally: {@link SlopeIndex#LOG} for rates,
         *     {@link SlopeIndex#LOGIT} for shares, {@link SlopeIndex#LINEAR} for other figures
         * @param populations the persons in each group, above 0, the groups in order
         * @param values the figure of each group
         * @param standardErrors of the figures on that scale, 0 or more; see {@link SlopeIndex#standardError}
         * @param repetitions how many times, 100 or more
         * @param seed any
         * @return the simulation
         * @throws IllegalArgumentException if there are fewer than two groups, not as many of each, a number out of its
         *     range, or too few repetitions
         */
        public static Simulation of(
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
            Simulation simulation = new Simulation(
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
         * Returns the slope index with its interval.
         *
         * @param confidence how sure the interval is
         * @return the effect, its parts how many groups and how many repetitions
         */
        public Statistic slope(Confidence confidence) {
            return with(
                    line.slope(populations, values), slopes, confidence, "slope-index-" + line.code() + "-simulated");
        }

        /**
         * Returns the relative index with its interval.
         *
         * @param confidence how sure the interval is
         * @return the effect; not defined when the line is not above 0 at both ends, also in a single draw
         */
        public Statistic relative(Confidence confidence) {
            if (DoubleStream.of(ratios).anyMatch(Double::isNaN)) {
                return Statistic.NotDefined.UNBOUNDED;
            }
            String method = "relative-index-" + line.code() + "-simulated";
            return with(line.relative(populations, values), ratios, confidence, method);
        }

        private Statistic with(Statistic value, double[] drawn, Confidence confidence, String method) {
            if (!(value instanceof Statistic.Summary summary)) {
                return value;
            }
            Interval interval = Interval.of(
                    SampleQuantile.TYPE_7.of(drawn, confidence.tail()),
                    SampleQuantile.TYPE_7.of(drawn, 1 - confidence.tail()));
            List<Double> parts = List.of((double) values.length, (double) drawn.length);
            return new Statistic.Effect(summary.value(), interval, Per.ONE, confidence, parts, method);
        }
    }
}
