package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Arrays;

/** Numbers for packed keys, from 0 in the order in which they were first seen: open addressing in one array. */
final class SlotTable {

    private static final int FIRST = 256;

    /** For each place the number of a key, plus one; 0 when nothing is there. */
    private int[] places = new int[FIRST];

    private long[] keys = new long[FIRST / 2];
    private int size;

    int size() {
        return size;
    }

    long key(int slot) {
        return keys[slot];
    }

    /** Puts the number of each key into an array. */
    void find(long[] wanted, int count, int[] slots) {
        for (int i = 0; i < count; i++) {
            slots[i] = slot(wanted[i]);
        }
    }

    private int slot(long key) {
        int at = place(key);
        while (places[at] != 0) {
            int slot = places[at] - 1;
            if (keys[slot] == key) {
                return slot;
            }
            at = (at + 1) & (places.length - 1);
        }
        return add(at, key);
    }

    private int place(long key) {
        long hash = key * 0x9E37_79B9_7F4A_7C15L;
        return (int) (hash >>> 40) & (places.length - 1);
    }

    private int add(int at, long key) {
        int slot = size++;
        places[at] = slot + 1;
        keys[slot] = key;
        if (size == keys.length) {
            grow();
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        places = new int[2 * places.length];
        for (int slot = 0; slot < size; slot++) {
            int at = place(keys[slot]);
            while (places[at] != 0) {
                at = (at + 1) & (places.length - 1);
            }
            places[at] = slot + 1;
        }
    }
}
