package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.List;

/**
 * State of totals, for each node of a level. It usually consists of parts, which are combined, written and read in
 * turn.
 */
public interface Kept {

    /** Returns the parts, always in the same order; empty for a state with its own form. */
    default List<? extends Kept> parts() {
        return List.of();
    }

    /** Adds the state of another, whose nodes have other numbers. */
    default void combine(Kept other, Levels.Translation to) {
        for (int i = 0; i < parts().size(); i++) {
            parts().get(i).combine(other.parts().get(i), to);
        }
    }

    default void write(int node, StateWriter out) {
        parts().forEach(part -> part.write(node, out));
    }

    /** Adds a written state. */
    default void read(int node, StateReader in) {
        parts().forEach(part -> part.read(node, in));
    }
}
