package nl.betekenisvolmeten.indicators.validation.internal;

/** Texts that a spreadsheet would run as a formula when it opens a file with them. */
public final class SpreadsheetFormula {

    private SpreadsheetFormula() {}

    /**
     * Returns whether a spreadsheet would take a cell for a formula.
     *
     * @param text the cell
     * @return true when it starts with = + - @, with or without blanks before it, a tab or a carriage return; false for
     *     a cell of blanks only
     */
    public static boolean isFormula(String text) {
        String stripped = Blanks.strip(text);
        if (stripped.isEmpty()) {
            return false;
        }
        char first = stripped.charAt(0);
        return first == '='
                || first == '+'
                || first == '-'
                || first == '@'
                || text.charAt(0) == '\t'
                || text.charAt(0) == '\r';
    }

    /**
     * Returns the text that {@link #harmless} was given.
     *
     * @param text a cell as it was written
     * @return the text without the added apostrophe; the same instance if there is none
     */
    public static String original(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && isHarmless(text) ? text.substring(1) : text;
    }

    /**
     * Returns whether a text looks like one that was made harmless.
     *
     * @param text any text
     * @return true when there is a formula after one or more apostrophes
     */
    public static boolean isHarmless(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at > 0 && isFormula(text.substring(at));
    }

    /**
     * Returns a text that can be written to a spreadsheet.
     *
     * @param text any text
     * @return the text, with an apostrophe before it if it would otherwise be run, or be mistaken for a text that was
     *     made harmless
     */
    public static String harmless(String text) {
        return isFormula(text) || isHarmless(text) ? "'" + text : text;
    }
}
