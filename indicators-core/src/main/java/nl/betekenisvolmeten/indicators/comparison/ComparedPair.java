package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.ChiSquareTest;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.CrossTable;
import nl.betekenisvolmeten.indicators.statistics.ExactTest;
import nl.betekenisvolmeten.indicators.statistics.FisherExact;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.MoverInterval;
import nl.betekenisvolmeten.indicators.statistics.NormalTest;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.RateRatio;
import nl.betekenisvolmeten.indicators.statistics.Statistic.TestResult;

/**
 * One figure beside another of the same kind.
 *
 * @param own the figure that is spoken of
 * @param other what it is put beside
 * @param fixed whether the other is taken as known, as a city's value is; else it has a sampling error of its own
 * @param reference the other's value, where the own can be tested against it as known: both complete, the value exact and
 *     not negative, and within what the exact methods can do
 */
record ComparedPair(Measured own, Measured other, boolean fixed, Optional<BigDecimal> reference) {

    /** Below this expected count a table is tested exactly. */
    private static final double FEW = 5;

    private static final BigDecimal LARGEST = BigDecimal.valueOf(ExactTest.LARGEST_COUNT);

    static ComparedPair of(Measured own, Measured other, boolean fixed) {
        Optional<BigDecimal> reference = !own.isTestable() || !other.complete()
                ? Optional.empty()
                : other.value().exact().filter(value -> value.signum() >= 0).filter(value -> isWithinExact(own, value));
        return new ComparedPair(own, other, fixed, reference);
    }

    /** One less the other, with what chance and bounds leave open. */
    Difference difference(Confidence confidence) {
        CellValue value = Difference.between(own.value(), other.value());
        if (value.least().isEmpty()) {
            return new Difference(value, Optional.empty());
        }
        Optional<Interval> interval = fixed
                ? own.interval(confidence).map(this::lessTheOther)
                : own.figure(confidence)
                        .flatMap(one -> other.figure(confidence).map(two -> MoverInterval.difference(one, two)));
        return new Difference(value, interval);
    }

    private Interval lessTheOther(Interval limits) {
        return Interval.of(
                limits.lower() - other.value().most().orElseThrow().doubleValue(),
                limits.upper() - other.value().least().orElseThrow().doubleValue());
    }

    /** The two-sided test; empty where a part is not exact, complete or counted, or too large for an exact one. */
    Optional<PValue> pValue() {
        if (fixed ? reference.isEmpty() : !own.isTestable() || !other.isTestable()) {
            return Optional.empty();
        }
        if (own instanceof Standardised area) {
            double error = fixed || !(other instanceof Standardised reference)
                    ? area.standardError()
                    : Math.hypot(area.standardError(), reference.standardError());
            return Optional.of(NormalTest.twoSided(difference().doubleValue(), error));
        }
        Measurement one = (Measurement) own;
        return fixed ? Optional.of(againstFixed(one)) : twoSamples(one, (Measurement) other);
    }

    private BigDecimal difference() {
        return own.value().exact().orElseThrow().subtract(other.value().exact().orElseThrow());
    }

    private static boolean isWithinExact(Measured own, BigDecimal value) {
        if (!(own instanceof Measurement one)) {
            return true;
        }
        BigDecimal denominator = own.denominator().exact().orElseThrow();
        if (isShare(one)) {
            return denominator.compareTo(LARGEST) <= 0;
        }
        // without dividing: what is expected is value x denominator / per
        BigDecimal most = LARGEST.multiply(BigDecimal.valueOf(own.per().multiplier()));
        return own.numerator().exact().orElseThrow().compareTo(LARGEST) <= 0
                && value.multiply(denominator).compareTo(most) <= 0;
    }

    private static boolean isShare(Measurement one) {
        return one.kind() == Measurement.Kind.SHARE;
    }

    private PValue againstFixed(Measurement one) {
        BigDecimal value = reference.orElseThrow();
        long count = count(one.numerator());
        return isShare(one)
                ? ExactTest.binomial(count, count(one.denominator()), share(value))
                : ExactTest.poisson(count, expected(value));
    }

    /** The other's value as a share of 1. */
    double share(BigDecimal value) {
        return value.divide(BigDecimal.valueOf(own.per().multiplier()), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** Rounded once: next to a whole number the last digit decides which counts are as likely as the one seen. */
    double expected(BigDecimal value) {
        return value.multiply(own.denominator().exact().orElseThrow())
                .divide(BigDecimal.valueOf(own.per().multiplier()), MathContext.DECIMAL128)
                .doubleValue();
    }

    static long count(CellValue value) {
        return value.exact().orElseThrow().longValueExact();
    }

    private static Optional<PValue> twoSamples(Measurement one, Measurement two) {
        CellValue[] sizes = isShare(one)
                ? new CellValue[] {one.denominator(), two.denominator()}
                : new CellValue[] {one.numerator(), two.numerator()};
        BigDecimal together =
                sizes[0].exact().orElseThrow().add(sizes[1].exact().orElseThrow());
        if (together.compareTo(LARGEST) > 0) {
            return Optional.empty();
        }
        return isShare(one) ? shares(one, two) : rates(one, two);
    }

    private static Optional<PValue> rates(Measurement one, Measurement two) {
        return RateRatio.EXACT
                .test(
                        count(one.numerator()),
                        one.denominator().exact().orElseThrow().doubleValue(),
                        count(two.numerator()),
                        two.denominator().exact().orElseThrow().doubleValue())
                .testResult()
                .map(TestResult::pValue);
    }

    private static Optional<PValue> shares(Measurement one, Measurement two) {
        long x1 = count(one.numerator());
        long x2 = count(two.numerator());
        long n1 = count(one.denominator());
        long n2 = count(two.denominator());
        long had = x1 + x2;
        long not = n1 + n2 - had;
        if (had == 0 || not == 0) {
            return Optional.of(PValue.of(1));
        }
        CrossTable table = CrossTable.ofGroups(new long[] {x1, x2}, new long[] {n1, n2});
        double fewest = (double) Math.min(had, not) * Math.min(n1, n2) / (n1 + n2);
        return fewest < FEW
                ? Optional.of(FisherExact.test(table).pValue())
                : ChiSquareTest.independence(table, ChiSquareTest.Continuity.NONE)
                        .testResult()
                        .map(TestResult::pValue);
    }
}
