package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Rounding of the cells of a network up or down to a multiple of a base, such that the rounded cells satisfy the same
 * sums as the cells. Multiples of the base do not change. In a network such a rounding always exists, as a flow problem
 * with integer bounds has an integer solution (Bacharach, "Matrix rounding problems", Management Science 1966; Cox,
 * JASA 1987). Each cell starts at the nearest multiple; the differences that remain are carried from relation to
 * relation along the fewest cells.
 */
final class AdditiveRounding {

    private final FlowNetwork network;
    private final long[] lower;
    private final long[] upper;
    private final long[] rounded;
    private final long[] surplus;

    private AdditiveRounding(FlowNetwork network) {
        this.network = network;
        lower = new long[network.cells()];
        upper = new long[network.cells()];
        rounded = new long[network.cells()];
        surplus = new long[network.nodes()];
    }

    /**
     * Rounds cells.
     *
     * @param values the cells, which add up except where they are free
     * @param free which cells are not published: these may become any multiple
     * @param wish for each cell, the number whose nearest multiple is preferred, such as its value
     * @return the multiples, divided by the base
     */
    static long[] round(FlowNetwork network, long[] values, boolean[] free, long base, long[] wish) {
        AdditiveRounding rounding = new AdditiveRounding(network);
        for (int cell = 0; cell < values.length; cell++) {
            rounding.lower[cell] = free[cell] ? Long.MIN_VALUE : Math.floorDiv(values[cell], base);
            rounding.upper[cell] = free[cell] ? Long.MAX_VALUE : -Math.floorDiv(-values[cell], base);
            long nearest = Math.floorDiv(2 * wish[cell] + base, 2 * base);
            rounding.add(cell, Math.max(rounding.lower[cell], Math.min(rounding.upper[cell], nearest)));
        }
        for (int node = 0; node < network.nodes(); node++) {
            while (node != FlowNetwork.OUTSIDE && rounding.surplus[node] != 0) {
                rounding.carry(node, Long.signum(rounding.surplus[node]));
            }
        }
        return rounding.rounded;
    }

    private void add(int cell, long change) {
        rounded[cell] += change;
        surplus[network.head(cell)] += change;
        surplus[network.tail(cell)] -= change;
    }

    /** Carries one of a surplus, or of a shortage if the sign is negative, to a relation with the opposite or outside. */
    private void carry(int from, int sign) {
        int[] via = new int[network.nodes()];
        Arrays.fill(via, -1);
        Deque<Integer> queue = new ArrayDeque<>();
        queue.add(from);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            if (node == FlowNetwork.OUTSIDE || surplus[node] * sign < 0) {
                carryBack(node, from, via, sign);
                return;
            }
            for (int cell : network.arcsOf(node)) {
                int other = network.other(cell, node);
                long after = rounded[cell] + change(cell, node, sign);
                if (other != from && via[other] < 0 && after >= lower[cell] && after <= upper[cell]) {
                    via[other] = cell;
                    queue.add(other);
                }
            }
        }
        throw new IllegalArgumentException("cells that do not add up cannot be rounded together");
    }

    private void carryBack(int to, int from, int[] via, int sign) {
        for (int node = to; node != from; ) {
            int before = network.other(via[node], node);
            add(via[node], change(via[node], before, sign));
            node = before;
        }
    }

    private int change(int cell, int leaving, int sign) {
        return network.tail(cell) == leaving ? sign : -sign;
    }
}
