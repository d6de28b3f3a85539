package nl.betekenisvolmeten.indicators.statistics;

/**
 * An interval with both ends in it.
 *
 * @param lower the lower limit, finite
 * @param upper the upper limit, finite and not below the lower one
 */
public record Interval(double lower, double upper) {

    /** @throws IllegalArgumentException if a limit is not finite or {@code upper} is below {@code lower} */
    public Interval {
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
            throw new IllegalArgumentException("limits must be finite and in order: " + lower + " to " + upper);
        }
    }

    /**
     * Returns an interval.
     *
     * @param lower the lower limit
     * @param upper the upper limit
     * @return the interval
     * @throws IllegalArgumentException if a limit is not finite or the upper one is below the lower one
     */
    public static Interval of(double lower, double upper) {
        return new Interval(lower, upper);
    }

    /**
     * Returns whether a value lies in the interval; both limits do.
     *
     * @param value the value
     * @return true if it does
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
