package nl.betekenisvolmeten.indicators.formats.internal.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip file in which no time of writing stands: the same parts in the same order give the same bytes. */
public final class StableZip {

    /**
     * Not the first day that a zip can tell: Java takes that for an earlier one, and then adds the moment by the machine's
     * time zone.
     */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;

    private StableZip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /**
     * Starts a zip file.
     *
     * @param out the destination; not closed
     * @return a file without parts
     */
    public static StableZip of(OutputStream out) {
        return new StableZip(out);
    }

    /**
     * Starts the next part; the one before ends.
     *
     * @param name its name
     * @return where its content goes; not to be closed
     * @throws IOException if writing fails, or a part of that name exists already
     */
    public OutputStream next(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        return zip;
    }

    /**
     * Writes a part that is a text.
     *
     * @param name its name
     * @param text its content, written as UTF-8
     * @throws IOException if writing fails, or a part of that name exists already
     */
    public void put(String name, String text) throws IOException {
        next(name).write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a part.
     *
     * @param name its name
     * @param bytes its content
     * @throws IOException if writing fails, or a part of that name exists already
     */
    public void put(String name, byte[] bytes) throws IOException {
        next(name).write(bytes);
    }

    /**
     * Writes a part that is a short text in ASCII, without compression: programs read it where it is.
     *
     * @param name its name
     * @param text its content
     * @throws IOException if writing fails, or a part of that name exists already
     */
    public void putStored(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(check.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    /**
     * Ends the file.
     *
     * @throws IOException if writing fails
     */
    public void finish() throws IOException {
        zip.finish();
    }
}
