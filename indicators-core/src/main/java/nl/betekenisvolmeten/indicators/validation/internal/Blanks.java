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
     * @return true for blanks, control characters and invisible characters
     */
    public static boolean isBlank(char c) {
        return c <= ' ' || (c >= 0x7F && (Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c)));
    }

    /**
     * Returns the text without blanks at its ends.
     *
     * @param text any text
     * @return the text; the same instance if there are none
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
     * Returns whether a character is invisible and has no meaning: zero-width blanks and joiners, soft hyphens, byte
     * order marks and marks of direction.
     *
     * @param c any character
     * @return true for those; false for ordinary blanks
     */
    public static boolean isInvisible(char c) {
        return c >= '\u00AD'
                && (c == '\u00AD'
                        || c == '\u061C'
                        || c == '\u180E'
                        || (c >= '\u200B' && c <= '\u200F')
                        || (c >= '\u202A' && c <= '\u202E')
                        || (c >= '\u2060' && c <= '\u2069')
                        || c == '\uFEFF');
    }

    /**
     * Returns the text without invisible characters, and without leading and trailing blanks.
     *
     * @param text any text
     * @return the text; the same instance if there are none
     */
    public static String visible(String text) {
        return strip(removeIf(text, Blanks::isInvisible));
    }

    /**
     * Returns a normalised name: without invisible characters, except those that join signs, and with one space for
     * each run of blanks.
     *
     * @param text any text
     * @return the text; the same instance if there is nothing to change
     */
    public static String name(String text) {
        String visible = strip(removeIf(text, c -> isInvisible(c) && !joins(c)));
        StringBuilder name = new StringBuilder(visible.length());
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            if (!isBlank(c) || joins(c)) {
                name.append(c);
            } else if (!isBlank(visible.charAt(i - 1)) || joins(visible.charAt(i - 1))) {
                name.append(' ');
            }
        }
        return visible.contentEquals(name) ? visible : name.toString();
    }

    /** Returns whether a character joins signs, or keeps them apart: without it, they are other signs. */
    private static boolean joins(char c) {
        return c == '\u200D' || c == '\u200C';
    }

    private static String removeIf(String text, CharPredicate removed) {
        int at = 0;
        while (at < text.length() && !removed.test(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length()).append(text, 0, at);
        for (int i = at + 1; i < text.length(); i++) {
            if (!removed.test(text.charAt(i))) {
                rest.append(text.charAt(i));
            }
        }
        return rest.toString();
    }

    /** Decides about one character. */
    @FunctionalInterface
    private interface CharPredicate {
        boolean test(char c);
    }

    /**
     * Returns the text without any blanks.
     *
     * @param text any text
     * @return what is left
     */
    public static String removeAll(String text) {
        return removeIf(text, Blanks::isBlank);
    }
}
