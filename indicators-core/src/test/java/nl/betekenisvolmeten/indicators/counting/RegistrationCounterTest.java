package nl.betekenisvolmeten.indicators.counting;

import static nl.betekenisvolmeten.indicators.counting.Sample.RULES;
import static nl.betekenisvolmeten.indicators.counting.Sample.count;
import static nl.betekenisvolmeten.indicators.counting.Sample.counter;
import static nl.betekenisvolmeten.indicators.counting.Sample.help;
import static nl.betekenisvolmeten.indicators.counting.Sample.rows;
import static nl.betekenisvolmeten.indicators.counting.Sample.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Counted;
import nl.betekenisvolmeten.indicators.counting.Registration.Answer;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Residuals;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Columns of a line: bijeenkomsten, bezoeken, uniek, nieuw, vrijwilligers, uren in hundredths, doorverwijzingen. */
class RegistrationCounterTest {

    @Test
    void count_personTwiceInAQuarter_isOnePersonAndTwoVisits() {
        assertThat(rows(count(RULES, visit("2026-01-05", "a", 1950), visit("2026-01-12", "a", 1950))))
                .containsExactly("2026KW01 Taalcafé 67+: 2 2 1 - - - 0");
    }

    @Test
    void count_twoAgeGroups_countTheMeetingsThatEachAttended() {
        assertThat(rows(count(
                        RULES,
                        visit("2026-01-05", "a", 1950),
                        visit("2026-01-05", "b", 2000),
                        visit("2026-01-12", "b", 2000))))
                .containsExactly("2026KW01 Taalcafé 18-66: 2 2 1 - - - 0", "2026KW01 Taalcafé 67+: 1 1 1 - - - 0");
    }

    @Test
    void count_allMeetings_standOnEachRow() {
        CountingProtocol.Rules all = new CountingProtocol.Rules(
                RULES.period(),
                RULES.birthday(),
                RULES.unknownAge(),
                RULES.newAfter(),
                RULES.newTo(),
                RULES.visits(),
                CountingProtocol.Rules.Meetings.ALL);
        assertThat(rows(count(all, visit("2026-01-05", "a", 1950), visit("2026-01-12", "b", 2000))))
                .containsExactly("2026KW01 Taalcafé 18-66: 2 1 1 - - - 0", "2026KW01 Taalcafé 67+: 2 1 1 - - - 0");
    }

    @Test
    void count_sameDayTwice_isOneVisitOrTwoByTheProtocol() {
        CountingProtocol.Rules every = new CountingProtocol.Rules(
                RULES.period(),
                RULES.birthday(),
                RULES.unknownAge(),
                RULES.newAfter(),
                RULES.newTo(),
                CountingProtocol.Rules.Visits.EVERY_RECORD,
                RULES.meetings());
        Registration record = visit("2026-01-05", "a", 1950);
        Registration sport = Sample.with(record, new Registration.Meeting("Taalcafé", "BEWEGEN", "WK051801", "ALLEN"));
        assertThat(rows(count(RULES, record, sport))).containsExactly("2026KW01 Taalcafé 67+: 1 1 1 - - - 0");
        assertThat(rows(count(every, record, sport))).containsExactly("2026KW01 Taalcafé 67+: 1 2 1 - - - 0");
        assertThat(rows(count(every, record, record))).containsExactly("2026KW01 Taalcafé 67+: 1 1 1 - - - 0");
    }

    @Test
    void count_birthdayInJuly_movesToTheNextGroupInTheThirdQuarter() {
        // born in 1959, so 67 from 1 July 2026
        assertThat(rows(count(RULES, visit("2026-06-30", "a", 1959), visit("2026-07-01", "a", 1959))))
                .containsExactly("2026KW02 Taalcafé 18-66: 1 1 1 - - - 0", "2026KW03 Taalcafé 67+: 1 1 1 - - - 0");
    }

    @Test
    void age_bornThisYearBeforeTheAssumedBirthday_isZero() {
        assertThat(RULES.age(2026, java.time.LocalDate.of(2026, 1, 1))).hasValue(0);
        assertThat(RULES.age(2027, java.time.LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(RULES.age(1875, java.time.LocalDate.of(2026, 1, 1))).hasValue(150);
        assertThat(RULES.age(1874, java.time.LocalDate.of(2026, 1, 1))).isEmpty();
    }

    @Test
    void count_newPersons_needFourQuartersBefore() {
        assertThat(rows(count(
                        RULES,
                        visit("2025-01-05", "a", 1950),
                        visit("2026-01-05", "a", 1950),
                        visit("2026-01-05", "b", 1950),
                        visit("2026-04-05", "a", 1950))))
                .containsExactly(
                        "2025KW01 Taalcafé 67+: 1 1 1 - - - 0",
                        "2026KW01 Taalcafé 67+: 1 2 2 1 - - 0",
                        "2026KW02 Taalcafé 67+: 1 1 1 0 - - 0");
    }

    @Test
    void count_fiveQuartersAgo_isNewAgain() {
        assertThat(rows(count(RULES, visit("2025-01-05", "a", 1950), visit("2026-04-05", "a", 1950))))
                .contains("2026KW02 Taalcafé 67+: 1 1 1 1 - - 0");
    }

    @Test
    void count_newToTheActivity_looksAtThatActivityOnly() {
        CountingProtocol.Rules toActivity = new CountingProtocol.Rules(
                RULES.period(),
                MonthDay.of(7, 1),
                RULES.unknownAge(),
                1,
                CountingProtocol.Rules.NewTo.ACTIVITY,
                RULES.visits(),
                RULES.meetings());
        Registration[] records = {
            visit("2026-01-05", "Koor", "a", OptionalInt.empty()), visit("2026-04-05", "a", 1950),
        };
        assertThat(rows(count(toActivity, records))).contains("2026KW02 Taalcafé 67+: 1 1 1 1 - - 0");
    }

    @Test
    void count_volunteers_standOnTheRowOfUnknownAge() {
        assertThat(rows(count(
                        RULES,
                        visit("2026-01-05", "a", 1950),
                        help("2026-01-05", "v", Optional.of(250L)),
                        help("2026-01-12", "v", Optional.of(100L)))))
                .containsExactly("2026KW01 Taalcafé 67+: 1 1 1 - 0 0 0", "2026KW01 Taalcafé onbekend: 2 0 0 - 1 350 0");
    }

    @Test
    void count_recordsEqualInEveryCell_countOnce() {
        Registration help = help("2026-01-05", "v", Optional.of(300L));
        Registration visit =
                Sample.with(visit("2026-01-05", "a", 1950), Sample.details(1, Optional.empty(), Answer.YES));
        assertThat(rows(count(RULES, help, visit, at("b.csv", 2, help), at("b.csv", 3, visit))))
                .containsExactly("2026KW01 Taalcafé 67+: 1 1 1 - 0 0 1", "2026KW01 Taalcafé onbekend: 1 0 0 - 1 300 0");
    }

    @Test
    void count_emptyNextToFilled_takesTheFilledOne() {
        Registration visit = visit("2026-01-05", "a", 1950);
        assertThat(rows(count(
                        RULES,
                        help("2026-01-05", "v", Optional.empty()),
                        help("2026-01-05", "v", Optional.of(250L)),
                        Sample.with(visit, Sample.details(1, Optional.empty(), Answer.NOT_RECORDED)),
                        Sample.with(visit, Sample.details(1, Optional.empty(), Answer.YES)))))
                .containsExactly("2026KW01 Taalcafé 67+: 1 1 1 - 0 0 1", "2026KW01 Taalcafé onbekend: 1 0 0 - 1 250 0");
    }

    @Test
    void count_otherHoursForTheSameAttendance_leaveTheHoursOpenAndNameBothPlaces() {
        RegistrationCounter counter = counter();
        counter.accept(at("b.csv", 7, help("2026-01-05", "v", Optional.of(200L))));
        counter.accept(at("a.csv", 4, help("2026-01-05", "v", Optional.of(300L))));
        counter.accept(at("a.csv", 5, help("2026-01-12", "v", Optional.of(100L))));
        counter.accept(visit("2026-01-05", "a", 1950));
        assertThat(rows(counter.result().value().orElseThrow().table()))
                .containsExactly("2026KW01 Taalcafé 67+: 1 1 1 - 0 0 0", "2026KW01 Taalcafé onbekend: 2 0 0 - 1 - 0");
        assertThat(findings(counter, "RG-R06"))
                .containsExactly("{file=b.csv, first_file=a.csv, first_row=4, measure=vrijwilligersuren, row=7}");
    }

    @Test
    void count_yesAndNoForTheSameReferral_leaveReferralsOpen() {
        RegistrationCounter counter = counter();
        Registration visit = visit("2026-01-05", "a", 1950);
        counter.accept(at("a.csv", 2, visit));
        counter.accept(at("a.csv", 3, Sample.with(visit, Sample.details(1, Optional.empty(), Answer.YES))));
        counter.accept(visit("2026-01-05", "b", 2000));
        assertThat(rows(counter.result().value().orElseThrow().table()))
                .containsExactly("2026KW01 Taalcafé 18-66: 1 1 1 - - - 0", "2026KW01 Taalcafé 67+: 1 1 1 - - - -");
        assertThat(findings(counter, "RG-R06")).hasSize(1);
    }

    @Test
    void count_otherHoursForAnotherTargetGroupOfTheSameAttendance_areAContradictionToo() {
        RegistrationCounter counter = counter();
        Registration help = at("a.csv", 2, help("2026-01-05", "v", Optional.of(300L)));
        counter.accept(help);
        counter.accept(at(
                "a.csv",
                3,
                Sample.with(
                        help("2026-01-05", "v", Optional.of(200L)),
                        new Registration.Meeting("Taalcafé", "TAAL", "WK051801", "OUDEREN"))));
        assertThat(rows(counter.result().value().orElseThrow().table()))
                .containsExactly(
                        "2026KW01 Taalcafé onbekend: 1 0 0 - 1 - -", "2026KW01 Taalcafé onbekend: 1 0 0 - 1 - -");
        assertThat(findings(counter, "RG-R06")).hasSize(1);
    }

    @Test
    void count_visitsWithoutAName_countAsVisitsAndNotAsPersons() {
        RegistrationCounter counter = counter();
        Location file = Location.of("a.csv");
        counter.accept(visit("2026-01-05", "Taalcafé", "a", OptionalInt.empty()));
        counter.accept(Sample.nameless("2026-01-05", 1, file.withRow(3)));
        counter.accept(Sample.nameless("2026-01-05", 1, file.withRow(4)));
        counter.accept(Sample.nameless("2026-01-12", 5, file.withRow(5)));
        assertThat(rows(counter.result().orThrow().table()))
                .containsExactly("2026KW01 Taalcafé onbekend: 2 8 1 - - - 0");
        assertThat(findings(counter, "BM-C07")).containsExactly("{count=3}");
    }

    @Test
    void count_onlyVisitsWithoutAName_haveNoPersonsAndNoReferrals() {
        assertThat(rows(count(RULES, Sample.nameless("2026-01-05", 1, Location.nowhere()))))
                .containsExactly("2026KW01 Taalcafé onbekend: 1 1 0 - - - -");
    }

    @Test
    void count_visitsWithoutANameInTwoFiles_countAsOftenAsInTheFileThatHasMost() {
        RegistrationCounter counter = counter();
        for (int row = 2; row < 5; row++) {
            counter.accept(Sample.nameless("2026-01-05", 1, Location.of("a.csv").withRow(row)));
        }
        for (int row = 2; row < 7; row++) {
            counter.accept(Sample.nameless("2026-01-05", 1, Location.of("b.csv").withRow(row)));
        }
        counter.accept(Sample.nameless("2026-01-05", 2, Location.of("b.csv").withRow(7)));
        assertThat(rows(counter.result().orThrow().table()))
                .containsExactly("2026KW01 Taalcafé onbekend: 1 7 0 - - - -");
        assertThat(findings(counter, "RG-R07")).containsExactly("{count=3, files=a.csv, b.csv}");
    }

    @Test
    void count_volunteerWithoutAName_hoursCountAndVolunteersStayOpen() {
        Registration help = Sample.record(
                "2026-01-05",
                "Taalcafé",
                Optional.empty(),
                OptionalInt.empty(),
                Registration.Role.VOLUNTEER,
                Sample.details(1, Optional.of(150L), Answer.NOT_RECORDED));
        assertThat(rows(count(RULES, help("2026-01-05", "v", Optional.of(100L)), help)))
                .containsExactly("2026KW01 Taalcafé onbekend: 1 0 0 - - 250 -");
    }

    @Test
    void count_hoursAndReferralsNeverRecorded_stayOpen() {
        assertThat(rows(count(
                        RULES,
                        Sample.with(
                                visit("2026-01-05", "a", 1950),
                                Sample.details(1, Optional.empty(), Answer.NOT_RECORDED)),
                        help("2026-01-05", "v", Optional.empty()))))
                .containsExactly("2026KW01 Taalcafé 67+: 1 1 1 - 0 - -", "2026KW01 Taalcafé onbekend: 1 0 0 - 1 - -");
    }

    @Test
    void count_hoursRecordedForAnotherActivity_stayOpenWhereTheyWereNot() {
        Registration choir = Sample.with(
                help("2026-01-05", "v", Optional.of(100L)),
                new Registration.Meeting("Koor", "CULTUUR", "WK051801", "ALLEN"));
        assertThat(rows(count(RULES, choir, help("2026-01-06", "v", Optional.empty()))))
                .containsExactly(
                        "2026KW01 Koor onbekend: 1 0 0 - 1 100 -", "2026KW01 Taalcafé onbekend: 1 0 0 - 1 - -");
    }

    @Test
    void registration_severalVisitorsOfOnePerson_isRefused() {
        Registration visit = visit("2026-01-05", "a", 1950);
        Registration.Details two = Sample.details(2, Optional.empty(), Answer.NO);
        assertThatThrownBy(() -> Sample.with(visit, two)).hasMessageContaining("2");
        assertThatThrownBy(() -> Sample.details(0, Optional.empty(), Answer.NO)).hasMessageContaining("0");
        Optional<Long> negative = Optional.of(-1L);
        assertThatThrownBy(() -> Sample.details(1, negative, Answer.NO)).hasMessageContaining("-1");
    }

    private static Registration at(String file, long row, Registration record) {
        Registration.Details details = record.details();
        return Sample.with(
                record,
                new Registration.Details(
                        details.visitors(),
                        details.hours(),
                        details.referred(),
                        details.resident(),
                        Location.of(file).withRow(row)));
    }

    private static List<String> findings(RegistrationCounter counter, String code) {
        return counter.result().findings().kept().stream()
                .filter(finding -> finding.code().value().equals(code))
                .map(finding -> new TreeMap<>(finding.arguments()).toString())
                .toList();
    }

    @Test
    void count_functionalDimensions_followFromAreaAndKind() {
        var row = count(RULES, visit("2026-01-05", "a", 1950)).observation(0);
        assertThat(List.of(row.code(0), row.code(1), row.code(2), row.code(4), row.code(5)))
                .containsExactly("91000011", "Laak", "WK051801", "2", "TAAL");
    }

    @Test
    void result_doubtfulRecords_areToldOf() {
        RegistrationCounter counter = counter();
        counter.accept(visit("2026-01-05", "a", 1950));
        counter.accept(visit("2026-01-05", "a", 1951));
        counter.accept(help("2026-01-05", "v", Optional.empty()));
        Findings findings = counter.result().findings();
        assertThat(findings.kept())
                .extracting(finding -> finding.code().value())
                .containsExactlyInAnyOrder("BM-C02", "BM-C04", "BM-C05", "BM-C06");
    }

    @Test
    void result_limitReached_isNoCountAtAll() {
        RegistrationCounter counter = RegistrationCounter.of(Sample.PROTOCOL, Sample.STRUCTURE, Sample.REPORTER, 1);
        counter.accept(visit("2026-01-05", "a", 1950));
        assertThat(counter.result().value()).isPresent();
        counter.accept(visit("2026-01-06", "a", 1950));
        Checked<RegistrationCounter.Count> result = counter.result();
        assertThat(result.value()).isEmpty();
        assertThat(result.findings().kept())
                .extracting(finding -> finding.code().value())
                .containsExactly("BM-C01");
    }

    @Test
    void of_protocolThatDoesNotFit_isRefused() {
        CountingProtocol none = new CountingProtocol("x", "1", Map.of(), Map.of(), RULES, Sample.PROTOCOL.provenance());
        assertThatThrownBy(() -> RegistrationCounter.of(none, Sample.STRUCTURE, Sample.REPORTER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("organisatie");
        CountingProtocol unknown = new CountingProtocol(
                "x",
                "1",
                Sample.PROTOCOL.dimensions(),
                Map.of(ColumnName.of("bezoekers"), Counted.VISITS),
                RULES,
                Sample.PROTOCOL.provenance());
        assertThatThrownBy(() -> RegistrationCounter.of(unknown, Sample.STRUCTURE, Sample.REPORTER))
                .hasMessageContaining("bezoekers");
    }

    @Test
    void combine_anotherOrganisation_isRefused() {
        RegistrationCounter other = RegistrationCounter.of(Sample.PROTOCOL, Sample.STRUCTURE, KvkNumber.of("91000029"));
        assertThatThrownBy(() -> counter().combine(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "counters of different protocols, formats, organisations or periods cannot be combined");
    }

    @Test
    void count_otherPeriods_tellWhoWasSeenAndMakeNoRows() {
        RegistrationCounter counter =
                counter().withPeriods(Validity.between(Period.ofQuarter(2026, 1), Period.ofQuarter(2026, 4)));
        Stream.of(
                        visit("2025-02-01", "c", 1950),
                        visit("2025-12-31", "a", 1950),
                        visit("2026-01-05", "a", 1950),
                        visit("2026-01-05", "b", 1950))
                .forEach(counter);
        Checked<RegistrationCounter.Count> counted = counter.result();
        assertThat(rows(counted.orThrow().table())).containsExactly("2026KW01 Taalcafé 67+: 1 2 2 1 - - 0");
        assertThat(counted.findings().kept().stream()
                        .map(finding ->
                                finding.code() + " " + finding.arguments().get("count")))
                .containsExactly("BM-C09 2");
    }

    @Test
    void combine_countersOfOtherPeriods_isRefused() {
        RegistrationCounter counter = counter();
        RegistrationCounter other = counter().withPeriods(Validity.since(Period.ofQuarter(2026, 1)));
        assertThatThrownBy(() -> counter.combine(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "counters of different protocols, formats, organisations or periods cannot be combined");
    }

    @Test
    void limit_periodsOfPersonsSeenBefore_areHeldToo() {
        Validity later = Validity.since(Period.ofQuarter(2026, 1));
        for (boolean combined : new boolean[] {false, true}) {
            RegistrationCounter counter = RegistrationCounter.of(Sample.PROTOCOL, Sample.STRUCTURE, Sample.REPORTER, 1)
                    .withPeriods(later);
            RegistrationCounter second = combined
                    ? RegistrationCounter.of(Sample.PROTOCOL, Sample.STRUCTURE, Sample.REPORTER, 1)
                            .withPeriods(later)
                    : counter;
            counter.accept(visit("2025-02-01", "a", 1950));
            second.accept(visit("2025-02-02", "a", 1950));
            second.accept(visit("2025-02-01", "b", 1950));
            if (combined) {
                counter.combine(second);
            }
            assertThat(counter.result().value()).isEmpty();
        }
    }

    @Test
    void count_areaThatTheFormatLacks_isToldAndNotCounted() {
        RegistrationCounter counter = counter();
        counter.accept(visit("2026-01-05", "a", 1950));
        counter.accept(visitIn("onbekend"));
        RegistrationCounter other = counter();
        other.accept(Sample.with(
                visit("2026-01-06", "b", 1950), new Registration.Meeting("Taalcafé", "TAAL", "onbekend", "ALLEN")));
        counter.combine(other);
        Checked<RegistrationCounter.Count> counted = counter.result();
        assertThat(rows(counted.orThrow().table())).containsExactly("2026KW01 Taalcafé 67+: 1 1 1 - - - 0");
        assertThat(counted.findings().kept().stream()
                        .filter(finding -> finding.code().value().equals("BM-C08"))
                        .map(finding -> finding.arguments().get("value") + " "
                                + finding.arguments().get("count")))
                .containsExactly("onbekend 2");
    }

    private static Registration visitIn(String area) {
        Registration visit = visit("2026-01-05", "b", 1950);
        return Sample.with(visit, new Registration.Meeting("Taalcafé", "TAAL", area, "ALLEN"));
    }

    @Test
    void count_unknownAreaThatTheFormatKnows_standsOnARowOfItsOwn() {
        Residual unknown = new Residual(
                Codelist.Item.of("onbekend", LocalizedText.of("Onbekend", "Unknown")),
                Residual.Kind.UNKNOWN,
                Optional.empty());
        List<Dimension> dimensions = new ArrayList<>(Sample.STRUCTURE.dimensions());
        dimensions.set(1, place("stadsdeel", AreaLevel.STADSDEEL, true, unknown));
        dimensions.set(2, place("wijk", AreaLevel.WIJK, false, unknown));
        RegistrationCounter counter = RegistrationCounter.of(
                Sample.PROTOCOL, new TableStructure(dimensions, Sample.STRUCTURE.measures()), Sample.REPORTER);
        counter.accept(visit("2026-01-05", "a", 1950));
        counter.accept(visitIn("onbekend"));
        assertThat(counter.result().orThrow().table().observations().map(row -> row.code(1) + " " + row.code(2)))
                .containsExactly("Laak WK051801", "onbekend onbekend");
    }

    private static Dimension.Place place(String name, AreaLevel level, boolean byName, Residual unknown) {
        Residuals residuals = Residuals.of(Sample.AREAS, level, List.of(unknown));
        return new Dimension.Place(ColumnName.of(name), Sample.AREAS, level, byName, residuals);
    }

    private static RegistrationCounter counterOf(Measure measure, Counted what) {
        TableStructure structure = new TableStructure(Sample.STRUCTURE.dimensions(), List.of(measure));
        CountingProtocol protocol = new CountingProtocol(
                "x",
                "1",
                Sample.PROTOCOL.dimensions(),
                Map.of(measure.name(), what),
                RULES,
                Sample.PROTOCOL.provenance());
        return RegistrationCounter.of(protocol, structure, Sample.REPORTER);
    }

    @Test
    void of_measureOfAnotherNature_isRefused() {
        ColumnName name = ColumnName.of("aantal");
        Measure flow = new Measure.Flow(name, 0);
        Measure persons = new Measure.Distinct(name);
        for (Counted what : List.of(Counted.PERSONS, Counted.NEW_PERSONS, Counted.VOLUNTEERS)) {
            assertThatThrownBy(() -> counterOf(flow, what)).hasMessageContaining("aantal");
        }
        for (Counted what : List.of(Counted.VISITS, Counted.MEETINGS, Counted.REFERRALS, Counted.VOLUNTEERS)) {
            assertThatThrownBy(() -> counterOf(persons, what)).hasMessageContaining("aantal");
        }
        assertThatThrownBy(() -> counterOf(new Measure.Stock(name, 0), Counted.VISITS))
                .hasMessageContaining("aantal");
    }

    @Test
    void result_countInAColumnWithDecimals_isInItsScale() {
        RegistrationCounter counter = counterOf(new Measure.Flow(ColumnName.of("bezoeken"), 2), Counted.VISITS);
        counter.accept(visit("2026-01-05", "a", 1950));
        // one visit, in hundredths
        assertThat(counter.result()
                        .orThrow()
                        .table()
                        .observations()
                        .toList()
                        .get(0)
                        .value(0))
                .hasValue(100);
    }

    @Test
    void registration_asText_showsNobody() {
        assertThat(visit("2026-01-05", "pseudoniem-7", 1950).toString())
                .doesNotContain("pseudoniem-7", "1950", "2026")
                .contains("PARTICIPANT");
    }
}
