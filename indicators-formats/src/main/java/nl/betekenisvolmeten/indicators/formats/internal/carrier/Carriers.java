package nl.betekenisvolmeten.indicators.formats.internal.carrier;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.internal.csv.CsvDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.csv.CsvRowWriter;
import nl.betekenisvolmeten.indicators.formats.internal.json.JsonDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.json.JsonRowWriter;
import nl.betekenisvolmeten.indicators.formats.internal.json.NestedJson;
import nl.betekenisvolmeten.indicators.formats.internal.rows.ByteLimit;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.OldWorkbook;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.XlsxDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.XlsxRowWriter;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;

/** Opens deliveries, and writes rows, of every carrier. */
public final class Carriers {

    private Carriers() {}

    /**
     * Opens a delivery. The carrier is recognised from the first bytes, whatever the name.
     *
     * @param source the delivery
     * @param limits how much is read
     * @param hashed whether to compute the hash of the bytes
     * @return the delivery
     * @throws IOException if the source cannot be read
     * @throws UnreadableException if it is too large, of no known kind, or not what its name says it is
     */
    public static RawDelivery open(DeliverySource source, ReadLimits limits, boolean hashed)
            throws IOException, UnreadableException {
        ByteLimit.check(source, limits);
        return switch (Content.of(source)) {
            case ZIP -> workbook(source, limits, hashed);
            case OLE2 -> throw OldWorkbook.refusal(source);
            case JSON -> JsonDelivery.open(source, limits, hashed);
            case OTHER -> {
                Content.checkName(source);
                yield CsvDelivery.open(source, limits, hashed);
            }
        };
    }

    /**
     * Returns a delivery in JSON with nested objects, with the properties of those as columns of their own.
     *
     * @param opened the delivery as it was opened
     * @param source where it comes from
     * @param limits how much is read
     * @return the same delivery, with the hash of the source; empty when it is no such delivery, or too large for it
     * @throws IOException if the source cannot be read
     * @throws UnreadableException if there are more columns than the limit
     */
    public static Optional<RawDelivery> unnested(RawDelivery opened, DeliverySource source, ReadLimits limits)
            throws IOException, UnreadableException {
        if (!(opened instanceof JsonDelivery json) || !json.isNested()) {
            return Optional.empty();
        }
        Optional<DeliverySource> plain = NestedJson.plain(source);
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(new RawDelivery.WithTables(
                        opened, JsonDelivery.open(plain.get(), limits, false).tables()));
    }

    private static RawDelivery workbook(DeliverySource source, ReadLimits limits, boolean hashed)
            throws IOException, UnreadableException {
        RawDelivery workbook = XlsxDelivery.open(source, limits, hashed);
        return source.sheet().isEmpty()
                ? workbook
                : OneSheet.of(workbook, source.sheet().get());
    }

    /**
     * Returns a writer of rows.
     *
     * @param carrier what carries the rows
     * @param out the destination; closed with the writer
     * @param numbers the names of the columns that hold numbers: a workbook and JSON write those as numbers, where
     *     their text is one
     * @return the writer
     */
    public static RowWriter writer(Carrier carrier, OutputStream out, Set<String> numbers) {
        return switch (carrier) {
            case CSV -> CsvRowWriter.of(out);
            case XLSX -> XlsxRowWriter.of(out, numbers);
            case JSON -> JsonRowWriter.array(out, numbers);
            case JSON_LINES -> JsonRowWriter.lines(out, numbers);
        };
    }
}
