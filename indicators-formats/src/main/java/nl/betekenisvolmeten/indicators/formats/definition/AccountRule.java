package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** A rule over the parts of an account, as data. */
public sealed interface AccountRule {

    /**
     * What breaking the rule gives.
     *
     * @return code and severity
     */
    Verdict verdict();

    /**
     * All parts that have a column say the same in it, in every row.
     *
     * @param verdict what breaking it gives
     * @param column the column
     */
    record Same(Verdict verdict, ColumnName column) implements AccountRule {}

    /**
     * What a row of one part says occurs in a row of another.
     *
     * @param verdict what breaking it gives
     * @param from the part that refers
     * @param to the part that it refers to
     * @param columns the columns, which both have
     */
    record Occurs(Verdict verdict, String from, String to, List<ColumnName> columns) implements AccountRule {
        /** @throws IllegalArgumentException if there are no columns */
        public Occurs {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("a part refers to another by columns");
            }
        }
    }
}
