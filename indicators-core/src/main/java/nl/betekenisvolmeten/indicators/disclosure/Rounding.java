package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;

/** Rounding of counts to a multiple of a base, halves upward. For the side that protects only. */
final class Rounding {

    private Rounding() {}

    static BigDecimal round(BigDecimal value, int base) {
        BigDecimal divisor = BigDecimal.valueOf(base);
        return value.divide(divisor, 0, RoundingMode.HALF_UP).multiply(divisor);
    }

    /** Returns the published form of a value; empty if it is not known exactly and its bounds round to different numbers. */
    static Optional<BigDecimal> round(CellValue value, int base) {
        Optional<BigDecimal> lower = value.lowerBound().map(bound -> round(bound, base));
        return lower.equals(value.upperBound().map(bound -> round(bound, base))) ? lower : Optional.empty();
    }

    /** Returns the smallest and the largest number that round to the same number as a value does. */
    static long[] range(long value, long base) {
        long rounded = Math.floorDiv(2 * value + base, 2 * base) * base;
        return new long[] {Math.max(0, -Math.floorDiv(base - 2 * rounded, 2)), Math.floorDiv(2 * rounded + base - 1, 2)
        };
    }

    /** Returns the smallest and the largest number that may round to the same, whether a value is rounded up or down. */
    static long[] sureRange(long value, long base) {
        return new long[] {
            Math.max(0, -Math.floorDiv(-value, base) * base - base + 1), Math.floorDiv(value, base) * base + base - 1
        };
    }
}
