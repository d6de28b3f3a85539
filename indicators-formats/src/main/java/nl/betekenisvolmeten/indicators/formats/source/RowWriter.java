package nl.betekenisvolmeten.indicators.formats.source;

import java.io.IOException;
import java.util.List;

/**
 * Where the rows of a delivery go to, whatever the carrier: a header first, then rows of as many cells. Texts are the
 * canonical ones of the format; a carrier with types of its own (numbers in a workbook, in JSON) makes of them what it
 * needs. What a writer makes is safe against formula injection.
 */
public interface RowWriter extends AutoCloseable {

    /**
     * Writes the header. Called once, before any row.
     *
     * @param columns the names of the columns
     * @throws IOException if it cannot be written
     */
    void header(List<String> columns) throws IOException;

    /**
     * Writes a row.
     *
     * @param cells a text for each column of the header; an empty text is an empty cell
     * @throws IOException if it cannot be written
     */
    void row(List<String> cells) throws IOException;

    /**
     * Ends what was written. Without it, the result may be cut off.
     *
     * @throws IOException if it cannot be written
     */
    @Override
    void close() throws IOException;
}
