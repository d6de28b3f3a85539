package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * Events that several rows may tell of, as bounds: at least the largest row of each combination together, at most the sum
 * of all rows. A group in which each combination has one row is exact.
 *
 * <p>Memory: one number for each combination in each group, and the tree above it; in a telformat these are organisation,
 * wijk, period and activity, so it grows with the number of activities, not with that of rows.
 */
final class SharedTotals implements SeriesTotals {

    private static final long NO_ROW = -1;

    private final int measure;
    private final int scale;
    private final RowSelection rows;
    private final Level group;
    private final Level combination;
    private final FlowTotals sums;
    /** For each combination its largest row. */
    private long[] largest = {};

    SharedTotals(int measure, Measure.Shared shared, Levels levels, RowSelection rows) {
        this.measure = measure;
        this.scale = shared.scale();
        this.rows = rows;
        group = levels.group();
        combination = levels.combination(shared);
        sums = new FlowTotals(measure, scale, group, rows);
    }

    private void makeRoom() {
        int size = combination.size();
        if (size > largest.length) {
            int had = largest.length;
            largest = Arrays.copyOf(largest, 2 * size);
            Arrays.fill(largest, had, largest.length, NO_ROW);
        }
    }

    @Override
    public void add(ObservationBatch batch, int from) {
        sums.add(batch, from);
        makeRoom();
        long[] values = batch.values(measure);
        boolean[] delivered = batch.known(measure);
        int[] nodes = combination.rows;
        int[] counted = rows.rows();
        int count = rows.count();
        for (int k = 0; k < count; k++) {
            int row = counted[k];
            if (delivered[from + row]) {
                long value = values[from + row];
                if (value < 0) {
                    throw new IllegalArgumentException("a negative number of shared events: " + value);
                }
                raise(nodes[row], value);
            }
        }
    }

    @Override
    public void combine(SeriesTotals other, Levels.Translation to) {
        SharedTotals that = (SharedTotals) other;
        sums.combine(that.sums, to);
        makeRoom();
        int[] nodes = to.of(that.combination);
        for (int theirs = 0; theirs < nodes.length; theirs++) {
            if (nodes[theirs] != Levels.Translation.NOWHERE) {
                raise(nodes[theirs], that.largest(theirs));
            }
        }
    }

    private void raise(int node, long value) {
        largest[node] = Math.max(largest[node], value);
    }

    private long largest(int node) {
        return node < largest.length ? largest[node] : NO_ROW;
    }

    @Override
    public Figure figure(int number) {
        long known = sums.known(number);
        OptionalLong upper = sums.sum(number);
        if (known == 0 || upper.isEmpty()) {
            return sums.figure(number);
        }
        // never above the sum, so it fits where that does
        long[] lower = new long[1];
        combination.each(group, number, node -> lower[0] += Math.max(0, largest(node)));
        return Figure.of(
                CellValue.between(BigDecimal.valueOf(lower[0], scale), BigDecimal.valueOf(upper.getAsLong(), scale)),
                known,
                sums.missing(number));
    }

    @Override
    public void write(int number, StateWriter out) {
        sums.write(number, out);
        SortedMap<List<String>, Long> values = new TreeMap<>(RowOrder.INSTANCE);
        combination.each(group, number, node -> {
            if (largest(node) != NO_ROW) {
                values.put(combination.path(group, node), largest(node));
            }
        });
        out.number(values.size());
        values.forEach((path, value) -> {
            out.texts(path);
            out.number(value);
        });
    }

    @Override
    public void read(int number, StateReader in) {
        sums.read(number, in);
        long combinations = in.number();
        for (long i = 0; i < combinations; i++) {
            int node = combination.node(group, number, in.texts());
            makeRoom();
            raise(node, in.number());
        }
    }
}
