package nl.betekenisvolmeten.indicators.formats.internal.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** What a file holds, as its first bytes show. */
enum Content {
    ZIP,
    OLE2,
    JSON,
    OTHER;

    private static final int START = 4_096;
    private static final byte[] OLE2_START = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** How objects start, alone or in an array; no CSV file does. NULs and marks are of encodings with wide characters. */
    private static final Pattern JSON_START =
            Pattern.compile("[\\x00\\xEF\\xBB\\xBF\\xFE\\xFF\\s]*(\\[[\\x00\\s]*[\\[{\\]]|\\{[\\x00\\s]*[\"}])");

    static Content of(DeliverySource source) throws IOException {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(START);
        }
        if (isZip(start)) {
            return ZIP;
        } else if (start.length >= OLE2_START.length && Arrays.equals(start, 0, 4, OLE2_START, 0, 4)) {
            return OLE2;
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return JSON_START.matcher(text).lookingAt() || (isCalledJson(source.name()) && startsAsJson(text))
                ? JSON
                : OTHER;
    }

    /** Returns whether a text starts with a bracket: a file that is named as JSON is then JSON, good or bad. */
    private static boolean startsAsJson(String text) {
        String stripped = text.strip();
        return stripped.startsWith("[") || stripped.startsWith("{");
    }

    private static boolean isCalledJson(String name) {
        return isCalled(name, ".json", ".jsonl", ".ndjson");
    }

    /** Returns whether the bytes are the start of an entry, or the end of a zip file without entries. */
    private static boolean isZip(byte[] start) {
        return start.length >= 4
                && start[0] == 'P'
                && start[1] == 'K'
                && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
    }

    private static boolean isCalled(String name, String... endings) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(endings).anyMatch(lower::endsWith);
    }

    /** Refuses text with the name of another kind of file: the sender meant to send another file. */
    static void checkName(DeliverySource source) throws IOException, UnreadableException {
        if (isCalled(source.name(), ".xlsx", ".xlsm", ".xls")) {
            throw new UnreadableException(Reason.NO_WORKBOOK);
        } else if (isCalledJson(source.name())) {
            try (InputStream in = source.open()) {
                if (!new String(in.readNBytes(START), StandardCharsets.ISO_8859_1).isBlank()) {
                    throw new UnreadableException(Reason.NO_JSON);
                }
            }
        }
    }
}
