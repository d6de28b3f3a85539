package nl.betekenisvolmeten.indicators.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * A distribution of counts, with both tails computed directly: one minus the other tail has no digits left where it is
 * small. The probabilities rise up to the mean and fall after it.
 */
sealed interface CountDistribution {

    /**
     * The largest count of the exact methods. Commons Math counts in ints, and what is above the largest int must have
     * no probability left, also when this many are expected.
     */
    long LARGEST = 1_000_000_000;

    /**
     * Returns the expected count.
     *
     * @return 0 or more
     */
    double mean();

    /**
     * Returns the largest count that is looked at; what is above it has no probability.
     *
     * @return fits an int
     */
    long largest();

    /**
     * Returns the natural logarithm of the probability of a count.
     *
     * @param count from 0 to {@link #largest}
     * @return 0 or less; minus infinity for what can't happen
     */
    double logProbability(long count);

    /**
     * Returns the probability of this count or less.
     *
     * @param count any; below 0 the answer is 0
     * @return a probability
     */
    double atMost(long count);

    /**
     * Returns the probability of this count or more.
     *
     * @param count any; 0 and below the answer is 1
     * @return a probability
     */
    double atLeast(long count);

    /**
     * Counts of independent events.
     *
     * @param mean the expected count, finite, from 0 to {@link #LARGEST}
     */
    record Poisson(double mean) implements CountDistribution {

        private static final double ACCURACY = 1e-15;
        private static final long END = Integer.MAX_VALUE - 1L;

        @Override
        public long largest() {
            return END;
        }

        @Override
        public double logProbability(long count) {
            if (mean == 0) {
                return count == 0 ? 0 : Double.NEGATIVE_INFINITY;
            }
            return new PoissonDistribution(null, mean, ACCURACY, Integer.MAX_VALUE).logProbability((int) count);
        }

        @Override
        public double atMost(long count) {
            return count < 0 ? 0 : Gamma.regularizedGammaQ(count + 1.0, mean);
        }

        @Override
        public double atLeast(long count) {
            return count <= 0 ? 1 : Gamma.regularizedGammaP((double) count, mean);
        }
    }

    /**
     * Counts of those who have it, among so many.
     *
     * @param size among how many, from 0 to {@link #LARGEST}
     * @param share the probability of one, from 0 to 1
     */
    record Binomial(long size, double share) implements CountDistribution {

        @Override
        public double mean() {
            return size * share;
        }

        @Override
        public long largest() {
            return size;
        }

        @Override
        public double logProbability(long count) {
            return new BinomialDistribution(null, (int) size, share).logProbability((int) count);
        }

        @Override
        public double atMost(long count) {
            if (count < 0 || count >= size) {
                return count < 0 ? 0 : 1;
            }
            return Beta.regularizedBeta(1 - share, (double) (size - count), count + 1.0);
        }

        @Override
        public double atLeast(long count) {
            if (count <= 0 || count > size) {
                return count <= 0 ? 1 : 0;
            }
            return Beta.regularizedBeta(share, (double) count, size - count + 1.0);
        }
    }
}
