package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.function.DoublePredicate;
import nl.betekenisvolmeten.indicators.Per;

/**
 * How the interval of a ratio of two proportions is made, p1 / p2 with p = x / n, of two groups that don't share
 * persons: the relative risk. For a p-value: {@link ChiSquareTest} or {@link FisherExact}.
 */
public enum ProportionRatio implements Coded {
    /**
     * Koopman's score interval: the ratios r for which the score test doesn't reject that p1 = r p2. With q2 the
     * likeliest second proportion under that, q1 = r q2, the limits solve (p1 - r p2)² = z² (q1 (1 - q1) / n1 + r² q2 (1 -
     * q2) / n2). Right on average, also for small groups. The lower limit is 0 when nobody in the first group had it.
     *
     * <p>Koopman PAR. Confidence intervals for the ratio of two binomial proportions. Biometrics 1984;40:513-517.
     */
    KOOPMAN {
        @Override
        Interval limits(ProportionDifference.Pair pair, Confidence confidence) {
            double z = confidence.z();
            return Interval.of(lowerScore(pair, z), bound(ratio -> score(pair, ratio) <= -z));
        }
    },
    /**
     * The logarithm's normal interval: ln r ∓ z √(1/x1 - 1/n1 + 1/x2 - 1/n2). The one most often seen; poor for small
     * groups, without width where everybody in both groups had it, and not defined where nobody in the first did.
     *
     * <p>Katz D, Baptista J, Azen SP, Pike MC. Obtaining confidence intervals for the risk ratio in cohort studies.
     * Biometrics 1978;34:469-474.
     */
    KATZ {
        @Override
        Interval limits(ProportionDifference.Pair pair, Confidence confidence) {
            double variance = 1.0 / pair.x1() - 1.0 / pair.n1() + 1.0 / pair.x2() - 1.0 / pair.n2();
            double factor = Math.exp(confidence.z() * Math.sqrt(Math.max(0, variance)));
            double ratio = pair.p1() / pair.p2();
            return Interval.of(ratio / factor, ratio * factor);
        }
    };

    private static final double FURTHEST = 300;
    private static final int HALVINGS = 200;

    /**
     * Returns the ratio of two proportions, first / second, with its interval.
     *
     * @param numerator how many had it in the first group, 0 or more
     * @param denominator of how many, not below the numerator
     * @param otherNumerator how many had it in the second group, 0 or more
     * @param otherDenominator of how many, not below the numerator
     * @param confidence how sure the interval is
     * @return the effect, with the four numbers as its parts; at least its lower limit when nobody in the second group
     *     had it, since the ratio then has no upper one; not defined when a denominator is 0, or for {@link #KATZ} when
     *     nobody in one of the groups had it
     * @throws IllegalArgumentException if a numerator is negative or above its denominator
     */
    public Statistic estimate(
            long numerator, long denominator, long otherNumerator, long otherDenominator, Confidence confidence) {
        Require.part(numerator, denominator);
        Require.part(otherNumerator, otherDenominator);
        if (denominator == 0 || otherDenominator == 0) {
            return Statistic.NotDefined.ZERO_DENOMINATOR;
        }
        if (this == KATZ && (numerator == 0 || otherNumerator == 0)) {
            return Statistic.NotDefined.UNBOUNDED;
        }
        ProportionDifference.Pair pair =
                new ProportionDifference.Pair(numerator, denominator, otherNumerator, otherDenominator);
        List<Double> parts = pair.parts();
        if (otherNumerator == 0) {
            return new Statistic.AtLeast(lowerScore(pair, confidence.z()), confidence, parts, code());
        }
        return new Statistic.Effect(
                pair.p1() / pair.p2(), limits(pair, confidence), Per.ONE, confidence, parts, code());
    }

    abstract Interval limits(ProportionDifference.Pair pair, Confidence confidence);

    private static double lowerScore(ProportionDifference.Pair pair, double z) {
        return pair.x1() == 0 ? 0 : bound(ratio -> score(pair, ratio) < z);
    }

    /**
     * Returns the distance of the data from a ratio, in standard errors under that ratio; it falls as the ratio rises.
     */
    private static double score(ProportionDifference.Pair pair, double ratio) {
        double all = (double) pair.n1() + pair.n2();
        double b = ratio * (pair.n1() + (double) pair.x2()) + pair.x1() + pair.n2();
        double c = ratio * ((double) pair.x1() + pair.x2());
        double first = Math.min(1, 2 * c / (b + Math.sqrt(Math.max(0, b * b - 4 * all * c))));
        double second = Math.min(1, first / ratio);
        double variance = first * (1 - first) / pair.n1() + ratio * ratio * second * (1 - second) / pair.n2();
        double distance = pair.p1() - ratio * pair.p2();
        return variance == 0 ? Math.signum(distance) * Double.MAX_VALUE : distance / Math.sqrt(variance);
    }

    private static double bound(DoublePredicate holdsAbove) {
        return Math.exp(halved(FURTHEST, logarithm -> holdsAbove.test(Math.exp(logarithm))));
    }

    /** Returns from where something holds, between minus the reach and the reach, by halving. */
    static double halved(double reach, DoublePredicate holdsAbove) {
        double low = -reach;
        double high = reach;
        for (int i = 0; i < HALVINGS && high - low > Math.ulp(high); i++) {
            double middle = (low + high) / 2;
            if (holdsAbove.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }
}
