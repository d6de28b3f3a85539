package nl.betekenisvolmeten.indicators.statistics;

import nl.betekenisvolmeten.indicators.Per;

/**
 * How the interval of a rate is made: events against a population or a time at risk, the events taken to be independent
 * (Poisson). The limits are those of the count, divided by the exposure; the value is per x count / exposure. A count
 * may be above its exposure: events are not persons.
 */
public enum RateMethod implements IntervalMethod {
    /**
     * Byar's approximation for counts of 10 and more, {@link #EXACT} below 10. With x the count, y = x + 1 and z the
     * normal deviate: x (1 - 1/(9x) - z/(3√x))³ and y (1 - 1/(9y) + z/(3√y))³. The switch looks at the count alone; the
     * limits make a small jump there. The lower limit is 0 at count 0 and never negative.
     *
     * <p>Breslow NE, Day NE. Statistical Methods in Cancer Research, volume II. Lyon: IARC; 1987, page 69.
     */
    BYAR_EXACT {
        @Override
        Interval limits(double count, Confidence confidence) {
            return count < BYAR_FROM ? exact(count, confidence.tail()) : byar(count, confidence.z());
        }
    },
    /**
     * The exact Poisson limits of Garwood: half the chi-square quantiles, (1 - confidence) / 2 with 2x degrees of
     * freedom and (1 + confidence) / 2 with 2x + 2. The lower limit is 0 at count 0. For counts up to 1,000,000,000.
     *
     * <p>Garwood F. Fiducial limits for the Poisson distribution. Biometrika 1936;28:437-442.
     */
    EXACT {
        @Override
        Interval limits(double count, Confidence confidence) {
            Require.countable(count);
            return exact(count, confidence.tail());
        }
    };

    private static final double BYAR_FROM = 10;

    /**
     * Returns a rate with its interval.
     *
     * @param count the events, 0 or more
     * @param exposure the population or time at risk, 0 or more; any unit
     * @param per the unit of the result, such as per 1000
     * @param confidence how sure the interval is
     * @return the estimate; not defined when the exposure is 0, or for {@link Confidence#CERTAIN}
     * @throws IllegalArgumentException if the count is negative, the exposure negative, NaN or infinite, or so near 0
     *     that the rate is not finite
     * @throws ArithmeticException if the method is exact and the count above 1,000,000,000
     */
    public Statistic estimate(long count, double exposure, Per per, Confidence confidence) {
        Require.count(count);
        return estimateAmounts((double) count, exposure, per, confidence);
    }

    /**
     * Returns the same of a count that need not be whole, such as weighted events or an average over years. The switch
     * of {@link #BYAR_EXACT} looks at the amount itself: 9.999 is exact.
     *
     * @param count the events, 0 or more
     * @param exposure the population or time at risk, 0 or more; any unit
     * @param per the unit of the result, such as per 1000
     * @param confidence how sure the interval is
     * @return the estimate; not defined when the exposure is 0, or for {@link Confidence#CERTAIN}
     * @throws IllegalArgumentException if a number is negative, NaN or infinite, or the exposure so near 0 that the rate
     *     is not finite
     * @throws ArithmeticException if the method is exact and the count above 1,000,000,000
     */
    public Statistic estimateAmounts(double count, double exposure, Per per, Confidence confidence) {
        Require.amount(count, "a count");
        Require.amount(exposure, "an exposure");
        if (exposure == 0) {
            return Statistic.NotDefined.ZERO_EXPOSURE;
        }
        if (confidence.isCertain()) {
            return Statistic.NotDefined.UNBOUNDED;
        }
        Interval ofCount = limits(count, confidence);
        Interval interval = Interval.of(per.ratio(ofCount.lower(), exposure), per.ratio(ofCount.upper(), exposure));
        return new Statistic.Estimate(count, exposure, per, per.ratio(count, exposure), interval, confidence, code());
    }

    /**
     * Returns the limits of the expected count.
     *
     * @param count 0 or more
     * @param confidence how sure the interval is
     * @return an interval from 0 up
     */
    abstract Interval limits(double count, Confidence confidence);

    private static Interval exact(double count, double tail) {
        double lower = count == 0 ? 0 : Quantiles.gamma(count, tail);
        return Interval.of(lower, Quantiles.gamma(count + 1.0, 1 - tail));
    }

    /**
     * Returns Byar's limits of a count. From 10 events on, the cubed part of the lower one stays above 0: it would need
     * z above 9.3, and z is at most about 6.1.
     */
    static Interval byar(double count, double z) {
        return Interval.of(count == 0 ? 0 : byarLimit(count, -z), byarLimit(count + 1.0, z));
    }

    private static double byarLimit(double count, double z) {
        double root = 1 - 1 / (9 * count) + z / (3 * Math.sqrt(count));
        return count * root * root * root;
    }
}
