package nl.betekenisvolmeten.indicators.validation;

/** Blanks as spreadsheets and web pages leave them: ordinary, no-break and zero-width ones. */
final class Blanks {

    private Blanks() {}

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
