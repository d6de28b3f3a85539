package nl.betekenisvolmeten.indicators.statistics;

import nl.betekenisvolmeten.indicators.Per;

/**
 * How the interval of a proportion is made. With x the numerator, n the denominator, p = x / n and z the normal deviate
 * of the confidence, the value is per x p whatever the method.
 */
public enum ProportionMethod implements IntervalMethod {
    /**
     * Wilson's score interval, without continuity correction: the proportions that a score test would not reject,
     * (2x + z² ∓ z √(z² + 4x(1 - p))) / 2(n + z²). Right on average, also for small n.
     *
     * <p>Wilson EB. Probable inference, the law of succession, and statistical inference. Journal of the American
     * Statistical Association 1927;22:209-212, doi:10.1080/01621459.1927.10502953. Newcombe RG. Two-sided confidence
     * intervals for the single proportion: comparison of seven methods. Statistics in Medicine 1998;17:857-872, method
     * 3.
     */
    WILSON {
        @Override
        Interval limits(double x, double n, Confidence confidence) {
            return wilson(x, n, confidence.z());
        }
    },
    /**
     * Wilson's interval with continuity correction: the lower limit as if half a person less had it, the upper one as if
     * half a person more did. Nearly as careful as {@link #CLOPPER_PEARSON}. The same as R's {@code prop.test}, except
     * where R takes less than the half off because the hypothesis is nearer than that: an interval does not depend on
     * what it is compared with.
     *
     * <p>Newcombe RG. Two-sided confidence intervals for the single proportion: comparison of seven methods. Statistics
     * in Medicine 1998;17:857-872, method 4.
     */
    WILSON_CORRECTED {
        @Override
        Interval limits(double x, double n, Confidence confidence) {
            double z = confidence.z();
            double lower = x <= 0.5 ? 0 : wilson(x - 0.5, n, z).lower();
            double upper = x >= n - 0.5 ? 1 : wilson(x + 0.5, n, z).upper();
            return Interval.of(lower, upper);
        }
    },
    /**
     * Clopper and Pearson's interval, "exact": the quantiles of the beta distribution, (1 - confidence) / 2 of beta(x,
     * n - x + 1) and (1 + confidence) / 2 of beta(x + 1, n - x). Covers at least as often as it says, and so is wider
     * than Wilson's. For denominators up to 1,000,000,000.
     *
     * <p>Clopper CJ, Pearson ES. The use of confidence or fiducial limits illustrated in the case of the binomial.
     * Biometrika 1934;26:404-413, doi:10.1093/biomet/26.4.404.
     */
    CLOPPER_PEARSON {
        @Override
        Interval limits(double x, double n, Confidence confidence) {
            Require.countable(n);
            double tail = confidence.tail();
            double lower = x == 0 ? 0 : Quantiles.beta(x, n - x + 1, tail);
            double upper = x == n ? 1 : Quantiles.beta(x + 1, n - x, 1 - tail);
            return Interval.of(lower, upper);
        }
    },
    /**
     * Agresti and Coull's interval: the textbook one after adding z² / 2 to those who had it and to those who had not,
     * q ∓ z √(q (1 - q) / (n + z²)) with q = (x + z² / 2) / (n + z²), cut at 0 and 1. Holds Wilson's interval around the
     * same middle; easily explained.
     *
     * <p>Agresti A, Coull BA. Approximate is better than "exact" for interval estimation of binomial proportions. The
     * American Statistician 1998;52:119-126.
     */
    AGRESTI_COULL {
        @Override
        Interval limits(double x, double n, Confidence confidence) {
            double z = confidence.z();
            double size = n + z * z;
            double middle = (x + z * z / 2) / size;
            double rest = (n - x + z * z / 2) / size;
            double half = z * Math.sqrt(middle * rest / size);
            double lower = x == 0 ? 0 : Math.max(0, middle - half);
            double upper = x == n ? 1 : Math.min(1, middle + half);
            return Interval.of(lower, upper);
        }
    },
    /**
     * Jeffreys' interval: the quantiles (1 - confidence) / 2 and (1 + confidence) / 2 of beta(x + 1/2, n - x + 1/2), what
     * one knows after x of n when one started from Jeffreys' prior. The lower limit is 0 at x = 0 and the upper one 1 at x
     * = n, and with next to no confidence the limits are drawn out to hold p. For denominators up to 1,000,000,000.
     *
     * <p>Brown LD, Cai TT, DasGupta A. Interval estimation for a binomial proportion. Statistical Science
     * 2001;16:101-133.
     */
    JEFFREYS {
        @Override
        Interval limits(double x, double n, Confidence confidence) {
            Require.countable(n);
            double tail = confidence.tail();
            double lower = x == 0 ? 0 : Quantiles.beta(x + 0.5, n - x + 0.5, tail);
            double upper = x == n ? 1 : Quantiles.beta(x + 0.5, n - x + 0.5, 1 - tail);
            return Interval.of(lower, Math.max(lower, upper));
        }
    };

    private static final Interval WHOLE = Interval.of(0, 1);

    /**
     * Returns a proportion with its interval. The lower limit is exactly 0 when the numerator is 0, and the upper limit
     * exactly the multiplier of {@code per} when the numerator equals the denominator; with {@link Confidence#CERTAIN}
     * both are.
     *
     * @param numerator how many had it, 0 or more
     * @param denominator of how many, not below the numerator
     * @param per the unit of the result, such as a percentage
     * @param confidence how sure the interval is
     * @return the estimate; not defined when the denominator is 0
     * @throws IllegalArgumentException if the numerator is negative or above the denominator
     * @throws ArithmeticException if the method is exact and the denominator above 1,000,000,000
     */
    public Statistic estimate(long numerator, long denominator, Per per, Confidence confidence) {
        Require.part(numerator, denominator);
        return of((double) numerator, (double) denominator, per, confidence);
    }

    /**
     * Returns the same of amounts that need not be whole, such as weighted numbers or averages over years. The interval
     * is that of as many persons as the denominator says: with weights from a survey divide both by the design effect
     * first.
     *
     * @param numerator the amount that had it, 0 or more
     * @param denominator the amount that it is part of, not below the numerator
     * @param per the unit of the result, such as a percentage
     * @param confidence how sure the interval is
     * @return the estimate; not defined when the denominator is 0
     * @throws IllegalArgumentException if the numerator is negative or above the denominator, or a number not finite
     * @throws ArithmeticException if the method is exact and the denominator above 1,000,000,000
     */
    public Statistic estimateAmounts(double numerator, double denominator, Per per, Confidence confidence) {
        Require.amount(numerator, "a numerator");
        Require.amount(denominator, "a denominator");
        if (numerator > denominator) {
            throw new IllegalArgumentException(
                    "a numerator must be part of its denominator: " + numerator + " of " + denominator);
        }
        return of(numerator, denominator, per, confidence);
    }

    private Statistic of(double numerator, double denominator, Per per, Confidence confidence) {
        if (denominator == 0) {
            return Statistic.NotDefined.ZERO_DENOMINATOR;
        }
        Interval share = confidence.isCertain() ? WHOLE : limits(numerator, denominator, confidence);
        double value = per.ratio(numerator, denominator);
        // the same in the unit asked for
        Interval interval =
                Interval.of(Math.min(per.ratio(share.lower(), 1), value), Math.max(per.ratio(share.upper(), 1), value));
        return new Statistic.Estimate(numerator, denominator, per, value, interval, confidence, code());
    }

    /**
     * Returns the limits as shares of 1.
     *
     * @param x the numerator, from 0 to the denominator
     * @param n the denominator, above 0
     * @param confidence how sure the interval is, below certainty
     * @return an interval within 0 and 1
     */
    abstract Interval limits(double x, double n, Confidence confidence);

    /**
     * Returns Wilson's interval. The lower root is a quotient of sums, as the textbook's difference loses digits near
     * 0.
     */
    private static Interval wilson(double x, double n, double z) {
        double share = x / n;
        double centre = 2.0 * x + z * z;
        double spread = z * Math.sqrt(z * z + 4 * share * (n - x));
        double lower = x == 0 ? 0 : 2.0 * x * share / (centre + spread);
        double upper = x == n ? 1 : (centre + spread) / (2 * (n + z * z));
        // where the two are all but equal, rounding alone could put one past the other
        return Interval.of(Math.min(lower, share), Math.min(1, Math.max(upper, share)));
    }
}
