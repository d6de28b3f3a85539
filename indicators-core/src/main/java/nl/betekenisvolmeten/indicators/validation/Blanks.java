package nl.betekenisvolmeten.indicators.validation;

import java.util.List;

/** Blanks as spreadsheets and web pages leave them: ordinary, no-break and zero-width ones. */
public final class Blanks {

    private Blanks() {}

    /**
     * Whether there is nothing to see in a text.
     *
     * @param text any text
     * @return true when it has only blanks, of whatever width, or nothing at all
     */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether there is nothing to see in a row: spreadsheets leave such rows at the end.
     *
     * @param cells its texts
     * @return true when every cell is blank
     */
    public static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!isBlank(cell)) {
                return false;
            }
        }
        return true;
    }

    static boolean isBlank(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    /** The text without blanks at its ends; the same instance when there are none. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == text.length() ? text : text.substring(from, to);
    }

    /** The text without any blanks. */
    static String removeAll(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                rest.append(text.charAt(i));
            }
        }
        return rest.toString();
    }
}
