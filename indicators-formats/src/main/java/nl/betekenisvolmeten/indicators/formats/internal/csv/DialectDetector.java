package nl.betekenisvolmeten.indicators.formats.internal.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Hashing;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * Reads a source once, in blocks, to find out how its bytes are to be read.
 *
 * @param encoding the encoding
 * @param bomLength the length of the byte order mark
 * @param size the number of bytes
 * @param sha256 the hash of the bytes, in hexadecimal; empty when not asked for
 * @param startText the first part of the text, of at most {@link #START} bytes; ends at a whole line if the text is
 *     longer
 */
record DialectDetector(Encoding encoding, int bomLength, long size, Optional<String> sha256, String startText) {

    static final int START = 1 << 18;

    private static final int BLOCK = 1 << 16;
    /** Minimum number of bytes per NUL in text; a file with more of them is not text. */
    private static final int BYTES_PER_NUL = 100;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /**
     * Detects how a source is written.
     *
     * @param hashed whether to compute the hash, which may cost more than everything else
     */
    static DialectDetector of(DeliverySource source, boolean hashed) throws IOException, UnreadableException {
        Hashing hashing = new Hashing(hashed);
        byte[] start = new byte[0];
        Utf8Check sight = new Utf8Check();
        long size = 0;
        try (InputStream in = hashing.of(source.open())) {
            byte[] block = new byte[BLOCK];
            int read = in.read(block, 0, BLOCK);
            while (read >= 0) {
                if (size < START) {
                    start = append(start, block, (int) Math.min(read, START - size));
                }
                size += read;
                sight.see(block, read);
                read = in.read(block, 0, BLOCK);
            }
        }
        return decide(sight, start, size, hashing);
    }

    private static byte[] append(byte[] start, byte[] more, int length) {
        byte[] longer = Arrays.copyOf(start, start.length + length);
        System.arraycopy(more, 0, longer, start.length, length);
        return longer;
    }

    private static DialectDetector decide(Utf8Check sight, byte[] start, long size, Hashing hashing)
            throws UnreadableException {
        if (startsWith(start, PDF)) {
            throw new UnreadableException(Reason.BINARY);
        }
        if (startsWith(start, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0})) {
            throw new UnreadableException(Reason.ENCODING);
        }
        if (startsWith(start, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
            return probe(Encoding.of(StandardCharsets.UTF_16LE), 2, size, hashing, start);
        }
        if (startsWith(start, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return probe(Encoding.of(StandardCharsets.UTF_16BE), 2, size, hashing, start);
        }
        boolean bom = startsWith(start, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        boolean utf8 = bom || sight.isUtf8() || sight.isMostlyUtf8();
        if (sight.nuls() > (utf8 ? size / BYTES_PER_NUL : 0)) {
            throw new UnreadableException(isWide(start) ? Reason.ENCODING : Reason.BINARY);
        }
        if (utf8) {
            boolean whole = sight.isUtf8() && sight.nuls() == 0;
            return probe(whole ? Encoding.UTF_8 : Encoding.BROKEN_UTF_8, bom ? 3 : 0, size, hashing, start);
        }
        if (sight.hasUndefined1252()) {
            throw new UnreadableException(Reason.ENCODING);
        }
        return probe(Encoding.of(WINDOWS_1252), 0, size, hashing, start);
    }

    private static DialectDetector probe(Encoding encoding, int bomLength, long size, Hashing hashing, byte[] start) {
        String text = encoding.text(start, bomLength);
        int lastLine = start.length < size ? text.lastIndexOf('\n') : -1;
        return new DialectDetector(
                encoding, bomLength, size, hashing.sha256(), lastLine > 0 ? text.substring(0, lastLine + 1) : text);
    }

    /** Returns whether every second byte is NUL: text with two bytes per character and no byte order mark. */
    private static boolean isWide(byte[] start) {
        int length = Math.min(start.length, BLOCK) / 2 * 2;
        int nuls = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            nuls += start[i] == 0 ? 1 : 0;
            odd += start[i] == 0 ? i % 2 : 0;
        }
        return nuls > length / 3 && (odd == 0 || odd == nuls);
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** How bytes become text. */
    record Encoding(Charset charset, boolean broken) {

        static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8, false);

        /** UTF-8 in which some bytes are not characters, each read as {@link CsvRows#BROKEN}, or are NUL. */
        static final Encoding BROKEN_UTF_8 = new Encoding(StandardCharsets.UTF_8, true);

        static Encoding of(Charset charset) {
            return new Encoding(charset, false);
        }

        Reader reader(InputStream bytes) {
            return broken ? new InputStreamReader(bytes, decoder()) : new InputStreamReader(bytes, charset);
        }

        String text(byte[] bytes, int from) {
            if (!broken) {
                return new String(bytes, from, bytes.length - from, charset);
            }
            try {
                return decoder()
                        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new IllegalStateException("a decoder that replaces what it cannot read", e);
            }
        }

        private CharsetDecoder decoder() {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .replaceWith(String.valueOf(CsvRows.BROKEN));
        }
    }
}
