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
    record Empty() implements CellResult {
        private static final Empty CELL = new Empty();
    }

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
    record Failure(RuleSet.CellCheck failed, Map<String, String> arguments, List<String> suggestions)
            implements CellResult {

        static Failure of(RuleSet.CellCheck failed) {
            return new Failure(failed, Map.of(), List.of());
        }

        static Failure of(RuleSet.CellCheck failed, String argument, String text) {
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

    /**
     * Returns whether the text is a value in the agreed notation, so that there is nothing to say about how it is written.
     *
     * @return false for other notations, for blanks and where there is no value
     */
    default boolean isAgreed() {
        return this instanceof Value value && value.passed() == Notation.AGREED;
    }

    /**
     * Returns an empty cell.
     *
     * @return the result
     */
    static CellResult empty() {
        return Empty.CELL;
    }
}
