package nl.betekenisvolmeten.indicators.statistics;

/**
 * The difference between two independent figures, from the limits of each: the method of variance estimates recovery.
 * With figures a and b and their limits (l, u): a - b - √((a - la)² + (ub - b)²) and a - b + √((ua - a)² + (b - lb)²). As
 * lopsided as the limits that went in, so it holds for small counts; with Wilson's limits it is Newcombe's interval.
 *
 * <p>Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach. Statistics in
 * Medicine 2008;27:1693-1702.
 */
public final class MoverInterval {

    private MoverInterval() {}

    /**
     * A figure that may only be known between bounds, with the limits that chance puts around them.
     *
     * @param lower the lower bound
     * @param upper the upper bound, not below the lower
     * @param limits the lower limit of the lower bound and the upper limit of the upper bound
     */
    public record Figure(double lower, double upper, Interval limits) {

        /**
         * @throws IllegalArgumentException if a number is not finite, or lower limit, least, most and upper limit are
         *     out of order
         */
        public Figure {
            Require.finite(lower, "a figure");
            Require.finite(upper, "a figure");
            if (lower > upper || limits.lower() > lower || limits.upper() < upper) {
                throw new IllegalArgumentException(
                        "a figure must lie within its limits: " + lower + " to " + upper + " in " + limits);
            }
        }

        /**
         * Returns a figure that is known exactly.
         *
         * @param value the figure
         * @param limits the limits around it
         * @return the figure with its limits
         * @throws IllegalArgumentException if the figure is not finite or outside its limits
         */
        public static Figure of(double value, Interval limits) {
            return new Figure(value, value, limits);
        }

        /** Returns the distance from the lower limit to the lowest possible figure. */
        private double below() {
            return lower - limits.lower();
        }

        /** Returns the distance from the highest possible figure to the upper limit. */
        private double above() {
            return limits.upper() - upper;
        }
    }

    /**
     * Returns what the difference may be, one less other.
     *
     * @param one a figure with its limits
     * @param other another in the same unit, with limits of the same confidence
     * @return the interval of the difference
     */
    public static Interval difference(Figure one, Figure other) {
        return Interval.of(
                one.lower - other.upper - Math.hypot(one.below(), other.above()),
                one.upper - other.lower + Math.hypot(one.above(), other.below()));
    }

    /**
     * Returns whether a figure is above another beyond chance and bounds.
     *
     * @param one a figure with its limits
     * @param other another in the same unit, with limits of the same confidence
     * @return true when the whole interval of the difference is above 0
     */
    public static boolean isAbove(Figure one, Figure other) {
        double difference = one.lower - other.upper;
        double below = one.below();
        double above = other.above();
        // squares are cheaper than a root, and every pair of areas passes here
        return difference > 0 && difference * difference > below * below + above * above;
    }
}
