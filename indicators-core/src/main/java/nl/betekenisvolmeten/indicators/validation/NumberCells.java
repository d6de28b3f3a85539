package nl.betekenisvolmeten.indicators.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.validation.CellResult.Failure;
import nl.betekenisvolmeten.indicators.validation.CellResult.Notation;
import nl.betekenisvolmeten.indicators.validation.CellResult.Value;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * Reads cells that hold a number. Only ASCII digits count. A comma separates decimals. In a whole number, a point that
 * divides groups of three is read as a thousands separator; in a decimal number, a point is read as a decimal sign if
 * it can be nothing else. Ambiguous cells are refused, never guessed.
 */
final class NumberCells {

    /** More digits than any allowed number has: beyond this a cell is not worth holding. */
    static final int MAX_DIGITS = 15;

    /** A point with three digits after it: {@code 1.234} may be 1234 or 1,234. */
    private static final Pattern TWO_READINGS = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");

    private static final Pattern DECIMAL_POINT = Pattern.compile("[0-9]*\\.[0-9]+");

    /** A limit, an estimate, a range or a share: words for something that was not counted. */
    private static final Pattern INEXACT = Pattern.compile(
            "(?iu)[<>\u2264\u2265~\u00b1\u2248].*|.*%|[0-9]+ of (?:meer|minder|hoger|lager)|[0-9]+ ?\\+|[0-9]+ ?[-\u2013] ?[0-9]+"
                    + "|(?:ca|circa|ong|ongeveer|plm|min|max|minimaal|maximaal|minstens|hooguit|minder dan|meer dan)\\b.*");

    /** A word or sign for nothing, or for something unknown. */
    private static final Pattern NOTHING = Pattern.compile(
            "(?iu)[-\u2212\u2013?.x]+|n[./]?v[./]?t\\.?|n[./]?b\\.?|nihil|geen|niemand|niets|nul|onbekend|leeg|volgt|null|none|nan|n/?a|\\\\n");

    /** The texts that a spreadsheet shows for a formula that fails, in Dutch and English. */
    private static final Pattern FORMULA_ERROR = Pattern.compile(
            "#(?:N/[AB]|(?:REF|VERW|DIV/0|DEEL/0|WAARDE|VALUE|GETAL|NUM|LEEG|NULL|OVERLOOP|SPILL)!|(?:NAAM|NAME)\\?)");

    private NumberCells() {}

    static CellResult count(String text, long maximum) {
        long plain = plainDigits(text);
        if (plain >= 0) {
            return plain > maximum ? tooLarge(maximum) : value(text, plain, Notation.AGREED, 0);
        }
        return read(text, 0, maximum);
    }

    static CellResult quantity(String text, int scale, long maximum) {
        return read(text, scale, maximum);
    }

    /** Returns whether a decimal number is ambiguous; the other cells of its column may still settle it. */
    static boolean hasTwoReadings(String text) {
        return TWO_READINGS.matcher(Blanks.visible(text)).matches();
    }

    /** Reads a decimal number in a column where points are decimal signs. */
    static CellResult quantityWithPoint(String text, int scale, long maximum) {
        String stripped = Blanks.visible(text);
        // trailing zeros are insignificant, and here they are not thousands
        CellResult result = read(stripped.replaceFirst("\\.?0+$", "").replace('.', ','), scale, maximum);
        return result instanceof Value value ? value(text, value.number(), Notation.OTHER, scale) : result;
    }

    /** Returns the number if the cell is one to fifteen digits without a leading zero, the usual case; otherwise -1. */
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

    private static CellResult read(String text, int scale, long maximum) {
        String stripped = Blanks.visible(text);
        if (stripped.isEmpty()) {
            return CellResult.empty();
        }
        String unsigned = unsigned(stripped);
        boolean negative = unsigned.length() < stripped.length();
        boolean point = scale > 0 && DECIMAL_POINT.matcher(unsigned).matches();
        if (point && TWO_READINGS.matcher(unsigned).matches()) {
            return negative ? Failure.of(RuleSet.CellCheck.NOT_NEGATIVE) : twoReadings(unsigned);
        }
        Optional<DutchNumber> parsed = DutchNumber.parse(point ? unsigned.replace('.', ',') : unsigned, scale);
        if (parsed.isEmpty()) {
            return noNumber(stripped, scale);
        }
        DutchNumber number = parsed.get();
        if (negative && !number.isZero()) {
            return Failure.of(RuleSet.CellCheck.NOT_NEGATIVE);
        }
        if (number.exceeds(maximum)) {
            return tooLarge(maximum);
        }
        Notation notation = number.plain() && !point && unsigned.equals(text) ? Notation.AGREED : Notation.OTHER;
        return value(text, Long.parseLong(number.whole() + number.decimals()), notation, scale);
    }

    private static String unsigned(String stripped) {
        return !stripped.isEmpty() && isMinus(stripped.charAt(0)) ? Blanks.strip(stripped.substring(1)) : stripped;
    }

    private static Failure twoReadings(String text) {
        String decimal = text.replace('.', ',');
        String thousands = text.replace(".", "");
        return new Failure(
                RuleSet.CellCheck.DECIMAL_NUMBER,
                Map.of("reason", "two_readings", "decimal", decimal, "thousands", thousands),
                List.of(decimal, thousands));
    }

    private static Failure noNumber(String text, int scale) {
        RuleSet.CellCheck check = scale == 0 ? RuleSet.CellCheck.WHOLE_NUMBER : RuleSet.CellCheck.DECIMAL_NUMBER;
        if (INEXACT.matcher(text).matches()) {
            return Failure.of(check, "reason", "inexact");
        } else if (NOTHING.matcher(text).matches()) {
            return Failure.of(check, "reason", "nothing");
        } else if (FORMULA_ERROR.matcher(text).matches()) {
            return Failure.of(check, "reason", "formula_error");
        }
        return DayCells.parse(text).isPresent() ? Failure.of(check, "reason", "day") : Failure.of(check);
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
}
