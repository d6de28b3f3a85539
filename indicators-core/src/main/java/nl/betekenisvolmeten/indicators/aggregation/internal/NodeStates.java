package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * State below a group, written by the path from the group to each node, so that nodes may have other numbers where it
 * is read.
 *
 * @param level the level of the nodes
 * @param group the level of the groups
 * @param written which nodes have something to write
 * @param parts the state of a node
 */
public record NodeStates(Level level, Level group, IntPredicate written, List<Kept> parts) implements Kept {

    /** Returns the largest rows of nodes below a group. */
    public static NodeStates of(NodeNumbers.Largest largest, Level level, Level group) {
        return new NodeStates(level, group, node -> largest.of(node) != NodeNumbers.Largest.NO_ROW, List.of(largest));
    }

    @Override
    public void write(int number, StateWriter out) {
        SortedMap<List<String>, Integer> nodes = new TreeMap<>(RowOrder.INSTANCE);
        level.each(group, number, node -> {
            if (written.test(node)) {
                nodes.put(level.path(group, node), node);
            }
        });
        out.number(nodes.size());
        nodes.forEach((path, node) -> {
            out.texts(path);
            Kept.super.write(node, out);
        });
    }

    @Override
    public void read(int number, StateReader in) {
        long count = in.number();
        for (long i = 0; i < count; i++) {
            Kept.super.read(level.node(group, number, in.texts()), in);
        }
    }
}
