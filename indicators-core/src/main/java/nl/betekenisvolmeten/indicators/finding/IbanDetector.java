package nl.betekenisvolmeten.indicators.finding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bank account numbers with the right check digits. A Dutch one may be grouped in any way; one of another country is
 * written in one piece or in groups of four, as its length is not known beforehand.
 */
final class IbanDetector implements Detector {

    /** Fewer digits than any country's account numbers have. */
    static final int LEAST_DIGITS = 6;

    private static final int SHORTEST = 15;

    private static final Pattern DUTCH =
            Pattern.compile("(?i)NL[ .\\-]?\\d{2}[ .\\-]?[A-Z]{4}(?:[ .\\-]?\\d){10}(?!\\d)");
    private static final Pattern ANY = Pattern.compile("(?i)(?<![A-Z0-9])[A-Z]{2}\\d{2}"
            + "(?:[A-Z0-9]{11,30}|(?:[ .\\-][A-Z0-9]{4}){2,7}(?:[ .\\-][A-Z0-9]{1,3})?)(?![A-Z0-9])");

    @Override
    public void detect(String text, Sink sink) {
        Matcher dutch = DUTCH.matcher(text);
        for (int from = 0; dutch.find(from); from = dutch.start() + 1) {
            if (isValid(compact(dutch.group()))) {
                sink.add(dutch.start(), dutch.end());
            }
        }
        Matcher any = ANY.matcher(text);
        for (int from = 0; any.find(from); from = any.start() + 1) {
            int end = endOfValid(text, any.start(), any.end());
            if (end > 0) {
                sink.add(any.start(), end);
            }
        }
    }

    /**
     * Returns the end of the number, or 0 if there is none: words of four letters that follow it look like further
     * groups.
     */
    private static int endOfValid(String text, int start, int longest) {
        for (int end = longest; end > start; end--) {
            boolean edge = end == longest || !isAlphanumeric(text.charAt(end));
            if (edge && isValid(compact(text.substring(start, end)))) {
                return end;
            }
        }
        return 0;
    }

    private static boolean isAlphanumeric(char c) {
        return Character.digit(c, Character.MAX_RADIX) >= 0;
    }

    private static String compact(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        text.chars().filter(c -> isAlphanumeric((char) c)).forEach(c -> compact.append((char) c));
        return compact.toString();
    }

    /**
     * Returns whether a number is valid by ISO 7064 mod 97-10, with the first four characters read last and letters as
     * 10 to 35. Check digits are 02 to 98.
     */
    private static boolean isValid(String iban) {
        if (iban.length() < SHORTEST || iban.chars().filter(c -> c <= '9').count() < LEAST_DIGITS) {
            return false;
        }
        int check = Integer.parseInt(iban.substring(2, 4));
        if (check < 2 || check > 98) {
            return false;
        }
        int remainder = 0;
        for (int i = 0; i < iban.length(); i++) {
            int value = Character.digit(iban.charAt((i + 4) % iban.length()), Character.MAX_RADIX);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return remainder == 1;
    }
}
