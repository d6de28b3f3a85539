package nl.betekenisvolmeten.indicators.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.validation.CellResult.Failure;
import nl.betekenisvolmeten.indicators.validation.CellResult.Notation;
import nl.betekenisvolmeten.indicators.validation.CellResult.Value;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * Reads cells that hold a number. Only ASCII digits count. A point is read as a thousands separator where it divides
 * groups of three; a comma separates decimals. What has two readings is refused, never guessed.
 */
final class NumberCells {

    /** More digits than any allowed number has: beyond this a cell is not worth holding. */
    static final int MAX_DIGITS = 15;

    private NumberCells() {}

    static CellResult count(String text, long maximum) {
        long plain = plainDigits(text);
        if (plain >= 0) {
            return plain > maximum ? tooLarge(maximum) : value(text, plain, Notation.AGREED, 0);
        }
        return read(text, 0, maximum, RuleSet.CellCheck.WHOLE_NUMBER);
    }

    static CellResult quantity(String text, int scale, long maximum) {
        return read(text, scale, maximum, RuleSet.CellCheck.DECIMAL_NUMBER);
    }

    /** The number when the cell is one to fifteen digits without a leading zero, the usual case; else -1. */
    private static long plainDigits(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_DIGITS || (length > 1 && text.charAt(0) == '0')) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private static CellResult read(String text, int scale, long maximum, RuleSet.CellCheck check) {
        String stripped = Blanks.strip(text);
        if (stripped.isEmpty()) {
            return CellResult.empty();
        }
        boolean negative = isMinus(stripped.charAt(0));
        String unsigned = Blanks.strip(negative ? stripped.substring(1) : stripped);
        Optional<DutchNumber> parsed = DutchNumber.parse(unsigned, scale);
        if (parsed.isEmpty()) {
            return new Failure(check, Map.of(), negative ? List.of() : pointAsComma(unsigned, scale));
        }
        DutchNumber number = parsed.get();
        if (negative && !number.isZero()) {
            return Failure.of(RuleSet.CellCheck.NOT_NEGATIVE);
        }
        if (number.exceeds(maximum)) {
            return tooLarge(maximum);
        }
        Notation notation = number.plain() && unsigned.equals(text) ? Notation.AGREED : Notation.OTHER;
        return value(text, Long.parseLong(number.whole() + number.decimals()), notation, scale);
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '\u2212' || c == '\u2013';
    }

    private static CellResult value(String text, long unscaled, Notation notation, int scale) {
        return new Value(notation == Notation.AGREED ? text : dutch(unscaled, scale), unscaled, notation);
    }

    private static String dutch(long unscaled, int scale) {
        return BigDecimal.valueOf(unscaled, scale).toPlainString().replace('.', ',');
    }

    private static CellResult tooLarge(long maximum) {
        return Failure.of(RuleSet.CellCheck.POSSIBLE_NUMBER, "limit", Long.toString(maximum));
    }

    /** A decimal point where a comma belongs: not read, but it is clear what was meant. */
    private static List<String> pointAsComma(String text, int scale) {
        String swapped = text.replace('.', ',');
        return scale > 0
                        && !swapped.equals(text)
                        && DutchNumber.parse(swapped, scale).isPresent()
                ? List.of(swapped)
                : List.of();
    }
}
