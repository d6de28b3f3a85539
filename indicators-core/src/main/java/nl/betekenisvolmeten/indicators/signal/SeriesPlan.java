package nl.betekenisvolmeten.indicators.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;

/**
 * The indicators to follow over time, and the areas to follow them in. Immutable.
 *
 * @param structure the columns of the rows
 * @param indicators the indicators that can be followed
 * @param excluded the indicators that cannot be followed: their columns are absent, they are not meant for areas of the
 *     level, or they are based on answers to an unknown questionnaire
 * @param level the areas
 * @param population the inhabitants, the same for every period
 * @param breaks where series start afresh
 */
public record SeriesPlan(
        TableStructure structure,
        List<Indicator> indicators,
        List<IndicatorId> excluded,
        AreaLevel level,
        Population population,
        List<TrendBreak> breaks) {

    /** @throws IllegalArgumentException if {@code structure} has no time, or no areas to roll up to {@code level} */
    public SeriesPlan {
        indicators = List.copyOf(indicators);
        excluded = List.copyOf(excluded);
        breaks = List.copyOf(breaks);
        structure.requiredPlace(level);
        if (structure.timeIndex().isEmpty()) {
            throw new IllegalArgumentException("rows must have a period: " + structure);
        }
    }

    /**
     * Returns a plan without breaks. Indicators that cannot be followed are left out.
     *
     * @param structure the columns of the rows
     * @param indicators the indicators asked for
     * @param level the areas
     * @param population the inhabitants
     * @return the plan
     * @throws IllegalArgumentException if the rows have no time or no areas to roll up to the level
     */
    public static SeriesPlan of(
            TableStructure structure, List<Indicator> indicators, AreaLevel level, Population population) {
        List<Indicator> kept = new ArrayList<>();
        List<IndicatorId> excluded = new ArrayList<>();
        for (Indicator indicator : indicators) {
            // answers whose questionnaire is not known have no parts
            boolean known = !indicator.formula().parts().isEmpty();
            if (indicator.levels().contains(level) && known && structure.feeds(indicator.formula())) {
                kept.add(indicator);
            } else {
                excluded.add(indicator.id());
            }
        }
        return new SeriesPlan(structure, kept, excluded, level, population, List.of());
    }

    /**
     * Returns a copy of this plan with breaks.
     *
     * @param newBreaks where series start afresh
     * @return the plan
     */
    public SeriesPlan withBreaks(List<TrendBreak> newBreaks) {
        return new SeriesPlan(structure, indicators, excluded, level, population, newBreaks);
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
     * Returns a collector that has seen no rows yet and uses the given agreements and successions. A series includes
     * only organisations that reported in all of its periods, so other agreed reports do not affect it.
     *
     * @param agreed the agreements
     * @return the collector
     */
    public Collector newCollector(Agreed agreed) {
        return new Collector(this, agreed);
    }

    AreaHierarchy areas() {
        return structure.requiredPlace(level).areas();
    }

    Dimension.Place place() {
        return structure.requiredPlace(level);
    }

    /**
     * A place where a series begins anew: figures before it and from it on were not made in the same way, and are not
     * compared.
     *
     * @param area where; empty for all areas
     * @param since the first period of the new way
     */
    public record TrendBreak(Optional<AreaCode> area, Period since) {

        /**
         * Returns a break in all areas, such as a new version of a form.
         *
         * @param since the first period of the new way
         * @return the break
         */
        public static TrendBreak everywhere(Period since) {
            return new TrendBreak(Optional.empty(), since);
        }

        /**
         * Returns a break in one area, such as another organisation that took over the work.
         *
         * @param area where
         * @param since the first period of the new way
         * @return the break
         */
        public static TrendBreak in(AreaCode area, Period since) {
            return new TrendBreak(Optional.of(area), since);
        }

        boolean isIn(AreaCode other) {
            return area.isEmpty() || area.get().equals(other);
        }
    }

    /**
     * Takes rows one by one for series. The order of rows does not matter. Not thread-safe; a collector per thread, then
     * {@link #combine}.
     */
    public static final class Collector implements RowTaker {

        private final SeriesPlan plan;
        private final Aggregator totals;

        Collector(SeriesPlan plan, Agreed agreed) {
            this.plan = plan;
            List<Series> series = plan.indicators().stream()
                    .flatMap(indicator -> Series.of(indicator).stream())
                    .toList();
            totals = new AggregationPlan(plan.structure(), groupings(), series, Optional.empty())
                    .with(agreed)
                    .newAggregator();
        }

        private List<Grouping> groupings() {
            List<Dimension> dimensions = plan.structure().dimensions();
            List<Grouping> groupings = new ArrayList<>();
            groupings.add(new Grouping.ByArea("area", plan.place().name(), plan.level()));
            groupings.add(new Grouping.ByColumn(
                    dimensions.get(plan.structure().timeIndex().orElseThrow()).name()));
            plan.structure()
                    .reporterIndex()
                    .ifPresent(index -> groupings.add(
                            new Grouping.ByColumn(dimensions.get(index).name())));
            return groupings;
        }

        /**
         * Adds a row.
         *
         * @param observation a row of the plan's structure
         * @throws IllegalArgumentException if the row has other columns or an area that cannot be rolled up
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
            totals.accept(observation, delivered);
        }

        @Override
        public void acceptRejected(RejectedRows rows) {
            totals.acceptRejected(rows);
        }

        @Override
        public void acceptTotal(OwnTotal total) {
            totals.acceptTotal(total);
        }

        @Override
        public void refuse(Observation row) {
            totals.refuse(row);
        }

        /**
         * Adds what another collector of the same plan has seen.
         *
         * @param other the other one; left as it is
         * @throws IllegalArgumentException if its plan is another
         */
        public void combine(Collector other) {
            totals.combine(other.totals);
        }

        /**
         * Returns the series of the rows seen so far. Rows whose period is no CBS code, or longer than the shortest one there
         * is, have no place in them.
         *
         * @return by indicator in the plan's order, then area code; an area on which nobody reported has no series. The
         *     findings are those of the totals, such as one that is too large
         */
        public Checked<List<AreaSeries>> result() {
            return result(List.of());
        }

        /**
         * Returns the series of the rows seen so far, with breaks that were found in these rows.
         *
         * @param found where series begin anew, besides the breaks of the plan
         * @return as {@link #result()}
         */
        public Checked<List<AreaSeries>> result(List<TrendBreak> found) {
            List<TrendBreak> breaks = new ArrayList<>(plan.breaks());
            breaks.addAll(found);
            Panel panel = new Panel(plan.withBreaks(breaks), totals.keys());
            ResultTable table = totals.regrouped(groupings().subList(0, 2), panel::keep);
            Map<AreaCode, Map<Period, ResultTable.Row>> rows = new TreeMap<>();
            for (ResultTable.Row row : table.rows()) {
                rows.computeIfAbsent(AreaCode.of(row.key().get(0)), any -> new TreeMap<>())
                        .put(Period.ofCode(row.key().get(1)), row);
            }
            List<Area> areas = plan.areas().areas(plan.level()).stream()
                    .filter(area -> !panel.periods(area.code()).isEmpty())
                    .sorted(Comparator.comparing(Area::code))
                    .toList();
            List<AreaSeries> series = new ArrayList<>();
            for (FormulaSeries formula : FormulaSeries.of(plan)) {
                areas.forEach(
                        area -> series.add(series(formula, area, panel, rows.getOrDefault(area.code(), Map.of()))));
            }
            return Checked.of(List.copyOf(series), table.findings());
        }

        private static AreaSeries series(
                FormulaSeries formula, Area area, Panel panel, Map<Period, ResultTable.Row> rows) {
            List<AreaSeries.Point> points = panel.periods(area.code()).stream()
                    .map(period -> point(formula, area, panel.place(area.code(), period), rows.get(period)))
                    .toList();
            return new AreaSeries(
                    area,
                    formula.indicator(),
                    formula.kind(),
                    formula.indicator().formula().per(),
                    points);
        }

        private static AreaSeries.Point point(
                FormulaSeries formula, Area area, Panel.Place place, ResultTable.@Nullable Row row) {
            CellValue missing = new CellValue.Missing();
            CellValue[] parts = row == null
                    ? new CellValue[] {missing, missing, missing}
                    : formula.measure(row.figures(), area.code());
            boolean complete = row != null && formula.isComplete(row.figures());
            return new AreaSeries.Point(
                    place.period(),
                    place.stretch(),
                    parts[0],
                    parts[1],
                    parts[2],
                    complete,
                    place.reporters(),
                    place.excluded());
        }
    }
}
