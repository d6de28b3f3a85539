package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is known in a cell of the persons in more than one of its parts, as it follows from an agreement. */
sealed interface OverlapFact {

    /** Returns the parts that it is about. */
    Set<String> parts();

    /** Returns what it says if only some parts are present; empty if that is nothing. */
    default Optional<OverlapFact> among(Set<String> present) {
        return Optional.<OverlapFact>of(this).filter(fact -> present.containsAll(fact.parts()));
    }

    /** Two parts have at least and at most so many persons in common. */
    record Shared(String one, String other, long lower, long upper) implements OverlapFact {
        @Override
        public Set<String> parts() {
            return Set.of(one, other);
        }
    }

    /** Everyone of the smaller part is in the larger part too. */
    record Within(String smaller, String larger) implements OverlapFact {
        @Override
        public Set<String> parts() {
            return Set.of(smaller, larger);
        }
    }

    /** Parts together have at least and at most so many persons. */
    record Union(Set<String> parts, long lower, long upper) implements OverlapFact {
        @Override
        public Optional<OverlapFact> among(Set<String> present) {
            Set<String> here = new TreeSet<>(parts);
            here.retainAll(present);
            if (here.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(here.size() == parts.size() ? this : new Union(here, 0, upper));
        }
    }

    /** The sizes of parts count persons at least so many times too often. */
    record Repeated(Set<String> parts, long lower) implements OverlapFact {}

    /** Returns what an agreement says in its own cell: as written. */
    static List<OverlapFact> inOwnCell(OverlapLedger.Overlap.Agreement agreement) {
        if (agreement instanceof OverlapLedger.Overlap.Within within) {
            return List.of(new Within(within.smaller(), within.larger()));
        }
        if (agreement instanceof OverlapLedger.Overlap.Shared shared) {
            return List.of(new Shared(shared.one(), shared.other(), shared.persons(), shared.persons()));
        }
        if (agreement instanceof OverlapLedger.Overlap.Together together) {
            return List.of(new Union(together.parts(), together.persons(), together.persons()));
        }
        return apart(agreement.parts());
    }

    /**
     * Returns what an agreement says in a finer cell, or where rows are missing: nobody is in more parts than in its own
     * cell.
     */
    static List<OverlapFact> atMost(OverlapLedger.Overlap.Agreement agreement) {
        if (agreement instanceof OverlapLedger.Overlap.Within) {
            return List.of();
        }
        if (agreement instanceof OverlapLedger.Overlap.Shared shared) {
            return List.of(new Shared(shared.one(), shared.other(), 0, shared.persons()));
        }
        if (agreement instanceof OverlapLedger.Overlap.Together together) {
            return List.of(new Union(together.parts(), 0, together.persons()));
        }
        return apart(agreement.parts());
    }

    /**
     * Returns what an agreement implies in a coarser cell: persons who are in several parts in its own cell are in them
     * here.
     *
     * @param sizes the lower bounds of the parts in the agreement's own cell
     */
    static List<OverlapFact> atLeast(OverlapLedger.Overlap.Agreement agreement, Map<String, Long> sizes) {
        if (agreement instanceof OverlapLedger.Overlap.Within within) {
            long contained = sizes.getOrDefault(within.smaller(), 0L);
            return List.of(new Shared(within.smaller(), within.larger(), contained, Long.MAX_VALUE));
        }
        if (agreement instanceof OverlapLedger.Overlap.Shared shared) {
            return List.of(new Shared(shared.one(), shared.other(), shared.persons(), Long.MAX_VALUE));
        }
        if (agreement instanceof OverlapLedger.Overlap.Together together) {
            long sum = together.parts().stream()
                    .mapToLong(part -> sizes.getOrDefault(part, 0L))
                    .reduce(0, Math::addExact);
            long repeated = Math.max(0, sum - together.persons());
            OverlapFact union = new Union(together.parts(), together.persons(), Long.MAX_VALUE);
            if (together.parts().size() == 2) {
                List<String> two = List.copyOf(new TreeSet<>(together.parts()));
                return List.of(union, new Shared(two.get(0), two.get(1), repeated, Long.MAX_VALUE));
            }
            return List.of(union, new Repeated(together.parts(), repeated));
        }
        return List.of();
    }

    private static List<OverlapFact> apart(Set<String> parts) {
        List<String> sorted = List.copyOf(new TreeSet<>(parts));
        List<OverlapFact> facts = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                facts.add(new Shared(sorted.get(i), sorted.get(j), 0, 0));
            }
        }
        return facts;
    }
}
