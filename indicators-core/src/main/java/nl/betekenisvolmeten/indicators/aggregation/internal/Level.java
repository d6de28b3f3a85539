package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import nl.betekenisvolmeten.indicators.table.internal.PairNumbers;

/**
 * A level of the tree in which rows are put, such as group, period and age group. Its nodes are numbered from 0, so that
 * what is known of them is kept in arrays. This class is the root: one node with all rows; a {@link Below} divides the
 * nodes of the level above it by the codes of a dimension.
 */
public class Level {

    /** The nodes of the rows at hand, in their order; at the root always 0. */
    public int[] rows = {};

    private int size;

    /** Returns how many nodes there are. */
    public int size() {
        return size;
    }

    /** Gives the root its node, which it has from the first row on. */
    public final void plant() {
        size = 1;
    }

    /** Finds the nodes of the rows of a batch, once the level above has found its own. */
    public void start(ObservationBatch batch, int from, int to) {
        makeRoom(to - from);
        if (from < to) {
            plant();
        }
    }

    public final void makeRoom(int count) {
        if (rows.length < count) {
            rows = new int[count];
        }
    }

    /** Returns the node at codes below a node of a level above it; a new one where there is none yet. */
    public int node(Level top, int node, List<String> path) {
        return node;
    }

    /** Returns the codes by which a node lies below its node of a level above it. */
    public List<String> path(Level top, int node) {
        return new ArrayList<>();
    }

    /** Returns the node at a code below a node of the level above; the node itself where that is its level. */
    public int node(Level top, int node, String code) {
        return node;
    }

    /** Returns the code by which a node lies below one of the level above; empty if that is its level. */
    public String code(Level top, int node) {
        return "";
    }

    /** Performs the action for each node below a node of a level above, or for that node itself at its own level. */
    public void each(Level top, int node, IntConsumer action) {
        action.accept(node);
    }

    /** A level below another one. */
    public static final class Below extends Level {

        private final Level above;
        private final Codes codes;
        private final PairNumbers nodes = new PairNumbers();

        public Below(Level above, Codes codes) {
            this.above = above;
            this.codes = codes;
        }

        public Level above() {
            return above;
        }

        public Codes codes() {
            return codes;
        }

        @Override
        public int size() {
            return nodes.size();
        }

        public int parent(int node) {
            return nodes.left(node);
        }

        /** Returns the code by which a node lies below its parent. */
        public String code(int node) {
            return codes.code(nodes.right(node));
        }

        @Override
        public void start(ObservationBatch batch, int from, int to) {
            makeRoom(to - from);
            codes.start(batch);
            int[] ids = batch.ids(codes.dimension());
            int[] parents = above.rows;
            int[] own = rows;
            int parent = -1;
            int code = -1;
            int node = -1;
            for (int i = 0; i < to - from; i++) {
                int newCode = codes.number(ids[from + i]);
                if (parents[i] != parent || newCode != code) {
                    parent = parents[i];
                    code = newCode;
                    node = nodes.number(parent, code);
                }
                own[i] = node;
            }
        }

        /** Returns the node at a code below a node of the level above; a new one where there is none yet. */
        public int child(int parent, String code) {
            return nodes.number(parent, codes.number(code));
        }

        @Override
        public int node(Level top, int node, String code) {
            return this == top ? node : child(node, code);
        }

        @Override
        public String code(Level top, int node) {
            return this == top ? "" : code(node);
        }

        @Override
        public int node(Level top, int node, List<String> path) {
            if (this == top) {
                return node;
            }
            int end = path.size() - 1;
            return child(above.node(top, node, path.subList(0, end)), path.get(end));
        }

        @Override
        public List<String> path(Level top, int node) {
            if (this == top) {
                return new ArrayList<>();
            }
            List<String> path = above.path(top, parent(node));
            path.add(code(node));
            return path;
        }

        @Override
        public void each(Level top, int node, IntConsumer action) {
            if (this == top) {
                action.accept(node);
            } else {
                above.each(top, node, parent -> nodes.each(parent, action));
            }
        }
    }
}
