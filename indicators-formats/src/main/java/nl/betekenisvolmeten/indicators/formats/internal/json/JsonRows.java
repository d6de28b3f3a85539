package nl.betekenisvolmeten.indicators.formats.internal.json;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.CellSink;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;

/** The names of the columns as row 1, then a row for each object. */
public final class JsonRows implements RowReader {

    private final JsonObjects objects;
    private final List<String> columns;
    private final JsonCells cells;
    private boolean started;

    JsonRows(JsonObjects objects, ColumnNames names) {
        this.objects = objects;
        columns = names.all();
        cells = new JsonCells(names);
    }

    @Override
    public Optional<RawRow> next() throws UnreadableException {
        if (!started && !columns.isEmpty()) {
            started = true;
            return Optional.of(new RawRow(1, columns));
        }
        return objects.next(cells) ? Optional.of(cells.row()) : Optional.empty();
    }

    /**
     * Moves on to the next object, without making texts of its cells.
     *
     * @return false when there are no more
     * @throws UnreadableException if what follows cannot be read as rows
     */
    public boolean advance() throws UnreadableException {
        return objects.next(cells);
    }

    /**
     * Passes on the object that {@link #advance} moved to.
     *
     * @param sink takes it
     * @throws UnreadableException if the sink takes no more rows
     */
    public void handTo(CellSink sink) throws UnreadableException {
        cells.handTo(sink);
    }

    /**
     * Returns the number of the row that was read last.
     *
     * @return the row as a spreadsheet shows it
     */
    public long number() {
        return objects.number();
    }

    @Override
    public void close() {
        objects.close();
    }
}
