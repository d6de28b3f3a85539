package nl.betekenisvolmeten.indicators.validation;

import java.util.Arrays;

/**
 * Packed keys of at most {@value #MOST_BITS} bits and the row that had each first: eight bytes an entry, about
 * fourteen with the room between them.
 *
 * <p>A key is first turned into another of as many bits, one to one. The upper ten bits tell its segment, so that only
 * the rest, at most 32 bits, has to stand in the entry, beside the row. Segments are small and grow one by one and at
 * different times, so growth needs hardly any memory beside what is kept.
 */
final class CompactKeys {

    static final int MOST_BITS = 42;

    /** The largest row that fits an entry. */
    static final long MOST_ROWS = 0xFFFF_FFFFL;

    private static final int SEGMENT_BITS = 10;
    private static final int FIRST_LENGTH = 8;
    private static final long ODD = 0x9E37_79B9_7F4A_7C15L;
    private static final long ODD_INT = 0x9E37_79B1L;
    private static final long[] NONE = {};

    /** Takes the keys and their rows. */
    interface Entries {
        void entry(long key, long row);
    }

    private final int bits;
    private final int half;
    private final long mask;
    private final int restBits;
    private final long[][] segments = new long[1 << SEGMENT_BITS][];
    private final int[] sizes = new int[1 << SEGMENT_BITS];
    private int size;
    /** How long a segment will be. */
    private int expected;
    /** Kept only so that the looks of {@link #prepare} are not left out as useless. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    CompactKeys(int keyBits) {
        if (keyBits > MOST_BITS) {
            throw new IllegalArgumentException("a key of " + keyBits + " bits");
        }
        bits = Math.max(keyBits, SEGMENT_BITS + 1);
        half = (bits + 1) / 2;
        mask = (1L << bits) - 1;
        restBits = bits - SEGMENT_BITS;
        Arrays.fill(segments, NONE);
    }

    int size() {
        return size;
    }

    /** So many keys may come: segments that grow then grow to that at once. No more than a guess. */
    void expect(long keys) {
        expected = (int) Math.min(1 << 20, (keys * 4 / 3) >>> SEGMENT_BITS);
    }

    /** Another number of as many bits, one to one, that looks like chance. */
    long mixed(long key) {
        long mixed = key ^ key >>> half;
        mixed = mixed * ODD & mask;
        return mixed ^ mixed >>> half;
    }

    private long unmixed(long mixed) {
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

    /** Turns keys into mixed ones and looks where each will stand, so that memory fetches many at a time. */
    void prepare(long[] keys, int from, int to) {
        long seen = 0;
        for (int i = from; i < to; i++) {
            long mixed = mixed(keys[i]);
            keys[i] = mixed;
            long[] segment = segments[(int) (mixed >>> restBits)];
            if (segment.length > 0) {
                seen += segment[slot(mixed & ((1L << restBits) - 1), segment.length)];
            }
        }
        touched += seen;
    }

    private static int slot(long rest, int length) {
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
        long[] segment = segments[index];
        if ((sizes[index] + 1) * 5 > segment.length * 4) {
            segment = grown(index);
        }
        int at = slot(rest, segment.length);
        while (segment[at] != 0) {
            if (segment[at] >>> 32 == rest) {
                return segment[at] & MOST_ROWS;
            }
            at = at + 1 == segment.length ? 0 : at + 1;
        }
        segment[at] = (rest << 32) | row;
        sizes[index]++;
        size++;
        return 0;
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
        long[] segment = new long[length];
        for (long entry : old) {
            if (entry != 0) {
                int at = slot(entry >>> 32, length);
                while (segment[at] != 0) {
                    at = at + 1 == length ? 0 : at + 1;
                }
                segment[at] = entry;
            }
        }
        segments[index] = segment;
        return segment;
    }

    /** Hands on all keys, letting go of them. */
    void drain(Entries entries) {
        for (int i = 0; i < segments.length; i++) {
            long[] segment = segments[i];
            segments[i] = NONE;
            sizes[i] = 0;
            for (long entry : segment) {
                if (entry != 0) {
                    entries.entry(unmixed(((long) i << restBits) | (entry >>> 32)), entry & MOST_ROWS);
                }
            }
        }
        size = 0;
    }
}
