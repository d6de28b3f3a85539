package nl.betekenisvolmeten.indicators.validation;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** The cells of one row after their own checks. Used again for the next row. */
final class RowCells implements RuleCheck.Cells {

    private static final CellResult.Failure NOT_READ = CellResult.Failure.of(RuleSet.CellCheck.REQUIRED);

    private final CellResult[] results;
    private final boolean[] passed;
    private Map<Integer, Set<String>> possible = Map.of();

    RowCells(int columns) {
        results = new CellResult[columns];
        passed = new boolean[columns];
        clear();
    }

    void clear() {
        Arrays.fill(results, NOT_READ);
        Arrays.fill(passed, false);
        possible = Map.of();
    }

    /** Sets the codes that contradictory cells may have, since either cell may be wrong. */
    void mayBe(Map<Integer, Set<String>> codes) {
        possible = codes;
    }

    /** Returns the codes that a cell may have; empty if it may have any. */
    Set<String> codes(int column) {
        return possible.getOrDefault(column, hasValue(column) ? Set.of(text(column)) : Set.of());
    }

    void set(int column, CellResult result, boolean cellPassed) {
        results[column] = result;
        passed[column] = cellPassed;
    }

    /** Returns the result of reading the cell's text. */
    CellResult result(int column) {
        return results[column];
    }

    @Override
    public boolean passed(int column) {
        return passed[column];
    }

    @Override
    public boolean hasValue(int column) {
        return passed[column] && results[column] instanceof CellResult.Value;
    }

    @Override
    public String text(int column) {
        return ((CellResult.Value) results[column]).text();
    }

    @Override
    public long number(int column) {
        return ((CellResult.Value) results[column]).number();
    }
}
