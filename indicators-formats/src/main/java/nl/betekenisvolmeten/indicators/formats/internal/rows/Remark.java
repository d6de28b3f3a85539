package nl.betekenisvolmeten.indicators.formats.internal.rows;

import java.util.Map;

/**
 * Something about how a delivery is carried that its reader should know, though it can be read. Becomes a finding.
 *
 * @param kind what it is
 * @param arguments what its message speaks of; see each kind
 */
public record Remark(Kind kind, Map<String, String> arguments) {

    /** What there is to know. */
    public enum Kind {
        /** The text is in another encoding than UTF-8; {@code encoding}. */
        ENCODING,
        /** The sheet that the rows come from is hidden. */
        HIDDEN_SHEET,
        /** Columns with something in them are hidden; {@code count}. */
        HIDDEN_COLUMNS,
        /** This row is hidden. */
        HIDDEN_ROW,
        /** Some bytes of this row are not characters in the file's encoding. */
        BROKEN_CHARACTER,
        /** A row gives a column twice, so that it is not clear which counts; {@code column}. */
        COLUMN_TWICE
    }

    public Remark {
        arguments = Map.copyOf(arguments);
    }

    /**
     * Returns a remark that needs no arguments.
     *
     * @param kind what it is
     * @return the remark
     */
    public static Remark of(Kind kind) {
        return new Remark(kind, Map.of());
    }

    /**
     * Returns a remark with one argument.
     *
     * @param kind what it is
     * @param argument the argument's name
     * @param text the argument
     * @return the remark
     */
    public static Remark of(Kind kind, String argument, String text) {
        return new Remark(kind, Map.of(argument, text));
    }
}
