package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Writes numbers and texts as bytes, short ones short, after a byte with the version of their layout. */
public final class StateWriter {

    static final byte VERSION = 2;

    private byte[] bytes = new byte[256];
    private int length;

    public StateWriter() {
        put(VERSION);
    }

    /**
     * Writes a number so that small ones, of either sign, take few bytes: zigzag and seven bits a byte, as in Protocol
     * Buffers.
     */
    public void number(long value) {
        long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((rest & ~0x7FL) != 0) {
            put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
    }

    public void bytes(byte[] more) {
        number(more.length);
        for (byte b : more) {
            put(b);
        }
    }

    public void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public void texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
    }

    private void put(byte b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = b;
    }

    /** Returns the written bytes, followed by their checksum. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(length + Integer.BYTES)
                .put(bytes, 0, length)
                .putInt(checksum(bytes, length))
                .array();
    }

    static int checksum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
