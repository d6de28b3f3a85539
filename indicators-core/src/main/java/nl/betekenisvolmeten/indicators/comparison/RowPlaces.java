package nl.betekenisvolmeten.indicators.comparison;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Where rows lie: what is kept next to their totals is kept by this. */
final class RowPlaces {

    private final ComparisonPlan plan;
    private final Dimension.Place areas;
    private final int place;

    RowPlaces(ComparisonPlan plan) {
        this.plan = plan;
        areas = ComparisonPlan.place(plan.structure(), plan.level());
        place = plan.structure().dimensionIndex(areas.name()).orElseThrow();
    }

    /**
     * Where a row lies.
     *
     * @param area the area of the plan's level
     * @param period the row's own period
     * @param reporter who reported; blank where rows do not say
     */
    record Place(AreaCode area, String period, String reporter) {}

    /** Which rows count, by the index of a dimension. */
    record Where(Map<Integer, Set<String>> codes) {

        boolean takes(Observation row) {
            return codes.entrySet().stream().allMatch(entry -> entry.getValue().contains(row.code(entry.getKey())));
        }
    }

    Where where(Map<ColumnName, Set<String>> codes) {
        Map<Integer, Set<String>> byIndex = new HashMap<>();
        codes.forEach((dimension, wanted) ->
                byIndex.put(plan.structure().dimensionIndex(dimension).orElseThrow(), wanted));
        return new Where(byIndex);
    }

    /** Where a row of the plan's structure lies; empty where that is in no area of the level. */
    Optional<Place> of(Observation row) {
        TableStructure structure = plan.structure();
        OptionalInt reporter = structure.reporterIndex();
        return areas.area(row.code(place), plan.level())
                .map(area -> new Place(
                        area,
                        row.code(structure.timeIndex().orElseThrow()),
                        reporter.isPresent() ? row.code(reporter.getAsInt()) : ""));
    }
}
