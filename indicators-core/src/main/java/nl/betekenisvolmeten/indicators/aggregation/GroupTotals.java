package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.aggregation.internal.Codes;
import nl.betekenisvolmeten.indicators.aggregation.internal.Deliveries;
import nl.betekenisvolmeten.indicators.aggregation.internal.Level;
import nl.betekenisvolmeten.indicators.aggregation.internal.Levels;
import nl.betekenisvolmeten.indicators.aggregation.internal.Reports;
import nl.betekenisvolmeten.indicators.aggregation.internal.RowOrder;
import nl.betekenisvolmeten.indicators.aggregation.internal.RowSelection;
import nl.betekenisvolmeten.indicators.aggregation.internal.SeriesTotals;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateReader;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateWriter;
import nl.betekenisvolmeten.indicators.aggregation.internal.WorkSpans;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all groups: their figures, how many rows they have, and who reported when. Memory grows with the number
 * of groups, and of the periods, parts and reporters in them.
 */
final class GroupTotals {

    private final Levels levels;
    private final RowSelection.Mode mode;
    private final Map<Map<ColumnName, Set<String>>, RowSelection> selections = new HashMap<>();
    private final List<SeriesTotals> series;
    /** Who reported in each period; none where rows do not say who reports. */
    private final List<Reports> reports = new ArrayList<>();

    /** Who delivered about which stadsdeel and period; none where rows do not say so. */
    private final List<Deliveries> deliveries = new ArrayList<>();

    private long[] observations = {};

    /** @throws IllegalArgumentException if a column does not exist or does not fit its use */
    static void check(TableStructure structure, List<Grouping> groupings, List<Series> series) {
        GroupTotals none = new GroupTotals(
                structure,
                groupings,
                series,
                new Known(false, new WorkSpans(structure, List.of(), List.of()), Map.of(), RowSelection.Mode.CERTAIN));
        if (none.series.size() != series.size()) {
            throw new IllegalStateException("figures without totals: " + series);
        }
    }

    /**
     * Information in addition to the rows.
     *
     * @param sameAgeRule whether organisations determine age by the same rule
     * @param spans when organisations work somewhere
     * @param firstTimes who came for the first time in a year, by the measure of all persons
     * @param mode which rows to include if a row may have one of several codes
     */
    record Known(
            boolean sameAgeRule, WorkSpans spans, Map<ColumnName, FirstTimes> firstTimes, RowSelection.Mode mode) {}

    GroupTotals(TableStructure structure, List<Grouping> groupings, List<Series> series, Known known) {
        mode = known.mode();
        levels = new Levels(
                structure,
                groupings.stream()
                        .map(grouping -> GroupingCodes.of(grouping, structure))
                        .toList());
        structure.reporterIndex().ifPresent(index -> reports.add(new Reports(levels.period(), index)));
        Deliveries.of(structure).ifPresent(deliveries::add);
        SeriesTotals.Place place = new SeriesTotals.Place(levels, known.sameAgeRule(), deliveries(), known.spans());
        Natures natures = new Natures(structure, place, known.firstTimes());
        this.series = series.stream()
                .map(one -> natures.of(one, total -> selection(total, structure)))
                .toList();
    }

    private RowSelection selection(Series.Total total, TableStructure structure) {
        return selections.computeIfAbsent(total.where().codes(), where -> new RowSelection(where, structure, mode));
    }

    /** Returns the codes that rows are put together or selected by. */
    List<Codes> codes() {
        List<Codes> codes = new ArrayList<>(levels.codes());
        selections.values().forEach(selection -> codes.addAll(selection.codes()));
        reports.forEach(one -> codes.add(one.codes()));
        deliveries.forEach(one -> codes.addAll(one.codes()));
        return codes;
    }

    /**
     * Adds rows.
     *
     * @throws IllegalArgumentException if there is a row that cannot be added; then these totals are of no use
     */
    void add(ObservationBatch batch, int from, int to) {
        levels.start(batch, from, to);
        selections.values().forEach(selection -> selection.start(batch, from, to));
        makeRoom();
        int[] groups = levels.group().rows;
        for (int i = 0; i < to - from; i++) {
            observations[groups[i]]++;
        }
        reports.forEach(one -> one.add(batch, from, to));
        deliveries.forEach(one -> one.add(batch, from, to));
        series.forEach(one -> one.add(batch, from));
    }

    private void makeRoom() {
        int size = levels.group().size();
        if (size > observations.length) {
            observations = Arrays.copyOf(observations, 2 * size);
        }
    }

    /** Adds what others of the same series know, each group under the key that becomes of its own; empty leaves it out. */
    void combine(GroupTotals other, Function<List<String>, Optional<List<String>>> newKey) {
        int[] groups = IntStream.range(0, other.levels.group().size())
                .map(theirs -> newKey.apply(other.levels.key(theirs))
                        .map(levels::group)
                        .orElse(Levels.Translation.NOWHERE))
                .toArray();
        Levels.Translation to = levels.translate(other.levels, groups);
        makeRoom();
        for (int theirs = 0; theirs < groups.length; theirs++) {
            if (groups[theirs] != Levels.Translation.NOWHERE) {
                addObservations(groups[theirs], other.observations[theirs]);
            }
        }
        for (int i = 0; i < reports.size(); i++) {
            reports.get(i).combine(other.reports.get(i), to.of(other.levels.period()));
        }
        for (int i = 0; i < deliveries.size(); i++) {
            deliveries.get(i).combine(other.deliveries.get(i));
        }
        for (int i = 0; i < series.size(); i++) {
            series.get(i).combine(other.series.get(i), to);
        }
    }

    /** Notes a row that is added elsewhere, which shows that there is a delivery. */
    void acceptDelivered(Observation row) {
        deliveries.forEach(one -> one.add(row));
    }

    /** Takes note of rows with an error, which show that there is a delivery. */
    void acceptRejected(RejectedRows rows) {
        deliveries.forEach(one -> one.add(rows));
    }

    /** Returns who delivered about which stadsdeel and period; empty where rows do not say so. */
    Optional<Deliveries> deliveries() {
        return deliveries.stream().findFirst();
    }

    private void addObservations(int group, long count) {
        observations[group] = Math.addExact(observations[group], count);
    }

    /** Returns all groups that have rows and those of other keys, which have none, in the order of their keys. */
    List<Group> groups(Set<List<String>> others) {
        return List.copyOf(counted(others));
    }

    private List<Counted> counted(Set<List<String>> others) {
        List<Counted> groups = new ArrayList<>();
        Set<List<String>> missing = new HashSet<>(others);
        for (int number = 0; number < levels.group().size(); number++) {
            Counted group = new Counted(this, number, levels.key(number));
            missing.remove(group.key);
            groups.add(group);
        }
        missing.forEach(key -> groups.add(new Counted(this, Counted.WITHOUT_ROWS, key)));
        groups.sort((a, b) -> RowOrder.INSTANCE.compare(a.key, b.key));
        return groups;
    }

    void write(StateWriter out) {
        List<Counted> groups = counted(Set.of());
        out.number(groups.size());
        for (Counted group : groups) {
            out.texts(group.key);
            out.number(group.observations());
            Map<String, Set<String>> periods = new TreeMap<>(group.periodsByReporter());
            out.number(periods.size());
            periods.forEach((who, when) -> {
                out.text(who);
                out.texts(List.copyOf(new TreeSet<>(when)));
            });
            series.forEach(one -> one.write(group.number, out));
        }
        deliveries.forEach(one -> one.write(out));
    }

    /** Adds a state written by others with the same plan. */
    void read(StateReader in, int keys) {
        long count = in.number();
        for (long i = 0; i < count; i++) {
            List<String> key = in.texts();
            if (key.size() != keys) {
                throw new IllegalArgumentException("not a state: a key of " + key.size() + " codes");
            }
            int group = levels.group(key);
            makeRoom();
            addObservations(group, in.number());
            long reporters = in.number();
            for (long j = 0; j < reporters; j++) {
                String who = in.text();
                in.texts().forEach(when -> report(group, who, when));
            }
            series.forEach(one -> one.read(group, in));
        }
        deliveries.forEach(one -> one.read(in));
    }

    private void report(int group, String who, String when) {
        int period = levels.period().node(levels.group(), group, when);
        reports.forEach(one -> one.add(period, who));
    }

    private Map<String, Set<String>> periodsByReporter(int group) {
        Map<String, Set<String>> periods = new HashMap<>();
        Level period = levels.period();
        reports.forEach(one -> period.each(levels.group(), group, node -> {
            Set<String> alone = Set.of(period.code(levels.group(), node));
            one.each(node, who -> periods.merge(who, alone, GroupTotals::union));
        }));
        return periods;
    }

    /** Most reporters have one period in a group, so that a set of its own comes with the second. */
    private static Set<String> union(Set<String> known, Set<String> more) {
        Set<String> all = known.size() == 1 ? new HashSet<>(known) : known;
        all.addAll(more);
        return all;
    }

    /** Makes the figure of rows that count and of rows that may. */
    interface Addition {
        Figure of(int index, Figure own, Figure possible);
    }

    /**
     * Returns groups with rows that may count in them, and groups of such rows only.
     *
     * @param counted whether these rows are not among those of the groups, so that they are to be counted
     */
    static List<Group> with(List<Group> groups, List<Group> possible, boolean counted, Addition addition) {
        Map<List<String>, Group> byKey = new TreeMap<>(RowOrder.INSTANCE);
        groups.forEach(group -> byKey.put(group.key(), group));
        for (Group more : possible) {
            Group own = byKey.get(more.key());
            if (own != null || counted) {
                byKey.put(more.key(), new Sum(own, more, counted, addition));
            }
        }
        return List.copyOf(byKey.values());
    }

    /** One group, as it is now. */
    interface Group {

        List<String> key();

        long observations();

        Map<String, Set<String>> periodsByReporter();

        /** Returns one of the figures, by its index in the plan. */
        Figure figure(int index);
    }

    /** A group and rows that may count in it; null where no row surely does. */
    private record Sum(@Nullable Group own, Group more, boolean counted, Addition addition) implements Group {

        @Override
        public List<String> key() {
            return more.key();
        }

        @Override
        public long observations() {
            return (own == null ? 0 : own.observations()) + (counted ? more.observations() : 0);
        }

        @Override
        public Map<String, Set<String>> periodsByReporter() {
            Map<String, Set<String>> all = new HashMap<>(own == null ? Map.of() : own.periodsByReporter());
            more.periodsByReporter()
                    .forEach((who, when) -> all.merge(who, when, (one, other) -> {
                        Set<String> both = new HashSet<>(one);
                        both.addAll(other);
                        return both;
                    }));
            return all;
        }

        @Override
        public Figure figure(int index) {
            Figure sure = own == null ? Figure.of(new CellValue.Missing(), 0, 0) : own.figure(index);
            return addition.of(index, sure, more.figure(index));
        }
    }

    private static final class Counted implements Group {

        static final int WITHOUT_ROWS = -1;

        private final GroupTotals totals;
        private final int number;
        private final List<String> key;
        private @Nullable Map<String, Set<String>> periods;

        private Counted(GroupTotals totals, int number, List<String> key) {
            this.totals = totals;
            this.number = number;
            this.key = List.copyOf(key);
        }

        @Override
        public List<String> key() {
            return key;
        }

        @Override
        public long observations() {
            return number == WITHOUT_ROWS ? 0 : totals.observations[number];
        }

        @Override
        public Map<String, Set<String>> periodsByReporter() {
            if (number == WITHOUT_ROWS) {
                return Map.of();
            }
            Map<String, Set<String>> known = periods == null ? totals.periodsByReporter(number) : periods;
            periods = known;
            return known;
        }

        @Override
        public Figure figure(int index) {
            return number == WITHOUT_ROWS
                    ? Figure.of(new CellValue.Missing(), 0, 0)
                    : totals.series.get(index).figure(number);
        }
    }
}
