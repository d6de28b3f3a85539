package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * Whole numbers that are known between bounds, and relations between them: what an attacker works with. Bounds are made
 * narrower until nothing changes any more, and each remembers what it follows from.
 */
final class BoundSystem {

    static final long UNBOUNDED = Long.MAX_VALUE / 8;

    /** A bound may creep up by one forever; after so many steps for each relation the attacker gives up. */
    private static final int PATIENCE = 2000;

    /** Number of attempts before a linear program gives hints. */
    private static final int QUICK = 500;

    private static final int TRIES = 4000;

    /** A relation: the sum of some numbers, some of them negated, is zero or at most zero. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Relation(int[] numbers, int[] signs, boolean isEqual) {}

    /** Why a bound holds: a relation with the bounds of its other numbers; each bound may have a reason too. */
    record Reason(int number, boolean upper, long bound, Relation relation, List<Premise> premises) {}

    /** A bound of a number that was used. */
    record Premise(
            int number, int sign, long bound, @Nullable Reason reason) {}

    private final List<Relation> relations = new ArrayList<>();
    private final List<List<Integer>> relationsOf = new ArrayList<>();
    private final List<long[]> bounds = new ArrayList<>();
    private final List<@Nullable Reason[]> reasons = new ArrayList<>();

    /** Adds a number. */
    int add(long lower, long upper) {
        bounds.add(new long[] {lower, upper});
        reasons.add(new @Nullable Reason[2]);
        relationsOf.add(new ArrayList<>());
        return bounds.size() - 1;
    }

    /** Adds a relation. */
    void relate(int[] numbers, int[] signs, boolean isEqual) {
        for (int number : numbers) {
            relationsOf.get(number).add(relations.size());
        }
        relations.add(new Relation(numbers, signs, isEqual));
    }

    /** Adds the relation that a number is the sum of others, or at most that sum. */
    void relateSum(int whole, int[] parts, boolean isEqual) {
        int[] numbers =
                IntStream.concat(IntStream.of(whole), IntStream.of(parts)).toArray();
        int[] signs = new int[numbers.length];
        Arrays.fill(signs, -1);
        signs[0] = 1;
        relate(numbers, signs, isEqual);
    }

    /** Returns whether a number may be the sum of others. */
    boolean mayBeSum(int whole, int[] parts) {
        long least = IntStream.of(parts).mapToLong(this::lower).sum();
        boolean ends = IntStream.of(parts).allMatch(number -> upper(number) < UNBOUNDED);
        long most = ends ? IntStream.of(parts).mapToLong(this::upper).sum() : UNBOUNDED;
        return least <= upper(whole) && most >= lower(whole);
    }

    long lower(int number) {
        return bounds.get(number)[0];
    }

    long upper(int number) {
        return bounds.get(number)[1];
    }

    /** Returns why a bound of a number holds; null if it was given. */
    @Nullable Reason reason(int number, boolean upper) {
        return reasons.get(number)[upper ? 1 : 0];
    }

    /** Derives what follows. Returns whether the relations can all hold, as far as bounds say. */
    boolean propagate() {
        Deque<Integer> queue = new ArrayDeque<>();
        for (int relation = 0; relation < relations.size(); relation++) {
            queue.add(relation);
        }
        return new Derivation(bounds(), true, new ArrayDeque<>()).run(queue);
    }

    private long[][] bounds() {
        return bounds.toArray(long[][]::new);
    }

    /**
     * Searches for numbers that fit all relations, with one of them between two bounds.
     *
     * @return the value of that number; empty if there are no such numbers, or the search was given up
     */
    OptionalLong find(int number, long lower, long upper) {
        long[][] copy = bounds.stream().map(long[]::clone).toArray(long[][]::new);
        copy[number][0] = Math.max(copy[number][0], lower);
        copy[number][1] = Math.min(copy[number][1], upper);
        Derivation derivation = new Derivation(copy, false, new ArrayDeque<>());
        if (copy[number][0] > copy[number][1] || !derivation.run(new ArrayDeque<>(relationsOf.get(number)))) {
            return OptionalLong.empty();
        }
        List<Integer> order = reachable(number);
        Search search = new Search(copy, Map.of(), QUICK);
        boolean found = search.complete(order);
        if (!found && search.isGivenUp()) {
            search.goBack(0);
            Map<Integer, Long> hints = hints(copy, order);
            found = !hints.isEmpty() && new Search(copy, hints, TRIES).complete(order);
        }
        return found ? OptionalLong.of(copy[number][0]) : OptionalLong.empty();
    }

    boolean canBe(int number, long lower, long upper) {
        return find(number, lower, upper).isPresent();
    }

    /** Returns the numbers related to one, nearest first. */
    private List<Integer> reachable(int start) {
        boolean[] seen = new boolean[bounds.size()];
        List<Integer> order = new ArrayList<>(List.of(start));
        seen[start] = true;
        for (int i = 0; i < order.size(); i++) {
            for (int relation : relationsOf.get(order.get(i))) {
                for (int other : relations.get(relation).numbers()) {
                    if (!seen[other]) {
                        seen[other] = true;
                        order.add(other);
                    }
                }
            }
        }
        return order;
    }

    /**
     * Returns numbers, possibly fractions, that fit all relations, as hints where to look first; empty if there are
     * none.
     */
    private Map<Integer, Long> hints(long[][] ranges, List<Integer> order) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<Integer, Variable> variables = new LinkedHashMap<>();
        TreeSet<Integer> used = new TreeSet<>();
        for (int number : order) {
            Variable variable =
                    model.newVariable("n" + number).lower(ranges[number][0]).weight(1);
            if (ranges[number][1] < UNBOUNDED) {
                variable.upper(ranges[number][1]);
            }
            variables.put(number, variable);
            used.addAll(relationsOf.get(number));
        }
        for (int index : used) {
            Relation relation = relations.get(index);
            Expression sum = model.newExpression("r" + index).upper(0);
            if (relation.isEqual()) {
                sum.lower(0);
            }
            for (int i = 0; i < relation.numbers().length; i++) {
                sum.set(Objects.requireNonNull(variables.get(relation.numbers()[i])), relation.signs()[i]);
            }
        }
        Map<Integer, Long> hints = new HashMap<>();
        if (model.minimise().getState().isFeasible()) {
            variables.forEach((number, variable) ->
                    hints.put(number, Math.round(variable.getValue().doubleValue())));
        }
        return hints;
    }

    /** What bounds were before a change. */
    private record Undo(int number, long lower, long upper) {}

    /** Makes bounds narrower. */
    private final class Derivation {
        private final long[][] narrowed;
        private final boolean remembers;
        private final Deque<Undo> undo;
        private final List<Integer> changed = new ArrayList<>();
        private boolean contradicted;

        Derivation(long[][] narrowed, boolean remembers, Deque<Undo> undo) {
            this.narrowed = narrowed;
            this.remembers = remembers;
            this.undo = undo;
        }

        boolean run(Deque<Integer> queue) {
            boolean[] queued = new boolean[relations.size()];
            queue.forEach(relation -> queued[relation] = true);
            long patience = (long) PATIENCE * (relations.size() + 1);
            while (!queue.isEmpty() && patience-- > 0) {
                int next = queue.poll();
                queued[next] = false;
                changed.clear();
                Relation relation = relations.get(next);
                if (!narrow(relation, 1) || (relation.isEqual() && !narrow(relation, -1)) || contradicted) {
                    return false;
                }
                for (int number : changed) {
                    for (int touched : relationsOf.get(number)) {
                        if (!queued[touched]) {
                            queued[touched] = true;
                            queue.add(touched);
                        }
                    }
                }
            }
            return true;
        }

        /**
         * Narrows bounds, given that the sum of a relation times a sign is at most zero. Returns false if that is
         * impossible.
         */
        private boolean narrow(Relation relation, int side) {
            int open = 0;
            long sum = 0;
            for (int i = 0; i < relation.numbers().length; i++) {
                long least = least(relation, i, side);
                if (least <= -UNBOUNDED) {
                    open++;
                } else {
                    sum += least;
                }
            }
            if (open > 1) {
                return true;
            }
            if (open == 0 && sum > 0) {
                return false;
            }
            for (int i = 0; i < relation.numbers().length; i++) {
                long least = least(relation, i, side);
                if (open == 0 || least <= -UNBOUNDED) {
                    long most = -(sum - (least <= -UNBOUNDED ? 0 : least));
                    limit(relation, i, side, most);
                }
            }
            return true;
        }

        private long least(Relation relation, int i, int side) {
            long[] range = narrowed[relation.numbers()[i]];
            return relation.signs()[i] * side > 0 ? range[0] : -range[1];
        }

        /** Limits a number times its sign to at most the given value. */
        private void limit(Relation relation, int i, int side, long most) {
            int number = relation.numbers()[i];
            boolean upper = relation.signs()[i] * side > 0;
            long bound = upper ? most : -most;
            long[] range = narrowed[number];
            if (upper ? bound >= range[1] : bound <= range[0]) {
                return;
            }
            if (remembers) {
                reasons.get(number)[upper ? 1 : 0] =
                        new Reason(number, upper, bound, relation, premises(relation, i, side));
            }
            undo.push(new Undo(number, range[0], range[1]));
            range[upper ? 1 : 0] = bound;
            contradicted |= range[0] > range[1];
            changed.add(number);
        }

        private List<Premise> premises(Relation relation, int except, int side) {
            List<Premise> premises = new ArrayList<>();
            for (int j = 0; j < relation.numbers().length; j++) {
                if (j != except) {
                    int number = relation.numbers()[j];
                    boolean upper = relation.signs()[j] * side < 0;
                    premises.add(new Premise(
                            number,
                            relation.signs()[j],
                            narrowed[number][upper ? 1 : 0],
                            reasons.get(number)[upper ? 1 : 0]));
                }
            }
            return premises;
        }
    }

    /** Fills in numbers one by one. */
    private final class Search {

        /** Of so many values all are tried, of more the ends and the middle. */
        private static final int FEW = 12;

        private final long[][] current;
        private final Map<Integer, Long> hints;
        private final Deque<Undo> undo = new ArrayDeque<>();
        private int triesLeft;

        Search(long[][] current, Map<Integer, Long> hints, int tries) {
            this.current = current;
            this.hints = hints;
            triesLeft = tries;
        }

        boolean complete(List<Integer> order) {
            return fill(order, 0);
        }

        boolean isGivenUp() {
            return triesLeft < 0;
        }

        private boolean fill(List<Integer> order, int from) {
            int next = from;
            while (next < order.size() && isFixed(order.get(next))) {
                next++;
            }
            if (next == order.size()) {
                return true;
            }
            int number = order.get(next);
            int mark = undo.size();
            for (long value : candidates(number)) {
                if (triesLeft-- <= 0) {
                    return false;
                }
                undo.push(new Undo(number, current[number][0], current[number][1]));
                current[number][0] = value;
                current[number][1] = value;
                if (new Derivation(current, false, undo).run(new ArrayDeque<>(relationsOf.get(number)))
                        && fill(order, next + 1)) {
                    return true;
                }
                goBack(mark);
            }
            return false;
        }

        void goBack(int mark) {
            while (undo.size() > mark) {
                Undo last = undo.pop();
                current[last.number()][0] = last.lower();
                current[last.number()][1] = last.upper();
            }
        }

        private boolean isFixed(int number) {
            return current[number][0] == current[number][1];
        }

        private long[] candidates(int number) {
            long[] range = current[number];
            long hint = Math.min(range[1], Math.max(range[0], hints.getOrDefault(number, range[0])));
            LongStream first = hints.containsKey(number) ? LongStream.of(hint) : LongStream.empty();
            if (range[1] >= UNBOUNDED) {
                LongStream some = LongStream.of(range[0], range[0] + 1, range[0] + 1000, range[0] + 1_000_000);
                return LongStream.concat(first, some).distinct().toArray();
            }
            long middle = range[0] + (range[1] - range[0]) / 2;
            LongStream few = LongStream.concat(first, LongStream.of(middle, range[0], range[1]));
            return (range[1] - range[0] > FEW ? few : LongStream.concat(few, LongStream.range(range[0], range[1])))
                    .distinct()
                    .toArray();
        }
    }
}
