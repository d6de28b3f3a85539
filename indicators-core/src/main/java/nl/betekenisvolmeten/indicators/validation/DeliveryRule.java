package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/** A rule over a delivery and the one before it, as data. */
public sealed interface DeliveryRule {

    /**
     * Returns what breaking the rule gives.
     *
     * @return code and severity
     */
    Verdict verdict();

    /**
     * Returns the numbers that the rule reads.
     *
     * @return their columns
     */
    List<ColumnName> columns();

    /**
     * A number does not jump: it is not so many times as large or small as before, unless both are so small that the
     * difference says nothing.
     *
     * @param verdict what breaking it gives
     * @param columns the numbers
     * @param factor from how many times as large or small on
     * @param difference from how large a difference on, in whole units
     */
    record Jump(Verdict verdict, List<ColumnName> columns, long factor, long difference) implements DeliveryRule {
        /**
         * @throws IllegalArgumentException if there are no numbers, the factor is below 2 or the difference below 1, or
         *     one is above 1,000,000,000
         */
        public Jump {
            columns = List.copyOf(columns);
            if (columns.isEmpty() || factor < 2 || difference < 1 || Math.max(factor, difference) > 1_000_000_000L) {
                throw new IllegalArgumentException(
                        "jump out of range: columns " + columns + ", factor " + factor + ", difference " + difference);
            }
        }
    }

    /**
     * What was there before is there again.
     *
     * @param verdict what breaking it gives
     */
    record Gone(Verdict verdict) implements DeliveryRule {
        @Override
        public List<ColumnName> columns() {
            return List.of();
        }
    }

    /**
     * A number starts where another one ended in the period just before. It says nothing of periods that are further
     * apart.
     *
     * @param verdict what breaking it gives
     * @param start the number in this delivery
     * @param end the number in the one before
     */
    record Continued(Verdict verdict, ColumnName start, ColumnName end) implements DeliveryRule {
        @Override
        public List<ColumnName> columns() {
            return List.of(start, end);
        }
    }
}
