package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.List;

/** What totals are kept in, for each node of a level. As a rule it is made of parts, which are put together, written and read in turn. */
public interface Kept {

    /** Returns the parts, always in the same order; none of what has a form of its own. */
    default List<Kept> parts() {
        return List.of();
    }

    /** Adds what another kept, whose nodes have other numbers. */
    default void combine(Kept other, Levels.Translation to) {
        for (int i = 0; i < parts().size(); i++) {
            parts().get(i).combine(other.parts().get(i), to);
        }
    }

    default void write(int node, StateWriter out) {
        parts().forEach(part -> part.write(node, out));
    }

    /** Adds what was written. */
    default void read(int node, StateReader in) {
        parts().forEach(part -> part.read(node, in));
    }
}
