package nl.betekenisvolmeten.indicators.formats.internal.rows;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/** The content of a delivery cannot be read (further). Becomes a finding; never reaches a caller of the library. */
public final class UnreadableException extends Exception {

    /** The delivery cannot be read, or not further. */
    public static final FindingCode UNREADABLE = FindingCode.of("TF-S06");

    /** The delivery has more than one of the limits allows. */
    public static final FindingCode TOO_LARGE = FindingCode.of("TF-S08");

    private static final long serialVersionUID = 1L;

    /** Why content cannot be read. The message catalogue has a text for each. */
    public enum Reason {
        /** Not text: no CSV. */
        BINARY,
        /** In no encoding that is known. */
        ENCODING,
        /** Quotes that are not closed or are in the wrong place, or a record too long to be held. */
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
        /** More bytes than the limit. */
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
     * Returns the finding for this: about a limit, with its value, or about content that cannot be read.
     *
     * @param source the delivery
     * @param limits how much is read
     * @param place where the delivery is
     * @return the finding
     */
    public Finding finding(DeliverySource source, ReadLimits limits, Location place) {
        Location where = row == 0 ? place : place.withRow(row);
        return switch (reason) {
            case TOO_MANY_BYTES -> bytes(source.exceeded().orElse(limits.bytes()), where);
            case TOO_MANY_ROWS -> limit("rows", limits.rows(), where);
            case TOO_MANY_COLUMNS -> limit("columns", limits.columns(), where);
            case CELL_TOO_LONG -> limit("characters", limits.cellLength(), where);
            default ->
                Finding.of(
                        UNREADABLE,
                        Severity.ERROR,
                        where,
                        Map.of("reason", reason.name().toLowerCase(Locale.ROOT)));
        };
    }

    private static Finding limit(String reason, long limit, Location where) {
        return Finding.of(TOO_LARGE, Severity.ERROR, where, Map.of("reason", reason, "limit", Long.toString(limit)));
    }

    private static Finding bytes(long limit, Location where) {
        String size =
                limit >= 1 << 20 ? (limit >> 20) + " MB" : limit >= 1 << 10 ? (limit >> 10) + " kB" : limit + " B";
        return Finding.of(
                TOO_LARGE,
                Severity.ERROR,
                where,
                Map.of("reason", "bytes", "limit", Long.toString(limit), "details", size));
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
