package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.Arrays;

/** A number for each node of a level. */
public abstract class NodeNumbers implements Kept {

    private final Level level;
    /** The number of a node without rows. */
    private final long none;
    /** By node; shorter than the level until there is {@link #makeRoom}. */
    long[] numbers = {};

    NodeNumbers(Level level, long none) {
        this.level = level;
        this.none = none;
    }

    /** Makes room for the nodes that the level has now. */
    public final void makeRoom() {
        int size = level.size();
        int had = numbers.length;
        if (size > had) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            Arrays.fill(numbers, had, numbers.length, none);
        }
    }

    /** Returns the number of a node, whether or not room was made for it. */
    public final long of(int node) {
        return node < numbers.length ? numbers[node] : none;
    }

    /** Adds to a node that there is room for. */
    public abstract void add(int node, long number);

    /** Adds the number of a node of others. */
    void add(int node, NodeNumbers others, int theirs) {
        add(node, others.of(theirs));
    }

    @Override
    public final void combine(Kept other, Levels.Translation to) {
        NodeNumbers that = (NodeNumbers) other;
        makeRoom();
        int[] nodes = to.of(that.level);
        for (int theirs = 0; theirs < nodes.length; theirs++) {
            if (nodes[theirs] != Levels.Translation.NOWHERE) {
                add(nodes[theirs], that, theirs);
            }
        }
    }

    @Override
    public void write(int node, StateWriter out) {
        out.number(of(node));
    }

    @Override
    public void read(int node, StateReader in) {
        makeRoom();
        add(node, in.number());
    }

    /** How many rows or cells each node has. */
    public static final class Counts extends NodeNumbers {

        public Counts(Level level) {
            super(level, 0);
        }

        @Override
        public void add(int node, long number) {
            numbers[node] = Math.addExact(numbers[node], number);
        }
    }

    /** The largest row of each node, or {@link #NO_ROW}. */
    public static final class Largest extends NodeNumbers {

        /** The mark of a node without a row. */
        public static final long NO_ROW = -1;

        public Largest(Level level) {
            super(level, NO_ROW);
        }

        @Override
        public void add(int node, long number) {
            numbers[node] = Math.max(numbers[node], number);
        }
    }
}
