package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/** Searches for other tables in a network. */
final class FlowSearch implements MoveSearch {

    private static final long UNBOUNDED = Long.MAX_VALUE / 4;
    private static final int NONE = -1;

    /** A node that was reached, and at what cost. */
    private record Reached(long cost, int node) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached other) {
            int byCost = Long.compare(cost, other.cost);
            return byCost == 0 ? Integer.compare(node, other.node) : byCost;
        }
    }

    private final FlowNetwork network;
    private final Suppressor.Cells cells;
    private final boolean[] hidden;

    private final long[] moved;
    private final boolean[] touched;
    private final boolean[] fixed;
    private final List<Integer> touchedArcs = new ArrayList<>();
    private final long[] costTo;
    private final int[] arcTo;
    private long spent;
    private boolean mayHide;

    FlowSearch(FlowNetwork network, Suppressor.Cells cells, boolean[] hidden) {
        this.network = network;
        this.cells = cells;
        this.hidden = hidden;
        moved = new long[network.cells()];
        touched = new boolean[network.cells()];
        fixed = new boolean[network.cells()];
        costTo = new long[network.nodes()];
        arcTo = new int[network.nodes()];
    }

    @Override
    public Move find(int cell, boolean up, long amount, int[] known, boolean hiding) {
        reset();
        for (int one : known) {
            fixed[one] = true;
        }
        fixed[cell] = true;
        int from = up ? network.head(cell) : network.tail(cell);
        int to = up ? network.tail(cell) : network.head(cell);
        long got = from == to ? amount : 0;
        for (boolean paying : hiding ? new boolean[] {false, true} : new boolean[] {false}) {
            mayHide = paying;
            while (got < amount && reach(from, to, amount - got)) {
                got += push(from, to, amount - got);
            }
        }
        for (int one : known) {
            fixed[one] = false;
        }
        fixed[cell] = false;
        return taken(cell, up ? got : -got);
    }

    private void reset() {
        for (int arc : touchedArcs) {
            moved[arc] = 0;
            touched[arc] = false;
        }
        touchedArcs.clear();
        spent = 0;
    }

    private Move taken(int cell, long change) {
        if (change == 0) {
            return Move.NONE;
        }
        moved[cell] = change;
        touchedArcs.add(cell);
        int[] arcs = touchedArcs.stream()
                .mapToInt(Integer::intValue)
                .filter(arc -> moved[arc] != 0)
                .toArray();
        return new Move(arcs, Arrays.stream(arcs).mapToLong(arc -> moved[arc]).toArray(), spent);
    }

    /**
     * Finds the cheapest path from one node to another along cells that can still change. Returns whether there is one.
     */
    private boolean reach(int from, int to, long wanted) {
        Arrays.fill(costTo, UNBOUNDED);
        Arrays.fill(arcTo, NONE);
        PriorityQueue<Reached> queue = new PriorityQueue<>();
        costTo[from] = 0;
        queue.add(new Reached(0, from));
        while (!queue.isEmpty()) {
            Reached next = queue.poll();
            if (next.node() == to) {
                return true;
            }
            if (next.cost() > costTo[next.node()]) {
                continue;
            }
            for (int arc : network.arcsOf(next.node())) {
                int other = network.other(arc, next.node());
                boolean up = network.tail(arc) == next.node();
                if (other == next.node() || room(arc, up, wanted) <= 0) {
                    continue;
                }
                long cost = next.cost() + cost(arc, up, wanted);
                if (cost < costTo[other]) {
                    costTo[other] = cost;
                    arcTo[other] = arc;
                    queue.add(new Reached(cost, other));
                }
            }
        }
        return false;
    }

    private long push(int from, int to, long wanted) {
        long amount = wanted;
        for (int node = to; node != from; node = network.other(arcTo[node], node)) {
            amount = Math.min(amount, room(arcTo[node], network.head(arcTo[node]) == node, wanted));
        }
        for (int node = to; node != from; node = network.other(arcTo[node], node)) {
            int arc = arcTo[node];
            boolean up = network.head(arc) == node;
            if (slack(arc, up) < amount && !isOpen(arc)) {
                spent += cells.costs()[arc];
            }
            moved[arc] += up ? amount : -amount;
            if (!touched[arc]) {
                touched[arc] = true;
                touchedArcs.add(arc);
            }
        }
        return amount;
    }

    /** Returns whether a cell is hidden, or will be because of what was moved before. */
    private boolean isOpen(int arc) {
        long value = cells.values()[arc] + moved[arc];
        return hidden[arc] || value < cells.lower()[arc] || value > cells.upper()[arc];
    }

    /** Returns by how much a published cell can change without an outsider noticing. */
    private long slack(int arc, boolean up) {
        long value = cells.values()[arc] + moved[arc];
        return up ? cells.upper()[arc] - value : value - cells.lower()[arc];
    }

    private long room(int arc, boolean up, long wanted) {
        if (fixed[arc]) {
            return 0;
        }
        if (isOpen(arc)) {
            return hiddenRoom(arc, up);
        }
        long slack = slack(arc, up);
        return slack >= wanted || !canHide(arc) ? slack : Math.max(slack, hiddenRoom(arc, up));
    }

    private long hiddenRoom(int arc, boolean up) {
        return up ? UNBOUNDED : cells.values()[arc] + moved[arc] - cells.least()[arc];
    }

    private boolean canHide(int arc) {
        return mayHide && cells.values()[arc] >= cells.least()[arc];
    }

    private long cost(int arc, boolean up, long wanted) {
        return isOpen(arc) || slack(arc, up) >= wanted || !canHide(arc) ? 0 : cells.costs()[arc];
    }
}
