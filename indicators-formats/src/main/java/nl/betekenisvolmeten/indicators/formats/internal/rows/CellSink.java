package nl.betekenisvolmeten.indicators.formats.internal.rows;

/** Takes the rows of a grid in order, as texts or as bytes. */
public interface CellSink {

    /**
     * Takes a row.
     *
     * @param row the row
     * @throws UnreadableException if no more rows are read
     */
    void row(RawRow row) throws UnreadableException;

    /**
     * Takes a row without remarks, without making texts of its cells. Where rows start with the same
     * bytes, up to one byte beyond a cell, they have that cell in common.
     *
     * @param number the row as a spreadsheet shows it, from 1
     * @param bytes the bytes of the cells, in UTF-8; may change after the call
     * @param from where the row starts
     * @param to where it ends, after something that is no cell
     * @param bounds for each column of the header, where its cell starts and where it ends; an absent one is at the end
     * @throws UnreadableException if no more rows are read
     */
    void row(long number, byte[] bytes, int from, int to, int[] bounds) throws UnreadableException;
}
