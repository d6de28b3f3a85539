package nl.betekenisvolmeten.indicators.finding;

import java.util.List;
import java.util.Locale;

/**
 * Finds one kind of personal data. Every search is linear in the text's length: each pattern has a bounded width from
 * where it starts, or never starts twice in the same run.
 */
interface Detector {

    /** Takes a place in the text. */
    @FunctionalInterface
    interface Sink {
        void add(int start, int end);
    }

    void detect(String text, Sink sink);

    /** Returns whether the character at the index is a plain digit; false outside the text. */
    static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Returns the end, exclusive, of the digits that start at this index. */
    static int endOfDigits(String text, int at) {
        int end = at;
        while (isDigit(text, end)) {
            end++;
        }
        return end;
    }

    /** Returns whether one of the words, which are in lower case, occurs in a text in any case. */
    static boolean mentions(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }
}
