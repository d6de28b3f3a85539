package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Searches by linear programs for other tables that form no network: first in the tables of the surrounding area, then
 * in all. Solutions are rounded, and used only if they are another table of whole numbers, which is verified by adding
 * up.
 */
final class ProgramSearch implements MoveSearch {

    private static final double CHANGE_COST = 1e-6;

    /** Number of attempts; a corner with fractions is left by changing the costs slightly. */
    private static final int ATTEMPTS = 8;

    private final LinkedTables tables;
    private final Suppressor.Cells cells;
    private final boolean[] hidden;
    private final List<int[]> relations;
    private final long[] moved;
    private final boolean[] fixed;

    /** All moves found, by each cell that they change: a move of one cell often proves something about another. */
    private final Map<Integer, List<Move>> pool = new HashMap<>();

    ProgramSearch(LinkedTables tables, Suppressor.Cells cells, boolean[] hidden) {
        this.tables = tables;
        this.cells = cells;
        this.hidden = hidden;
        relations = tables.relations();
        moved = new long[tables.cells()];
        fixed = new boolean[tables.cells()];
    }

    @Override
    public Move find(int cell, boolean up, long amount, int[] known, boolean hiding) {
        for (Move earlier : pool.getOrDefault(cell, List.of())) {
            long added = earlier.added(cell);
            if ((up ? added : -added) >= amount && !earlier.changes(known) && isPossible(earlier)) {
                return earlier;
            }
        }
        Move found = search(cell, up, amount, known, hiding);
        IntStream.of(found.cells())
                .forEach(changed ->
                        pool.computeIfAbsent(changed, any -> new ArrayList<>()).add(found));
        return found;
    }

    /** Returns whether a move is possible without hiding more cells. */
    private boolean isPossible(Move move) {
        return IntStream.of(move.cells()).allMatch(cell -> hidden[cell] || move.isWithin(cell, cells));
    }

    private Move search(int cell, boolean up, long amount, int[] known, boolean hiding) {
        for (int one : known) {
            fixed[one] = true;
        }
        int sign = up ? 1 : -1;
        Move found = new Program(cell, sign * amount, hiding, near(cell), 0).solve();
        for (int attempt = 0; attempt < ATTEMPTS && found.amount(cell) < amount; attempt++) {
            long goal = up ? amount + attempt / 2 : amount;
            found = new Program(cell, sign * goal, hiding, any -> true, attempt).solve();
        }
        for (long less = amount / 2; less > 0 && found.amount(cell) == 0; less /= 2) {
            found = new Program(cell, sign * less, hiding, any -> true, 0).solve();
        }
        for (int one : known) {
            fixed[one] = false;
        }
        return found;
    }

    /** Returns a test for the cells below the area two levels up. */
    private IntPredicate near(int cell) {
        int place = tables.place(cell, 0);
        int top = above(above(place));
        return other -> {
            int at = tables.place(other, 0);
            while (at != LinkedTables.NO_PARENT && at != top) {
                at = tables.above(0, at);
            }
            return at == top && (tables.place(other, 0) != top || top == place);
        };
    }

    private int above(int place) {
        int above = tables.above(0, place);
        return above == LinkedTables.NO_PARENT ? place : above;
    }

    /** One linear program: the cheapest change of some cells. */
    private final class Program {
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();
        private final Map<Integer, List<Part>> parts = new HashMap<>();
        private final int cell;
        private final long goal;
        private final boolean hiding;
        private final IntPredicate within;
        private final int attempt;
        private final Random random;

        /** Part of the change of a cell: up or down, free or at a cost. */
        private record Part(Variable variable, int sign) {}

        Program(int cell, long goal, boolean hiding, IntPredicate within, int attempt) {
            this.cell = cell;
            this.goal = goal;
            this.hiding = hiding;
            this.within = within;
            this.attempt = attempt;
            random = new Random(attempt);
        }

        Move solve() {
            for (int[] relation : relations) {
                relate(relation);
            }
            Optimisation.Result result = model.minimise();
            return result.getState().isFeasible() ? move() : Move.NONE;
        }

        private void relate(int[] relation) {
            List<Expression> made = new ArrayList<>();
            for (int i = 0; i < relation.length; i++) {
                int sign = i == 0 ? 1 : -1;
                if (relation[i] != cell && !within.test(relation[i])) {
                    continue;
                }
                if (made.isEmpty()) {
                    made.add(model.newExpression("r" + relation[0] + "-" + relation[1])
                            .level(0));
                }
                for (Part part : parts.computeIfAbsent(relation[i], this::partsOf)) {
                    made.get(0).set(part.variable(), (double) sign * part.sign());
                }
            }
        }

        private List<Part> partsOf(int one) {
            List<Part> made = new ArrayList<>();
            if (one == cell) {
                add(made, one, Long.signum(goal), Math.abs(goal), 0);
                made.get(0).variable().lower(Math.abs(goal));
            } else if (!fixed[one]) {
                long value = cells.values()[one];
                long down = Math.max(0, value - cells.least());
                if (hidden[one]) {
                    add(made, one, 1, Long.MAX_VALUE, 0);
                    add(made, one, -1, down, 0);
                } else {
                    add(made, one, 1, cells.upper()[one] - value, 0);
                    add(made, one, -1, value - cells.lower()[one], 0);
                    if (hiding && value >= cells.least()) {
                        double cost = (double) cells.costs()[one] / Math.abs(goal);
                        add(made, one, 1, Long.MAX_VALUE, cost);
                        add(made, one, -1, cells.lower()[one] - cells.least(), cost);
                    }
                }
            }
            return made;
        }

        private void add(List<Part> made, int one, int sign, long most, double cost) {
            if (most > 0) {
                Variable variable = model.newVariable("v" + one + "-" + made.size())
                        .lower(0)
                        .weight((cost + CHANGE_COST) * (1 + attempt * random.nextDouble()));
                if (most < Long.MAX_VALUE) {
                    variable.upper(most);
                }
                made.add(new Part(variable, sign));
            }
        }

        /** Returns the change in whole numbers; no change if rounding breaks a relation or a bound. */
        private Move move() {
            int[] changed = parts.keySet().stream()
                    .mapToInt(Integer::intValue)
                    .filter(one -> {
                        moved[one] = change(one);
                        return moved[one] != 0;
                    })
                    .sorted()
                    .toArray();
            boolean holds = moved[cell] == goal
                    && relations.stream().allMatch(this::holds)
                    && IntStream.of(changed).allMatch(this::mayBe);
            Move move = holds
                    ? new Move(
                            changed,
                            IntStream.of(changed).mapToLong(one -> moved[one]).toArray(),
                            cost(changed))
                    : Move.NONE;
            IntStream.of(changed).forEach(one -> moved[one] = 0);
            return move;
        }

        private long change(int one) {
            double change = 0;
            for (Part part : parts.getOrDefault(one, List.of())) {
                change += part.sign() * part.variable().getValue().doubleValue();
            }
            return Math.round(change);
        }

        private boolean holds(int[] relation) {
            long sum = moved[relation[0]];
            for (int i = 1; i < relation.length; i++) {
                sum -= moved[relation[i]];
            }
            return sum == 0;
        }

        private boolean mayBe(int one) {
            long value = cells.values()[one] + moved[one];
            boolean open = one == cell || hidden[one] || (hiding && cells.values()[one] >= cells.least());
            return open
                    ? moved[one] > 0 || value >= cells.least()
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
