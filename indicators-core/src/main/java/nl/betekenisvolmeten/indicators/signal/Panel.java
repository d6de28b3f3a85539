package nl.betekenisvolmeten.indicators.signal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.signal.SeriesPlan.TrendBreak;

/** Who counts in which area and period: those that reported on it in every period of the stretch between two breaks. */
final class Panel {

    /** Where the rows don't say who reports, all of them are of nobody in particular. */
    private static final String NOBODY = "";

    private final boolean named;
    private final Map<AreaCode, Map<Period, Place>> places = new TreeMap<>();
    private final Map<AreaCode, Map<Integer, Set<String>>> members = new HashMap<>();

    /**
     * A period of an area.
     *
     * @param period which period
     * @param stretch which stretch between breaks it lies in, from 0
     * @param reporters how many count
     * @param excluded how many reported and don't
     */
    record Place(Period period, int stretch, int reporters, int excluded) {}

    Panel(SeriesPlan plan, Collection<List<String>> keys) {
        named = plan.structure().reporterIndex().isPresent();
        Optional<PeriodKind> shortest = keys.stream()
                .flatMap(key -> period(key).stream())
                .map(Period::kind)
                .min(PeriodKind::compareTo);
        Map<AreaCode, Map<Period, Set<String>>> reported = new TreeMap<>();
        for (List<String> key : keys) {
            Optional<Period> period = period(key).filter(found -> shortest.equals(Optional.of(found.kind())));
            // nobody lives at a residual code, so it has no series
            AreaCode.parse(key.get(0))
                    .ifPresent(area -> period.ifPresent(found -> reported.computeIfAbsent(area, any -> new TreeMap<>())
                            .computeIfAbsent(found, any -> new HashSet<>())
                            .add(reporter(key))));
        }
        reported.forEach((area, periods) -> place(area, periods, plan.breaks()));
    }

    private static Optional<Period> period(List<String> key) {
        return Period.parseCode(key.get(1));
    }

    private String reporter(List<String> key) {
        return named ? key.get(2) : NOBODY;
    }

    private void place(AreaCode area, Map<Period, Set<String>> periods, List<TrendBreak> breaks) {
        Map<Integer, Set<String>> own = new HashMap<>();
        periods.forEach(
                (period, reporters) -> own.merge(stretch(area, period, breaks), new HashSet<>(reporters), Panel::both));
        Map<Period, Place> made = new TreeMap<>();
        periods.forEach((period, reporters) -> {
            int stretch = stretch(area, period, breaks);
            int count = own.getOrDefault(stretch, Set.of()).size();
            made.put(period, new Place(period, stretch, named ? count : 0, reporters.size() - count));
        });
        members.put(area, own);
        places.put(area, made);
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    /** Returns how many different breaks lie at or before a period. */
    private static int stretch(AreaCode area, Period period, List<TrendBreak> breaks) {
        return (int) breaks.stream()
                .filter(one -> one.isIn(area))
                .map(TrendBreak::since)
                .filter(since -> !since.firstDay().isAfter(period.firstDay()))
                .distinct()
                .count();
    }

    /** Returns the periods in which anyone reported on an area, in the order of time. */
    Collection<Period> periods(AreaCode area) {
        return places.getOrDefault(area, Map.of()).keySet();
    }

    Place place(AreaCode area, Period period) {
        Place found = places.getOrDefault(area, Map.of()).get(period);
        if (found == null) {
            throw new IllegalArgumentException("no report on " + area + " in " + period);
        }
        return found;
    }

    /** Returns the area and period of a group's key, or empty if the group does not count. */
    Optional<List<String>> keep(List<String> key) {
        return AreaCode.parse(key.get(0))
                .flatMap(area -> period(key)
                        .filter(period -> periods(area).contains(period))
                        .filter(period -> members.getOrDefault(area, Map.of())
                                .getOrDefault(place(area, period).stretch(), Set.of())
                                .contains(reporter(key)))
                        .map(period -> key.subList(0, 2)));
    }
}
