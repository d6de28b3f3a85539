package nl.betekenisvolmeten.indicators.formats.report;

import java.util.Collection;
import java.util.List;

/** A cell that cannot be explained, because what is said of it does not exist or does not go together. */
public final class UnknownCellException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** Why. */
    private final Reason reason;
    /** What was written. */
    private final String value;
    /** What is known there. */
    private final List<String> known;

    /** Why a cell cannot be explained. */
    public enum Reason {
        /** Not of the shape {@code name=value;name=value}, or a name appears twice. */
        SYNTAX,
        /** Neither a measure nor an indicator is named, or both are. */
        SUBJECT,
        /** No file is of a format that is known. */
        FORMAT,
        /** There is no such indicator, or the files do not feed it. */
        INDICATOR,
        /** The format has no such measure. */
        MEASURE,
        /** The format has no such column, or an indicator is not made by it. */
        COLUMN,
        /** There is no such area, or a second one is named. */
        AREA,
        /** Not a period, or a second one is named. */
        PERIOD,
        /** An indicator that needs an area and a period, while one of these is not named. */
        INCOMPLETE,
        /** The indicator is not made for areas of this level, or its kind of figure has no explanation. */
        NOT_MADE
    }

    UnknownCellException(Reason reason, String value, Collection<String> known) {
        super("no such cell (" + reason + "): '" + value + "', known: " + known);
        this.reason = reason;
        this.value = value;
        this.known = List.copyOf(known);
    }

    /**
     * Returns what is wrong.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns what was asked for.
     *
     * @return a name or value of the cell
     */
    public String value() {
        return value;
    }

    /**
     * Returns what could have been asked for.
     *
     * @return names or values; empty where there are too many to name
     */
    public List<String> known() {
        return known;
    }
}
