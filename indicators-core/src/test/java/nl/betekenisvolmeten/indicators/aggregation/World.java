package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Persons who come to activities, and the rows that organisations would deliver of them. A person has an age group in
 * each quarter with each organisation, or with all of them where these determine it by the same rule; whether it was asked
 * differs from one attendance to the next, even within an activity.
 */
record World(List<Attendance> attendances, List<Attendance> nobodyCame) {

    static final ColumnName ORGANISATION = ColumnName.of("organisatie");
    static final ColumnName WIJK = ColumnName.of("wijk");
    static final ColumnName PERIOD = ColumnName.of("periode");
    static final ColumnName ACTIVITY = ColumnName.of("activiteit");
    static final ColumnName AGE = ColumnName.of("leeftijdsgroep");
    static final ColumnName PERSONS = ColumnName.of("unieke_deelnemers");
    static final ColumnName VOLUNTEERS = ColumnName.of("vrijwilligers");
    static final ColumnName NEW = ColumnName.of("nieuwe_deelnemers");
    static final ColumnName VISITS = ColumnName.of("bezoeken");

    /** In how many quarters before someone who is new did not come to the organisation. */
    static final int NOT_SEEN = 3;

    static final String UNKNOWN = "onbekend";
    static final List<String> AGES = List.of("0-17", "18-66", "67+");
    static final List<String> ORGANISATIONS = List.of("41000001", "41000002", "41000003");
    static final List<String> ACTIVITIES = List.of("inloop", "taalcafe");
    static final List<String> QUARTERS = List.of("2025KW03", "2025KW04", "2026KW01", "2026KW02", "2026KW03");
    static final List<String> HALF_YEARS = List.of("2025HJ02", "2025HJ02", "2026HJ01", "2026HJ01", "2026HJ02");
    static final List<String> WIJKEN = List.of("WK051801", "WK051802", "WK051803");
    static final List<String> STADSDELEN = List.of("SD0518-NOORD", "SD0518-NOORD", "SD0518-ZUID");
    static final AreaCode GEMEENTE = AreaCode.of("GM0518");

    static final AreaHierarchy AREAS = AreaHierarchy.of("test", 2026, areas());

    static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ORGANISATION),
                    new Dimension.Place(WIJK, AREAS, AreaLevel.WIJK, false),
                    new Dimension.Time(PERIOD),
                    Dimension.Category.of(ACTIVITY),
                    new Dimension.Category(AGE, Set.copyOf(AGES))),
            List.of(
                    new Measure.Distinct(PERSONS),
                    new Measure.Flow(VISITS, 0),
                    new Measure.Distinct(VOLUNTEERS, false),
                    new Measure.Distinct(
                            NEW,
                            true,
                            Optional.of(new Measure.NewTo(ORGANISATION, NOT_SEEN, PERSONS)),
                            Optional.empty())));

    /** Persons of whom the visits without a name are counted next to them. */
    static Measure.Distinct named(ColumnName persons, ColumnName visits, ColumnName nameless) {
        return new Measure.Distinct(
                persons,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Measure.Unnamed(visits, nameless)),
                Optional.empty());
    }

    /**
     * Returns a measure of the persons who came for the first time in a year, for each code of some columns such as the
     * organisation.
     */
    static Measure.Distinct firstInYear(ColumnName name, ColumnName persons, ColumnName... at) {
        return new Measure.Distinct(
                name,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Measure.FirstIn(PeriodKind.YEAR, List.of(at), persons)));
    }

    static final List<Grouping> GROUPINGS = List.of(
            new Grouping.ByColumn(ORGANISATION),
            new Grouping.ByColumn(WIJK),
            new Grouping.ByColumn(PERIOD),
            new Grouping.ByColumn(ACTIVITY),
            new Grouping.ByColumn(AGE),
            new Grouping.ByArea("stadsdeel", WIJK, AreaLevel.STADSDEEL),
            new Grouping.ByArea("gemeente", WIJK, AreaLevel.GEMEENTE),
            new Grouping.ByPeriod("halfjaar", PERIOD, PeriodKind.HALF_YEAR),
            new Grouping.ByPeriod("jaar", PERIOD, PeriodKind.YEAR));

    /**
     * One person at one activity in a quarter, once or more often, received by a volunteer; places are indexes into the
     * lists above.
     */
    record Attendance(
            int person,
            int organisation,
            int wijk,
            int quarter,
            int activity,
            Optional<String> ageGroup,
            int visits,
            int volunteer) {

        /** The codes of the row in which the attendance is counted. */
        List<String> row() {
            return List.of(
                    ORGANISATIONS.get(organisation),
                    WIJKEN.get(wijk),
                    QUARTERS.get(quarter),
                    ACTIVITIES.get(activity),
                    ageGroup.orElse(UNKNOWN));
        }

        /** The code in a group's key, found without the code under test. */
        String key(Grouping grouping) {
            return switch (grouping.name()) {
                case "stadsdeel" -> STADSDELEN.get(wijk);
                case "gemeente" -> GEMEENTE.value();
                case "halfjaar" -> HALF_YEARS.get(quarter);
                case "jaar" -> QUARTERS.get(quarter).substring(0, 4) + "JJ00";
                default -> row().get(STRUCTURE.dimensionIndex(grouping.column()).orElseThrow());
            };
        }
    }

    private static List<Area> areas() {
        List<Area> areas = new ArrayList<>();
        areas.add(Area.of(GEMEENTE, "Stad"));
        areas.add(Area.of(AreaCode.of("SD0518-NOORD"), "Noord", GEMEENTE));
        areas.add(Area.of(AreaCode.of("SD0518-ZUID"), "Zuid", GEMEENTE));
        for (int i = 0; i < WIJKEN.size(); i++) {
            areas.add(Area.of(AreaCode.of(WIJKEN.get(i)), "Buurt " + (char) ('A' + i), AreaCode.of(STADSDELEN.get(i))));
        }
        return areas;
    }

    /** Worlds in which few persons meet often, so that they are counted in many rows. */
    static Arbitrary<World> worlds() {
        return worlds(false);
    }

    /** Worlds in which organisations determine age by the same rule, or each by its own. */
    static Arbitrary<World> worlds(boolean sameAgeRule) {
        Arbitrary<List<Integer>> ages = Arbitraries.integers()
                .between(0, AGES.size() - 1)
                .list()
                .ofSize(6 * QUARTERS.size() * ORGANISATIONS.size());
        return ages.flatMap(list -> Combinators.combine(
                        attendance(list, sameAgeRule).list().ofMaxSize(40),
                        attendance(list, sameAgeRule).list().ofMaxSize(3))
                .as(World::new));
    }

    private static Arbitrary<Attendance> attendance(List<Integer> ages, boolean sameAgeRule) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, ORGANISATIONS.size() - 1),
                        Arbitraries.integers().between(0, WIJKEN.size() - 1),
                        Arbitraries.integers().between(0, QUARTERS.size() - 1),
                        Arbitraries.integers().between(0, ACTIVITIES.size() - 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(10, 49))
                .as((person, organisation, wijk, quarter, activity, asked, visitsAndVolunteer) -> new Attendance(
                        person,
                        organisation,
                        wijk,
                        quarter,
                        activity,
                        asked == 0
                                ? Optional.empty()
                                : Optional.of(
                                        AGES.get(ages.get((person * QUARTERS.size() + quarter) * ORGANISATIONS.size()
                                                + (sameAgeRule ? 0 : organisation)))),
                        visitsAndVolunteer % 10,
                        visitsAndVolunteer / 10));
    }

    static Arbitrary<List<Grouping>> groupings() {
        return Arbitraries.subsetOf(GROUPINGS).ofMaxSize(4).map(List::copyOf);
    }

    /** The rows as delivered: true counts of different persons and visits, and zeros where nobody came. */
    List<Observation> rows() {
        Map<List<String>, List<Attendance>> byRow = new LinkedHashMap<>();
        nobodyCame.forEach(one -> byRow.put(one.row(), new ArrayList<>()));
        attendances.forEach(one ->
                byRow.computeIfAbsent(one.row(), any -> new ArrayList<>()).add(one));
        List<Observation> rows = new ArrayList<>();
        byRow.forEach((codes, present) -> rows.add(Observation.of(
                codes.toArray(String[]::new),
                new long[] {
                    persons(present).size(),
                    visits(present),
                    volunteers(present).size(),
                    persons(present.stream().filter(this::isNew).toList()).size()
                },
                new boolean[] {true, true, true, true})));
        return rows;
    }

    boolean isNew(Attendance attendance) {
        return where(one -> one.person() == attendance.person()
                        && one.organisation() == attendance.organisation()
                        && one.quarter() < attendance.quarter()
                        && one.quarter() >= attendance.quarter() - NOT_SEEN)
                .isEmpty();
    }

    static Set<Integer> persons(List<Attendance> attendances) {
        return attendances.stream().map(Attendance::person).collect(Collectors.toCollection(HashSet::new));
    }

    static Set<Integer> volunteers(List<Attendance> attendances) {
        return attendances.stream().map(Attendance::volunteer).collect(Collectors.toCollection(HashSet::new));
    }

    static long visits(List<Attendance> attendances) {
        return attendances.stream().mapToLong(Attendance::visits).sum();
    }

    /** The attendances of a group, found without the code under test. */
    List<Attendance> in(List<Grouping> groupings, List<String> key) {
        return where(one ->
                groupings.stream().map(one::key).collect(Collectors.toList()).equals(key));
    }

    List<Attendance> where(Predicate<Attendance> condition) {
        return attendances.stream().filter(condition).toList();
    }

    /** Worlds and groupings for properties. */
    interface Given {

        @Provide
        default Arbitrary<World> worlds() {
            return World.worlds();
        }

        @Provide
        default Arbitrary<List<Grouping>> groupings() {
            return World.groupings();
        }
    }
}
