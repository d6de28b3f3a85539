package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The least and the most that the union of sets can hold, from the sizes of the sets and what is known of the persons
 * that two of them share.
 *
 * <p>Least: for any choice S of the sets, the sum of their sizes less the most that each two of S share (Bonferroni
 * 1936); the best S is taken. Most: the sum of all sizes less the least shared along the edges of a spanning tree (Hunter
 * D, J Appl Probab 1976;13:597-603; Worsley KJ, Biometrika 1982;69:297-302); the best tree is taken. Where nothing is
 * known these are the bounds of Frechet: the largest set, and the sum.
 */
final class UnionBounds {

    /** With more sets than this, S is grown step by step, which may give a lower least. */
    private static final int ALL_CHOICES = 16;

    /** With more numbers counted together than this, they are taken in one order instead of all. */
    private static final int ALL_TOGETHER = 8;

    /**
     * A range of whole numbers.
     *
     * @param lower the least
     * @param upper the most
     */
    record Range(long lower, long upper) {

        boolean isPossible() {
            return lower <= upper;
        }

        Range and(Range other) {
            return new Range(Math.max(lower, other.lower), Math.min(upper, other.upper));
        }
    }

    private final List<Range> sizes;
    private final long[][] lowerShared;
    private final long[][] upperShared;

    private UnionBounds(List<Range> sizes) {
        this.sizes = sizes;
        lowerShared = new long[sizes.size()][sizes.size()];
        upperShared = new long[sizes.size()][sizes.size()];
        for (int i = 0; i < sizes.size(); i++) {
            for (int j = 0; j < sizes.size(); j++) {
                upperShared[i][j] = Math.min(sizes.get(i).upper(), sizes.get(j).upper());
            }
        }
    }

    /**
     * The range of the union's size.
     *
     * @return the range, or empty when what was agreed contradicts the sizes
     */
    static Optional<Range> of(Map<String, Range> parts, Collection<Overlap.Agreement> agreements) {
        SortedMap<String, Range> sorted = new TreeMap<>(parts);
        Optional<Range> range = pairs(sorted, agreements);
        List<Overlap.Together> counted = agreements.stream()
                .filter(Overlap.Together.class::isInstance)
                .map(Overlap.Together.class::cast)
                .filter(together -> sorted.keySet().containsAll(together.parts()))
                .sorted(Comparator.comparing(
                                (Overlap.Together together) -> together.parts().size())
                        .thenComparing(together -> name(together.parts())))
                .toList();
        List<Overlap.Agreement> others = new ArrayList<>(agreements);
        // each looks at all others again; of many only the first does, which may give wider bounds
        for (Overlap.Together together : counted.size() > ALL_TOGETHER ? counted.subList(0, 1) : counted) {
            // from small to large, each once: a larger one is looked at again with the smaller one as a part
            others.remove(together);
            Optional<Range> known = together(sorted, together, others);
            range = range.flatMap(before -> known.map(before::and));
        }
        for (Overlap.Agreement agreement : agreements) {
            if (agreement instanceof Overlap.Together together) {
                range = range.flatMap(
                        before -> capped(sorted, together, agreements).map(before::and));
            }
        }
        return range.filter(Range::isPossible);
    }

    /** What was counted together with a part that is not here is the most that those that are can be. */
    private static Optional<Range> capped(
            SortedMap<String, Range> parts, Overlap.Together together, Collection<Overlap.Agreement> agreements) {
        SortedMap<String, Range> here = new TreeMap<>(parts);
        here.keySet().retainAll(together.parts());
        if (here.isEmpty() || here.size() == together.parts().size()) {
            return Optional.of(new Range(0, Long.MAX_VALUE));
        }
        List<Overlap.Agreement> others = agreements.stream()
                .filter(other -> !(other instanceof Overlap.Together))
                .toList();
        Range upper = new Range(0, together.persons());
        return pairs(here, others).map(upper::and).filter(Range::isPossible).map(union -> {
            long rest = 0;
            for (Map.Entry<String, Range> part : parts.entrySet()) {
                rest = here.containsKey(part.getKey())
                        ? rest
                        : Math.addExact(rest, part.getValue().upper());
            }
            return new Range(union.lower(), Math.addExact(union.upper(), rest));
        });
    }

    /** The range when some parts are taken as the one part that they make together. */
    private static Optional<Range> together(
            SortedMap<String, Range> parts, Overlap.Together together, List<Overlap.Agreement> others) {
        Range counted = new Range(together.persons(), together.persons());
        SortedMap<String, Range> within = new TreeMap<>(parts);
        within.keySet().retainAll(together.parts());
        Optional<Range> possible = pairs(within, others).map(counted::and).filter(Range::isPossible);
        if (possible.isEmpty() || within.size() == parts.size()) {
            return possible;
        }
        Map<String, Range> merged = new TreeMap<>(parts);
        merged.keySet().removeAll(together.parts());
        merged.put(name(together.parts()), counted);
        return of(
                merged,
                others.stream().map(other -> renamed(other, together.parts())).toList());
    }

    private static String name(Set<String> parts) {
        return String.join("\n", new TreeSet<>(parts));
    }

    /** What holds of all of some parts holds of these together. */
    private static Overlap.Agreement renamed(Overlap.Agreement agreement, Set<String> parts) {
        if (agreement.parts().size() <= parts.size() || !agreement.parts().containsAll(parts)) {
            return agreement;
        }
        Set<String> renamed = new TreeSet<>(agreement.parts());
        renamed.removeAll(parts);
        renamed.add(name(parts));
        return agreement instanceof Overlap.Together together
                ? new Overlap.Together(renamed, together.persons())
                : new Overlap.None(renamed);
    }

    private static Optional<Range> pairs(SortedMap<String, Range> parts, Collection<Overlap.Agreement> agreements) {
        UnionBounds bounds = new UnionBounds(List.copyOf(parts.values()));
        List<String> names = List.copyOf(parts.keySet());
        for (Overlap.Agreement agreement : agreements) {
            bounds.know(agreement, names);
        }
        return bounds.isPossible() ? Optional.of(new Range(bounds.lower(), bounds.upper())) : Optional.empty();
    }

    private void know(Overlap.Agreement agreement, List<String> names) {
        if (agreement instanceof Overlap.None none) {
            List<Integer> indexes = none.parts().stream()
                    .map(names::indexOf)
                    .filter(i -> i >= 0)
                    .sorted()
                    .toList();
            indexes.forEach(i -> indexes.stream().filter(j -> j > i).forEach(j -> know(i, j, 0, 0)));
        } else if (agreement instanceof Overlap.Shared shared) {
            know(names.indexOf(shared.one()), names.indexOf(shared.other()), shared.persons(), shared.persons());
        } else if (agreement instanceof Overlap.Within within) {
            int smaller = names.indexOf(within.smaller());
            int larger = names.indexOf(within.larger());
            if (smaller >= 0 && larger >= 0) {
                know(smaller, larger, sizes.get(smaller).lower(), Long.MAX_VALUE);
            }
        }
    }

    private void know(int i, int j, long lower, long upper) {
        if (i >= 0 && j >= 0) {
            lowerShared[i][j] = lowerShared[j][i] = Math.max(lowerShared[i][j], lower);
            upperShared[i][j] = upperShared[j][i] = Math.min(upperShared[i][j], upper);
        }
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

    private long lower() {
        return sizes.size() <= ALL_CHOICES ? leastOfAllChoices() : leastStepByStep();
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

    /** What a set adds to a choice of others. */
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
        boolean[] chosen = new boolean[gains.length];
        long total = 0;
        int next = start;
        while (next >= 0) {
            total += gains[next];
            chosen[next] = true;
            int taken = next;
            next = -1;
            for (int i = 0; i < gains.length; i++) {
                gains[i] -= upperShared[taken][i];
                if (!chosen[i] && gains[i] > 0 && (next < 0 || gains[i] > gains[next])) {
                    next = i;
                }
            }
        }
        return total;
    }

    private long upper() {
        long sum = 0;
        for (Range size : sizes) {
            sum = Math.addExact(sum, size.upper());
        }
        return sum - largestTree();
    }

    /** The weight of the heaviest spanning tree of what is at least shared (Prim). */
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
