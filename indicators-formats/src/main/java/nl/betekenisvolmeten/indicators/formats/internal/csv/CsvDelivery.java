package nl.betekenisvolmeten.indicators.formats.internal.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/**
 * A delivery as CSV in a known encoding. The separator is the caller's choice from what the first rows look
 * like with each.
 */
public final class CsvDelivery implements RawDelivery {

    /** The separators that are tried, the agreed one first. */
    public static final List<Character> SEPARATORS = List.of(';', ',', '\t');

    private final DeliverySource source;
    private final ReadLimits limits;
    private final DialectDetector probe;
    private CountingStream taken = new CountingStream(InputStream.nullInputStream(), 0);

    private CsvDelivery(DeliverySource source, ReadLimits limits, DialectDetector probe) {
        this.source = source;
        this.limits = limits;
        this.probe = probe;
    }

    /**
     * Reads a source once to find how it is written.
     *
     * @param source the source
     * @param limits how much is read
     * @param hashed whether to compute the hash of the bytes
     * @return the delivery
     * @throws IOException if the source cannot be read
     * @throws UnreadableException if it is not text in a known encoding
     */
    public static CsvDelivery open(DeliverySource source, ReadLimits limits, boolean hashed)
            throws IOException, UnreadableException {
        return new CsvDelivery(source, limits, DialectDetector.of(source, hashed));
    }

    /**
     * Returns the encoding.
     *
     * @return UTF-8, UTF-16 or Windows-1252
     */
    public Charset charset() {
        return probe.encoding().charset();
    }

    /**
     * Returns whether the encoding is the agreed one.
     *
     * @return true for UTF-8, with or without byte order mark
     */
    public boolean isUtf8() {
        return charset().equals(StandardCharsets.UTF_8);
    }

    /**
     * Returns whether some bytes are not characters in the encoding.
     *
     * @return true if rows may have a remark about this
     */
    public boolean isBroken() {
        return probe.encoding().broken();
    }

    @Override
    public Optional<String> sha256() {
        return probe.sha256();
    }

    @Override
    public List<Remark> remarks() {
        return isUtf8()
                ? List.of()
                : List.of(Remark.of(Remark.Kind.ENCODING, "encoding", charset().name()));
    }

    @Override
    public List<RawTable> tables() {
        return SEPARATORS.stream().<RawTable>map(Split::new).toList();
    }

    /**
     * Returns the separator of a table of this delivery.
     *
     * @param table one of {@link #tables}
     * @return the character; empty for a table of another delivery
     */
    public Optional<Character> separator(RawTable table) {
        return table instanceof Split split && split.delivery() == this
                ? Optional.of(split.separator)
                : Optional.empty();
    }

    /** The text, split in one way. */
    private final class Split implements RawTable {
        private final char separator;

        Split(char separator) {
            this.separator = separator;
        }

        private CsvDelivery delivery() {
            return CsvDelivery.this;
        }

        @Override
        public boolean isGrid() {
            return false;
        }

        @Override
        public List<RawRow> firstRows(int count) {
            return CsvDelivery.this.firstRows(separator, count);
        }

        @Override
        public RowReader rows() throws IOException {
            return CsvDelivery.this.rows(separator);
        }
    }

    /**
     * Returns the first rows, as they are with a separator. What cannot be read ends them; reading all rows says why.
     *
     * @param separator the separator
     * @param count how many
     * @return the rows, blank ones too
     */
    public List<RawRow> firstRows(char separator, int count) {
        List<RawRow> rows = new ArrayList<>();
        try (CsvRows all = new CsvRows(new StringReader(probe.startText()), separator, limits, 0, isBroken())) {
            Optional<RawRow> row = all.next();
            while (row.isPresent() && rows.size() < count) {
                rows.add(row.get());
                row = all.next();
            }
        } catch (UnreadableException e) {
            return rows;
        }
        return rows;
    }

    /**
     * Returns the number of bytes.
     *
     * @return a count
     */
    public long size() {
        return probe.size();
    }

    /**
     * Returns how far reading is.
     *
     * @return the number of bytes that were taken for the rows asked for last
     */
    public long bytesTaken() {
        return taken.count();
    }

    /**
     * Returns the number of bytes before the text, which only indicate the encoding.
     *
     * @return a count, 0 to 3
     */
    public int bomLength() {
        return probe.bomLength();
    }

    /**
     * Returns all rows.
     *
     * @param separator the separator
     * @return the rows, from the first
     * @throws IOException if the source cannot be read
     */
    public RowReader rows(char separator) throws IOException {
        return rows(separator, probe.bomLength(), 0);
    }

    /**
     * Returns the rows from a given place.
     *
     * @param separator the separator
     * @param offset the byte at which a row starts
     * @param before the number of rows before it
     * @return the rows, with the numbers that they have in the whole
     * @throws IOException if the source cannot be read
     */
    public RowReader rows(char separator, long offset, long before) throws IOException {
        InputStream in = source.open();
        in.skipNBytes(offset);
        taken = new CountingStream(in, offset);
        Reader text = probe.encoding().reader(new BufferedInputStream(taken, 1 << 16));
        return new CsvRows(text, separator, limits, before, isBroken());
    }
}
