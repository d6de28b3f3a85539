package nl.betekenisvolmeten.indicators.validation;

import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;
import nl.betekenisvolmeten.indicators.validation.internal.PairTable;
import nl.betekenisvolmeten.indicators.validation.internal.RowFilter;

/** Loops over columns of numbers. What breaks a rule is for the rule to say: its {@code isBroken} inlines. */
final class FigureFilters {

    private FigureFilters() {}

    static RowFilter atMost(int left, int right) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            long[] small = batch.values(left);
            long[] large = batch.values(right);
            boolean[] smallKnown = batch.known(left);
            boolean[] largeKnown = batch.known(right);
            for (int i = 0; i < batch.rows(); i++) {
                suspect[i] |= Rule.AtMost.isBroken(small[i], large[i]) && smallKnown[i] && largeKnown[i];
            }
        };
    }

    static RowFilter onlyWith(int left, int right) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            long[] needing = batch.values(left);
            long[] needed = batch.values(right);
            boolean[] needingKnown = batch.known(left);
            boolean[] neededKnown = batch.known(right);
            for (int i = 0; i < batch.rows(); i++) {
                suspect[i] |= Rule.OnlyWith.isBroken(needing[i], needed[i]) && needingKnown[i] && neededKnown[i];
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

    static RowFilter within(int column, long lower, long upper) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            long[] numbers = batch.values(column);
            boolean[] known = batch.known(column);
            for (int i = 0; i < batch.rows(); i++) {
                suspect[i] |= known[i] && Rule.Within.isBroken(numbers[i], lower, upper);
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

    /** Numbers that are filled in, or not, in every row. */
    static RowFilter filled(Rule.Filled rule, int[] columns) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            for (int i = 0; i < batch.rows(); i++) {
                suspect[i] |= rule.isBroken(countFilled(batch, columns, i));
            }
        };
    }

    /** Numbers that are filled in, or not, where a column has some codes, for which the table gives 1. */
    static RowFilter filled(Rule.Filled rule, int[] columns, int where, PairTable applies) {
        return batch -> {
            applies.start(batch.dictionary(where), batch.dictionary(where));
            boolean[] suspect = batch.suspect();
            int[] codes = batch.ids(where);
            for (int i = 0; i < batch.rows(); i++) {
                if (!suspect[i] && rule.isBroken(countFilled(batch, columns, i))) {
                    suspect[i] = applies.get(codes[i], codes[i]) != 0;
                }
            }
        };
    }
}
