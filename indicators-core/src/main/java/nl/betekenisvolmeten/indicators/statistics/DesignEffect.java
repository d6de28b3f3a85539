package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import nl.betekenisvolmeten.indicators.Per;

/**
 * How much larger the variance of a number of events is than Poisson has it, because the same persons stand behind several
 * of them: one who visits ten times is no ten independent visitors. With x the events of each person and N = Σ x the
 * events together, the variance of N is Σ x², so D = Σ x² / N = mean(x) (1 + cv²).
 *
 * <p>That holds where persons decide independently of each other whether they come at all, by chance (a compound Poisson
 * process). A cause that all share, such as a meeting that was cancelled or a trip with a full coach, is not in it.
 *
 * <p>Rao JNK, Scott AJ. A simple method for the analysis of clustered binary data. Biometrics 1992;48:577-585. The same for
 * counts: Rao JNK, Scott AJ. A simple method for analysing overdispersion in clustered Poisson data. Statistics in Medicine
 * 1999;18:1373-1385. Repeated events of persons in rates: Glynn RJ, Stukel TA, Sharp SM, Bubolz TA, Freeman JL, Fisher ES.
 * Estimating the variance of standardized rates of recurrent events, with application to hospitalizations among the elderly
 * in New England. American Journal of Epidemiology 1993;137:776-786. Stukel TA, Glynn RJ, Fisher ES, Sharp SM, Lu-Yao G,
 * Wennberg JE. Standardized rates of recurrent outcomes. Statistics in Medicine 1994;13:1781-1791. The term design effect:
 * Kish L. Survey Sampling. New York: Wiley; 1965.
 *
 * @param lower the lower bound, above 0
 * @param upper the upper bound, not below {@code lower}; empty where that is not known
 * @param basis what is known of it
 */
public record DesignEffect(double lower, OptionalDouble upper, Basis basis) {

    /** Each event is of another person: Poisson. */
    public static final DesignEffect ONE = new DesignEffect(1, OptionalDouble.of(1), Basis.EXACT);

    /** There are no persons behind the events, as with meetings: nothing can be said of chance. */
    public static final DesignEffect NONE = new DesignEffect(1, OptionalDouble.empty(), Basis.NONE);

    /** What is known of a design effect. */
    public enum Basis {
        /** The squares of all events are known. */
        EXACT,
        /** It lies between two ends. */
        BETWEEN,
        /** It is at least this much. */
        LOWER_BOUND,
        /** There is none. */
        NONE;

        /**
         * Returns the word in files.
         *
         * @return such as {@code lower_bound}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @throws IllegalArgumentException if an end is not finite or not above 0, the ends are the wrong way round, or they
     *     do not fit the basis
     */
    public DesignEffect {
        Require.positive(lower, "a design effect");
        if (upper.isPresent()) {
            Require.positive(upper.getAsDouble(), "a design effect");
        }
        boolean ends = upper.isPresent() && upper.getAsDouble() >= lower;
        boolean fits = switch (basis) {
            case EXACT -> ends && upper.getAsDouble() == lower;
            case BETWEEN -> ends;
            case LOWER_BOUND, NONE -> upper.isEmpty();
        };
        if (!fits) {
            throw new IllegalArgumentException("bounds do not fit basis " + basis + ": " + lower + " to " + upper);
        }
    }

    /**
     * Returns a design effect between two ends.
     *
     * @param lower the least, above 0
     * @param upper the most
     * @return the design effect; exact where the ends are the same
     * @throws IllegalArgumentException if an end is not above 0 or the ends are the wrong way round
     */
    public static DesignEffect between(double lower, double upper) {
        return new DesignEffect(lower, OptionalDouble.of(upper), lower == upper ? Basis.EXACT : Basis.BETWEEN);
    }

    /**
     * Returns a design effect with only a lower bound.
     *
     * @param lower the least, above 0
     * @return the design effect
     * @throws IllegalArgumentException if it is not above 0
     */
    public static DesignEffect atLeast(double lower) {
        return new DesignEffect(lower, OptionalDouble.empty(), Basis.LOWER_BOUND);
    }

    /**
     * Returns the design effect of events whose persons are counted and not more: the mean of Σ x² is least where all have
     * the same number of events, so D is at least N / P, and for events that come one at a time at least 1.
     *
     * @param events the events N, or an amount such as hours; 0 or more
     * @param persons the most persons P that they can be of, 0 or more
     * @param least what it is at least by itself: 1 for whole events; 0 for amounts such as hours, whose unit is arbitrary
     * @return the design effect; of basis {@link Basis#NONE} where neither says anything
     * @throws IllegalArgumentException if a number is negative, NaN or infinite
     */
    public static DesignEffect ofPersons(double events, double persons, double least) {
        Require.amount(events, "events");
        Require.amount(persons, "persons");
        Require.amount(least, "a least design effect");
        double lower = Math.max(least, persons > 0 ? events / persons : 0);
        return lower > 0 ? atLeast(lower) : NONE;
    }

    /**
     * Returns the design effect of events in several parts (organisations, areas or periods), given the sum of squares
     * of each. If no person is in two parts, the sums add up; if the same persons are in all of them, Σ x² is at most
     * (Σ √S)² (Minkowski's inequality). With one part the result is exact.
     *
     * @param events the events of all parts together, above 0
     * @param squares for each part, the sum S over its persons of the square of their events
     * @return the design effect
     * @throws IllegalArgumentException if there are no parts, the events are not above 0, or a sum is not above 0
     */
    public static DesignEffect ofSquares(double events, List<Double> squares) {
        Require.positive(events, "events");
        Require.atLeast(1, squares.size(), "parts");
        double sum = 0;
        double roots = 0;
        for (double part : squares) {
            Require.positive(part, "a sum of squares");
            sum += part;
            roots += Math.sqrt(part);
        }
        return squares.size() == 1
                ? between(sum / events, sum / events)
                : between(sum / events, roots * roots / events);
    }

    /**
     * Returns whether both ends are known.
     *
     * @return true for an exact one and for one between two ends
     */
    public boolean isBounded() {
        return upper.isPresent();
    }

    /**
     * Returns the upper bound, or where that is not known the lower one.
     *
     * @return the end to make an interval with
     */
    public double widest() {
        return upper.orElse(lower);
    }

    /**
     * A number of events at a design effect. Its interval is that of N / D events, times D.
     *
     * @param count the events N, 0 or more; need not be whole
     * @param exposure the population or time at risk, above 0
     * @param designEffect D, above 0
     */
    public record Events(double count, double exposure, double designEffect) {

        /**
         * Below this many effective events N / D nothing is tested: the squares then rest on a few persons, and the test
         * would call equal areas different more often than it says.
         */
        public static final double FEWEST = 10;

        private static final String METHOD = "log-rate-ratio";

        /** @throws IllegalArgumentException if a number is negative, NaN or infinite, or the last two are 0 */
        public Events {
            Require.amount(count, "a count");
            Require.positive(exposure, "an exposure");
            Require.positive(designEffect, "a design effect");
        }

        /**
         * Returns the rate with its interval.
         *
         * @param method how the interval of N / D events is made
         * @param per the unit of the result
         * @param confidence how sure the interval is
         * @return the estimate; not defined for {@link Confidence#CERTAIN}
         * @throws IllegalArgumentException if the exposure is so near 0 that the rate is not finite
         * @throws ArithmeticException if the method is exact and N / D above 1,000,000,000
         */
        public Statistic rate(RateMethod method, Per per, Confidence confidence) {
            Statistic effective =
                    method.estimateAmounts(count / designEffect, exposure / designEffect, per, confidence);
            return effective instanceof Statistic.Estimate estimate
                    ? new Statistic.Estimate(
                            count,
                            exposure,
                            per,
                            per.ratio(count, exposure),
                            estimate.interval(),
                            confidence,
                            estimate.method())
                    : effective;
        }

        /**
         * Returns the ratio of this rate to another, with its interval: the logarithm of the ratio is taken to be normal,
         * with variance D1 / N1 + D2 / N2.
         *
         * @param other the rate that it is divided by
         * @param confidence how sure the interval is
         * @return the effect; not defined if either has no events
         */
        public Statistic ratioTo(Events other, Confidence confidence) {
            if (count == 0 || other.count == 0 || confidence.isCertain()) {
                return Statistic.NotDefined.UNBOUNDED;
            }
            double ratio = (count / exposure) / (other.count / other.exposure);
            double spread = Math.exp(confidence.z() * Math.sqrt(logVariance() + other.logVariance()));
            return new Statistic.Effect(
                    ratio,
                    Interval.of(ratio / spread, ratio * spread),
                    Per.ONE,
                    confidence,
                    List.of(count, exposure, designEffect, other.count, other.exposure, other.designEffect),
                    METHOD);
        }

        /**
         * Tests whether this rate differs from another, by the same logarithm. The statistic is z.
         *
         * @param other the other rate
         * @return the test; not defined if either has fewer than {@link #FEWEST} effective events
         */
        public Statistic test(Events other) {
            return isFew() || other.isFew()
                    ? Statistic.NotDefined.TOO_FEW_EVENTS
                    : test(other.count / other.exposure, logVariance() + other.logVariance());
        }

        /**
         * Tests whether this rate differs from one that is taken as known.
         *
         * @param rate events per unit of exposure, 0 or more
         * @return the test; not defined if there are fewer than {@link #FEWEST} effective events, or the rate is 0
         * @throws IllegalArgumentException if the rate is negative, NaN or infinite
         */
        public Statistic test(double rate) {
            Require.amount(rate, "a rate");
            if (isFew()) {
                return Statistic.NotDefined.TOO_FEW_EVENTS;
            }
            return rate == 0 ? Statistic.NotDefined.UNBOUNDED : test(rate, logVariance());
        }

        private boolean isFew() {
            return count / designEffect < FEWEST;
        }

        private Statistic test(double rate, double variance) {
            double log = Math.log(count / exposure) - Math.log(rate);
            double error = Math.sqrt(variance);
            return new Statistic.TestResult(
                    log / error, OptionalDouble.empty(), NormalTest.twoSided(log, error), METHOD);
        }

        private double logVariance() {
            return designEffect / count;
        }
    }
}
