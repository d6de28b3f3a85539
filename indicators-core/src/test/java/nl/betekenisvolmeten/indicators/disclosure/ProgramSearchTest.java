package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tests other tables that linear programs find: worked out by hand, and compared with trying all changes of tiny
 * tables.
 */
class ProgramSearchTest {

    private static final int[] NOBODY = {};

    private static final List<LinkedTables> SHAPES = List.of(
            LinkedTables.of(List.of(LinkedTables.flat(2), LinkedTables.flat(2))),
            LinkedTables.of(List.of(new int[] {-1, 0, 0, 1, 1, 3, 3}, LinkedTables.flat(1))),
            LinkedTables.of(List.of(new int[] {-1, 0, 1, 1, 2, 4, 4})));

    /** A made-up table, some cells of it hidden and others published with slack. */
    private static final class Sample {
        final LinkedTables tables;
        final Suppressor.Cells cells;
        final boolean[] hidden;
        final int[] finest;

        Sample(Random random) {
            tables = SHAPES.get(random.nextInt(SHAPES.size()));
            int size = tables.cells();
            finest = IntStream.range(0, size).filter(tables::isFinest).toArray();
            long[] values = new long[size];
            for (int cell : finest) {
                long value = random.nextInt(5);
                IntStream.of(tables.around(cell)).forEach(one -> values[one] += value);
            }
            long least = random.nextInt(2);
            long[] lower = values.clone();
            long[] upper = values.clone();
            long[] costs = new long[size];
            long[] all = new long[size];
            hidden = new boolean[size];
            for (int cell = 0; cell < size; cell++) {
                lower[cell] -= values[cell] > 1 ? random.nextInt(2) : 0;
                upper[cell] += values[cell] > 1 ? random.nextInt(2) : 0;
                costs[cell] = 1 + random.nextInt(9);
                all[cell] = least;
                hidden[cell] = values[cell] >= least && random.nextInt(2) == 0;
            }
            cells = new Suppressor.Cells(values, lower, upper, costs, all, new boolean[size]);
        }

        /** Returns whether a cell may change by an amount. */
        boolean mayChange(int cell, long added, boolean hiding) {
            long value = cells.values()[cell] + added;
            boolean published = value >= cells.lower()[cell] && value <= cells.upper()[cell];
            boolean open = hidden[cell] || (hiding && cells.values()[cell] >= cells.least()[cell]);
            return added == 0 || published || (open && (added > 0 || value >= cells.least()[cell]));
        }

        long beyond(int cell, long added) {
            long value = cells.values()[cell] + added;
            return hidden[cell]
                    ? 0
                    : Math.max(0, value - cells.upper()[cell]) + Math.max(0, cells.lower()[cell] - value);
        }

        /** Returns what a program pays for each step beyond what is published; any other step costs very little. */
        double price(int first, long goal, long[] added) {
            double price = 0;
            for (int cell = 0; cell < added.length; cell++) {
                if (cell != first) {
                    price += 1e-6 * Math.abs(added[cell])
                            + (double) cells.costs()[cell] / Math.abs(goal) * beyond(cell, added[cell]);
                }
            }
            return price;
        }

        /** Tries all changes of some cells, each at most as large as that of the first; returns the lowest price. */
        double cheapest(int first, long goal, boolean hiding, IntPredicate within) {
            double[] best = {Double.POSITIVE_INFINITY};
            collect(first, goal, hiding, within, new long[tables.cells()], 0, best);
            return best[0];
        }

        private void collect(
                int first, long goal, boolean hiding, IntPredicate within, long[] added, int next, double[] best) {
            if (next < finest.length) {
                int[] around = tables.around(finest[next]);
                for (long change = -Math.abs(goal); change <= Math.abs(goal); change++) {
                    long more = change;
                    IntStream.of(around).forEach(cell -> added[cell] += more);
                    collect(first, goal, hiding, within, added, next + 1, best);
                    IntStream.of(around).forEach(cell -> added[cell] -= more);
                }
            } else if (added[first] == goal
                    && IntStream.range(0, added.length)
                            .allMatch(cell -> (added[cell] == 0 || within.test(cell))
                                    && mayChange(cell, added[cell], hiding || cell == first))) {
                best[0] = Math.min(best[0], price(first, goal, added));
            }
        }

        /** Returns the lowest price within the smallest surrounding area that has any, or else of all tables. */
        double cheapestNear(int first, long goal, boolean hiding, int known) {
            int start = tables.place(first, 0);
            double best = Double.POSITIVE_INFINITY;
            int top = above(above(start));
            for (int last = -1; top != last && best == Double.POSITIVE_INFINITY; top = above(top)) {
                int area = top;
                best = cheapest(
                        first, goal, hiding, cell -> cell != known && isBelow(tables.place(cell, 0), area, start));
                last = top;
            }
            return best < Double.POSITIVE_INFINITY ? best : cheapest(first, goal, hiding, cell -> cell != known);
        }

        private int above(int place) {
            return Math.max(0, tables.above(0, place));
        }

        private boolean isBelow(int place, int area, int start) {
            if (place == area) {
                return start == area;
            }
            return place > 0 && (above(place) == area || isBelow(above(place), area, -1));
        }
    }

    private static long[] changes(Sample sample, MoveSearch.Move move) {
        return IntStream.range(0, sample.tables.cells()).mapToLong(move::added).toArray();
    }

    private static void assertIsAnotherTable(Sample sample, MoveSearch.Move move, boolean hiding, int cell) {
        long[] added = changes(sample, move);
        for (int[] relation : sample.tables.relations()) {
            assertThat(added[relation[0]])
                    .isEqualTo(IntStream.of(relation)
                            .skip(1)
                            .mapToLong(one -> added[one])
                            .sum());
        }
        long cost = 0;
        for (int one = 0; one < added.length; one++) {
            assertThat(sample.mayChange(one, added[one], hiding || one == cell)).isTrue();
            cost += sample.beyond(one, added[one]) > 0 ? sample.cells.costs()[one] : 0;
        }
        assertThat(move.cost()).isEqualTo(cost);
    }

    @Test
    void find_inTinyTables_isTheCheapestOfAllChanges() {
        for (int seed = 1; seed <= 150; seed++) {
            Random random = new Random(seed);
            Sample sample = new Sample(random);
            int cell = random.nextInt(sample.tables.cells());
            int known = random.nextInt(sample.tables.cells());
            boolean hiding = random.nextBoolean();
            long goal = (1 + random.nextInt(2)) * (random.nextBoolean() ? 1 : -1);
            if (sample.hidden[cell] && known != cell) {
                ProgramSearch search = new ProgramSearch(sample.tables, sample.cells, sample.hidden);
                MoveSearch.Move move = search.find(cell, goal > 0, Math.abs(goal), new int[] {known}, hiding);
                assertIsAnotherTable(sample, move, hiding, cell);
                assertThat(move.changes(new int[] {known})).isFalse();
                double best = sample.cheapestNear(cell, goal, hiding, known);
                long less = goal / 2;
                if (hiding && less != 0 && best == Double.POSITIVE_INFINITY) {
                    goal = less;
                    best = sample.cheapest(cell, goal, true, one -> one != known);
                }
                assertThat(move.added(cell)).as("seed %d", seed).isEqualTo(best == Double.POSITIVE_INFINITY ? 0 : goal);
                if (!move.isNone()) {
                    assertThat(sample.price(cell, goal, changes(sample, move)))
                            .as("seed %d", seed)
                            .isCloseTo(best, within(1e-7));
                }
            }
        }
    }

    /** Two rows and two columns of ten in each cell, with their totals. */
    private static final LinkedTables SQUARE = SHAPES.get(0);

    private static final long[] TENS = {40, 20, 20, 20, 10, 10, 20, 10, 10};

    private static boolean[] hidden(int... cells) {
        boolean[] hidden = new boolean[9];
        IntStream.of(cells).forEach(cell -> hidden[cell] = true);
        return hidden;
    }

    private static ProgramSearch square(boolean[] hidden) {
        return new ProgramSearch(SQUARE, Suppressor.Cells.exact(TENS, 1), hidden);
    }

    @Test
    void find_inASquare_changesItsCorners() {
        ProgramSearch search = square(hidden(4, 5, 7, 8));
        MoveSearch.Move move = search.find(4, true, 9, NOBODY, false);
        assertThat(move.cells()).containsExactly(4, 5, 7, 8);
        assertThat(move.added()).containsExactly(9, -9, -9, 9);
        assertThat(move.cost()).isZero();
        // a hidden cell is at least one
        assertThat(search.find(4, true, 10, NOBODY, false).isNone()).isTrue();
        assertThat(search.find(4, true, 1, new int[] {8}, false).isNone()).isTrue();
        assertThat(square(hidden(4, 5, 7)).find(4, true, 1, NOBODY, false).isNone())
                .isTrue();
    }

    /** If an amount is impossible, half of it is tried, then half of that, but only if cells may be hidden for it. */
    @Test
    void find_tooMuch_isHalfAsMuch() {
        assertThat(square(hidden(4)).find(4, false, 30, NOBODY, true).added(4)).isEqualTo(-7);
        assertThat(square(hidden(4)).find(4, false, 9, NOBODY, true).added(4)).isEqualTo(-9);
        assertThat(square(hidden(4)).find(4, true, 24, new int[] {1, 3}, true).added(4))
                .isEqualTo(6);
        assertThat(square(hidden(4))
                        .find(4, true, 24, new int[] {1, 3, 5}, true)
                        .isNone())
                .isTrue();
        assertThat(square(hidden(4, 5, 7, 8)).find(4, false, 12, NOBODY, false).isNone())
                .isTrue();
    }

    @Test
    void find_whatWasFoundForAnotherCell_isFoundAgain() {
        ProgramSearch search = square(hidden(4, 5, 7, 8));
        MoveSearch.Move move = search.find(4, true, 5, NOBODY, false);
        assertThat(search.find(4, true, 5, NOBODY, false)).isSameAs(move);
        assertThat(search.find(5, false, 3, NOBODY, false)).isSameAs(move);
        assertThat(search.find(8, true, 4, NOBODY, false)).isSameAs(move);
        MoveSearch.Move more = search.find(4, true, 6, NOBODY, false);
        assertThat(more.added(4)).isEqualTo(6);
        MoveSearch.Move down = search.find(4, false, 5, NOBODY, false);
        assertThat(down.added(4)).isEqualTo(-5);
        assertThat(search.find(4, true, 5, new int[] {5}, false).isNone()).isTrue();
        assertThat(search.find(4, true, 5, NOBODY, false)).isSameAs(move);
    }

    /** A move that needs hidden cells is used again only once they are hidden. */
    @Test
    void find_whatNeedsHiddenCells_isFoundAgainOnceTheyAreHidden() {
        boolean[] hidden = hidden(4);
        ProgramSearch search = square(hidden);
        MoveSearch.Move move = search.find(4, true, 5, NOBODY, true);
        assertThat(move.cells()).containsExactly(4, 5, 7, 8);
        assertThat(move.cost()).isEqualTo(30);
        assertThat(search.find(4, true, 5, NOBODY, true)).isNotSameAs(move);
        Arrays.fill(hidden, true);
        assertThat(search.find(4, true, 5, NOBODY, true)).isSameAs(move);
        assertThat(search.find(4, true, 5, NOBODY, false)).isSameAs(move);
    }

    /** The cheaper of two columns is hidden; a change within the slack of a figure costs nothing. */
    @Test
    void find_amongThree_hidesTheCheapest() {
        LinkedTables tables = LinkedTables.of(List.of(LinkedTables.flat(2), LinkedTables.flat(3)));
        long[] values = {60, 20, 20, 20, 30, 10, 10, 10, 30, 10, 10, 10};
        long[] costs = {99, 99, 99, 99, 99, 9, 8, 2, 99, 3, 1, 6};
        long[] upper = values.clone();
        long[] least = new long[values.length];
        List<Integer> found = new ArrayList<>();
        for (long slack : new long[] {0, 4}) {
            upper[6] = 10 + slack;
            upper[9] = 10 + slack;
            Suppressor.Cells cells = new Suppressor.Cells(values, values, upper, costs, least, new boolean[12]);
            boolean[] hidden = new boolean[12];
            hidden[5] = true;
            MoveSearch.Move move = new ProgramSearch(tables, cells, hidden).find(5, false, 4, NOBODY, true);
            IntStream.of(move.cells()).forEach(found::add);
            found.add((int) move.cost());
        }
        // without slack the third column is the cheapest: 2, 6 and 3; with slack the second: nothing, 1 and nothing
        assertThat(found).containsExactly(5, 7, 9, 11, 11, 5, 6, 9, 10, 1);
    }
}
