package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.aggregation.internal.RowOrder;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Puts totals that organisations counted themselves into a table of rows: as figures, or as upper bounds of these. */
final class TotalsInTable {

    private final AggregationPlan plan;
    private final TableStructure structure;
    private final OwnTotals own;

    TotalsInTable(AggregationPlan plan, OwnTotals own) {
        this.plan = plan;
        this.own = own;
        structure = plan.structure();
    }

    /** Returns whether a figure is of a choice of rows that totals do not distinguish, or of no choice. */
    private boolean isBounded(Series series) {
        return series.totals().stream()
                .flatMap(total -> total.where().codes().keySet().stream())
                .noneMatch(column ->
                        oneCode(structure.dimensionIndex(column).orElseThrow()).isPresent());
    }

    /** Returns the code that all totals that replace rows have in a category, such as that of all activities. */
    private Optional<String> oneCode(int dimension) {
        Set<String> codes = own.totals().stream()
                .filter(OwnTotal::replaces)
                .flatMap(total -> total.codes().get(dimension).stream())
                .collect(Collectors.toSet());
        return codes.size() == 1 && structure.dimensions().get(dimension) instanceof Dimension.Category
                ? codes.stream().findFirst()
                : Optional.empty();
    }

    /** Returns the key of the totals that may have all of a group: the group itself, or that of all its activities. */
    private List<String> ofAll(List<String> key) {
        return IntStream.range(0, key.size())
                .mapToObj(i -> oneCode(own.index(plan.groupings().get(i))).orElse(key.get(i)))
                .toList();
    }

    /**
     * Returns the figures of rows, with those of whole stadsdelen and periods from a table with totals in their place,
     * and all at most as large as in a table with every total instead of its rows. Each of the first two tables reports
     * findings about the figures that are taken from it.
     */
    ResultTable merge(ResultTable rows, ResultTable replaced, ResultTable most) {
        List<Boolean> whole = plan.series().stream().map(own::isWhole).toList();
        List<Boolean> bounded = plan.series().stream().map(this::isBounded).toList();
        Map<List<String>, ResultTable.Row> others = byKey(replaced);
        Map<List<String>, ResultTable.Row> bounds = byKey(most);
        Map<List<String>, ResultTable.Row> all = new TreeMap<>(RowOrder.INSTANCE);
        if (whole.contains(true)) {
            all.putAll(others);
        }
        for (ResultTable.Row row : rows.rows()) {
            ResultTable.Row other = others.getOrDefault(row.key(), row);
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < whole.size(); i++) {
                Figure figure = (whole.get(i) ? other : row).figures().get(i);
                figures.add(
                        bounded.get(i) && bounds.containsKey(row.key())
                                ? atMost(figure, most(bounds, row.key(), i))
                                : figure);
            }
            all.put(
                    row.key(),
                    new ResultTable.Row(
                            row.key(),
                            figures,
                            row.observations(),
                            row.reporters(),
                            whole.contains(true) ? other.coverage() : row.coverage(),
                            row.rejected()));
        }
        Findings.Collector findings = Findings.Collector.withDefaults();
        findings.combine(rows.findings());
        findings.combine(replaced.findings());
        return new ResultTable(
                rows.keys(), rows.series(), List.copyOf(all.values()), findings.toFindings(), rows.missing());
    }

    /** Returns the upper bound of a group: that of its own rows plus the totals that may belong to it. */
    private Optional<BigDecimal> most(Map<List<String>, ResultTable.Row> bounds, List<String> key, int series) {
        Set<List<String>> keys = new LinkedHashSet<>(List.of(key, ofAll(key)));
        return keys.stream()
                .map(one -> Optional.ofNullable(bounds.get(one))
                        .map(row -> row.figures().get(series).value().upperBound())
                        .orElse(Optional.of(BigDecimal.ZERO)))
                .reduce((one, other) -> one.flatMap(first -> other.map(first::add)))
                .orElseThrow();
    }

    private static Map<List<String>, ResultTable.Row> byKey(ResultTable table) {
        return table.rows().stream().collect(Collectors.toMap(ResultTable.Row::key, row -> row));
    }

    /** Returns a total with another upper bound, unless that is below its own lower bound. */
    private static Figure atMost(Figure figure, Optional<BigDecimal> most) {
        Optional<BigDecimal> lower = figure.value().least();
        if (figure.numerator().isPresent()
                || most.isEmpty()
                || lower.filter(least -> least.compareTo(most.get()) <= 0).isEmpty()) {
            return figure;
        }
        return figure.withValue(
                figure.value() instanceof CellValue.Incomplete part
                        ? new CellValue.Incomplete(
                                part.sum(),
                                lower,
                                Optional.of(part.upper().map(most.get()::min).orElse(most.get())))
                        : CellValue.between(
                                lower.get(),
                                figure.value().upperBound().orElseThrow().min(most.get())));
    }
}
