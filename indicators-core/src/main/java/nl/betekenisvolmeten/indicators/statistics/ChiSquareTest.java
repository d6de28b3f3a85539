package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Pearson's chi-square tests of counts: Σ (|O - E| - c)² / E with O what was counted, E what is expected and c the
 * continuity correction. An approximation, poor where expected counts are below 5: then {@link FisherExact} or
 * {@link ExactTest}.
 *
 * <p>Pearson K. On the criterion that a given system of deviations... Philosophical Magazine 1900;50:157-175. Yates F.
 * Contingency tables involving small numbers and the χ² test. Supplement to the Journal of the Royal Statistical Society
 * 1934;1:217-235.
 */
public final class ChiSquareTest {

    private static final String METHOD = "chi-square";

    private ChiSquareTest() {}

    /**
     * Tests whether two characteristics go together, or groups differ in a proportion ({@link CrossTable#ofGroups}).
     * Expected is row total x column total / total; (rows - 1) x (columns - 1) degrees of freedom.
     *
     * @param table the counts
     * @param continuity for a table of two by two; others have none, whatever is asked
     * @return the test; not defined when a row or a column is empty
     */
    public static Statistic independence(CrossTable table, Continuity continuity) {
        if (table.hasEmptyLine()) {
            return Statistic.NotDefined.NO_VARIATION;
        }
        Continuity used = table.isTwoByTwo() ? continuity : Continuity.NONE;
        int rows = table.rows().size();
        double[] terms = IntStream.range(0, rows * table.width())
                .mapToDouble(cell -> {
                    int row = cell / table.width();
                    int column = cell % table.width();
                    return term((double) table.count(row, column), table.expected(row, column), used);
                })
                .toArray();
        return Statistic.TestResult.chiSquare(Sums.of(terms), (rows - 1L) * (table.width() - 1), method(used));
    }

    private static double term(double observed, double expected, Continuity continuity) {
        double distance = Math.abs(observed - expected);
        double rest = distance - continuity.correction(distance);
        return rest * rest / expected;
    }

    private static String method(Continuity continuity) {
        return continuity == Continuity.NONE ? METHOD : METHOD + "-" + continuity.code();
    }

    /**
     * Returns where a table departs from independence: for each cell (O - E) / √(E (1 - row share) (1 - column share)),
     * which is about standard normal.
     *
     * @param table the counts
     * @return the residuals, row by row; 0 if a row or a column has nobody or all of them
     */
    public static List<List<Double>> standardizedResiduals(CrossTable table) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> IntStream.range(0, table.width())
                        .mapToObj(column -> residual(table, row, column))
                        .toList())
                .toList();
    }

    private static double residual(CrossTable table, int row, int column) {
        if (table.total() == 0) {
            return 0;
        }
        double expected = table.expected(row, column);
        double error = Math.sqrt(
                expected * (1 - table.rowTotal(row) / table.total()) * (1 - table.columnTotal(column) / table.total()));
        return error == 0 ? 0 : (table.count(row, column) - expected) / error;
    }

    /**
     * Tests whether counts are spread as given shares say, such as clients over districts against inhabitants; one
     * degree of freedom less than there are counts.
     *
     * @param observed the counts, two or more
     * @param shares for each count a share above 0, or a number such as inhabitants: only their proportions matter
     * @return the test; not defined when all counts are 0
     * @throws IllegalArgumentException if there are fewer than two counts, not as many shares, a count is negative, or a
     *     share is not above 0 and finite
     */
    public static Statistic goodnessOfFit(long[] observed, double[] shares) {
        Require.asMany(observed.length, shares.length);
        Require.atLeast(2, observed.length, "counts");
        double total = 0;
        for (int i = 0; i < observed.length; i++) {
            Require.count(observed[i]);
            Require.positive(shares[i], "a share");
            total += observed[i];
        }
        if (total == 0) {
            return Statistic.NotDefined.ZERO_DENOMINATOR;
        }
        double scale = total / Sums.of(shares);
        double[] terms = IntStream.range(0, shares.length)
                .mapToDouble(i -> term((double) observed[i], scale * shares[i], Continuity.NONE))
                .toArray();
        return Statistic.TestResult.chiSquare(Sums.of(terms), shares.length - 1L, METHOD);
    }

    /**
     * Tests whether a proportion is other than a fixed one: (|x - n p| - c)² / (n p (1 - p)), one degree of freedom.
     * Its exact counterpart is {@link ExactTest#binomial}.
     *
     * @param numerator how many had it, 0 or more
     * @param denominator of how many, not below the numerator
     * @param share the proportion to compare with, above 0 and below 1
     * @param continuity whether to allow for whole counts
     * @return the test; not defined when the denominator is 0
     * @throws IllegalArgumentException if the numerator is negative or above the denominator, or the share is not
     *     between 0 and 1
     */
    public static Statistic proportion(long numerator, long denominator, double share, Continuity continuity) {
        Require.part(numerator, denominator);
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be above 0 and below 1: " + share);
        }
        if (denominator == 0) {
            return Statistic.NotDefined.ZERO_DENOMINATOR;
        }
        double expected = denominator * share;
        double statistic = term((double) numerator, expected, continuity) / (1 - share);
        return Statistic.TestResult.chiSquare(statistic, 1, method(continuity));
    }

    /** Whether a chi-square test of counts allows for counts being whole. */
    public enum Continuity implements Coded {
        /** It doesn't: right on average. */
        NONE,
        /**
         * Yates: half a count nearer to what is expected, but never past it. Too careful on average; what R does unless
         * told otherwise. Only for tables of two by two.
         */
        YATES;

        /**
         * Returns how much nearer to what is expected.
         *
         * @param distance from what is expected, 0 or more
         * @return 0 to the distance, at most 0.5
         */
        double correction(double distance) {
            return this == YATES ? Math.min(0.5, distance) : 0;
        }
    }
}
