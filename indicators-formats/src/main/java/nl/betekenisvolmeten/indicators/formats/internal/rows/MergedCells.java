package nl.betekenisvolmeten.indicators.formats.internal.rows;

/**
 * Merged cells of a sheet.
 *
 * @param firstRow the row that holds the text, as a spreadsheet shows it
 * @param lastRow the last row
 * @param firstColumn the column that holds the text, from 0
 * @param lastColumn the last column, from 0
 */
public record MergedCells(long firstRow, long lastRow, int firstColumn, int lastColumn) {

    /**
     * Returns whether a cell is one of them.
     *
     * @param row the row, as a spreadsheet shows it
     * @param column the column, from 0
     * @return true for each of them, the first included
     */
    public boolean holds(long row, int column) {
        return firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn;
    }
}
