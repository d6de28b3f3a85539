package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Counted;
import nl.betekenisvolmeten.indicators.counting.Registration.Answer;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;

/**
 * Counts everyone once in a city district and a period, over all activities, and in longer periods that are fully
 * covered by records.
 */
final class OwnCounts {

    /**
     * Visits of a participant.
     *
     * @param visits the number of visits
     * @param first whether they include the first of the year
     * @param resident whether the participant lives in the city district
     */
    record Visits(long visits, boolean first, Answer resident) {}

    /** One participant in a city district and a period. */
    private static final class Person {
        private long visits;
        private boolean first;
        private final Set<Answer> resident = EnumSet.noneOf(Answer.class);

        void add(Person other) {
            visits = Math.addExact(visits, other.visits);
            first |= other.first;
            resident.addAll(other.resident);
        }
    }

    /** The counts of a city district and a period. */
    private static final class Cell {
        private final Map<String, Person> persons = new HashMap<>();
        private long meetings;
        private long nameless;

        void add(Cell other) {
            other.persons.forEach((who, person) ->
                    persons.computeIfAbsent(who, any -> new Person()).add(person));
            meetings = Math.addExact(meetings, other.meetings);
            nameless = Math.addExact(nameless, other.nameless);
        }

        Map<Counted, Long> counts(boolean firstsKnown) {
            Map<Counted, Long> counts = new EnumMap<>(Counted.class);
            long named =
                    persons.values().stream().mapToLong(person -> person.visits).reduce(0, Math::addExact);
            counts.put(Counted.MEETINGS, meetings);
            counts.put(Counted.VISITS, Math.addExact(named, nameless));
            counts.put(Counted.PERSONS, (long) persons.size());
            counts.put(Counted.NAMELESS_VISITS, nameless);
            if (firstsKnown) {
                counts.put(
                        Counted.FIRST_THIS_YEAR,
                        persons.values().stream().filter(person -> person.first).count());
            }
            if (persons.values().stream()
                    .allMatch(person -> person.resident.equals(EnumSet.of(Answer.YES))
                            || person.resident.equals(EnumSet.of(Answer.NO)))) {
                counts.put(
                        Counted.RESIDENTS,
                        persons.values().stream()
                                .filter(person -> person.resident.contains(Answer.YES))
                                .count());
            }
            return counts;
        }

        /** Returns the sum of squares; empty if a visit has no name. */
        OptionalLong squares() {
            return nameless > 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(persons.values().stream()
                            .mapToLong(person -> Math.multiplyExact(person.visits, person.visits))
                            .reduce(0, Math::addExact));
        }
    }

    private final Map<String, Map<Period, Cell>> cells = new TreeMap<>();

    private Cell cell(String district, Period period) {
        return cells.computeIfAbsent(district, any -> new TreeMap<>()).computeIfAbsent(period, any -> new Cell());
    }

    void add(String district, Period period, String who, Visits more) {
        Person person = cell(district, period).persons.computeIfAbsent(who, any -> new Person());
        person.visits = Math.addExact(person.visits, more.visits());
        person.first |= more.first();
        person.resident.add(more.resident());
    }

    void addNameless(String district, Period period, long visits) {
        Cell cell = cell(district, period);
        cell.nameless = Math.addExact(cell.nameless, visits);
    }

    void addMeetings(String district, Period period, long meetings) {
        Cell cell = cell(district, period);
        cell.meetings = Math.addExact(cell.meetings, meetings);
    }

    /** Returns the totals of each city district: for its periods, and for longer ones whose records are complete. */
    List<RegistrationCounter.Total> totals(RecordsReach reach) {
        LocalDate last = cells.values().stream()
                .flatMap(periods -> periods.keySet().stream())
                .map(Period::lastDayInclusive)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        List<RegistrationCounter.Total> totals = new ArrayList<>();
        cells.forEach((district, periods) -> {
            Map<Period, Cell> all = new TreeMap<>(periods);
            for (PeriodKind kind : PeriodKind.values()) {
                periods.forEach((period, cell) -> {
                    if (kind.compareTo(period.kind()) > 0) {
                        Period longer = period.rollUp(kind);
                        if (!longer.lastDayInclusive().isAfter(last) && reach.holds(longer.firstDay())) {
                            all.computeIfAbsent(longer, any -> new Cell()).add(cell);
                        }
                    }
                });
            }
            all.forEach((period, cell) -> totals.add(new RegistrationCounter.Total(
                    district, period, cell.counts(reach.holdsYear(period.year())), cell.squares())));
        });
        return totals;
    }
}
