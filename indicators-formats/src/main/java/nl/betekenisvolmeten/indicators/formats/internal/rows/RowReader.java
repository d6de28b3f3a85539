package nl.betekenisvolmeten.indicators.formats.internal.rows;

import java.util.Optional;

/** The rows of an opened delivery, one by one. Blank rows may be left out: the numbers of the others tell. */
public interface RowReader extends AutoCloseable {

    /**
     * Returns the next row.
     *
     * @return the row, or empty at the end
     * @throws UnreadableException if what follows cannot be read as rows
     */
    Optional<RawRow> next() throws UnreadableException;

    @Override
    void close();
}
