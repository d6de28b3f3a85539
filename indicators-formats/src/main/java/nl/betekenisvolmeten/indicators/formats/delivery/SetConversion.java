package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.List;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * What came of writing files as one.
 *
 * @param files each of them, in the order given
 * @param written how many rows were written
 * @param excluded rows that were not written, as an earlier file has rows of their keys
 */
public record SetConversion(List<FileRead> files, long written, List<Excluded> excluded) {

    public SetConversion {
        files = List.copyOf(files);
        excluded = List.copyOf(excluded);
    }

    /**
     * Rows of keys that an earlier file has too.
     *
     * @param earlier the file of which the rows were written
     * @param later the file of which they were not
     * @param rows how many; positive
     */
    public record Excluded(DeliverySource earlier, DeliverySource later, long rows) {}

    /**
     * The reports of the files.
     *
     * @return one for each, in the order given; the rows that are accepted are those without an error, of which some may
     *     have become one
     */
    public List<DeliveryReport> reports() {
        return files.stream().map(FileRead::report).toList();
    }
}
