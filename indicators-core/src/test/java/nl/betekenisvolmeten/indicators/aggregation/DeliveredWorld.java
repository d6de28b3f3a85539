package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/**
 * A {@link World} whose persons come to meetings, and what came in of the rows that honest organisations would deliver: rows
 * are rejected, cells left empty, organisations late, corrections absent, and some of what they share was agreed.
 */
final class DeliveredWorld {

    static final ColumnName TARGET_GROUP = ColumnName.of("doelgroep");
    static final ColumnName MEETINGS = ColumnName.of("bijeenkomsten");
    static final ColumnName CASELOAD = ColumnName.of("caseload");

    /** Age groups that are one in the older version of the form. */
    private static final Set<String> YOUNG = Set.of("0-17", "18-66");

    private static final List<String> TARGET_GROUPS = List.of("ALLEN", "JEUGD", "OUDERS");

    static final TableStructure STRUCTURE = new TableStructure(
            Stream.concat(World.STRUCTURE.dimensions().stream(), Stream.of(Dimension.Category.of(TARGET_GROUP)))
                    .toList(),
            Stream.concat(
                            World.STRUCTURE.measures().stream(),
                            Stream.of(
                                    new Measure.Shared(MEETINGS, 0, Set.of(TARGET_GROUP, World.AGE)),
                                    new Measure.Stock(CASELOAD, 0)))
                    .toList());

    static final List<Grouping> GROUPINGS = Stream.concat(
                    World.GROUPINGS.stream(), Stream.of(new Grouping.ByColumn(TARGET_GROUP)))
            .toList();

    /** What a world may have that makes its figures hard to know. */
    enum Feature {
        SHARED_MEETING,
        SAME_AGE_RULE,
        AGE_DIFFERS_BY_ORGANISATION,
        REJECTED_ROW,
        EMPTY_CELL,
        LATE_REPORTER,
        ABSENT_CORRECTION,
        AGREEMENT,
        OLDER_VERSION,
        REPORTS_EVERY_QUARTER
    }

    /** Someone at a meeting for a target group; meetings of one place, quarter and activity have numbers. */
    record Visit(World.Attendance attendance, String targetGroup, int number) {

        String key(Grouping grouping) {
            return grouping.column().equals(TARGET_GROUP) ? targetGroup : attendance.key(grouping);
        }

        String code(ColumnName column) {
            return column.equals(TARGET_GROUP)
                    ? targetGroup
                    : attendance.row().get(STRUCTURE.dimensionIndex(column).orElseThrow());
        }

        /** The meeting itself, whichever groups come to it. */
        List<Object> meeting() {
            return List.of(
                    attendance.organisation(), attendance.wijk(), attendance.quarter(), attendance.activity(), number);
        }

        private List<String> row() {
            return Stream.concat(attendance.row().stream(), Stream.of(targetGroup))
                    .toList();
        }

        /** The row in the version of the form of its quarter. */
        private List<String> row(Set<Integer> oldQuarters) {
            List<String> codes = new ArrayList<>(row());
            int age = STRUCTURE.dimensionIndex(World.AGE).orElseThrow();
            if (oldQuarters.contains(attendance.quarter()) && YOUNG.contains(codes.get(age))) {
                codes.set(age, PossibleCodes.text(YOUNG));
            }
            return codes;
        }

        private Visit in(int quarter) {
            return new Visit(
                    new World.Attendance(
                            attendance.person(),
                            attendance.organisation(),
                            attendance.wijk(),
                            quarter,
                            attendance.activity(),
                            attendance.ageGroup(),
                            0,
                            attendance.volunteer()),
                    targetGroup,
                    number);
        }

        private Report report() {
            return new Report(
                    World.ORGANISATIONS.get(attendance.organisation()), World.QUARTERS.get(attendance.quarter()));
        }
    }

    /** What one organisation delivers of one quarter. */
    record Report(String organisation, String quarter) {}

    private final Random random;
    private final List<Visit> visits;
    private final List<Visit> nobodyCame;
    private final World world;
    private final Set<Feature> features = EnumSet.noneOf(Feature.class);
    private final Set<Report> late = new HashSet<>();
    private final Optional<Report> uncorrected;
    private final List<SentRow> rows = new ArrayList<>();
    private final OverlapLedger ledger;
    private final boolean agreedReports;
    private final boolean everyQuarter;
    private final Set<Integer> oldQuarters;

    DeliveredWorld(Random random) {
        this.random = random;
        boolean sameAgeRule = random.nextInt(3) == 0;
        Crowd crowd = new Crowd(random, sameAgeRule);
        visits = crowd.visits(random.nextInt(36));
        everyQuarter = random.nextBoolean();
        nobodyCame = everyQuarter ? crowd.withoutActivity(visits) : crowd.visits(random.nextInt(3));
        oldQuarters = random.nextInt(4) > 0
                ? Set.of()
                : IntStream.range(0, 1 + random.nextInt(World.QUARTERS.size()))
                        .boxed()
                        .collect(Collectors.toSet());
        world = new World(attendances(visits), attendances(nobodyCame));
        if (sameAgeRule) {
            features.add(Feature.SAME_AGE_RULE);
        }
        List<Report> reports = reports();
        for (int i = random.nextInt(6) - 3; i > 0 && !reports.isEmpty(); i--) {
            late.add(any(reports));
        }
        uncorrected = random.nextInt(5) == 0 && !reports.isEmpty() ? Optional.of(any(reports)) : Optional.empty();
        agreedReports = !late.isEmpty() || random.nextBoolean();
        send();
        List<Overlap> overlaps = random.nextInt(3) > 0
                ? AgreementCellProperties.ledger(world, random).overlaps()
                : List.of();
        ledger = new OverlapLedger(overlaps, sameAgeRule);
        findFeatures();
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<World.Attendance> attendances(List<Visit> visits) {
        return visits.stream().map(Visit::attendance).toList();
    }

    private List<Report> reports() {
        return all().map(Visit::report).distinct().toList();
    }

    /** Few persons, places and quarters, so that they meet often. */
    private record Crowd(Random random, int persons, int organisations, int wijken, int quarters, int[] ages) {

        private static final int MOST = 8;

        Crowd(Random random, boolean sameAgeRule) {
            this(
                    random,
                    1 + random.nextInt(MOST),
                    1 + random.nextInt(World.ORGANISATIONS.size()),
                    1 + random.nextInt(World.WIJKEN.size()),
                    1 + random.nextInt(World.QUARTERS.size()),
                    random.ints(MOST * World.QUARTERS.size() * World.ORGANISATIONS.size(), 0, World.AGES.size())
                            .toArray());
            for (int i = 0; sameAgeRule && i < ages.length; i++) {
                ages[i] = ages[i - i % World.ORGANISATIONS.size()];
            }
        }

        List<Visit> visits(int count) {
            return IntStream.range(0, count).mapToObj(i -> visit()).toList();
        }

        /** Rows that say that nobody came, where an organisation has no other of a stadsdeel and quarter. */
        List<Visit> withoutActivity(List<Visit> visits) {
            List<Visit> more = new ArrayList<>();
            Set<List<Object>> there = new HashSet<>();
            visits.forEach(one -> there.add(report(one, one.attendance().quarter())));
            for (Visit one : visits) {
                for (int quarter = 0; quarter < quarters; quarter++) {
                    if (there.add(report(one, quarter))) {
                        more.add(one.in(quarter));
                    }
                }
            }
            return more;
        }

        private static List<Object> report(Visit one, int quarter) {
            return List.of(
                    one.attendance().organisation(),
                    World.STADSDELEN.get(one.attendance().wijk()),
                    quarter);
        }

        private Visit visit() {
            int person = random.nextInt(persons);
            int organisation = random.nextInt(organisations);
            int quarter = random.nextInt(quarters);
            int age = ages[(person * World.QUARTERS.size() + quarter) * World.ORGANISATIONS.size() + organisation];
            World.Attendance attendance = new World.Attendance(
                    person,
                    organisation,
                    random.nextInt(wijken),
                    quarter,
                    random.nextInt(4) / 3,
                    random.nextInt(4) == 0 ? Optional.empty() : Optional.of(World.AGES.get(age)),
                    1,
                    random.nextInt(3));
            return new Visit(attendance, TARGET_GROUPS.get(random.nextInt(6) / 3), random.nextInt(3));
        }
    }

    /** Makes the rows, and what comes in of them. */
    private void send() {
        double rejected = random.nextInt(3) == 0 ? 0.2 : 0;
        double unread = random.nextInt(3) == 0 ? 0.1 : 0;
        Map<List<String>, List<Visit>> byRow = new LinkedHashMap<>();
        nobodyCame.forEach(one -> byRow.put(one.row(oldQuarters), new ArrayList<>()));
        visits.forEach(one -> byRow.computeIfAbsent(one.row(oldQuarters), any -> new ArrayList<>())
                .add(one));
        byRow.forEach((codes, present) -> {
            Report report = new Report(codes.get(0), codes.get(2));
            // as it was first delivered: without the visits that the correction adds
            boolean first = uncorrected.filter(report::equals).isPresent() && random.nextBoolean();
            List<Visit> counted = first ? present.subList(0, present.size() / 2) : present;
            boolean added = first && counted.isEmpty();
            if (!late.contains(report) && !added) {
                rows.add(SentRow.of(row(codes, counted), rejected, unread, random));
            }
        });
    }

    private Observation row(List<String> codes, List<Visit> present) {
        long[] values = STRUCTURE.measures().stream()
                .mapToLong(measure -> measure.name().equals(CASELOAD)
                        ? caseload(all().filter(one -> one.row(oldQuarters).equals(codes)))
                        : truth(measure.name(), present))
                .toArray();
        boolean[] known = new boolean[values.length];
        Arrays.fill(known, true);
        return Observation.of(codes.toArray(String[]::new), values, known);
    }

    /** Returns what a measure is of some visits, found without the code under test. */
    long truth(ColumnName measure, List<Visit> of) {
        List<World.Attendance> attendances = attendances(of);
        if (measure.equals(MEETINGS)) {
            return of.stream().map(Visit::meeting).distinct().count();
        }
        if (measure.equals(World.VISITS)) {
            return World.visits(attendances);
        }
        if (measure.equals(World.VOLUNTEERS)) {
            return World.volunteers(attendances).size();
        }
        return World.persons(
                        measure.equals(World.NEW)
                                ? attendances.stream().filter(world::isNew).toList()
                                : attendances)
                .size();
    }

    private Stream<Visit> all() {
        return Stream.concat(visits.stream(), nobodyCame.stream());
    }

    /** Any number will do for the cases of a row, as long as it is always the same. */
    private static long caseload(Stream<Visit> of) {
        return of.map(Visit::row)
                .distinct()
                .mapToLong(row -> Math.floorMod(row.hashCode(), 7))
                .sum();
    }

    /** Returns the cases at the end of the last quarter of a group. */
    long caseload(List<Grouping> groupings, List<String> key, Selection where) {
        OptionalInt last = all().filter(one -> IntStream.range(0, key.size())
                        .filter(i -> groupings.get(i).column().equals(World.PERIOD))
                        .allMatch(i -> one.key(groupings.get(i)).equals(key.get(i))))
                .mapToInt(one -> one.attendance().quarter())
                .max();
        return caseload(all().filter(one -> last.isPresent()
                        && one.attendance().quarter() == last.getAsInt()
                        && groupings.stream().map(one::key).toList().equals(key))
                .filter(selects(where)));
    }

    /** Returns the visits of a group. */
    List<Visit> in(List<Grouping> groupings, List<String> key) {
        return visits.stream()
                .filter(one -> groupings.stream().map(one::key).toList().equals(key))
                .toList();
    }

    private void findFeatures() {
        boolean shared = visits.stream()
                .anyMatch(one -> visits.stream()
                        .anyMatch(other -> one.meeting().equals(other.meeting())
                                && !one.row().equals(other.row())));
        boolean twoAges = visits.stream()
                .map(Visit::attendance)
                .anyMatch(one -> visits.stream()
                        .map(Visit::attendance)
                        .anyMatch(other -> one.person() == other.person()
                                && one.quarter() == other.quarter()
                                && one.ageGroup().isPresent()
                                && other.ageGroup().isPresent()
                                && !one.ageGroup().equals(other.ageGroup())));
        add(Feature.SHARED_MEETING, shared);
        add(Feature.AGE_DIFFERS_BY_ORGANISATION, twoAges);
        add(Feature.REJECTED_ROW, rows.stream().anyMatch(row -> !row.accepted()));
        add(Feature.EMPTY_CELL, rows.stream().anyMatch(SentRow::hasEmptyCell));
        add(Feature.LATE_REPORTER, !late.isEmpty());
        add(Feature.ABSENT_CORRECTION, uncorrected.isPresent());
        add(Feature.AGREEMENT, !ledger.overlaps().isEmpty());
        add(Feature.OLDER_VERSION, visits.stream().anyMatch(one -> !one.row().equals(one.row(oldQuarters))));
        add(Feature.REPORTS_EVERY_QUARTER, everyQuarter);
    }

    private void add(Feature feature, boolean has) {
        if (has) {
            features.add(feature);
        }
    }

    Set<Feature> features() {
        return features;
    }

    OverlapLedger ledger() {
        return ledger;
    }

    /** Hands over what came in, and that a correction did not. */
    void handTo(RowTaker taker) {
        rows.forEach(row -> row.handTo(taker));
        uncorrected.ifPresent(report -> taker.acceptRejected(new RejectedRows(
                STRUCTURE.dimensions().stream()
                        .map(dimension -> dimension.name().equals(World.ORGANISATION)
                                ? Set.of(report.organisation())
                                : dimension.name().equals(World.PERIOD) ? Set.of(report.quarter()) : Set.<String>of())
                        .toList(),
                STRUCTURE.measures().stream().map(any -> OptionalLong.empty()).toList(),
                0,
                OptionalLong.empty())));
    }

    /** Returns which of the agreed reports of a group are there; empty where nothing was agreed. */
    Optional<Coverage> coverage(List<Grouping> groupings, List<String> key) {
        if (!agreedReports) {
            return Optional.empty();
        }
        Set<Report> expected = new HashSet<>();
        all().filter(one -> IntStream.range(0, key.size())
                        .filter(i -> Set.of(World.ORGANISATION, World.PERIOD)
                                .contains(groupings.get(i).column()))
                        .allMatch(i -> one.key(groupings.get(i)).equals(key.get(i))))
                .forEach(one -> expected.add(one.report()));
        long missing = expected.stream().filter(late::contains).count();
        return Optional.of(new Coverage(expected.size() - missing, expected.size()));
    }

    /** Returns for each measure the most that a report holds of it, which is also the most that a row or a cell of it can. */
    Map<String, BigDecimal> ceilings() {
        Map<String, BigDecimal> ceilings = new TreeMap<>();
        for (Measure measure : STRUCTURE.measures()) {
            long most = reports().stream()
                    .mapToLong(report -> truth(measure.name(), report))
                    .max()
                    .orElse(0);
            ceilings.put(measure.name().value(), BigDecimal.valueOf(most));
        }
        return ceilings;
    }

    private long truth(ColumnName measure, Report report) {
        List<Visit> of = all().filter(one -> one.report().equals(report)).toList();
        return measure.equals(CASELOAD) ? caseload(of.stream()) : truth(measure, of);
    }

    static Predicate<Visit> selects(Selection where) {
        return one -> where.codes().entrySet().stream()
                .allMatch(condition -> condition.getValue().contains(one.code(condition.getKey())));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("visits:\n");
        visits.forEach(one -> text.append(one).append('\n'));
        text.append("rows:\n");
        rows.forEach(row ->
                text.append(row.accepted() ? row.received() : row.rejected()).append('\n'));
        return text.append("late ")
                .append(late)
                .append("\ncorrection absent ")
                .append(uncorrected)
                .append("\nreports agreed ")
                .append(agreedReports)
                .append('\n')
                .append(ledger)
                .toString();
    }
}
