package nl.betekenisvolmeten.indicators.formats.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Takes the time of writing out of a workbook that the library made, so that the same rows give the same bytes.
 */
final class StableZip {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED =
            Pattern.compile("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:(created|modified)>");

    private StableZip() {}

    static void copy(byte[] workbook, OutputStream out) throws IOException {
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream to = new ZipOutputStream(out)) {
            ZipEntry entry = from.getNextEntry();
            while (entry != null) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                to.putNextEntry(copy);
                if (entry.getName().equals(PROPERTIES)) {
                    to.write(withoutTime(from.readAllBytes()));
                } else {
                    from.transferTo(to);
                }
                to.closeEntry();
                entry = from.getNextEntry();
            }
        }
    }

    private static byte[] withoutTime(byte[] properties) {
        String text = new String(properties, StandardCharsets.UTF_8);
        return CREATED.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }
}
