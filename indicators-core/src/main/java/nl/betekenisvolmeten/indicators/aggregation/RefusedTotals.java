package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Removes figures from a table that include a row about which deliveries disagree. */
final class RefusedTotals {

    private static final CellValue REFUSED = new CellValue.NotDefined(CellValue.Reason.CONTRADICTION);

    private RefusedTotals() {}

    /** Returns the table without the figures that include contradicted rows. */
    static ResultTable in(ResultTable table, List<GroupTotals.Group> contradicted) {
        Map<List<String>, GroupTotals.Group> groups = new HashMap<>();
        contradicted.forEach(group -> groups.put(group.key(), group));
        List<ResultTable.Row> rows = table.rows().stream()
                .map(row -> {
                    GroupTotals.Group group = groups.get(row.key());
                    return group == null ? row : row.withFigures(figures(row, group));
                })
                .toList();
        return new ResultTable(table.keys(), table.series(), rows, table.findings(), table.missing());
    }

    private static List<Figure> figures(ResultTable.Row row, GroupTotals.Group contradicted) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < row.figures().size(); i++) {
            Figure own = row.figures().get(i);
            Figure theirs = contradicted.figure(i);
            boolean kept = theirs.cellsKnown() + theirs.cellsMissing() == 0
                    || own.value().status() == CellValue.Status.NOT_COMPARABLE;
            figures.add(kept ? own : refused(own));
        }
        return figures;
    }

    private static Figure refused(Figure own) {
        return new Figure(
                REFUSED,
                own.numerator().map(any -> REFUSED),
                own.denominator().map(any -> REFUSED),
                own.cellsKnown(),
                own.cellsMissing(),
                own.oldest());
    }
}
