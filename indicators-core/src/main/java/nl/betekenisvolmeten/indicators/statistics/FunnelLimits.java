package nl.betekenisvolmeten.indicators.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import nl.betekenisvolmeten.indicators.Per;

/**
 * Where the two lines of a funnel plot are, for drawing it. {@link FunnelClass} says where an area lies.
 *
 * <p>The lines of proportions are found for a size. Those of rates and ratios are found for a count, and each of the two
 * then lies at a size of its own: an area with that count is on the line if it has that size.
 *
 * <p>Spiegelhalter DJ. Funnel plots for comparing institutional performance. Statistics in Medicine 2005;24:1185-1202,
 * doi:10.1002/sim.1970.
 *
 * @param lower the lower line, 0 or more, in the unit asked for
 * @param lowerSize the size at which the lower line is there: persons, exposure, or the expected number for a ratio
 * @param upper the upper line, in the unit asked for
 * @param upperSize the size at which the upper line is there
 * @param confidence the share of areas within the lines by chance
 */
public record FunnelLimits(double lower, double lowerSize, double upper, double upperSize, Confidence confidence) {

    /**
     * @throws IllegalArgumentException if a number is negative, NaN or infinite, or {@code lower} is above
     *     {@code upper}
     */
    public FunnelLimits {
        Require.amount(lower, "a limit");
        Require.amount(lowerSize, "a size");
        Require.amount(upper, "a limit");
        Require.amount(upperSize, "a size");
        if (lower > upper) {
            throw new IllegalArgumentException("limits must be in order: " + lower + " to " + upper);
        }
    }

    /**
     * Returns the limits for proportions, p ∓ z √(p (1 - p) / n) around the overall proportion p, cut at 0 and at the
     * whole.
     *
     * @param overall the proportion of all areas together, from 0 to 1
     * @param denominator the size n, above 0
     * @param per the unit of the limits
     * @param confidence how much lies within by chance; usually 0.95 and 0.998
     * @return the limits, both at that size
     * @throws IllegalArgumentException if the proportion is not from 0 to 1, or the size not finite and above 0
     */
    public static FunnelLimits ofProportion(double overall, double denominator, Per per, Confidence confidence) {
        Require.share(overall);
        Require.positive(denominator, "a denominator");
        double half = confidence.z() * Math.sqrt(overall * (1 - overall) / denominator);
        double lower = Math.max(0, overall - half);
        double upper = Math.min(1, overall + half);
        return new FunnelLimits(per.ratio(lower, 1), denominator, per.ratio(upper, 1), denominator, confidence);
    }

    /**
     * Returns the limits for rates. With o the count, R the overall rate, u the exact upper and l the exact lower
     * Poisson limit of o: the lower line is R o / u at size u / R, the upper one R o / l at size l / R.
     *
     * @param count the events o, 1 or more
     * @param overall the events per unit of exposure of all areas together, above 0
     * @param per the unit of the limits
     * @param confidence how much lies within by chance; usually 0.95 and 0.998
     * @return the limits; the sizes are in the unit of the exposure
     * @throws IllegalArgumentException if the count is below 1, or the overall rate not finite and above 0
     * @throws ArithmeticException if the count is above 1,000,000,000
     */
    public static FunnelLimits ofRate(long count, double overall, Per per, Confidence confidence) {
        if (count < 1) {
            throw new IllegalArgumentException("a count must be 1 or more: " + count);
        }
        Require.positive(overall, "an overall rate");
        Interval expected = RateMethod.EXACT.limits((double) count, confidence);
        double lowerSize = expected.upper() / overall;
        double upperSize = expected.lower() / overall;
        return new FunnelLimits(
                per.ratio((double) count, lowerSize),
                lowerSize,
                per.ratio((double) count, upperSize),
                upperSize,
                confidence);
    }

    /**
     * Returns the limits for ratios of observed to expected, around 1 (or 100): o / u at u expected and o / l at l
     * expected.
     *
     * @param observed the events o, 1 or more
     * @param per {@link Per#ONE} for ratios around 1, {@link Per#HUNDRED} for ratios around 100
     * @param confidence how much lies within by chance; usually 0.95 and 0.998
     * @return the limits; the sizes are expected numbers
     * @throws IllegalArgumentException if the count is below 1
     * @throws ArithmeticException if the count is above 1,000,000,000
     */
    public static FunnelLimits ofRatio(long observed, Per per, Confidence confidence) {
        return ofRate(observed, 1, per, confidence);
    }

    /**
     * The hundred sizes or counts at which the lines of a funnel plot are drawn: whole, rising, and closer together where
     * the lines bend.
     *
     * <p>The axis starts at 0 when the largest area is more than twice the smallest, and else at 0.95 x the smallest,
     * rounded down to one digit; it ends at 1.05 x the largest, rounded up to two digits. Each step goes the same factor
     * further to the end, and at least one.
     */
    public static final class Axis {

        private static final int POINTS = 100;
        private static final BigDecimal BELOW = new BigDecimal("0.95");
        private static final BigDecimal ABOVE = new BigDecimal("1.05");
        private static final MathContext ONE_DIGIT_DOWN = new MathContext(1, RoundingMode.FLOOR);
        private static final MathContext TWO_DIGITS_UP = new MathContext(2, RoundingMode.CEILING);

        private Axis() {}

        /**
         * Returns sizes, such as populations or expected numbers, for {@link FunnelLimits#ofProportion}.
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
         * Returns observed counts, for {@link FunnelLimits#ofRatio}. The last falls a step short of the end, as in R's
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
         * Returns counts of events, for {@link FunnelLimits#ofRate}.
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
                throw new IllegalArgumentException(
                        "the largest must not be below the smallest: " + largest + ", " + smallest);
            }
            double start = largest > 2 * smallest
                    ? 0
                    : BigDecimal.valueOf(smallest)
                            .multiply(BELOW)
                            .round(ONE_DIGIT_DOWN)
                            .doubleValue();
            double end = BigDecimal.valueOf(largest)
                    .multiply(ABOVE)
                    .round(TWO_DIGITS_UP)
                    .doubleValue();
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

    /**
     * The position of an area in a funnel plot of rates: its rate against its size in one year. The size of a
     * standardised rate is the one that makes events / size the rate, so that the lines of {@link FunnelLimits#ofRate},
     * which know only counts, hold for it too.
     *
     * @param rate the rate, 0 or more, in the unit asked for
     * @param size the persons or exposure of one year, above 0
     */
    public record Point(double rate, double size) {

        /**
         * @throws IllegalArgumentException if {@code rate} is negative, {@code size} is not above 0, or either is not
         *     finite
         */
        public Point {
            Require.amount(rate, "a rate");
            Require.positive(size, "a size");
        }

        /**
         * Returns the point of a crude rate: at events / rate, and where there are no events at the exposure itself.
         *
         * @param events over all years, 0 or more
         * @param exposure over all years, above 0
         * @param rate in the unit of {@code per}, 0 if there are no events
         * @param per the unit of the rate
         * @param years over how many years, above 0
         * @return the point
         * @throws IllegalArgumentException if a number is out of its range, or there are events without a rate or a rate
         *     without events
         */
        public static Point ofCrude(double events, double exposure, double rate, Per per, double years) {
            check(events, rate, years);
            Require.positive(exposure, "an exposure");
            return new Point(rate, (events == 0 ? exposure : per.ratio(events, rate)) / years);
        }

        /**
         * Returns the point of a directly standardised rate: at events / rate.
         *
         * @param events over all years, 0 or more
         * @param rate in the unit of {@code per}
         * @param per the unit of the rate
         * @param years over how many years, above 0
         * @return the point; empty below {@link DirectMethod#FEWEST_EVENTS} events
         * @throws IllegalArgumentException if a number is out of its range, or there are events without a rate or a rate
         *     without events
         */
        public static Optional<Point> ofStandardised(double events, double rate, Per per, double years) {
            Require.amount(events, "a count");
            if (events < DirectMethod.FEWEST_EVENTS) {
                return Optional.empty();
            }
            check(events, rate, years);
            return Optional.of(new Point(rate, per.ratio(events, rate) / years));
        }

        private static void check(double events, double rate, double years) {
            Require.amount(events, "a count");
            Require.amount(rate, "a rate");
            Require.positive(years, "a number of years");
            if ((events == 0) != (rate == 0)) {
                throw new IllegalArgumentException(
                        "events and their rate must both be 0 or neither: " + events + ", " + rate);
            }
        }
    }
}
