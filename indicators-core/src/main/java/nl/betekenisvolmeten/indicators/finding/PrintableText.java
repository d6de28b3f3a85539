package nl.betekenisvolmeten.indicators.finding;

import java.util.Locale;

/** Text from a file as people may safely get to see it: every character is one that shows. */
public final class PrintableText {

    private PrintableText() {}

    /**
     * Returns the text on one line. What would steer a terminal, turn the direction of what follows, or is not allowed in
     * XML is named by its number: {@code [U+202E]}.
     *
     * @param text any text
     * @return the text with only characters that show; the same object when there was nothing to name
     */
    public static String text(String text) {
        int safe = 0;
        while (safe < text.length() && isPlain(text.charAt(safe))) {
            safe++;
        }
        if (safe == text.length()) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length() + 16).append(text, 0, safe);
        text.codePoints().skip(text.codePointCount(0, safe)).forEach(c -> append(printable, c));
        return printable.toString();
    }

    private static void append(StringBuilder printable, int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            printable.append(' ');
        } else if (isShown(c)) {
            printable.appendCodePoint(c);
        } else {
            printable.append(String.format(Locale.ROOT, "[U+%04X]", c));
        }
    }

    /**
     * Returns whether a character is one of those in most text: of one unit, visible, and below any that might not be.
     */
    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 0x7F) || (c > 0xA0 && c < 0x300 && c != 0xAD);
    }

    /**
     * Returns whether a character is shown; joiners are, as they hold emoji and letters of some scripts together and do
     * no harm.
     */
    private static boolean isShown(int c) {
        if (c == 0x200D || c == 0x200C) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
