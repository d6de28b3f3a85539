package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * What was published before, next to what is to be published: an outsider has both.
 *
 * @param tables the tables that were published, by name
 */
record EarlierFigures(Map<String, ResultTable> tables) {

    /** Returns the tables as an outsider has them: a figure that is hidden now is known if it was published before. */
    Map<String, ResultTable> with(Map<String, ResultTable> made) {
        if (tables.isEmpty()) {
            return made;
        }
        Map<String, ResultTable> known = new LinkedHashMap<>();
        made.forEach((name, table) -> known.put(name, tables.containsKey(name) ? with(name, table) : table));
        return known;
    }

    private ResultTable with(String name, ResultTable table) {
        List<ResultTable.Row> rows = new ArrayList<>();
        for (ResultTable.Row row : table.rows()) {
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < row.figures().size(); i++) {
                Figure now = row.figures().get(i);
                figures.add(before(name, row.key(), table.series().get(i))
                        .map(before -> both(before, now, row.key(), name))
                        .orElse(now));
            }
            rows.add(new ResultTable.Row(row.key(), figures, row.observations(), row.reporters(), row.coverage()));
        }
        return new ResultTable(table.keys(), table.series(), rows, table.findings());
    }

    private Optional<CellValue> before(String name, List<String> key, String series) {
        return Optional.ofNullable(tables.get(name))
                .filter(table -> table.series().contains(series))
                .flatMap(table -> table.figure(series, key.toArray(String[]::new)))
                .map(Figure::value);
    }

    private static Figure both(CellValue before, Figure now, List<String> key, String name) {
        if (before.exact().isEmpty()) {
            return now;
        }
        if (now.value() instanceof CellValue.Suppressed) {
            return now.withValue(before);
        }
        if (!now.value().exact().equals(before.exact())) {
            throw new IndicatorsException("published before as another number: " + name + " " + key);
        }
        return now;
    }
}
