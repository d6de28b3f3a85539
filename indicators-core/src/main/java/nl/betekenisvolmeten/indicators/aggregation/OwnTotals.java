package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.internal.Codes;
import nl.betekenisvolmeten.indicators.aggregation.internal.Deliveries;
import nl.betekenisvolmeten.indicators.aggregation.internal.OwnTotalStates;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/**
 * Totals that organisations counted themselves, in place of their rows: a number that a total gives is zero in the rows
 * that it replaces, and counts as an additional row. Figures for whole stadsdelen and periods are computed from these,
 * others from the rows themselves. If an organisation has several totals for a stadsdeel, the longest one within a
 * single group counts. A total over periods of several groups only bounds these from above.
 */
final class OwnTotals {

    private final AggregationPlan plan;
    /** Whether totals over periods of several groups count too: then figures are upper bounds. */
    private final boolean bounding;

    private final TableStructure structure;
    private final int reporter;
    private final int time;
    private final Optional<Deliveries.Area> area;
    private final List<OwnTotal> totals;
    /** The measures that totals give, by organisation, stadsdeel and period. */
    private final Map<List<String>, Set<Integer>> given = new HashMap<>();

    private final List<Counted> counted = new ArrayList<>();

    /**
     * Decides which totals count, regardless of their order: the longest total within a group first, and the shortest
     * of the totals that span several groups.
     */
    OwnTotals(AggregationPlan plan, boolean bounding, List<OwnTotal> totals) {
        this.plan = plan;
        this.bounding = bounding;
        this.totals = List.copyOf(totals);
        structure = plan.structure();
        reporter = structure.reporterIndex().orElseThrow();
        time = structure.timeIndex().orElseThrow();
        area = Deliveries.Area.of(structure);
        OwnTotalStates.sorted(totals).stream()
                .sorted(Comparator.comparing((OwnTotal total) -> !total.replaces())
                        .thenComparing(total -> !isWhole(total))
                        .thenComparing(total -> (isWhole(total) ? -1 : 1)
                                * total.codes().get(time).size()))
                .forEach(total -> settle(total).ifPresent(counted::add));
    }

    /** @throws IllegalArgumentException if a total does not match a plan */
    static void check(OwnTotal total, AggregationPlan plan) {
        TableStructure structure = plan.structure();
        structure.checkSize(total.codes().size(), total.values().size());
        if (structure.reporterIndex().isEmpty() || structure.timeIndex().isEmpty()) {
            throw new IllegalArgumentException("totals need columns of who reports and when: " + structure);
        }
        for (Grouping grouping : plan.groupings()) {
            Codes codes = GroupingCodes.of(grouping, structure);
            total.codes().get(codes.dimension()).forEach(codes::rollUp);
        }
    }

    /**
     * Checks that a total comes before the rows that it replaces.
     *
     * @param delivered the deliveries of rows
     * @param renamed organisations for which it is unknown who delivered their rows
     * @throws IllegalArgumentException if its organisation has already delivered some of these rows
     */
    static void checkBefore(OwnTotal total, TableStructure structure, Deliveries delivered, Set<String> renamed) {
        String who = only(total, structure.reporterIndex().orElseThrow());
        String where = stadsdeel(total, Deliveries.Area.of(structure));
        Set<String> periods = new TreeSet<>(delivered.of(who).getOrDefault(where, Set.of()));
        periods.retainAll(total.codes().get(structure.timeIndex().orElseThrow()));
        if (!periods.isEmpty() && !renamed.contains(who)) {
            throw new IllegalArgumentException("a total must come before the rows that it replaces: "
                    + List.of(who, where) + " has rows of " + periods);
        }
    }

    List<OwnTotal> totals() {
        return totals;
    }

    /**
     * A total that counts.
     *
     * @param total the total
     * @param measures the measures that it gives and no longer total does
     * @param sure whether all of it counts
     */
    record Counted(OwnTotal total, Set<Integer> measures, boolean sure) {}

    /** Returns the totals that count. */
    List<Counted> counted() {
        return counted;
    }

    /**
     * Returns the organisation whose total covers several periods, which belongs to the last of them; empty for a total
     * over one period.
     */
    Optional<String> overPeriods(Counted one) {
        return Optional.of(one.total())
                .filter(total -> total.codes().get(time).size() > 1)
                .map(total -> only(total, reporter));
    }

    /** Returns the measures for which a total has a number. */
    private Set<Integer> measures(OwnTotal total) {
        Set<Integer> measures = new TreeSet<>();
        for (int m = 0; m < total.values().size(); m++) {
            if (total.values().get(m).isPresent()) {
                measures.add(m);
                without(m).ifPresent(measures::add);
            }
        }
        return measures;
    }

    private Optional<Counted> settle(OwnTotal total) {
        Set<String> periods = total.codes().get(time);
        Set<Integer> measures = measures(total);
        long before = measures.size();
        Set<Integer> always = new TreeSet<>(measures);
        periods.forEach(period -> always.retainAll(given.getOrDefault(place(total, period), Set.of())));
        boolean partly = periods.stream()
                .anyMatch(period -> !always.containsAll(
                        intersection(given.getOrDefault(place(total, period), Set.of()), measures)));
        measures.removeAll(always);
        if (!total.replaces()) {
            return measures.isEmpty() && before > 0
                    ? Optional.empty()
                    : Optional.of(new Counted(total, measures, !partly && total.scope() != OwnTotal.Scope.PARTLY));
        }
        if (!isWhole(total)) {
            return bounding ? rest(total) : Optional.empty();
        }
        return Optional.of(given(total, measures, !partly));
    }

    /** Returns a total over several groups, for the periods without a shorter one: at most all of it in each. */
    private Optional<Counted> rest(OwnTotal total) {
        List<Set<String>> codes = new ArrayList<>(total.codes());
        Set<String> periods = new TreeSet<>(codes.get(time));
        periods.removeIf(period -> given.containsKey(place(total, period)));
        codes.set(time, periods);
        return periods.isEmpty()
                ? Optional.empty()
                : Optional.of(given(
                        new OwnTotal(codes, total.values(), total.squares(), total.scope()), measures(total), false));
    }

    private Counted given(OwnTotal total, Set<Integer> measures, boolean sure) {
        total.codes()
                .get(time)
                .forEach(period -> given.computeIfAbsent(place(total, period), any -> new HashSet<>())
                        .addAll(measures));
        return new Counted(total, measures, sure);
    }

    private static Set<Integer> intersection(Set<Integer> one, Set<Integer> other) {
        Set<Integer> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }

    /** Returns the measure of events without a name; a total of persons that does not give it has none. */
    private Optional<Integer> without(int measure) {
        return structure.measures().get(measure) instanceof Measure.Distinct persons
                ? persons.unnamed()
                        .flatMap(known -> structure.measureIndex(known.without()).stream()
                                .boxed()
                                .findFirst())
                : Optional.empty();
    }

    private static String only(OwnTotal total, int dimension) {
        return total.codes().get(dimension).iterator().next();
    }

    static String stadsdeel(OwnTotal total, Optional<Deliveries.Area> area) {
        return area.map(of -> of.rollUp().apply(only(total, of.dimension()))).orElse("");
    }

    private List<String> place(OwnTotal total, String period) {
        return List.of(only(total, reporter), stadsdeel(total, area), period);
    }

    /** Returns whether all periods of a total are in the same group. */
    private boolean isWhole(OwnTotal total) {
        return plan.groupings().stream()
                .filter(grouping -> index(grouping) == time)
                .allMatch(grouping -> {
                    Codes codes = GroupingCodes.of(grouping, structure);
                    return total.codes().get(time).stream()
                                    .map(codes::rollUp)
                                    .distinct()
                                    .count()
                            == 1;
                });
    }

    /** Returns the dimension of a grouping. */
    int index(Grouping grouping) {
        return structure.dimensionIndex(grouping.column()).orElseThrow();
    }

    /** Returns a row without the numbers that a total replaces; the same row if there are none. */
    Observation mask(Observation row) {
        Set<Integer> gone = given(
                Codes.ofDeliverers(reporter).rollUp(row.code(reporter)),
                area.map(of -> of.rollUp().apply(row.code(of.dimension()))).orElse(""),
                row.code(time));
        return gone.isEmpty() ? row : row.withZeros(gone);
    }

    private Set<Integer> given(String who, String where, String when) {
        return given.getOrDefault(List.of(who, where, when), Set.of());
    }

    /** Returns the measures in which rows with an error do not matter, as a total replaces them. */
    Set<Integer> given(RejectedRows rows) {
        Set<String> who = rows.codes().get(reporter);
        Set<String> where = area.map(of -> rows.codes().get(of.dimension()).stream()
                        .map(of.rollUp())
                        .collect(Collectors.toSet()))
                .orElse(Set.of(""));
        Set<String> when = rows.codes().get(time);
        return who.stream()
                .flatMap(one -> where.stream().flatMap(at -> when.stream().map(period -> given(one, at, period))))
                .reduce(OwnTotals::intersection)
                .orElse(Set.of());
    }

    /**
     * Returns the rows that a total may stand for, one for each group of the plan, with the total's last period. Other
     * columns have all its codes, and numbers that it does not give are zero.
     */
    List<Observation> rows(Counted counted) {
        OwnTotal total = counted.total();
        List<List<String>> rows = List.of(List.of());
        for (int d = 0; d < structure.dimensions().size(); d++) {
            List<String> options = options(total, d);
            rows = rows.stream()
                    .flatMap(row -> options.stream()
                            .map(code ->
                                    Stream.concat(row.stream(), Stream.of(code)).toList()))
                    .toList();
        }
        long[] values = new long[total.values().size()];
        boolean[] known = new boolean[values.length];
        for (int m = 0; m < values.length; m++) {
            values[m] = counted.measures().contains(m) ? total.values().get(m).orElse(0) : 0;
            known[m] = total.replaces()
                    || total.values().get(m).isPresent()
                    || counted.measures().contains(m);
        }
        return rows.stream()
                .map(codes -> Observation.of(codes.toArray(String[]::new), values, known))
                .toList();
    }

    /**
     * Returns the codes of a total. Codes that the groups do not distinguish form one text; only the last period is
     * included.
     */
    private List<String> options(OwnTotal total, int dimension) {
        List<Codes> groupings = plan.groupings().stream()
                .filter(grouping -> index(grouping) == dimension)
                .map(grouping -> GroupingCodes.of(grouping, structure))
                .toList();
        Map<List<String>, TreeSet<String>> byGroup = new LinkedHashMap<>();
        new TreeSet<>(total.codes().get(dimension))
                .forEach(code -> byGroup.computeIfAbsent(
                                groupings.stream()
                                        .map(grouping -> grouping.rollUp(code))
                                        .toList(),
                                any -> new TreeSet<>())
                        .add(code));
        return byGroup.values().stream()
                .map(codes -> dimension == time ? codes.last() : PossibleCodes.text(codes))
                .toList();
    }

    /** Returns whether a figure covers whole stadsdelen and periods, and measures that totals give. */
    boolean isWhole(Series series) {
        Set<ColumnName> measures = new TreeSet<>();
        given.values()
                .forEach(some -> some.forEach(
                        m -> measures.add(structure.measures().get(m).name())));
        return plan.groupings().stream().allMatch(this::isWhole)
                && series.totals().stream()
                        .allMatch(total -> total.where().codes().isEmpty() && measures.contains(total.measure()));
    }

    private boolean isWhole(Grouping grouping) {
        int index = index(grouping);
        return index == reporter
                || index == time
                || (grouping instanceof Grouping.ByArea byArea && byArea.level().compareTo(AreaLevel.STADSDEEL) >= 0)
                || (grouping instanceof Grouping.ByColumn
                        && structure.dimensions().get(index) instanceof Dimension.Place place
                        && place.level().compareTo(AreaLevel.STADSDEEL) >= 0);
    }
}
