package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.zip.StableZip;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/** Copies a workbook that the library made, without the time of making: the same rows give the same bytes. */
public final class WorkbookCopy {

    private static final ReadLimits.Packed NO_LIMITS =
            new ReadLimits.Packed(Integer.MAX_VALUE, Long.MAX_VALUE / 4, Integer.MAX_VALUE, Long.MAX_VALUE, 1);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED =
            Pattern.compile("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:(created|modified)>");

    private WorkbookCopy() {}

    /** What to change in the parts of a workbook. */
    public interface Edits {

        /**
         * Returns how to change a part.
         *
         * @param name the part's name
         * @return makes its new text of the old one; empty when it stays as it is
         */
        Optional<UnaryOperator<String>> of(String name);
    }

    /**
     * Writes the copy.
     *
     * @param workbook a workbook, just made
     * @param edits what to change in it
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(byte[] workbook, Edits edits, OutputStream out) throws IOException {
        write(DeliverySource.of("workbook", workbook), edits, out);
    }

    static void write(DeliverySource source, Edits edits, OutputStream out) throws IOException {
        StableZip to = StableZip.of(out);
        try {
            // Java's own reader of zip streams does not take the sizes that this writer puts after an entry
            ZipDirectory from = ZipDirectory.of(source, ZipEnd.of(source, false), NO_LIMITS);
            for (String name : from.names()) {
                Optional<UnaryOperator<String>> edit =
                        name.equals(PROPERTIES) ? Optional.of(WorkbookCopy::withoutTime) : edits.of(name);
                try (InputStream part =
                        from.open(name, new ByteBudget(Long.MAX_VALUE)).orElseThrow()) {
                    OutputStream copy = to.next(name);
                    if (edit.isPresent()) {
                        copy.write(edited(part, edit.get()));
                    } else {
                        part.transferTo(copy);
                    }
                }
            }
        } catch (UnreadableException e) {
            throw new IOException("the workbook that was made cannot be read", e);
        }
        to.finish();
    }

    private static byte[] edited(InputStream part, UnaryOperator<String> edit) throws IOException {
        String text = new String(part.readAllBytes(), StandardCharsets.UTF_8);
        return edit.apply(text).getBytes(StandardCharsets.UTF_8);
    }

    private static String withoutTime(String properties) {
        return CREATED.matcher(properties).replaceAll("");
    }
}
