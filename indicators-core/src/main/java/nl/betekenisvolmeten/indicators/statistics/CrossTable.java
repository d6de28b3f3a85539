package nl.betekenisvolmeten.indicators.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Counts by two characteristics.
 *
 * @param rows the counts, row by row; two rows or more, all with the same two columns or more
 */
public record CrossTable(List<List<Long>> rows) {

    /**
     * @throws IllegalArgumentException if there are fewer than two rows or columns, the rows differ in length, or a
     *     count is negative
     * @throws ArithmeticException if the total doesn't fit a long
     */
    public CrossTable {
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.size() < 2 || rows.get(0).size() < 2) {
            throw new IllegalArgumentException("a cross table must have two rows and two columns or more: " + rows);
        }
        int columns = rows.get(0).size();
        if (rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("the rows of a cross table must have the same length: " + rows);
        }
        long total = 0;
        for (List<Long> row : rows) {
            for (long count : row) {
                Require.count(count);
                total = Math.addExact(total, count);
            }
        }
    }

    /**
     * Returns a table.
     *
     * @param rows the counts, row by row
     * @return the table
     * @throws IllegalArgumentException if there are fewer than two rows or columns, the rows differ in length, or a
     *     count is negative
     * @throws ArithmeticException if the total doesn't fit a long
     */
    public static CrossTable of(long[]... rows) {
        return new CrossTable(Arrays.stream(rows)
                .map(row -> LongStream.of(row).boxed().toList())
                .toList());
    }

    /**
     * Returns a table of groups, one to a row: how many had it, and how many did not.
     *
     * @param numerators how many had it, for each group
     * @param denominators of how many, for each group
     * @return the table
     * @throws IllegalArgumentException if there are fewer than two groups, not as many of both, or a numerator is not
     *     part of its denominator
     * @throws ArithmeticException if the total doesn't fit a long
     */
    public static CrossTable ofGroups(long[] numerators, long[] denominators) {
        Require.parts(numerators, denominators);
        long[][] rows = new long[numerators.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new long[] {numerators[i], denominators[i] - numerators[i]};
        }
        return of(rows);
    }

    long count(int row, int column) {
        return rows.get(row).get(column);
    }

    int width() {
        return rows.get(0).size();
    }

    double rowTotal(int row) {
        return rows.get(row).stream().mapToLong(Long::longValue).sum();
    }

    double columnTotal(int column) {
        return rows.stream().mapToLong(row -> row.get(column)).sum();
    }

    double total() {
        return rows.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    }

    /** Returns the count expected from the totals of row and column. */
    double expected(int row, int column) {
        return rowTotal(row) * columnTotal(column) / total();
    }

    boolean isTwoByTwo() {
        return rows.size() == 2 && width() == 2;
    }

    /** Returns whether a row or a column is empty, so that the others can't be compared with it. */
    boolean hasEmptyLine() {
        return LongStream.range(0, rows.size()).anyMatch(row -> rowTotal((int) row) == 0)
                || LongStream.range(0, width()).anyMatch(column -> columnTotal((int) column) == 0);
    }

    /** Refuses any other than two by two. */
    void requireTwoByTwo() {
        if (!isTwoByTwo()) {
            throw new IllegalArgumentException("not a table of two by two: " + rows);
        }
    }
}
