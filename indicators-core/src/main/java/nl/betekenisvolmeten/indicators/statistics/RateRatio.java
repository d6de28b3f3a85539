package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import nl.betekenisvolmeten.indicators.Per;

/** How two rates of independent events are compared, by their ratio; the two may not share events. */
public enum RateRatio {
    /**
     * Exact, given the total of the two counts: the first is then binomial. With Clopper and Pearson's limits p of the
     * first count's share, the limits of the ratio are p / (1 - p) x second exposure / first exposure; the p-value is
     * the exact binomial one of {@link ExactTest} for a share of first exposure / both.
     *
     * <p>Przyborowski J, Wilenski H. Homogeneity of results in testing samples from Poisson series. Biometrika
     * 1940;31:313-323.
     */
    EXACT;

    /**
     * Returns the stable name in files.
     *
     * @return such as {@code exact-conditional}
     */
    public String code() {
        return "exact-conditional";
    }

    /**
     * Returns the ratio of two rates, first / second, with its interval. The lower limit is 0 when the first count is.
     *
     * @param count the events of the first, 0 or more
     * @param exposure the population or time at risk of the first, 0 or more
     * @param otherCount the events of the second, 0 or more
     * @param otherExposure the population or time at risk of the second, in the same unit
     * @param confidence how sure the interval is
     * @return the effect; at least its lower limit when the second has no events, since the ratio then has no upper one;
     *     not defined when an exposure is 0
     * @throws IllegalArgumentException if a count is negative, or an exposure negative, NaN, infinite or so small that
     *     the ratio is not finite
     * @throws ArithmeticException if the counts together are above 1,000,000,000
     */
    public Statistic estimate(
            long count, double exposure, long otherCount, double otherExposure, Confidence confidence) {
        check(count, exposure, otherCount, otherExposure);
        if (exposure == 0 || otherExposure == 0) {
            return Statistic.NotDefined.ZERO_EXPOSURE;
        }
        double tail = confidence.tail();
        double scale = otherExposure / exposure;
        double lower = scale * lowerOdds(count, otherCount, tail);
        List<Double> parts = List.of((double) count, exposure, (double) otherCount, otherExposure);
        if (otherCount == 0) {
            return new Statistic.AtLeast(lower, confidence, parts, code());
        }
        double rest = Quantiles.beta((double) otherCount, count + 1.0, tail);
        return new Statistic.Effect(
                scale * count / otherCount,
                Interval.of(lower, scale * ((1 - rest) / rest)),
                Per.ONE,
                confidence,
                parts,
                code());
    }

    /** Computes odds above 1 as the inverse of the reversed odds, so that a share near 1 keeps its digits. */
    private static double lowerOdds(long count, long otherCount, double tail) {
        double lower = count == 0 ? 0 : Quantiles.beta((double) count, otherCount + 1.0, tail);
        return lower < 0.5 ? lower / (1 - lower) : 1 / Quantiles.beta(otherCount + 1.0, (double) count, 1 - tail) - 1;
    }

    /**
     * Tests whether two rates differ. The statistic is the first count.
     *
     * @param count the events of the first, 0 or more
     * @param exposure the population or time at risk of the first, 0 or more
     * @param otherCount the events of the second, 0 or more
     * @param otherExposure the population or time at risk of the second, in the same unit
     * @return the test; its p-value is 1 when there are no events at all; not defined when an exposure is 0
     * @throws IllegalArgumentException if a count is negative, or an exposure negative, NaN or infinite
     * @throws ArithmeticException if the counts together are above 1,000,000,000
     */
    public Statistic test(long count, double exposure, long otherCount, double otherExposure) {
        check(count, exposure, otherCount, otherExposure);
        if (exposure == 0 || otherExposure == 0) {
            return Statistic.NotDefined.ZERO_EXPOSURE;
        }
        double share = 1 / (1 + otherExposure / exposure);
        return Statistic.TestResult.exact((double) count, ExactTest.binomial(count, count + otherCount, share), code());
    }

    private static void check(long count, double exposure, long otherCount, double otherExposure) {
        Require.count(count);
        Require.count(otherCount);
        Require.amount(exposure, "an exposure");
        Require.amount(otherExposure, "an exposure");
        Require.countable(count);
        Require.countable(otherCount);
        Require.countable(count + otherCount);
    }
}
