package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The largest row of each node of a level. */
public final class LargestRows implements Kept {

    /** Stands for a node without a row. */
    public static final long NO_ROW = -1;

    private final Level level;
    private final Level group;
    private long[] largest = {};

    public LargestRows(Level level, Level group) {
        this.level = level;
        this.group = group;
    }

    /** Makes room for the nodes that the level has now. */
    public void makeRoom() {
        int size = level.size();
        if (size > largest.length) {
            int had = largest.length;
            largest = Arrays.copyOf(largest, 2 * size);
            Arrays.fill(largest, had, largest.length, NO_ROW);
        }
    }

    /** Adds a row of a node that there is room for. */
    public void raise(int node, long value) {
        largest[node] = Math.max(largest[node], value);
    }

    /** Returns the largest row of a node, or {@link #NO_ROW}. */
    public long of(int node) {
        return node < largest.length ? largest[node] : NO_ROW;
    }

    @Override
    public void combine(Kept other, Levels.Translation to) {
        LargestRows that = (LargestRows) other;
        makeRoom();
        int[] nodes = to.of(that.level);
        for (int theirs = 0; theirs < nodes.length; theirs++) {
            if (nodes[theirs] != Levels.Translation.NOWHERE) {
                raise(nodes[theirs], that.of(theirs));
            }
        }
    }

    /** Writes the rows of a group, in the order of their paths. */
    @Override
    public void write(int number, StateWriter out) {
        SortedMap<List<String>, Long> values = new TreeMap<>(RowOrder.INSTANCE);
        level.each(group, number, node -> {
            if (of(node) != NO_ROW) {
                values.put(level.path(group, node), of(node));
            }
        });
        out.number(values.size());
        values.forEach((path, value) -> {
            out.texts(path);
            out.number(value);
        });
    }

    /** Adds the rows of a group that others wrote. */
    @Override
    public void read(int number, StateReader in) {
        long count = in.number();
        for (long i = 0; i < count; i++) {
            int node = level.node(group, number, in.texts());
            makeRoom();
            raise(node, in.number());
        }
    }
}
