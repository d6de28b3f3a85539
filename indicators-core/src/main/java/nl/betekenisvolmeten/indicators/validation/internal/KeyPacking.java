package nl.betekenisvolmeten.indicators.validation.internal;

import nl.betekenisvolmeten.indicators.table.internal.Dictionary;

/**
 * How the numbers of a key's codes are put into one long: a field of bits for each column, with room for twice as many
 * codes as there are.
 */
final class KeyPacking {

    private final int[] widths;
    private final int[] shifts;
    private final int bits;

    private KeyPacking(int[] widths) {
        this.widths = widths;
        shifts = new int[widths.length];
        int sum = 0;
        // the last column comes lowest: of rows that follow each other, it is what mostly differs
        for (int i = widths.length - 1; i >= 0; i--) {
            shifts[i] = sum;
            sum += widths[i];
        }
        bits = sum;
    }

    static KeyPacking of(Dictionary[] columns) {
        int[] widths = new int[columns.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.min(Integer.SIZE - 1, bitsFor(columns[i].size()) + 1);
        }
        return new KeyPacking(widths);
    }

    /** Returns how many bits distinguish the given number of values counted from 0, at least 2. */
    private static int bitsFor(int count) {
        return Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, count - 1)));
    }

    /** Returns whether there is room for every number of the columns. */
    boolean holds(Dictionary[] columns) {
        for (int i = 0; i < widths.length; i++) {
            if (columns[i].size() > 1L << widths[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the width of a packed key; only keys of at most 64 bits can be packed. */
    int bits() {
        return bits;
    }

    /** Packs the numbers of one row. */
    long pack(int[] ids) {
        long key = 0;
        for (int i = 0; i < ids.length; i++) {
            key |= (long) ids[i] << shifts[i];
        }
        return key;
    }

    /** Packs rows of columns of numbers, column by column for speed. */
    void pack(int[][] columns, int from, int to, long[] keys) {
        int[] last = columns[columns.length - 1];
        for (int row = from; row < to; row++) {
            keys[row] = last[row];
        }
        for (int i = columns.length - 2; i >= 0; i--) {
            int[] column = columns[i];
            int shift = shifts[i];
            for (int row = from; row < to; row++) {
                keys[row] |= (long) column[row] << shift;
            }
        }
    }

    void unpack(long key, int[] ids) {
        for (int i = 0; i < ids.length; i++) {
            ids[i] = (int) ((key >>> shifts[i]) & ((1L << widths[i]) - 1));
        }
    }
}
