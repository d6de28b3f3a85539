package nl.betekenisvolmeten.indicators.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.RuleCheck.Breach;
import nl.betekenisvolmeten.indicators.validation.RuleCheck.Cells;

/**
 * A number is what others add up to, or not above that: the caseload at the end is that at the beginning plus what came
 * in less what went out. The columns have the same number of decimals.
 *
 * @param verdict the verdict if the rule is broken
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
            throw new IllegalArgumentException("parts must not be empty");
        }
    }

    /** Returns whether a number breaks the rule, compared with a sum of cells, the given number of them filled in. */
    boolean isBroken(long number, long sum, int filled) {
        boolean known = empty == Empty.LEFT_OUT || filled == plus.size() + minus.size();
        return known
                && switch (comparison) {
                    case EQUAL -> number != sum;
                    case AT_MOST -> number > sum;
                    case AT_LEAST -> number < sum;
                };
    }

    @Override
    public List<ColumnName> columns() {
        return Stream.of(List.of(total), plus, minus).flatMap(List::stream).toList();
    }

    @Override
    public RuleCheck on(List<ColumnRule> columns) {
        return new Check(this, new RuleColumns(columns));
    }

    @Override
    public String terms(UnaryOperator<ColumnName> names) {
        String subtracted = minus.isEmpty()
                ? ""
                : " MINUS " + minus.stream().map(names).map(ColumnName::value).collect(Collectors.joining(", "));
        return comparison + subtracted + " " + empty;
    }

    /** How a number relates to a sum. */
    public enum Comparison {
        /** They are the same. */
        EQUAL,
        /** The number is not above the sum. */
        AT_MOST,
        /** The number is not below the sum. */
        AT_LEAST
    }

    /** What an empty cell of the sum means. */
    public enum Empty {
        /** The sum is not known, so the rule does not apply. */
        UNKNOWN,
        /** It does not take part, as the answers that a question does not have. */
        LEFT_OUT
    }

    /** The rule on cells. */
    private static final class Check implements RuleCheck {

        private final BalanceRule rule;
        private final int total;
        private final int[] plus;
        private final int[] minus;
        private final int scale;

        Check(BalanceRule rule, RuleColumns at) {
            this.rule = rule;
            total = at.number(rule.total());
            plus = at.numbers(rule.plus());
            minus = at.numbers(rule.minus());
            scale = at.scale(rule.total());
            rule.columns().forEach(name -> at.sameScale(rule.total(), name));
        }

        @Override
        public Optional<Breach> check(Cells row) {
            if (!row.hasValue(total) || !RuleColumns.allPassed(row, plus) || !RuleColumns.allPassed(row, minus)) {
                return Optional.empty();
            }
            long sum = sum(row, plus) - sum(row, minus);
            if (!rule.isBroken(
                    row.number(total), sum, RuleColumns.countFilled(row, plus) + RuleColumns.countFilled(row, minus))) {
                return Optional.empty();
            }
            String text = BigDecimal.valueOf(sum, scale).toPlainString().replace('.', ',');
            return Breach.at(rule.total(), Breach.pair(rule.total().value(), row.text(total), expression(row), text));
        }

        /** Returns the sum of at most 500 numbers below 10^16, which is far from what a long holds. */
        private static long sum(Cells row, int[] columns) {
            long sum = 0;
            for (int column : columns) {
                sum += row.hasValue(column) ? row.number(column) : 0;
            }
            return sum;
        }

        /** Returns the sum in the names of its columns, without the empty ones. */
        private String expression(Cells row) {
            StringBuilder text = new StringBuilder();
            append(text, row, plus, rule.plus(), " + ");
            append(text, row, minus, rule.minus(), " - ");
            return text.isEmpty() ? "0" : text.toString();
        }

        private static void append(
                StringBuilder text, Cells row, int[] columns, Iterable<ColumnName> names, String sign) {
            int i = 0;
            for (ColumnName name : names) {
                if (row.hasValue(columns[i++])) {
                    text.append(text.isEmpty() && sign.equals(" + ") ? "" : sign)
                            .append(name);
                }
            }
        }
    }
}
