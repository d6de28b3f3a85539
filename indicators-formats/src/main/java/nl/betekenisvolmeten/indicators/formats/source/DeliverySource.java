package nl.betekenisvolmeten.indicators.formats.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A delivery as bytes with a name. It is opened several times: to see what it is, how it is written and what its form is,
 * and to read it. So a file of any length is read without being held; where opening is dear, hold the bytes.
 */
public interface DeliverySource {

    /** Number of bytes of a stream that are held in memory at most: 256 MiB. */
    long MAX_HELD = 256L << 20;

    /**
     * Returns the name for people: of a file, without its folder and with personal data masked.
     *
     * @return the name
     */
    String name();

    /**
     * Opens the bytes from the start. May be called again.
     *
     * @return a stream that the caller closes
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;

    /**
     * Returns the number of bytes if it is known without reading them. Otherwise the delivery is opened one more time, to
     * count them.
     *
     * @return the number; empty if unknown
     */
    default OptionalLong size() {
        return OptionalLong.empty();
    }

    /**
     * Returns the limit that a stream exceeded, where none of its bytes are held because of that: reading gives a finding
     * that the delivery is too large.
     *
     * @return the number of bytes that it could have at most; empty when the delivery can be opened
     */
    default OptionalLong exceeded() {
        return OptionalLong.empty();
    }

    /**
     * Returns the sheet that is meant, where the bytes are a workbook and only one sheet of it is the delivery.
     *
     * @return the sheet, or empty when the whole is the delivery
     */
    default Optional<Sheet> sheet() {
        return Optional.empty();
    }

    /**
     * Returns one sheet of this workbook as a delivery of its own. Its name consists of the workbook and the sheet, as
     * in spreadsheets: {@code report.xlsx!Sheet1}.
     *
     * @param place which sheet
     * @return the sheet
     */
    default DeliverySource atSheet(Sheet place) {
        return new SheetSource(this, place);
    }

    /**
     * Returns a file. Reading fails when it is changed or removed meanwhile.
     *
     * @param path the file
     * @return the source
     */
    static DeliverySource of(Path path) {
        Path fileName = path.getFileName();
        return of(fileName == null ? path.toString() : fileName.toString(), path);
    }

    /**
     * Returns a file under a name of one's choosing, such as one that distinguishes it from a file of the same name
     * elsewhere.
     *
     * @param name the name for people; personal data in it are masked
     * @param path the file
     * @return the source
     */
    static DeliverySource of(String name, Path path) {
        return new FileSource(SourceName.masked(name), path);
    }

    /**
     * Returns a source of bytes in memory.
     *
     * @param name the name for people
     * @param bytes the bytes
     * @return the source
     */
    static DeliverySource of(String name, byte[] bytes) {
        return HeldBytes.of(name, bytes.clone());
    }

    /**
     * Reads a stream, such as an upload, and holds its bytes in memory, at most {@link #MAX_HELD}. Reading a longer
     * delivery gives a finding that it is too large; write such a stream to a file.
     *
     * @param name the name for people; personal data in it are masked
     * @param in the bytes; not closed
     * @return the source
     * @throws IOException if the stream cannot be read
     */
    static DeliverySource of(String name, InputStream in) throws IOException {
        return of(name, in, ReadLimits.withDefaults());
    }

    /**
     * Reads a stream and holds its bytes in memory, if they are no more than the limits allow. Of a longer stream nothing
     * is held; reading the delivery gives a finding that it is too large.
     *
     * @param name the name for people; personal data in it are masked
     * @param in the bytes, read up to one more than the limit; not closed
     * @param limits the limits with which the delivery is read; their number of bytes counts up to {@link #MAX_HELD}
     * @return the source
     * @throws IOException if the stream cannot be read
     */
    static DeliverySource of(String name, InputStream in, ReadLimits limits) throws IOException {
        return HeldBytes.read(SourceName.masked(name), in, (int) Math.min(limits.bytes(), MAX_HELD));
    }

    /**
     * Returns a source of text in memory.
     *
     * @param name the name for people
     * @param text the text
     * @return the source
     */
    static DeliverySource ofText(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A sheet of a workbook.
     *
     * @param position its place, from 1
     * @param name its name
     */
    public record Sheet(int position, String name) {

        /** @throws IllegalArgumentException if the position is not positive */
        public Sheet {
            if (position <= 0) {
                throw new IllegalArgumentException("position must be positive: " + position);
            }
        }
    }

    /** Follows how far the reading of a delivery is, and decides whether to go on. */
    @FunctionalInterface
    public interface ProgressListener {

        /** Follows nothing and always goes on. */
        ProgressListener NOBODY = (bytes, rows) -> true;

        /**
         * Receives the progress when more rows have been read, on the thread that reads, every few thousand rows.
         *
         * @param bytes how many bytes were read so far; a little more may have been fetched; 0 for
         *     workbooks and JSON, where it is not known
         * @param rows how many rows so far, as a spreadsheet counts
         * @return false to stop reading; what was found until then is reported
         */
        boolean goesOn(long bytes, long rows);
    }
}
