package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.function.ToDoubleFunction;
import nl.betekenisvolmeten.indicators.Per;

/**
 * Tables of two by two in several strata, such as two districts in each age band, taken together: whether what goes on
 * within the strata points one way. With a, b, c, d the cells of a stratum, row by row, and n its total.
 *
 * <p>Mantel N, Haenszel W. Statistical aspects of the analysis of data from retrospective studies of disease. Journal of
 * the National Cancer Institute 1959;22:719-748.
 */
public final class MantelHaenszel {

    private static final String METHOD = "mantel-haenszel";

    private MantelHaenszel() {}

    /**
     * Tests whether the common odds ratio is other than 1: (|Σ a - Σ E| - c)² / Σ V with E = (a + b)(a + c) / n and V
     * the hypergeometric variance, one degree of freedom. As R, half a count is taken off only where the distance is at
     * least that. Strata with fewer than two persons say nothing and are passed over.
     *
     * @param strata tables of two by two
     * @param continuity whether to allow for whole counts
     * @return the test; not defined when no stratum has both rows and both columns filled
     * @throws IllegalArgumentException if a table is not two by two
     */
    public static Statistic test(List<CrossTable> strata, ChiSquareTest.Continuity continuity) {
        strata.forEach(CrossTable::requireTwoByTwo);
        List<CrossTable> used =
                strata.stream().filter(table -> table.total() > 1).toList();
        double variance = sum(used, MantelHaenszel::variance);
        if (variance == 0) {
            return Statistic.NotDefined.NO_VARIATION;
        }
        double distance = Math.abs(sum(used, table -> table.count(0, 0) - table.expected(0, 0)));
        double rest = distance - (distance >= 0.5 ? continuity.correction(distance) : 0);
        String method = continuity == ChiSquareTest.Continuity.NONE ? METHOD : METHOD + "-" + continuity.code();
        return Statistic.TestResult.chiSquare(rest * rest / variance, 1, method);
    }

    private static double variance(CrossTable table) {
        double n = table.total();
        return table.rowTotal(0) * table.rowTotal(1) / n * table.columnTotal(0) / n * table.columnTotal(1) / (n - 1);
    }

    /**
     * Returns the common odds ratio Σ (ad / n) / Σ (bc / n) with limits on the log scale. With P = (a + d) / n, Q = (b
     * + c) / n, R = ad / n, S = bc / n: the variance of the logarithm is Σ PR / 2R² + Σ (PS + QR) / 2RS + Σ QS / 2S²,
     * where R and S below the line are sums.
     *
     * <p>Robins J, Breslow N, Greenland S. Estimators of the Mantel-Haenszel variance consistent in both sparse data and
     * large-strata limiting models. Biometrics 1986;42:311-323.
     *
     * @param strata tables of two by two
     * @param confidence how sure the interval is
     * @return the effect, with the two sums as its parts; not defined when either is 0, since the logarithm is then
     *     without bound
     * @throws IllegalArgumentException if a table is not two by two
     */
    public static Statistic oddsRatio(List<CrossTable> strata, Confidence confidence) {
        strata.forEach(CrossTable::requireTwoByTwo);
        List<CrossTable> used =
                strata.stream().filter(table -> table.total() > 0).toList();
        double with = sum(used, MantelHaenszel::diagonal);
        double against = sum(used, MantelHaenszel::otherDiagonal);
        if (with == 0 || against == 0) {
            return Statistic.NotDefined.UNBOUNDED;
        }
        double variance = sum(used, table -> agreeing(table) * diagonal(table)) / (2 * with * with)
                + sum(used, t -> agreeing(t) * otherDiagonal(t) + (1 - agreeing(t)) * diagonal(t))
                        / (2 * with * against)
                + sum(used, table -> (1 - agreeing(table)) * otherDiagonal(table)) / (2 * against * against);
        double factor = Math.exp(confidence.z() * Math.sqrt(variance));
        double ratio = with / against;
        return new Statistic.Effect(
                ratio,
                Interval.of(ratio / factor, ratio * factor),
                Per.ONE,
                confidence,
                List.of(with, against),
                METHOD);
    }

    private static double diagonal(CrossTable table) {
        return table.count(0, 0) / table.total() * table.count(1, 1);
    }

    private static double otherDiagonal(CrossTable table) {
        return table.count(0, 1) / table.total() * table.count(1, 0);
    }

    private static double agreeing(CrossTable table) {
        return (table.count(0, 0) + table.count(1, 1)) / table.total();
    }

    private static double sum(List<CrossTable> strata, ToDoubleFunction<CrossTable> term) {
        return Sums.of(strata.stream().mapToDouble(term).toArray());
    }
}
