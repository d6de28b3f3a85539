package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.counting.Registration.Role;
import nl.betekenisvolmeten.indicators.model.Period;

/** What is known of the participants over all records: when they were seen, and when they were born. */
final class People {

    private record Seen(String person, String activity) {

        @Override
        public String toString() {
            return "Seen[" + activity + "]";
        }
    }

    private record InYear(String person, String district, int year) {

        @Override
        public String toString() {
            return "InYear[" + district + ", " + year + "]";
        }
    }

    /** A visit, in the order in which the first of a day is chosen. */
    private record Visit(LocalDate day, String activity, String area, String targetGroup) implements Comparable<Visit> {

        private static final Comparator<Visit> ORDER = Comparator.comparing(Visit::day)
                .thenComparing(Visit::activity)
                .thenComparing(Visit::area)
                .thenComparing(Visit::targetGroup);

        @Override
        public int compareTo(Visit other) {
            return ORDER.compare(this, other);
        }
    }

    private final CountingProtocol.Rules rules;
    private final CountedRows target;
    private final Map<Seen, Set<Period>> seen = new HashMap<>();
    private final Map<InYear, Visit> firsts = new HashMap<>();
    private final Map<String, Map<Integer, Long>> birthYears = new HashMap<>();
    private Optional<Period> first = Optional.empty();
    private Optional<LocalDate> firstDay = Optional.empty();

    People(CountingProtocol.Rules rules, CountedRows target) {
        this.rules = rules;
        this.target = target;
    }

    void add(MeetingSlot.Key key, MeetingSlot slot) {
        if (first.isEmpty() || key.period().compareTo(first.get()) < 0) {
            first = Optional.of(key.period());
        }
        for (Role role : Role.values()) {
            slot.of(role).values().forEach(days -> days.keySet().forEach(this::addDay));
        }
        slot.nameless().keySet().forEach(record -> addDay(record.day()));
        boolean yearly = target.counts(CountingProtocol.Counted.FIRST_THIS_YEAR);
        slot.of(Role.PARTICIPANT).forEach((person, days) -> {
            periods(seen(person, key.activity())).add(key.period());
            days.forEach((day, held) -> {
                addBirthYears(person, held.keySet());
                if (yearly) {
                    held.keySet().forEach(facts -> addVisit(person, key, day, facts));
                }
            });
        });
    }

    private void addBirthYears(String person, Set<Facts> held) {
        if (held.size() == 1) {
            held.iterator().next().birthYear().ifPresent(year -> years(person).merge(year, 1L, Long::sum));
        } else {
            held.stream()
                    .map(Facts::birthYear)
                    .filter(OptionalInt::isPresent)
                    .distinct()
                    .forEach(year -> years(person).merge(year.getAsInt(), 1L, Long::sum));
        }
    }

    private void addDay(LocalDate day) {
        if (firstDay.isEmpty() || day.isBefore(firstDay.get())) {
            firstDay = Optional.of(day);
        }
    }

    private void addVisit(String person, MeetingSlot.Key key, LocalDate day, Facts facts) {
        firsts.merge(
                new InYear(person, target.district(key.area()), day.getYear()),
                new Visit(day, key.activity(), key.area(), facts.targetGroup()),
                (left, right) -> left.compareTo(right) <= 0 ? left : right);
    }

    /** Returns whether one of the visits of a person at an activity is the first in its year and city district. */
    boolean isFirst(String person, MeetingSlot.Key key, String targetGroup, Set<LocalDate> days) {
        return days.stream()
                .anyMatch(day -> new Visit(day, key.activity(), key.area(), targetGroup)
                        .equals(firsts.get(new InYear(person, target.district(key.area()), day.getYear()))));
    }

    /** Returns the day of the oldest record. */
    Optional<LocalDate> firstDay() {
        return firstDay;
    }

    private Seen seen(String person, String activity) {
        return new Seen(person, rules.newTo() == CountingProtocol.Rules.NewTo.ACTIVITY ? activity : "");
    }

    private Set<Period> periods(Seen key) {
        return seen.computeIfAbsent(key, any -> new HashSet<>());
    }

    private Map<Integer, Long> years(String person) {
        return birthYears.computeIfAbsent(person, any -> new TreeMap<>());
    }

    /** Returns whether the records reach back far enough to decide who is new in a period. */
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

    /** Returns the year of birth at most attendances; of equal ones, the earliest. */
    OptionalInt birthYear(String person) {
        return birthYears.getOrDefault(person, Map.of()).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(year -> OptionalInt.of(year.getKey()))
                .orElse(OptionalInt.empty());
    }

    /** Returns the number of persons recorded with more than one year of birth. */
    long contradictions() {
        return birthYears.values().stream().filter(years -> years.size() > 1).count();
    }
}
