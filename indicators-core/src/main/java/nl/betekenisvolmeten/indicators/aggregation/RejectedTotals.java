package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.internal.Codes;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateReader;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateWriter;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.RejectedRows;

/**
 * What is known of rows that were rejected, by the groups that they may belong to. Rows that may belong to the same groups
 * and figures are put together, so memory grows with the number of groups.
 */
final class RejectedTotals {

    /** Above this number of different rows with an uncertain group, rows may belong to any group. */
    private static final int MOST_UNCERTAIN = 1000;

    /**
     * Where rows may belong.
     *
     * @param key for each grouping the codes that it may have; none where it may be any
     * @param areas the areas that are known, in which one that may be any lies, or which lie in it
     * @param figures the totals for which they may count, by their places in the plan
     */
    private record Where(List<Set<String>> key, Set<String> areas, Set<Integer> figures) {

        boolean isCertain() {
            return key.stream().allMatch(codes -> codes.size() == 1);
        }

        List<String> only() {
            return key.stream().map(codes -> codes.iterator().next()).toList();
        }

        Where within(List<String> group) {
            return new Where(group.stream().map(Set::of).toList(), areas, figures);
        }
    }

    /** What is known of rows: how many, and for each total the sum of what can be read and how many cannot. */
    private static final class Cells {
        private final BigInteger[] sums;
        private final long[] unknown;
        private long rows;
        private boolean open;

        Cells(int totals) {
            sums = new BigInteger[totals];
            Arrays.fill(sums, BigInteger.ZERO);
            unknown = new long[totals];
        }

        void add(Cells other) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = sums[i].add(other.sums[i]);
                unknown[i] = Math.addExact(unknown[i], other.unknown[i]);
            }
            rows = Math.addExact(rows, other.rows);
            open |= other.open;
        }
    }

    private final AggregationPlan plan;
    private final List<Codes> keys;
    private final List<Series.Total> totals;
    private final Map<List<String>, Map<Where, Cells>> certain = new HashMap<>();
    private Map<Where, Cells> uncertain = new HashMap<>();
    private boolean widened;

    RejectedTotals(AggregationPlan plan) {
        this.plan = plan;
        keys = plan.groupings().stream()
                .map(grouping -> GroupingCodes.of(grouping, plan.structure()))
                .toList();
        totals = plan.series().stream().flatMap(one -> one.totals().stream()).toList();
    }

    /** Adds rows, except for the given measures. */
    void add(RejectedRows rows, Set<Integer> given) {
        Set<Integer> figures = new TreeSet<>();
        Cells cells = new Cells(totals.size());
        cells.rows = rows.rows();
        cells.open = rows.rows() == 0;
        for (int i = 0; i < totals.size(); i++) {
            if (!given.contains(measure(totals.get(i))) && mayCount(totals.get(i), rows)) {
                figures.add(i);
                OptionalLong value = most(totals.get(i), rows);
                if (value.isPresent()) {
                    BigInteger one = BigInteger.valueOf(Math.max(0, value.getAsLong()));
                    cells.sums[i] = one.multiply(BigInteger.valueOf(rows.rows()));
                } else {
                    cells.unknown[i] = rows.rows();
                }
            }
        }
        add(new Where(key(rows), areas(rows), figures), cells);
    }

    private int measure(Series.Total total) {
        return plan.structure().measureIndex(total.measure()).orElseThrow();
    }

    /** Returns the upper bound of what rows with an error may add to a total; empty if it cannot be read. */
    private OptionalLong most(Series.Total total, RejectedRows rows) {
        OptionalLong value = rows.values().get(measure(total));
        Optional<Measure.Unnamed> unnamed =
                plan.structure().measures().get(measure(total)) instanceof Measure.Distinct persons
                        ? persons.unnamed()
                        : Optional.empty();
        if (unnamed.isEmpty()) {
            return value;
        }
        OptionalLong without = value(unnamed.get().without(), rows);
        OptionalLong events = value(unnamed.get().events(), rows);
        if (value.isPresent() && without.isPresent()) {
            return OptionalLong.of(Math.addExact(Math.max(0, value.getAsLong()), Math.max(0, without.getAsLong())));
        }
        // an empty cell cannot be told from one with an error
        return events.isPresent()
                ? OptionalLong.of(Math.max(value.orElse(0), events.getAsLong()))
                : OptionalLong.empty();
    }

    private OptionalLong value(ColumnName column, RejectedRows rows) {
        OptionalInt index = plan.structure().measureIndex(column);
        return index.isPresent() ? rows.values().get(index.getAsInt()) : OptionalLong.empty();
    }

    private boolean mayCount(Series.Total total, RejectedRows rows) {
        return total.where().codes().entrySet().stream().allMatch(condition -> {
            int dimension = plan.structure().dimensionIndex(condition.getKey()).orElseThrow();
            return condition.getValue().stream().anyMatch(code -> rows.mayBe(dimension, code));
        });
    }

    private List<Set<String>> key(RejectedRows rows) {
        return keys.stream()
                .map(codes -> rolledUp(codes, rows.codes().get(codes.dimension())))
                .toList();
    }

    /** Returns the codes that the given ones are rolled up to; empty, for any, if one of them cannot be. */
    private static Set<String> rolledUp(Codes to, Set<String> codes) {
        Set<String> all = new TreeSet<>();
        for (String code : codes) {
            try {
                all.add(to.rollUp(code));
            } catch (IllegalArgumentException e) {
                return Set.of();
            }
        }
        return all;
    }

    private Set<String> areas(RejectedRows rows) {
        Set<String> areas = new TreeSet<>();
        for (int d = 0; d < plan.structure().dimensions().size(); d++) {
            Set<String> codes = rows.codes().get(d);
            if (plan.structure().dimensions().get(d) instanceof Dimension.Place place && codes.size() == 1) {
                place.code(codes.iterator().next()).map(AreaCode::value).ifPresent(areas::add);
            }
        }
        return areas;
    }

    private void add(Where where, Cells cells) {
        if (where.isCertain()) {
            merge(certain.computeIfAbsent(where.only(), any -> new HashMap<>()), where, cells);
            return;
        }
        merge(uncertain, widened ? anywhere(where) : where, cells);
        if (uncertain.size() > MOST_UNCERTAIN) {
            widen();
        }
    }

    private void widen() {
        if (!widened) {
            widened = true;
            Map<Where, Cells> narrow = uncertain;
            uncertain = new HashMap<>();
            narrow.forEach((one, known) -> merge(uncertain, anywhere(one), known));
        }
    }

    private static void merge(Map<Where, Cells> into, Where where, Cells cells) {
        into.computeIfAbsent(where, any -> new Cells(cells.sums.length)).add(cells);
    }

    private Where anywhere(Where where) {
        return new Where(Collections.nCopies(keys.size(), Set.of()), Set.of(), where.figures());
    }

    /** Adds what another one of the same plan knows. */
    void combine(RejectedTotals other) {
        other.each(this::add);
        if (other.widened) {
            widen();
        }
    }

    /** Adds what another one with the same figures knows, under the keys that become of its groups. */
    void regroup(
            RejectedTotals other, Set<List<String>> groups, Function<List<String>, Optional<List<String>>> newKey) {
        Set<List<String>> all = new LinkedHashSet<>(groups);
        // rows may be of a group that only others of their kind may be of
        other.each((where, cells) -> groups.forEach(group -> all.addAll(other.possible(where, group))));
        other.each((where, cells) -> {
            Set<List<String>> possible = new LinkedHashSet<>();
            all.forEach(group -> possible.addAll(other.possible(where, group)));
            Set<List<String>> renamed = new LinkedHashSet<>();
            possible.forEach(key -> newKey.apply(key).ifPresent(renamed::add));
            renamed.forEach(key -> add(where.within(key), cells));
        });
    }

    /** Returns the keys that rows may have, with the codes of a group where any code is possible. */
    private List<List<String>> possible(Where where, List<String> group) {
        List<List<String>> keys = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < group.size(); i++) {
            Set<String> known = where.key().get(i);
            boolean fits = !known.isEmpty() || mayLie(i, group.get(i), where.areas());
            Set<String> codes = fits ? (known.isEmpty() ? Set.of(group.get(i)) : known) : Set.of();
            keys = keys.stream()
                    .flatMap(key -> codes.stream()
                            .map(code ->
                                    Stream.concat(key.stream(), Stream.of(code)).toList()))
                    .toList();
        }
        return keys;
    }

    private interface Each {
        void accept(Where where, Cells cells);
    }

    private void each(Each action) {
        certain.values().forEach(wheres -> wheres.forEach(action::accept));
        Map.copyOf(uncertain).forEach(action::accept);
    }

    /** Returns the groups that rows certainly belong to. */
    Set<List<String>> groups() {
        return certain.keySet();
    }

    private boolean mayBe(Where where, List<String> group) {
        for (int i = 0; i < group.size(); i++) {
            Set<String> codes = where.key().get(i);
            if (codes.isEmpty() ? !mayLie(i, group.get(i), where.areas()) : !codes.contains(group.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a code is possible for rows with some areas known, as these lie within each other. */
    private boolean mayLie(int grouping, String code, Set<String> areas) {
        Grouping by = plan.groupings().get(grouping);
        Optional<AreaCode> own = plan.area(by, code);
        return own.isEmpty()
                || !(plan.dimension(by) instanceof Dimension.Place place)
                || areas.stream()
                        .map(AreaCode::of)
                        .allMatch(area -> place.areas().isWithin(area, own.get())
                                || place.areas().isWithin(own.get(), area));
    }

    /** What is known of the rejected rows that may belong to a group. */
    final class Rejected {
        private final Cells all = new Cells(totals.size());
        /** How many rows may count for each total. */
        private final long[] counts = new long[totals.size()];

        private final boolean[] open = new boolean[totals.size()];

        private void add(Where where, Cells cells) {
            all.add(cells);
            where.figures().forEach(i -> {
                counts[i] = Math.addExact(counts[i], cells.rows);
                open[i] |= cells.open;
            });
        }

        long rows() {
            return all.rows;
        }

        /** Returns what is known of the cells of a figure, by its place in the plan. */
        RejectedCells cells(int series) {
            int first = plan.series().subList(0, series).stream()
                    .mapToInt(one -> one.totals().size())
                    .sum();
            long cells = 0;
            long unknown = 0;
            boolean more = false;
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = first; i < first + plan.series().get(series).totals().size(); i++) {
                cells = Math.addExact(cells, counts[i]);
                unknown = Math.addExact(unknown, all.unknown[i]);
                more |= open[i];
                int scale =
                        plan.structure().measures().get(measure(totals.get(i))).scale();
                sum = sum.add(new BigDecimal(all.sums[i], scale));
            }
            return new RejectedCells(cells, sum, unknown, more);
        }
    }

    /** Returns what is known of the rejected rows that may belong to a group. */
    Rejected of(List<String> group) {
        Rejected rejected = new Rejected();
        certain.getOrDefault(group, Map.of()).forEach(rejected::add);
        uncertain.forEach((where, cells) -> {
            if (mayBe(where, group)) {
                rejected.add(where, cells);
            }
        });
        return rejected;
    }

    void write(StateWriter out) {
        Map<String, Runnable> sorted = new TreeMap<>();
        each((where, cells) -> sorted.put(
                where.key().stream().map(TreeSet::new).toList() + "\n" + where.areas() + "\n" + where.figures(),
                () -> write(where, cells, out)));
        out.number(widened ? 1 : 0);
        out.number(sorted.size());
        sorted.values().forEach(Runnable::run);
    }

    private static void write(Where where, Cells cells, StateWriter out) {
        where.key().forEach(codes -> out.texts(List.copyOf(new TreeSet<>(codes))));
        out.texts(List.copyOf(where.areas()));
        out.texts(where.figures().stream().map(Object::toString).toList());
        out.number(cells.rows);
        out.number(cells.open ? 1 : 0);
        for (int i = 0; i < cells.sums.length; i++) {
            out.text(cells.sums[i].toString());
            out.number(cells.unknown[i]);
        }
    }

    /** Adds what another one of the same plan wrote. */
    void read(StateReader in) {
        RejectedTotals other = new RejectedTotals(plan);
        other.widened = in.number() == 1;
        long count = in.number();
        for (long n = 0; n < count; n++) {
            List<Set<String>> key = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                key.add(new HashSet<>(in.texts()));
            }
            Set<String> areas = new TreeSet<>(in.texts());
            Set<Integer> figures = new TreeSet<>();
            in.texts().forEach(figure -> figures.add(Integer.valueOf(figure)));
            Cells cells = new Cells(totals.size());
            cells.rows = in.number();
            cells.open = in.number() == 1;
            for (int i = 0; i < totals.size(); i++) {
                cells.sums[i] = new BigInteger(in.text());
                cells.unknown[i] = in.number();
            }
            other.add(new Where(key, areas, figures), cells);
        }
        combine(other);
    }
}
