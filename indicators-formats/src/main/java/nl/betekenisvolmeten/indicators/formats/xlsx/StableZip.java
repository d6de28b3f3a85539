package nl.betekenisvolmeten.indicators.formats.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.PackedLimits;
import nl.betekenisvolmeten.indicators.formats.source.UnreadableException;

/**
 * Takes the time of writing out of a workbook that the library made, so that the same rows give the same bytes.
 */
final class StableZip {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final PackedLimits NO_LIMITS =
            new PackedLimits(Integer.MAX_VALUE, Long.MAX_VALUE / 4, Integer.MAX_VALUE, Long.MAX_VALUE, 1);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED =
            Pattern.compile("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:(created|modified)>");

    private StableZip() {}

    static void copy(byte[] workbook, OutputStream out) throws IOException {
        DeliverySource source = DeliverySource.of("workbook", workbook);
        try (ZipOutputStream to = new ZipOutputStream(out)) {
            // Java's own reader of zip streams does not take the sizes that this writer puts after an entry
            ZipDirectory from = ZipDirectory.of(source, ZipEnd.of(source), NO_LIMITS);
            for (String name : from.names()) {
                ZipEntry copy = new ZipEntry(name);
                copy.setTimeLocal(NO_TIME);
                to.putNextEntry(copy);
                try (InputStream part =
                        from.open(name, new ByteBudget(Long.MAX_VALUE)).orElseThrow()) {
                    if (name.equals(PROPERTIES)) {
                        to.write(withoutTime(part.readAllBytes()));
                    } else {
                        part.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        } catch (UnreadableException e) {
            throw new IOException("the workbook that was made cannot be read", e);
        }
    }

    private static byte[] withoutTime(byte[] properties) {
        String text = new String(properties, StandardCharsets.UTF_8);
        return CREATED.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }
}
