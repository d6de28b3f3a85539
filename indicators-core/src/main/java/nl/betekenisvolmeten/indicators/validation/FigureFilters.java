package nl.betekenisvolmeten.indicators.validation;

import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;
import nl.betekenisvolmeten.indicators.validation.internal.RowFilter;

/** Loops over columns of numbers. What breaks a rule is for the rule to say: its {@code isBroken} inlines. */
final class FigureFilters {

    private FigureFilters() {}

    static RowFilter twoNumbers(int left, int right, RuleColumns.OfNumbers isBroken) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            long[] lefts = batch.values(left);
            long[] rights = batch.values(right);
            boolean[] leftKnown = batch.known(left);
            boolean[] rightKnown = batch.known(right);
            for (int i = 0; i < batch.rows(); i++) {
                suspect[i] |= isBroken.test(lefts[i], rights[i]) && leftKnown[i] && rightKnown[i];
            }
        };
    }

    static RowFilter notAllZero(int[] columns) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            for (int i = 0; i < batch.rows(); i++) {
                boolean allZero = true;
                for (int column : columns) {
                    allZero = allZero && Rule.NotAllZero.isZero(batch.known(column)[i], batch.values(column)[i]);
                }
                suspect[i] |= allZero;
            }
        };
    }

    static RowFilter balance(BalanceRule rule, int total, int[] plus, int[] minus) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            long[] numbers = batch.values(total);
            boolean[] known = batch.known(total);
            for (int i = 0; i < batch.rows(); i++) {
                if (known[i] && !suspect[i]) {
                    long sum = sum(batch, plus, i) - sum(batch, minus, i);
                    int filled = countFilled(batch, plus, i) + countFilled(batch, minus, i);
                    suspect[i] = rule.isBroken(numbers[i], sum, filled);
                }
            }
        };
    }

    private static int countFilled(ColumnBatch batch, int[] columns, int row) {
        int filled = 0;
        for (int column : columns) {
            filled += batch.known(column)[row] ? 1 : 0;
        }
        return filled;
    }

    private static long sum(ColumnBatch batch, int[] columns, int row) {
        long sum = 0;
        for (int column : columns) {
            sum += batch.known(column)[row] ? batch.values(column)[row] : 0;
        }
        return sum;
    }
}
