package nl.betekenisvolmeten.indicators.formats.report;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.betekenisvolmeten.indicators.formats.report.Cell.UnknownCellException.Reason;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;

/**
 * One cell of a table of results, as a person names it.
 *
 * @param subject what was measured
 * @param where the other names with their values: {@code stadsdeel}, {@code periode}, a column of the format
 */
public record Cell(Subject subject, Map<String, String> where) {

    private static final String MEASURE = "measure";
    private static final String INDICATOR = "indicator";

    /** What was measured. */
    public sealed interface Subject {

        /**
         * The total of a column.
         *
         * @param column the measure
         */
        record OfMeasure(ColumnName column) implements Subject {}

        /**
         * An indicator.
         *
         * @param id the indicator
         */
        record OfIndicator(IndicatorId id) implements Subject {}
    }

    public Cell {
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    }

    /**
     * Reads a cell such as {@code indicator=bezoeken-per-bijeenkomst;stadsdeel=Laak;periode=2026KW01}, or with {@code
     * measure=bezoeken} for the total of a column.
     *
     * @param text names and values
     * @return the cell
     * @throws UnknownCellException if it has another shape, or names no measure or indicator, or both
     */
    public static Cell parse(String text) {
        Map<String, String> where = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value = part.substring(equals + 1).strip();
            boolean nothing = part.isBlank();
            if (!nothing && (name.isEmpty() || value.isEmpty() || where.putIfAbsent(name, value) != null)) {
                throw new UnknownCellException(Reason.SYNTAX, part.strip(), List.of());
            }
        }
        String measure = where.remove(MEASURE);
        String indicator = where.remove(INDICATOR);
        if (measure != null && indicator == null) {
            return new Cell(new Subject.OfMeasure(column(measure)), where);
        }
        if (indicator != null && measure == null) {
            return new Cell(new Subject.OfIndicator(indicator(indicator)), where);
        }
        throw new UnknownCellException(Reason.SUBJECT, text.strip(), List.of(INDICATOR, MEASURE));
    }

    private static ColumnName column(String name) {
        if (!ColumnName.isValid(name)) {
            throw new UnknownCellException(Reason.MEASURE, name, List.of());
        }
        return ColumnName.of(name);
    }

    private static IndicatorId indicator(String id) {
        if (!IndicatorId.isValid(id)) {
            throw new UnknownCellException(Reason.INDICATOR, id, List.of());
        }
        return IndicatorId.of(id);
    }

    /**
     * Returns the cell as it is written.
     *
     * @return names and values
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                subject instanceof Subject.OfMeasure of
                        ? MEASURE + "=" + of.column()
                        : INDICATOR + "=" + ((Subject.OfIndicator) subject).id());
        where.forEach((name, value) -> text.append(';').append(name).append('=').append(value));
        return text.toString();
    }

    /** A cell that cannot be explained, because its parts do not exist or contradict each other. */
    public static final class UnknownCellException extends IllegalArgumentException {

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
}
