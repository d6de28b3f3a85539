package nl.betekenisvolmeten.indicators.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How texts are compared: what counts as a blank or a hyphen, and the keys under which codes and names are found. */
final class Texts {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Set<String> JOINING_WORDS = Set.of("en", "and");

    private Texts() {}

    /**
     * Returns whether a character is a blank of any kind: no-break, thin and zero-width ones come along when text is
     * pasted.
     */
    static boolean isBlank(char c) {
        return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    /** Returns whether a text is empty or all blanks. */
    static boolean isBlank(String text) {
        return strip(text).isEmpty();
    }

    /**
     * Returns whether a character is a hyphen, or one of the dashes and the minus sign that word processors and
     * spreadsheets replace it with.
     */
    static boolean isDash(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '\uFE63' || c == '\uFF0D';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the text without the blanks around it. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Returns the text without accents; ligatures such as the Dutch ĳ become plain letters. */
    static String withoutAccents(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }

    /**
     * Returns the text in lower case without accents, with one hyphen for each dash and one space for each run of
     * blanks.
     */
    static String fold(String text) {
        String plain = withoutAccents(text).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (!isBlank(c)) {
                folded.append(isDash(c) ? '-' : c);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return strip(folded.toString());
    }

    /** Returns the key of a code, in which case, blanks and the kind of dash don't count. */
    static String codeKey(String code) {
        StringBuilder key = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (!isBlank(c)) {
                key.append(isDash(c) ? '-' : c);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /** Returns the key of a name: its words, whatever joins them (blank, hyphen, slash, {@code en}, {@code &}). */
    static String nameKey(String name) {
        String folded = fold(name).replace('\u2019', '\'').replace('\u2018', '\'');
        String words = Arrays.stream(folded.split("[ \\-/&]+", -1))
                .filter(word -> !word.isEmpty() && !JOINING_WORDS.contains(word))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? folded : words;
    }
}
