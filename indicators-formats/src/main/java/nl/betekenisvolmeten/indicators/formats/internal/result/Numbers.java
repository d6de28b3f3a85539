package nl.betekenisvolmeten.indicators.formats.internal.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;

/**
 * Numbers in files: a point, at most 17 significant digits, no trailing zeros, and an exponent only for doubles that are very
 * small or large, as in {@code 1.2E-300}. The same on every machine and every Java.
 */
public final class Numbers {

    /** As many digits as a reader that keeps numbers as doubles can use. Whole digits are never rounded: counts are exact. */
    private static final int DIGITS = 17;

    private static final int SMALLEST_PLAIN = -3;
    private static final int LARGEST_PLAIN = 20;

    private Numbers() {}

    /**
     * Returns the text of a decimal number, without exponent: counts, and what was made of them.
     *
     * @param value the number; what has more than 17 significant digits is rounded to the nearest of that many
     * @return such as {@code 0.05}
     */
    public static String text(BigDecimal value) {
        return value.signum() == 0
                ? "0"
                : rounded(value, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }

    /**
     * Returns the text of a computed number: 15 digits or fewer, or the 16 or 17 that it takes to give the same double back.
     * With an exponent where that is shorter, below 0.001 and from 10<sup>21</sup>.
     *
     * @param value a finite number
     * @return such as {@code 0.05} or {@code 1.2E-300}
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public static String text(double value) {
        BigDecimal shortest = CellValue.of(value).value();
        if (shortest.signum() == 0) {
            return "0";
        }
        String plain = shortest.toPlainString();
        String unscaled = shortest.unscaledValue().toString();
        int sign = shortest.signum() < 0 ? 1 : 0;
        int exponent = unscaled.length() - sign - 1 - shortest.scale();
        String head = unscaled.substring(0, sign + 1);
        String rest = unscaled.substring(sign + 1);
        String scientific = head + (rest.isEmpty() ? "" : "." + rest) + "E" + exponent;
        boolean usual = exponent >= SMALLEST_PLAIN && exponent <= LARGEST_PLAIN;
        return !usual && scientific.length() < plain.length() ? scientific : plain;
    }

    /**
     * Returns the number of a figure as it is written.
     *
     * @param value the figure
     * @return the number itself where it is exact; of an incomplete figure what came in, where that is one number
     */
    public static Optional<BigDecimal> number(CellValue value) {
        return value instanceof CellValue.Incomplete incomplete ? incomplete.sum() : value.exact();
    }

    /**
     * Returns the lower bound of a figure as it is written.
     *
     * @param value the figure
     * @return the number itself where it is exact; else the lower bound, rounded down, so that the figure is never below it;
     *     empty where there is no number
     */
    public static Optional<BigDecimal> lower(CellValue value) {
        Optional<BigDecimal> bound =
                value instanceof CellValue.Incomplete incomplete ? incomplete.lower() : value.lowerBound();
        return value.exact().or(() -> bound.map(one -> rounded(one, RoundingMode.FLOOR)));
    }

    /**
     * Returns the upper bound of a figure as it is written.
     *
     * @param value the figure
     * @return the number itself where it is exact; else the upper bound, rounded up, so that the figure is never above it;
     *     empty where there is no number
     */
    public static Optional<BigDecimal> upper(CellValue value) {
        Optional<BigDecimal> bound =
                value instanceof CellValue.Incomplete incomplete ? incomplete.upper() : value.upperBound();
        return value.exact().or(() -> bound.map(one -> rounded(one, RoundingMode.CEILING)));
    }

    private static BigDecimal rounded(BigDecimal value, RoundingMode mode) {
        int wholeDigits = value.precision() - value.scale();
        return value.round(new MathContext(Math.max(DIGITS, wholeDigits), mode));
    }
}
