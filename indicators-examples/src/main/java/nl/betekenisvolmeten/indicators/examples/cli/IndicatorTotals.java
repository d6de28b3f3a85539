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
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * Indicators added up with the measures of a format, or in place of them: first their parts are totalled, and then the
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

    /** Returns a table of totals with the figures of indicators in place of their parts. */
    ResultTable in(ResultTable table) {
        if (indicators.isEmpty()) {
            return table;
        }
        int measures = table.series().size()
                - indicators.stream()
                        .mapToInt(one -> one.formula().parts().size())
                        .sum();
        List<String> names = new ArrayList<>(table.series().subList(0, measures));
        indicators.forEach(one -> names.add(one.id().value()));
        List<ResultTable.Row> rows = table.rows().stream()
                .map(row -> row.withFigures(figures(row, measures)))
                .toList();
        return new ResultTable(table.keys(), names, rows, table.findings(), table.missing());
    }

    private List<Figure> figures(ResultTable.Row row, int measures) {
        List<Figure> figures = new ArrayList<>(row.figures().subList(0, measures));
        int from = measures;
        for (Indicator indicator : indicators) {
            int to = from + indicator.formula().parts().size();
            figures.add(Series.figure(indicator, row.figures().subList(from, to), any -> new CellValue.Missing()));
            from = to;
        }
        return figures;
    }
}
