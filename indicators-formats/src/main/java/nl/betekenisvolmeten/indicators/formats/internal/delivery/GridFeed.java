package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.formats.internal.bulk.RowBlocks;
import nl.betekenisvolmeten.indicators.formats.internal.json.FlatRows;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.ProgressListener;

/** Reads the rows of a sheet or of objects, and has many at a time judged. */
final class GridFeed {

    private final RowBlocks blocks;
    private final ProgressListener progress;

    GridFeed(RowBlocks blocks, ProgressListener progress) {
        this.blocks = blocks;
        this.progress = progress;
    }

    /** Reads all rows; gives the row at which it was told to stop. */
    OptionalLong read(RowReader rows) throws UnreadableException {
        Optional<RawRow> row = next(rows);
        while (row.isPresent()) {
            long number = row.get().number();
            blocks.row(row.get());
            if (!goesOn(number)) {
                return OptionalLong.of(number);
            }
            row = next(rows);
        }
        blocks.flush();
        return OptionalLong.empty();
    }

    /** What stands before a row that cannot be read counts. */
    private Optional<RawRow> next(RowReader rows) throws UnreadableException {
        try {
            return rows.next();
        } catch (UnreadableException e) {
            blocks.flush();
            throw e;
        }
    }

    /** Reads all rows; gives the row at which it was told to stop. */
    OptionalLong read(FlatRows rows) throws IOException, UnreadableException {
        while (rows.next(blocks)) {
            if (!goesOn(rows.number())) {
                return OptionalLong.of(rows.number());
            }
        }
        blocks.flush();
        return OptionalLong.empty();
    }

    private boolean goesOn(long number) throws UnreadableException {
        if (number % ReadPath.ROWS_BETWEEN_PROGRESS != 0) {
            return true;
        }
        blocks.flush();
        return progress.goesOn(0, number);
    }
}
