package nl.betekenisvolmeten.indicators.formats.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Compares totals that organisations counted themselves with their rows, and decides which totals count: not those that
 * contradict the rows, and those of an activity only if there are no rows.
 */
final class TotalsOverRows implements RowTaker {

    private static final FindingCode BELOW = FindingCode.of("TK-R01");
    private static final FindingCode ABOVE = FindingCode.of("TK-R02");
    private static final FindingCode NOT_CHECKED = FindingCode.of("TK-I01");
    private static final FindingCode NOT_COUNTED = FindingCode.of("TK-I02");

    private final TableStructure structure;
    private final int reporter;
    private final int time;
    private final int area;
    private final List<TotalFiles.Read> totals;
    private final Consumer<Finding> findings;
    private final Set<String> organisations = new HashSet<>();
    private final List<Observation> rows = new ArrayList<>();
    private final List<RejectedRows> rejected = new ArrayList<>();
    /** The organisation, stadsdeel and period of rows. */
    private final Set<List<String>> delivered = new HashSet<>();

    TotalsOverRows(TableStructure structure, List<TotalFiles.Read> totals, Consumer<Finding> findings) {
        this.structure = structure;
        this.totals = totals;
        this.findings = findings;
        reporter = structure.reporterIndex().orElseThrow();
        time = structure.timeIndex().orElseThrow();
        area = coarsest(structure);
        totals.forEach(total -> organisations.add(only(total.total(), reporter)));
    }

    /** Returns the column of the largest areas, which totals are about. */
    private static int coarsest(TableStructure structure) {
        return IntStream.range(0, structure.dimensions().size())
                .boxed()
                .filter(d -> structure.dimensions().get(d) instanceof Dimension.Place)
                .max(Comparator.comparing(
                        d -> ((Dimension.Place) structure.dimensions().get(d)).level()))
                .orElse(-1);
    }

    private static String only(OwnTotal total, int dimension) {
        return total.codes().get(dimension).iterator().next();
    }

    @Override
    public void accept(Observation row) {
        accept(row, row);
    }

    @Override
    public void accept(Observation row, Observation by) {
        if (organisations.contains(by.code(reporter))) {
            rows.add(by);
            delivered.add(List.of(by.code(reporter), by.code(area), by.code(time)));
        }
    }

    @Override
    public void acceptRejected(RejectedRows some) {
        rejected.add(some);
        for (String who : some.codes().get(reporter)) {
            for (String where : some.codes().get(area)) {
                some.codes().get(time).forEach(when -> delivered.add(List.of(who, where, when)));
            }
        }
    }

    private List<String> place(OwnTotal total, String period) {
        return List.of(only(total, reporter), only(total, area), period);
    }

    private boolean isDelivered(OwnTotal total) {
        return total.codes().get(time).stream().anyMatch(period -> delivered.contains(place(total, period)));
    }

    /** Returns the totals that count: those that replace rows first, longest of these first. */
    List<TotalFiles.Read> counting() {
        List<TotalFiles.Read> good = new ArrayList<>();
        for (PeriodKind kind : PeriodKind.values()) {
            List<TotalFiles.Read> own = totals.stream()
                    .filter(total -> total.isAll() && total.period().kind() == kind)
                    .toList();
            if (!own.isEmpty()) {
                good.addAll(0, checked(own, kind, List.copyOf(good)));
            }
        }
        List<TotalFiles.Read> counting = new ArrayList<>();
        List<TotalFiles.Read> others = new ArrayList<>();
        for (TotalFiles.Read total : totals) {
            if (!total.isAll() && isDelivered(total.total())) {
                note(NOT_COUNTED, Severity.NOTE, total, Map.of());
            } else if (!total.isAll()) {
                others.add(total);
            }
        }
        for (TotalFiles.Read total : good) {
            boolean replaces = isDelivered(total.total())
                    || isOver(total, others)
                    || isOver(total, good.subList(good.indexOf(total) + 1, good.size()));
            (replaces ? counting : others).add(total);
        }
        return ordered(counting, others);
    }

    private static List<TotalFiles.Read> ordered(List<TotalFiles.Read> counting, List<TotalFiles.Read> others) {
        List<TotalFiles.Read> all = new ArrayList<>();
        counting.forEach(total -> all.add(total.with(OwnTotal.Scope.IN_PLACE_OF_ROWS)));
        all.addAll(others);
        return all;
    }

    /** Returns whether some of the others have the same organisation and stadsdeel and part of the period. */
    private boolean isOver(TotalFiles.Read total, Collection<TotalFiles.Read> others) {
        String code = only(total.total(), time);
        return others.stream()
                .anyMatch(other -> place(other.total(), code).equals(place(total.total(), code))
                        && other.total().codes().get(time).stream()
                                .anyMatch(total.total().codes().get(time)::contains));
    }

    /** Returns the totals that agree with their rows and with the shorter totals that do. */
    private List<TotalFiles.Read> checked(List<TotalFiles.Read> own, PeriodKind kind, List<TotalFiles.Read> shorter) {
        AggregationPlan plan = AggregationPlan.by(structure)
                .withGroupings(List.of(
                        new Grouping.ByColumn(
                                structure.dimensions().get(reporter).name()),
                        new Grouping.ByColumn(structure.dimensions().get(area).name()),
                        new Grouping.ByPeriod(
                                "total", structure.dimensions().get(time).name(), kind)));
        ResultTable named = table(plan, shorter, true);
        ResultTable all = table(plan, shorter, false);
        List<TotalFiles.Read> good = new ArrayList<>();
        for (TotalFiles.Read total : own) {
            List<String> key = place(total.total(), total.period().code());
            Optional<ResultTable.Row> least = named.row(key.toArray(String[]::new));
            Optional<ResultTable.Row> most = all.row(key.toArray(String[]::new));
            boolean complete = most.filter(row -> row.rejected() == 0).isPresent()
                    && total.total().codes().get(time).stream()
                            .allMatch(period -> delivered.contains(place(total.total(), period))
                                    || shorter.stream()
                                            .anyMatch(other ->
                                                    place(other.total(), period).equals(place(total.total(), period))
                                                            && other.total()
                                                                    .codes()
                                                                    .get(time)
                                                                    .contains(period)));
            boolean fits = true;
            for (int m = 0; m < structure.measures().size() && least.isPresent(); m++) {
                fits &= fits(total, m, least.get(), most.orElseThrow(), complete);
            }
            if (fits) {
                good.add(total);
            }
            if (fits && least.isPresent() && !complete) {
                note(NOT_CHECKED, Severity.NOTE, total, Map.of());
            }
        }
        return good;
    }

    private boolean fits(
            TotalFiles.Read total, int measure, ResultTable.Row least, ResultTable.Row most, boolean complete) {
        if (total.total().values().get(measure).isEmpty()) {
            return true;
        }
        Measure of = structure.measures().get(measure);
        BigDecimal own = BigDecimal.valueOf(total.total().values().get(measure).getAsLong(), of.scale());
        Optional<BigDecimal> lower = least.figures().get(measure).value().least();
        Figure upper = most.figures().get(measure);
        if (lower.filter(bound -> own.compareTo(bound) < 0).isPresent()) {
            note(BELOW, Severity.ERROR, total, arguments(of, own, lower.get()));
            return false;
        }
        Optional<BigDecimal> bound = upper.value().upperBound();
        if (complete
                && upper.cellsMissing() == 0
                && bound.filter(known -> own.compareTo(known) > 0).isPresent()) {
            note(ABOVE, Severity.ERROR, total, arguments(of, own, bound.get()));
            return false;
        }
        return true;
    }

    private static Map<String, String> arguments(Measure measure, BigDecimal own, BigDecimal bound) {
        return Map.of(
                "left", measure.name().value(),
                "left_value", own.toPlainString(),
                "right_value", bound.toPlainString());
    }

    private void note(FindingCode code, Severity severity, TotalFiles.Read total, Map<String, String> more) {
        Map<String, String> arguments = new HashMap<>(more);
        arguments.put("organisation", only(total.total(), reporter));
        arguments.put("area", only(total.total(), area));
        arguments.put("period", total.period().code());
        findings.accept(Finding.of(
                code,
                severity,
                Location.of(total.file().name()).withRow(total.row().number()),
                arguments));
    }

    /** Returns the totals of rows, with shorter totals in their place; of persons with a name only, or of all. */
    private ResultTable table(AggregationPlan plan, List<TotalFiles.Read> shorter, boolean named) {
        Aggregator aggregator = plan.newAggregator();
        shorter.forEach(total -> aggregator.acceptTotal(
                total.with(OwnTotal.Scope.IN_PLACE_OF_ROWS).total()));
        rows.forEach(row -> aggregator.accept(named ? named(row) : row));
        rejected.forEach(aggregator::acceptRejected);
        return aggregator.result();
    }

    /** Returns a row without its visits without a name. */
    private Observation named(Observation row) {
        Set<Integer> without = new HashSet<>();
        structure.measures().forEach(measure -> {
            if (measure instanceof Measure.Distinct persons) {
                persons.unnamed()
                        .ifPresent(
                                known -> structure.measureIndex(known.without()).ifPresent(without::add));
            }
        });
        return without.stream().allMatch(m -> row.value(m).orElse(0) == 0) ? row : row.withZeros(without);
    }
}
