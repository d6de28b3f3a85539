package nl.betekenisvolmeten.indicators.comparison;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;

/**
 * Takes rows one by one for a comparison. The order of rows does not matter. Not thread-safe; a comparer per thread,
 * then {@link #combine}.
 */
public final class Comparer implements Consumer<Observation> {

    private final ComparisonPlan plan;
    private final int time;
    private final Aggregator areas;
    private final Aggregator cities;
    private final Optional<Aggregator> byReporter;

    Comparer(ComparisonPlan plan) {
        this.plan = plan;
        time = plan.structure().timeIndex().orElseThrow();
        areas = aggregator(groupings(plan.level()));
        cities = aggregator(groupings(AreaLevel.GEMEENTE));
        byReporter = plan.options().change() ? Optional.of(aggregator(Matched.groupings(plan))) : Optional.empty();
    }

    private List<Grouping> groupings(AreaLevel level) {
        Dimension.Place place = ComparisonPlan.place(plan.structure(), plan.level());
        Dimension timeDimension = plan.structure().dimensions().get(time);
        return List.of(
                new Grouping.ByArea("area", place.name(), level),
                plan.period().isPresent()
                        ? new Grouping.ByPeriod(
                                "period",
                                timeDimension.name(),
                                plan.period().get().kind())
                        : new Grouping.ByColumn(timeDimension.name()));
    }

    private Aggregator aggregator(List<Grouping> groupings) {
        List<Series> series = IndicatorSeries.of(plan).stream()
                .flatMap(indicator -> indicator.series().stream())
                .toList();
        return new AggregationPlan(plan.structure(), groupings, series, Optional.empty()).newAggregator();
    }

    /**
     * Adds a row; one outside the plan's period does not count.
     *
     * @param observation a row of the plan's structure
     * @throws IllegalArgumentException if the row has other columns or an area that cannot be rolled up, or the plan has
     *     a period and the row's is no CBS code
     */
    @Override
    public void accept(Observation observation) {
        if (observation.dimensions() != plan.structure().dimensions().size()) {
            throw new IllegalArgumentException("a row of another structure: of " + observation.dimensions()
                    + " dimensions and " + observation.measures() + " measures");
        }
        if (plan.period().isEmpty()
                || isWithin(observation.code(time), plan.period().get())) {
            areas.accept(observation);
            cities.accept(observation);
            byReporter.ifPresent(aggregator -> aggregator.accept(observation));
        } else if (isWithin(observation.code(time), plan.period().get().previous())) {
            byReporter.ifPresent(aggregator -> aggregator.accept(observation));
        }
    }

    private static boolean isWithin(String code, Period period) {
        return Period.parseCode(code)
                .map(period::contains)
                .orElseThrow(() -> new IllegalArgumentException("not a CBS period code: '" + code + "'"));
    }

    /**
     * Adds what another comparer of the same plan has seen.
     *
     * @param other the other one; left as it is
     * @throws IllegalArgumentException if its plan is another
     */
    public void combine(Comparer other) {
        areas.combine(other.areas);
        cities.combine(other.cities);
        byReporter.ifPresent(own -> other.byReporter.ifPresent(own::combine));
    }

    /**
     * The comparison of the rows seen so far.
     *
     * @return the comparison
     */
    public Comparison result() {
        Optional<Matched> matched = byReporter.map(aggregator -> Matched.of(plan, aggregator));
        return new ComparisonAssembler(plan, areas.result(), cities.result(), matched).assemble();
    }
}
