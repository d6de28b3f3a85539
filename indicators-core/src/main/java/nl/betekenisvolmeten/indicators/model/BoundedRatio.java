package nl.betekenisvolmeten.indicators.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;

/**
 * A numerator over a denominator; either may only be known between bounds. The parts are kept; the quotient
 * is made when asked for.
 *
 * @param numerator what is divided
 * @param denominator by what
 * @param per what the quotient is expressed per
 * @param partOfWhole whether whatever counts in the numerator counts in the denominator too, so that the quotient cannot
 *     be above {@code per}
 */
public record BoundedRatio(CellValue numerator, CellValue denominator, Per per, boolean partOfWhole) {

    private static final MathContext DOWN = new MathContext(34, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);

    /**
     * Returns the quotient of two numbers that count different things.
     *
     * @param numerator what is divided
     * @param denominator by what
     * @param per what the quotient is expressed per
     * @return the ratio
     */
    public static BoundedRatio of(CellValue numerator, CellValue denominator, Per per) {
        return new BoundedRatio(numerator, denominator, per, false);
    }

    /**
     * Returns the share of a part in its whole.
     *
     * @param part what is divided
     * @param whole by what
     * @param per what the quotient is expressed per
     * @return the ratio
     */
    public static BoundedRatio ofPart(CellValue part, CellValue whole, Per per) {
        return new BoundedRatio(part, whole, per, true);
    }

    /**
     * Returns whether both parts are exact numbers.
     *
     * @return true when they are
     */
    public boolean isExact() {
        return numerator.exact().isPresent() && denominator.exact().isPresent();
    }

    /**
     * Returns whether a part is larger than its whole, whatever the two are within their bounds: what was delivered of
     * them contradicts itself.
     *
     * @return true when it is; never for a ratio that is no part of a whole
     */
    public boolean isContradiction() {
        return partOfWhole
                && numerator
                        .lowerBound()
                        .flatMap(part -> denominator.upperBound().map(whole -> part.compareTo(whole) > 0))
                        .orElse(false);
    }

    /**
     * Returns the quotient, to 34 significant digits: exact where both parts are, and else the least and the most of
     * the quotients of their ends, rounded outwards, so that the true one always lies within them. The share of a part
     * is capped at the whole, except where the two contradict each other, which a cap would hide.
     *
     * @return the quotient; not defined when the denominator is zero or may be; the numerator or else the denominator
     *     itself when there is no number; without number and bounds when that part is incomplete
     */
    public CellValue value() {
        if (numerator.lowerBound().isEmpty() || denominator.lowerBound().isEmpty()) {
            CellValue part = numerator.lowerBound().isEmpty() ? numerator : denominator;
            return part instanceof CellValue.Incomplete ? CellValue.Incomplete.unknown() : part;
        }
        BigDecimal low = denominator.lowerBound().orElseThrow();
        BigDecimal high = denominator.upperBound().orElseThrow();
        if (low.signum() * high.signum() <= 0) {
            return new CellValue.NotDefined(
                    low.signum() == 0 && high.signum() == 0
                            ? CellValue.Reason.ZERO_DENOMINATOR
                            : CellValue.Reason.UNKNOWN_DENOMINATOR);
        }
        if (isExact()) {
            return CellValue.of(quotient(numerator.lowerBound().orElseThrow(), low, MathContext.DECIMAL128));
        }
        BigDecimal lower = extreme(DOWN, BigDecimal::min);
        BigDecimal upper = extreme(UP, BigDecimal::max);
        BigDecimal whole = BigDecimal.valueOf(per.multiplier());
        boolean capped = partOfWhole && lower.compareTo(whole) <= 0;
        return CellValue.between(lower, capped ? upper.min(whole) : upper);
    }

    /** Returns the smallest or largest of the quotients of the bounds; the denominator's bounds do not reach zero. */
    private BigDecimal extreme(MathContext rounding, BinaryOperator<BigDecimal> choice) {
        return Stream.of(numerator.lowerBound(), numerator.upperBound())
                .flatMap(Optional::stream)
                .flatMap(a -> Stream.of(denominator.lowerBound(), denominator.upperBound())
                        .flatMap(Optional::stream)
                        .map(b -> quotient(a, b, rounding)))
                .reduce(choice)
                .orElseThrow();
    }

    private BigDecimal quotient(BigDecimal above, BigDecimal below, MathContext rounding) {
        return above.multiply(BigDecimal.valueOf(per.multiplier())).divide(below, rounding);
    }
}
