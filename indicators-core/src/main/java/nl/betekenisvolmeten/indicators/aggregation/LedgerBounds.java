package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * Bounds of persons over the codes of one dimension, such as the organisations, by what was agreed about these. It holds
 * the totals of every code in each group of the plan, and in the cell of each agreement, which may be larger or smaller
 * than a group.
 */
final class LedgerBounds {

    /** An agreement, its cell, and the totals in it; none where the cell cannot be told from others. */
    private record Agreed(OverlapLedger.Overlap overlap, CellConditions cell) {}

    private final AggregationPlan plan;
    private final Dimension dimension;
    /** For each total of persons in the plan its place among those of the parts. */
    private final Map<Integer, Integer> series = new LinkedHashMap<>();

    private final Aggregator parts;
    private final List<Agreed> agreed = new ArrayList<>();
    /** The parts in the cells of agreements, by the groupings that make them groups. */
    private final Map<List<Grouping>, Aggregator> cells = new HashMap<>();

    private final Set<OverlapLedger.Overlap> used = new HashSet<>();
    private Map<List<String>, List<ResultTable.Row>> rows = Map.of();
    private final Map<List<Grouping>, Map<List<String>, List<ResultTable.Row>>> rowsOfCells = new HashMap<>();

    LedgerBounds(AggregationPlan plan, Dimension dimension, List<Integer> places) {
        this.plan = plan;
        this.dimension = dimension;
        List<Series> totals = new ArrayList<>();
        for (int place : places) {
            series.put(place, totals.size());
            totals.add(plan.series().get(place));
        }
        parts = parts(plan.groupings(), totals);
    }

    private Aggregator parts(List<Grouping> groupings, List<Series> totals) {
        List<Grouping> all = new ArrayList<>(groupings);
        all.add(new Grouping.ByColumn(dimension.name()));
        return plan.withGroupings(all)
                .withSeries(totals)
                .withMissing(new MissingPolicy.AddUp())
                .newAggregator();
    }

    /** Adds an agreement about persons that the plan has totals of. */
    void add(OverlapLedger.Overlap overlap, CellConditions cell) {
        agreed.add(new Agreed(overlap, cell));
        List<Grouping> groupings = cell.groupings();
        boolean apart = groupings.size() == cell.key().size()
                && groupings.stream().noneMatch(grouping -> grouping.column().equals(dimension.name()));
        if (apart) {
            cells.computeIfAbsent(groupings, any -> parts(any, allPersons()));
        }
    }

    /** Returns the total of each measure of distinct persons, which an agreement can be about. */
    private List<Series> allPersons() {
        return plan.structure().measures().stream()
                .filter(measure -> measure instanceof Measure.Distinct)
                .<Series>map(measure -> Series.Total.of(measure.name()))
                .toList();
    }

    /** Passes each aggregator of parts to an action that adds rows to it. */
    void each(Consumer<Aggregator> action) {
        action.accept(parts);
        cells.values().removeIf(cell -> !isTaken(action, cell));
    }

    /**
     * Applies an action to a cell. Returns false if its periods are shorter than those of the rows: the cell cannot be
     * distinguished, and nothing follows for larger cells.
     */
    private static boolean isTaken(Consumer<Aggregator> action, Aggregator cell) {
        try {
            action.accept(cell);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    void combine(LedgerBounds other) {
        parts.combine(other.parts);
        other.cells.forEach((groupings, aggregator) -> {
            Aggregator own = cells.get(groupings);
            if (own != null) {
                own.combine(aggregator);
            }
        });
    }

    /** Makes the totals of the parts, once all rows are in. */
    void start() {
        rows = byGroup(parts.received());
        rowsOfCells.clear();
        cells.forEach((groupings, aggregator) -> rowsOfCells.put(groupings, byGroup(aggregator.received())));
        used.clear();
    }

    private static Map<List<String>, List<ResultTable.Row>> byGroup(ResultTable table) {
        Map<List<String>, List<ResultTable.Row>> groups = new HashMap<>();
        int last = table.keys().size() - 1;
        table.rows()
                .forEach(row -> groups.computeIfAbsent(row.key().subList(0, last), any -> new ArrayList<>())
                        .add(row));
        return groups;
    }

    /** Returns the agreements that narrowed a total since {@link #start}. */
    Set<OverlapLedger.Overlap> used() {
        return used;
    }

    /**
     * Passes on the bounds of a total if something was agreed about its parts; empty bounds if that contradicts the
     * figures.
     *
     * @param complete whether all rows of the total are there: where some are not, what was agreed may be about those
     */
    void bounds(
            List<String> key,
            int place,
            boolean complete,
            BiConsumer<Optional<UnionBounds.Union>, LedgerBounds> action) {
        Integer index = series.get(place);
        List<ResultTable.Row> members = rows.getOrDefault(key, List.of());
        if (index == null || members.size() < 2) {
            return;
        }
        Map<String, UnionBounds.Range> sizes = new TreeMap<>();
        List<CellValue> values = new ArrayList<>();
        for (ResultTable.Row member : members) {
            Figure figure = member.figures().get(index);
            values.add(figure.value());
            range(figure.value()).ifPresent(range -> sizes.put(code(member), range));
        }
        boolean hidden = Totals.whyNone(values)
                .filter(reason -> !(reason instanceof CellValue.Missing))
                .isPresent();
        List<OverlapFact> facts = hidden ? List.of() : facts(key, place, complete, sizes.keySet());
        if (!facts.isEmpty()) {
            action.accept(UnionBounds.union(sizes, facts), this);
        }
    }

    private List<OverlapFact> facts(List<String> key, int place, boolean complete, Set<String> present) {
        Series.Total total = (Series.Total) plan.series().get(place);
        CellConditions cell = CellConditions.of(plan, key, total.where());
        List<OverlapFact> facts = new ArrayList<>();
        for (Agreed one : agreed) {
            if (isAbout(one, total.measure())) {
                List<OverlapFact> said = facts(one, cell.to(one.cell(), dimension), complete);
                if (!said.isEmpty()
                        && present.containsAll(one.overlap().agreement().parts())) {
                    used.add(one.overlap());
                }
                facts.addAll(said);
            }
        }
        return facts.stream().filter(fact -> fact.among(present).isPresent()).toList();
    }

    /**
     * Returns whether an agreement applies to a measure. An agreement about all persons also applies to first visits,
     * in a cell in which all of them came for the first time.
     */
    private boolean isAbout(Agreed one, ColumnName measure) {
        return one.overlap().series().equals(measure.value())
                || (plan.structure().measure(measure).orElseThrow() instanceof Measure.Distinct persons
                        && persons.firstIn()
                                .filter(first -> first.among()
                                                .value()
                                                .equals(one.overlap().series())
                                        && FirstTimes.isKnown(plan.structure(), first)
                                        && one.cell().holdsFirstTimes(first))
                                .isPresent());
    }

    private List<OverlapFact> facts(Agreed one, CellConditions.Relation relation, boolean complete) {
        OverlapLedger.Overlap.Agreement agreement = one.overlap().agreement();
        return switch (relation) {
            case SAME -> complete ? OverlapFact.inOwnCell(agreement) : OverlapFact.atMost(agreement);
            case FINER -> OverlapFact.atMost(agreement);
            case COARSER ->
                ownSizes(one)
                        .filter(any -> complete)
                        .map(sizes -> OverlapFact.atLeast(agreement, sizes))
                        .orElse(List.of());
            case OTHER -> List.of();
        };
    }

    /**
     * Returns the lower bounds of the parts in the agreement's own cell; empty if a part has no row or its figure is
     * incomplete.
     */
    private Optional<Map<String, Long>> ownSizes(Agreed one) {
        ColumnName measure = ColumnName.of(one.overlap().series());
        List<Series> persons = allPersons();
        Map<List<String>, List<ResultTable.Row>> groups =
                rowsOfCells.getOrDefault(one.cell().groupings(), Map.of());
        Map<String, Long> sizes = new HashMap<>();
        for (ResultTable.Row row : groups.getOrDefault(one.cell().key(), List.of())) {
            if (one.overlap().agreement().parts().contains(code(row))) {
                Figure figure = row.figures().get(persons.indexOf(Series.Total.of(measure)));
                Optional<UnionBounds.Range> range = range(figure.value());
                if (range.isEmpty() || figure.cellsMissing() > 0) {
                    return Optional.empty();
                }
                sizes.put(code(row), range.get().lower());
            }
        }
        return Optional.of(sizes)
                .filter(known ->
                        known.keySet().containsAll(one.overlap().agreement().parts()));
    }

    private static String code(ResultTable.Row row) {
        return row.key().get(row.key().size() - 1);
    }

    private static Optional<UnionBounds.Range> range(CellValue value) {
        return value.lowerBound().isEmpty() || value.upperBound().isEmpty()
                ? Optional.empty()
                : Optional.of(new UnionBounds.Range(
                        value.lowerBound().get().longValueExact(),
                        value.upperBound().get().longValueExact()));
    }
}
