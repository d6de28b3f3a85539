package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import nl.betekenisvolmeten.indicators.counting.Registration.Role;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * The records of one activity in one area and period. A record of a person is held once, however many files have it; a
 * record without a person is held with how often each file has it.
 */
final class MeetingSlot {

    /** The place of a record: smaller than a {@link Location}, as millions of them are held. */
    record Place(String file, long row) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::file).thenComparing(Place::row);

        static Place of(Location location) {
            return new Place(location.source().orElse(""), location.row().orElse(0));
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        static Place first(Place left, Place right) {
            return left.compareTo(right) <= 0 ? left : right;
        }
    }

    /** Records that are equal in every cell, and name nobody. */
    record Nameless(LocalDate day, Role role, Facts facts) {}

    private final Map<String, Map<LocalDate, Map<Facts, Place>>> participants = new HashMap<>();
    private final Map<String, Map<LocalDate, Map<Facts, Place>>> volunteers = new HashMap<>();
    private final Map<Nameless, Map<String, Long>> nameless = new HashMap<>();
    private long named;
    private long size;

    /** Adds a record. Returns how many more records are held now: 0 or 1. */
    int add(Registration record, Facts facts) {
        long before = size;
        Place place = Place.of(record.details().location());
        if (record.person().isEmpty()) {
            count(new Nameless(record.date(), record.role(), facts), place.file(), 1);
        } else {
            named++;
            hold(of(record.role()), record.person().get(), record.date(), facts, place);
        }
        return (int) (size - before);
    }

    private void count(Nameless record, String file, long times) {
        Map<String, Long> files = nameless.computeIfAbsent(record, any -> new HashMap<>());
        size += files.merge(file, times, Long::sum) == times ? 1 : 0;
    }

    private void hold(
            Map<String, Map<LocalDate, Map<Facts, Place>>> presences,
            String person,
            LocalDate day,
            Facts facts,
            Place place) {
        Map<LocalDate, Map<Facts, Place>> days = presences.computeIfAbsent(person, any -> new HashMap<>());
        Map<Facts, Place> held = days.getOrDefault(day, Map.of());
        if (!held.containsKey(facts)) {
            size++;
        }
        if (held.isEmpty() || (held.size() == 1 && held.containsKey(facts))) {
            // nearly every attendance has one record: the small immutable map takes a third of the memory
            days.put(day, Map.of(facts, Place.first(place, held.getOrDefault(facts, place))));
        } else {
            Map<Facts, Place> several = held instanceof HashMap ? held : new HashMap<>(held);
            several.merge(facts, place, Place::first);
            days.put(day, several);
        }
    }

    void combine(MeetingSlot other) {
        for (Role role : Role.values()) {
            other.of(role)
                    .forEach((person, days) -> days.forEach(
                            (day, held) -> held.forEach((facts, place) -> hold(of(role), person, day, facts, place))));
        }
        other.nameless.forEach((record, files) -> files.forEach((file, times) -> count(record, file, times)));
        named += other.named;
    }

    /** Returns the records of persons with a role: by person and day, each different record with its first place. */
    Map<String, Map<LocalDate, Map<Facts, Place>>> of(Role role) {
        return role == Role.PARTICIPANT ? participants : volunteers;
    }

    /** Returns the records without a person, with the number of times that each file has them. */
    Map<Nameless, Map<String, Long>> nameless() {
        return nameless;
    }

    /** Returns the number of records that name a person, including repeated ones. */
    long named() {
        return named;
    }

    /** Returns the number of records, including repeated ones. */
    long records() {
        return named
                + nameless.values().stream()
                        .flatMap(files -> files.values().stream())
                        .mapToLong(Long::longValue)
                        .sum();
    }

    /** Returns the number of records that are held. */
    long size() {
        return size;
    }

    /**
     * Which records are held together.
     *
     * @param period when
     * @param area where
     * @param activity which activity
     */
    record Key(Period period, String area, String activity) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::period).thenComparing(Key::area).thenComparing(Key::activity);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
