package nl.betekenisvolmeten.indicators.statistics;

/** Whether a difference is other than 0, by its standard error: for figures that have no exact test. */
public final class NormalTest {

    private NormalTest() {}

    /**
     * Returns the two-sided p-value, 2 Φ(-|d| / s).
     *
     * @param difference d, finite
     * @param standardError s, 0 or more; with 0 any difference is beyond chance
     * @return the p-value; 1 without a difference
     * @throws IllegalArgumentException if the difference is not finite, or the error negative, NaN or infinite
     */
    public static PValue twoSided(double difference, double standardError) {
        Require.finite(difference, "a difference");
        Require.amount(standardError, "a standard error");
        if (difference == 0) {
            return PValue.of(1);
        }
        return PValue.of(standardError == 0 ? 0 : Tails.normalBeyond(Math.abs(difference) / standardError));
    }
}
