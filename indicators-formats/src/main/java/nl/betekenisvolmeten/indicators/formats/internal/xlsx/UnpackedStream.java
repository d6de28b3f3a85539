package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/**
 * The bytes of an entry of XML, counted while they are unpacked. Stops when there are too many, when a tag or a text is
 * longer than any can be, or when at the end they are not the bytes that were packed.
 */
final class UnpackedStream extends FilterInputStream {

    private static final int SIGNATURE = 0x04034b50;
    private static final int HEADER_LENGTH = 30;
    private static final int BLOCK = 1 << 16;

    /** The most bytes between one tag's start and the next: a parser holds a tag as a whole. */
    private static final int MAX_RUN = 1 << 20;

    /** Maximum number of quotes: a parser is slow on a tag with very many attributes. */
    private static final int MAX_QUOTES = 5_000;

    private final ZipEntryInfo entry;
    private final ReadLimits.Packed limits;
    private final ByteBudget budget;
    private final Inflater inflater;
    private final CRC32 crc = new CRC32();
    private long count;
    private int quotes;
    private long run;
    private boolean checked;

    private UnpackedStream(
            InputStream in, ZipEntryInfo entry, ReadLimits.Packed limits, ByteBudget budget, Inflater inflater) {
        super(in);
        this.entry = entry;
        this.limits = limits;
        this.budget = budget;
        this.inflater = inflater;
    }

    static InputStream open(DeliverySource source, ZipEntryInfo entry, ReadLimits.Packed limits, ByteBudget budget)
            throws IOException {
        InputStream file = source.open();
        Inflater inflater = new Inflater(true);
        try {
            file.skipNBytes(entry.offset());
            skipHeader(file, entry);
            InputStream packed = new LimitedStream(file, entry.packed());
            InputStream in =
                    entry.method() == ZipEntryInfo.STORED ? packed : new InflaterInputStream(packed, inflater, BLOCK);
            return new UnpackedStream(in, entry, limits, budget, inflater);
        } catch (IOException e) {
            inflater.end();
            file.close();
            throw e;
        }
    }

    private static void skipHeader(InputStream file, ZipEntryInfo entry) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(file.readNBytes(HEADER_LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
        boolean known = entry.method() == ZipEntryInfo.STORED || entry.method() == ZipEntryInfo.DEFLATED;
        if (!known || header.limit() < HEADER_LENGTH || header.getInt(0) != SIGNATURE) {
            throw new RefusedException(Reason.DAMAGED);
        }
        byte[] name = file.readNBytes(header.getShort(26) & 0xFFFF);
        if (!new String(name, StandardCharsets.UTF_8).equals(entry.name())
                || (header.getShort(8) & 0xFFFF) != entry.method()) {
            throw new RefusedException(Reason.UNSAFE);
        }
        file.skipNBytes(header.getShort(28) & 0xFFFF);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read < 0) {
            checkEnd();
            return read;
        }
        count += read;
        budget.spend(read);
        boolean tooTight = count > ReadLimits.Packed.RATIO_FROM && count / limits.ratio() > entry.packed();
        if (count > limits.unpacked() || tooTight) {
            throw new RefusedException(Reason.TOO_LARGE);
        }
        crc.update(bytes, offset, read);
        checkRun(bytes, offset, offset + read);
        return read;
    }

    private void checkRun(byte[] bytes, int from, int to) throws RefusedException {
        int last = to - 1;
        int found = 0;
        while (last >= from && bytes[last] != '<') {
            found += bytes[last] == '"' || bytes[last] == '\'' ? 1 : 0;
            last--;
        }
        quotes = last < from ? quotes + found : found;
        if (quotes > MAX_QUOTES) {
            throw new RefusedException(Reason.UNSAFE);
        }
        run = last < from ? run + to - from : to - last;
        if (run > MAX_RUN) {
            throw new RefusedException(Reason.TOO_LARGE);
        }
    }

    private void checkEnd() throws RefusedException {
        if (!checked) {
            checked = true;
            if (count != entry.size() || crc.getValue() != entry.crc()) {
                throw new RefusedException(Reason.DAMAGED);
            }
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        super.close();
    }

    /** No more bytes than an entry has. */
    private static final class LimitedStream extends FilterInputStream {
        private long left;

        LimitedStream(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
