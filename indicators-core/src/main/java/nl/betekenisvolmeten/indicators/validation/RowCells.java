package nl.betekenisvolmeten.indicators.validation;

import java.util.Arrays;

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

    /** What the cell's text gave. */
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

    /** The number in units of 10^-scale; only where {@link #hasValue}. */
    long number(int column) {
        return ((CellResult.Value) results[column]).number();
    }
}
