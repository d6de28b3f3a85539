package nl.betekenisvolmeten.indicators.statistics;

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
     * @throws IllegalArgumentException if a number is negative, NaN or infinite, or the lower line above the upper one
     */
    public FunnelLimits {
        Require.amount(lower, "a limit");
        Require.amount(lowerSize, "a size");
        Require.amount(upper, "a limit");
        Require.amount(upperSize, "a size");
        if (lower > upper) {
            throw new IllegalArgumentException("limits are in order: " + lower + " to " + upper);
        }
    }

    /**
     * The limits for proportions, p ∓ z √(p (1 - p) / n) around the overall proportion p, cut at 0 and at the whole.
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
     * The limits for rates. With o the count, R the overall rate, u the exact upper and l the exact lower Poisson limit
     * of o: the lower line is R o / u at size u / R, the upper one R o / l at size l / R.
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
            throw new IllegalArgumentException("a funnel's limits start at a count of 1: " + count);
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
     * The limits for ratios of observed to expected, around 1 (or 100): o / u at u expected and o / l at l expected.
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
}
