package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Counted;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.DimensionSource;
import nl.betekenisvolmeten.indicators.counting.Registration.Answer;
import nl.betekenisvolmeten.indicators.counting.Registration.Details;
import nl.betekenisvolmeten.indicators.counting.Registration.Role;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** A small counting format and a protocol for it. */
final class Sample {

    static final KvkNumber REPORTER = KvkNumber.of("91000011");

    private static final AreaCode CITY = AreaCode.of("GM0518");
    private static final AreaCode DISTRICT = AreaCode.of("SD0518-LAAK");
    static final AreaHierarchy AREAS = AreaHierarchy.of(
            "test",
            2025,
            List.of(
                    Area.of(CITY, "Den Haag"),
                    Area.of(DISTRICT, "Laak", CITY),
                    Area.of(AreaCode.of("WK051801"), "Een", DISTRICT),
                    Area.of(AreaCode.of("WK051802"), "Twee", DISTRICT)));

    static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(name("organisatie")),
                    new Dimension.Place(name("stadsdeel"), AREAS, AreaLevel.STADSDEEL, true),
                    new Dimension.Place(name("wijk"), AREAS, AreaLevel.WIJK, false),
                    new Dimension.Time(name("periode")),
                    Dimension.Category.of(name("ambitie")),
                    Dimension.Category.of(name("activiteitsoort")),
                    Dimension.Category.of(name("activiteit")),
                    Dimension.Category.of(name("doelgroep")),
                    new Dimension.Category(name("leeftijdsgroep"), Set.of("0-11", "12-17", "18-66", "67+"))),
            List.of(
                    new Measure.Flow(name("bijeenkomsten"), 0),
                    new Measure.Flow(name("bezoeken"), 0),
                    new Measure.Distinct(name("unieke_deelnemers")),
                    new Measure.Distinct(name("nieuwe_deelnemers")),
                    new Measure.Distinct(name("vrijwilligers"), false),
                    new Measure.Flow(name("vrijwilligersuren"), 2),
                    new Measure.Flow(name("doorverwijzingen"), 0)));

    static final CountingProtocol.Rules RULES = new CountingProtocol.Rules(
            PeriodKind.QUARTER,
            MonthDay.of(7, 1),
            "onbekend",
            4,
            CountingProtocol.Rules.NewTo.ORGANISATION,
            CountingProtocol.Rules.Visits.ONE_A_DAY,
            CountingProtocol.Rules.Meetings.ATTENDED);

    static final CountingProtocol PROTOCOL = new CountingProtocol(
            "test",
            "1",
            Map.of(
                    name("organisatie"), DimensionSource.Plain.REPORTER,
                    name("stadsdeel"), DimensionSource.Plain.AREA_ABOVE,
                    name("wijk"), DimensionSource.Plain.AREA,
                    name("periode"), DimensionSource.Plain.PERIOD,
                    name("ambitie"), new DimensionSource.ByKind(Map.of("TAAL", "2"), "1"),
                    name("activiteitsoort"), DimensionSource.Plain.KIND,
                    name("activiteit"), DimensionSource.Plain.ACTIVITY,
                    name("doelgroep"), DimensionSource.Plain.TARGET_GROUP,
                    name("leeftijdsgroep"), DimensionSource.Plain.AGE_GROUP),
            Map.of(
                    name("bijeenkomsten"), Counted.MEETINGS,
                    name("bezoeken"), Counted.VISITS,
                    name("unieke_deelnemers"), Counted.PERSONS,
                    name("nieuwe_deelnemers"), Counted.NEW_PERSONS,
                    name("vrijwilligers"), Counted.VOLUNTEERS,
                    name("vrijwilligersuren"), Counted.VOLUNTEER_HOURS,
                    name("doorverwijzingen"), Counted.REFERRALS),
            RULES,
            new Provenance(Provenance.Status.DRAFT, new LocalizedText("proef", "test"), List.of()));

    /** Also first visits of the year, residents and visits without a name. */
    static final TableStructure WIDE = new TableStructure(
            STRUCTURE.dimensions(),
            List.of(
                    new Measure.Flow(name("bezoeken"), 0),
                    new Measure.Flow(name("bezoeken_zonder_naam"), 0),
                    new Measure.Distinct(name("unieke_deelnemers")),
                    new Measure.Distinct(name("eerste_keer_dit_jaar")),
                    new Measure.Distinct(name("deelnemers_uit_stadsdeel"))));

    private static final CountingProtocol WIDE_PROTOCOL = new CountingProtocol(
            "wide",
            "1",
            PROTOCOL.dimensions(),
            Map.of(
                    name("bezoeken"), Counted.VISITS,
                    name("bezoeken_zonder_naam"), Counted.NAMELESS_VISITS,
                    name("unieke_deelnemers"), Counted.PERSONS,
                    name("eerste_keer_dit_jaar"), Counted.FIRST_THIS_YEAR,
                    name("deelnemers_uit_stadsdeel"), Counted.RESIDENTS),
            RULES,
            PROTOCOL.provenance());

    private Sample() {}

    static RegistrationCounter wideCounter() {
        return RegistrationCounter.of(WIDE_PROTOCOL, WIDE, REPORTER);
    }

    static ColumnName name(String name) {
        return ColumnName.of(name);
    }

    static Registration visit(String date, String person, int birthYear) {
        return visit(date, "Taalcafé", person, OptionalInt.of(birthYear));
    }

    static Registration visit(String date, String activity, String person, OptionalInt birthYear) {
        return record(date, activity, Optional.of(person), birthYear, Role.PARTICIPANT, details());
    }

    static Registration help(String date, String person, Optional<Long> hours) {
        return record(
                date,
                "Taalcafé",
                Optional.of(person),
                OptionalInt.empty(),
                Role.VOLUNTEER,
                details(1, hours, Answer.NO));
    }

    /** A visit of so many people whose name nobody asked. */
    static Registration nameless(String date, long visitors, Location location) {
        return record(
                date,
                "Taalcafé",
                Optional.empty(),
                OptionalInt.empty(),
                Role.PARTICIPANT,
                new Details(visitors, Optional.empty(), Answer.NOT_RECORDED, Answer.NOT_RECORDED, location));
    }

    static Registration record(
            String date, String activity, Optional<String> person, OptionalInt birthYear, Role role, Details details) {
        return new Registration(
                LocalDate.parse(date),
                new Registration.Meeting(activity, "TAAL", "WK051801", "ALLEN"),
                person,
                birthYear,
                role,
                details);
    }

    static Registration with(Registration record, Details details) {
        return new Registration(
                record.date(), record.place(), record.person(), record.birthYear(), record.role(), details);
    }

    static Registration with(Registration record, Registration.Meeting place) {
        return new Registration(
                record.date(), place, record.person(), record.birthYear(), record.role(), record.details());
    }

    static Details details() {
        return details(1, Optional.empty(), Answer.NO);
    }

    static Details details(long visitors, Optional<Long> hours, Answer referred) {
        return new Details(visitors, hours, referred, Answer.NOT_RECORDED, Location.nowhere());
    }

    static RegistrationCounter counter() {
        return RegistrationCounter.of(PROTOCOL, STRUCTURE, REPORTER);
    }

    static CountTable count(CountingProtocol.Rules rules, Registration... records) {
        RegistrationCounter counter = RegistrationCounter.of(PROTOCOL.withRules("2", rules), STRUCTURE, REPORTER);
        List.of(records).forEach(counter);
        return counter.result().orThrow().table();
    }

    /** The rows as texts: the codes that vary, then the numbers, with - for what is missing. */
    static List<String> rows(CountTable table) {
        return table.observations().map(Sample::line).toList();
    }

    private static String line(Observation row) {
        String numbers = java.util.stream.IntStream.range(0, row.measures())
                .mapToObj(i -> row.isKnown(i) ? Long.toString(row.value(i).orElseThrow()) : "-")
                .collect(Collectors.joining(" "));
        return row.code(3) + " " + row.code(6) + " " + row.code(8) + ": " + numbers;
    }
}
