package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.math.BigDecimal;
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
    private final ExactSums sums = new ExactSums();
    private final CellCounts cells = new CellCounts();

    public FlowTotals(int measure, int scale, Level level, RowSelection rows) {
        this(measure, scale, false, level, rows);
    }

    private FlowTotals(int measure, int scale, boolean emptyIsNone, Level level, RowSelection rows) {
        this.measure = measure;
        this.scale = scale;
        this.emptyIsNone = emptyIsNone;
        this.level = level;
        this.rows = rows;
    }

    public static FlowTotals ofAnswers(int measure, Level level, RowSelection rows) {
        return new FlowTotals(measure, 0, true, level, rows);
    }

    private void makeRoom() {
        int size = level.size();
        sums.makeRoom(size);
        cells.makeRoom(size);
    }

    @Override
    public void add(ObservationBatch batch, int from) {
        makeRoom();
        long[] values = batch.values(measure);
        boolean[] delivered = batch.known(measure);
        int[] nodes = level.rows;
        int[] counted = rows.rows();
        int count = rows.count();
        for (int k = 0; k < count; k++) {
            int row = counted[k];
            int node = nodes[row];
            if (delivered[from + row]) {
                cells.addKnown(node);
                sums.add(node, values[from + row]);
            } else if (!emptyIsNone) {
                cells.addMissing(node);
            }
        }
    }

    @Override
    public void combine(Kept other, Levels.Translation to) {
        makeRoom();
        FlowTotals that = (FlowTotals) other;
        that.makeRoom();
        int[] nodes = to.of(that.level);
        for (int theirs = 0; theirs < nodes.length; theirs++) {
            int node = nodes[theirs];
            if (node != Levels.Translation.NOWHERE) {
                sums.combine(node, that.sums, theirs);
                cells.combine(node, that.cells, theirs);
            }
        }
    }

    /** Whether there are rows of a node that count. */
    public boolean hasRows(int node) {
        return cells.hasAny(node);
    }

    public long known(int node) {
        return cells.known(node);
    }

    public long missing(int node) {
        return cells.missing(node);
    }

    public OptionalLong sum(int node) {
        return sums.value(node);
    }

    @Override
    public Figure figure(int node) {
        return Figure.of(value(sums, node, scale, known(node)), known(node), missing(node));
    }

    /**
     * Returns the sum as the most that there may be.
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
    public static CellValue value(ExactSums sums, int node, int scale, long known) {
        if (known == 0) {
            return new CellValue.Missing();
        }
        OptionalLong sum = sums.value(node);
        return sum.isPresent()
                ? CellValue.of(BigDecimal.valueOf(sum.getAsLong(), scale))
                : new CellValue.NotDefined(CellValue.Reason.OVERFLOW);
    }

    @Override
    public void write(int node, StateWriter out) {
        sums.write(node, out);
        cells.write(node, out);
    }

    @Override
    public void read(int node, StateReader in) {
        makeRoom();
        sums.read(node, in);
        cells.read(node, in);
    }
}
