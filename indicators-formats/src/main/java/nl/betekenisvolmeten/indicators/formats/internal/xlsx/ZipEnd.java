package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Hashing;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * The end of a zip file, which gives the position of its list of contents.
 *
 * @param sha256 the hash of the whole file, in hexadecimal; empty when not asked for
 * @param fileLength the bytes of the file
 * @param entries how many entries there are
 * @param directoryOffset where the list starts
 * @param directoryLength how many bytes it takes
 */
record ZipEnd(Optional<String> sha256, long fileLength, long entries, long directoryOffset, long directoryLength) {

    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int SIGNATURE_64 = 0x06064b50;
    private static final int LENGTH_64 = 56;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    /** The end with the longest comment that it can have, and what may come before it. */
    private static final int TAIL = LENGTH + 0xFFFF + LOCATOR_LENGTH + LENGTH_64;

    private static final int BLOCK = 1 << 16;

    /** Finds the end of a zip file by reading the file once. */
    static ZipEnd of(DeliverySource source, boolean hashed) throws IOException, UnreadableException {
        Hashing hashing = new Hashing(hashed);
        byte[] tail = new byte[0];
        long length = 0;
        try (InputStream in = hashing.of(source.open())) {
            byte[] block = new byte[BLOCK];
            int read = in.read(block);
            while (read >= 0) {
                length += read;
                tail = append(tail, block, read);
                read = in.read(block);
            }
        }
        return find(ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN), length, hashing);
    }

    private static byte[] append(byte[] tail, byte[] block, int length) {
        int keep = Math.min(tail.length, Math.max(0, TAIL - length));
        byte[] longer = Arrays.copyOfRange(tail, tail.length - keep, tail.length + length);
        System.arraycopy(block, 0, longer, keep, length);
        return longer;
    }

    private static ZipEnd find(ByteBuffer tail, long fileLength, Hashing hashing) throws UnreadableException {
        for (int at = tail.limit() - LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE && at + LENGTH + (tail.getShort(at + 20) & 0xFFFF) == tail.limit()) {
                return at(tail, at, fileLength, hashing);
            }
        }
        throw new UnreadableException(Reason.DAMAGED);
    }

    private static ZipEnd at(ByteBuffer tail, int at, long fileLength, Hashing hashing) throws UnreadableException {
        long entries = tail.getShort(at + 10) & 0xFFFF;
        long length = tail.getInt(at + 12) & IN_ZIP64;
        long offset = tail.getInt(at + 16) & IN_ZIP64;
        int start = at;
        if (at >= LOCATOR_LENGTH + LENGTH_64 && tail.getInt(at - LOCATOR_LENGTH) == LOCATOR_SIGNATURE) {
            start = at - LOCATOR_LENGTH - LENGTH_64;
            if (tail.getInt(start) != SIGNATURE_64) {
                throw new UnreadableException(Reason.DAMAGED);
            }
            entries = tail.getLong(start + 32);
            length = tail.getLong(start + 40);
            offset = tail.getLong(start + 48);
        }
        boolean fits = entries >= 0
                && length >= 0
                && offset >= 0
                && Math.addExact(Math.min(offset, fileLength), Math.min(length, fileLength))
                        == fileLength - tail.limit() + start;
        if (!fits) {
            throw new UnreadableException(Reason.DAMAGED);
        }
        return new ZipEnd(hashing.sha256(), fileLength, entries, offset, length);
    }
}
