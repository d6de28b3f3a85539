package nl.betekenisvolmeten.indicators.statistics;

/**
 * Per how many a figure is given: a share of 1, a percentage, per 1000 inhabitants. Part of every figure, so that 4.1
 * per 1000 is never read as 4.1 percent.
 *
 * @param multiplier a power of ten from 1 to 1,000,000
 */
public record Per(long multiplier) {

    /** A share of 1. */
    public static final Per ONE = new Per(1);

    /** A percentage. */
    public static final Per HUNDRED = new Per(100);

    /** Per 1000, usual for inhabitants. */
    public static final Per THOUSAND = new Per(1_000);

    /** Per 100,000, usual for rare events. */
    public static final Per HUNDRED_THOUSAND = new Per(100_000);

    private static final long LARGEST = 1_000_000;

    /** @throws IllegalArgumentException if it is not a power of ten from 1 to 1,000,000 */
    public Per {
        if (multiplier < 1 || LARGEST % multiplier != 0 || !isPowerOfTen(multiplier)) {
            throw new IllegalArgumentException("per a power of ten from 1 to " + LARGEST + ": " + multiplier);
        }
    }

    private static boolean isPowerOfTen(long number) {
        long rest = number;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }

    /**
     * Per so many.
     *
     * @param multiplier a power of ten from 1 to 1,000,000
     * @return the unit
     * @throws IllegalArgumentException if it is not a power of ten from 1 to 1,000,000
     */
    public static Per of(long multiplier) {
        return new Per(multiplier);
    }

    /**
     * The figure that belongs to a numerator and a denominator: multiplier x numerator / denominator, in that order, so
     * that 15 per 100,000 is 15 and not a unit in the last place less. Exactly the multiplier when the two are equal.
     *
     * @param numerator the numerator
     * @param denominator the denominator, above 0
     * @return the figure in this unit
     */
    double ratio(double numerator, double denominator) {
        return numerator == denominator ? multiplier : multiplier * numerator / denominator;
    }
}
