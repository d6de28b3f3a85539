package nl.betekenisvolmeten.indicators.validation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds rows with the same key, exactly, however many codes there are: about 24 bytes a row.
 *
 * <p>A key is a path: at each column, the node so far and the code's number lead to the next node. Equal paths are equal
 * keys, so nothing needs to be confirmed.
 */
final class KeyTrie {

    private static final long NEW = -1;

    private final List<LongTable> levels = new ArrayList<>();

    KeyTrie(int columns) {
        for (int i = 0; i < columns; i++) {
            levels.add(new LongTable());
        }
    }

    /** How many different keys there are. */
    int size() {
        return levels.get(levels.size() - 1).size();
    }

    /**
     * Remembers a key.
     *
     * @param key a number for each column
     * @param row the row that has it
     * @return the row that had it first, or 0 when this row is the first
     */
    long firstRow(int[] key, long row) {
        long node = 0;
        int last = key.length - 1;
        for (int i = 0; i < last; i++) {
            LongTable level = levels.get(i);
            long next = level.putIfAbsent(node << 32 | key[i], level.size());
            node = next == NEW ? level.size() - 1 : next;
        }
        long first = levels.get(last).putIfAbsent(node << 32 | key[last], row);
        return first == NEW ? 0 : first;
    }

    /** Long to long, with open addressing; values are 0 or more. */
    private static final class LongTable {
        private static final int FIRST = 64;

        private long[] keys = new long[FIRST];
        private long[] values = filled(FIRST);
        private int size;

        private static long[] filled(int length) {
            long[] values = new long[length];
            Arrays.fill(values, NEW);
            return values;
        }

        int size() {
            return size;
        }

        /** The value that the key has already, or {@link #NEW} after giving it this one. */
        long putIfAbsent(long key, long value) {
            if (size * 4L > keys.length * 3L) {
                grow();
            }
            int slot = slot(keys, values, key);
            if (values[slot] != NEW) {
                return values[slot];
            }
            keys[slot] = key;
            values[slot] = value;
            size++;
            return NEW;
        }

        private static int slot(long[] keys, long[] values, long key) {
            long hash = key * 0x9E3779B97F4A7C15L;
            int mask = keys.length - 1;
            int slot = (int) (hash ^ hash >>> 32) & mask;
            while (values[slot] != NEW && keys[slot] != key) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        private void grow() {
            long[] newKeys = new long[Math.multiplyExact(keys.length, 2)];
            long[] newValues = filled(newKeys.length);
            for (int i = 0; i < keys.length; i++) {
                if (values[i] != NEW) {
                    int slot = slot(newKeys, newValues, keys[i]);
                    newKeys[slot] = keys[i];
                    newValues[slot] = values[i];
                }
            }
            keys = newKeys;
            values = newValues;
        }
    }
}
