package nl.betekenisvolmeten.indicators.disclosure;

import static nl.betekenisvolmeten.indicators.disclosure.BoundSystemTest.relateSum;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tests which worlds are found, worked out by hand; {@link BoundSystemTest} compares them with all worlds of generated
 * systems.
 */
class WorldSearchTest {

    private static final long NO_END = BoundSystem.UNBOUNDED;

    private final BoundSystem system = new BoundSystem();

    @Test
    void find_aNumberAlone_isTheNearestToTheMiddleOrOneFoundBefore() {
        int number = system.add(0, 10);
        assertThat(system.propagate(false)).isTrue();
        assertThat(system.find(number, 0, NO_END)).hasValue(5);
        assertThat(system.find(number, 7, 9)).hasValue(7);
        assertThat(system.find(number, 0, 3)).hasValue(3);
        // known: the first, the lowest and the highest that were found, also at the bounds
        assertThat(system.find(number, 0, 4)).hasValue(3);
        assertThat(system.find(number, 6, 10)).hasValue(7);
        assertThat(system.find(number, 5, 10)).hasValue(5);
        assertThat(system.find(number, 3, 3)).hasValue(3);
        assertThat(system.find(number, 7, 7)).hasValue(7);
        assertThat(system.find(number, 8, 10)).hasValue(8);
        assertThat(system.find(number, 10, 10)).hasValue(10);
        assertThat(system.find(number, 11, 20)).isEmpty();
        BoundSystem other = new BoundSystem();
        int endless = other.add(3, NO_END);
        assertThat(other.propagate(false)).isTrue();
        assertThat(other.find(endless, 0, NO_END)).hasValue(3);
    }

    @Test
    void find_aPartOfASum_movesTheOtherPartAlong() {
        int sum = system.add(10, 10);
        int first = system.add(0, 10);
        int second = system.add(0, 10);
        relateSum(system, sum, new int[] {first, second}, true);
        assertThat(system.propagate(false)).isTrue();
        assertThat(system.find(first, 8, 10)).hasValue(8);
        // eight and two form a world, so two is found where three would do
        assertThat(system.find(second, 0, 3)).hasValue(2);
        assertThat(system.find(second, 9, 10)).hasValue(9);
        assertThat(system.find(first, 0, 2)).hasValue(1);
    }

    @Test
    void find_throughAnInequality_changesOnlyWhatBreaks() {
        int less = system.add(0, 10);
        int more = system.add(0, 10);
        relateSum(system, less, new int[] {more}, false);
        assertThat(system.propagate(false)).isTrue();
        assertThat(system.find(less, 8, 10)).hasValue(8);
        // a limit of eight permits eight: the other changed too
        assertThat(system.find(more, 6, 10)).hasValue(8);
        assertThat(system.find(less, 0, 2)).hasValue(2);
        // two is already less than five, so five stayed
        assertThat(system.find(more, 0, 4)).hasValue(4);
        assertThat(system.find(less, 9, 9)).hasValue(9);
        assertThat(system.canBe(more, 0, 0)).isTrue();
    }

    /** Three parts of thirty: ten, five and fifteen at first; the second is also half of ten, the other half being a fifth. */
    private int[] thirds(boolean isEqual) {
        int sum = system.add(30, 30);
        int first = system.add(0, 30);
        int second = system.add(0, isEqual ? 10 : 30);
        int third = system.add(0, 30);
        int other = system.add(0, isEqual ? 10 : 30);
        relateSum(system, sum, new int[] {first, second, third}, true);
        if (isEqual) {
            relateSum(system, system.add(10, 10), new int[] {second, other}, true);
        } else {
            relateSum(system, second, new int[] {other}, false);
        }
        assertThat(system.propagate(false)).isTrue();
        return new int[] {first, second, third, other};
    }

    @Test
    void find_whereSeveralCanGoAlong_changesTheOneThatBreaksTheLeast() {
        int[] parts = thirds(true);
        assertThat(system.find(parts[0], 14, 30)).hasValue(14);
        // the third went from 15 to 11, as changing the second would have changed its other half too
        assertThat(system.find(parts[2], 0, 12)).hasValue(11);
        assertThat(system.find(parts[0], 0, 6)).hasValue(6);
        assertThat(system.find(parts[2], 18, 30)).hasValue(19);
        // changing the second changes its other half, and the first part of the sum
        assertThat(system.find(parts[1], 0, 3)).hasValue(3);
        assertThat(system.find(parts[3], 6, 10)).hasValue(7);
        assertThat(system.find(parts[0], 11, 13)).hasValue(11);
    }

    /** The second is at most the other, so changing it breaks nothing: it is the first that can change. */
    @Test
    void find_whereSeveralBreakNothing_changesTheFirst() {
        int[] parts = thirds(false);
        // fifteen each at first, then the first is zero
        assertThat(system.find(parts[0], 4, 30)).hasValue(4);
        assertThat(system.find(parts[1], 0, 12)).hasValue(11);
        assertThat(system.find(parts[2], 0, 14)).hasValue(14);
    }

    @Test
    void find_whereTheSumCanGoAlong_changesTheSum() {
        int sum = system.add(0, 60);
        int first = system.add(0, 30);
        int second = system.add(0, 30);
        relateSum(system, sum, new int[] {first, second}, true);
        assertThat(system.propagate(false)).isTrue();
        assertThat(system.find(first, 20, 30)).hasValue(20);
        assertThat(system.find(sum, 32, 60)).hasValue(35);
        assertThat(system.find(first, 0, 10)).hasValue(10);
        assertThat(system.find(sum, 0, 28)).hasValue(25);
        assertThat(system.find(second, 0, 14)).hasValue(14);
        assertThat(system.find(sum, 0, 0)).hasValue(0);
        assertThat(system.find(sum, 60, 60)).hasValue(60);
    }

    /** Twice a whole number is never odd, though no bound says so. */
    @Test
    void find_whereNoWorldIs_findsNoneOfAnyNumber() {
        for (long odd : new long[] {5, 23, 1_001}) {
            BoundSystem halves = new BoundSystem();
            int sum = halves.add(odd, odd);
            int first = halves.add(0, odd);
            int second = halves.add(0, odd);
            int free = halves.add(0, 9);
            relateSum(halves, sum, new int[] {first, second}, true);
            relateSum(halves, first, new int[] {second}, true);
            assertThat(halves.propagate(false)).isTrue();
            assertThat(halves.find(second, 0, NO_END)).isEmpty();
            assertThat(halves.find(second, 0, odd)).isEmpty();
            assertThat(halves.find(first, 0, NO_END)).isEmpty();
            assertThat(halves.find(sum, 0, NO_END)).isEmpty();
            assertThat(halves.find(free, 0, NO_END)).hasValue(4);
        }
    }

    /** Two sums of the same parts: bounds creep towards each other too slowly to show that they differ. */
    @Test
    void find_whereFractionsDoNotFitEither_findsNone() {
        int first = system.add(0, 10_000_000);
        int second = system.add(0, 10_000_000);
        relateSum(system, system.add(9_000_000, 9_000_000), new int[] {first, second}, true);
        relateSum(system, system.add(9_000_001, 9_000_001), new int[] {first, second}, true);
        assertThat(system.propagate(false)).isTrue();
        assertThat(system.find(first, 0, NO_END)).isEmpty();
    }

    private static BoundSystem pair(long lower, long upper, boolean isEqual) {
        BoundSystem pair = new BoundSystem();
        int first = pair.add(lower, upper);
        relateSum(pair, first, new int[] {pair.add(lower, upper)}, isEqual);
        pair.propagate(false);
        return pair;
    }

    private static BoundSystem after(BoundSystem before, BoundSystem next) {
        next.beginFrom(before, new int[] {0, 1});
        return next;
    }

    @Test
    void find_afterASimilarSystem_knowsItsWorlds() {
        BoundSystem before = pair(10, 20, true);
        assertThat(before.find(0, 0, NO_END)).hasValue(15);
        assertThat(before.find(1, 18, 20)).hasValue(18);
        assertThat(before.find(0, 0, 12)).hasValue(12);
        for (BoundSystem wider :
                List.of(pair(0, 100, true), pair(10, 100, true), pair(0, 20, true), pair(10, 20, true))) {
            after(before, wider);
            assertThat(wider.find(0, 0, NO_END)).hasValue(15);
            assertThat(wider.find(0, 16, NO_END)).hasValue(18);
            assertThat(wider.find(1, 0, 14)).hasValue(12);
            assertThat(wider.find(1, 19, 20)).hasValue(19);
        }
        // without a similar system the search begins in the middle
        assertThat(pair(0, 100, true).find(0, 0, NO_END)).hasValue(50);
        BoundSystem silent = pair(10, 20, true);
        assertThat(after(silent, pair(0, 100, true)).find(0, 0, NO_END)).hasValue(50);
    }

    /**
     * The search begins at the numbers of a world of the other system, even if these are or may be no world of this
     * system; nothing else that was found is used.
     */
    @Test
    void find_afterASystemWithOtherBoundsOrRelations_beginsThereOnly() {
        BoundSystem before = pair(10, 20, true);
        assertThat(before.find(0, 0, NO_END)).hasValue(15);
        assertThat(before.find(1, 18, 20)).hasValue(18);
        for (BoundSystem narrower : List.of(pair(11, 20, true), pair(10, 19, true), pair(0, 100, false))) {
            after(before, narrower);
            assertThat(narrower.find(0, 0, NO_END)).hasValue(15);
            assertThat(narrower.find(1, 17, NO_END)).hasValue(17);
        }
        assertThat(after(before, pair(16, 20, true)).find(0, 0, NO_END)).hasValue(16);
        assertThat(after(before, pair(0, 12, true)).find(0, 0, NO_END)).hasValue(12);
    }

    @Test
    void find_afterASystemWithFewerRelations_beginsThereOnly() {
        BoundSystem before = pair(10, 20, true);
        assertThat(before.find(0, 0, NO_END)).hasValue(15);
        assertThat(before.find(1, 18, 20)).hasValue(18);
        int first = system.add(0, 100);
        int second = system.add(0, 100);
        int third = system.add(0, 40);
        relateSum(system, first, new int[] {second}, true);
        relateSum(system, second, new int[] {third}, false);
        system.propagate(false);
        after(before, system);
        // the third has no earlier number, so the search does not begin with them
        assertThat(system.find(first, 0, NO_END)).hasValue(20);
        assertThat(system.find(third, 40, 40)).hasValue(40);
        BoundSystem apart = new BoundSystem();
        int one = apart.add(0, 100);
        int other = apart.add(0, 100);
        int alone = apart.add(0, 40);
        int same = apart.add(0, 40);
        relateSum(apart, one, new int[] {other}, true);
        relateSum(apart, alone, new int[] {same}, true);
        apart.propagate(false);
        after(before, apart);
        // a relation between other numbers does not matter
        assertThat(apart.find(one, 0, NO_END)).hasValue(15);
        assertThat(apart.find(other, 17, 20)).hasValue(18);
        assertThat(apart.find(alone, 0, NO_END)).hasValue(20);
    }

    /** A tower of sums: one number at the bottom can be large only if all above it change too. */
    @Test
    void find_inATowerOfSums_movesAllAbove() {
        int height = 20;
        int[] sums =
                IntStream.range(0, height).map(any -> system.add(0, 10_000)).toArray();
        int[] sides = IntStream.range(0, height).map(any -> system.add(3, 300)).toArray();
        for (int i = 1; i < height; i++) {
            relateSum(system, sums[i], new int[] {sums[i - 1], sides[i]}, true);
        }
        assertThat(system.propagate(false)).isTrue();
        long most = 10_000 - 3 * (height - 1);
        assertThat(system.upper(sums[0])).isEqualTo(most);
        assertThat(system.find(sums[0], most, most)).hasValue(most);
        assertThat(system.find(sums[height - 1], 57, 57)).hasValue(57);
        assertThat(system.find(sides[1], 300, 300)).hasValue(300);
        assertThat(system.canBe(sums[0], most + 1, NO_END)).isFalse();
    }

    /** Generated tables with few open cells: exactly the values that a cell has in any world are found. */
    @Test
    void find_inGeneratedSquares_findsEachPossibleValue() {
        for (int seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            int size = 2 + random.nextInt(2);
            int[] rows = new int[size];
            int[] columns = new int[size];
            BoundSystem square = new BoundSystem();
            int[][] cells = new int[size][size];
            long most = 6 + random.nextInt(30);
            for (int[] row : cells) {
                Arrays.setAll(row, any -> square.add(0, most));
            }
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    int value = random.nextInt((int) most + 1);
                    rows[row] += value;
                    columns[column] += value;
                }
            }
            for (int i = 0; i < size; i++) {
                int at = i;
                relateSum(square, square.add(rows[i], rows[i]), cells[i], true);
                int[] column = Arrays.stream(cells).mapToInt(row -> row[at]).toArray();
                relateSum(square, square.add(columns[i], columns[i]), column, true);
            }
            assertThat(square.propagate(false)).isTrue();
            for (int row = 0; row < size; row++) {
                for (int value = 0; value <= most; value++) {
                    assertThat(square.canBe(cells[row][0], value, value))
                            .as("seed %d", seed)
                            .isEqualTo(isPossible(rows, columns, row, value, most));
                }
            }
        }
    }

    /**
     * Returns whether a cell of the first column can have a value, so that the other rows and columns can be filled.
     */
    private static boolean isPossible(int[] rows, int[] columns, int row, int value, long most) {
        // as Gale proved in 1957: what any rows hold fits in any columns together with the cells of the others
        int size = rows.length;
        List<long[]> capacities = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long[] capacity = new long[size];
            Arrays.fill(capacity, most);
            capacities.add(capacity);
        }
        capacities.get(row)[0] = 0;
        long[] left = IntStream.of(rows).asLongStream().toArray();
        long[] below = IntStream.of(columns).asLongStream().toArray();
        left[row] -= value;
        below[0] -= value;
        if (left[row] < 0 || below[0] < 0) {
            return false;
        }
        for (int some = 0; some < 1 << size; some++) {
            for (int others = 0; others < 1 << size; others++) {
                long room = 0;
                for (int i = 0; i < size; i++) {
                    room += (some >> i & 1) == 1 ? -left[i] : 0;
                    room += (others >> i & 1) == 1 ? below[i] : 0;
                    for (int j = 0; j < size; j++) {
                        boolean counts = (some >> i & 1) == 1 && (others >> j & 1) == 0;
                        room += counts ? capacities.get(i)[j] : 0;
                    }
                }
                if (room < 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
