package nl.betekenisvolmeten.indicators.aggregation;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes and reads what is known of the nodes below a group, in the order of their paths. */
final class NodeStates {

    private NodeStates() {}

    interface Writing {
        void write(int node, StateWriter out);
    }

    interface Reading {
        void read(int node, StateReader in);
    }

    static void write(Level level, Level group, int number, Writing each, StateWriter out) {
        SortedMap<List<String>, Integer> nodes = new TreeMap<>(RowOrder.INSTANCE);
        level.each(group, number, node -> nodes.put(level.path(group, node), node));
        out.number(nodes.size());
        nodes.forEach((path, node) -> {
            out.texts(path);
            each.write(node, out);
        });
    }

    static void read(Level level, Level group, int number, Reading each, StateReader in) {
        long count = in.number();
        for (long i = 0; i < count; i++) {
            each.read(level.node(group, number, in.texts()), in);
        }
    }
}
