package nl.betekenisvolmeten.indicators.validation;

import java.util.List;

/**
 * A row of a delivery without errors, as texts: attributes included, which an observation does not have.
 *
 * @param number the row as a spreadsheet shows it
 * @param texts for each column of the format, in order, its canonical text (a code, a CBS period, a stripped text);
 *     empty where the cell was
 */
public record CheckedRow(long number, List<String> texts) {

    /**
     * Copies.
     *
     * @param number the row as a spreadsheet shows it
     * @param texts a text for each column
     */
    public CheckedRow {
        texts = List.copyOf(texts);
    }
}
