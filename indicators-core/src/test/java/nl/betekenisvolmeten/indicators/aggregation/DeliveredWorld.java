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
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
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
    static final ColumnName NAMELESS = ColumnName.of("bezoeken_zonder_naam");
    static final ColumnName DURATION = ColumnName.of("duur");

    /** Age groups that are one in the older version of the form. */
    private static final Set<String> YOUNG = Set.of("0-17", "18-66");

    static final List<String> TARGET_GROUPS = List.of("ALLEN", "JEUGD", "OUDERS");

    static final TableStructure STRUCTURE = new TableStructure(
            Stream.concat(World.STRUCTURE.dimensions().stream(), Stream.of(Dimension.Category.of(TARGET_GROUP)))
                    .toList(),
            Stream.concat(
                            World.STRUCTURE.measures().stream().map(DeliveredWorld::withNameless),
                            Stream.of(
                                    new Measure.Flow(NAMELESS, 0),
                                    new Measure.Mean(DURATION, 0, World.VISITS),
                                    new Measure.Shared(MEETINGS, 0, Set.of(TARGET_GROUP, World.AGE)),
                                    new Measure.Stock(CASELOAD, 0)))
                    .toList());

    private static Measure withNameless(Measure measure) {
        return measure.name().equals(World.PERSONS)
                ? new Measure.Distinct(
                        World.PERSONS,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Measure.Unnamed(World.VISITS, NAMELESS)),
                        Optional.empty())
                : measure;
    }

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
        REPORTS_EVERY_QUARTER,
        NAMELESS_VISIT,
        CONTRADICTION,
        SUCCESSION
    }

    /** Someone at a meeting for a target group; meetings of one place, quarter and activity have numbers. */
    record Visit(World.Attendance attendance, String targetGroup, int number, boolean named) {

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

        List<String> row() {
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

        Visit in(int quarter) {
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
                    number,
                    true);
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
    /** The quarter in which the second organisation took over from the first. */
    private final Optional<Integer> since;
    /** The row about which two files disagree, as the first has it. */
    private final Optional<SentRow> contradicted;

    private final List<SentRow> rows = new ArrayList<>();
    private final OverlapLedger ledger;
    private final boolean agreedReports;
    private final boolean everyQuarter;
    private final Set<Integer> oldQuarters;

    DeliveredWorld(Random random) {
        this.random = random;
        boolean sameAgeRule = random.nextInt(3) == 0;
        since = random.nextInt(6) == 0 ? Optional.of(1 + random.nextInt(3)) : Optional.empty();
        Crowd crowd = new Crowd(random, sameAgeRule, since);
        visits = crowd.visits(random.nextInt(36));
        everyQuarter = since.isEmpty() && random.nextBoolean();
        nobodyCame = everyQuarter ? crowd.withoutActivity(visits) : crowd.visits(random.nextInt(3));
        oldQuarters = random.nextInt(4) > 0
                ? Set.of()
                : IntStream.range(0, 1 + random.nextInt(World.QUARTERS.size()))
                        .boxed()
                        .collect(Collectors.toSet());
        // who has no name is nobody that an organisation knows
        world = new World(attendances(named(visits)), attendances(nobodyCame));
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
        List<SentRow> good = rows.stream().filter(SentRow::accepted).toList();
        contradicted = random.nextInt(5) == 0 && !good.isEmpty() ? Optional.of(any(good)) : Optional.empty();
        List<OverlapLedger.Overlap> overlaps = random.nextInt(3) > 0 && since.isEmpty()
                ? AgreementCellProperties.ledger(new World(attendances(visits), attendances(nobodyCame)), random)
                        .overlaps()
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

    private static List<Visit> named(List<Visit> visits) {
        return visits.stream().filter(Visit::named).toList();
    }

    private List<Report> reports() {
        return all().map(Visit::report).distinct().toList();
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
                SentRow sent = SentRow.of(row(codes, counted), rejected, unread, random);
                // whoever leaves this cell empty says that every name was asked
                int nameless = STRUCTURE.measureIndex(NAMELESS).orElseThrow();
                sent.valuesRead()[nameless] |= sent.accepted();
                rows.add(sent);
            }
        });
    }

    private Observation row(List<String> codes, List<Visit> present) {
        long[] values = STRUCTURE.measures().stream()
                .mapToLong(measure -> sent(measure.name(), codes, present))
                .toArray();
        boolean[] known = new boolean[values.length];
        Arrays.fill(known, true);
        return Observation.of(codes.toArray(String[]::new), values, known);
    }

    private long sent(ColumnName measure, List<String> codes, List<Visit> present) {
        if (measure.equals(CASELOAD)) {
            return caseload(all().filter(one -> one.row(oldQuarters).equals(codes)));
        }
        if (measure.equals(DURATION)) {
            return duration(codes);
        }
        return truth(measure, measure.equals(World.PERSONS) ? named(present) : present);
    }

    /** The mean duration of the visits of a row: any number will do, as long as it is always the same. */
    private static long duration(List<String> codes) {
        return Math.floorMod(codes.hashCode(), 5);
    }

    /** Returns how long some visits lasted together. */
    long durations(List<Visit> of) {
        return of.stream()
                .mapToLong(one -> one.attendance().visits() * duration(one.row(oldQuarters)))
                .sum();
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
        if (measure.equals(NAMELESS)) {
            return World.visits(
                    attendances(of.stream().filter(one -> !one.named()).toList()));
        }
        if (measure.equals(World.VOLUNTEERS)) {
            return World.volunteers(attendances).size();
        }
        return World.persons(
                        measure.equals(World.NEW)
                                ? attendances(named(of)).stream()
                                        .filter(world::isNew)
                                        .toList()
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
                        .allMatch(i -> key(one, groupings.get(i)).equals(key.get(i))))
                .mapToInt(one -> one.attendance().quarter())
                .max();
        return caseload(all().filter(one -> last.isPresent()
                        && one.attendance().quarter() == last.getAsInt()
                        && keys(one, groupings).equals(key))
                .filter(selects(where)));
    }

    /** The code in a group's key, under the name of the organisation whose series it is in. */
    private String key(Visit one, Grouping grouping) {
        return grouping.column().equals(World.ORGANISATION) ? renamed(one.key(grouping)) : one.key(grouping);
    }

    private List<String> keys(Visit one, List<Grouping> groupings) {
        return groupings.stream().map(grouping -> key(one, grouping)).toList();
    }

    private String renamed(String organisation) {
        return since.isPresent() && organisation.equals(World.ORGANISATIONS.get(0))
                ? World.ORGANISATIONS.get(1)
                : organisation;
    }

    /** Returns who took over from whom. */
    List<Succession> successions() {
        return since
                .map(quarter -> new Succession(
                        KvkNumber.of(World.ORGANISATIONS.get(0)),
                        KvkNumber.of(World.ORGANISATIONS.get(1)),
                        Period.ofCode(World.QUARTERS.get(quarter)),
                        Set.of(),
                        LocalizedText.of("overgenomen", "taken over")))
                .stream()
                .toList();
    }

    /** Returns the visits of a group. */
    List<Visit> in(List<Grouping> groupings, List<String> key) {
        return visits.stream().filter(one -> keys(one, groupings).equals(key)).toList();
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
        add(Feature.NAMELESS_VISIT, visits.stream().anyMatch(one -> !one.named()));
        add(Feature.CONTRADICTION, contradicted.isPresent());
        add(
                Feature.SUCCESSION,
                since.isPresent()
                        && visits.stream().anyMatch(one -> one.attendance().organisation() == 0)
                        && visits.stream().anyMatch(one -> one.attendance().organisation() == 1));
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

    /** Hands over what came in, that a correction did not, and about which row two files disagree. */
    void handTo(RowTaker taker) {
        rows.forEach(row -> row.handTo(taker, this::renamed, contradicted.equals(Optional.of(row)) ? 3 : 0));
        contradicted.ifPresent(row -> taker.refuse(SentRow.renamed(row.received(), this::renamed)));
        uncorrected.ifPresent(report -> taker.acceptRejected(new RejectedRows(
                STRUCTURE.dimensions().stream()
                        .map(dimension -> dimension.name().equals(World.ORGANISATION)
                                ? Set.of(renamed(report.organisation()))
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
                        .allMatch(i -> key(one, groupings.get(i)).equals(key.get(i))))
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
        return measure.equals(CASELOAD)
                ? caseload(of.stream())
                : measure.equals(DURATION) ? durations(of) : truth(measure, of);
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
                .append("\ncontradicted ")
                .append(contradicted)
                .append("\ntaken over ")
                .append(since)
                .append("\nreports agreed ")
                .append(agreedReports)
                .append('\n')
                .append(ledger)
                .toString();
    }
}
