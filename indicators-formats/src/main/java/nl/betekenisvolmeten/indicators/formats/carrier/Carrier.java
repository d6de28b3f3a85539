package nl.betekenisvolmeten.indicators.formats.carrier;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.csv.CsvDelivery;
import nl.betekenisvolmeten.indicators.formats.csv.CsvRowWriter;
import nl.betekenisvolmeten.indicators.formats.jsonrows.JsonDelivery;
import nl.betekenisvolmeten.indicators.formats.jsonrows.JsonRowWriter;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.formats.source.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.xlsx.OldWorkbook;
import nl.betekenisvolmeten.indicators.formats.xlsx.XlsxDelivery;
import nl.betekenisvolmeten.indicators.formats.xlsx.XlsxRowWriter;

/** What rows are carried by. */
public enum Carrier {
    /** Text with separators. Written as UTF-8 with semicolons. */
    CSV,
    /** A workbook. Written with one sheet. */
    XLSX,
    /** An array of objects. */
    JSON,
    /** An object on each line. */
    JSON_LINES;

    /**
     * The carrier that the name of a file asks for.
     *
     * @param fileName the name, with or without its folder
     * @return the carrier, or empty when the name ends in none that is known
     */
    public static Optional<Carrier> ofFileName(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "csv", "tsv", "txt" -> Optional.of(CSV);
            case "xlsx" -> Optional.of(XLSX);
            case "json" -> Optional.of(JSON);
            case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
            default -> Optional.empty();
        };
    }

    /**
     * Opens a delivery. What carries it is seen from its first bytes, whatever its name says.
     *
     * @param source the delivery
     * @param limits how much is read
     * @param hashed whether the hash of the bytes is asked for; where it costs little it is there all the same
     * @return the delivery
     * @throws IOException if the source cannot be read
     * @throws UnreadableException if it is of no known kind, or not what its name says it is
     */
    public static OpenedDelivery open(DeliverySource source, ReadLimits limits, boolean hashed)
            throws IOException, UnreadableException {
        return switch (Content.of(source)) {
            case ZIP -> XlsxDelivery.open(source, limits);
            case OLE2 -> throw OldWorkbook.refusal(source);
            case JSON -> JsonDelivery.open(source, limits, hashed);
            case OTHER -> {
                Content.checkName(source);
                yield CsvDelivery.open(source, limits, hashed);
            }
        };
    }

    /**
     * A writer of rows.
     *
     * @param out where to; closed with the writer
     * @param numbers the names of the columns that hold numbers: a workbook and JSON write those as numbers, where their
     *     text is one
     * @return the writer
     */
    public RowWriter writer(OutputStream out, Set<String> numbers) {
        return switch (this) {
            case CSV -> CsvRowWriter.of(out);
            case XLSX -> XlsxRowWriter.of(out, numbers);
            case JSON -> JsonRowWriter.array(out, numbers);
            case JSON_LINES -> JsonRowWriter.lines(out, numbers);
        };
    }
}
