package nl.betekenisvolmeten.indicators.counting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;

/** What is known of the participants over all records: when they were seen, and when they were born. */
final class People {

    private record Seen(String person, String activity) {

        @Override
        public String toString() {
            return "Seen[" + activity + "]";
        }
    }

    private final CountingRules rules;
    private final Map<Seen, Set<Period>> seen = new HashMap<>();
    private final Map<String, Map<Integer, Long>> birthYears = new HashMap<>();
    private Optional<Period> first = Optional.empty();

    People(CountingRules rules) {
        this.rules = rules;
    }

    /** Adds a record. Returns how many more periods of persons are held now: 0 or 1. */
    int add(Registration record, Period period) {
        if (first.isEmpty() || period.compareTo(first.get()) < 0) {
            first = Optional.of(period);
        }
        if (record.role() != Registration.Role.PARTICIPANT) {
            return 0;
        }
        record.birthYear().ifPresent(year -> years(record.person()).merge(year, 1L, Long::sum));
        return periods(seen(record.person(), record.place().activity())).add(period) ? 1 : 0;
    }

    /** How many periods of persons are held of which no rows are made. */
    long outside(Validity periods) {
        return seen.values().stream()
                .flatMap(Set::stream)
                .filter(period -> !periods.contains(period))
                .count();
    }

    void combine(People other) {
        other.seen.forEach((key, periods) -> periods(key).addAll(periods));
        other.birthYears.forEach(
                (person, years) -> years.forEach((year, count) -> years(person).merge(year, count, Long::sum)));
        if (first.isEmpty()
                || other.first
                        .filter(period -> period.compareTo(first.get()) < 0)
                        .isPresent()) {
            first = other.first;
        }
    }

    private Seen seen(String person, String activity) {
        return new Seen(person, rules.newTo() == CountingRules.NewTo.ACTIVITY ? activity : "");
    }

    private Set<Period> periods(Seen key) {
        return seen.computeIfAbsent(key, any -> new HashSet<>());
    }

    private Map<Integer, Long> years(String person) {
        return birthYears.computeIfAbsent(person, any -> new TreeMap<>());
    }

    /** Whether the records reach back far enough to tell who is new in a period. */
    boolean canTellNew(Period period) {
        Period earliest = period;
        for (int i = 0; i < rules.newAfter(); i++) {
            earliest = earliest.previous();
        }
        return first.isPresent() && first.get().compareTo(earliest) <= 0;
    }

    boolean isNew(String person, String activity, Period period) {
        Set<Period> periods = seen.getOrDefault(seen(person, activity), Set.of());
        Period earlier = period;
        for (int i = 0; i < rules.newAfter(); i++) {
            earlier = earlier.previous();
            if (periods.contains(earlier)) {
                return false;
            }
        }
        return true;
    }

    /** The year of birth of most records; of equal ones, the earliest. */
    OptionalInt birthYear(String person) {
        OptionalInt mostFrequent = OptionalInt.empty();
        long count = 0;
        for (Map.Entry<Integer, Long> entry :
                birthYears.getOrDefault(person, Map.of()).entrySet()) {
            if (entry.getValue() > count) {
                mostFrequent = OptionalInt.of(entry.getKey());
                count = entry.getValue();
            }
        }
        return mostFrequent;
    }

    /** How many persons were written down with more than one year of birth. */
    long contradictions() {
        return birthYears.values().stream().filter(years -> years.size() > 1).count();
    }
}
