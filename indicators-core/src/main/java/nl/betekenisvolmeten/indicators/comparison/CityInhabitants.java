package nl.betekenisvolmeten.indicators.comparison;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * Of how many inhabitants a city's figure is. Only stadsdelen that reported count: one that did not is missing, not zero.
 * A wijk without rows in a stadsdeel that reported had no activities, so its inhabitants count.
 */
final class CityInhabitants {

    private final ComparisonPlan plan;
    private final AreaHierarchy hierarchy;
    private final Map<String, Set<AreaCode>> reportedByPeriod = new HashMap<>();
    private final Map<AreaCode, Map<AreaCode, AreaCode>> partsByCity = new HashMap<>();
    private final Set<AreaCode> used = new HashSet<>();

    CityInhabitants(ComparisonPlan plan, AreaHierarchy hierarchy, ResultTable areas) {
        this.plan = plan;
        this.hierarchy = hierarchy;
        for (ResultTable.Row row : areas.rows()) {
            reportedByPeriod
                    .computeIfAbsent(row.key().get(1), any -> new HashSet<>())
                    .add(part(AreaCode.of(row.key().get(0))));
        }
    }

    /** Returns the city district of an area; the area itself if there are no city districts. */
    private AreaCode part(AreaCode area) {
        return hierarchy.ancestor(area, AreaLevel.STADSDEEL).orElse(area);
    }

    /** Returns the city districts of a city. */
    Set<AreaCode> parts(AreaCode city) {
        return new HashSet<>(within(city).values());
    }

    /** Returns the city districts of a city that have rows in a period. */
    Set<AreaCode> reported(AreaCode city, String period) {
        Set<AreaCode> reported = new HashSet<>(reportedByPeriod.getOrDefault(period, Set.of()));
        reported.retainAll(parts(city));
        return reported;
    }

    /**
     * Returns the areas compared in a city, each with its city district; every figure needs them, so they are found
     * once.
     */
    private Map<AreaCode, AreaCode> within(AreaCode city) {
        return partsByCity.computeIfAbsent(city, any -> {
            Map<AreaCode, AreaCode> parts = new LinkedHashMap<>();
            hierarchy.areas(plan.level()).stream()
                    .map(Area::code)
                    .filter(area -> hierarchy.isWithin(area, city))
                    .forEach(area -> parts.put(area, part(area)));
            return parts;
        });
    }

    /** Returns the inhabitants of an area, of all ages or of some; empty if unknown. */
    OptionalLong ofArea(Ages ages, AreaCode area) {
        OptionalLong own = ages.count(plan.population(), area);
        if (own.isPresent()) {
            used.add(area);
        }
        return own;
    }

    /** Returns the dates of the figures used for areas and cities so far. */
    Set<String> dates() {
        return used.stream()
                .map(area -> plan.population().figures().get(area))
                .filter(figures -> figures != null && !figures.date().isBlank())
                .map(Population.Figures::date)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the inhabitants of the city districts that reported: the sum of the areas compared if all are known, so
     * that areas and city are of the same date; otherwise the city's own number, or the sum of its city districts if
     * not all of them reported.
     */
    OptionalLong ofCity(Ages ages, AreaCode city, String period) {
        Set<AreaCode> reported = reported(city, period);
        OptionalLong sum = sum(ages, compared(city, reported));
        if (sum.isPresent()) {
            return sum;
        }
        return reported.equals(parts(city)) ? ofArea(ages, city) : sum(ages, reported);
    }

    /** Returns the areas compared that lie in the given city districts of a city. */
    private List<AreaCode> compared(AreaCode city, Set<AreaCode> stadsdelen) {
        return within(city).entrySet().stream()
                .filter(area -> stadsdelen.contains(area.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns whether the figures of a city are those of one area only, as no other reported. */
    boolean isAlone(AreaCode city, AreaCode area, String period) {
        return compared(city, reported(city, period)).equals(List.of(area));
    }

    /**
     * Returns the inhabitants of a city as {@link #ofCity} counts them, less those of an area if its city district
     * reported.
     */
    OptionalLong ofRest(Ages ages, AreaCode city, AreaCode area, String period) {
        OptionalLong all = ofCity(ages, city, period);
        if (all.isEmpty() || !reported(city, period).contains(part(area))) {
            return all;
        }
        OptionalLong own = ofArea(ages, area);
        return own.isPresent() ? OptionalLong.of(all.getAsLong() - own.getAsLong()) : own;
    }

    private OptionalLong sum(Ages ages, Collection<AreaCode> areas) {
        long sum = 0;
        for (AreaCode area : areas) {
            OptionalLong own = ages.count(plan.population(), area);
            if (own.isEmpty()) {
                return OptionalLong.empty();
            }
            sum = Math.addExact(sum, own.getAsLong());
        }
        used.addAll(areas);
        return OptionalLong.of(sum);
    }
}
