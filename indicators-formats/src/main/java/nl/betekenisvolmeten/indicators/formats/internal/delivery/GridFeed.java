package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.formats.internal.bulk.RowBlocks;
import nl.betekenisvolmeten.indicators.formats.internal.json.JsonRows;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** Reads the rows of a sheet or of objects, and has many at a time judged. */
record GridFeed(RowBlocks blocks, DeliverySource.ProgressListener progress) {

    /** Reads all rows; returns the row at which it was told to stop. */
    OptionalLong read(RowReader rows) throws UnreadableException {
        OptionalLong stopped = rows instanceof JsonRows objects ? readObjects(objects) : readRows(rows);
        if (stopped.isEmpty()) {
            blocks.flush();
        }
        return stopped;
    }

    private OptionalLong readRows(RowReader rows) throws UnreadableException {
        Optional<RawRow> row = flushedAtFault(rows::next);
        while (row.isPresent()) {
            blocks.row(row.get());
            if (!goesOn(row.get().number())) {
                return OptionalLong.of(row.get().number());
            }
            row = flushedAtFault(rows::next);
        }
        return OptionalLong.empty();
    }

    /** Passes on objects as bytes; returns the row at which it was told to stop. */
    private OptionalLong readObjects(JsonRows objects) throws UnreadableException {
        while (flushedAtFault(objects::advance)) {
            objects.handTo(blocks);
            if (!goesOn(objects.number())) {
                return OptionalLong.of(objects.number());
            }
        }
        return OptionalLong.empty();
    }

    /** Reads on. If a row cannot be read, the rows before it still count. */
    private <T> T flushedAtFault(Step<T> step) throws UnreadableException {
        try {
            return step.read();
        } catch (UnreadableException e) {
            blocks.flush();
            throw e;
        }
    }

    /** Reads the next row. */
    @FunctionalInterface
    private interface Step<T> {
        T read() throws UnreadableException;
    }

    private boolean goesOn(long number) throws UnreadableException {
        if (number % ReadPath.ROWS_BETWEEN_PROGRESS != 0) {
            return true;
        }
        blocks.flush();
        return progress.goesOn(0, number);
    }
}
