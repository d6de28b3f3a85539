package nl.betekenisvolmeten.indicators.formats.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.UnreadableException.Reason;

/**
 * Goes through a source once, in blocks, to see how its bytes are to be read.
 *
 * @param charset the encoding
 * @param bomLength the bytes before the text that only tell the encoding
 * @param size the number of bytes
 * @param sha256 the hash of the bytes, in hexadecimal
 * @param startText the first part of the text, of at most {@link #START} bytes; ends at a whole line where the text is
 *     longer
 */
record TextProbe(Charset charset, int bomLength, long size, String sha256, String startText) {

    static final int START = 1 << 18;

    private static final int BLOCK = 1 << 16;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What was seen of the bytes so far. */
    private static final class Sight {
        private final CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final CharBuffer sink = CharBuffer.allocate(BLOCK + 16);
        private boolean isUtf8 = true;
        private boolean hasNul;
        private boolean hasUndefined1252;

        /** Takes the next bytes; leaves an incomplete character for the next call. */
        void see(ByteBuffer bytes, boolean end) {
            for (int i = bytes.position(); i < bytes.limit(); i++) {
                int b = bytes.get(i) & 0xFF;
                hasNul |= b == 0;
                hasUndefined1252 |= b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
            }
            if (isUtf8) {
                sink.clear();
                CoderResult result = utf8.decode(bytes, sink, end);
                isUtf8 = !result.isError();
            }
            if (!isUtf8) {
                bytes.position(bytes.limit());
            }
        }
    }

    static TextProbe of(DeliverySource source) throws IOException, UnreadableException {
        MessageDigest digest = sha256Digest();
        byte[] start = new byte[0];
        Sight sight = new Sight();
        long size = 0;
        try (InputStream in = source.open()) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            int read = in.read(block.array(), 0, BLOCK);
            while (read >= 0) {
                digest.update(block.array(), block.position(), read);
                if (size < START) {
                    start = append(start, block.array(), block.position(), (int) Math.min(read, START - size));
                }
                size += read;
                block.limit(block.position() + read);
                block.position(0);
                sight.see(block, false);
                block.compact();
                read = in.read(block.array(), block.position(), block.remaining());
            }
            block.flip();
            sight.see(block, true);
        }
        return decide(sight, start, size, HexFormat.of().formatHex(digest.digest()));
    }

    private static byte[] append(byte[] start, byte[] more, int offset, int length) {
        byte[] longer = Arrays.copyOf(start, start.length + length);
        System.arraycopy(more, offset, longer, start.length, length);
        return longer;
    }

    private static TextProbe decide(Sight sight, byte[] start, long size, String hash) throws UnreadableException {
        if (startsWith(start, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
            return probe(StandardCharsets.UTF_16LE, 2, size, hash, start);
        }
        if (startsWith(start, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return probe(StandardCharsets.UTF_16BE, 2, size, hash, start);
        }
        if (sight.hasNul) {
            throw new UnreadableException(Reason.BINARY);
        }
        if (sight.isUtf8) {
            boolean bom = startsWith(start, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            return probe(StandardCharsets.UTF_8, bom ? 3 : 0, size, hash, start);
        }
        if (sight.hasUndefined1252) {
            throw new UnreadableException(Reason.ENCODING);
        }
        return probe(WINDOWS_1252, 0, size, hash, start);
    }

    private static TextProbe probe(Charset charset, int bomLength, long size, String hash, byte[] start) {
        String text = new String(start, bomLength, start.length - bomLength, charset);
        int lastLine = start.length < size ? text.lastIndexOf('\n') : -1;
        return new TextProbe(charset, bomLength, size, hash, lastLine > 0 ? text.substring(0, lastLine + 1) : text);
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IndicatorsException("this Java has no SHA-256", e);
        }
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }
}
