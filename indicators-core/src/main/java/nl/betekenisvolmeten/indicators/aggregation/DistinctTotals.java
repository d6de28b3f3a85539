package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * Different persons, as bounds.
 *
 * <p>Upper bound: the sum of all rows, as if nobody were in two. Lower bound: within one period, rows with different codes
 * of a partitioning dimension (an age group other than unknown) share no persons, so their largest rows add up; a row
 * outside the partition may overlap with any, so it counts only if it is larger than all that. Over periods anyone may
 * return, so the largest period counts.
 */
final class DistinctTotals implements SeriesTotals {

    private static final long NO_ROW = -1;

    private final int measure;
    private final RowSelection rows;
    private final Level group;
    private final Level period;
    /** The parts of the periods; the periods themselves where nothing divides persons. */
    private final Level part;

    private final FlowTotals sums;
    /** For each part its largest row. */
    private long[] largest = {};

    DistinctTotals(int measure, Measure.Distinct persons, Levels levels, RowSelection rows) {
        this.measure = measure;
        this.rows = rows;
        group = levels.group();
        period = levels.period();
        part = persons.partitioned() ? levels.part() : period;
        sums = new FlowTotals(measure, 0, group, rows);
    }

    private void makeRoom() {
        int size = part.size();
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
        int[] nodes = part.rows;
        int[] counted = rows.rows();
        int count = rows.count();
        for (int k = 0; k < count; k++) {
            int row = counted[k];
            if (delivered[from + row]) {
                long persons = values[from + row];
                if (persons < 0) {
                    throw new IllegalArgumentException("persons must not be negative: " + persons);
                }
                raise(nodes[row], persons);
            }
        }
    }

    @Override
    public void combine(SeriesTotals other, Levels.Translation to) {
        DistinctTotals that = (DistinctTotals) other;
        sums.combine(that.sums, to);
        makeRoom();
        int[] nodes = to.of(that.part);
        for (int theirs = 0; theirs < nodes.length; theirs++) {
            if (nodes[theirs] != Levels.Translation.NOWHERE) {
                raise(nodes[theirs], that.largest(theirs));
            }
        }
    }

    private void raise(int node, long persons) {
        largest[node] = Math.max(largest[node], persons);
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
        long[] lower = new long[1];
        period.each(
                group, number, node -> lower[0] = Math.max(lower[0], parts(node).lower()));
        return Figure.of(
                CellValue.between(BigDecimal.valueOf(lower[0]), BigDecimal.valueOf(upper.getAsLong())),
                known,
                sums.missing(number));
    }

    /** The largest row of each part of a period, and of its rows outside the partition. */
    private static final class Parts {
        private final Map<List<String>, Long> inside = new TreeMap<>(RowOrder.INSTANCE);
        private long outside;
        private boolean hasRows;

        /** Returns the smallest number of persons: parts are never above the sum, so they fit where that does. */
        long lower() {
            long together = inside.values().stream().mapToLong(Long::longValue).sum();
            return Math.max(together, outside);
        }
    }

    private Parts parts(int periodNode) {
        Parts parts = new Parts();
        part.each(period, periodNode, node -> {
            long persons = largest(node);
            if (persons != NO_ROW) {
                parts.hasRows = true;
                List<String> path = part.path(period, node);
                if (path.isEmpty() || path.contains(Levels.OUTSIDE)) {
                    parts.outside = Math.max(parts.outside, persons);
                } else {
                    parts.inside.put(path, persons);
                }
            }
        });
        return parts;
    }

    @Override
    public void write(int number, StateWriter out) {
        sums.write(number, out);
        Map<String, Parts> periods = new TreeMap<>();
        period.each(group, number, node -> {
            Parts parts = parts(node);
            if (parts.hasRows) {
                periods.put(period.code(group, node), parts);
            }
        });
        out.number(periods.size());
        periods.forEach((code, parts) -> {
            out.text(code);
            out.number(parts.outside);
            out.number(parts.inside.size());
            parts.inside.forEach((path, persons) -> {
                out.texts(path);
                out.number(persons);
            });
        });
    }

    @Override
    public void read(int number, StateReader in) {
        sums.read(number, in);
        long periods = in.number();
        for (long i = 0; i < periods; i++) {
            int node = period.node(group, number, in.text());
            raise(part.node(period, node, outside()), in);
            long parts = in.number();
            for (long j = 0; j < parts; j++) {
                raise(part.node(period, node, in.texts()), in);
            }
        }
    }

    private void raise(int node, StateReader in) {
        makeRoom();
        raise(node, in.number());
    }

    /** The path of rows that are outside each partition. */
    private List<String> outside() {
        return Collections.nCopies(part.depth(period), Levels.OUTSIDE);
    }
}
