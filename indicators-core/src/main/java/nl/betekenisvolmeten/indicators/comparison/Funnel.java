package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.NormalTest;
import nl.betekenisvolmeten.indicators.statistics.Overdispersion;
import nl.betekenisvolmeten.indicators.statistics.PValue;

/**
 * The funnel of an indicator around its city's value, widened where areas differ in more than chance and that was asked
 * for.
 *
 * @param overdispersion what widens it; empty where nothing does
 */
record Funnel(Optional<Overdispersion> overdispersion) {

    static Funnel of(List<ComparedPair> areas, ComparisonOptions.Dispersion dispersion) {
        if (dispersion == ComparisonOptions.Dispersion.NONE) {
            return new Funnel(Optional.empty());
        }
        List<Overdispersion.Deviation> deviations = areas.stream()
                .flatMap(area -> area
                        .target()
                        .filter(target -> error(area, target) > 0)
                        .map(target ->
                                new Overdispersion.Deviation(value(area), target.doubleValue(), error(area, target)))
                        .stream())
                .toList();
        return new Funnel(
                Overdispersion.of(deviations, Overdispersion.USUAL_SHARE).filter(found -> found.betweenVariance() > 0));
    }

    private static double value(ComparedPair area) {
        return area.own().value().exact().orElseThrow().doubleValue();
    }

    /** Returns the standard error that the area's figure would have if the city's value were true. */
    private static double error(ComparedPair area, BigDecimal target) {
        if (!(area.own() instanceof Measurement own)) {
            return 0;
        }
        double size = own.denominator().exact().orElseThrow().doubleValue();
        double share = area.share(target);
        double variance = own.kind() == Measurement.Kind.SHARE ? share * (1 - share) : share;
        return own.per().multiplier() * Math.sqrt(variance / size);
    }

    /**
     * Returns the place of an area in the funnel; empty if nothing can be tested, nothing is expected, or ages were
     * standardised.
     */
    Optional<FunnelClass> place(ComparedPair area) {
        if (!(area.own() instanceof Measurement own)) {
            return Optional.empty();
        }
        if (own.effect().isPresent()) {
            return ofRepeatedEvents(area);
        }
        return area.target().flatMap(target -> {
            if (overdispersion.isPresent()) {
                return Optional.of(widened(area, target));
            }
            long count = ComparedPair.count(own.numerator());
            return own.kind() == Measurement.Kind.SHARE
                    ? FunnelClass.ofProportion(count, ComparedPair.count(own.denominator()), area.share(target))
                    : FunnelClass.ofCount(count, area.expected(target));
        });
    }

    /**
     * Returns the place on which both ends of the design effect agree; one within the lines at the lower end needs no
     * upper end.
     */
    private static Optional<FunnelClass> ofRepeatedEvents(ComparedPair area) {
        Optional<FunnelClass> least = area.leastPValue().map(value -> place(area, value));
        Optional<FunnelClass> most = area.pValue().map(value -> place(area, value));
        return least.filter(place -> place == FunnelClass.SIMILAR || most.equals(least));
    }

    private static FunnelClass place(ComparedPair area, PValue value) {
        boolean high = value(area) > area.target().orElseThrow().doubleValue();
        if (value.value() < 1 - Confidence.P998.level()) {
            return high ? FunnelClass.HIGH_998 : FunnelClass.LOW_998;
        }
        if (value.value() < 1 - Confidence.P95.level()) {
            return high ? FunnelClass.HIGH_95 : FunnelClass.LOW_95;
        }
        return FunnelClass.SIMILAR;
    }

    private FunnelClass widened(ComparedPair area, BigDecimal target) {
        Interval far = limits(area, target, Confidence.P998);
        Interval near = limits(area, target, Confidence.P95);
        double value = value(area);
        if (!far.contains(value)) {
            return value > far.upper() ? FunnelClass.HIGH_998 : FunnelClass.LOW_998;
        }
        if (!near.contains(value)) {
            return value > near.upper() ? FunnelClass.HIGH_95 : FunnelClass.LOW_95;
        }
        return FunnelClass.SIMILAR;
    }

    private Interval limits(ComparedPair area, BigDecimal target, Confidence confidence) {
        return overdispersion.orElseThrow().limits(target.doubleValue(), error(area, target), confidence);
    }

    /** Returns the p-value of the test against the city, which includes the variance between areas if that is known. */
    Optional<PValue> pValue(ComparedPair area) {
        Optional<BigDecimal> target = area.target().filter(any -> overdispersion.isPresent());
        if (target.isPresent()) {
            double error = error(area, target.get());
            double between = overdispersion.orElseThrow().betweenVariance();
            double all = Math.sqrt(error * error + between);
            return Optional.of(NormalTest.twoSided(value(area) - target.get().doubleValue(), all));
        }
        return area.pValue();
    }
}
