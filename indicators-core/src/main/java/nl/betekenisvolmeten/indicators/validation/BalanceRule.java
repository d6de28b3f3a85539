package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * A number is what others add up to, or not above that: the caseload at the end is that at the beginning plus what
 * came in less what went out. The columns have the same number of decimals.
 *
 * @param verdict what breaking it gives
 * @param total the number
 * @param comparison how it relates to the sum
 * @param plus what is added
 * @param minus what is taken off; may be empty
 * @param empty what an empty cell of the sum means
 */
public record BalanceRule(
        Verdict verdict,
        ColumnName total,
        Comparison comparison,
        List<ColumnName> plus,
        List<ColumnName> minus,
        Empty empty)
        implements Rule {
    /** @throws IllegalArgumentException if nothing is added */
    public BalanceRule {
        plus = List.copyOf(plus);
        minus = List.copyOf(minus);
        if (plus.isEmpty()) {
            throw new IllegalArgumentException("a sum has columns");
        }
    }

    @Override
    public List<ColumnName> columns() {
        return Stream.of(List.of(total), plus, minus).flatMap(List::stream).toList();
    }

    /** How a number relates to a sum. */
    public enum Comparison {
        /** They are the same. */
        EQUAL,
        /** The number is not above the sum. */
        AT_MOST
    }

    /** What an empty cell of the sum means. */
    public enum Empty {
        /** The sum is not known, so the rule does not apply. */
        UNKNOWN,
        /** It does not take part, as the answers that a question does not have. */
        LEFT_OUT
    }
}
