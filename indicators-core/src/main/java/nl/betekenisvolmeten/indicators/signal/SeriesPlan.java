package nl.betekenisvolmeten.indicators.signal;

import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Which indicators to follow over time, and in which areas. Immutable.
 *
 * @param structure the columns of the rows
 * @param indicators the indicators that can be followed
 * @param excluded those that cannot: their columns are not there, they are not meant for areas of the level, or they are made
 *     of answers
 * @param level the areas
 * @param population the inhabitants, the same for every period
 * @param breaks where series begin anew
 */
public record SeriesPlan(
        TableStructure structure,
        List<Indicator> indicators,
        List<IndicatorId> excluded,
        AreaLevel level,
        Population population,
        List<TrendBreak> breaks) {

    /** @throws IllegalArgumentException if the rows have no time or no areas to roll up to the level */
    public SeriesPlan {
        indicators = List.copyOf(indicators);
        excluded = List.copyOf(excluded);
        breaks = List.copyOf(breaks);
        place(structure, level);
        if (structure.timeIndex().isEmpty()) {
            throw new IllegalArgumentException("a series needs rows with a period");
        }
    }

    /**
     * A plan without breaks. Indicators that cannot be followed are left out.
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
            if (indicator.levels().contains(level) && hasColumns(indicator.formula(), structure)) {
                kept.add(indicator);
            } else {
                excluded.add(indicator.id());
            }
        }
        return new SeriesPlan(structure, kept, excluded, level, population, List.of());
    }

    private static boolean hasColumns(Formula formula, TableStructure structure) {
        List<Formula.Part> parts = formula.parts();
        return !parts.isEmpty()
                && formula.columns().stream()
                        .allMatch(column -> structure.measureIndex(column).isPresent())
                && parts.stream()
                        .flatMap(part -> part.where().keySet().stream())
                        .allMatch(column -> structure.dimensionIndex(column).isPresent());
    }

    /**
     * This plan with breaks.
     *
     * @param newBreaks where series begin anew
     * @return the plan
     */
    public SeriesPlan withBreaks(List<TrendBreak> newBreaks) {
        return new SeriesPlan(structure, indicators, excluded, level, population, newBreaks);
    }

    /**
     * A collector that has seen no rows yet.
     *
     * @return the collector
     */
    public SeriesCollector newCollector() {
        return new SeriesCollector(this);
    }

    /**
     * The series of a table.
     *
     * @param table the rows
     * @return by indicator in the plan's order, then area code
     * @throws IllegalArgumentException if the table has another structure
     */
    public List<AreaSeries> series(CountTable table) {
        if (!table.structure().equals(structure)) {
            throw new IllegalArgumentException("a table of another structure: " + table.structure());
        }
        SeriesCollector collector = newCollector();
        table.observations().forEach(collector);
        return collector.result();
    }

    AreaHierarchy areas() {
        return place(structure, level).areas();
    }

    Dimension.Place place() {
        return place(structure, level);
    }

    /** The areas of the rows that are rolled up to the level. */
    private static Dimension.Place place(TableStructure structure, AreaLevel level) {
        return structure
                .place(level)
                .orElseThrow(() -> new IllegalArgumentException("no areas to roll up to " + level));
    }
}
