package nl.betekenisvolmeten.indicators.statistics;

import java.util.Optional;

/**
 * Where an area lies in a funnel plot: within what chance explains in an area of its size, or outside the 95 or 99.8
 * percent limits around the overall value. The limits depend on the denominator and not on the area's own value.
 * Comparisons are strict: on the limit is within it. High and low say nothing about good and bad.
 *
 * <p>Many areas fall outside when the figures vary more than chance does (overdispersion); that is not corrected here
 * but in {@link Overdispersion}.
 *
 * <p>Spiegelhalter DJ. Funnel plots for comparing institutional performance. Statistics in Medicine 2005;24:1185-1202,
 * doi:10.1002/sim.1970.
 */
public enum FunnelClass {
    /** Below the 99.8 percent limit: 1 in 1000 by chance. */
    LOW_998("low"),
    /** Below the 95 percent limit, not below the 99.8 percent one: 1 in 40 by chance. */
    LOW_95("lower"),
    /** Within the limits: chance explains it. */
    SIMILAR("similar"),
    /** Above the 95 percent limit, not above the 99.8 percent one: 1 in 40 by chance. */
    HIGH_95("higher"),
    /** Above the 99.8 percent limit: 1 in 1000 by chance. */
    HIGH_998("high");

    private static final double TAIL_95 = Confidence.P95.tail();
    private static final double TAIL_998 = Confidence.P998.tail();
    private static final double Z_95 = Confidence.P95.z();
    private static final double Z_998 = Confidence.P998.z();

    private final String code;

    FunnelClass(String code) {
        this.code = code;
    }

    /**
     * Returns the stable name in files.
     *
     * @return such as {@code similar}
     */
    public String code() {
        return code;
    }

    /**
     * Returns the class of a proportion, by the normal limits p ± z √(p (1 - p) / n) around the overall proportion p.
     * With an overall proportion of 0 or 1 the limits are that value itself.
     *
     * @param numerator how many had it, 0 or more
     * @param denominator of how many, not below the numerator
     * @param overall the proportion of all areas together, from 0 to 1
     * @return the class; empty when the denominator is 0
     * @throws IllegalArgumentException if the numerator is negative or above the denominator, or the overall proportion
     *     is not from 0 to 1
     */
    public static Optional<FunnelClass> ofProportion(long numerator, long denominator, double overall) {
        Require.part(numerator, denominator);
        Require.share(overall);
        if (denominator == 0) {
            return Optional.empty();
        }
        double error = Math.sqrt(overall * (1 - overall) / denominator);
        return Optional.of(ofDeviation(numerator / (double) denominator, overall, error));
    }

    private static FunnelClass ofDeviation(double value, double overall, double error) {
        if (value > overall + Z_998 * error) {
            return HIGH_998;
        }
        if (value < overall - Z_998 * error) {
            return LOW_998;
        }
        if (value > overall + Z_95 * error) {
            return HIGH_95;
        }
        return value < overall - Z_95 * error ? LOW_95 : SIMILAR;
    }

    /**
     * Returns the class of a rate or a ratio, by the exact Poisson tails of the count: high when a count as large as
     * this, or larger, has a probability below 0.025 (0.001), and low in the same way. The same as an exact interval of
     * the count that leaves out the expected number.
     *
     * @param count the events, 0 or more
     * @param expected the events expected: overall rate x exposure for a rate, the standardised number for a ratio
     * @return the class; empty when nothing is expected, since then there is nothing to compare with
     * @throws IllegalArgumentException if the count is negative, or the expected number negative, NaN or infinite
     * @throws ArithmeticException if the count or the expected number is above 1,000,000,000
     */
    public static Optional<FunnelClass> ofCount(long count, double expected) {
        Require.count(count);
        Require.amount(expected, "an expected number");
        Require.countable(count);
        Require.countable(expected);
        if (expected == 0) {
            return Optional.empty();
        }
        CountDistribution counts = new CountDistribution.Poisson(expected);
        return Optional.of(ofTails(counts.atMost(count), counts.atLeast(count)));
    }

    private static FunnelClass ofTails(double below, double above) {
        if (above < TAIL_998) {
            return HIGH_998;
        }
        if (below < TAIL_998) {
            return LOW_998;
        }
        if (above < TAIL_95) {
            return HIGH_95;
        }
        return below < TAIL_95 ? LOW_95 : SIMILAR;
    }
}
