package nl.betekenisvolmeten.indicators.statistics;

/**
 * How sure an interval is: the share of such intervals that hold the true value. Two-sided: half of what is left over
 * lies below the interval and half above.
 *
 * @param level a share such as 0.95, above 0 and at most {@link #MAX_LEVEL}; not a percentage
 */
public record Confidence(double level) {

    /** The highest level. Above it the quantiles lose their digits in double arithmetic. */
    public static final double MAX_LEVEL = 0.999_999_999;

    /** 95 percent, the usual choice: 1 in 40 above the interval, 1 in 40 below. */
    public static final Confidence P95 = new Confidence(0.95);

    /** 99.8 percent, the outer limits of a funnel: 1 in 1000 above, 1 in 1000 below. */
    public static final Confidence P998 = new Confidence(0.998);

    /**
     * Checks the level.
     *
     * @param level a share
     * @throws IllegalArgumentException if the level is not above 0 and at most {@link #MAX_LEVEL}
     */
    public Confidence {
        if (!(level > 0 && level <= MAX_LEVEL)) {
            throw new IllegalArgumentException(
                    "a confidence level is a share above 0 and at most " + MAX_LEVEL + ": " + level);
        }
    }

    /**
     * A level.
     *
     * @param level a share such as 0.95
     * @return the confidence
     * @throws IllegalArgumentException if the level is not above 0 and at most {@link #MAX_LEVEL}
     */
    public static Confidence of(double level) {
        return new Confidence(level);
    }

    /**
     * The probability on each side of the interval: (1 - level) / 2.
     *
     * @return above 0 and at most 0.5
     */
    double tail() {
        return (1 - level) / 2;
    }

    /**
     * The standard normal deviate that leaves {@link #tail} above it; 1.959964 for 0.95.
     *
     * @return 0 or more
     */
    double z() {
        return Quantiles.normalAbove(tail());
    }
}
