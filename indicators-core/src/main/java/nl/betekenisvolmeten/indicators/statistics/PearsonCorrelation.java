package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.OptionalDouble;
import nl.betekenisvolmeten.indicators.Per;

/**
 * Pearson's correlation of two lists of numbers: whether they lie on a straight line, from -1 to 1. Single far-off areas
 * can decide it; {@link RankCorrelation} does not have that.
 *
 * <p>Pearson K. Mathematical contributions to the theory of evolution III: regression, heredity and panmixia.
 * Philosophical Transactions of the Royal Society A 1896;187:253-318.
 */
public final class PearsonCorrelation {

    private static final String METHOD = "pearson";
    private static final int FEWEST = 3;

    private PearsonCorrelation() {}

    /**
     * Returns the correlation with Fisher's interval: tanh(artanh r ∓ z / √(n - 3)).
     *
     * <p>Fisher RA. On the "probable error" of a coefficient of correlation deduced from a small sample. Metron
     * 1921;1:3-32.
     *
     * @param x finite numbers
     * @param y as many finite numbers
     * @param confidence how sure the interval is
     * @return the effect, its part how many pairs; not defined for fewer than 4 pairs, or when all of x or all of y are
     *     equal
     * @throws IllegalArgumentException if there are not as many of each, or a number is not finite
     */
    public static Statistic estimate(double[] x, double[] y, Confidence confidence) {
        Pairs.of(x, y);
        return RankCorrelation.reasonAgainst(x, y, FEWEST + 1).orElseGet(() -> interval(x, y, confidence));
    }

    private static Statistic interval(double[] x, double[] y, Confidence confidence) {
        double r = of(x, y);
        double half = confidence.z() / Math.sqrt(x.length - 3.0);
        double middle = Math.log((1 + r) / (1 - r)) / 2;
        Interval interval =
                Math.abs(r) == 1 ? Interval.of(r, r) : Interval.of(Math.tanh(middle - half), Math.tanh(middle + half));
        return new Statistic.Effect(r, interval, Per.ONE, confidence, List.of((double) x.length), METHOD);
    }

    /**
     * Tests whether the correlation is other than 0: t = r √((n - 2) / (1 - r²)) with n - 2 degrees of freedom. The
     * statistic is the correlation.
     *
     * @param x finite numbers
     * @param y as many finite numbers
     * @return the test; not defined for fewer than 3 pairs, or when all of x or all of y are equal
     * @throws IllegalArgumentException if there are not as many of each, or a number is not finite
     */
    public static Statistic test(double[] x, double[] y) {
        Pairs.of(x, y);
        return RankCorrelation.reasonAgainst(x, y, FEWEST).orElseGet(() -> {
            double r = of(x, y);
            double df = x.length - 2.0;
            return new Statistic.TestResult(
                    r, OptionalDouble.of(df), PValue.of(Tails.correlationBeyond(r, df)), METHOD);
        });
    }

    /** Returns the correlation of two or more numbers, not all equal in either list. */
    static double of(double[] x, double[] y) {
        double[] one = Sums.centred(Sums.scaled(x));
        double[] other = Sums.centred(Sums.scaled(y));
        double r = Sums.ofProducts(one, other)
                / (Math.sqrt(Sums.ofProducts(one, one)) * Math.sqrt(Sums.ofProducts(other, other)));
        return Math.max(-1, Math.min(1, r));
    }
}
