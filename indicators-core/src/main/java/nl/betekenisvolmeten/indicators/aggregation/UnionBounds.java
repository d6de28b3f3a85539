package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The smallest and the largest number of persons in several parts together, from the sizes of the parts and knowledge
 * of the persons in more than one of them. Unrelated parts may share all persons or none, so their bounds are the
 * largest part and the sum (Fréchet). Knowledge relates parts; for up to {@value #MOST_EXACT} related parts the bounds
 * are the integer optimum, see {@link UnionProgram}. For more parts the bounds are valid but may be wider than
 * necessary: the sum of the sizes of some parts minus an upper bound of what each two of them share (Bonferroni 1936), and the
 * sum of all minus the smallest number shared along the edges of a spanning tree (Hunter D, J Appl Probab
 * 1976;13:597-603).
 */
final class UnionBounds {

    /** With more parts than this the bounds may be wider than they need be. */
    static final int MOST_EXACT = 8;

    /** With more parts than this, a choice of them is grown step by step. */
    private static final int ALL_CHOICES = 16;

    /**
     * A range of whole numbers.
     *
     * @param lower the smallest
     * @param upper the largest
     */
    record Range(long lower, long upper) {

        boolean isPossible() {
            return lower <= upper;
        }

        Range and(Range other) {
            return new Range(Math.max(lower, other.lower), Math.min(upper, other.upper));
        }
    }

    /**
     * Persons in several parts together.
     *
     * @param persons how many
     * @param tightest whether both bounds can be reached
     */
    record Union(Range persons, boolean tightest) {}

    private final List<String> names;
    private final List<Range> sizes;
    private final List<OverlapFact> facts;
    private final long[][] lowerShared;
    private final long[][] upperShared;

    private UnionBounds(SortedMap<String, Range> parts, List<OverlapFact> facts) {
        names = List.copyOf(parts.keySet());
        sizes = List.copyOf(parts.values());
        this.facts = facts;
        lowerShared = new long[sizes.size()][sizes.size()];
        upperShared = new long[sizes.size()][sizes.size()];
        for (int i = 0; i < sizes.size(); i++) {
            for (int j = 0; j < sizes.size(); j++) {
                upperShared[i][j] = Math.min(sizes.get(i).upper(), sizes.get(j).upper());
            }
        }
        facts.forEach(this::know);
    }

    /** Returns the bounds, or empty when what is known contradicts the sizes or itself. */
    static Optional<Union> union(Map<String, Range> parts, Collection<OverlapFact> known) {
        SortedMap<String, Range> sorted = new TreeMap<>(parts);
        List<OverlapFact> facts = new ArrayList<>();
        for (OverlapFact fact : known) {
            // knowledge about several parts is an upper bound for those present
            fact.among(sorted.keySet()).ifPresent(facts::add);
        }
        Range all = new Range(0, 0);
        boolean tightest = true;
        for (Set<String> tied : tied(sorted.keySet(), facts)) {
            SortedMap<String, Range> own = new TreeMap<>(sorted);
            own.keySet().retainAll(tied);
            List<OverlapFact> about = facts.stream()
                    .filter(fact -> !Collections.disjoint(tied, fact.parts()))
                    .toList();
            Optional<Union> union = new UnionBounds(own, about).union();
            if (union.isEmpty()) {
                return Optional.empty();
            }
            Range persons = union.get().persons();
            all = new Range(Math.max(all.lower(), persons.lower()), Math.addExact(all.upper(), persons.upper()));
            tightest &= union.get().tightest();
        }
        return Optional.of(new Union(all, tightest));
    }

    /** Returns the sets of related parts; each part is in one of them. */
    private static Collection<Set<String>> tied(Set<String> parts, List<OverlapFact> facts) {
        Map<String, Set<String>> sets = new HashMap<>();
        parts.forEach(part -> sets.put(part, new TreeSet<>(Set.of(part))));
        for (OverlapFact fact : facts) {
            Set<String> together = new TreeSet<>();
            fact.parts().forEach(part -> together.addAll(sets.getOrDefault(part, Set.of())));
            together.forEach(part -> sets.put(part, together));
        }
        return new HashSet<>(sets.values());
    }

    private Optional<Union> union() {
        if (!isPossible()) {
            return Optional.empty();
        }
        if (sizes.size() == 1 && facts.isEmpty()) {
            return Optional.of(new Union(sizes.get(0), true));
        }
        Range wide = widest();
        if (!wide.isPossible()) {
            return Optional.empty();
        }
        return sizes.size() <= MOST_EXACT
                ? UnionProgram.solve(names, sizes, facts, wide)
                : Optional.of(new Union(wide, false));
    }

    /** Returns bounds that hold, whether or not they can be reached. */
    private Range widest() {
        long sum = sizes.stream().mapToLong(Range::upper).reduce(0, Math::addExact);
        Range range =
                new Range(sizes.size() <= ALL_CHOICES ? leastOfAllChoices() : leastStepByStep(), sum - largestTree());
        for (OverlapFact fact : facts) {
            if (fact instanceof OverlapFact.Union union) {
                long others = 0;
                for (int i = 0; i < names.size(); i++) {
                    others = union.parts().contains(names.get(i))
                            ? others
                            : Math.addExact(others, sizes.get(i).upper());
                }
                long most = Math.min(union.upper(), Long.MAX_VALUE - others) + others;
                range = range.and(new Range(union.lower(), most));
            } else if (fact instanceof OverlapFact.Repeated repeated) {
                range = range.and(new Range(0, sum - repeated.lower()));
            }
        }
        return range;
    }

    private void know(OverlapFact fact) {
        if (fact instanceof OverlapFact.Shared shared) {
            know(names.indexOf(shared.one()), names.indexOf(shared.other()), shared.lower(), shared.upper());
        } else if (fact instanceof OverlapFact.Within within) {
            int smaller = names.indexOf(within.smaller());
            know(smaller, names.indexOf(within.larger()), sizes.get(smaller).lower(), Long.MAX_VALUE);
        }
    }

    private void know(int i, int j, long lower, long upper) {
        lowerShared[i][j] = lowerShared[j][i] = Math.max(lowerShared[i][j], lower);
        upperShared[i][j] = upperShared[j][i] = Math.min(upperShared[i][j], upper);
    }

    private boolean isPossible() {
        for (int i = 0; i < sizes.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (lowerShared[i][j] > upperShared[i][j]) {
                    return false;
                }
            }
        }
        return true;
    }

    private long leastOfAllChoices() {
        long[] value = new long[1 << sizes.size()];
        long best = 0;
        for (int choice = 1; choice < value.length; choice++) {
            int last = Integer.numberOfTrailingZeros(choice);
            value[choice] = value[choice & (choice - 1)] + gain(last, choice & (choice - 1));
            best = Math.max(best, value[choice]);
        }
        return best;
    }

    /** Returns the fewest persons that a set adds to a choice of other sets; the bound may be negative. */
    private long gain(int set, int choice) {
        long gain = sizes.get(set).lower();
        for (int rest = choice; rest != 0; rest &= rest - 1) {
            gain -= upperShared[set][Integer.numberOfTrailingZeros(rest)];
        }
        return gain;
    }

    private long leastStepByStep() {
        long best = 0;
        for (int start = 0; start < sizes.size(); start++) {
            best = Math.max(best, grownFrom(start));
        }
        return best;
    }

    private long grownFrom(int start) {
        long[] gains = new long[sizes.size()];
        Arrays.setAll(gains, i -> sizes.get(i).lower());
        long total = 0;
        int next = start;
        while (next >= 0) {
            total += gains[next];
            int taken = next;
            next = -1;
            for (int i = 0; i < gains.length; i++) {
                // a part that was taken lies within itself, so it adds nothing more
                gains[i] -= upperShared[taken][i];
                if (gains[i] > 0 && (next < 0 || gains[i] > gains[next])) {
                    next = i;
                }
            }
        }
        return total;
    }

    /** Returns the weight of the heaviest spanning tree of the smallest overlaps (Prim's algorithm). */
    private long largestTree() {
        int n = sizes.size();
        long[] nearest = new long[n];
        boolean[] inTree = new boolean[n];
        long weight = 0;
        for (int taken = 0; taken < n; taken++) {
            int next = -1;
            for (int i = 0; i < n; i++) {
                if (!inTree[i] && (next < 0 || nearest[i] > nearest[next])) {
                    next = i;
                }
            }
            inTree[next] = true;
            weight += nearest[next];
            for (int i = 0; i < n; i++) {
                nearest[i] = Math.max(nearest[i], lowerShared[next][i]);
            }
        }
        return weight;
    }
}
