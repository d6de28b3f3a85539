package nl.betekenisvolmeten.indicators.validation.internal;

import java.util.Optional;

/**
 * Decides whether a cell is clean: read without a finding of any kind. It applies the same checks that make the findings,
 * so what holds for one cell holds for every cell with that text in its column. Not thread-safe.
 */
public interface CleanCellCheck {

    /**
     * Reads a cell.
     *
     * @param column the index in the rules' columns
     * @param text the cell as it appears in the file
     * @return its canonical text, which is empty for an empty cell; nothing when the cell would give a finding
     */
    Optional<String> cleanText(int column, String text);
}
