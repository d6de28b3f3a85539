package nl.betekenisvolmeten.indicators.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;

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
        place(structure, level);
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
    public SeriesCollector newCollector() {
        return newCollector(Agreed.NOTHING);
    }

    /**
     * Returns a collector that has seen no rows yet and uses the given agreements and successions. A series includes
     * only organisations that reported in all of its periods, so other agreed reports do not affect it.
     *
     * @param agreed the agreements
     * @return the collector
     */
    public SeriesCollector newCollector(Agreed agreed) {
        return new SeriesCollector(this, agreed);
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
}
