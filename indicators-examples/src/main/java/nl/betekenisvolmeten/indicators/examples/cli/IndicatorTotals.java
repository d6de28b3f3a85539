package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.Selection;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Indicators added up with the measures of a format, or instead of them: first their parts are totalled, then the
 * figure is made of them, as in a comparison.
 *
 * @param indicators the indicators
 * @param where the codes of the rows that count, by column; empty if all rows count
 * @param only whether measures are left out
 */
record IndicatorTotals(List<Indicator> indicators, Map<ColumnName, Set<String>> where, boolean only) {

    /** Returns the totals to make: those of measures and those of the parts of indicators. */
    List<Series> with(List<Series> measures) {
        Stream<Series> own = only ? Stream.empty() : measures.stream().map(this::selecting);
        return Stream.concat(
                        own,
                        indicators.stream()
                                .flatMap(one -> Series.of(where.isEmpty() ? one : one.where(where)).stream()))
                .toList();
    }

    private Series selecting(Series series) {
        return series instanceof Series.Total total && !where.isEmpty()
                ? new Series.Total(total.name(), total.measure(), Selection.of(where))
                : series;
    }

    /**
     * Returns a table of totals with the figures of indicators instead of their parts, and with zero for measures of
     * selected rows where only other rows exist.
     */
    ResultTable in(ResultTable table, TableStructure structure) {
        if (indicators.isEmpty() && where.isEmpty()) {
            return table;
        }
        int measures = table.series().size()
                - indicators.stream()
                        .mapToInt(one -> one.formula().parts().size())
                        .sum();
        List<String> names = new ArrayList<>(table.series().subList(0, measures));
        indicators.forEach(one -> names.add(one.id().value()));
        List<ResultTable.Row> rows = table.rows().stream()
                .map(row -> row.withFigures(figures(row, measures(table, measures, structure))))
                .toList();
        return new ResultTable(table.keys(), names, rows, table.findings(), table.missing());
    }

    private static List<Measure> measures(ResultTable table, int count, TableStructure structure) {
        return table.series().subList(0, count).stream()
                .map(name -> structure.measure(ColumnName.of(name)).orElseThrow())
                .toList();
    }

    private List<Figure> figures(ResultTable.Row row, List<Measure> measures) {
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : measures) {
            Figure figure = row.figures().get(figures.size());
            figures.add(
                    row.observations() > 0 && measure.isZeroWithoutRows()
                            ? figure.withValue(figure.valueOrZero())
                            : figure);
        }
        int from = measures.size();
        for (Indicator indicator : indicators) {
            int to = from + indicator.formula().parts().size();
            figures.add(Series.figure(indicator, row.figures().subList(from, to), any -> new CellValue.Missing()));
            from = to;
        }
        return figures;
    }
}
