package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads a delivery in blocks that end where a line ends. Such a line end may still stand within quotes; who scans the
 * block sees that, and puts its rest before the next one.
 */
final class BlockReader {

    /** Beyond this, a block without any line end is not read further. */
    private static final int MOST_WITHOUT_LINE_END = 1 << 20;

    private final InputStream in;
    private final int size;
    private long offset;
    private byte[] carried = {};
    private boolean ended;

    BlockReader(InputStream in, long offset, int size) {
        this.in = in;
        this.offset = offset;
        this.size = size;
    }

    /** Returns whether there are no more blocks. The last one may be empty. */
    boolean isAtEnd() {
        return ended;
    }

    /** Fills a chunk with the next block. */
    void read(Chunk chunk) throws IOException {
        chunk.ensure(Math.max(size, 2 * carried.length));
        System.arraycopy(carried, 0, chunk.bytes, 0, carried.length);
        int length = carried.length;
        int cut = 0;
        while (cut == 0 && !ended) {
            int wanted = chunk.capacity() - length;
            int read = in.readNBytes(chunk.bytes, length, wanted);
            length += read;
            ended = read < wanted;
            cut = ended ? length : afterLastLine(chunk.bytes, length);
            if (cut == 0 && length >= MOST_WITHOUT_LINE_END) {
                cut = length;
            } else if (cut == 0) {
                chunk.ensure(2 * length);
            }
        }
        carried = Arrays.copyOfRange(chunk.bytes, cut, length);
        chunk.length = cut;
        chunk.offset = offset;
        chunk.last = ended;
        offset += cut;
    }

    /** Returns where the last whole line ends; 0 if there is none. */
    private static int afterLastLine(byte[] bytes, int length) {
        for (int at = length - 1; at >= 0; at--) {
            if (bytes[at] == '\n') {
                return at + 1;
            }
        }
        for (int at = length - 2; at >= 0; at--) {
            if (bytes[at] == '\r') {
                return at + 1;
            }
        }
        return 0;
    }
}
