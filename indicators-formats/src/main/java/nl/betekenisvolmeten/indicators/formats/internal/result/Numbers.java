package nl.betekenisvolmeten.indicators.formats.output;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers in files: a point, full precision, no zeros that say nothing, and an exponent only for numbers that are very small
 * or large, as in {@code 1.2E-300}. The same on every machine and every Java.
 */
public final class Numbers {

    /** The digits that a double may need; 15 always are its own. */
    private static final int[] DIGITS = {15, 16};

    private static final int SMALLEST_PLAIN = -3;
    private static final int LARGEST_PLAIN = 20;

    private Numbers() {}

    /**
     * A number that is known to its last digit, without exponent: counts and what was made of them.
     *
     * @param value the number
     * @return such as {@code 0.05}
     */
    public static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /**
     * A computed number, in 15 digits or fewer, or the 16 or 17 that it takes to give the same double back. With an exponent
     * where that is shorter, below 0.001 and from 10<sup>21</sup>.
     *
     * @param value a finite number
     * @return such as {@code 0.05} or {@code 1.2E-300}
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number in a file is finite: " + value);
        }
        BigDecimal shortest = shortest(value);
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

    /** {@link Double#toString} gives other digits before Java 19 than since, so it isn't asked. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits : DIGITS) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (Double.compare(rounded.doubleValue(), value) == 0) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17)).stripTrailingZeros();
    }
}
