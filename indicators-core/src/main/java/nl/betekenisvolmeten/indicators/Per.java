package nl.betekenisvolmeten.indicators;

/**
 * Per how many a figure is expressed: a share of 1, a percentage, per 1000 inhabitants. Part of every figure, from the
 * definition of an indicator to the limits of an interval, so that 4.1 per 1000 is never read as 4.1 percent.
 *
 * @param multiplier a power of ten from 1 to {@link #MAX}
 */
public record Per(long multiplier) {

    /** The largest multiplier. */
    public static final long MAX = 1_000_000;

    /** A share of 1. */
    public static final Per ONE = new Per(1);

    /** A percentage. */
    public static final Per HUNDRED = new Per(100);

    /** Per 1000, usual for inhabitants. */
    public static final Per THOUSAND = new Per(1_000);

    /** Per 100,000, usual for rare events. */
    public static final Per HUNDRED_THOUSAND = new Per(100_000);

    /** @throws IllegalArgumentException if {@code multiplier} is not a power of ten from 1 to {@link #MAX} */
    public Per {
        long power = 1;
        while (power < multiplier && power < MAX) {
            power *= 10;
        }
        if (power != multiplier) {
            throw new IllegalArgumentException(
                    "multiplier must be a power of ten from 1 to " + MAX + ": " + multiplier);
        }
    }

    /**
     * Returns the unit with this multiplier.
     *
     * @param multiplier a power of ten from 1 to {@link #MAX}
     * @return the unit
     * @throws IllegalArgumentException if it is not a power of ten from 1 to {@link #MAX}
     */
    public static Per of(long multiplier) {
        return new Per(multiplier);
    }

    /**
     * Returns the figure that belongs to a numerator and a denominator: multiplier x numerator / denominator, in that order,
     * so that 15 per 100,000 is 15 and not a unit in the last place less. Exactly the multiplier when the two are equal.
     *
     * @param numerator the numerator
     * @param denominator the denominator, above 0
     * @return the figure in this unit
     */
    public double ratio(double numerator, double denominator) {
        return numerator == denominator ? multiplier : multiplier * numerator / denominator;
    }
}
