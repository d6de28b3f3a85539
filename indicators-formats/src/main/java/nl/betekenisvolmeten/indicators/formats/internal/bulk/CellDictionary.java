package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.util.Arrays;

/**
 * Remembers what is known of a cell by its bytes: a number that the caller gives. Cells are told apart by their length
 * and their first and last eight bytes, which is exact up to sixteen bytes; of longer ones all bytes are compared.
 */
final class CellDictionary {

    /** Nothing is known. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    /** Beyond so many cells it is full. */
    static final int MOST_CELLS = 1 << 16;

    /** Longer cells are not remembered. */
    static final int LONGEST = 1 << 10;

    private static final int MOST_BYTES = 1 << 22;
    /** Up to this length, first and last bytes are all. */
    static final int EXACT = 2 * Long.BYTES;

    private static final int FIELDS = 4;
    private static final int FIRST_SLOTS = 64;

    /** In each slot: the first bytes, the last ones, length and number, and where the bytes are kept. */
    private long[] slots = new long[FIRST_SLOTS * FIELDS];

    private byte[] kept = new byte[FIRST_SLOTS];
    private int keptLength;
    private int size;

    private static int slot(long first, long last, int length, int count) {
        long hash = (first + length) * 0x9E37_79B9_7F4A_7C15L ^ last * 0xC2B2_AE3D_27D4_EB4FL;
        return (int) ((hash ^ hash >>> 29) >>> 7) & (count - 1);
    }

    /**
     * Returns the number remembered for a cell.
     *
     * @return the number, or {@link #UNKNOWN}
     */
    int find(byte[] bytes, int start, int end) {
        int length = end - start;
        long first = Words.head(bytes, start, length);
        long last = length <= Long.BYTES ? first : Words.at(bytes, start + length - Long.BYTES);
        long[] all = slots;
        int at = slot(first, last, length, all.length / FIELDS) * FIELDS;
        while (all[at + 3] != 0) {
            if (all[at] == first
                    && all[at + 1] == last
                    && (int) (all[at + 2] >>> 32) == length
                    && (length <= EXACT || isKept((int) all[at + 3] - 1, bytes, start, length))) {
                return (int) all[at + 2];
            }
            at += FIELDS;
            at = at == all.length ? 0 : at;
        }
        return UNKNOWN;
    }

    private boolean isKept(int offset, byte[] bytes, int start, int length) {
        return Words.endAlike(kept, offset, bytes, start, length);
    }

    /** Returns whether it is time to {@link #clear}. */
    boolean isFull() {
        return size >= MOST_CELLS || keptLength >= MOST_BYTES;
    }

    /** Remembers a cell that is not known, unless it is too long. */
    void put(byte[] bytes, int start, int end, int number) {
        int length = end - start;
        if (length > LONGEST) {
            return;
        }
        if (2 * FIELDS * (size + 1) > slots.length) {
            grow();
        }
        int offset = keptLength;
        if (length > EXACT) {
            if (keptLength + length > kept.length) {
                kept = Arrays.copyOf(kept, Math.max(2 * kept.length, keptLength + length));
            }
            System.arraycopy(bytes, start, kept, keptLength, length);
            keptLength += length;
        }
        long numbers = ((long) length << 32) | (number & 0xFFFF_FFFFL);
        insert(Words.head(bytes, start, length), Words.tail(bytes, start, length), numbers, offset + 1L);
        size++;
    }

    private void insert(long first, long last, long numbers, long offset) {
        int at = slot(first, last, (int) (numbers >>> 32), slots.length / FIELDS) * FIELDS;
        while (slots[at + 3] != 0) {
            at += FIELDS;
            at = at == slots.length ? 0 : at;
        }
        slots[at] = first;
        slots[at + 1] = last;
        slots[at + 2] = numbers;
        slots[at + 3] = offset;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (int at = 0; at < old.length; at += FIELDS) {
            if (old[at + 3] != 0) {
                insert(old[at], old[at + 1], old[at + 2], old[at + 3]);
            }
        }
    }

    /** Forgets everything. */
    void clear() {
        slots = new long[FIRST_SLOTS * FIELDS];
        kept = new byte[FIRST_SLOTS];
        keptLength = 0;
        size = 0;
    }
}
