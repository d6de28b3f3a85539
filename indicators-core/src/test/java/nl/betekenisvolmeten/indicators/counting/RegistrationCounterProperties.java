package nl.betekenisvolmeten.indicators.counting;

import static nl.betekenisvolmeten.indicators.counting.Sample.counter;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Observation;

class RegistrationCounterProperties {

    @Provide
    Arbitrary<List<Registration>> records() {
        Arbitrary<LocalDate> dates = Arbitraries.integers()
                .between(0, 800)
                .map(day -> LocalDate.of(2024, 11, 1).plusDays(day));
        Arbitrary<Registration.Meeting> meetings = Combinators.combine(
                        Arbitraries.of("Koor", "Taalcafé"),
                        Arbitraries.of("TAAL", "CULTUUR"),
                        Arbitraries.of("WK051801", "WK051802"))
                .as((activity, kind, area) -> new Registration.Meeting(activity, kind, area, "ALLEN"));
        return Combinators.combine(
                        dates,
                        meetings,
                        Arbitraries.of("a", "b", "c", "d", "e"),
                        Arbitraries.of(1940, 1959, 2009, 2015).injectNull(0.2),
                        Arbitraries.of(Registration.Role.class),
                        Arbitraries.longs().between(0, 800),
                        Arbitraries.of(true, false))
                .as((date, meeting, person, year, role, hours, referred) -> new Registration(
                        date,
                        meeting,
                        person,
                        year == null ? OptionalInt.empty() : OptionalInt.of(year),
                        role,
                        Optional.of(hours),
                        referred))
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
        assertThat(Sample.rows(actual.orThrow().table()))
                .isEqualTo(Sample.rows(expected.orThrow().table()));
        assertThat(actual.findings()).isEqualTo(expected.findings());
        assertThat(actual.orThrow().registrations()).isEqualTo(records.size());
    }

    /** Counted again from the records, one row at a time. */
    @Property(tries = 200)
    void result_everyRow_holdsThePersonsThatWereThere(@ForAll("records") List<Registration> records) {
        RegistrationCounter counter = counter();
        records.forEach(counter);
        List<Observation> rows =
                counter.result().orThrow().table().observations().toList();
        long persons = 0;
        long visits = 0;
        long referrals = 0;
        long hours = 0;
        for (Observation row : rows) {
            persons += row.value(2).orElseThrow();
            visits += row.value(1).orElseThrow();
            referrals += row.value(6).orElseThrow();
            hours += row.value(5).orElse(0);
            assertThat(row.value(2).orElseThrow())
                    .isLessThanOrEqualTo(row.value(1).orElseThrow());
            assertThat(row.value(3).orElse(0)).isLessThanOrEqualTo(row.value(2).orElseThrow());
            assertThat(row.value(0).orElseThrow()).isPositive();
        }
        Set<List<String>> truePersons = new HashSet<>();
        Set<List<String>> trueVisits = new HashSet<>();
        long trueReferrals = 0;
        long trueHours = 0;
        for (Registration record : records) {
            if (record.role() == Registration.Role.VOLUNTEER) {
                trueHours += record.hours().orElse(0L);
                continue;
            }
            String period = Period.from(PeriodKind.QUARTER, record.date()).code();
            String place = record.place().activity() + record.place().area();
            truePersons.add(List.of(period, place, record.person()));
            trueVisits.add(List.of(record.date().toString(), place, record.person()));
            trueReferrals += record.referred() ? 1 : 0;
        }
        assertThat(List.of(persons, visits, referrals, hours))
                .containsExactly((long) truePersons.size(), (long) trueVisits.size(), trueReferrals, trueHours);
    }

    @Property(tries = 100)
    void result_keys_areUnique(@ForAll("records") List<Registration> records) {
        RegistrationCounter counter = counter();
        records.forEach(counter);
        List<List<String>> keys = counter.result()
                .orThrow()
                .table()
                .observations()
                .map(row -> List.of(row.code(2), row.code(3), row.code(6), row.code(7), row.code(8)))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }
}
