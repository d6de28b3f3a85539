package nl.betekenisvolmeten.indicators.statistics;

/**
 * Exact two-sided tests of a count against a fixed value: the sum of the probabilities of all outcomes that are no more
 * likely than the one seen. This is R's definition in {@code binom.test} and {@code poisson.test}, with its tolerance
 * (what is at most 1 + 1e-7 times as likely counts as no more likely); it is not twice the tail.
 *
 * <p>The outcomes are not walked through: the end of the other tail is found by bisection, as the probabilities are
 * monotone on each side of the mean. The relative error grows with the count: about 1e-11 at ten thousand, 2e-9 at a
 * million, 1e-5 at 1,000,000,000, where it ends.
 *
 * <p>The comparison value is taken as known. Where it is itself a count (another area, or a city that holds the area)
 * the test is too keen.
 *
 * <p>The exact intervals of {@link RateMethod} and {@link ProportionMethod} share the risk evenly over both sides, and
 * this test does not: now and then one leaves out a value that the other allows.
 *
 * <p>Fay MP. Two-sided exact tests and matching confidence intervals for discrete data. The R Journal
 * 2010;2(1):53-58 (the definition called "minlike").
 */
public final class ExactTest {

    /** The largest count, denominator or expected number of these tests. */
    public static final long LARGEST_COUNT = CountDistribution.LARGEST;

    /** Outcomes that are equally likely by symmetry differ in their last digits; R's own allowance. */
    private static final double LOG_TOLERANCE = Math.log1p(1e-7);

    private ExactTest() {}

    /**
     * Tests whether a proportion is other than a fixed one: binomial. 1 for an empty sample, which contradicts nothing.
     * With a share of 0 or 1 the answer is 1 or 0: anything else than that is impossible.
     *
     * @param numerator how many had it, 0 or more
     * @param denominator of how many, not below the numerator
     * @param share the proportion to compare with, from 0 to 1
     * @return the two-sided p-value
     * @throws IllegalArgumentException if the numerator is negative or above the denominator, or the share is not from
     *     0 to 1
     * @throws ArithmeticException if the denominator is above 1,000,000,000
     */
    public static PValue binomial(long numerator, long denominator, double share) {
        return binomial(numerator, denominator, share, Alternative.TWO_SIDED);
    }

    /**
     * Tests whether a proportion is other than a fixed one, or below or above it.
     *
     * @param numerator how many had it, 0 or more
     * @param denominator of how many, not below the numerator
     * @param share the proportion to compare with, from 0 to 1
     * @param alternative on which side to look
     * @return the p-value
     * @throws IllegalArgumentException as {@link #binomial(long, long, double)}
     * @throws ArithmeticException if the denominator is above 1,000,000,000
     */
    public static PValue binomial(long numerator, long denominator, double share, Alternative alternative) {
        Require.part(numerator, denominator);
        Require.share(share);
        Require.countable(denominator);
        return p(numerator, new CountDistribution.Binomial(denominator, share), alternative);
    }

    /**
     * Tests whether a count is other than expected: Poisson. With nothing expected the answer is 1 for a count of 0 and
     * 0 for any other.
     *
     * @param count the events, 0 or more
     * @param expected the number to compare with, such as a reference rate x exposure; 0 or more
     * @return the two-sided p-value
     * @throws IllegalArgumentException if the count is negative, or the expected number negative, NaN or infinite
     * @throws ArithmeticException if the count or the expected number is above 1,000,000,000
     */
    public static PValue poisson(long count, double expected) {
        return poisson(count, expected, Alternative.TWO_SIDED);
    }

    /**
     * Tests whether a count is other than expected, or below or above it.
     *
     * @param count the events, 0 or more
     * @param expected the number to compare with, 0 or more
     * @param alternative on which side to look
     * @return the p-value
     * @throws IllegalArgumentException as {@link #poisson(long, double)}
     * @throws ArithmeticException if the count or the expected number is above 1,000,000,000
     */
    public static PValue poisson(long count, double expected, Alternative alternative) {
        Require.count(count);
        Require.amount(expected, "an expected number");
        Require.countable(count);
        Require.countable(expected);
        return p(count, new CountDistribution.Poisson(expected), alternative);
    }

    private static PValue p(long seen, CountDistribution counts, Alternative alternative) {
        return switch (alternative) {
            case TWO_SIDED -> twoSided(seen, counts);
            case LESS -> PValue.of(Math.min(1, counts.atMost(seen)));
            case GREATER -> PValue.of(Math.min(1, counts.atLeast(seen)));
        };
    }

    private static PValue twoSided(long seen, CountDistribution counts) {
        if (seen == counts.mean()) {
            return PValue.of(1);
        }
        double bound = counts.logProbability(seen) + LOG_TOLERANCE;
        double sum = seen < counts.mean()
                ? counts.atMost(seen) + counts.atLeast(upperTail(counts, bound))
                : counts.atLeast(seen) + counts.atMost(lowerTail(counts, bound));
        return PValue.of(Math.min(1, sum));
    }

    /** Returns the smallest count not below the mean that is as unlikely as the bound, or one past the largest. */
    private static long upperTail(CountDistribution counts, double bound) {
        long low = (long) Math.ceil(counts.mean());
        long high = counts.largest() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (counts.logProbability(middle) <= bound) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Returns the largest count not above the mean that is as unlikely as the bound, or -1. */
    private static long lowerTail(CountDistribution counts, double bound) {
        long low = -1;
        long high = (long) Math.floor(counts.mean());
        while (low < high) {
            long middle = (low + high + 1) >> 1;
            if (counts.logProbability(middle) <= bound) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** On which side a test looks for a departure. One side only where the other was ruled out before the data were seen. */
    public enum Alternative implements Coded {
        /** On both sides: other than. */
        TWO_SIDED,
        /** Below only. */
        LESS,
        /** Above only. */
        GREATER
    }
}
