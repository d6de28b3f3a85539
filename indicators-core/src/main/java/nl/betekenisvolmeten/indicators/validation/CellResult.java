package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import java.util.Map;

/**
 * What a column type makes of a cell's text.
 *
 * <p>A value has a canonical text (a code, a CBS period, a stripped text) and, for numbers, a whole number of units of
 * 10<sup>-scale</sup>.
 */
public sealed interface CellResult {

    /** Nothing but blanks. */
    record Empty() implements CellResult {}

    /**
     * A value.
     *
     * @param text the canonical text
     * @param number the number for numeric columns; 0 for others
     * @param passed the notation check that the cell did not quite pass, or {@link Notation#AGREED}
     */
    record Value(String text, long number, Notation passed) implements CellResult {}

    /**
     * No value: the check that failed and what its message speaks of.
     *
     * @param failed the check
     * @param arguments besides {@code column} and {@code value}
     * @param suggestions what was probably meant
     */
    record Failure(CellCheck failed, Map<String, String> arguments, List<String> suggestions) implements CellResult {

        static Failure of(CellCheck failed) {
            return new Failure(failed, Map.of(), List.of());
        }

        static Failure of(CellCheck failed, String argument, String text) {
            return new Failure(failed, Map.of(argument, text), List.of());
        }
    }

    /** In which notation a value was written. */
    enum Notation {
        /** The agreed one. */
        AGREED,
        /** A name where a code belongs. */
        NAME,
        /** Another one that can only be read one way. */
        OTHER,
        /** A spreadsheet made a number or a date of it that can only be read one way. */
        SPREADSHEET
    }

    /** An empty cell. */
    CellResult EMPTY = new Empty();
}
