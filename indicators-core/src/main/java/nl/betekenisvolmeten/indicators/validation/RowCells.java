package nl.betekenisvolmeten.indicators.validation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The cells of one row after their own checks. Used again for the next row. */
final class RowCells {

    private static final CellResult.Failure NOT_READ = CellResult.Failure.of(CellCheck.REQUIRED);

    private final CellResult[] results;
    private final boolean[] passed;

    RowCells(int columns) {
        results = new CellResult[columns];
        passed = new boolean[columns];
        clear();
    }

    void clear() {
        Arrays.fill(results, NOT_READ);
        Arrays.fill(passed, false);
    }

    void set(int column, CellResult result, boolean cellPassed) {
        results[column] = result;
        passed[column] = cellPassed;
    }

    CellResult result(int column) {
        return results[column];
    }

    /** Whether the cell passed its own check; an optional empty one does. */
    boolean passed(int column) {
        return passed[column];
    }

    /** Whether the cell passed and holds something. */
    boolean hasValue(int column) {
        return passed[column] && results[column] instanceof CellResult.Value;
    }

    /** The canonical text; only where {@link #hasValue}. */
    String text(int column) {
        return ((CellResult.Value) results[column]).text();
    }

    /** The canonical texts, empty where there is no value. */
    List<String> texts() {
        return IntStream.range(0, results.length)
                .mapToObj(column -> hasValue(column) ? text(column) : "")
                .toList();
    }

    /** The number in units of 10^-scale; only where {@link #hasValue}. */
    long number(int column) {
        return ((CellResult.Value) results[column]).number();
    }
}
