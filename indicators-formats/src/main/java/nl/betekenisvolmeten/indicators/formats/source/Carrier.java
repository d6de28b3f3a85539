package nl.betekenisvolmeten.indicators.formats.source;

import java.util.Locale;
import java.util.Optional;

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
     * Returns the carrier that the name of a file asks for.
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
}
