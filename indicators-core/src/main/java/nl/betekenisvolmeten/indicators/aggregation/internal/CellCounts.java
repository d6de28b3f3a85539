package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.Arrays;

/** How many cells have a number and how many have none, by the nodes of a level. */
final class CellCounts {

    private long[] known = {};
    private long[] missing = {};

    /** Makes room for so many nodes; new ones have no cells. */
    void makeRoom(int size) {
        if (size > known.length) {
            known = Arrays.copyOf(known, 2 * size);
            missing = Arrays.copyOf(missing, 2 * size);
        }
    }

    void addKnown(int node) {
        known[node]++;
    }

    void addMissing(int node) {
        missing[node]++;
    }

    /** Whether a node has cells; not also where no room was made for it. */
    boolean hasAny(int node) {
        return node < known.length && known[node] + missing[node] > 0;
    }

    long known(int node) {
        return known[node];
    }

    long missing(int node) {
        return missing[node];
    }

    /** Adds the counts of one of other nodes. */
    void combine(int node, CellCounts other, int otherNode) {
        add(node, other.known[otherNode], other.missing[otherNode]);
    }

    void write(int node, StateWriter out) {
        out.number(known[node]);
        out.number(missing[node]);
    }

    /** Adds a written state. */
    void read(int node, StateReader in) {
        add(node, in.number(), in.number());
    }

    private void add(int node, long moreKnown, long moreMissing) {
        known[node] = Math.addExact(known[node], moreKnown);
        missing[node] = Math.addExact(missing[node], moreMissing);
    }
}
