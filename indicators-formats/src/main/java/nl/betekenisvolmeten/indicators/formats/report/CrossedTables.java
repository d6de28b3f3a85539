package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.BoundedRatio;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Tables of figures by area and category. */
record CrossedTables(ComparisonWords words) {

    /** Returns a table for each indicator, with a row for each category and a column for each area. */
    Stream<Block.Table> of(ComparisonReport.CrossTable cross) {
        Optional<Period> last = cross.table().rows().stream()
                .flatMap(row -> Period.parseCode(row.key().get(1)).stream())
                .max(Period::compareTo);
        List<String> areas = cross.table().rows().stream()
                .map(row -> row.key().get(0))
                .distinct()
                .sorted()
                .toList();
        return last.stream()
                .flatMap(
                        period -> cross.indicators().stream().map(indicator -> table(cross, indicator, period, areas)));
    }

    private Block.Table table(
            ComparisonReport.CrossTable cross, Indicator indicator, Period period, List<String> areas) {
        List<Block.Column> columns =
                new ArrayList<>(List.of(new Block.Column(cross.codes().title().in(words.language()), "name")));
        areas.forEach(area -> columns.add(Block.Column.number(
                cross.areas().find(AreaCode.of(area)).map(Area::name).orElse(area))));
        List<List<List<Run>>> lines = new ArrayList<>();
        for (Codelist.Item item : cross.codes().items()) {
            List<List<Run>> cells = new ArrayList<>(List.of(Run.text(item.name().in(words.language()))));
            for (String area : areas) {
                CellValue value = cross.table()
                        .row(area, period.code(), item.code())
                        .map(row -> value(cross, indicator, row))
                        .orElseGet(CellValue.Missing::new);
                cells.add(List.of(BoundCells.inTable(
                        new BoundCells.Key(indicator.id() + ":" + item.code(), area, period.code()),
                        value,
                        words.language())));
            }
            lines.add(cells);
        }
        return new Block.Table(
                words.of(
                        "progress.symbols.internal",
                        words.indicator("progress.indicator", indicator),
                        period.label(words.language())),
                columns,
                lines);
    }

    private static CellValue value(ComparisonReport.CrossTable cross, Indicator indicator, ResultTable.Row row) {
        CellValue first = part(cross, indicator, row, 0);
        if (indicator.formula() instanceof Formula.PopulationRate rate) {
            CellValue inhabitants =
                    cross.population().denominator(AreaCode.of(row.key().get(0)), rate);
            return BoundedRatio.of(first, inhabitants, rate.per()).value();
        }
        if (indicator.formula() instanceof Formula.Proportion share) {
            return BoundedRatio.ofPart(first, part(cross, indicator, row, 1), share.per())
                    .value();
        }
        return indicator.formula() instanceof Formula.Rate rate
                ? BoundedRatio.of(first, part(cross, indicator, row, 1), rate.per())
                        .value()
                : first;
    }

    private static CellValue part(
            ComparisonReport.CrossTable cross, Indicator indicator, ResultTable.Row row, int part) {
        return row.figures()
                .get(cross.table().series().indexOf(indicator.id() + "/" + part))
                .value();
    }
}
