package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, the first one in the lowest bits. */
final class Words {

    /** So many bytes after the last one of an array's content must exist, whatever they are. */
    static final int PADDING = Long.SIZE + Long.BYTES;

    static final long ONES = 0x0101_0101_0101_0101L;
    static final long HIGHS = 0x8080_8080_8080_8080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** For each number of bytes from -1 up to eight, a mask of so many. */
    private static final long[] MASKS = {
        0, 0, 0xFFL, 0xFFFFL, 0xFF_FFFFL, 0xFFFF_FFFFL, 0xFF_FFFF_FFFFL, 0xFFFF_FFFF_FFFFL, 0xFF_FFFF_FFFF_FFFFL, -1L
    };

    /** All bits of so many bytes, at most eight; none of a cell that {@link Chunk#bounds} lets end before it starts. */
    static long mask(int length) {
        return MASKS[Math.min(length, Long.BYTES) + 1];
    }

    /** The first bytes of a cell, at most eight; zeros for what it does not have. */
    static long head(byte[] bytes, int start, int length) {
        return at(bytes, start) & mask(length);
    }

    /** The last eight bytes of a cell; for shorter ones its first bytes once more. */
    static long tail(byte[] bytes, int start, int length) {
        return at(bytes, start + Math.max(0, length - Long.BYTES)) & mask(length);
    }

    /** Whether cells of more than eight bytes that start with the same eight go on in the same way. */
    static boolean endAlike(byte[] bytes, int start, byte[] others, int otherStart, int length) {
        int last = length - Long.BYTES;
        for (int i = Long.BYTES; i < last; i += Long.BYTES) {
            if (at(bytes, start + i) != at(others, otherStart + i)) {
                return false;
            }
        }
        return at(bytes, start + last) == at(others, otherStart + last);
    }

    /** Marks bytes that are zero. Above one that is, others may be marked too, so each mark is to be looked at. */
    static long zeros(long word) {
        return (word - ONES) & ~word & HIGHS;
    }
}
