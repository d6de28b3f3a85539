package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.aggregation.internal.Codes;
import nl.betekenisvolmeten.indicators.aggregation.internal.Deliveries;
import nl.betekenisvolmeten.indicators.aggregation.internal.Level;
import nl.betekenisvolmeten.indicators.aggregation.internal.Levels;
import nl.betekenisvolmeten.indicators.aggregation.internal.NodeNumbers;
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

    private final NodeNumbers.Counts observations;
    /** The organisations with a total over several periods. */
    private final Set<String> overPeriods = new HashSet<>();

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
        observations = new NodeNumbers.Counts(levels.group());
        structure.reporterIndex().ifPresent(index -> reports.add(new Reports(levels.period(), index)));
        Deliveries.of(structure).ifPresent(deliveries::add);
        SeriesTotals.Place place =
                new SeriesTotals.Place(levels, known.sameAgeRule(), deliveries(), known.spans(), overPeriods);
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
        observations.makeRoom();
        int[] groups = levels.group().rows;
        for (int i = 0; i < to - from; i++) {
            observations.add(groups[i], 1);
        }
        reports.forEach(one -> one.add(batch, from, to));
        deliveries.forEach(one -> one.add(batch, from, to));
        series.forEach(one -> one.add(batch, from));
    }

    /** Adds what others of the same series know, each group under the key that becomes of its own; empty leaves it out. */
    void combine(GroupTotals other, Function<List<String>, Optional<List<String>>> newKey) {
        int[] groups = IntStream.range(0, other.levels.group().size())
                .map(theirs -> newKey.apply(other.levels.key(theirs))
                        .map(levels::group)
                        .orElse(Levels.Translation.NOWHERE))
                .toArray();
        Levels.Translation to = levels.translate(other.levels, groups);
        observations.combine(other.observations, to);
        overPeriods.addAll(other.overPeriods);
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

    /** Notes that a row of an organisation is about several periods. */
    void acceptOverPeriods(String organisation) {
        overPeriods.add(organisation);
    }

    /** Notes a row that is added elsewhere, which shows that there is a delivery. */
    void acceptDelivered(Observation row) {
        deliveries.forEach(one -> one.add(row));
    }

    /** Accepts rows with an error, which show that there is a delivery. */
    void acceptRejected(RejectedRows rows) {
        deliveries.forEach(one -> one.add(rows));
    }

    /** Returns who delivered about which stadsdeel and period; empty if rows do not say so. */
    Optional<Deliveries> deliveries() {
        return deliveries.stream().findFirst();
    }

    /** Returns all groups that have rows and those of other keys, which have none, in the order of their keys. */
    List<Group> groups(Set<List<String>> others) {
        Map<List<String>, Group> groups = new TreeMap<>(RowOrder.INSTANCE);
        others.forEach(key -> groups.put(key, Group.withoutRows(key)));
        numbers()
                .forEach((key, number) -> groups.put(
                        key,
                        new Group(
                                key,
                                observations.of(number),
                                periodsByReporter(number),
                                index -> series.get(index).figure(number))));
        return List.copyOf(groups.values());
    }

    /** Returns the numbers of the groups, in the order of their keys. */
    private SortedMap<List<String>, Integer> numbers() {
        SortedMap<List<String>, Integer> numbers = new TreeMap<>(RowOrder.INSTANCE);
        for (int number = 0; number < levels.group().size(); number++) {
            numbers.put(List.copyOf(levels.key(number)), number);
        }
        return numbers;
    }

    void write(StateWriter out) {
        SortedMap<List<String>, Integer> groups = numbers();
        out.number(groups.size());
        groups.forEach((key, number) -> {
            out.texts(key);
            observations.write(number, out);
            Map<String, Set<String>> periods = new TreeMap<>(periodsByReporter(number));
            out.number(periods.size());
            periods.forEach((who, when) -> {
                out.text(who);
                out.texts(List.copyOf(new TreeSet<>(when)));
            });
            series.forEach(one -> one.write(number, out));
        });
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
            observations.read(group, in);
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

    static Set<String> union(Set<String> known, Set<String> more) {
        if (known.containsAll(more)) {
            return known;
        }
        Set<String> all = new HashSet<>(known);
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
            if (counted || byKey.containsKey(more.key())) {
                Group own = byKey.getOrDefault(more.key(), Group.withoutRows(more.key()));
                Map<String, Set<String>> periods = new HashMap<>(own.periodsByReporter());
                more.periodsByReporter().forEach((who, when) -> periods.merge(who, when, GroupTotals::union));
                byKey.put(
                        more.key(),
                        new Group(
                                more.key(),
                                own.observations() + (counted ? more.observations() : 0),
                                periods,
                                index -> addition.of(index, own.figure(index), more.figure(index))));
            }
        }
        return List.copyOf(byKey.values());
    }

    /**
     * One group, as it is now.
     *
     * @param figures gives a figure by its index in the plan
     */
    record Group(
            List<String> key,
            long observations,
            Map<String, Set<String>> periodsByReporter,
            IntFunction<Figure> figures) {

        static Group withoutRows(List<String> key) {
            return new Group(key, 0, Map.of(), index -> Figure.of(new CellValue.Missing(), 0, 0));
        }

        Figure figure(int index) {
            return figures.apply(index);
        }
    }
}
