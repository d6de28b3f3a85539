package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * Persons who are not in the number of a row, by the nodes of a level. Persons without a name: events without a name
 * imply at least one person and at most as many as there are such events. And persons of rows whose number was left
 * empty: at most as many as there are events, and at least one if there are any.
 */
public final class UnnamedPersons implements Kept {

    private final int measure;
    private final OptionalInt events;
    private final OptionalInt without;
    private final Level level;
    private final RowSelection rows;
    private final ExactSums most;
    /** Number of rows that have events and no number of persons. */
    private final NodeNumbers.Counts counted;

    public UnnamedPersons(int measure, TableStructure structure, Level level, RowSelection rows) {
        this(
                measure,
                column(structure, measure, Measure.Unnamed::events),
                column(structure, measure, Measure.Unnamed::without),
                level,
                rows);
    }

    private static OptionalInt column(
            TableStructure structure, int measure, Function<Measure.Unnamed, ColumnName> which) {
        return ((Measure.Distinct) structure.measures().get(measure))
                .unnamed()
                .map(known -> structure.measureIndex(which.apply(known)))
                .orElse(OptionalInt.empty());
    }

    private UnnamedPersons(int measure, OptionalInt events, OptionalInt without, Level level, RowSelection rows) {
        this.measure = measure;
        this.events = events;
        this.without = without;
        this.level = level;
        this.rows = rows;
        most = new ExactSums(level);
        counted = new NodeNumbers.Counts(level);
    }

    /** Returns no unnamed persons: all persons are in the numbers. */
    public static UnnamedPersons none(int measure, Level level, RowSelection rows) {
        return new UnnamedPersons(measure, OptionalInt.empty(), OptionalInt.empty(), level, rows);
    }

    @Override
    public List<NodeNumbers> parts() {
        return List.of(most, counted);
    }

    /** Returns the fewest persons of a row of a batch; -1 if unknown. */
    public long lower(ObservationBatch batch, int row) {
        if (!batch.known(measure)[row]) {
            return isKnown(events, batch, row) ? Math.min(1, value(events, batch, row)) : -1;
        }
        long named = batch.values(measure)[row];
        return Math.max(named, Math.min(1, value(without, batch, row)));
    }

    private static boolean isKnown(OptionalInt column, ObservationBatch batch, int row) {
        return column.isPresent() && batch.known(column.getAsInt())[row];
    }

    private static long value(OptionalInt column, ObservationBatch batch, int row) {
        return isKnown(column, batch, row) ? Math.max(0, batch.values(column.getAsInt())[row]) : 0;
    }

    public void add(ObservationBatch batch, int from) {
        parts().forEach(NodeNumbers::makeRoom);
        if (events.isEmpty() && without.isEmpty()) {
            return;
        }
        int[] nodes = level.rows;
        int[] selected = rows.rows();
        int count = rows.count();
        for (int k = 0; k < count; k++) {
            int row = from + selected[k];
            int node = nodes[selected[k]];
            if (batch.known(measure)[row]) {
                most.add(node, value(without, batch, row));
            } else if (isKnown(events, batch, row)) {
                most.add(node, value(events, batch, row));
                counted.add(node, 1);
            }
        }
    }

    /** Returns how many persons there may be on top of those in the numbers; empty when too many. */
    public OptionalLong most(int node) {
        return most.value(node);
    }

    /** Returns the number of rows that have no number of persons but have events, which give an upper bound. */
    public long rowsWithoutNumber(int node) {
        return counted.of(node);
    }
}
