package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;
import nl.betekenisvolmeten.indicators.validation.internal.BulkAccess;

/** Reads a delivery of UTF-8 text many rows at a time. Immutable. */
public record BulkReader(Validator validator, BulkLayout layout, ReadLimits limits, int blockSize, int threads) {

    /** How many bytes are read at a time, unless told otherwise: what is known of their cells stays in fast memory. */
    public static final int BLOCK = 1 << 17;

    /**
     * Returns a reader.
     *
     * @param validator the format's rules and how strictly they are applied
     * @param layout how the rows are laid out
     * @param limits how much is read
     * @param blockSize how many bytes are read at a time, at least 1
     * @param threads 1 to read and judge on the caller's thread; more for so many threads that judge, the caller's among them
     * @return the reader; empty when the format has something that only the row path can check, or when a row without
     *     any cell filled could pass for a row
     */
    public static Optional<BulkReader> of(
            Validator validator, BulkLayout layout, ReadLimits limits, int blockSize, int threads) {
        List<ColumnRule> columns = validator.rules().columns();
        boolean known = columns.stream().map(ColumnRule::type).allMatch(ChunkValidator::knows);
        // what a missing dimension stands for is a matter of the row path
        boolean hasDimensions = IntStream.range(0, columns.size())
                .allMatch(i ->
                        layout.places().get(i) >= 0 || !(columns.get(i).part() instanceof ColumnRule.Part.OfDimension));
        boolean blankIsSuspect = IntStream.range(0, columns.size())
                .anyMatch(i -> columns.get(i).required() && layout.places().get(i) >= 0);
        return known
                        && hasDimensions
                        && blankIsSuspect
                        && BulkAccess.<Validator, ValidationRun>get()
                                .newRowFilter(validator)
                                .isPresent()
                ? Optional.of(new BulkReader(validator, layout, limits, blockSize, threads))
                : Optional.empty();
    }

    /**
     * Reads a part of the delivery.
     *
     * @param source the delivery
     * @param offset the byte at which its text starts
     * @param size the number of its bytes
     * @param sink takes the rows
     * @param progress receives how far reading is
     * @return where reading ended
     * @throws IOException if the source cannot be read
     * @throws UnreadableException if the sink takes no more rows
     */
    public BulkEnd read(
            DeliverySource source, int offset, long size, RowSink sink, DeliverySource.ProgressListener progress)
            throws IOException, UnreadableException {
        try (InputStream in = source.open()) {
            in.skipNBytes(offset);
            BlockReader blocks = new BlockReader(in, offset, (int) Math.min(blockSize, size + 1));
            // one block needs no second thread
            boolean alone = threads == 1 || size <= blockSize;
            try (ChunkSource chunks = alone ? oneLane(blocks, sink) : manyLanes(blocks, sink)) {
                return new ChunkMerger(layout, size, sink, progress).merge(chunks);
            }
        }
    }

    /**
     * Returns a judge of rows that come from another carrier.
     *
     * @param sink takes the rows
     * @return what takes them as they are read
     */
    public RowBlocks blocks(RowSink sink) {
        return new RowBlocks(layout, chunk(), ownJudge(sink), sink, blockSize);
    }

    private ChunkSource oneLane(BlockReader blocks, RowSink sink) {
        return new SequentialChunks(blocks, chunk(), ownJudge(sink));
    }

    private ChunkSource manyLanes(BlockReader blocks, RowSink sink) {
        return new ParallelChunks(
                threads,
                blocks,
                this::chunk,
                () -> new ChunkValidator(
                        validator,
                        layout,
                        limits,
                        column -> sink.dictionary(column).copy(),
                        true),
                ownJudge(sink),
                sink::dictionary,
                validator.rules().columns().size());
    }

    private ChunkValidator ownJudge(RowSink sink) {
        return new ChunkValidator(validator, layout, limits, sink::dictionary, false);
    }

    private Chunk chunk() {
        return new Chunk(0, BulkAccess.<Validator, ValidationRun>get().newBatch(validator));
    }
}
