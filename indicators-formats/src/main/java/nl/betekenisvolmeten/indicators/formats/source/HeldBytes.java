package nl.betekenisvolmeten.indicators.formats.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Bytes in memory; none if there were more than may be held. */
final class HeldBytes implements DeliverySource {

    private final String name;
    private final byte[] bytes;
    /** The limit that the stream exceeded; 0 if it did not. */
    private final long exceeded;

    private HeldBytes(String name, byte[] bytes, long exceeded) {
        this.name = name;
        this.bytes = bytes;
        this.exceeded = exceeded;
    }

    static HeldBytes of(String name, byte[] bytes) {
        return new HeldBytes(name, bytes, 0);
    }

    /** Reads a stream, to at most one byte after the limit. */
    static HeldBytes read(String name, InputStream in, int limit) throws IOException {
        byte[] read = in.readNBytes(limit);
        boolean whole = read.length < limit || in.read() < 0;
        return whole ? of(name, read) : new HeldBytes(name, new byte[0], limit);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream open() throws IOException {
        if (exceeded > 0) {
            throw new IOException("the stream was too long to be held in memory: " + name);
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public OptionalLong size() {
        return exceeded > 0 ? OptionalLong.empty() : OptionalLong.of(bytes.length);
    }

    @Override
    public OptionalLong exceeded() {
        return exceeded > 0 ? OptionalLong.of(exceeded) : OptionalLong.empty();
    }
}
