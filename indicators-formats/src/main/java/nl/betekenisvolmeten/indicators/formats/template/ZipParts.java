package nl.betekenisvolmeten.indicators.formats.template;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of a workbook that was just written. Java reads a zip file from memory only as a stream, and refuses the
 * sizes that the writing library puts behind the data; its table of contents is in order.
 */
final class ZipParts {

    private static final int END = 22;
    private static final int ENTRY = 46;
    private static final int LOCAL = 30;

    private ZipParts() {}

    /** The texts by their names, in order. */
    static Map<String, String> read(byte[] zip) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END;
        int count = bytes.getShort(end + 10) & 0xFFFF;
        int at = bytes.getInt(end + 16);
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            int nameLength = bytes.getShort(at + 28);
            String name = new String(zip, at + ENTRY, nameLength, StandardCharsets.UTF_8);
            parts.put(name, content(zip, bytes, at));
            at += ENTRY + nameLength + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return parts;
    }

    private static String content(byte[] zip, ByteBuffer bytes, int at) throws IOException {
        int packed = bytes.getInt(at + 20);
        byte[] content = new byte[bytes.getInt(at + 24)];
        int local = bytes.getInt(at + 42);
        int start = local + LOCAL + bytes.getShort(local + 26) + bytes.getShort(local + 28);
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip, start, packed);
            int done = 0;
            while (done < content.length && !inflater.finished()) {
                done += inflater.inflate(content, done, content.length - done);
            }
        } catch (DataFormatException e) {
            throw new IOException("a workbook that was just written cannot be read", e);
        } finally {
            inflater.end();
        }
        return new String(content, StandardCharsets.UTF_8);
    }
}
