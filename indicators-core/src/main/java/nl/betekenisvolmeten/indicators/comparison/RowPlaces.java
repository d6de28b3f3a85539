package nl.betekenisvolmeten.indicators.comparison;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** The places of rows, by which data is kept in addition to their totals. */
final class RowPlaces {

    private final ComparisonPlan plan;
    private final Dimension.Place areas;
    private final int place;
    private final Map<String, Optional<AreaCode>> areaByCode = new HashMap<>();

    RowPlaces(ComparisonPlan plan) {
        this.plan = plan;
        areas = plan.structure().requiredPlace(plan.level());
        place = plan.structure().dimensionIndex(areas.name()).orElseThrow();
    }

    /**
     * The place of a row.
     *
     * @param area the area of the plan's level
     * @param period the row's own period
     * @param reporter the reporter; blank if rows do not say
     */
    record Place(AreaCode area, String period, String reporter) {

        /** Returns whether another place is the same, or a shorter period of it. */
        boolean holds(Place other) {
            return area.equals(other.area)
                    && reporter.equals(other.reporter)
                    && Period.ofCode(period).contains(Period.ofCode(other.period));
        }
    }

    /** Which rows count, by the index of a dimension. */
    record Where(Map<Integer, Set<String>> codes) {

        boolean takes(Observation row) {
            for (Map.Entry<Integer, Set<String>> wanted : codes.entrySet()) {
                if (!wanted.getValue().contains(row.code(wanted.getKey()))) {
                    return false;
                }
            }
            return true;
        }
    }

    Where where(Map<ColumnName, Set<String>> codes) {
        Map<Integer, Set<String>> byIndex = new HashMap<>();
        codes.forEach((dimension, wanted) ->
                byIndex.put(plan.structure().dimensionIndex(dimension).orElseThrow(), wanted));
        return new Where(byIndex);
    }

    /** Returns the place of a row of the plan's structure; empty if it is in no area of the level. */
    Optional<Place> of(Observation row) {
        TableStructure structure = plan.structure();
        OptionalInt reporter = structure.reporterIndex();
        return areaByCode
                .computeIfAbsent(row.code(place), code -> areas.area(code, plan.level()))
                .map(area -> new Place(
                        area,
                        row.code(structure.timeIndex().orElseThrow()),
                        reporter.isPresent() ? row.code(reporter.getAsInt()) : ""));
    }

    /** Returns the place of a total; empty if it is in no area of the level, or in several. */
    Optional<Place> of(OwnTotal total) {
        TableStructure structure = plan.structure();
        Set<Optional<AreaCode>> areasOf = total.codes().get(place).stream()
                .map(code -> areas.area(code, plan.level()))
                .collect(Collectors.toSet());
        SortedSet<String> periods =
                new TreeSet<>(total.codes().get(structure.timeIndex().orElseThrow()));
        Period first = Period.ofCode(periods.first());
        Optional<Period> whole = Stream.of(PeriodKind.values())
                .filter(kind -> kind.months() == first.kind().months() * periods.size())
                .findFirst()
                .map(first::rollUp);
        if (areasOf.size() != 1 || whole.isEmpty()) {
            return Optional.empty();
        }
        String reporter = total.codes()
                .get(structure.reporterIndex().orElseThrow())
                .iterator()
                .next();
        return areasOf.iterator().next().map(area -> new Place(area, whole.get().code(), reporter));
    }
}
