package nl.betekenisvolmeten.indicators.formats.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A delivery as bytes with a name. It is opened several times: to see what it is, how it is written and what its form is,
 * and to read it. So a file of any length is read without being held; where opening is dear, hold the bytes.
 */
public interface DeliverySource {

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
     * Returns the sheet that is meant, where the bytes are a workbook and only one sheet of it is the delivery.
     *
     * @return the sheet, or empty when the whole is the delivery
     */
    default Optional<Sheet> sheet() {
        return Optional.empty();
    }

    /**
     * One sheet of this workbook, as a delivery of its own. It is called by the workbook and the sheet, as spreadsheets
     * do: {@code report.xlsx!Sheet1}.
     *
     * @param place which sheet
     * @return the sheet
     */
    default DeliverySource atSheet(Sheet place) {
        return new SheetSource(this, place);
    }

    /**
     * Returns a file.
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
        String shown = SourceName.masked(name);
        return new DeliverySource() {
            @Override
            public String name() {
                return shown;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }
        };
    }

    /**
     * Bytes in memory.
     *
     * @param name the name for people
     * @param bytes the bytes
     * @return the source
     */
    static DeliverySource of(String name, byte[] bytes) {
        byte[] copy = bytes.clone();
        return new DeliverySource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(copy);
            }
        };
    }

    /**
     * Text in memory.
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
}
