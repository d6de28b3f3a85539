package nl.betekenisvolmeten.indicators.formats.internal.rows;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of carriers that have numbers, as the texts that a format expects: Dutch, without anything superfluous. */
public final class NumberText {

    /** A number in the texts of a format: no separators of thousands, no superfluous zeros, at most 15 digits. */
    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]{0,14})(,[0-9]{0,14}[1-9])?");

    private static final Pattern PROGRAMS =
            Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?");

    private static final int MAX_DIGITS = 15;
    private static final int MAX_SCALE = 400;

    private NumberText() {}

    /**
     * Returns a number in Dutch notation.
     *
     * @param number the number as programs write it, such as {@code 12.0}, {@code 48.5} or {@code 1e3}
     * @return such as {@code 12}, {@code 48,5} or {@code 1000}; the text as it is when it is not a number, or one of more
     *     than 400 digits
     */
    public static String dutch(String number) {
        if (isDigits(number)) {
            return number;
        }
        int point = number.indexOf('.');
        return isPlainDecimal(number, point)
                ? dutchDecimal(number, point)
                : parse(number).flatMap(NumberText::dutch).orElse(number);
    }

    /** Returns whether a number is a few digits around a point: most are, and they need no arithmetic. */
    private static boolean isPlainDecimal(String number, int point) {
        return point > 0
                && number.length() <= MAX_SCALE
                && hasDigits(number, 0, point)
                && (point == 1 || number.charAt(0) != '0')
                && hasDigits(number, point + 1, number.length());
    }

    private static String dutchDecimal(String number, int point) {
        int end = number.length();
        while (number.charAt(end - 1) == '0') {
            end--;
        }
        String whole = number.substring(0, point);
        return end - 1 == point ? whole : whole + ',' + number.substring(point + 1, end);
    }

    /**
     * Returns a number as programs write it.
     *
     * @param text any text
     * @return the number; empty when it is none, has more than 400 characters, or an exponent of more than three digits
     */
    public static Optional<BigDecimal> parse(String text) {
        // an exception for each of a million cells takes its time, so that what would throw one is not tried
        return text.length() <= MAX_SCALE && PROGRAMS.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static boolean isDigits(String text) {
        return hasDigits(text, 0, text.length()) && !text.isEmpty() && (text.length() == 1 || text.charAt(0) != '0');
    }

    private static boolean hasDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns a number in Dutch notation.
     *
     * @param number the number
     * @return its digits, with a comma before the decimals; empty when there would be more than 400
     */
    public static Optional<String> dutch(BigDecimal number) {
        if (number.signum() == 0) {
            return Optional.of("0");
        }
        if (number.precision() > MAX_SCALE || Math.abs((long) number.scale()) > MAX_SCALE) {
            return Optional.empty();
        }
        return Optional.of(number.stripTrailingZeros().toPlainString().replace('.', ','));
    }

    /**
     * Returns the number that a text in Dutch notation stands for, when turning it back gives the same text.
     *
     * @param text any text
     * @return the number; empty for any other notation, and for more digits than a spreadsheet keeps
     */
    public static Optional<BigDecimal> exact(String text) {
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits <= MAX_DIGITS && PLAIN.matcher(text).matches() && !text.equals("-0")
                ? Optional.of(new BigDecimal(text.replace(',', '.')))
                : Optional.empty();
    }
}
