package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.aggregation.internal.Deliveries;
import nl.betekenisvolmeten.indicators.aggregation.internal.WorkSpans;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;

/**
 * Counts how many of the expected organisations reported: an organisation that is seen in a group is expected in all
 * its periods. An organisation that took over from another, or that has an agreement about when it reports, is expected
 * only in its own time.
 */
final class CoverageCounter {

    private final AggregationPlan plan;
    /** The places of the key that are periods, the shortest period first. */
    private final List<Integer> timeKeys;

    private final Map<List<String>, Map<String, Set<String>>> seen = new HashMap<>();
    private final Set<String> allPeriods = new HashSet<>();
    /** The periods that organisations delivered, by the areas and periods of a key. */
    private final Map<List<String>, Map<String, Set<String>>> delivered = new HashMap<>();

    private final Optional<PeriodKind> partLength;
    private final Optional<Deliveries> deliveries;
    private final WorkSpans spans;

    CoverageCounter(AggregationPlan plan, GroupTotals totals, List<GroupTotals.Group> groups) {
        this.plan = plan;
        deliveries = totals.deliveries();
        spans = new WorkSpans(plan.structure(), List.of(), plan.agreed().agreements());
        timeKeys = IntStream.range(0, plan.groupings().size())
                .boxed()
                .filter(i -> plan.dimension(plan.groupings().get(i)) instanceof Dimension.Time)
                .sorted(Comparator.comparing(i -> kindOrder(plan.groupings().get(i))))
                .toList();
        groups.forEach(group -> {
            Map<String, Set<String>> ofKey = seen.computeIfAbsent(withoutTime(group.key()), any -> new HashMap<>());
            group.periodsByReporter().forEach((who, periods) -> {
                ofKey.computeIfAbsent(who, any -> new HashSet<>()).addAll(periods);
                allPeriods.addAll(periods);
            });
        });
        partLength = partLength();
    }

    private static int kindOrder(Grouping grouping) {
        return grouping instanceof Grouping.ByPeriod byPeriod ? byPeriod.kind().months() : -1;
    }

    Coverage coverage(GroupTotals.Group group) {
        List<String> key = group.key();
        Map<String, Set<String>> reporters = seen.getOrDefault(withoutTime(key), Map.of());
        Map<String, Set<String>> known = delivered.computeIfAbsent(whereAndWhen(key), any -> delivered(key));
        long expected = reporters.size() * expectedPeriods(key) - excused(key, reporters);
        long reported = 0;
        for (String who : reporters.keySet()) {
            Set<String> withRows = group.periodsByReporter().getOrDefault(who, Set.of());
            reported += distinctPeriods(GroupTotals.union(known.getOrDefault(who, Set.of()), withRows));
        }
        return new Coverage(Math.min(reported, expected), expected);
    }

    /** Returns the areas and periods of a key. */
    private List<String> whereAndWhen(List<String> key) {
        return IntStream.range(0, key.size())
                .filter(i ->
                        timeKeys.contains(i) || plan.dimension(plan.groupings().get(i)) instanceof Dimension.Place)
                .mapToObj(key::get)
                .toList();
    }

    /**
     * Returns the periods of a key for which organisations delivered, with rows or without any: then there was no
     * activity.
     */
    private Map<String, Set<String>> delivered(List<String> key) {
        Set<String> within =
                allPeriods.stream().filter(period -> isIn(period, key)).collect(Collectors.toSet());
        return deliveries
                .map(known -> known.periods(stadsdeel -> isAbout(stadsdeel, key), within::contains))
                .orElse(Map.of());
    }

    /** Returns whether a city district overlaps with the areas of a key. */
    private boolean isAbout(String stadsdeel, List<String> key) {
        return IntStream.range(0, key.size()).allMatch(i -> {
            Grouping grouping = plan.groupings().get(i);
            return !(plan.dimension(grouping) instanceof Dimension.Place)
                    || plan.area(grouping, key.get(i))
                            .filter(area -> deliveries.orElseThrow().isCompatible(stadsdeel, area))
                            .isPresent();
        });
    }

    private boolean isIn(String period, List<String> key) {
        return timeKeys.stream().allMatch(i -> {
            Grouping grouping = plan.groupings().get(i);
            return grouping instanceof Grouping.ByPeriod
                    ? Period.ofCode(key.get(i)).contains(Period.ofCode(period))
                    : key.get(i).equals(period);
        });
    }

    /**
     * Counts periods. If lengths differ, a longer one counts for all the shortest ones within it, and none counts
     * twice.
     */
    private long distinctPeriods(Set<String> periods) {
        return partLength.isEmpty()
                ? periods.size()
                : periods.stream()
                        .map(Period::ofCode)
                        .flatMap(period -> period.parts(partLength.get()).stream())
                        .distinct()
                        .count();
    }

    /**
     * Returns the number of the rows' periods within the group's period, or of all periods seen if groups have none.
     */
    private long expectedPeriods(List<String> key) {
        return timeKeys.isEmpty()
                ? Math.max(1, allPeriods.size())
                : partLength
                        .map(kind -> Period.ofCode(key.get(timeKeys.get(0)))
                                .parts(kind)
                                .size())
                        .orElse(1);
    }

    private List<Period> periods(List<String> key) {
        if (timeKeys.isEmpty()) {
            return allPeriods.stream().map(Period::ofCode).toList();
        }
        Period own = Period.ofCode(key.get(timeKeys.get(0)));
        return partLength.map(own::parts).orElse(List.of(own));
    }

    /** Returns the number of reports that are not expected, as the organisation had not begun yet or had stopped. */
    private long excused(List<String> key, Map<String, Set<String>> reporters) {
        record Report(String reporter, Period period) {}
        if (plan.structure().timeIndex().isEmpty()) {
            return 0;
        }
        Set<Report> excused = new HashSet<>();
        if (!spans.agreements().isEmpty()) {
            reporters.forEach((who, reported) -> periods(key).stream()
                    .filter(period -> !reported.contains(period.code()) && !works(who, period, key))
                    .forEach(period -> excused.add(new Report(who, period))));
        }
        for (Succession succession : plan.agreed().successions()) {
            if (isAbout(succession, key)) {
                for (boolean after : new boolean[] {true, false}) {
                    String who = (after ? succession.from() : succession.to()).value();
                    boolean known = reporters.containsKey(who)
                            && reporters.getOrDefault(who, Set.of()).stream()
                                    .map(Period::ofCode)
                                    .noneMatch(period -> isAfter(period, succession) == after);
                    periods(key).stream()
                            .filter(period -> known && isAfter(period, succession) == after)
                            .forEach(period -> excused.add(new Report(who, period)));
                }
            }
        }
        return excused.size();
    }

    /** Returns whether an organisation works in an area of a key, as far as agreements about it say otherwise. */
    private boolean works(String who, Period period, List<String> key) {
        List<String> places = deliveries.stream()
                .flatMap(known -> known.of(who).keySet().stream())
                .filter(stadsdeel -> isAbout(stadsdeel, key))
                .toList();
        return places.isEmpty()
                || places.stream().anyMatch(stadsdeel -> spans.works(who, stadsdeel, period.firstDay()));
    }

    private static boolean isAfter(Period period, Succession succession) {
        return !period.firstDay().isBefore(succession.since().firstDay());
    }

    /** Returns whether a succession applies to a group; one without areas applies everywhere. */
    private boolean isAbout(Succession succession, List<String> key) {
        return succession.areas().isEmpty()
                || IntStream.range(0, key.size())
                        .allMatch(i -> isAbout(succession, plan.groupings().get(i), key.get(i)));
    }

    private boolean isAbout(Succession succession, Grouping grouping, String code) {
        return !(plan.dimension(grouping) instanceof Dimension.Place place)
                || plan.area(grouping, code)
                        .filter(area -> area.level() == AreaLevel.GEMEENTE || isIn(succession, area, place.areas()))
                        .isPresent();
    }

    /** Returns whether a succession names an area or one that it lies in, by code or name. */
    private static boolean isIn(Succession succession, AreaCode area, AreaHierarchy areas) {
        for (AreaLevel level : AreaLevel.values()) {
            Optional<Area> above = areas.ancestor(area, level).flatMap(areas::find);
            if (above.isPresent()
                    && (succession.areas().contains(above.get().name())
                            || succession.areas().contains(above.get().code().value()))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the length of the shortest period seen; empty if rows are not grouped by longer ones. */
    private Optional<PeriodKind> partLength() {
        boolean longer = !timeKeys.isEmpty() && plan.groupings().get(timeKeys.get(0)) instanceof Grouping.ByPeriod;
        return longer
                ? allPeriods.stream().map(Period::ofCode).map(Period::kind).min(Enum::compareTo)
                : Optional.empty();
    }

    private List<String> withoutTime(List<String> key) {
        return IntStream.range(0, key.size())
                .filter(i -> !timeKeys.contains(i))
                .mapToObj(key::get)
                .toList();
    }
}
