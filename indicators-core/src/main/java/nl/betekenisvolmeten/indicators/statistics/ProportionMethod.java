package nl.betekenisvolmeten.indicators.statistics;

/**
 * How the interval of a proportion is made. With x the numerator, n the denominator, p = x / n and z the normal deviate
 * of the confidence, the value is per x p whatever the method.
 */
public enum ProportionMethod {
    /**
     * Wilson's score interval, without continuity correction: the proportions that a score test would not reject,
     * (2x + z² ∓ z √(z² + 4x(1 - p))) / 2(n + z²). Right on average, also for small n.
     *
     * <p>Wilson EB. Probable inference, the law of succession, and statistical inference. Journal of the American
     * Statistical Association 1927;22:209-212, doi:10.1080/01621459.1927.10502953. Newcombe RG. Two-sided confidence
     * intervals for the single proportion: comparison of seven methods. Statistics in Medicine 1998;17:857-872, method
     * 3.
     */
    WILSON("wilson") {
        @Override
        Interval limits(long numerator, long denominator, Confidence confidence) {
            return wilson(numerator, denominator, confidence.z());
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
    CLOPPER_PEARSON("clopper-pearson") {
        @Override
        Interval limits(long numerator, long denominator, Confidence confidence) {
            Require.countable(denominator);
            return clopperPearson(numerator, denominator, confidence.tail());
        }
    };

    private final String code;

    ProportionMethod(String code) {
        this.code = code;
    }

    /**
     * The stable name in files.
     *
     * @return such as {@code wilson}
     */
    public String code() {
        return code;
    }

    /**
     * A proportion with its interval. The lower limit is exactly 0 when the numerator is 0, and the upper limit exactly
     * the multiplier of {@code per} when the numerator equals the denominator.
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
        if (denominator == 0) {
            return NotDefined.of(NotDefined.Reason.ZERO_DENOMINATOR);
        }
        Interval share = limits(numerator, denominator, confidence);
        double value = per.ratio((double) numerator, (double) denominator);
        // the same in the unit asked for
        Interval interval =
                Interval.of(Math.min(per.ratio(share.lower(), 1), value), Math.max(per.ratio(share.upper(), 1), value));
        return new Estimate((double) numerator, (double) denominator, per, value, interval, confidence, code);
    }

    /**
     * The limits as shares of 1.
     *
     * @param numerator from 0 to the denominator
     * @param denominator 1 or more
     * @param confidence how sure the interval is
     * @return an interval within 0 and 1
     */
    abstract Interval limits(long numerator, long denominator, Confidence confidence);

    /** The lower root is written as a quotient of sums, since the difference of the textbook loses digits near 0. */
    private static Interval wilson(long x, long n, double z) {
        double share = x / (double) n;
        double centre = 2.0 * x + z * z;
        double spread = z * Math.sqrt(z * z + 4 * share * (n - x));
        double lower = x == 0 ? 0 : 2.0 * x * share / (centre + spread);
        double upper = x == n ? 1 : (centre + spread) / (2 * (n + z * z));
        // where the two are all but equal, rounding alone could put one past the other
        return Interval.of(Math.min(lower, share), Math.min(1, Math.max(upper, share)));
    }

    private static Interval clopperPearson(long x, long n, double tail) {
        double lower = x == 0 ? 0 : Quantiles.beta((double) x, n - x + 1.0, tail);
        double upper = x == n ? 1 : Quantiles.beta(x + 1.0, (double) (n - x), 1 - tail);
        return Interval.of(lower, upper);
    }
}
