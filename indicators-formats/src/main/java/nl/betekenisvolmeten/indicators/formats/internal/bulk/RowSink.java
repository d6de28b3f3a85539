package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;

/** Where rows go to, in the order of the file: many at a time where they are clean, else one by one. */
public interface RowSink {

    /**
     * Takes a row that needs a closer look.
     *
     * @param row the row
     * @throws UnreadableException if no more rows are read
     */
    void row(RawRow row) throws UnreadableException;

    /**
     * Takes rows that are clean: no check of a single row would give a finding.
     *
     * @param rows the rows
     * @param firstRow the number of the batch's row 0, as a spreadsheet shows it
     * @param from the first row that counts
     * @param to one beyond the last row that counts
     */
    void acceptClean(ColumnBatch rows, long firstRow, int from, int to);

    /**
     * Returns whether there is room for more rows within the limit of rows; if not, they come one by one.
     *
     * @param more how many
     * @return true when they are
     */
    boolean hasRoomFor(int more);

    /**
     * Returns the columns without a name that have not yet been reported as not empty: rows with content in these come
     * one by one.
     *
     * @return a bit for each of {@link BulkLayout#nameless}, the last bit for all from the 64th on
     */
    long awaitsNameless();

    /**
     * Receives an early estimate of the number of rows to come.
     *
     * @param rows how many
     */
    void expects(long rows);

    /**
     * Returns the numbers by which codes of a dimension are known.
     *
     * @param column the index in the rules' columns
     * @return the dictionary, to which codes may be added
     */
    Dictionary dictionary(int column);
}
