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

    /** Another system, with the position of each of its numbers in this system. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Similar(BoundSystem system, int[] places) {}

    /** Why a bound holds: a relation with the bounds of its other numbers; each bound may have a reason too. */
    record Reason(int number, boolean upper, long bound, Relation relation, List<Premise> premises) {}

    /** A bound of a number that was used. */
    record Premise(
            int number, int sign, long bound, @Nullable Reason reason) {}

    private final List<Relation> relations = new ArrayList<>();
    private final List<Similar> similar = new ArrayList<>();

    /** The lower and the upper bound of each number in turn. */
    private long[] bounds = new long[16];

    private int size;
    private @Nullable Reason[] reasons = {};
    private int[][] relationsOf = {};
    private @Nullable WorldSearch worlds;

    /** Adds a number. */
    int add(long lower, long upper) {
        bounds = 2 * size < bounds.length ? bounds : Arrays.copyOf(bounds, 2 * bounds.length);
        bounds[2 * size] = lower;
        bounds[2 * size + 1] = upper;
        return size++;
    }

    /** Adds a relation, after all numbers. */
    void relate(int[] numbers, int[] signs, boolean isEqual) {
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
        return bounds[2 * number];
    }

    long upper(int number) {
        return bounds[2 * number + 1];
    }

    /** Returns why a bound of a number holds; null if it was given. */
    @Nullable Reason reason(int number, boolean upper) {
        return reasons.length == 0 ? null : reasons[2 * number + (upper ? 1 : 0)];
    }

    /**
     * Derives what follows.
     *
     * @param remembers whether bounds remember what they follow from
     * @return whether the relations can all hold, as far as bounds say
     */
    boolean propagate(boolean remembers) {
        reasons = new @Nullable Reason[remembers ? 2 * size : 0];
        return new Derivation(bounds, remembers)
                .run(IntStream.range(0, relations.size()).toArray());
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
     * @param other a system of the same numbers or some of them, whose bounds have been derived
     * @param places for each of its numbers, the same number here
     */
    void beginFrom(BoundSystem other, int[] places) {
        similar.add(new Similar(other, places));
    }

    /**
     * Returns whether all numbers that fit another system also fit this one, because its numbers have the same
     * relations and no others in this system, and their bounds are no tighter.
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
        boolean[] seen = new boolean[size];
        List<Integer> order = new ArrayList<>(List.of(start));
        seen[start] = true;
        for (int i = 0; i < order.size(); i++) {
            for (int relation : relationsOf(order.get(i))) {
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
        return size;
    }

    /** Returns the indexes of the relations that a number is in. */
    int[] relationsOf(int number) {
        if (relationsOf.length < size) {
            relationsOf = relationsOfAll();
        }
        return relationsOf[number];
    }

    private int[][] relationsOfAll() {
        int[] count = new int[size];
        relations.forEach(relation -> IntStream.of(relation.numbers()).forEach(number -> count[number]++));
        int[][] all = IntStream.of(count).mapToObj(int[]::new).toArray(int[][]::new);
        for (int index = relations.size() - 1; index >= 0; index--) {
            for (int number : relations.get(index).numbers()) {
                all[number][--count[number]] = index;
            }
        }
        return all;
    }

    /** Returns derivations that narrow a copy of the bounds, and can be undone. */
    Derivation attempt() {
        return new Derivation(bounds.clone(), false);
    }

    /** What bounds were before a change. */
    record Undo(int number, long lower, long upper) {}

    /** Makes bounds narrower. */
    final class Derivation {
        final Deque<Undo> undo = new ArrayDeque<>();
        private final long[] narrowed;
        private final boolean remembers;
        private final boolean[] queued = new boolean[relations.size()];

        /** The relations to look at, from the first on; it begins again where it ends. */
        private final int[] queue = new int[relations.size()];

        private int first;
        private int waiting;
        private final List<Integer> changed = new ArrayList<>();
        private boolean contradicted;

        Derivation(long[] narrowed, boolean remembers) {
            this.narrowed = narrowed;
            this.remembers = remembers;
        }

        long lower(int number) {
            return narrowed[2 * number];
        }

        long upper(int number) {
            return narrowed[2 * number + 1];
        }

        /** Narrows the bounds of a number and derives what follows. Returns whether the relations can all hold still. */
        boolean narrow(int number, long lower, long upper) {
            undo.push(new Undo(number, lower(number), upper(number)));
            narrowed[2 * number] = Math.max(lower(number), lower);
            narrowed[2 * number + 1] = Math.min(upper(number), upper);
            return lower(number) <= upper(number) && run(relationsOf(number));
        }

        /** Undoes all but the first changes. */
        void goBack(int changes) {
            while (undo.size() > changes) {
                Undo last = undo.pop();
                narrowed[2 * last.number()] = last.lower();
                narrowed[2 * last.number() + 1] = last.upper();
            }
        }

        private boolean run(int[] suspects) {
            for (int relation : suspects) {
                enqueue(relation);
            }
            contradicted = false;
            boolean holds = emptyQueue();
            while (waiting > 0) {
                dequeue();
            }
            return holds;
        }

        private void enqueue(int relation) {
            if (!queued[relation]) {
                queued[relation] = true;
                int last = first + waiting++;
                queue[last < queue.length ? last : last - queue.length] = relation;
            }
        }

        private int dequeue() {
            int next = queue[first++];
            first = first < queue.length ? first : 0;
            waiting--;
            queued[next] = false;
            return next;
        }

        private boolean emptyQueue() {
            long patience = (long) PATIENCE * (relations.size() + 1);
            while (waiting > 0 && patience-- > 0) {
                changed.clear();
                Relation relation = relations.get(dequeue());
                if (!narrow(relation, 1) || (relation.isEqual() && !narrow(relation, -1)) || contradicted) {
                    return false;
                }
                for (int number : changed) {
                    for (int touched : relationsOf(number)) {
                        enqueue(touched);
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
            int[] numbers = relation.numbers();
            int[] signs = relation.signs();
            int open = 0;
            long sum = 0;
            for (int i = 0; i < numbers.length; i++) {
                long least = least(numbers[i], signs[i] * side);
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
            for (int i = 0; i < numbers.length; i++) {
                long least = least(numbers[i], signs[i] * side);
                if (open == 0 || least <= -UNBOUNDED) {
                    long most = -(sum - (least <= -UNBOUNDED ? 0 : least));
                    limit(relation, i, side, most);
                }
            }
            return true;
        }

        private long least(int number, int sign) {
            return sign > 0 ? narrowed[2 * number] : -narrowed[2 * number + 1];
        }

        /** Limits a number times its sign to at most the given value. */
        private void limit(Relation relation, int i, int side, long most) {
            int number = relation.numbers()[i];
            boolean upper = relation.signs()[i] * side > 0;
            long bound = upper ? most : -most;
            if (upper ? bound >= upper(number) : bound <= lower(number)) {
                return;
            }
            int at = 2 * number + (upper ? 1 : 0);
            if (remembers) {
                reasons[at] = new Reason(number, upper, bound, relation, premises(relation, i, side));
            }
            undo.push(new Undo(number, lower(number), upper(number)));
            narrowed[at] = bound;
            contradicted |= lower(number) > upper(number);
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
                            narrowed[2 * number + (upper ? 1 : 0)],
                            reason(number, upper)));
                }
            }
            return premises;
        }
    }
}
