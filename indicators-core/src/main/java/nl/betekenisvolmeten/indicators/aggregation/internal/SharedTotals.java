package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.List;
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
public final class SharedTotals implements SeriesTotals {

    private final int measure;
    private final RowSelection rows;
    private final Level group;
    private final Level combination;
    private final FlowTotals sums;
    /** For each combination its largest row. */
    private final NodeNumbers.Largest largest;

    public SharedTotals(int measure, Measure.Shared shared, Levels levels, RowSelection rows) {
        this.measure = measure;
        this.rows = rows;
        group = levels.group();
        combination = levels.combination(shared);
        largest = new NodeNumbers.Largest(combination);
        sums = new FlowTotals(measure, shared.scale(), group, rows);
    }

    @Override
    public void add(ObservationBatch batch, int from) {
        sums.add(batch, from);
        largest.makeRoom();
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
                    throw new IllegalArgumentException("shared events must not be negative: " + value);
                }
                largest.add(nodes[row], value);
            }
        }
    }

    @Override
    public List<Kept> parts() {
        return List.of(sums, NodeStates.of(largest, combination, group));
    }

    @Override
    public Figure figure(int number) {
        return sums.atMost(number, this::fewest);
    }

    private long fewest(int number) {
        long[] lower = new long[1];
        combination.each(group, number, node -> lower[0] += Math.max(0, largest.of(node)));
        return lower[0];
    }
}
