package nl.betekenisvolmeten.indicators.counting;

import static nl.betekenisvolmeten.indicators.counting.Sample.counter;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.counting.Registration.Answer;
import nl.betekenisvolmeten.indicators.counting.Registration.Details;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Observation;

class RegistrationCounterProperties {

    /** Few people, days and answers, so that equal and contradicting records are common. */
    @Provide
    Arbitrary<List<Registration>> records() {
        Arbitrary<LocalDate> dates = Arbitraries.of(0, 1, 90, 430, 431, 500, 800)
                .map(day -> LocalDate.of(2024, 11, 1).plusDays(day));
        Arbitrary<Registration.Meeting> meetings = Combinators.combine(
                        Arbitraries.of("Koor", "Taalcafé"),
                        Arbitraries.of("TAAL", "CULTUUR"),
                        Arbitraries.of("WK051801", "WK051802"),
                        Arbitraries.of("ALLEN", "OUDEREN"))
                .as((activity, kind, area, group) -> new Registration.Meeting(activity, kind, area, group));
        Arbitrary<Details> details = Combinators.combine(
                        Arbitraries.longs().between(100, 102).injectNull(0.3),
                        Arbitraries.of(Answer.class),
                        Arbitraries.of(Answer.class),
                        Arbitraries.of("a.csv", "b.csv", "c.csv"),
                        Arbitraries.longs().between(2, 60))
                .as((hours, referred, resident, file, row) -> new Details(
                        1,
                        Optional.ofNullable(hours),
                        referred,
                        resident,
                        Location.of(file).withRow(row)));
        return Combinators.combine(
                        dates,
                        meetings,
                        Arbitraries.of("a", "b", "c", "d", "e").injectNull(0.2),
                        Arbitraries.of(1940, 1959, 2009, 2015).injectNull(0.2),
                        Arbitraries.of(Registration.Role.class),
                        details)
                .as((date, meeting, person, year, role, rest) -> new Registration(
                        date,
                        meeting,
                        Optional.ofNullable(person),
                        year == null ? OptionalInt.empty() : OptionalInt.of(year),
                        role,
                        rest))
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 200)
    void result_anyOrderAnySplit_isTheSame(@ForAll("records") List<Registration> records, @ForAll Random random) {
        RegistrationCounter whole = counter();
        records.forEach(whole);
        List<Registration> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        RegistrationCounter left = counter();
        RegistrationCounter right = counter();
        shuffled.forEach(record -> (random.nextBoolean() ? left : right).accept(record));
        left.combine(right);
        Checked<RegistrationCounter.Count> expected = whole.result();
        Checked<RegistrationCounter.Count> actual = left.result();
        assertThat(Sample.rows(actual.value().orElseThrow().table()))
                .isEqualTo(Sample.rows(expected.value().orElseThrow().table()));
        assertThat(actual.findings()).isEqualTo(expected.findings());
        assertThat(actual.value().orElseThrow().registrations()).isEqualTo(records.size());
    }

    /** One file with everything, and parts of it in other files, in any order: the count is that of the one file. */
    @Property(tries = 500)
    void result_overlappingFiles_countAsTheirUnion(
            @ForAll("records") List<Registration> records, @ForAll Random random) {
        List<Registration> file =
                records.stream().map(record -> in("all.csv", record)).toList();
        RegistrationCounter whole = counter();
        file.forEach(whole);
        List<Registration> parts = new ArrayList<>(file);
        for (String name : List.of("first.csv", "second.csv")) {
            file.stream().filter(record -> random.nextBoolean()).forEach(record -> parts.add(in(name, record)));
        }
        Collections.shuffle(parts, random);
        RegistrationCounter counter = counter();
        parts.forEach(counter);
        assertThat(Sample.rows(counter.result().value().orElseThrow().table()))
                .isEqualTo(Sample.rows(whole.result().value().orElseThrow().table()));
        Statistics.label("repeated in another file").collect(parts.size() > file.size());
        Statistics.label("without a person")
                .collect(file.stream().anyMatch(record -> record.person().isEmpty()));
    }

    private static Registration in(String file, Registration record) {
        Details details = record.details();
        return Sample.with(
                record,
                new Details(
                        details.visitors(),
                        details.hours(),
                        details.referred(),
                        details.resident(),
                        Location.of(file).withRow(details.location().row().orElseThrow())));
    }

    /** Counted again from the records, one row at a time. */
    @Property(tries = 200)
    void result_everyRow_holdsWhatTheRecordsSay(@ForAll("records") List<Registration> records) {
        RegistrationCounter counter = counter();
        List<Registration> file =
                records.stream().map(record -> in("all.csv", record)).toList();
        file.forEach(counter);
        long persons = 0;
        long visits = 0;
        for (Observation row :
                counter.result().value().orElseThrow().table().observations().toList()) {
            persons += row.value(2).orElseThrow();
            visits += row.value(1).orElseThrow();
            assertThat(row.value(2).orElseThrow())
                    .isLessThanOrEqualTo(row.value(1).orElseThrow());
            assertThat(row.value(3).orElse(0)).isLessThanOrEqualTo(row.value(2).orElseThrow());
            assertThat(row.value(0).orElseThrow()).isPositive();
        }
        Set<List<String>> truePersons = new HashSet<>();
        Set<List<String>> trueVisits = new HashSet<>();
        for (int i = 0; i < file.size(); i++) {
            Registration record = file.get(i);
            if (record.role() == Registration.Role.PARTICIPANT) {
                String period = Period.from(PeriodKind.QUARTER, record.date()).code();
                String place = record.place().activity()
                        + record.place().area()
                        + record.place().targetGroup();
                String person = record.person().orElse("record " + i);
                record.person().ifPresent(name -> truePersons.add(List.of(period, place, name)));
                trueVisits.add(List.of(record.date().toString(), place, person));
            }
        }
        assertThat(List.of(persons, visits)).containsExactly((long) truePersons.size(), (long) trueVisits.size());
    }

    /** Hours that are known are those of the records; where records contradict each other, the cell is empty. */
    @Property(tries = 500)
    void result_hours_areKnownOnlyWithoutContradiction(@ForAll("records") List<Registration> records) {
        List<Registration> volunteers = records.stream()
                .filter(record -> record.role() == Registration.Role.VOLUNTEER)
                .filter(record -> record.person().isPresent())
                .toList();
        RegistrationCounter counter = counter();
        volunteers.forEach(counter);
        Map<List<String>, Map<List<String>, Set<Long>>> byRow = new HashMap<>();
        for (Registration record : volunteers) {
            List<String> row = List.of(
                    Period.from(PeriodKind.QUARTER, record.date()).code(),
                    record.place().area(),
                    record.place().activity(),
                    record.place().targetGroup());
            record.details()
                    .hours()
                    .ifPresent(hours -> byRow.computeIfAbsent(row, any -> new HashMap<>())
                            .computeIfAbsent(
                                    List.of(
                                            record.date().toString(),
                                            record.person().orElseThrow()),
                                    any -> new HashSet<>())
                            .add(hours));
        }
        for (Observation row :
                counter.result().value().orElseThrow().table().observations().toList()) {
            Map<List<String>, Set<Long>> truth =
                    byRow.getOrDefault(List.of(row.code(3), row.code(2), row.code(6), row.code(7)), Map.of());
            if (row.isKnown(5)) {
                assertThat(row.value(5))
                        .hasValue(truth.values().stream()
                                .mapToLong(hours -> hours.iterator().next())
                                .sum());
            }
            if (truth.values().stream().anyMatch(hours -> hours.size() > 1) || truth.isEmpty()) {
                assertThat(row.isKnown(5)).isFalse();
            }
            Statistics.label("hours known").collect(row.isKnown(5));
        }
    }

    /**
     * First visits of the year add up to the different participants of the year, and each is on the row of the first visit:
     * found again from the records, one person at a time.
     */
    @Property(tries = 500)
    void result_firstVisits_areEachOnTheRowOfTheFirstVisit(@ForAll("records") List<Registration> records) {
        RegistrationCounter counter = Sample.wideCounter().withRecordsFrom(LocalDate.of(2024, 1, 1));
        records.forEach(counter);
        Map<List<String>, Registration> firsts = new HashMap<>();
        for (Registration record : records) {
            if (record.role() == Registration.Role.PARTICIPANT
                    && record.person().isPresent()) {
                List<String> person = List.of(
                        record.person().get(), Integer.toString(record.date().getYear()));
                firsts.merge(person, record, (left, right) -> order(left).compareTo(order(right)) <= 0 ? left : right);
            }
        }
        Map<List<String>, Long> expected = new HashMap<>();
        firsts.values().forEach(record -> expected.merge(row(record), 1L, Long::sum));
        Map<List<String>, Long> actual = new HashMap<>();
        for (Observation row :
                counter.result().value().orElseThrow().table().observations().toList()) {
            actual.merge(
                    List.of(row.code(3), row.code(2), row.code(6), row.code(7)),
                    row.value(3).orElseThrow(),
                    Long::sum);
        }
        actual.values().removeIf(count -> count == 0);
        assertThat(actual).isEqualTo(expected);
        Statistics.label("persons of a year").collect(Math.min(firsts.size(), 5));
    }

    private static String order(Registration record) {
        return record.date() + " " + record.place().activity() + " "
                + record.place().area() + " " + record.place().targetGroup();
    }

    private static List<String> row(Registration record) {
        return List.of(
                Period.from(PeriodKind.QUARTER, record.date()).code(),
                record.place().area(),
                record.place().activity(),
                record.place().targetGroup());
    }

    /** Whether who lives in the city district is known, and who: from the records of each row. */
    @Property(tries = 500)
    void result_residents_areKnownOnlyWhereEveryonesAnswerIs(@ForAll("records") List<Registration> records) {
        RegistrationCounter counter = Sample.wideCounter();
        records.forEach(counter);
        Map<List<String>, Map<String, Set<Answer>>> answers = new HashMap<>();
        for (Registration record : records) {
            if (record.role() == Registration.Role.PARTICIPANT
                    && record.person().isPresent()) {
                Set<Answer> given = answers.computeIfAbsent(row(record), any -> new HashMap<>())
                        .computeIfAbsent(record.person().get(), any -> new HashSet<>());
                given.add(record.details().resident());
            }
        }
        answers.values().forEach(persons -> persons.values().forEach(given -> given.remove(Answer.NOT_RECORDED)));
        Map<List<String>, List<Observation>> rows = counter.result()
                .value()
                .orElseThrow()
                .table()
                .observations()
                .collect(Collectors.groupingBy(row -> List.of(row.code(3), row.code(2), row.code(6), row.code(7))));
        answers.forEach((place, persons) -> {
            List<Observation> ofPlace = rows.getOrDefault(place, List.of());
            boolean allKnown = persons.values().stream().allMatch(given -> given.size() == 1);
            if (allKnown) {
                assertThat(ofPlace.stream()
                                .mapToLong(row -> row.value(4).orElseThrow())
                                .sum())
                        .isEqualTo(persons.values().stream()
                                .filter(given -> given.contains(Answer.YES))
                                .count());
            } else {
                assertThat(ofPlace).anyMatch(row -> !row.isKnown(4));
            }
            Statistics.label("residents known").collect(allKnown);
        });
    }

    @Property(tries = 100)
    void result_keys_areUnique(@ForAll("records") List<Registration> records) {
        RegistrationCounter counter = counter();
        records.forEach(counter);
        List<List<String>> keys = counter.result()
                .value()
                .orElseThrow()
                .table()
                .observations()
                .map(row -> List.of(row.code(2), row.code(3), row.code(6), row.code(7), row.code(8)))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }
}
