package nl.betekenisvolmeten.indicators.statistics;

import java.util.stream.DoubleStream;

/**
 * Whether proportions or rates rise or fall along scores, such as years or quintiles of deprivation. One degree of
 * freedom: they look for a straight line, and can miss a bend. Scores count by their proportions: 1, 2, 3 gives what
 * 2019, 2020, 2021 gives.
 */
public final class TrendTest {

    private TrendTest() {}

    /**
     * Tests a trend by Cochran and Armitage, for proportions: with x the numerators, n the denominators, s the scores,
     * P = Σ x / Σ n and s̄ the mean of the scores weighted by n, (Σ x (s - s̄))² / (P (1 - P) Σ n (s - s̄)²).
     *
     * <p>Armitage P. Tests for linear trends in proportions and frequencies. Biometrics 1955;11:375-386.
     *
     * @param numerators how many had it, for each group
     * @param denominators of how many, for each group
     * @param scores finite, for each group
     * @return the test; not defined when all or none had it, or the scores of the groups that have persons don't differ
     * @throws IllegalArgumentException if there are fewer than two groups, not as many of each, a numerator is not part
     *     of its denominator, or a score is not finite
     */
    public static Statistic proportions(long[] numerators, long[] denominators, double... scores) {
        Require.parts(numerators, denominators);
        double[] sizes = Sums.doubles(denominators);
        double share = Sums.of(Sums.doubles(numerators)) / Math.max(1, Sums.of(sizes));
        return test(Sums.doubles(numerators), sizes, scores, 1 - share, "cochran-armitage");
    }

    /**
     * Returns the same for counts of independent events against exposures: with c the counts, e the exposures, C = Σ c
     * and s̄ the mean of the scores weighted by e, (Σ c (s - s̄))² Σ e / (C Σ e (s - s̄)²).
     *
     * <p>Breslow NE, Day NE. Statistical Methods in Cancer Research, volume II. Lyon: IARC; 1987, pages 96-97.
     *
     * @param counts the events, for each group
     * @param exposures the population or time at risk, for each group
     * @param scores finite, for each group
     * @return the test; not defined when there are no events, or the scores of the groups with exposure don't differ
     * @throws IllegalArgumentException if there are fewer than two groups, not as many of each, a count is negative, an
     *     exposure negative, NaN or infinite, a score not finite, or there are events without exposure
     */
    public static Statistic counts(long[] counts, double[] exposures, double... scores) {
        Require.events(counts, exposures);
        return test(Sums.doubles(counts), exposures, scores, 1, "poisson-trend");
    }

    /** Computes the statistic; the units of the sizes and of the scores cancel out. */
    private static Statistic test(double[] counts, double[] given, double[] units, double rest, String method) {
        Require.asMany(given.length, units.length);
        Require.atLeast(2, given.length, "groups");
        DoubleStream.of(units).forEach(score -> Require.finite(score, "a score"));
        double[] sizes = Sums.scaled(given);
        double[] scores = Sums.scaled(units);
        double total = Sums.of(sizes);
        double events = Sums.of(counts);
        if (events == 0 || rest == 0) {
            return Statistic.NotDefined.NO_VARIATION;
        }
        double mean = Sums.ofProducts(sizes, scores) / total;
        double[] centred = DoubleStream.of(scores).map(score -> score - mean).toArray();
        double[] squared = DoubleStream.of(centred).map(score -> score * score).toArray();
        double spread = Sums.ofProducts(sizes, squared);
        if (spread == 0) {
            return Statistic.NotDefined.NO_VARIATION;
        }
        double slope = Sums.ofProducts(counts, centred);
        return Statistic.TestResult.chiSquare(slope * slope / (events / total * rest * spread), 1, method);
    }
}
