package nl.betekenisvolmeten.indicators.formats.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A piece of a stream in memory that moves on. After its last byte stands a nought, which no JSON holds. */
final class ByteWindow {

    private static final int FIRST_SIZE = 1 << 16;
    private static final int LARGEST = 1 << 22;

    /** How many noughts stand after the last byte, so that a word can be looked at without asking for its end. */
    private static final int PADDING = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The bytes. */
    byte[] bytes = new byte[FIRST_SIZE + PADDING];

    /** How many bytes count. */
    int limit;

    /** What was read up to. */
    int at;

    private final InputStream in;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /**
     * Reads on. What stands before {@link #at} is forgotten, and the rest moves to the front.
     *
     * @return false at the end of the stream
     * @throws NotFlatException if there is no room for more
     */
    boolean more() throws IOException, NotFlatException {
        int left = limit - at;
        if (left == bytes.length - PADDING) {
            if (bytes.length >= LARGEST) {
                throw new NotFlatException();
            }
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        } else {
            System.arraycopy(bytes, at, bytes, 0, left);
        }
        at = 0;
        limit = left;
        int read = in.read(bytes, limit, bytes.length - PADDING - limit);
        limit += Math.max(read, 0);
        Arrays.fill(bytes, limit, limit + PADDING, (byte) 0);
        return read >= 0;
    }

    /** Eight bytes, the first one in the lowest bits. */
    static long word(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The next byte that is no blank, at which reading then is; -1 at the end of the stream. */
    int next() throws IOException, NotFlatException {
        at = afterBlanks(at);
        while (at == limit) {
            if (!more()) {
                return -1;
            }
            at = afterBlanks(at);
        }
        return bytes[at];
    }

    /** Where something else than a blank stands; the limit when there is no such thing. */
    int afterBlanks(int from) {
        int next = from;
        while (bytes[next] <= ' '
                && (bytes[next] == ' ' || bytes[next] == '\n' || bytes[next] == '\r' || bytes[next] == '\t')) {
            next++;
        }
        return next;
    }
}
