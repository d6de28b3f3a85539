package nl.betekenisvolmeten.indicators.validation.internal;

import java.util.Arrays;

/**
 * A table of keys of at most {@value #MOST_BITS} bits, each with the row that had it first, and optionally more data.
 *
 * <p>A key is first turned into another of as many bits, one to one. The upper ten bits select its segment, so that only
 * the rest, at most 32 bits, is stored in the entry, next to the row. Segments are small and grow one by one and at
 * different times, so growth needs hardly any extra memory.
 */
final class KeySegments {

    static final int MOST_BITS = 42;

    /** The largest row that fits an entry. */
    static final long MOST_ROWS = 0xFFFF_FFFFL;

    private static final int SEGMENT_BITS = 10;
    private static final int FIRST_LENGTH = 8;
    private static final long ODD = 0x9E37_79B9_7F4A_7C15L;
    private static final long ODD_INT = 0x9E37_79B1L;
    private static final long[] NONE = {};

    /** Takes an entry: its key, and where it stands. */
    interface Entries {
        void entry(long key, long[] segment, int at);
    }

    private final int fields;
    private final int bits;
    private final int half;
    private final long mask;
    private final int restBits;
    private final long[][] segments = new long[1 << SEGMENT_BITS][];
    private final int[] sizes = new int[1 << SEGMENT_BITS];
    /** How many entries a segment will have room for. */
    private int expected;

    private long[] segment = NONE;
    private int at;

    /**
     * A table.
     *
     * @param keyBits the width of keys
     * @param fields how many numbers an entry has: the first one holds the key and its row
     */
    KeySegments(int keyBits, int fields) {
        if (keyBits > MOST_BITS) {
            throw new IllegalArgumentException("keyBits out of range: " + keyBits);
        }
        this.fields = fields;
        bits = Math.max(keyBits, SEGMENT_BITS + 1);
        half = (bits + 1) / 2;
        mask = (1L << bits) - 1;
        restBits = bits - SEGMENT_BITS;
        Arrays.fill(segments, NONE);
    }

    /** How many bits a mixed key has: as many as a key, and at least a few. */
    int bits() {
        return bits;
    }

    /** So many keys may come: segments that grow then grow to that at once. No more than a guess. */
    void expect(long keys) {
        expected = (int) ((keys * 4 / 3) >>> SEGMENT_BITS);
    }

    /** Another number of as many bits, one to one, that looks like chance. */
    long mixed(long key) {
        long mixed = key ^ key >>> half;
        mixed = mixed * ODD & mask;
        return mixed ^ mixed >>> half;
    }

    /** What was {@linkplain #mixed mixed}. */
    long unmixed(long mixed) {
        long key = mixed ^ mixed >>> half;
        key = key * inverse(ODD) & mask;
        return key ^ key >>> half;
    }

    /** What undoes multiplication by an odd number: Newton's method doubles the right bits with each step. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int right = 3; right < Long.SIZE; right *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    /** Looks where a key will stand, so that memory fetches many at a time; what it gives means nothing. */
    long touch(long mixed) {
        long[] place = segments[(int) (mixed >>> restBits)];
        return place.length > 0 ? place[slot(mixed & ((1L << restBits) - 1), place.length)] : 0;
    }

    private int slot(long rest, int length) {
        int count = length / fields;
        return (int) (((rest * ODD_INT & MOST_ROWS) * count) >>> 32) * fields;
    }

    /**
     * Finds the entry of a key, and makes one when there is none; see {@link #segment} and {@link #at}.
     *
     * @param mixed the key, {@linkplain #mixed mixed}
     * @param row the row that has it, from 1
     * @return whether the entry is new
     */
    boolean locate(long mixed, long row) {
        int index = (int) (mixed >>> restBits);
        long rest = mixed & ((1L << restBits) - 1);
        long[] place = segments[index];
        if ((sizes[index] + 1L) * fields * 5 > place.length * 4L) {
            place = grown(index);
        }
        int slot = slot(rest, place.length);
        while (place[slot] != 0 && place[slot] >>> 32 != rest) {
            slot = next(slot, place.length);
        }
        segment = place;
        at = slot;
        if (place[slot] != 0) {
            return false;
        }
        place[slot] = (rest << 32) | row;
        sizes[index]++;
        return true;
    }

    /** The entry's first number, or 0 when the key is not there. */
    long find(long mixed) {
        long rest = mixed & ((1L << restBits) - 1);
        long[] place = segments[(int) (mixed >>> restBits)];
        if (place.length == 0) {
            return 0;
        }
        int slot = slot(rest, place.length);
        while (place[slot] != 0 && place[slot] >>> 32 != rest) {
            slot = next(slot, place.length);
        }
        return place[slot];
    }

    private int next(int slot, int length) {
        return slot + fields == length ? 0 : slot + fields;
    }

    /** The numbers among which the entry stands that was located last. */
    long[] segment() {
        return segment;
    }

    /** The first number of the entry that was located last. */
    int at() {
        return at;
    }

    /** The row that had the key of an entry first. */
    static long row(long entry) {
        return entry & MOST_ROWS;
    }

    private long[] grown(int index) {
        long[] old = segments[index];
        // the first lengths differ, so that segments of as many keys grow at different times
        int stagger = index % FIRST_LENGTH;
        int length = old.length == 0 ? (FIRST_LENGTH + stagger) * fields : 2 * old.length;
        if (old.length > FIRST_LENGTH * fields && length < expected * fields) {
            // straight to where it will end, with a little more or less room than its neighbours
            length = (expected + expected / 32 * stagger) * fields;
        }
        long[] wider = new long[length];
        for (int from = 0; from < old.length; from += fields) {
            if (old[from] != 0) {
                int slot = slot(old[from] >>> 32, length);
                while (wider[slot] != 0) {
                    slot = next(slot, length);
                }
                System.arraycopy(old, from, wider, slot, fields);
            }
        }
        segments[index] = wider;
        return wider;
    }

    /** Hands on all entries, letting go of them. */
    void drain(Entries entries) {
        for (int i = 0; i < segments.length; i++) {
            long[] drained = segments[i];
            segments[i] = NONE;
            sizes[i] = 0;
            for (int from = 0; from < drained.length; from += fields) {
                if (drained[from] != 0) {
                    entries.entry(unmixed(((long) i << restBits) | (drained[from] >>> 32)), drained, from);
                }
            }
        }
        segment = NONE;
    }
}
