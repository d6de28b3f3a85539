package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.ChiSquareTest;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.CrossTable;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.ExactTest;
import nl.betekenisvolmeten.indicators.statistics.FisherExact;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.MoverInterval;
import nl.betekenisvolmeten.indicators.statistics.NormalTest;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.ProportionRatio;
import nl.betekenisvolmeten.indicators.statistics.RateRatio;
import nl.betekenisvolmeten.indicators.statistics.Statistic;
import nl.betekenisvolmeten.indicators.statistics.Statistic.TestResult;

/**
 * A figure and the one it is compared with, of the same kind.
 *
 * @param own the figure of the area
 * @param reference what it is compared with
 * @param fixed whether the reference is taken as known, as a city's value is; otherwise it has a sampling error of its own
 * @param target the reference's value, where the own figure can be tested against it as known: both complete, the value
 *     exact and not negative, and within what the exact methods can do
 */
record ComparedPair(Measured own, Measured reference, boolean fixed, Optional<BigDecimal> target) {

    /** Below this expected count a table is tested exactly. */
    private static final double FEW = 5;

    private static final BigDecimal LARGEST = BigDecimal.valueOf(ExactTest.LARGEST_COUNT);

    static ComparedPair of(Measured own, Measured reference, boolean fixed) {
        Optional<BigDecimal> target = !own.isTestable() || !reference.complete()
                ? Optional.empty()
                : reference
                        .value()
                        .exact()
                        .filter(value -> value.signum() >= 0)
                        .filter(value -> isWithinExact(own, value));
        return new ComparedPair(own, reference, fixed, target);
    }

    /** Returns the difference (own minus reference) with its interval. */
    Comparison.Difference difference(Confidence confidence) {
        CellValue value = Comparison.Difference.between(own.value(), reference.value());
        if (value.lowerBound().isEmpty()) {
            return new Comparison.Difference(value, Optional.empty());
        }
        Optional<Interval> interval = fixed
                ? own.interval(confidence).map(this::minusReference)
                : own.figure(confidence)
                        .flatMap(area ->
                                reference.figure(confidence).map(compared -> MoverInterval.difference(area, compared)));
        return new Comparison.Difference(value, interval);
    }

    /** Returns the difference without an interval, for figures without random variation. */
    Comparison.Difference untestedDifference() {
        return new Comparison.Difference(
                Comparison.Difference.between(own.value(), reference.value()), Optional.empty());
    }

    /** Returns the quotient (own divided by reference) with its interval. */
    Change.Ratio ratio(Confidence confidence) {
        CellValue value = quotient();
        return value.lowerBound().isEmpty()
                ? new Change.Ratio(value, Optional.empty())
                : new Change.Ratio(value, ratioInterval(confidence));
    }

    /** Returns the quotient without an interval, for figures without random variation. */
    Change.Ratio untestedRatio() {
        return new Change.Ratio(quotient(), Optional.empty());
    }

    private CellValue quotient() {
        return BoundedRatio.of(own.value(), reference.value(), Per.ONE).value();
    }

    /**
     * Returns the interval by a method for two groups if there is one, and otherwise the widest that the intervals of
     * the two give; empty if one is missing, or that of the reference reaches zero.
     */
    private Optional<Interval> ratioInterval(Confidence confidence) {
        if (own instanceof Measurement area && hasRatioMethod(area)) {
            return exactRatio(area, (Measurement) reference, confidence)
                    .effect()
                    .map(Statistic.Effect::interval);
        }
        Optional<Interval> above = own.interval(confidence);
        Optional<Interval> below = reference.interval(confidence).filter(limits -> limits.lower() > 0);
        return above.isEmpty() || below.isEmpty()
                ? Optional.empty()
                : Optional.of(Interval.of(
                        above.get().lower() / below.get().upper(),
                        Math.min(
                                Double.MAX_VALUE,
                                above.get().upper() / below.get().lower())));
    }

    /**
     * Returns whether both can be tested and are of independent events, within what exact methods can handle, or a rate
     * of repeated events.
     */
    private boolean hasRatioMethod(Measurement area) {
        return own.isTestable()
                && reference.isTestable()
                && (area.effect().isEmpty() ? together().compareTo(LARGEST) <= 0 : !isShare(area));
    }

    /** Returns the sum that limits exact methods: the wholes of shares, or the events of rates. */
    private BigDecimal together() {
        boolean share = isShare((Measurement) own);
        CellValue one = share ? own.denominator() : own.numerator();
        CellValue other = share ? reference.denominator() : reference.numerator();
        return one.exact().orElseThrow().add(other.exact().orElseThrow());
    }

    private static Statistic exactRatio(Measurement area, Measurement compared, Confidence confidence) {
        if (area.effect().isPresent() && !isShare(area)) {
            return events(area, area.effect().orElseThrow().widest())
                    .ratioTo(
                            events(
                                    compared,
                                    compared.effect().orElse(DesignEffect.ONE).widest()),
                            confidence);
        }
        if (isShare(area)) {
            return ProportionRatio.KOOPMAN.estimate(
                    count(area.numerator()),
                    count(area.denominator()),
                    count(compared.numerator()),
                    count(compared.denominator()),
                    confidence);
        }
        return RateRatio.EXACT.estimate(
                count(area.numerator()),
                area.denominator().exact().orElseThrow().doubleValue(),
                count(compared.numerator()),
                compared.denominator().exact().orElseThrow().doubleValue(),
                confidence);
    }

    private Interval minusReference(Interval limits) {
        return Interval.of(
                limits.lower() - reference.value().upperBound().orElseThrow().doubleValue(),
                limits.upper() - reference.value().lowerBound().orElseThrow().doubleValue());
    }

    /**
     * Returns the p-value of the two-sided test; empty if a part is not exact, complete or counted, or is too large for
     * an exact test. For repeated events the test is at the upper end of the design effect; empty if that is unknown.
     */
    Optional<PValue> pValue() {
        return own.effect().isPresent() ? repeatedPValue(true) : independentPValue();
    }

    /** Returns the p-value at the lower end of the design effect: random variation is at least this large. */
    Optional<PValue> leastPValue() {
        return own.effect().isPresent() ? repeatedPValue(false) : independentPValue();
    }

    private boolean isTestable() {
        return fixed ? target.isPresent() : own.isTestable() && reference.isTestable();
    }

    private Optional<PValue> repeatedPValue(boolean upper) {
        if (!isTestable()) {
            return Optional.empty();
        }
        OptionalDouble ownEffect = effect(own, upper);
        OptionalDouble otherEffect = fixed ? OptionalDouble.of(1) : effect(reference, upper);
        if (ownEffect.isEmpty() || otherEffect.isEmpty()) {
            return Optional.empty();
        }
        if (own instanceof Standardised area) {
            return Optional.of(standardised(area, ownEffect.getAsDouble(), otherEffect.getAsDouble()));
        }
        return isShare((Measurement) own)
                ? Optional.of(repeatedShares(ownEffect.getAsDouble(), otherEffect.getAsDouble()))
                : repeatedRates(ownEffect.getAsDouble(), otherEffect.getAsDouble());
    }

    private static OptionalDouble effect(Measured figure, boolean upper) {
        return figure.effect()
                .map(known -> upper ? known.upper() : OptionalDouble.of(known.lower()))
                .orElse(OptionalDouble.empty());
    }

    private Optional<PValue> repeatedRates(double ownEffect, double otherEffect) {
        DesignEffect.Events area = events(own, ownEffect);
        Statistic test = fixed
                ? area.test(target.orElseThrow().doubleValue() / own.per().multiplier())
                : area.test(events(reference, otherEffect));
        return test.testResult().map(TestResult::pValue);
    }

    private static DesignEffect.Events events(Measured figure, double effect) {
        return new DesignEffect.Events(
                figure.numerator().exact().orElseThrow().doubleValue(),
                figure.denominator().exact().orElseThrow().doubleValue(),
                effect);
    }

    /** Returns the p-value of the score test of two shares, the variance of each multiplied by its design effect. */
    private PValue repeatedShares(double ownEffect, double otherEffect) {
        double size = own.denominator().exact().orElseThrow().doubleValue();
        double share = share(own.value().exact().orElseThrow());
        double other = share(reference.value().exact().orElseThrow());
        if (fixed) {
            return NormalTest.twoSided(share - other, Math.sqrt(ownEffect * other * (1 - other) / size));
        }
        double otherSize = reference.denominator().exact().orElseThrow().doubleValue();
        double together = (share * size + other * otherSize) / (size + otherSize);
        double variance = together * (1 - together) * (ownEffect / size + otherEffect / otherSize);
        return NormalTest.twoSided(share - other, Math.sqrt(variance));
    }

    private Optional<PValue> independentPValue() {
        if (!isTestable()) {
            return Optional.empty();
        }
        if (own instanceof Standardised area) {
            return Optional.of(standardised(area, 1, 1));
        }
        Measurement area = (Measurement) own;
        return fixed ? Optional.of(againstFixed(area)) : twoSamples(area, (Measurement) reference);
    }

    private PValue standardised(Standardised area, double ownEffect, double otherEffect) {
        BigDecimal difference = own.value()
                .exact()
                .orElseThrow()
                .subtract(reference.value().exact().orElseThrow());
        double error = area.standardError() * Math.sqrt(ownEffect);
        double other = fixed || !(reference instanceof Standardised compared)
                ? 0
                : compared.standardError() * Math.sqrt(otherEffect);
        return NormalTest.twoSided(difference.doubleValue(), Math.hypot(error, other));
    }

    private static boolean isWithinExact(Measured own, BigDecimal value) {
        if (!(own instanceof Measurement area)) {
            return true;
        }
        BigDecimal denominator = own.denominator().exact().orElseThrow();
        if (isShare(area)) {
            return denominator.compareTo(LARGEST) <= 0;
        }
        // without dividing: what is expected is value x denominator / per
        BigDecimal limit = LARGEST.multiply(BigDecimal.valueOf(own.per().multiplier()));
        return own.numerator().exact().orElseThrow().compareTo(LARGEST) <= 0
                && value.multiply(denominator).compareTo(limit) <= 0;
    }

    private static boolean isShare(Measurement figure) {
        return figure.kind() == Measurement.Kind.SHARE;
    }

    private PValue againstFixed(Measurement area) {
        BigDecimal value = target.orElseThrow();
        long count = count(area.numerator());
        return isShare(area)
                ? ExactTest.binomial(count, count(area.denominator()), share(value))
                : ExactTest.poisson(count, expected(value));
    }

    /** Returns a value of this pair as a share of 1. */
    double share(BigDecimal value) {
        return value.divide(BigDecimal.valueOf(own.per().multiplier()), MathContext.DECIMAL128)
                .doubleValue();
    }

    /**
     * Returns the events expected at a value. Rounded once, as close to a whole number the last digit decides which
     * counts are as likely as the observed one.
     */
    double expected(BigDecimal value) {
        return value.multiply(own.denominator().exact().orElseThrow())
                .divide(BigDecimal.valueOf(own.per().multiplier()), MathContext.DECIMAL128)
                .doubleValue();
    }

    static long count(CellValue value) {
        return value.exact().orElseThrow().longValueExact();
    }

    private Optional<PValue> twoSamples(Measurement area, Measurement compared) {
        if (together().compareTo(LARGEST) > 0) {
            return Optional.empty();
        }
        return isShare(area) ? shares(area, compared) : rates(area, compared);
    }

    private static Optional<PValue> rates(Measurement area, Measurement compared) {
        return RateRatio.EXACT
                .test(
                        count(area.numerator()),
                        area.denominator().exact().orElseThrow().doubleValue(),
                        count(compared.numerator()),
                        compared.denominator().exact().orElseThrow().doubleValue())
                .testResult()
                .map(TestResult::pValue);
    }

    private static Optional<PValue> shares(Measurement area, Measurement compared) {
        long x1 = count(area.numerator());
        long x2 = count(compared.numerator());
        long n1 = count(area.denominator());
        long n2 = count(compared.denominator());
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
