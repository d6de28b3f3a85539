package nl.betekenisvolmeten.indicators.validation.internal;

import java.util.regex.Pattern;

/** Letters that another program lost, or read in an encoding that is not the one in which they were written. */
public final class MisreadLetters {

    /** Replacement character that other programs write for a character that they could not read. */
    private static final char LOST_CHARACTER = '\uFFFD';

    /** First characters of pairs that letters of two bytes become when UTF-8 is read as Windows-1252: é becomes Ã©. */
    private static final String MISREAD_STARTS = "ÂÃÄÅ";

    /** Second characters of what dashes, quotation marks and signs such as € become, which begins with â. */
    private static final String MISREAD_SIGNS = "€‚„†";

    /** Second characters of those pairs above U+00BF: what Windows-1252 has for bytes from 0x80 to 0x9F. */
    private static final String MISREAD_ENDS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    /**
     * The characters that é, â, ä, ê, ë, è and ï of MS-DOS, or é of old Macintoshes, become when read as Windows-1252.
     */
    private static final String MISREAD_OLD = "‚ƒ„ˆ‰Š‹Ž";

    /** A letter with an accent in UTF-7, where é is {@code +AOk-}, with or without the hyphen. */
    private static final Pattern UTF_7 = Pattern.compile("\\+AO[a-z0-9](?![A-Za-z0-9+/])");

    private MisreadLetters() {}

    /** Returns whether a text has letters that another program lost or misread. */
    public static boolean areIn(String text) {
        char last = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && isMisread(last, c)) {
                return true;
            }
            last = c;
        }
        return text.contains("+A") && UTF_7.matcher(text).find();
    }

    private static boolean isMisread(char last, char c) {
        boolean pair = (c <= 0xBF || MISREAD_ENDS.indexOf(c) >= 0) && MISREAD_STARTS.indexOf(last) >= 0;
        boolean old = MISREAD_OLD.indexOf(c) >= 0 && Character.isLowerCase(last);
        return c == LOST_CHARACTER || pair || old || (last == 'â' && MISREAD_SIGNS.indexOf(c) >= 0);
    }
}
