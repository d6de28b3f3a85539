package nl.betekenisvolmeten.indicators.formats.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, the first one in the lowest bits. */
final class Words {

    /** So many bytes after the last one of an array's content must exist, whatever they are. */
    static final int PADDING = Long.BYTES;

    static final long ONES = 0x0101_0101_0101_0101L;
    static final long HIGHS = 0x8080_8080_8080_8080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** The first bytes of eight, fewer than eight of them; noughts for the rest. */
    static long first(long word, int count) {
        return word & ((1L << (count << 3)) - 1);
    }

    /** Marks bytes that are zero. Above one that is, others may be marked too, so each mark is to be looked at. */
    static long zeros(long word) {
        return (word - ONES) & ~word & HIGHS;
    }
}
