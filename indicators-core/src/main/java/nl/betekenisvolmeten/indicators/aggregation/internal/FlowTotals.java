package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * Events and quantities: the sum, by the nodes of a level. An empty cell in a count of answers means an answer that the
 * question does not have or that nobody gave; any other empty cell is missing.
 */
public final class FlowTotals implements SeriesTotals {

    private final int measure;
    private final int scale;
    private final boolean emptyIsNone;
    private final Level level;
    private final RowSelection rows;
    private final ExactSums sums;
    private final NodeNumbers.Counts known;
    private final NodeNumbers.Counts missing;

    public FlowTotals(int measure, int scale, Level level, RowSelection rows) {
        this(measure, scale, false, level, rows);
    }

    private FlowTotals(int measure, int scale, boolean emptyIsNone, Level level, RowSelection rows) {
        this.measure = measure;
        this.scale = scale;
        this.emptyIsNone = emptyIsNone;
        this.level = level;
        this.rows = rows;
        sums = new ExactSums(level);
        known = new NodeNumbers.Counts(level);
        missing = new NodeNumbers.Counts(level);
    }

    public static FlowTotals ofAnswers(int measure, Level level, RowSelection rows) {
        return new FlowTotals(measure, 0, true, level, rows);
    }

    @Override
    public List<NodeNumbers> parts() {
        return List.of(sums, known, missing);
    }

    @Override
    public void add(ObservationBatch batch, int from) {
        parts().forEach(NodeNumbers::makeRoom);
        long[] values = batch.values(measure);
        boolean[] delivered = batch.known(measure);
        int[] nodes = level.rows;
        int[] counted = rows.rows();
        int count = rows.count();
        for (int k = 0; k < count; k++) {
            int row = counted[k];
            int node = nodes[row];
            if (delivered[from + row]) {
                known.add(node, 1);
                sums.add(node, values[from + row]);
            } else if (!emptyIsNone) {
                missing.add(node, 1);
            }
        }
    }

    /** Returns whether there are rows of a node that count. */
    public boolean hasRows(int node) {
        return known(node) + missing(node) > 0;
    }

    public long known(int node) {
        return known.of(node);
    }

    public long missing(int node) {
        return missing.of(node);
    }

    public OptionalLong sum(int node) {
        return sums.value(node);
    }

    @Override
    public Figure figure(int node) {
        return Figure.of(value(sums, node, scale, known(node)), known(node), missing(node));
    }

    /**
     * Returns the sum as an upper bound.
     *
     * @param fewest the fewest, which are never above the sum; asked only where there is a sum
     */
    Figure atMost(int node, IntToLongFunction fewest) {
        OptionalLong most = sum(node);
        if (known(node) == 0 || most.isEmpty()) {
            return figure(node);
        }
        return Figure.of(
                CellValue.between(
                        BigDecimal.valueOf(fewest.applyAsLong(node), scale),
                        BigDecimal.valueOf(most.getAsLong(), scale)),
                known(node),
                missing(node));
    }

    /** Returns a sum as a figure; where nothing was delivered it is missing, not zero. */
    static CellValue value(ExactSums sums, int node, int scale, long known) {
        if (known == 0) {
            return new CellValue.Missing();
        }
        OptionalLong sum = sums.value(node);
        return sum.isPresent()
                ? CellValue.of(BigDecimal.valueOf(sum.getAsLong(), scale))
                : new CellValue.NotDefined(CellValue.Reason.OVERFLOW);
    }
}
