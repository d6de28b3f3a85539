package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.validation.internal.SpreadsheetFormula;

/** A record of bytes as texts: what the row path would have read. */
final class RawRecords {

    private RawRecords() {}

    /** Returns the cells of a whole record. */
    static List<String> cells(byte[] bytes, int from, int to, char separator) {
        int end = to;
        if (end > from && bytes[end - 1] == '\n') {
            end--;
        }
        if (end > from && bytes[end - 1] == '\r') {
            end--;
        }
        List<String> cells = new ArrayList<>();
        int start = from;
        int at = from;
        while (at <= end) {
            if (at == start && at < end && bytes[at] == '"') {
                at = afterQuotes(bytes, at, end);
            }
            if (at == end || bytes[at] == separator) {
                cells.add(text(bytes, start, at));
                start = at + 1;
            }
            at++;
        }
        return cells;
    }

    private static int afterQuotes(byte[] bytes, int open, int end) {
        int at = open + 1;
        while (at < end && (bytes[at] != '"' || (at + 1 < end && bytes[at + 1] == '"'))) {
            at += bytes[at] == '"' ? 2 : 1;
        }
        return Math.min(at + 1, end);
    }

    /**
     * Returns the text of a cell, with or without quotes around it. In a ragged record, a cell may be a single quote.
     */
    static String text(byte[] bytes, int start, int end) {
        if (start + 1 < end && bytes[start] == '"') {
            String quoted = new String(bytes, start + 1, end - start - 2, StandardCharsets.UTF_8);
            return SpreadsheetFormula.original(quoted.replace("\"\"", "\""));
        }
        return new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8);
    }
}
