package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Mutate1D;

/**
 * Searches by linear programs for other tables that form no network: first in the tables of the surrounding area, then
 * in those of ever larger ones. Solutions are rounded, and used only if they are another table of whole numbers, which
 * is verified by adding up.
 */
final class ProgramSearch implements MoveSearch {

    private static final double CHANGE_COST = 1e-6;

    /** Number of attempts; a corner with fractions is left by changing the costs slightly. */
    private static final int ATTEMPTS = 8;

    private final LinkedTables tables;
    private final Suppressor.Cells cells;
    private final boolean[] hidden;
    private final List<int[]> relations;
    private final int[][] relationsOf;
    private final long[] moved;
    private final boolean[] fixed;

    /** All moves found, by each cell that they change: a move of one cell often proves something about another. */
    private final Map<Integer, List<Move>> pool = new HashMap<>();

    ProgramSearch(LinkedTables tables, Suppressor.Cells cells, boolean[] hidden) {
        this.tables = tables;
        this.cells = cells;
        this.hidden = hidden;
        relations = tables.relations();
        relationsOf = relationsOf(relations, tables.cells());
        moved = new long[tables.cells()];
        fixed = new boolean[tables.cells()];
    }

    private static int[][] relationsOf(List<int[]> relations, int cells) {
        List<List<Integer>> of = new ArrayList<>();
        IntStream.range(0, cells).forEach(cell -> of.add(new ArrayList<>()));
        for (int relation = 0; relation < relations.size(); relation++) {
            for (int cell : relations.get(relation)) {
                of.get(cell).add(relation);
            }
        }
        return of.stream()
                .map(some -> some.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    @Override
    public Move find(int cell, boolean up, long amount, int[] known, boolean hiding) {
        for (Move earlier : pool.getOrDefault(cell, List.of())) {
            long added = earlier.added(cell);
            if ((up ? added : -added) >= amount && !earlier.changes(known) && isPossible(earlier)) {
                return earlier;
            }
        }
        IntStream.of(known).forEach(one -> fixed[one] = true);
        Move found = search(cell, up ? amount : -amount, hiding);
        IntStream.of(known).forEach(one -> fixed[one] = false);
        IntStream.of(found.cells())
                .forEach(changed ->
                        pool.computeIfAbsent(changed, any -> new ArrayList<>()).add(found));
        return found;
    }

    /** Returns whether a move is possible without hiding more cells. */
    private boolean isPossible(Move move) {
        return IntStream.of(move.cells()).allMatch(cell -> hidden[cell] || move.isWithin(cell, cells));
    }

    private Move search(int cell, long goal, boolean hiding) {
        Program whole = new Program(cell, hiding, any -> true);
        if (whole.related.isEmpty()) {
            return Move.NONE;
        }
        int place = tables.place(cell, 0);
        for (int top = above(above(place)), last = -1; top != last; last = top, top = above(top)) {
            Optional<Move> near = new Program(cell, hiding, below(top, place)).solve(goal, 0);
            if (near.filter(move -> !move.isNone()).isPresent()) {
                return near.get();
            }
        }
        Move found = Move.NONE;
        for (int attempt = 0; attempt < ATTEMPTS && found.isNone(); attempt++) {
            Optional<Move> one = whole.solve(goal > 0 ? goal + attempt / 2 : goal, attempt);
            if (one.isEmpty()) {
                break;
            }
            found = one.get();
        }
        // a smaller change proves nothing, but how far a cell can go is asked too
        for (long less = goal / 2; hiding && less != 0 && found.isNone(); less /= 2) {
            found = whole.solve(less, 0).orElse(Move.NONE);
        }
        return found;
    }

    /** Returns a test for the cells below an area. The area itself does not change, except if the change begins there. */
    private IntPredicate below(int top, int start) {
        return other -> {
            int at = tables.place(other, 0);
            boolean isTop = at == top;
            while (at != LinkedTables.NO_PARENT && at != top) {
                at = tables.above(0, at);
            }
            return at == top && (!isTop || top == start);
        };
    }

    private int above(int place) {
        int above = tables.above(0, place);
        return above == LinkedTables.NO_PARENT ? place : above;
    }

    /** Part of the change of a cell: up or down, by at most so much, free or at the cost of hiding the cell. */
    private record Part(int cell, int sign, double most, boolean hides) {}

    /** Linear programs: the cheapest change of some cells that changes one of them as asked. */
    private final class Program {
        private final int cell;
        private final boolean hiding;

        /** The cells that may change together with the first; none if that cannot change. */
        private final List<Integer> related = new ArrayList<>();

        private final boolean[] movable;

        Program(int cell, boolean hiding, IntPredicate within) {
            this.cell = cell;
            this.hiding = hiding;
            movable = new boolean[tables.cells()];
            for (int one = 0; one < movable.length; one++) {
                movable[one] = one == cell || (within.test(one) && !partsOf(one).isEmpty());
            }
            excludeLonely();
            if (movable[cell]) {
                relate();
            }
        }

        /** Excludes cells that are the only ones of a relation to change, and so cannot, until there are none left. */
        private void excludeLonely() {
            int[] count = new int[relations.size()];
            Deque<Integer> lonely = new ArrayDeque<>();
            for (int relation = 0; relation < count.length; relation++) {
                count[relation] = (int) IntStream.of(relations.get(relation))
                        .filter(one -> movable[one])
                        .count();
                if (count[relation] == 1) {
                    lonely.add(relation);
                }
            }
            while (!lonely.isEmpty()) {
                for (int one : relations.get(lonely.pop())) {
                    if (movable[one]) {
                        movable[one] = false;
                        for (int relation : relationsOf[one]) {
                            if (--count[relation] == 1) {
                                lonely.add(relation);
                            }
                        }
                    }
                }
            }
        }

        private void relate() {
            boolean[] seen = new boolean[movable.length];
            seen[cell] = true;
            related.add(cell);
            for (int i = 0; i < related.size(); i++) {
                for (int relation : relationsOf[related.get(i)]) {
                    for (int other : relations.get(relation)) {
                        if (movable[other] && !seen[other]) {
                            seen[other] = true;
                            related.add(other);
                        }
                    }
                }
            }
        }

        private List<Part> partsOf(int one) {
            List<Part> parts = new ArrayList<>();
            if (!fixed[one]) {
                long value = cells.values()[one];
                if (hidden[one]) {
                    add(parts, new Part(one, 1, Double.POSITIVE_INFINITY, false));
                    add(parts, new Part(one, -1, Math.max(0, value - cells.least()[one]), false));
                } else {
                    add(parts, new Part(one, 1, cells.upper()[one] - value, false));
                    add(parts, new Part(one, -1, value - cells.lower()[one], false));
                    if (hiding && value >= cells.least()[one]) {
                        add(parts, new Part(one, 1, Double.POSITIVE_INFINITY, true));
                        add(parts, new Part(one, -1, cells.lower()[one] - cells.least()[one], true));
                    }
                }
            }
            return parts;
        }

        private void add(List<Part> parts, Part part) {
            if (part.most() > 0) {
                parts.add(part);
            }
        }

        /** Returns the change; no change if no whole numbers were found, and empty if there is none at all. */
        Optional<Move> solve(long goal, int attempt) {
            if (related.isEmpty()) {
                return Optional.empty();
            }
            List<Part> parts = related.stream()
                    .filter(one -> one != cell)
                    .flatMap(one -> partsOf(one).stream())
                    .toList();
            Optimisation.Result result = result(parts, goal, attempt);
            if (!result.getState().isFeasible()) {
                return Optional.empty();
            }
            double[] changes = new double[movable.length];
            changes[cell] = goal;
            for (int i = 0; i < parts.size(); i++) {
                changes[parts.get(i).cell()] += parts.get(i).sign() * result.doubleValue(i);
            }
            return Optional.of(move(changes, goal));
        }

        private Optimisation.Result result(List<Part> parts, long goal, int attempt) {
            Random random = new Random(attempt);
            double[] weights = parts.stream()
                    .mapToDouble(part ->
                            (CHANGE_COST + (part.hides() ? (double) cells.costs()[part.cell()] / Math.abs(goal) : 0))
                                    * (1 + attempt * random.nextDouble()))
                    .toArray();
            LinearSolver.Builder builder = LinearSolver.newBuilder(weights)
                    .lower(0)
                    .upper(parts.stream().mapToDouble(Part::most).toArray());
            Map<Integer, Mutate1D> rows = new HashMap<>();
            for (int relation : relationsOf[cell]) {
                rows.put(relation, builder.equality((double) -goal * sign(cell, relation)));
            }
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                for (int relation : relationsOf[part.cell()]) {
                    rows.computeIfAbsent(relation, any -> builder.equality(0))
                            .set(i, (double) part.sign() * sign(part.cell(), relation));
                }
            }
            return builder.solve();
        }

        private int sign(int one, int relation) {
            return relations.get(relation)[0] == one ? 1 : -1;
        }

        /** Returns the change in whole numbers; no change if rounding breaks a relation or a bound. */
        private Move move(double[] changes, long goal) {
            int[] changed = related.stream()
                    .mapToInt(Integer::intValue)
                    .filter(one -> {
                        moved[one] = Math.round(changes[one]);
                        return moved[one] != 0;
                    })
                    .sorted()
                    .toArray();
            boolean holds = moved[cell] == goal
                    && IntStream.of(changed)
                            .allMatch(one ->
                                    mayBe(one) && IntStream.of(relationsOf[one]).allMatch(this::holds));
            Move move = holds
                    ? new Move(
                            changed,
                            IntStream.of(changed).mapToLong(one -> moved[one]).toArray(),
                            cost(changed))
                    : Move.NONE;
            IntStream.of(changed).forEach(one -> moved[one] = 0);
            return move;
        }

        private boolean holds(int index) {
            int[] relation = relations.get(index);
            long sum = moved[relation[0]];
            for (int i = 1; i < relation.length; i++) {
                sum -= moved[relation[i]];
            }
            return sum == 0;
        }

        private boolean mayBe(int one) {
            long value = cells.values()[one] + moved[one];
            boolean open = one == cell || hidden[one] || (hiding && cells.values()[one] >= cells.least()[one]);
            return open
                    ? moved[one] > 0 || value >= cells.least()[one]
                    : value >= cells.lower()[one] && value <= cells.upper()[one];
        }

        private long cost(int[] changed) {
            return IntStream.of(changed)
                    .filter(one -> !hidden[one])
                    .filter(one -> cells.values()[one] + moved[one] > cells.upper()[one]
                            || cells.values()[one] + moved[one] < cells.lower()[one])
                    .mapToLong(one -> cells.costs()[one])
                    .sum();
        }
    }
}
