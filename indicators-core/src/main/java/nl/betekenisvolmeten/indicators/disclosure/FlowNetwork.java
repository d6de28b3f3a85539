package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cells of a table that each lie in two relations with opposite signs, as a network: a relation is a node, a cell an arc, and
 * to add to one cell what is taken from others is to send a flow around. A tree of areas by one flat dimension with its
 * total is such a table, once the row relations of areas with parts are left out: these follow from the others.
 */
final class FlowNetwork {

    /** A node for what lies outside the table; it closes the circle. */
    static final int OUTSIDE = 0;

    private static final int NO_PARENT = -1;

    private final int columns;
    private final int[] parents;
    private final int[] tails;
    private final int[] heads;
    private final int[][] arcsOf;

    private FlowNetwork(int[] parents, int columns, int nodes) {
        this.columns = columns;
        this.parents = parents.clone();
        tails = new int[parents.length * columns];
        heads = new int[parents.length * columns];
        arcsOf = new int[nodes][];
    }

    /**
     * Makes the network of a table.
     *
     * @param parents the area that each area lies in; -1 for none
     * @param categories how many categories there are besides the total; 0 for totals only
     */
    static FlowNetwork of(int[] parents, int categories) {
        boolean[] inner = new boolean[parents.length];
        for (int parent : parents) {
            if (parent != NO_PARENT) {
                inner[parent] = true;
            }
        }
        int columns = categories + 1;
        int[][] own = new int[parents.length][columns];
        int nodes = 1;
        for (int area = 0; area < parents.length; area++) {
            for (int column = 0; column < columns; column++) {
                if (inner[area]) {
                    own[area][column] = nodes++;
                }
            }
            if (!inner[area] && categories > 0) {
                Arrays.fill(own[area], nodes++);
            }
        }
        FlowNetwork network = new FlowNetwork(parents, columns, nodes);
        network.connect(own);
        return network;
    }

    private void connect(int[][] own) {
        List<List<Integer>> arcs = new ArrayList<>();
        for (int node = 0; node < arcsOf.length; node++) {
            arcs.add(new ArrayList<>());
        }
        for (int area = 0; area < parents.length; area++) {
            for (int column = 0; column < columns; column++) {
                int above = parents[area] == NO_PARENT ? OUTSIDE : own[parents[area]][column];
                int cell = cell(area, column);
                tails[cell] = column == 0 ? own[area][column] : above;
                heads[cell] = column == 0 ? above : own[area][column];
                arcs.get(tails[cell]).add(cell);
                arcs.get(heads[cell]).add(cell);
            }
        }
        for (int node = 0; node < arcsOf.length; node++) {
            arcsOf[node] = arcs.get(node).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    int cells() {
        return tails.length;
    }

    int nodes() {
        return arcsOf.length;
    }

    /** Returns the cell of an area and a column; column 0 is the total. */
    int cell(int area, int column) {
        return area * columns + column;
    }

    int tail(int cell) {
        return tails[cell];
    }

    int head(int cell) {
        return heads[cell];
    }

    /** Returns the node at the other end of a cell. */
    int other(int cell, int node) {
        return tails[cell] == node ? heads[cell] : tails[cell];
    }

    int[] arcsOf(int node) {
        return arcsOf[node];
    }
}
