package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.DirectMethod;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.IntervalMethod;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;

/**
 * A rate with the ages of a standard. Events whose age was not asked may be of any age, so they make the value
 * bounded: all of them where they count least, or all where they count most.
 *
 * @param own the rate with the area's own ages
 * @param parts the age strata, from young to old; none where the rows cannot be split
 */
record Standardised(Measurement own, List<Part> parts) implements Measured {

    private static final DirectMethod METHOD = DirectMethod.DOBSON_BYAR;

    /**
     * What is known of a stratum.
     *
     * @param count the events
     * @param population the inhabitants; empty when not known
     * @param weight the persons of the standard
     */
    record Part(CellValue count, OptionalLong population, double weight) {

        /** Returns the weight of one event. */
        double factor() {
            return weight / population.orElseThrow();
        }
    }

    @Override
    public CellValue numerator() {
        return own.numerator();
    }

    @Override
    public CellValue denominator() {
        return own.denominator();
    }

    @Override
    public Per per() {
        return own.per();
    }

    @Override
    public boolean complete() {
        return own.complete();
    }

    @Override
    public CellValue crude() {
        return own.value();
    }

    @Override
    public Optional<IntervalMethod> method() {
        return own.method().map(any -> METHOD);
    }

    @Override
    public CellValue value() {
        if (own.value().lowerBound().isEmpty()) {
            return own.value();
        }
        Optional<CellValue.Reason> refusal = refusal();
        if (refusal.isPresent()) {
            return new CellValue.NotDefined(refusal.get());
        }
        BigDecimal lower = CellValue.of(estimate(false, Confidence.P95).value()).value();
        BigDecimal upper = CellValue.of(estimate(true, Confidence.P95).value()).value();
        return CellValue.between(lower, upper.max(lower));
    }

    private Optional<CellValue.Reason> refusal() {
        boolean known = !parts.isEmpty()
                && parts.stream()
                        .allMatch(part -> part.population().isPresent()
                                && part.count().lowerBound().isPresent());
        if (!known) {
            return Optional.of(CellValue.Reason.NO_AGE_CLASSES);
        }
        if (parts.stream().anyMatch(part -> part.population().getAsLong() <= 0)) {
            return Optional.of(CellValue.Reason.ZERO_DENOMINATOR);
        }
        long fewest = events(false).stream().mapToLong(Long::longValue).sum();
        boolean few = fewest < DirectMethod.FEWEST_EVENTS
                || parts.stream()
                        .anyMatch(
                                part -> part.count().lowerBound().orElseThrow().signum() < 0);
        return few ? Optional.of(CellValue.Reason.TOO_FEW_EVENTS) : Optional.empty();
    }

    @Override
    public Optional<DesignEffect> effect() {
        return own.effect();
    }

    @Override
    public boolean isCountable() {
        return value().lowerBound().isPresent() && own.isCountable();
    }

    @Override
    public Optional<Interval> interval(Confidence confidence) {
        return isCountable()
                ? Optional.of(Interval.of(
                        estimate(false, confidence).interval().lower(),
                        estimate(true, confidence).interval().upper()))
                : Optional.empty();
    }

    /** Returns whether the figure is exact: only where every event has an age. */
    @Override
    public boolean isExact() {
        return own.isExact() && value().exact().isPresent();
    }

    /** Returns the standard error of an exact value, in its unit: √(Σ w² x / n²) / Σ w. */
    double standardError() {
        List<Long> events = events(false);
        double variance = 0;
        double weights = 0;
        for (int i = 0; i < parts.size(); i++) {
            double factor = parts.get(i).factor();
            variance += factor * factor * events.get(i);
            weights += parts.get(i).weight();
        }
        return per().multiplier() * Math.sqrt(variance) / weights;
    }

    private Estimate estimate(boolean upper, Confidence confidence) {
        List<Long> events = events(upper);
        // the design effect of all ages is taken for that of each
        double factor = own.effect().map(DesignEffect::widest).orElse(1.0);
        List<DirectMethod.Stratum> strata = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            long count = events.get(i);
            strata.add(new DirectMethod.Stratum(
                    count,
                    (long) Math.ceil(factor * count),
                    (double) part.population().getAsLong(),
                    part.weight()));
        }
        return METHOD.estimate(strata, per(), confidence).estimate().orElseThrow();
    }

    /** Returns the events of each stratum that make the rate smallest or largest. */
    private List<Long> events(boolean upper) {
        List<Long> events = new ArrayList<>();
        int place = 0;
        for (int i = 0; i < parts.size(); i++) {
            CellValue count = parts.get(i).count();
            events.add((upper ? count.upperBound() : count.lowerBound())
                    .orElseThrow()
                    .longValueExact());
            boolean further = upper
                    ? parts.get(i).factor() > parts.get(place).factor()
                    : parts.get(i).factor() < parts.get(place).factor();
            place = further ? i : place;
        }
        events.set(place, Math.addExact(events.get(place), withoutAge(upper)));
        return events;
    }

    /** Returns the events of unknown age, at least or at most: what is left of the total. */
    private long withoutAge(boolean upper) {
        BigDecimal total = (upper ? numerator().upperBound() : numerator().lowerBound()).orElseThrow();
        BigDecimal known = parts.stream()
                .map(part -> part.count().upperBound().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return total.subtract(known).max(BigDecimal.ZERO).longValueExact();
    }
}
