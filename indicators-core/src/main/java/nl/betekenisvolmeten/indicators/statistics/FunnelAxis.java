package nl.betekenisvolmeten.indicators.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The hundred sizes or counts at which the lines of a funnel plot are drawn: whole, rising, and closer together where
 * the lines bend.
 *
 * <p>The axis starts at 0 when the largest area is more than twice the smallest, and else at 0.95 x the smallest,
 * rounded down to one digit; it ends at 1.05 x the largest, rounded up to two digits. Each step goes the same factor
 * further to the end, and at least one.
 */
public final class FunnelAxis {

    private static final int POINTS = 100;
    private static final BigDecimal BELOW = new BigDecimal("0.95");
    private static final BigDecimal ABOVE = new BigDecimal("1.05");
    private static final MathContext ONE_DIGIT_DOWN = new MathContext(1, RoundingMode.FLOOR);
    private static final MathContext TWO_DIGITS_UP = new MathContext(2, RoundingMode.CEILING);

    private FunnelAxis() {}

    /**
     * Sizes, such as populations or expected numbers, for {@link FunnelLimits#ofProportion}.
     *
     * @param smallest the smallest area's, above 0
     * @param largest the largest area's, not below the smallest
     * @return 100 numbers, 1 or more, each above the one before
     * @throws IllegalArgumentException if a size is not finite and above 0, or the largest is below the smallest
     */
    public static List<Long> sizes(double smallest, double largest) {
        return events(smallest, largest, 1);
    }

    /**
     * Observed counts, for {@link FunnelLimits#ofRatio}. The last falls a step short of the end, as in R's
     * PHEindicatormethods, so that plots of both can be laid side by side.
     *
     * @param smallest the smallest expected number of an area, above 0
     * @param largest the largest expected number, not below the smallest
     * @return 100 numbers, 1 or more, each above the one before
     * @throws IllegalArgumentException if a number is not finite and above 0, or the largest is below the smallest
     */
    public static List<Long> observed(double smallest, double largest) {
        return points(smallest, largest, 1, POINTS + 1);
    }

    /**
     * Counts of events, for {@link FunnelLimits#ofRate}.
     *
     * @param smallest the smallest area's exposure, above 0
     * @param largest the largest area's exposure, not below the smallest
     * @param overall the events per unit of exposure of all areas together, above 0; for exposures of one year and
     *     events of several, x the years
     * @return 100 numbers, 1 or more, each above the one before
     * @throws IllegalArgumentException if a number is not finite and above 0, or the largest is below the smallest
     */
    public static List<Long> events(double smallest, double largest, double overall) {
        return points(smallest, largest, overall, POINTS);
    }

    private static List<Long> points(double smallest, double largest, double overall, int steps) {
        Require.positive(smallest, "a smallest size");
        Require.positive(largest, "a largest size");
        Require.positive(overall, "an overall rate");
        if (largest < smallest) {
            throw new IllegalArgumentException("the largest is not below the smallest: " + largest + ", " + smallest);
        }
        double start = largest > 2 * smallest
                ? 0
                : BigDecimal.valueOf(smallest)
                        .multiply(BELOW)
                        .round(ONE_DIGIT_DOWN)
                        .doubleValue();
        double end =
                BigDecimal.valueOf(largest).multiply(ABOVE).round(TWO_DIGITS_UP).doubleValue();
        return steps(Math.max(1, Math.floor(start * overall)), Math.ceil(end * overall), steps);
    }

    private static List<Long> steps(double start, double end, int steps) {
        long[] points = new long[POINTS];
        points[0] = (long) start;
        for (int i = 1; i < POINTS; i++) {
            double factor = Math.pow(end / points[i - 1], 1.0 / (steps - i));
            points[i] = Math.max((long) Math.rint(points[i - 1] * factor), points[i - 1] + 1);
        }
        return LongStream.of(points).boxed().toList();
    }
}
