package nl.betekenisvolmeten.indicators.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Checks whether numbers start where others ended in the period before, for a single row or for the rows of a group
 * together.
 */
final class Continuity {

    /**
     * A number that does not start where the other ended.
     *
     * @param row the first row of the group
     * @param start how it starts
     * @param end how the other ended
     */
    record Broken(long row, long start, long end) {}

    private record Place(List<String> group, Optional<Period> period) {}

    /** The sum of a group; unknown if one of its numbers is. */
    private record Sum(long row, OptionalLong number) {

        Sum plus(Sum other) {
            boolean known = number.isPresent() && other.number.isPresent();
            return new Sum(
                    row,
                    known
                            ? OptionalLong.of(Math.addExact(number.getAsLong(), other.number.getAsLong()))
                            : OptionalLong.empty());
        }
    }

    private final DeliveryRules.DeliveryRule.Continued rule;
    private final List<ColumnName> group;
    private final Optional<ColumnName> time;
    private final Map<List<String>, Map<Optional<Period>, Sum>> ends = new HashMap<>();
    private final Map<Place, Sum> starts = new LinkedHashMap<>();
    private int held;

    Continuity(DeliveryRules.DeliveryRule.Continued rule, List<ColumnName> key, TableStructure structure) {
        this.rule = rule;
        time = DeliveryComparison.time(structure);
        group = rule.group(key);
    }

    DeliveryRules.DeliveryRule.Continued rule() {
        return rule;
    }

    /** Accepts a row of the previous delivery; returns false if there is no room for it. */
    boolean remember(CheckedRow row, int limit) {
        Place place = place(row);
        Map<Optional<Period>, Sum> known = ends.computeIfAbsent(place.group(), any -> new HashMap<>(2));
        if (!known.containsKey(place.period()) && held++ >= limit) {
            return false;
        }
        known.merge(place.period(), new Sum(row.number(), row.units(rule.end())), Sum::plus);
        return true;
    }

    /** Accepts a row of the present delivery. If it is the whole group, the result is known at once. */
    Optional<Broken> check(CheckedRow row) {
        Place place = place(row);
        Sum start = new Sum(row.number(), row.units(rule.start()));
        if (rule.over().isEmpty()) {
            return broken(place, start);
        }
        if (ends.containsKey(place.group())) {
            starts.merge(place, start, Sum::plus);
        }
        return Optional.empty();
    }

    /** Returns the broken groups of several rows, once all rows were accepted. */
    List<Broken> finish() {
        List<Broken> all = new ArrayList<>();
        starts.forEach((place, start) -> broken(place, start).ifPresent(all::add));
        return all;
    }

    private Optional<Broken> broken(Place place, Sum start) {
        // the last period of the earlier delivery; of those that end on one day, the shortest
        return ends.getOrDefault(place.group(), Map.of()).entrySet().stream()
                .max(Comparator.comparing(
                        entry -> entry.getKey().map(DeliveryComparison::end).orElse("")))
                .filter(entry -> entry.getKey()
                        .flatMap(last -> place.period().filter(now -> follows(last, now)))
                        .isPresent())
                .map(Map.Entry::getValue)
                .filter(end -> end.number().isPresent() && start.number().isPresent())
                .filter(end -> end.number().getAsLong() != start.number().getAsLong())
                .map(end -> new Broken(
                        start.row(), start.number().getAsLong(), end.number().getAsLong()));
    }

    private static boolean follows(Period last, Period now) {
        return now.kind() == last.kind()
                && now.firstDay().equals(last.lastDayInclusive().plusDays(1));
    }

    private Place place(CheckedRow row) {
        return new Place(
                group.stream().map(name -> row.text(name).orElse("")).toList(),
                time.flatMap(row::text).flatMap(Period::parseCode));
    }
}
