package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.disclosure.BoundSystem.Relation;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Mutate1D;

/**
 * Searches for worlds: whole numbers that fit all relations and bounds of a system. From one world others are made by
 * changing a number and repairing the relations that this breaks. The lowest and highest value of each number in any
 * world are kept, as a world that was found for one number often shows what another can be.
 */
final class WorldSearch {

    /** Number of repairs before a linear program says where to begin. */
    private static final int QUICK = 500;

    private static final int TRIES = 4000;

    /** Number of changes of one world before derivations are made. */
    private static final int NEAR = 60;

    /** Of so many values all are tried, of more only some. */
    private static final int FEW = 12;

    private final BoundSystem system;
    private final BoundSystem.Derivation derivation;
    private final Map<Integer, Boolean> isPossible = new HashMap<>();

    /** A world, as far as its numbers are known, and the lowest and highest values in others. */
    private final long[] world;

    private final long[] lowest;
    private final long[] highest;

    /** The first world while it is changed into another, and which numbers were. */
    private final long[] adjusted;

    private final boolean[] isChanged;

    /** A world of a similar system and the numbers that are known in it. */
    private final long[] earlier;

    private final Set<Integer> inEarlier = new HashSet<>();

    /** Where a repair begins, and how many tries are left. */
    private long[] guess;

    private int triesLeft;
    private boolean isGivenUp;

    WorldSearch(BoundSystem system) {
        this.system = system;
        derivation = system.attempt();
        world = new long[system.size()];
        lowest = new long[world.length];
        highest = new long[world.length];
        earlier = new long[world.length];
        adjusted = new long[world.length];
        isChanged = new boolean[world.length];
        guess = world;
    }

    /**
     * Begins with the worlds that were found in a system of the same numbers or some of them.
     *
     * @param places for each of its numbers, the same number here
     * @param includes whether each of them is a world here as well; otherwise it is repaired
     */
    void beginFrom(WorldSearch other, int[] places, boolean includes) {
        other.isPossible.forEach((number, found) -> {
            if (found) {
                int mine = places[number];
                earlier[mine] = other.world[number];
                inEarlier.add(mine);
                if (includes) {
                    isPossible.put(mine, true);
                    world[mine] = other.world[number];
                    adjusted[mine] = world[mine];
                    lowest[mine] = other.lowest[number];
                    highest[mine] = other.highest[number];
                }
            }
        });
    }

    OptionalLong find(int number, long lower, long upper) {
        if (!isPossible(number)) {
            return OptionalLong.empty();
        }
        long[] seen = {world[number], lowest[number], highest[number]};
        OptionalLong known = LongStream.of(seen)
                .filter(value -> value >= lower && value <= upper)
                .findFirst();
        if (known.isPresent()) {
            return known;
        }
        long next = Math.min(upper, Math.max(lower, world[number]));
        if (next >= system.lower(number) && next <= system.upper(number) && adjusts(number, next)) {
            return OptionalLong.of(next);
        }
        OptionalLong found = OptionalLong.empty();
        if (derivation.narrow(number, lower, upper)) {
            found = repairs(number) ? OptionalLong.of(value(number)) : OptionalLong.empty();
        }
        derivation.goBack(0);
        return found;
    }

    /** Returns whether a first world was found of all numbers related to one. */
    private boolean isPossible(int number) {
        Boolean before = isPossible.get(number);
        if (before != null) {
            return before;
        }
        List<Integer> related = system.reachable(number);
        boolean found = (inEarlier.containsAll(related) && repair(earlier, QUICK, relations(related.stream())))
                || repairsMiddle(related);
        if (found) {
            for (int one : related) {
                world[one] = value(one);
                lowest[one] = world[one];
                highest[one] = world[one];
                adjusted[one] = world[one];
            }
        }
        derivation.goBack(0);
        related.forEach(one -> isPossible.put(one, found));
        return found;
    }

    private boolean repairsMiddle(List<Integer> related) {
        for (int one : related) {
            long upper = system.upper(one);
            world[one] = upper < BoundSystem.UNBOUNDED ? (system.lower(one) + upper) / 2 : system.lower(one);
        }
        return repair(world, QUICK, relations(related.stream())) || (isGivenUp && repairsHints(related));
    }

    /**
     * Changes a number of the first world and then others, each once, until no relation is broken. This is fast and finds
     * most worlds.
     *
     * @return whether that gave a world
     */
    private boolean adjusts(int number, long value) {
        guess = adjusted;
        List<Integer> changed = new ArrayList<>();
        Deque<Integer> suspects = new ArrayDeque<>();
        change(number, value, changed, suspects);
        while (!suspects.isEmpty() && changed.size() < NEAR) {
            Relation relation = system.relation(suspects.getFirst());
            int best = excess(relation) == 0 ? -1 : best(relation);
            if (best >= 0) {
                change(relation.numbers()[best], repaired(relation, best), changed, suspects);
            } else if (excess(relation) != 0) {
                break;
            } else {
                suspects.removeFirst();
            }
        }
        for (int one : changed) {
            if (suspects.isEmpty()) {
                lowest[one] = Math.min(lowest[one], adjusted[one]);
                highest[one] = Math.max(highest[one], adjusted[one]);
            }
            isChanged[one] = false;
            adjusted[one] = world[one];
        }
        return suspects.isEmpty();
    }

    private void change(int number, long value, List<Integer> changed, Deque<Integer> suspects) {
        adjusted[number] = value;
        isChanged[number] = true;
        changed.add(number);
        for (int relation : system.relationsOf(number)) {
            suspects.add(relation);
        }
    }

    /** Repairs the first world after a change, and keeps what the numbers are in the new world. */
    private boolean repairs(int number) {
        boolean found =
                repair(world, QUICK, relations(moved(0))) || (isGivenUp && repairsHints(system.reachable(number)));
        if (found) {
            Stream<Integer> changed = guess == world
                    ? derivation.undo.stream().map(BoundSystem.Undo::number)
                    : system.reachable(number).stream();
            changed.forEach(one -> {
                lowest[one] = Math.min(lowest[one], value(one));
                highest[one] = Math.max(highest[one], value(one));
            });
        }
        return found;
    }

    private boolean repairsHints(List<Integer> related) {
        return hints(related)
                .filter(hints -> repair(hints, TRIES, relations(related.stream())))
                .isPresent();
    }

    private List<Integer> relations(Stream<Integer> numbers) {
        return numbers.flatMapToInt(one -> IntStream.of(system.relationsOf(one)))
                .distinct()
                .boxed()
                .toList();
    }

    /** Returns the numbers that have another value since so many changes. */
    private Stream<Integer> moved(int changes) {
        return derivation.undo.stream()
                .limit(derivation.undo.size() - changes)
                .filter(undo ->
                        value(undo.number()) != Math.min(undo.upper(), Math.max(undo.lower(), guess[undo.number()])))
                .map(BoundSystem.Undo::number);
    }

    private boolean repair(long[] from, int tries, List<Integer> suspects) {
        guess = from;
        triesLeft = tries;
        isGivenUp = false;
        return repair(suspects);
    }

    /** Changes numbers until no relation is broken; if that is impossible, none is changed. */
    private boolean repair(List<Integer> suspects) {
        List<Integer> broken = suspects.stream()
                .filter(one -> excess(system.relation(one)) != 0)
                .toList();
        if (broken.isEmpty()) {
            return true;
        }
        Relation relation = system.relation(broken.get(0));
        int best = best(relation);
        if (best < 0) {
            return false;
        }
        int number = relation.numbers()[best];
        isGivenUp |= derivation.upper(number) - derivation.lower(number) > FEW;
        int changes = derivation.undo.size();
        for (long value : candidates(number, repaired(relation, best))) {
            if (triesLeft-- <= 0) {
                isGivenUp = true;
                return false;
            }
            if (derivation.narrow(number, value, value)
                    && repair(Stream.concat(broken.stream(), relations(moved(changes)).stream())
                            .distinct()
                            .toList())) {
                return true;
            }
            derivation.goBack(changes);
        }
        return false;
    }

    /** Returns what a number is in the world that is being made. */
    private long value(int number) {
        return within(number, guess[number]);
    }

    private long within(int number, long value) {
        return Math.min(derivation.upper(number), Math.max(derivation.lower(number), value));
    }

    /** Returns by how much a relation is broken; zero if it holds. */
    private long excess(Relation relation) {
        long sum = 0;
        for (int i = 0; i < relation.numbers().length; i++) {
            sum += relation.signs()[i] * value(relation.numbers()[i]);
        }
        return relation.isEqual() ? sum : Math.max(0, sum);
    }

    /** Returns the value of a number of a broken relation that repairs it, as far as its bounds allow. */
    private long repaired(Relation relation, int i) {
        int number = relation.numbers()[i];
        return within(number, value(number) - relation.signs()[i] * excess(relation));
    }

    /** Returns which number of a broken relation to change: the one that leaves the least broken; -1 if all are fixed. */
    private int best(Relation relation) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < relation.numbers().length; i++) {
            int number = relation.numbers()[i];
            if (derivation.lower(number) < derivation.upper(number) && !isChanged[number]) {
                long left = left(number, repaired(relation, i) - value(number));
                if (best < 0 || left < least) {
                    best = i;
                    least = left;
                }
            }
        }
        return best;
    }

    /** Returns by how much the relations of a number are broken together after a change of that number. */
    private long left(int number, long change) {
        long left = 0;
        for (int index : system.relationsOf(number)) {
            Relation relation = system.relation(index);
            long sum = 0;
            for (int i = 0; i < relation.numbers().length; i++) {
                int one = relation.numbers()[i];
                sum += relation.signs()[i] * (value(one) + (one == number ? change : 0));
            }
            left += relation.isEqual() ? Math.abs(sum) : Math.max(0, sum);
        }
        return left;
    }

    private long[] candidates(int number, long first) {
        long lower = derivation.lower(number);
        long upper = derivation.upper(number);
        LongStream others = upper >= BoundSystem.UNBOUNDED
                ? LongStream.of(lower, lower + 1, lower + 1000, lower + 1_000_000)
                : upper - lower > FEW
                        ? LongStream.of(value(number), lower + (upper - lower) / 2, lower, upper)
                        : LongStream.rangeClosed(lower, upper);
        return LongStream.concat(LongStream.of(first), others).distinct().toArray();
    }

    /** Returns numbers, rounded from fractions, that fit all relations; empty if there are none. */
    private Optional<long[]> hints(List<Integer> related) {
        int[] open = related.stream()
                .mapToInt(Integer::intValue)
                .filter(one -> derivation.lower(one) < derivation.upper(one))
                .toArray();
        double[] weights = new double[open.length];
        Arrays.fill(weights, 1);
        LinearSolver.Builder builder = LinearSolver.newBuilder(weights)
                .lower(IntStream.of(open).mapToDouble(derivation::lower).toArray())
                .upper(IntStream.of(open).mapToDouble(this::most).toArray());
        Map<Integer, Integer> columns = new HashMap<>();
        IntStream.range(0, open.length).forEach(i -> columns.put(open[i], i));
        for (int index : relations(IntStream.of(open).boxed())) {
            relate(builder, system.relation(index), columns);
        }
        Optimisation.Result result = builder.solve();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        long[] hints = world.clone();
        columns.forEach((number, column) -> hints[number] = Math.round(result.doubleValue(column)));
        return Optional.of(hints);
    }

    private double most(int number) {
        long upper = derivation.upper(number);
        return upper >= BoundSystem.UNBOUNDED ? Double.POSITIVE_INFINITY : upper;
    }

    private void relate(LinearSolver.Builder builder, Relation relation, Map<Integer, Integer> columns) {
        long fixed = 0;
        for (int i = 0; i < relation.numbers().length; i++) {
            int number = relation.numbers()[i];
            fixed += columns.containsKey(number) ? 0 : relation.signs()[i] * derivation.lower(number);
        }
        Mutate1D row = relation.isEqual() ? builder.equality((double) -fixed) : builder.inequality((double) -fixed);
        for (int i = 0; i < relation.numbers().length; i++) {
            Integer column = columns.get(relation.numbers()[i]);
            if (column != null) {
                row.set(column.longValue(), (double) relation.signs()[i]);
            }
        }
    }
}
