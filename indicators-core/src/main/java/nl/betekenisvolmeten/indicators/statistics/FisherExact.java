package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import nl.betekenisvolmeten.indicators.Per;

/**
 * Fisher's exact test of a table of two by two, a b / c d: whether two groups differ in a proportion, however small the
 * numbers. Given the totals of rows and columns, a has a hypergeometric distribution. For tables in which a can have at
 * most 100,000 values.
 *
 * <p>Fisher RA. The logic of inductive inference. Journal of the Royal Statistical Society 1935;98:39-82.
 */
public final class FisherExact {

    private static final String METHOD = "fisher-exact";

    private FisherExact() {}

    /**
     * Tests whether rows and columns are independent: the sum of the probabilities of all tables that are no more
     * likely than the one seen, with R's tolerance. The statistic is a.
     *
     * @param table of two by two
     * @return the test; the p-value is 1 when a row or a column is empty, which contradicts nothing
     * @throws IllegalArgumentException if the table is not two by two
     * @throws ArithmeticException if a can have more than 100,000 values
     */
    public static Statistic.TestResult test(CrossTable table) {
        return test(table, ExactTest.Alternative.TWO_SIDED);
    }

    /**
     * Returns the same, or whether the first row has less, or more, in the first column than independence leads to
     * expect.
     *
     * @param table of two by two
     * @param alternative on which side to look
     * @return the test; the p-value is 1 when a row or a column is empty, which contradicts nothing
     * @throws IllegalArgumentException if the table is not two by two
     * @throws ArithmeticException if a can have more than 100,000 values
     */
    public static Statistic.TestResult test(CrossTable table, ExactTest.Alternative alternative) {
        table.requireTwoByTwo();
        Hypergeometric cells = new Hypergeometric(table);
        double p = switch (alternative) {
            case TWO_SIDED -> cells.twoSided();
            case LESS -> cells.orLess();
            case GREATER -> cells.orMore();
        };
        return Statistic.TestResult.exact((double) table.count(0, 0), PValue.of(p), METHOD);
    }

    /**
     * Returns the odds ratio that makes what was seen likeliest given the totals (which is not ad / bc, but nearer to
     * 1), with exact limits: the odds ratios for which a or more, and a or less, have probability (1 - confidence) / 2.
     * Solved to about 12 digits; R's own go astray where the ratio is large. The lower limit is 0 when the ratio is.
     *
     * @param table of two by two
     * @param confidence how sure the interval is
     * @return the effect, with a, b, c, d as its parts; at least its lower limit when a is as large as the totals allow,
     *     since the ratio then has no upper one
     * @throws IllegalArgumentException if the table is not two by two
     * @throws ArithmeticException if a can have more than 100,000 values
     */
    public static Statistic oddsRatio(CrossTable table, Confidence confidence) {
        table.requireTwoByTwo();
        Hypergeometric cells = new Hypergeometric(table);
        double lower = cells.isMinimum() ? 0 : cells.oddsForMore(confidence.tail());
        List<Double> parts =
                List.of((double) table.count(0, 0), (double) table.count(0, 1), (double) table.count(1, 0), (double)
                        table.count(1, 1));
        if (cells.isMaximum()) {
            return new Statistic.AtLeast(lower, confidence, parts, METHOD);
        }
        double ratio = cells.isMinimum() ? 0 : cells.likeliestOdds();
        return new Statistic.Effect(
                ratio, Interval.of(lower, cells.oddsForLess(confidence.tail())), Per.ONE, confidence, parts, METHOD);
    }
}
