package nl.betekenisvolmeten.indicators.validation;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Location;

/**
 * Tells of a cell that nothing would be said about it: no finding of any kind. By the same checks that make the
 * findings, so what is proven for one cell holds for every cell of that text in its column. Not thread-safe.
 */
public final class CleanCellCheck {

    private final CellChecker checker;
    private final RowCells cells;
    private boolean found;

    CleanCellCheck(Validator validator) {
        checker = new CellChecker(validator.rules(), validator.leniency());
        cells = new RowCells(validator.rules().columns().size());
    }

    /**
     * What a cell holds, if nothing is to be said about it.
     *
     * @param column the index in the rules' columns
     * @param text the cell as it stands in the file
     * @return a value or an empty cell; nothing when the cell would give a finding
     */
    public Optional<CellResult> proven(int column, String text) {
        found = false;
        boolean passed = checker.check(column, text, Location.nowhere(), cells, finding -> found = true);
        return passed && !found ? Optional.of(cells.result(column)) : Optional.empty();
    }
}
