package nl.betekenisvolmeten.indicators.validation.internal;

import java.util.Arrays;

/**
 * Keys of at most {@value #MOST_BITS} bits, each with the row that had it first: eight bytes a key, about eleven with the
 * room between them, fourteen while it grows.
 *
 * <p>A key is first turned into another of as many bits, one to one. The upper ten bits select its segment, so that only
 * the rest, at most 32 bits, is stored in the entry, next to the row. Segments are small and grow one by one and at
 * different times, so growth needs hardly any extra memory.
 */
final class PackedKeys {

    static final int MOST_BITS = 42;

    /** The largest row that fits an entry. */
    static final long MOST_ROWS = 0xFFFF_FFFFL;

    private static final int SEGMENT_BITS = 10;
    private static final int FIRST_LENGTH = 8;
    private static final long ODD = 0x9E37_79B9_7F4A_7C15L;
    private static final long ODD_INT = 0x9E37_79B1L;
    private static final long[] NONE = {};

    /** Takes keys and their rows. */
    interface Entries {
        void entry(long key, long row);
    }

    private final int bits;
    private final int half;
    private final long mask;
    private final int restBits;
    private final long[][] segments = new long[1 << SEGMENT_BITS][];
    private final int[] sizes = new int[1 << SEGMENT_BITS];
    /** How many entries a segment will have room for. */
    private int expected;

    private int size;

    /** Kept only so that the looks of {@link #prepare} are not left out as useless. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    /** Creates a table of keys of so many bits. */
    PackedKeys(int keyBits) {
        if (keyBits > MOST_BITS) {
            throw new IllegalArgumentException("keyBits out of range: " + keyBits);
        }
        bits = Math.max(keyBits, SEGMENT_BITS + 1);
        half = (bits + 1) / 2;
        mask = (1L << bits) - 1;
        restBits = bits - SEGMENT_BITS;
        Arrays.fill(segments, NONE);
    }

    /** Returns the number of distinct keys. */
    int size() {
        return size;
    }

    /** Sets the expected number of keys, to which segments then grow at once; a hint only. */
    void expect(long keys) {
        expected = (int) ((keys * 4 / 3) >>> SEGMENT_BITS);
    }

    /**
     * Returns a key as {@link #firstRow} requires it: another number of as many bits, one to one, that looks random.
     */
    long mixed(long key) {
        long mixed = key ^ key >>> half;
        mixed = mixed * ODD & mask;
        return mixed ^ mixed >>> half;
    }

    /** Returns the key that was {@linkplain #mixed mixed}. */
    long unmixed(long mixed) {
        long key = mixed ^ mixed >>> half;
        key = key * inverse(ODD) & mask;
        return key ^ key >>> half;
    }

    /**
     * Returns the multiplicative inverse of an odd number, modulo 2<sup>64</sup>: Newton's method doubles the correct
     * bits with each step.
     */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int right = 3; right < Long.SIZE; right *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    /** Mixes keys and looks up where each will be, so that memory fetches many at a time. */
    void prepare(long[] keys, int from, int to) {
        long seen = 0;
        for (int i = from; i < to; i++) {
            keys[i] = mixed(keys[i]);
            long[] place = segments[(int) (keys[i] >>> restBits)];
            seen += place.length > 0 ? place[slot(keys[i] & ((1L << restBits) - 1), place.length)] : 0;
        }
        touched += seen;
    }

    private int slot(long rest, int length) {
        return (int) (((rest * ODD_INT & MOST_ROWS) * length) >>> 32);
    }

    /**
     * Remembers a key.
     *
     * @param mixed the key, {@linkplain #mixed mixed}
     * @param row the row that has it, from 1
     * @return the row that had it first, or 0 when this row is the first
     */
    long firstRow(long mixed, long row) {
        int index = (int) (mixed >>> restBits);
        long rest = mixed & ((1L << restBits) - 1);
        long[] place = segments[index];
        if ((sizes[index] + 1L) * 5 > place.length * 4L) {
            place = grown(index);
        }
        int slot = slot(rest, place.length);
        while (place[slot] != 0 && place[slot] >>> 32 != rest) {
            slot = next(slot, place.length);
        }
        if (place[slot] != 0) {
            return place[slot] & MOST_ROWS;
        }
        place[slot] = (rest << 32) | row;
        sizes[index]++;
        size++;
        return 0;
    }

    private static int next(int slot, int length) {
        return slot + 1 == length ? 0 : slot + 1;
    }

    private long[] grown(int index) {
        long[] old = segments[index];
        // the first lengths differ, so that segments of as many keys grow at different times
        int stagger = index % FIRST_LENGTH;
        int length = old.length == 0 ? FIRST_LENGTH + stagger : 2 * old.length;
        if (old.length > FIRST_LENGTH && length < expected) {
            // straight to where it will end, with a little more or less room than its neighbours
            length = expected + expected / 32 * stagger;
        }
        long[] wider = new long[length];
        for (long entry : old) {
            if (entry != 0) {
                int slot = slot(entry >>> 32, length);
                while (wider[slot] != 0) {
                    slot = next(slot, length);
                }
                wider[slot] = entry;
            }
        }
        segments[index] = wider;
        return wider;
    }

    /** Passes on all keys and releases them. */
    void drain(Entries entries) {
        for (int i = 0; i < segments.length; i++) {
            long[] drained = segments[i];
            segments[i] = NONE;
            sizes[i] = 0;
            for (long entry : drained) {
                if (entry != 0) {
                    entries.entry(unmixed(((long) i << restBits) | (entry >>> 32)), entry & MOST_ROWS);
                }
            }
        }
        size = 0;
    }
}
