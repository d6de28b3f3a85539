package nl.betekenisvolmeten.indicators.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Totals by area and period, found at once: a comparison asks for each of them many times. */
final class Totals {

    private record Key(String area, String period) {}

    private final Map<Key, ResultTable.Row> rows = new HashMap<>();

    Totals(ResultTable table) {
        table.rows().forEach(row -> rows.put(new Key(row.key().get(0), row.key().get(1)), row));
    }

    /** Returns an instance without any totals. */
    static Totals none() {
        return new Totals(new ResultTable(List.of(), List.of(), List.of(), Findings.none()));
    }

    Optional<ResultTable.Row> row(AreaCode area, String period) {
        return Optional.ofNullable(rows.get(new Key(area.value(), period)));
    }
}
