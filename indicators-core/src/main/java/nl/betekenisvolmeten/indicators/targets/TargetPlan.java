package nl.betekenisvolmeten.indicators.targets;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.LedgerAggregator;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Which figures targets ask of deliveries. Immutable.
 *
 * @param structure the columns of the rows
 * @param indicators those whose columns the rows have and that a target is about
 * @param notComparable those of them whose rows were not all counted alike, such as after a change of the form
 * @param targets the targets
 * @param population the inhabitants
 */
public record TargetPlan(
        TableStructure structure,
        List<Indicator> indicators,
        Set<IndicatorId> notComparable,
        List<Target> targets,
        Population population) {

    /** @throws IllegalArgumentException if {@code structure} has no period or no area */
    public TargetPlan {
        indicators = List.copyOf(indicators);
        notComparable = Set.copyOf(notComparable);
        targets = List.copyOf(targets);
        if (structure.timeIndex().isEmpty() || structure.place(AreaLevel.REGIO).isEmpty()) {
            throw new IllegalArgumentException("rows must have a period and an area: " + structure);
        }
    }

    /**
     * Returns a plan.
     *
     * @param structure the columns of the rows
     * @param indicators the indicators of the format that the rows are of; those without a target or columns drop out
     * @param targets the targets
     * @param population the inhabitants
     * @return the plan
     * @throws IllegalArgumentException if the rows have no period or no area
     */
    public static TargetPlan of(
            TableStructure structure, List<Indicator> indicators, List<Target> targets, Population population) {
        Set<IndicatorId> wanted = targets.stream().map(Target::indicator).collect(Collectors.toSet());
        List<Indicator> fed = indicators.stream()
                .filter(one -> wanted.contains(one.id()) && structure.feeds(one.formula()))
                .filter(one -> !one.formula().parts().isEmpty())
                .toList();
        return new TargetPlan(structure, fed, Set.of(), targets, population);
    }

    /**
     * Returns a copy of this plan, with indicators whose rows were not all counted alike.
     *
     * @param ids the indicators
     * @return the plan
     */
    public TargetPlan withNotComparable(Set<IndicatorId> ids) {
        return new TargetPlan(structure, indicators, ids, targets, population);
    }

    /**
     * Returns a collector that has seen no rows yet.
     *
     * @return the collector
     */
    public Collector newCollector() {
        return newCollector(Agreed.NOTHING);
    }

    /**
     * Returns a collector that has seen no rows yet and uses the given agreements.
     *
     * @param agreed the agreements
     * @return the collector
     */
    public Collector newCollector(Agreed agreed) {
        return new Collector(this, agreed);
    }

    /**
     * Returns the figures of a table.
     *
     * @param table the rows
     * @return the figures
     * @throws IllegalArgumentException if the table has another structure
     */
    public DeliveredFigures collect(CountTable table) {
        structure.checkSame(table);
        Collector collector = newCollector();
        table.handTo(collector);
        return collector.result();
    }

    /** Returns the levels and lengths of the totals needed for targets on the indicators of the plan. */
    Set<LevelAndLength> slices() {
        Set<IndicatorId> ids = indicators.stream().map(Indicator::id).collect(Collectors.toSet());
        return targets.stream()
                .filter(target -> ids.contains(target.indicator()))
                .flatMap(target -> LevelAndLength.of(target).stream())
                .collect(Collectors.toSet());
    }

    /**
     * Takes rows one by one and holds what the figures of targets need. The order of rows does not matter. Not thread-safe;
     * a collector per thread, then {@link #combine}.
     */
    public static final class Collector implements RowTaker {

        private final TargetPlan plan;
        private final List<TargetFormula> formulas;
        private final int time;
        private final int place;
        private final Map<LevelAndLength, Totals> totals = new HashMap<>();
        private final Set<DeliveredFigures.Seen> seen = new HashSet<>();
        private final Set<PeriodKind> tooLong = EnumSet.noneOf(PeriodKind.class);

        /** The totals that rows are added to. */
        private record Totals(AggregationPlan plan, LedgerAggregator aggregator) {}

        Collector(TargetPlan plan, Agreed agreed) {
            this.plan = plan;
            formulas = TargetFormula.of(plan.indicators(), plan.structure());
            time = plan.structure().timeIndex().orElseThrow();
            Dimension.Place finest = plan.structure().place(AreaLevel.REGIO).orElseThrow();
            place = plan.structure().dimensionIndex(finest.name()).orElseThrow();
            for (LevelAndLength slice : plan.slices()) {
                plan(slice)
                        .map(one -> one.with(agreed))
                        .ifPresent(one ->
                                totals.put(slice, new Totals(one, LedgerAggregator.of(one, agreed.overlaps()))));
            }
        }

        private Optional<AggregationPlan> plan(LevelAndLength slice) {
            List<Series> series = plan.indicators().stream()
                    .flatMap(indicator -> Series.of(indicator).stream())
                    .toList();
            Dimension periods = plan.structure().dimensions().get(time);
            return plan.structure()
                    .place(slice.level())
                    .map(areas -> new AggregationPlan(
                            plan.structure(),
                            List.of(
                                    new Grouping.ByArea("area", areas.name(), slice.level()),
                                    new Grouping.ByPeriod("period", periods.name(), slice.length())),
                            series,
                            Optional.empty()));
        }

        /**
         * Adds a row.
         *
         * @param observation a row of the plan's structure
         * @throws IllegalArgumentException if the row has other columns, a period that is no CBS code, or an area that cannot
         *     be rolled up
         */
        @Override
        public void accept(Observation observation) {
            accept(observation, observation);
        }

        /**
         * Adds a row that may be of a predecessor.
         *
         * @throws IllegalArgumentException as {@link #accept(Observation)}
         */
        @Override
        public void accept(Observation observation, Observation delivered) {
            plan.structure().checkSize(observation.dimensions(), observation.measures());
            String code = observation.code(time);
            PeriodKind length = Period.ofCode(code).kind();
            seen.add(new DeliveredFigures.Seen(observation.code(place), code));
            totals.forEach((slice, one) -> {
                if (length.months() <= slice.length().months()) {
                    one.aggregator().accept(observation, delivered);
                } else {
                    tooLong.add(slice.length());
                }
            });
        }

        @Override
        public void acceptRejected(RejectedRows rows) {
            totals.values().forEach(one -> one.aggregator().acceptRejected(rows));
        }

        @Override
        public void acceptTotal(OwnTotal total) {
            Set<String> periods = total.codes().get(time);
            total.codes()
                    .get(place)
                    .forEach(area -> periods.forEach(code -> seen.add(new DeliveredFigures.Seen(area, code))));
            totals.values().forEach(one -> one.aggregator().acceptTotal(total));
        }

        @Override
        public void refuse(Observation row) {
            PeriodKind length = Period.ofCode(row.code(time)).kind();
            totals.forEach((slice, one) -> {
                if (length.months() <= slice.length().months()) {
                    one.aggregator().refuse(row);
                }
            });
        }

        /**
         * Adds what another collector of the same plan has seen.
         *
         * @param other the other one; left as it is
         * @throws IllegalArgumentException if its plan is another
         */
        public void combine(Collector other) {
            if (!plan.equals(other.plan)) {
                throw new IllegalArgumentException("collectors of different plans cannot be combined");
            }
            totals.forEach((slice, one) -> Optional.ofNullable(other.totals.get(slice))
                    .ifPresent(theirs -> one.aggregator().combine(theirs.aggregator())));
            seen.addAll(other.seen);
            tooLong.addAll(other.tooLong);
        }

        /**
         * Returns the figures of the rows seen so far.
         *
         * @return the figures
         */
        public DeliveredFigures result() {
            return result(any -> key -> Optional.empty());
        }

        /**
         * Returns the figures of the rows seen so far, given the agreed reports: a figure is incomplete if some of them are
         * missing.
         *
         * @param reports for the totals of a plan, the coverage of the agreed reports by key; empty if none were agreed
         * @return the figures
         */
        public DeliveredFigures result(Function<AggregationPlan, Function<List<String>, Optional<Coverage>>> reports) {
            Map<LevelAndLength, ResultTable> tables = new HashMap<>();
            totals.forEach((slice, one) -> tables.put(slice, one.aggregator().result(reports.apply(one.plan()))));
            return new DeliveredFigures(plan, formulas, tables, seen, tooLong);
        }
    }
}
