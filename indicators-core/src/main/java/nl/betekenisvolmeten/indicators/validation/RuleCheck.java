package nl.betekenisvolmeten.indicators.validation;

import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/** A {@link Rule} made ready for the columns of a format. */
@FunctionalInterface
public interface RuleCheck {

    /**
     * Applies the rule to a row. A key is a matter of all rows, and is never broken by one.
     *
     * @param row the cells of a row
     * @return what is wrong; empty when the row keeps the rule or the rule does not apply to it
     */
    Optional<Breach> check(Cells row);

    /** The cells of one row after their own checks, by the index of their column in the format. */
    interface Cells {

        /**
         * Returns whether a cell passed its own check; an optional empty cell does.
         *
         * @param column the index of its column
         * @return false when the cell has an error
         */
        boolean passed(int column);

        /**
         * Returns whether a cell passed and holds something.
         *
         * @param column the index of its column
         * @return false for an empty cell and for one with an error
         */
        boolean hasValue(int column);

        /**
         * Returns the canonical text of a cell that has a value.
         *
         * @param column the index of its column
         * @return a code, a CBS period, a day, a number with a comma or a text
         */
        String text(int column);

        /**
         * Returns the number in a cell that has a value, of a numeric column.
         *
         * @param column the index of its column
         * @return the number in units of 10<sup>-scale</sup>
         */
        long number(int column);
    }

    /**
     * How a row breaks a rule.
     *
     * @param column the column to point at; empty when the whole row is meant
     * @param arguments what the message speaks of
     */
    record Breach(Optional<ColumnName> column, Map<String, String> arguments) {
        public Breach {
            arguments = Map.copyOf(arguments);
        }

        static Optional<Breach> ofRow(Map<String, String> arguments) {
            return Optional.of(new Breach(Optional.empty(), arguments));
        }

        static Optional<Breach> at(ColumnName column, Map<String, String> arguments) {
            return Optional.of(new Breach(Optional.of(column), arguments));
        }

        static Map<String, String> pair(String left, String leftValue, String right, String rightValue) {
            return Map.of("left", left, "left_value", leftValue, "right", right, "right_value", rightValue);
        }
    }
}
