package nl.betekenisvolmeten.indicators.formats.source;

import java.util.OptionalLong;

/** The content of a delivery cannot be read (further). Becomes a finding; never reaches a caller of the library. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why content cannot be read. The message catalogue has a text for each. */
    public enum Reason {
        /** Not text: no CSV. */
        BINARY,
        /** In no encoding that is known. */
        ENCODING,
        /** Quotes that are not closed or stand in the wrong place, or a cell or row beyond the limits. */
        MALFORMED,
        /** A workbook, which this version does not read. */
        WORKBOOK,
        /** A file that is called a workbook and is none. */
        NO_WORKBOOK,
        /** More rows than the limit. */
        TOO_MANY_ROWS
    }

    /** Why. */
    private final Reason reason;
    /** From which row on; 0 when the whole is meant. */
    private final long row;

    /**
     * Nothing can be read.
     *
     * @param reason why
     */
    public UnreadableException(Reason reason) {
        this(reason, 0);
    }

    /**
     * Nothing can be read from a row on.
     *
     * @param reason why
     * @param row the row, from 1; 0 when the whole is meant
     */
    public UnreadableException(Reason reason, long row) {
        super(reason.name());
        this.reason = reason;
        this.row = row;
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * From which row on.
     *
     * @return the row, or empty when the whole is meant
     */
    public OptionalLong row() {
        return row == 0 ? OptionalLong.empty() : OptionalLong.of(row);
    }
}
