package nl.betekenisvolmeten.indicators.finding;

import java.util.List;
import java.util.Optional;

/**
 * Findings with one cause, told once: a wrong code in 5,000 rows is one entry with a count and the first rows.
 *
 * @param first the finding with the lowest place; the others have its code and severity
 * @param extent what the others have in common with it
 * @param count how many there are, exactly; at least 1
 * @param rows the lowest rows, at most {@link #MAX_ROWS}, each once; empty when the findings are not about rows
 */
public record FoldedFinding(Finding first, Extent extent, long count, List<Long> rows) {

    /** How many rows are named. */
    public static final int MAX_ROWS = 5;

    /** What folded findings have in common, besides their code and severity. */
    public enum Extent {
        /** The column and the value, as far as they have one. */
        VALUE,
        /** The column; there were too many different values to tell them apart. */
        COLUMN,
        /** Nothing more; there were too many different columns to tell them apart. */
        CODE
    }

    /** @throws IllegalArgumentException if the count is not positive */
    public FoldedFinding {
        if (count < 1) {
            throw new IllegalArgumentException("folded findings are at least one: " + count);
        }
        rows = List.copyOf(rows);
    }

    /**
     * The rule's code.
     *
     * @return the code of each of the findings
     */
    public FindingCode code() {
        return first.code();
    }

    /**
     * How grave.
     *
     * @return the severity of each of the findings
     */
    public Severity severity() {
        return first.severity();
    }

    /**
     * The column they are about.
     *
     * @return its name; empty when they are not about one column
     */
    public Optional<String> column() {
        return extent == Extent.CODE ? Optional.empty() : first.location().column();
    }

    /**
     * The text that each of the cells holds, masked where it held personal data.
     *
     * @return the text; empty when there are several, or when the rule is about personal data
     */
    public Optional<String> value() {
        return extent == Extent.VALUE && !code().isPersonalData() ? first.value() : Optional.empty();
    }

    /**
     * Whether the text of the first finding may differ from that of the others, so that it is an example.
     *
     * @return true when there are several that do not share a value
     */
    public boolean isExample() {
        return count > 1 && value().isEmpty();
    }
}
