package nl.betekenisvolmeten.indicators.validation;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * A number of 0 or more as Dutch people write it.
 *
 * @param whole the digits before the comma, at least one, without leading zeros
 * @param decimals the digits after it, as many as the scale
 * @param plain whether it was written in the agreed notation: no thousands separators, no superfluous zeros
 */
record DutchNumber(String whole, String decimals, boolean plain) {

    boolean isZero() {
        return (whole + decimals).chars().allMatch(c -> c == '0');
    }

    /** Returns whether the number is above a limit in whole units. */
    boolean exceeds(long maximum) {
        if (whole.length() > NumberCells.MAX_DIGITS) {
            return true;
        }
        long units = Long.parseLong(whole);
        return units > maximum || (units == maximum && decimals.chars().anyMatch(c -> c != '0'));
    }

    /** Returns the number; empty if the text is none, has more decimals than the scale, or has two readings. */
    static Optional<DutchNumber> parse(String text, int scale) {
        int comma = text.indexOf(',');
        String before = comma < 0 ? text : text.substring(0, comma);
        String after = comma < 0 ? "" : text.substring(comma + 1);
        if ((comma >= 0 && after.isEmpty()) || !isDigits(after) || hasTwoReadings(before, after, scale)) {
            return Optional.empty();
        }
        boolean onlyDecimals = before.isEmpty() && !after.isEmpty();
        Optional<String> whole = onlyDecimals ? Optional.of("0") : ungrouped(before);
        String significant = withoutTrailingZeros(after, scale);
        if (whole.isEmpty() || significant.length() > scale) {
            return Optional.empty();
        }
        String stripped = withoutLeadingZeros(whole.get());
        boolean plain = !onlyDecimals && stripped.equals(before) && significant.equals(after);
        String padded = significant + "0".repeat(scale - significant.length());
        return Optional.of(new DutchNumber(stripped, padded, plain));
    }

    /**
     * Returns whether another country's notation gives another number: {@code 12,000} is twelve here and twelve
     * thousand there.
     */
    private static boolean hasTwoReadings(String before, String after, int scale) {
        return scale < 3 && after.equals("000") && isFirstGroup(before);
    }

    /** Returns whether a text is one to three digits, as before a thousands separator. */
    private static boolean isFirstGroup(String text) {
        return !text.isEmpty() && text.length() <= 3 && isDigits(text) && text.charAt(0) != '0';
    }

    /**
     * Returns the digits without their thousands separators; empty unless all groups but the first have three digits
     * and the first does not start with a zero.
     */
    private static Optional<String> ungrouped(String text) {
        if (isDigits(text)) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
        if (text.charAt(0) == '0') {
            return Optional.empty();
        }
        char separator = separator(text);
        StringBuilder digits = new StringBuilder(text.length());
        int group = 0;
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                group++;
            } else if (c == separator && (first ? group >= 1 && group <= 3 : group == 3)) {
                first = false;
                group = 0;
            } else {
                return Optional.empty();
            }
        }
        return group == 3 ? Optional.of(digits.toString()) : Optional.empty();
    }

    private static char separator(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == '\'' || c == '\u2019' || Blanks.isBlank(c)) {
                return c;
            }
        }
        return '.';
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Removes zeros beyond the scale, which have no meaning; those within it are how people write 12,50. */
    private static String withoutTrailingZeros(String digits, int scale) {
        int end = digits.length();
        while (end > scale && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    private static String withoutLeadingZeros(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }
}
