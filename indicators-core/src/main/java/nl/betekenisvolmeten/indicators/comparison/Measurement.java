package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.Estimate;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.Per;
import nl.betekenisvolmeten.indicators.statistics.ProportionMethod;
import nl.betekenisvolmeten.indicators.statistics.RateMethod;
import nl.betekenisvolmeten.indicators.statistics.Statistic;

/**
 * A numerator over a denominator, with what is not known of either. Where a part is only known between bounds, the
 * value and the interval are made at the bounds that make them widest: a limit rises with the numerator and falls with
 * the denominator.
 *
 * @param kind how chance is reckoned with
 * @param per what the value is expressed per
 * @param numerator what was counted
 * @param denominator of how many
 * @param complete whether no cell of either was left empty
 */
record Measurement(Kind kind, Per per, CellValue numerator, CellValue denominator, boolean complete) {

    private static final MathContext DOWN = new MathContext(34, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);

    enum Kind {
        /** Part of a whole: Wilson. */
        SHARE(ProportionMethod.WILSON.code()),
        /** Counted events by exposure: Byar, exact below ten. */
        RATE(RateMethod.BYAR_EXACT.code()),
        /** Not counted, such as hours: no interval. */
        QUOTIENT("none");

        private final String method;

        Kind(String method) {
            this.method = method;
        }

        String method() {
            return method;
        }
    }

    boolean isExact() {
        return numerator.exact().isPresent() && denominator.exact().isPresent();
    }

    CellValue value() {
        if (numerator.least().isEmpty() || denominator.least().isEmpty()) {
            return numerator.least().isEmpty() ? numerator : denominator;
        }
        BigDecimal fewest = denominator.least().orElseThrow();
        BigDecimal most = denominator.most().orElseThrow();
        if (fewest.signum() <= 0) {
            return new CellValue.NotDefined(
                    most.signum() == 0 ? CellValue.Reason.ZERO_DENOMINATOR : CellValue.Reason.UNKNOWN_DENOMINATOR);
        }
        if (kind == Kind.SHARE && numerator.least().orElseThrow().compareTo(most) > 0) {
            // a part above its whole: what was delivered of the whole is not all of it
            return new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR);
        }
        if (isExact()) {
            return CellValue.of(quotient(numerator.least().orElseThrow(), most, MathContext.DECIMAL128));
        }
        // bounds are rounded outwards: the true value never lies beside them
        BigDecimal lower = quotient(numerator.least().orElseThrow(), most, DOWN);
        BigDecimal upper = quotient(numerator.most().orElseThrow(), fewest, UP);
        BigDecimal whole = BigDecimal.valueOf(per.multiplier());
        return CellValue.between(lower, kind == Kind.SHARE ? upper.min(whole) : upper);
    }

    private BigDecimal quotient(BigDecimal above, BigDecimal below, MathContext rounding) {
        return above.multiply(BigDecimal.valueOf(per.multiplier())).divide(below, rounding);
    }

    /** Empty too where corrections made a count negative: chance cannot be reckoned with then. */
    Optional<Interval> interval(Confidence confidence) {
        if (kind == Kind.QUOTIENT
                || value().least().isEmpty()
                || numerator.least().orElseThrow().signum() < 0) {
            return Optional.empty();
        }
        Optional<Estimate> low = estimate(numerator.least(), denominator.most(), confidence);
        Optional<Estimate> high = estimate(numerator.most(), denominator.least(), confidence);
        return low.isEmpty() || high.isEmpty()
                ? Optional.empty()
                : Optional.of(Interval.of(
                        low.get().interval().lower(), high.get().interval().upper()));
    }

    private Optional<Estimate> estimate(Optional<BigDecimal> above, Optional<BigDecimal> below, Confidence confidence) {
        long count = above.orElseThrow().longValueExact();
        Statistic statistic;
        if (kind == Kind.SHARE) {
            long n = below.orElseThrow().longValueExact();
            statistic = ProportionMethod.WILSON.estimate(Math.min(count, n), n, per, confidence);
        } else {
            statistic =
                    RateMethod.BYAR_EXACT.estimate(count, below.orElseThrow().doubleValue(), per, confidence);
        }
        return statistic.estimate();
    }
}
