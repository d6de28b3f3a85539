package nl.betekenisvolmeten.indicators.validation;

import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;
import nl.betekenisvolmeten.indicators.validation.internal.PairTable;
import nl.betekenisvolmeten.indicators.validation.internal.RowFilter;

/** Loops over columns for rules about sums, bounds and cells that are filled in. Each says what its row check says. */
final class FigureFilters {

    private FigureFilters() {}

    static RowFilter within(int column, long least, long most) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            long[] numbers = batch.values(column);
            boolean[] known = batch.known(column);
            for (int i = 0; i < batch.rows(); i++) {
                suspect[i] |= known[i] && (numbers[i] < least || numbers[i] > most);
            }
        };
    }

    static RowFilter balance(BalanceRule rule, int total, int[] plus, int[] minus) {
        boolean allNeeded = rule.empty() == BalanceRule.Empty.UNKNOWN;
        boolean equal = rule.comparison() == BalanceRule.Comparison.EQUAL;
        return batch -> {
            boolean[] suspect = batch.suspect();
            long[] numbers = batch.values(total);
            boolean[] known = batch.known(total);
            for (int i = 0; i < batch.rows(); i++) {
                if (known[i] && !suspect[i] && !(allNeeded && isAnyEmpty(batch, plus, minus, i))) {
                    long sum = sum(batch, plus, i) - sum(batch, minus, i);
                    suspect[i] = equal ? numbers[i] != sum : numbers[i] > sum;
                }
            }
        };
    }

    private static boolean isAnyEmpty(ColumnBatch batch, int[] plus, int[] minus, int row) {
        return countFilled(batch, plus, row) < plus.length || countFilled(batch, minus, row) < minus.length;
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
    static RowFilter filled(FilledRule.Fill fill, int[] columns) {
        return batch -> {
            boolean[] suspect = batch.suspect();
            for (int i = 0; i < batch.rows(); i++) {
                suspect[i] |= offends(fill, countFilled(batch, columns, i), columns.length);
            }
        };
    }

    /** Numbers that are filled in, or not, where a column has some codes: the table tells which. */
    static RowFilter filled(FilledRule.Fill fill, int[] columns, int where, PairTable applies) {
        return batch -> {
            applies.start(batch.dictionary(where), batch.dictionary(where));
            boolean[] suspect = batch.suspect();
            int[] codes = batch.ids(where);
            for (int i = 0; i < batch.rows(); i++) {
                if (!suspect[i] && offends(fill, countFilled(batch, columns, i), columns.length)) {
                    suspect[i] = applies.get(codes[i], codes[i]) != 0;
                }
            }
        };
    }

    private static boolean offends(FilledRule.Fill fill, int filled, int columns) {
        return switch (fill) {
            case ALL -> filled < columns;
            case ANY -> filled == 0;
            case NONE -> filled > 0;
        };
    }
}
