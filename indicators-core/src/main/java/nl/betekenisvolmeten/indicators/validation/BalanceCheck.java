package nl.betekenisvolmeten.indicators.validation;

import java.math.BigDecimal;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.RowCheck.Broken;
import nl.betekenisvolmeten.indicators.validation.RowCheck.Columns;

/** Makes {@link BalanceRule} ready for rows. */
final class BalanceCheck {

    private final BalanceRule rule;
    private final int total;
    private final int[] plus;
    private final int[] minus;
    private final int scale;

    private BalanceCheck(BalanceRule rule, Columns at) {
        this.rule = rule;
        total = at.number(rule.total());
        plus = rule.plus().stream().mapToInt(at::number).toArray();
        minus = rule.minus().stream().mapToInt(at::number).toArray();
        scale = at.columns().get(total).type().decimals().orElseThrow();
        for (ColumnName name : rule.columns()) {
            if (!at.columns().get(at.index(name)).type().decimals().equals(Optional.of(scale))) {
                throw new IllegalArgumentException("columns of different scale: " + rule.total() + ", " + name);
            }
        }
    }

    static RowCheck of(BalanceRule rule, Columns at) {
        return new BalanceCheck(rule, at)::check;
    }

    private Optional<Broken> check(RowCells cells) {
        if (!cells.hasValue(total) || !isKnown(cells, plus) || !isKnown(cells, minus)) {
            return Optional.empty();
        }
        long sum = sum(cells, plus) - sum(cells, minus);
        long number = cells.number(total);
        boolean holds = rule.comparison() == BalanceRule.Comparison.EQUAL ? number == sum : number <= sum;
        if (holds) {
            return Optional.empty();
        }
        String text = BigDecimal.valueOf(sum, scale).toPlainString().replace('.', ',');
        return Optional.of(new Broken(
                Optional.of(rule.total()),
                RowCheck.pair(rule.total().value(), cells.text(total), expression(cells), text)));
    }

    private boolean isKnown(RowCells cells, int[] columns) {
        for (int column : columns) {
            boolean takesPart = rule.empty() == BalanceRule.Empty.UNKNOWN;
            if (!cells.passed(column) || (takesPart && !cells.hasValue(column))) {
                return false;
            }
        }
        return true;
    }

    /** At most 500 numbers below 10^16: far from what a long holds. */
    private static long sum(RowCells cells, int[] columns) {
        long sum = 0;
        for (int column : columns) {
            sum += cells.hasValue(column) ? cells.number(column) : 0;
        }
        return sum;
    }

    /** The sum in the names of its columns, without those that are empty. */
    private String expression(RowCells cells) {
        StringBuilder text = new StringBuilder();
        append(text, cells, plus, rule.plus(), " + ");
        append(text, cells, minus, rule.minus(), " - ");
        return text.isEmpty() ? "0" : text.toString();
    }

    private static void append(
            StringBuilder text, RowCells cells, int[] columns, Iterable<ColumnName> names, String sign) {
        int i = 0;
        for (ColumnName name : names) {
            if (cells.hasValue(columns[i++])) {
                text.append(text.isEmpty() && sign.equals(" + ") ? "" : sign).append(name);
            }
        }
    }
}
