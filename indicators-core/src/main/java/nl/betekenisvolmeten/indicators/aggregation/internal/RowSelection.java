package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/** The rows of a batch that count for a figure. */
public final class RowSelection {

    private static final String COUNTS = "counts";
    private static final String MAY_COUNT = "may count";

    /** Which rows are meant, where a row may have one of several codes. */
    public enum Mode {
        /** Rows that count whichever code they have. */
        CERTAIN,
        /** Rows that count by some of their codes. */
        POSSIBLE,
        /** Rows that count by some of their codes and not by others. */
        DOUBTFUL
    }

    /** For each condition the codes of its dimension: 0 for those that count, 1 for those that may. */
    private final List<Codes> conditions = new ArrayList<>();

    private final Mode mode;
    private int[] rows = {};
    private boolean[] doubted = {};
    private int count;

    public RowSelection(Map<ColumnName, Set<String>> where, TableStructure structure, Mode mode) {
        this.mode = mode;
        where.forEach((column, codes) -> {
            int dimension = structure.requiredDimension(column);
            Codes condition = new Codes(dimension, code -> counts(code, codes));
            condition.number(COUNTS);
            condition.number(MAY_COUNT);
            conditions.add(condition);
        });
    }

    private static String counts(String code, Set<String> codes) {
        if (PossibleCodes.isOne(code)) {
            return codes.contains(code) ? COUNTS : "";
        }
        List<String> possible = PossibleCodes.of(code);
        if (codes.containsAll(possible)) {
            return COUNTS;
        }
        return possible.stream().anyMatch(codes::contains) ? MAY_COUNT : "";
    }

    public List<Codes> codes() {
        return conditions;
    }

    /** Finds the rows of a batch that count. */
    public void start(ObservationBatch batch, int from, int to) {
        if (rows.length < to - from) {
            rows = new int[to - from];
        }
        count = to - from;
        for (int k = 0; k < count; k++) {
            rows[k] = k;
        }
        if (mode == Mode.DOUBTFUL) {
            doubted = new boolean[count];
        }
        for (Codes condition : conditions) {
            condition.start(batch);
            keep(condition, batch.ids(condition.dimension()), from);
        }
        if (mode == Mode.DOUBTFUL) {
            keepDoubted();
        }
    }

    private void keep(Codes condition, int[] ids, int from) {
        int most = mode == Mode.CERTAIN ? 0 : 1;
        int kept = 0;
        for (int k = 0; k < count; k++) {
            int row = rows[k];
            int number = condition.number(ids[from + row]);
            rows[kept] = row;
            kept += number <= most ? 1 : 0;
            if (mode == Mode.DOUBTFUL && number == 1) {
                doubted[row] = true;
            }
        }
        count = kept;
    }

    private void keepDoubted() {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            rows[kept] = rows[k];
            kept += doubted[rows[k]] ? 1 : 0;
        }
        count = kept;
    }

    /** Returns which of the rows at hand count, in the first {@link #count} places; the first row is 0. */
    public int[] rows() {
        return rows;
    }

    public int count() {
        return count;
    }
}
