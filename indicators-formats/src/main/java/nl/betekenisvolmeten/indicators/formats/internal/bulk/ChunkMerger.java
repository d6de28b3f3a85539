package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.io.IOException;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** Hands the rows of judged chunks on, in the order of the file. */
final class ChunkMerger {

    private static final byte[] NOTHING = {};

    private final BulkLayout layout;
    private final RowSink sink;
    private final DeliverySource.ProgressListener progress;
    private final long size;
    private long records;

    /**
     * A merger.
     *
     * @param size how many bytes the delivery has
     */
    ChunkMerger(BulkLayout layout, long size, RowSink sink, DeliverySource.ProgressListener progress) {
        this.size = size;
        this.progress = progress;
        this.layout = layout;
        this.sink = sink;
    }

    /** Passes on all chunks, as far as they can be read here. */
    BulkEnd merge(ChunkSource source) throws IOException, UnreadableException {
        byte[] before = NOTHING;
        Optional<Chunk> next = source.next(before);
        while (next.isPresent()) {
            Chunk chunk = next.get();
            if (records == 0 && chunk.consumed > 0) {
                sink.expects(chunk.rows * (size / chunk.consumed));
            }
            merge(chunk);
            long offset = chunk.offset + chunk.consumed;
            if (!progress.goesOn(offset, records)) {
                return new BulkEnd(offset, records, BulkEnd.Kind.STOPPED);
            }
            if (chunk.irregular || chunk.length - chunk.consumed > RecordScanner.LONGEST_RECORD) {
                return new BulkEnd(offset, records, BulkEnd.Kind.TO_BE_CONTINUED);
            }
            before = chunk.consumed == chunk.length ? NOTHING : chunk.rest();
            next = source.next(before);
        }
        return new BulkEnd(0, records, BulkEnd.Kind.COMPLETE);
    }

    private void merge(Chunk chunk) throws UnreadableException {
        boolean oneByOne = !sink.hasRoomFor(chunk.rows);
        boolean[] suspect = chunk.batch.suspect();
        int from = 0;
        for (int row = 0; row < chunk.rows; row++) {
            if (suspect[row] || oneByOne || isSpecial(chunk, row)) {
                acceptClean(chunk, from, row);
                single(chunk, row);
                from = row + 1;
            }
        }
        acceptClean(chunk, from, chunk.rows);
        records += chunk.rows;
    }

    private boolean isSpecial(Chunk chunk, int row) {
        return records + row < layout.headerRow()
                || (chunk.nameless[row] != 0 && (chunk.nameless[row] & sink.awaitsNameless()) != 0);
    }

    private void acceptClean(Chunk chunk, int from, int to) {
        if (from < to) {
            sink.acceptClean(chunk.batch, records + 1, from, to);
        }
    }

    private void single(Chunk chunk, int row) throws UnreadableException {
        long number = records + row + 1;
        if (number > layout.headerRow()) {
            sink.row(new RawRow(
                    number, RawRecords.cells(chunk.bytes, chunk.starts[row], chunk.end(row), layout.separator())));
        }
    }
}
