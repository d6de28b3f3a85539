package nl.betekenisvolmeten.indicators.formats.internal.rows;

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
        /** Quotes that are not closed or are in the wrong place, or a cell or row beyond the limits. */
        MALFORMED,
        /** A workbook of the old kind (xls). */
        OLD_WORKBOOK,
        /** A file that is called a workbook and is none. */
        NO_WORKBOOK,
        /** A packed file without a workbook of the right kind in it. */
        NO_SHEETS,
        /** A workbook behind a password. */
        PASSWORD,
        /** A workbook with a program in it. */
        MACROS,
        /** A workbook with a part that is missing or broken. */
        DAMAGED,
        /** A workbook that becomes too large when it is unpacked. */
        TOO_LARGE,
        /** A workbook made in a way that only serves to mislead programs. */
        UNSAFE,
        /** A file that is called JSON and is none. */
        NO_JSON,
        /** JSON that breaks its own rules, or holds something else than rows. */
        MALFORMED_JSON,
        /** A list or an object where a cell's value belongs. */
        NESTED,
        /** A name in JSON that the first objects, alike as they are, do not have. */
        LATE_COLUMN,
        /** A cell longer than the limit. */
        CELL_TOO_LONG,
        /** More columns than the limit. */
        TOO_MANY_COLUMNS,
        /** More rows than the limit. */
        TOO_MANY_ROWS,
        /** More bytes than the limit; has a finding of its own, see {@link ByteLimit}. */
        TOO_MANY_BYTES
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
     * Returns why it is unreadable.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the first row that is unreadable.
     *
     * @return the row, or empty when the whole is meant
     */
    public OptionalLong row() {
        return row == 0 ? OptionalLong.empty() : OptionalLong.of(row);
    }
}
