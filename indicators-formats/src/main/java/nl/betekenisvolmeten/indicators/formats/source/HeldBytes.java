package nl.betekenisvolmeten.indicators.formats.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Bytes in memory; none if there were more than may be held. */
final class HeldBytes implements DeliverySource {

    private final String name;
    private final byte[] bytes;
    private final boolean whole;

    private HeldBytes(String name, byte[] bytes, boolean whole) {
        this.name = name;
        this.bytes = bytes;
        this.whole = whole;
    }

    static HeldBytes of(String name, byte[] bytes) {
        return new HeldBytes(name, bytes, true);
    }

    /** Reads a stream, to at most one byte after the limit. */
    static HeldBytes read(String name, InputStream in, int limit) throws IOException {
        byte[] read = in.readNBytes(limit);
        boolean whole = read.length < limit || in.read() < 0;
        return new HeldBytes(name, whole ? read : new byte[0], whole);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream open() throws IOException {
        if (!whole) {
            throw new IOException("the stream was too long to be held in memory: " + name);
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(whole ? bytes.length : Long.MAX_VALUE);
    }
}
