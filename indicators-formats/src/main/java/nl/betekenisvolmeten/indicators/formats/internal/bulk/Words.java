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

    /**
     * Returns a mask of the given number of bytes, up to eight; zero for a cell that ends before it starts, as {@link
     * Chunk#bounds} allows.
     */
    static long mask(int length) {
        return MASKS[Math.min(length, Long.BYTES) + 1];
    }

    /** Returns the first bytes of a cell, up to eight; zeros for those that it does not have. */
    static long head(byte[] bytes, int start, int length) {
        return at(bytes, start) & mask(length);
    }

    /** Returns the last eight bytes of a cell; for a shorter cell, its first bytes. */
    static long tail(byte[] bytes, int start, int length) {
        return at(bytes, start + Math.max(0, length - Long.BYTES)) & mask(length);
    }

    /** Returns whether cells of more than eight bytes that have the same first eight are equal in the rest. */
    static boolean endAlike(byte[] bytes, int start, byte[] others, int otherStart, int length) {
        int last = length - Long.BYTES;
        for (int i = Long.BYTES; i < last; i += Long.BYTES) {
            if (at(bytes, start + i) != at(others, otherStart + i)) {
                return false;
            }
        }
        return at(bytes, start + last) == at(others, otherStart + last);
    }

    /** Marks bytes that are zero. Bytes above a zero byte may be marked too, so each mark must be checked. */
    static long zeros(long word) {
        return (word - ONES) & ~word & HIGHS;
    }
}
