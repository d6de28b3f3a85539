package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.bulk.BulkLayout;
import nl.betekenisvolmeten.indicators.formats.bulk.BulkReader;
import nl.betekenisvolmeten.indicators.formats.csv.CsvDelivery;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.Validator;

/**
 * How rows are read: many at a time where that gives the same, or one by one. The only place that chooses.
 *
 * @param bulk whether many rows may be read at a time
 * @param blockSize how many bytes are read at a time
 * @param hashed whether the hash of the bytes is asked for
 */
record ReadPath(boolean bulk, int blockSize, boolean hashed) {

    static final ReadPath STANDARD = new ReadPath(true, BulkReader.BLOCK, true);

    ReadPath rowByRow() {
        return new ReadPath(false, blockSize, hashed);
    }

    ReadPath withBlockSize(int bytes) {
        return new ReadPath(bulk, bytes, hashed);
    }

    ReadPath withHash(boolean asked) {
        return new ReadPath(bulk, blockSize, asked);
    }

    /** Reads many rows at a time; empty when only row by row gives the same. */
    Optional<BulkReader> reader(
            CsvDelivery delivery, char separator, Header header, Validator validator, ReadLimits limits) {
        if (!bulk || !delivery.isUtf8() || !header.absent().isEmpty()) {
            return Optional.empty();
        }
        BulkLayout bulkLayout = new BulkLayout(
                separator, header.row().number(), header.row().cells().size(), header.places(), header.nameless());
        return BulkReader.of(validator, bulkLayout, limits).map(reader -> reader.withBlockSize(blockSize));
    }
}
