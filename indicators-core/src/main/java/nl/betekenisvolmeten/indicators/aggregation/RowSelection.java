package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** The rows of a batch that count for a figure. */
final class RowSelection {

    private static final String COUNTS = "counts";

    /** For each condition the codes of its dimension, with number 0 for those that count. */
    private final List<Codes> conditions = new ArrayList<>();

    private int[] rows = {};
    private int count;

    RowSelection(Map<ColumnName, Set<String>> where, TableStructure structure) {
        where.forEach((column, codes) -> {
            int dimension = structure
                    .dimensionIndex(column)
                    .orElseThrow(() -> new IllegalArgumentException("no dimension " + column));
            Codes condition = new Codes(dimension, code -> codes.contains(code) ? COUNTS : "");
            condition.number(COUNTS);
            conditions.add(condition);
        });
    }

    List<Codes> codes() {
        return conditions;
    }

    /** Finds the rows of a batch that count. */
    void start(ObservationBatch batch, int from, int to) {
        if (rows.length < to - from) {
            rows = new int[to - from];
        }
        count = to - from;
        for (int k = 0; k < count; k++) {
            rows[k] = k;
        }
        for (Codes condition : conditions) {
            condition.start(batch);
            keep(condition, batch.ids(condition.dimension()), from);
        }
    }

    private void keep(Codes condition, int[] ids, int from) {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            rows[kept] = rows[k];
            kept += condition.number(ids[from + rows[k]]) == 0 ? 1 : 0;
        }
        count = kept;
    }

    /** Returns which of the rows at hand count, in the first {@link #count} places; the first row is 0. */
    int[] rows() {
        return rows;
    }

    int count() {
        return count;
    }
}
