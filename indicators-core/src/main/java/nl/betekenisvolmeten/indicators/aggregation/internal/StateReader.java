package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what {@link StateWriter} wrote; anything else is refused. */
public final class StateReader {

    private final byte[] bytes;
    private int at;

    /** @throws IllegalArgumentException if the checksum at the end does not match, or the layout is of another version */
    public StateReader(byte[] all) {
        int length = all.length - Integer.BYTES;
        if (length < 0 || ByteBuffer.wrap(all).getInt(length) != StateWriter.checksum(all, length)) {
            throw new IllegalArgumentException("not the state of an aggregator, or one that was changed or cut off");
        }
        bytes = Arrays.copyOf(all, length);
        if (length == 0 || bytes[at++] != StateWriter.VERSION) {
            throw new IllegalArgumentException(
                    "not a state of version " + StateWriter.VERSION + ": " + (length == 0 ? "empty" : bytes[0]));
        }
    }

    public long number() {
        long value = 0;
        int shift = 0;
        byte b;
        do {
            if (at == bytes.length || shift >= Long.SIZE) {
                throw notAState();
            }
            b = bytes[at++];
            value |= (b & 0x7FL) << shift;
            shift += 7;
        } while (b < 0);
        return (value >>> 1) ^ -(value & 1);
    }

    public byte[] bytes() {
        long count = number();
        if (count < 0 || count > bytes.length - at) {
            throw notAState();
        }
        at += (int) count;
        return Arrays.copyOfRange(bytes, at - (int) count, at);
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public List<String> texts() {
        long count = number();
        if (count < 0 || count > bytes.length - at) {
            throw notAState();
        }
        List<String> texts = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            texts.add(text());
        }
        return List.copyOf(texts);
    }

    /** Checks that no bytes are left. */
    public void end() {
        if (at != bytes.length) {
            throw notAState();
        }
    }

    private IllegalArgumentException notAState() {
        return new IllegalArgumentException("not the state of an aggregator of this plan, at byte " + at);
    }
}
