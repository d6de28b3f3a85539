package nl.betekenisvolmeten.indicators.validation.internal;

import java.util.List;

/** Blanks as spreadsheets and web pages leave them: ordinary, no-break and zero-width ones. */
public final class Blanks {

    private Blanks() {}

    /**
     * Returns whether there is nothing to see in a text.
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
     * Returns whether there is nothing to see in a row: spreadsheets leave such rows at the end.
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

    /**
     * Returns whether a character is a blank, of whatever width.
     *
     * @param c any character
     * @return true for blanks, control characters and zero-width blanks
     */
    public static boolean isBlank(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    /**
     * Returns the text without blanks at its ends.
     *
     * @param text any text
     * @return the same instance when there are none
     */
    public static String strip(String text) {
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

    /**
     * Returns the text without any blanks.
     *
     * @param text any text
     * @return what is left
     */
    public static String removeAll(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                rest.append(text.charAt(i));
            }
        }
        return rest.toString();
    }
}
