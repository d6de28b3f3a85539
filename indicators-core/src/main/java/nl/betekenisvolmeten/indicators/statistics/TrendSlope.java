package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.Per;

/** How fast figures rise or fall over time, per unit of time. */
public final class TrendSlope {

    /** All lines through two points are drawn. */
    public static final int MOST_POINTS = 3000;

    private TrendSlope() {}

    /**
     * Estimates the slope by Theil and Sen: the median of the slopes of all lines through two points with different
     * times. Single far-off figures hardly move it. The limits are the slopes whose places among the N are (N - z s) /
     * 2 and (N + z s) / 2, rounded, with s² the variance of Kendall's score without what is tied; for few points they
     * are wide and rough.
     *
     * <p>Sen PK. Estimates of the regression coefficient based on Kendall's tau. Journal of the American Statistical
     * Association 1968;63:1379-1389.
     *
     * @param times finite
     * @param values a finite figure for each time
     * @param confidence how sure the interval is
     * @return the effect; not defined for fewer than 3 points, or when all times are equal
     * @throws IllegalArgumentException if there are not as many of each, or a number is not finite
     * @throws ArithmeticException if there are more than {@link #MOST_POINTS} points
     */
    public static Statistic theilSen(double[] times, double[] values, Confidence confidence) {
        Pairs pairs = Pairs.of(times, values);
        if (pairs.size() < 3) {
            return Statistic.NotDefined.TOO_FEW_VALUES;
        }
        if (pairs.size() > MOST_POINTS) {
            throw new ArithmeticException("at most " + MOST_POINTS + " points: " + pairs.size());
        }
        double[] slopes = pairs.slopes();
        if (slopes.length == 0) {
            return Statistic.NotDefined.NO_VARIATION;
        }
        double reach = confidence.z() * Math.sqrt(Math.max(0, pairs.untiedVariance()));
        int high = (int) Math.min(Math.rint((slopes.length + reach) / 2), slopes.length - 1);
        int low = (int) Math.max(Math.rint((slopes.length - reach) / 2) - 1, 0);
        double median = SampleQuantile.TYPE_7.of(slopes, 0.5);
        return effect(median, Interval.of(slopes[low], slopes[high]), confidence, pairs.size(), "theil-sen");
    }

    /**
     * Returns a straight line through figures that are not all as sure: each has the weight w = 1 / standard error².
     * Slope Σ w (t - t̄)(y - ȳ) / Σ w (t - t̄)² with weighted means, its variance 1 / Σ w (t - t̄)²; the limits are
     * normal. The errors are taken as known: that the figures lie further from the line than these explain is not seen.
     *
     * @param times finite
     * @param values a finite figure for each time
     * @param standardErrors of the figures, above 0
     * @param confidence how sure the interval is
     * @return the effect; not defined for fewer than 2 points, or when all times are equal
     * @throws IllegalArgumentException if there are not as many of each, a number is not finite, or an error not above 0
     */
    public static Statistic weighted(double[] times, double[] values, double[] standardErrors, Confidence confidence) {
        Pairs pairs = Pairs.of(times, values);
        Require.asMany(times.length, standardErrors.length);
        DoubleStream.of(standardErrors).forEach(error -> Require.positive(error, "a standard error"));
        if (pairs.size() < 2) {
            return Statistic.NotDefined.TOO_FEW_VALUES;
        }
        double[] weights = DoubleStream.of(standardErrors)
                .map(error -> 1 / (error * error))
                .toArray();
        double[] shares = Inequality.shares(weights);
        double[] centred = centred(times, shares);
        double[] pull = IntStream.range(0, shares.length)
                .mapToDouble(i -> shares[i] * centred[i])
                .toArray();
        double spread = Sums.ofProducts(pull, centred);
        if (spread == 0) {
            return Statistic.NotDefined.NO_VARIATION;
        }
        double slope = Sums.ofProducts(pull, centred(values, shares)) / spread;
        double half = confidence.z() / Math.sqrt(spread * Sums.of(weights));
        return effect(slope, Interval.of(slope - half, slope + half), confidence, pairs.size(), "weighted-trend");
    }

    private static double[] centred(double[] values, double[] shares) {
        double mean = Sums.ofProducts(values, shares);
        return DoubleStream.of(values).map(value -> value - mean).toArray();
    }

    private static Statistic.Effect effect(
            double slope, Interval interval, Confidence confidence, int points, String method) {
        return new Statistic.Effect(slope, interval, Per.ONE, confidence, List.of((double) points), method);
    }

    /**
     * Tests whether the line of {@link #weighted} rises or falls: slope² / variance, one degree of freedom.
     *
     * @param times finite
     * @param values a finite figure for each time
     * @param standardErrors of the figures, above 0
     * @return the test; not defined for fewer than 2 points, or when all times are equal
     * @throws IllegalArgumentException as {@link #weighted}
     */
    public static Statistic weightedTest(double[] times, double[] values, double[] standardErrors) {
        Statistic slope = weighted(times, values, standardErrors, Confidence.P95);
        if (!(slope instanceof Statistic.Effect effect)) {
            return slope;
        }
        double error = (effect.interval().upper() - effect.interval().lower()) / (2 * Confidence.P95.z());
        double z = effect.value() / error;
        return Statistic.TestResult.chiSquare(z * z, 1, "weighted-trend");
    }
}
