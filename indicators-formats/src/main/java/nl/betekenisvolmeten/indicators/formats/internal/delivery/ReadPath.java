package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.internal.bulk.BulkLayout;
import nl.betekenisvolmeten.indicators.formats.internal.bulk.BulkReader;
import nl.betekenisvolmeten.indicators.formats.internal.csv.CsvDelivery;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.Validator;

/**
 * How rows are read: many at a time where that gives the same, or one by one. The only place that chooses.
 *
 * @param bulk whether many rows may be read at a time
 * @param blockSize how many bytes are read at a time
 * @param threads how many threads judge rows; 1 for the caller's own
 * @param hashed whether to compute the hash of the bytes
 * @param progress receives the progress
 * @param mapping the mapping of another system's exports to a format; empty if there are none
 */
public record ReadPath(
        boolean bulk,
        int blockSize,
        int threads,
        boolean hashed,
        DeliverySource.ProgressListener progress,
        Optional<ColumnMapping> mapping) {

    /** Row by row, progress is told every so many rows. */
    static final int ROWS_BETWEEN_PROGRESS = 4_096;

    /** In the caller's thread, with the hash of the bytes. */
    public static final ReadPath STANDARD =
            new ReadPath(true, BulkReader.BLOCK, 1, true, DeliverySource.ProgressListener.NOBODY, Optional.empty());

    /** Returns this path, row by row. */
    public ReadPath rowByRow() {
        return new ReadPath(false, blockSize, threads, hashed, progress, mapping);
    }

    /** Returns this path with another number of bytes at a time. */
    public ReadPath withBlockSize(int bytes) {
        return new ReadPath(bulk, bytes, threads, hashed, progress, mapping);
    }

    /** Returns this path with another number of threads. */
    public ReadPath withThreads(int count) {
        return new ReadPath(bulk, blockSize, count, hashed, progress, mapping);
    }

    /** Returns this path with or without the hash of the bytes. */
    public ReadPath withHash(boolean asked) {
        return new ReadPath(bulk, blockSize, threads, asked, progress, mapping);
    }

    /** Returns this path with someone who follows it. */
    public ReadPath withProgress(DeliverySource.ProgressListener listener) {
        return new ReadPath(bulk, blockSize, threads, hashed, listener, mapping);
    }

    /** Returns a copy for exports with a mapping. */
    public ReadPath withMapping(ColumnMapping newMapping) {
        return new ReadPath(bulk, blockSize, threads, hashed, progress, Optional.of(newMapping));
    }

    /** Returns a reader of blocks of rows; empty if only reading row by row gives the same results. */
    Optional<BulkReader> reader(
            CsvDelivery delivery, char separator, Header header, Validator validator, ReadLimits limits) {
        return delivery.isUtf8() && !delivery.isBroken()
                ? reader(separator, header, validator, limits)
                : Optional.empty();
    }

    /** Returns a reader as {@link #reader} does, for rows of a sheet or of objects. */
    Optional<BulkReader> gridReader(Header header, Validator validator, ReadLimits limits) {
        return reader(',', header, validator, limits);
    }

    private Optional<BulkReader> reader(char separator, Header header, Validator validator, ReadLimits limits) {
        if (!bulk || !header.absent().isEmpty()) {
            return Optional.empty();
        }
        BulkLayout bulkLayout = new BulkLayout(
                separator, header.row().number(), header.row().cells().size(), header.places(), header.nameless());
        return BulkReader.of(validator, bulkLayout, limits, blockSize, threads);
    }
}
