package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers that are known between bounds, and relations between them: what an attacker works with. Bounds are made
 * narrower until nothing changes any more, and each remembers what it follows from.
 */
final class BoundSystem {

    static final long UNBOUNDED = Long.MAX_VALUE / 8;

    /** A bound may creep up by one forever; after so many steps for each relation the attacker gives up. */
    private static final int PATIENCE = 2000;

    /** A relation: the sum of some numbers, some of them negated, is zero or at most zero. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Relation(int[] numbers, int[] signs, boolean isEqual) {

        /** Returns whether this is a relation of another system. */
        boolean isSame(Relation other, int[] places) {
            return isEqual == other.isEqual
                    && Arrays.equals(
                            numbers,
                            IntStream.of(other.numbers)
                                    .map(number -> places[number])
                                    .toArray())
                    && Arrays.equals(signs, other.signs);
        }
    }

    /** Another system, and which of the numbers here each of its numbers is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Similar(BoundSystem system, int[] places) {}

    /** Why a bound holds: a relation with the bounds of its other numbers; each bound may have a reason too. */
    record Reason(int number, boolean upper, long bound, Relation relation, List<Premise> premises) {}

    /** A bound of a number that was used. */
    record Premise(
            int number, int sign, long bound, @Nullable Reason reason) {}

    private final List<Relation> relations = new ArrayList<>();
    private final List<List<Integer>> relationsOf = new ArrayList<>();
    private final List<long[]> bounds = new ArrayList<>();
    private final List<@Nullable Reason[]> reasons = new ArrayList<>();
    private @Nullable WorldSearch worlds;
    private final List<Similar> similar = new ArrayList<>();

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

    /** Returns whether the first of some numbers may be the sum of the others. */
    boolean mayBeSum(int[] numbers) {
        long least = 0;
        long most = 0;
        for (int i = 1; i < numbers.length; i++) {
            least += lower(numbers[i]);
            most = Math.min(UNBOUNDED, most + upper(numbers[i]));
        }
        return least <= upper(numbers[0]) && most >= lower(numbers[0]);
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

    /**
     * Derives what follows.
     *
     * @param remembers whether bounds remember what they follow from
     * @return whether the relations can all hold, as far as bounds say
     */
    boolean propagate(boolean remembers) {
        Deque<Integer> queue = new ArrayDeque<>();
        for (int relation = 0; relation < relations.size(); relation++) {
            queue.add(relation);
        }
        return new Derivation(bounds.toArray(long[][]::new), remembers).run(queue);
    }

    /**
     * Searches for numbers that fit all relations, with one of them between two bounds.
     *
     * @return the value of that number; empty if there are no such numbers, or the search was given up
     */
    OptionalLong find(int number, long lower, long upper) {
        if (worlds == null) {
            WorldSearch made = new WorldSearch(this);
            similar.forEach(one -> {
                if (one.system().worlds != null) {
                    made.beginFrom(one.system().worlds, one.places(), includes(one));
                }
            });
            similar.clear();
            worlds = made;
        }
        return worlds.find(number, lower, upper);
    }

    /**
     * Begins the search for other numbers with those that were found in another system.
     *
     * @param other a system of the same numbers or some of them, of which the derivation is done
     * @param places which of these numbers each of its numbers is
     */
    void beginFrom(BoundSystem other, int[] places) {
        similar.add(new Similar(other, places));
    }

    /**
     * Returns whether all numbers that fit another system fit this one: its numbers are in the same relations here, and
     * in no others, and their bounds are no narrower.
     */
    private boolean includes(Similar other) {
        boolean[] isMine = new boolean[size()];
        boolean same = true;
        for (int number = 0; number < other.places().length; number++) {
            int mine = other.places()[number];
            isMine[mine] = true;
            same &= lower(mine) <= other.system().lower(number)
                    && upper(mine) >= other.system().upper(number);
        }
        int next = 0;
        for (Relation relation : relations) {
            if (same && IntStream.of(relation.numbers()).anyMatch(number -> isMine[number])) {
                same = next < other.system().relations.size()
                        && relation.isSame(other.system().relation(next++), other.places());
            }
        }
        return same && next == other.system().relations.size();
    }

    boolean canBe(int number, long lower, long upper) {
        return find(number, lower, upper).isPresent();
    }

    /** Returns the numbers related to one, nearest first. */
    List<Integer> reachable(int start) {
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

    Relation relation(int index) {
        return relations.get(index);
    }

    /** Returns how many numbers there are. */
    int size() {
        return bounds.size();
    }

    /** Returns the indexes of the relations that a number is in. */
    List<Integer> relationsOf(int number) {
        return relationsOf.get(number);
    }

    /** Returns derivations that narrow a copy of the bounds, and can be undone. */
    Derivation attempt() {
        return new Derivation(bounds.stream().map(long[]::clone).toArray(long[][]::new), false);
    }

    /** What bounds were before a change. */
    record Undo(int number, long lower, long upper) {}

    /** Makes bounds narrower. */
    final class Derivation {
        final Deque<Undo> undo = new ArrayDeque<>();
        private final long[][] narrowed;
        private final boolean remembers;
        private final boolean[] queued = new boolean[relations.size()];
        private final List<Integer> changed = new ArrayList<>();
        private boolean contradicted;

        Derivation(long[][] narrowed, boolean remembers) {
            this.narrowed = narrowed;
            this.remembers = remembers;
        }

        long lower(int number) {
            return narrowed[number][0];
        }

        long upper(int number) {
            return narrowed[number][1];
        }

        /** Narrows the bounds of a number and derives what follows. Returns whether the relations can all hold still. */
        boolean narrow(int number, long lower, long upper) {
            long[] range = narrowed[number];
            undo.push(new Undo(number, range[0], range[1]));
            range[0] = Math.max(range[0], lower);
            range[1] = Math.min(range[1], upper);
            return range[0] <= range[1] && run(new ArrayDeque<>(relationsOf.get(number)));
        }

        /** Undoes all but the first changes. */
        void goBack(int changes) {
            while (undo.size() > changes) {
                Undo last = undo.pop();
                narrowed[last.number()][0] = last.lower();
                narrowed[last.number()][1] = last.upper();
            }
        }

        private boolean run(Deque<Integer> queue) {
            queue.forEach(relation -> queued[relation] = true);
            contradicted = false;
            boolean holds = empty(queue);
            queue.forEach(relation -> queued[relation] = false);
            return holds;
        }

        private boolean empty(Deque<Integer> queue) {
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
}
