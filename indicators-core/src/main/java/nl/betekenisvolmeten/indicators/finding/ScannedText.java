package nl.betekenisvolmeten.indicators.finding;

import java.text.Normalizer;
import java.util.Arrays;

/** A text as a person reads it, and for each of its characters the place in the text as it was given. */
final class ScannedText {

    private static final int[] SAME = {};
    private static final int LAST_LATIN_LETTER = 0x24F;

    private final String text;
    private final int digits;
    private final int[] starts;
    private final int[] ends;

    private ScannedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.digits = (int) text.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    /**
     * Returns whether a text may hold personal data; false for most ordinary text, after one look at each character.
     */
    static boolean mayHoldPersonalData(String original) {
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (c < 0x80 ? isTelling(c) : !isLatinLetter(c) && !isPunctuation(c)) {
                return true;
            }
        }
        return false;
    }

    static ScannedText of(String original) {
        return isPlain(original) ? new ScannedText(original, SAME, SAME) : new Reader(original).read();
    }

    private static boolean isPlain(String original) {
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (c >= 0x80 && !isLatinLetter(c)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a character is a digit, an at sign, or a bracket that the word "at" may be written in. */
    private static boolean isTelling(char c) {
        return (c >= '0' && c <= '9') || c == '@' || c == '(' || c == '[' || c == '{' || c == '<';
    }

    private static boolean isLatinLetter(int c) {
        return c >= 0xC0 && c <= LAST_LATIN_LETTER && Character.isLetter(c);
    }

    /**
     * Returns whether a character is a dash, a quotation mark or the like, or the euro sign: these never stand for a
     * digit.
     */
    private static boolean isPunctuation(char c) {
        return (c >= 0x2010 && c <= 0x2027) || c == '€';
    }

    String text() {
        return text;
    }

    int digits() {
        return digits;
    }

    int originalStart(int index) {
        return starts == SAME ? index : starts[index];
    }

    int originalEnd(int index) {
        return ends == SAME ? index + 1 : ends[index];
    }

    private static final class Reader {
        private final String original;
        private final StringBuilder read;
        private int[] starts;
        private int[] ends;

        Reader(String original) {
            this.original = original;
            this.read = new StringBuilder(original.length());
            this.starts = new int[original.length()];
            this.ends = new int[original.length()];
        }

        ScannedText read() {
            int width;
            for (int at = 0; at < original.length(); at += width) {
                int codePoint = original.codePointAt(at);
                width = Character.charCount(codePoint);
                append(readAs(codePoint), at, at + width);
            }
            return new ScannedText(read.toString(), starts, ends);
        }

        private void append(String part, int start, int end) {
            int from = read.length();
            read.append(part);
            if (read.length() > starts.length) {
                starts = Arrays.copyOf(starts, 2 * read.length());
                ends = Arrays.copyOf(ends, 2 * read.length());
            }
            Arrays.fill(starts, from, read.length(), start);
            Arrays.fill(ends, from, read.length(), end);
        }

        private static String readAs(int codePoint) {
            if (codePoint < 0x80 || isLatinLetter(codePoint)) {
                return Character.toString(codePoint);
            }
            int digit = Character.digit(codePoint, 10);
            if (digit >= 0) {
                return Integer.toString(digit);
            }
            return switch (Character.getType(codePoint)) {
                // invisible characters, and marks that are drawn over the character before
                case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> "";
                case Character.DASH_PUNCTUATION -> "-";
                case Character.SPACE_SEPARATOR -> " ";
                default -> compatible(codePoint);
            };
        }

        private static String compatible(int codePoint) {
            return switch (codePoint) {
                case '‘', '’' -> "'";
                case '−' -> "-";
                default -> Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
            };
        }
    }
}
