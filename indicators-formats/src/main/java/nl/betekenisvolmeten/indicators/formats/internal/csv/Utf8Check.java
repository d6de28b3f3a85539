package nl.betekenisvolmeten.indicators.formats.internal.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What was seen of a text's bytes so far: whether they are UTF-8, and what else distinguishes encodings. Plain text is
 * looked at eight bytes at a time.
 */
final class Utf8Check {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;

    private long whole;
    private long broken;
    private long nuls;
    private boolean hasUndefined1252;
    /** Bytes of a character that are still to come, and between what the next one must be. */
    private int pending;

    private int lower = 0x80;
    private int upper = 0xBF;

    /** Accepts the next bytes. */
    void see(byte[] bytes, int length) {
        int at = 0;
        while (at + Long.BYTES <= length) {
            if (pending == 0) {
                at = afterPlain(bytes, at, length);
            }
            int end = Math.min(at + Long.BYTES, length);
            for (; at < end; at++) {
                see(bytes[at] & 0xFF);
            }
        }
        for (; at < length; at++) {
            see(bytes[at] & 0xFF);
        }
    }

    /**
     * Returns where the first eight bytes are that are not all from 1 to 127; fewer than eight bytes may be left at the
     * end.
     */
    private static int afterPlain(byte[] bytes, int from, int length) {
        int at = from;
        while (at + 4 * Long.BYTES <= length) {
            long a = (long) LONGS.get(bytes, at);
            long b = (long) LONGS.get(bytes, at + 8);
            long c = (long) LONGS.get(bytes, at + 16);
            long d = (long) LONGS.get(bytes, at + 24);
            long odd = (a - ONES) | a | (b - ONES) | b | (c - ONES) | c | (d - ONES) | d;
            if ((odd & HIGHS) != 0) {
                break;
            }
            at += 4 * Long.BYTES;
        }
        while (at + Long.BYTES <= length) {
            long word = (long) LONGS.get(bytes, at);
            if ((((word - ONES) | word) & HIGHS) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        return at;
    }

    private void see(int b) {
        nuls += b == 0 ? 1 : 0;
        hasUndefined1252 |= b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
        if (pending > 0 && b >= lower && b <= upper) {
            pending--;
            lower = 0x80;
            upper = 0xBF;
            whole += pending == 0 ? 1 : 0;
        } else {
            broken += pending > 0 ? 1 : 0;
            pending = 0;
            if (b >= 0x80) {
                first(b);
            }
        }
    }

    /**
     * Begins a character: determines how many bytes follow, and the range of the next one, so that only the shortest
     * form is valid.
     */
    private void first(int b) {
        if (b < 0xC2 || b > 0xF4) {
            broken++;
            return;
        }
        pending = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        lower = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        upper = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    }

    /** Returns whether all bytes so far are whole UTF-8 characters. */
    boolean isUtf8() {
        return broken == 0 && pending == 0;
    }

    /**
     * Returns whether at least as many non-ASCII characters are valid as are broken, which is unlikely in any other
     * encoding.
     */
    boolean isMostlyUtf8() {
        return whole > 0 && whole >= broken + (pending > 0 ? 1 : 0);
    }

    long nuls() {
        return nuls;
    }

    /** Returns whether any byte has no character in Windows-1252. */
    boolean hasUndefined1252() {
        return hasUndefined1252;
    }
}
