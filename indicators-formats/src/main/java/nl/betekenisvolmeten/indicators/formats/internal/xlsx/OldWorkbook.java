package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** Files of the kind that workbooks were before xlsx, in which a new workbook with a password is put as well. */
public final class OldWorkbook {

    private static final int BLOCK = 1 << 16;
    private static final int MAX_LENGTH = 64 << 20;
    private static final String ENCRYPTED = inFile("EncryptedPackage");

    /** Names of streams in old text documents, presentations and e-mail messages. */
    private static final List<String> OTHERS =
            List.of(inFile("WordDocument"), inFile("PowerPoint Document"), inFile("__properties_version"));

    private OldWorkbook() {}

    private static String inFile(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    /**
     * Returns why such a file cannot be read.
     *
     * @param source the file
     * @return the reason: an old workbook, or one behind a password
     * @throws IOException if the source cannot be read
     */
    public static UnreadableException refusal(DeliverySource source) throws IOException {
        try (InputStream in = source.open()) {
            String before = "";
            for (int read = 0; read < MAX_LENGTH; read += BLOCK) {
                String block = new String(in.readNBytes(BLOCK), StandardCharsets.ISO_8859_1);
                String text = before + block;
                if (text.contains(ENCRYPTED)) {
                    return new UnreadableException(Reason.PASSWORD);
                }
                if (OTHERS.stream().anyMatch(text::contains)) {
                    return new UnreadableException(Reason.NO_SHEETS);
                }
                if (block.length() < BLOCK) {
                    break;
                }
                before = block.substring(BLOCK - ENCRYPTED.length());
            }
        }
        return new UnreadableException(Reason.OLD_WORKBOOK);
    }
}
