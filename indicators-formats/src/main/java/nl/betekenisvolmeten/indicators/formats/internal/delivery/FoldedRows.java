package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.Map;

/** Rows that are reported as one cause: how many there are, and where the first one is. */
final class FoldedRows {

    private final String reason;
    private long count;
    private long first;
    private long last;

    FoldedRows(String reason) {
        this.reason = reason;
    }

    /** Adds a row; the row that was added last is not counted again. Returns whether it is the first one. */
    boolean add(long row) {
        if (count > 0 && row == last) {
            return false;
        }
        last = row;
        if (count++ > 0) {
            return false;
        }
        first = last;
        return true;
    }

    boolean isEmpty() {
        return count == 0;
    }

    long first() {
        return first;
    }

    /** Returns the arguments of the finding about these rows. */
    Map<String, String> arguments() {
        return Map.of("reason", reason, "count", Long.toString(count), "row", Long.toString(first));
    }
}
