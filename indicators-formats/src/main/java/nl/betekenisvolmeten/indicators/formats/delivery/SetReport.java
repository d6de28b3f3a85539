package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading files together.
 *
 * @param files each of them, in the order given
 * @param overlaps organisations and periods that two files are about. None is looked for when a ledger of deliveries says
 *     which of two files counts
 * @param context what came of what was agreed; empty when nothing was, or no file could be read
 */
public record SetReport(List<FileRead> files, List<RepeatedDelivery> overlaps, Optional<ContextReport> context) {

    public SetReport {
        files = List.copyOf(files);
        overlaps = List.copyOf(overlaps);
    }

    /**
     * The reports of the files.
     *
     * @return one for each, in the order given
     */
    public List<DeliveryReport> reports() {
        return files.stream().map(FileRead::report).toList();
    }

    /**
     * Files that are the same to the byte. Their rows were handed on twice, so what was
     * made of them must not be used; leave the second out.
     *
     * @return none when all differ, or when the reader makes no hashes
     */
    public List<SameBytes> sameBytes() {
        return SameBytes.among(reports());
    }
}
