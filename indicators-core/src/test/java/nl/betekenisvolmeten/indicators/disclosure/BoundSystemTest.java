package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests what follows from bounds and sums: worked out by hand, and for generated systems by trying all numbers. */
class BoundSystemTest {

    private static final long NO_END = BoundSystem.UNBOUNDED;

    private final BoundSystem system = new BoundSystem();

    /** Adds the relation that a number is the sum of others, or at most that sum. */
    static void relateSum(BoundSystem system, int whole, int[] parts, boolean isEqual) {
        int[] numbers =
                IntStream.concat(IntStream.of(whole), IntStream.of(parts)).toArray();
        int[] signs = new int[numbers.length];
        Arrays.fill(signs, -1);
        signs[0] = 1;
        system.relate(numbers, signs, isEqual);
    }

    private BoundSystem.Reason reason(int number, boolean upper) {
        return Objects.requireNonNull(system.reason(number, upper));
    }

    private void isBetween(int number, long lower, long upper) {
        assertThat(system.lower(number)).isEqualTo(lower);
        assertThat(system.upper(number)).isEqualTo(upper);
    }

    @Test
    void propagate_aSum_boundsItsPartsAndRemembersWhy() {
        int sum = system.add(10, 10);
        int first = system.add(0, NO_END);
        int second = system.add(3, 4);
        relateSum(system, sum, new int[] {first, second}, true);
        assertThat(system.propagate(true)).isTrue();
        isBetween(first, 6, 7);
        isBetween(second, 3, 4);
        BoundSystem.Reason why = reason(first, true);
        assertThat(why.number()).isEqualTo(first);
        assertThat(why.upper()).isTrue();
        assertThat(why.bound()).isEqualTo(7);
        assertThat(why.premises())
                .containsExactly(
                        new BoundSystem.Premise(sum, 1, 10, null), new BoundSystem.Premise(second, -1, 3, null));
        assertThat(reason(first, false).premises())
                .containsExactly(
                        new BoundSystem.Premise(sum, 1, 10, null), new BoundSystem.Premise(second, -1, 4, null));
        assertThat(system.reason(second, true)).isNull();
    }

    @Test
    void propagate_atMostASum_boundsOneWay() {
        int less = system.add(5, 30);
        int first = system.add(0, 20);
        int second = system.add(0, 2);
        relateSum(system, less, new int[] {first, second}, false);
        assertThat(system.propagate(true)).isTrue();
        isBetween(less, 5, 22);
        isBetween(first, 3, 20);
        isBetween(second, 0, 2);
    }

    @Test
    void propagate_throughASecondSum_goesOn() {
        int top = system.add(12, 12);
        int middle = system.add(0, NO_END);
        int side = system.add(2, 2);
        int leaf = system.add(0, NO_END);
        int other = system.add(4, 4);
        relateSum(system, middle, new int[] {leaf, other}, true);
        relateSum(system, top, new int[] {middle, side}, true);
        assertThat(system.propagate(true)).isTrue();
        isBetween(middle, 10, 10);
        isBetween(leaf, 6, 6);
        assertThat(reason(leaf, true).premises().get(0).reason()).isEqualTo(system.reason(middle, true));
        assertThat(system.reachable(top)).containsExactly(top, middle, side, leaf, other);
        assertThat(system.size()).isEqualTo(5);
    }

    @Test
    void propagate_twoPartsWithoutEnd_boundsTheLeastOnly() {
        int sum = system.add(3, NO_END);
        int first = system.add(2, NO_END);
        int second = system.add(2, NO_END);
        relateSum(system, sum, new int[] {first, second}, true);
        assertThat(system.propagate(true)).isTrue();
        isBetween(sum, 4, NO_END);
        isBetween(first, 2, NO_END);
    }

    @Test
    void propagate_contradiction_isNoWorld() {
        int sum = system.add(3, 3);
        int part = system.add(4, 9);
        relateSum(system, sum, new int[] {part}, true);
        assertThat(system.propagate(true)).isFalse();
        BoundSystem more = new BoundSystem();
        int least = more.add(8, 9);
        int most = more.add(0, 7);
        relateSum(more, least, new int[] {most}, false);
        assertThat(more.propagate(true)).isFalse();
        BoundSystem equal = new BoundSystem();
        relateSum(equal, equal.add(7, 9), new int[] {equal.add(0, 7)}, false);
        assertThat(equal.propagate(true)).isTrue();
        assertThat(equal.lower(1)).isEqualTo(7);
    }

    /** Each number is at least one more than the other, so the bounds would increase forever. */
    @Test
    void propagate_boundsThatCreep_givesUp() {
        int one = system.add(1, 1);
        int first = system.add(0, NO_END);
        int second = system.add(0, NO_END);
        system.relate(new int[] {first, one, second}, new int[] {1, 1, -1}, false);
        system.relate(new int[] {second, one, first}, new int[] {1, 1, -1}, false);
        assertThat(system.propagate(true)).isTrue();
        assertThat(system.lower(first)).isGreaterThan(1_000);
    }

    @Test
    void mayBeSum_isWhereTheBoundsMeet() {
        int sum = system.add(5, 6);
        int first = system.add(1, 2);
        int second = system.add(1, 3);
        assertThat(system.mayBeSum(new int[] {sum, first, second})).isTrue();
        assertThat(system.mayBeSum(new int[] {system.add(6, 9), first, second})).isFalse();
        assertThat(system.mayBeSum(new int[] {system.add(0, 1), first, second})).isFalse();
        assertThat(system.mayBeSum(new int[] {system.add(0, 2), first, second})).isTrue();
        assertThat(system.mayBeSum(new int[] {system.add(600, 900), first, system.add(0, NO_END)}))
                .isTrue();
    }

    @Test
    void find_amongManyValues_isWithinWhatWasAsked() {
        int sum = system.add(100, 100);
        int first = system.add(0, NO_END);
        int second = system.add(0, 60);
        int third = system.add(0, 30);
        relateSum(system, sum, new int[] {first, second, third}, true);
        assertThat(system.propagate(true)).isTrue();
        isBetween(first, 10, 100);
        assertThat(system.find(first, 95, NO_END).orElseThrow()).isBetween(95L, 100L);
        assertThat(system.find(first, 10, 12).orElseThrow()).isBetween(10L, 12L);
        assertThat(system.find(third, 30, NO_END)).hasValue(30);
        assertThat(system.canBe(first, 101, NO_END)).isFalse();
        assertThat(system.canBe(first, 0, 9)).isFalse();
        assertThat(system.canBe(second, 60, 60)).isTrue();
        assertThat(system.canBe(second, 0, 0)).isTrue();
    }

    /** An unbounded number can be arbitrarily large if the other changes with it. */
    @Test
    void find_withoutEnd_goesFarEnough() {
        int sum = system.add(0, NO_END);
        int first = system.add(0, NO_END);
        int second = system.add(7, 7);
        relateSum(system, sum, new int[] {first, second}, true);
        assertThat(system.propagate(true)).isTrue();
        assertThat(system.find(first, 5_000, NO_END).orElseThrow()).isGreaterThanOrEqualTo(5_000);
        assertThat(system.find(sum, 1_000_000, NO_END).orElseThrow()).isGreaterThanOrEqualTo(1_000_000);
        assertThat(system.canBe(sum, 0, 6)).isFalse();
        assertThat(system.canBe(sum, 7, 7)).isTrue();
    }

    /** Six by six numbers with given totals: one of the numbers can be large only if many others change. */
    @Test
    void find_inACrossTable_changesManyNumbers() {
        int size = 6;
        int[][] cells = new int[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                cells[row][column] = system.add(0, 40);
            }
        }
        for (int i = 0; i < size; i++) {
            int at = i;
            relateSum(system, system.add(40, 40), cells[i], true);
            int[] column = IntStream.range(0, size).map(row -> cells[row][at]).toArray();
            relateSum(system, system.add(40, 40), column, true);
        }
        assertThat(system.propagate(true)).isTrue();
        assertThat(system.find(cells[2][3], 40, 40)).hasValue(40);
        assertThat(system.find(cells[2][3], 0, 0)).hasValue(0);
        assertThat(system.canBe(cells[2][3], 41, NO_END)).isFalse();
    }

    /** A generated table is among the tables that agree with its totals, however far it is from the first guess. */
    @Test
    void find_inTablesOfGivenTotals_findsTheTableThatWasMadeUp() {
        for (int seed = 1; seed <= 6; seed++) {
            Random random = new Random(seed);
            int size = 12;
            BoundSystem table = new BoundSystem();
            long[][] truth = new long[size][size];
            int[][] cells = new int[size][size];
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    truth[row][column] = random.nextInt(4) == 0 ? 900 + random.nextInt(100) : random.nextInt(20);
                    cells[row][column] = table.add(random.nextInt(3) == 0 ? truth[row][column] : 0, 1_000);
                }
            }
            for (int i = 0; i < size; i++) {
                int at = i;
                long inRow = Arrays.stream(truth[i]).sum();
                long inColumn = Arrays.stream(truth).mapToLong(row -> row[at]).sum();
                relateSum(table, table.add(inRow, inRow), cells[i], true);
                int[] column = Arrays.stream(cells).mapToInt(row -> row[at]).toArray();
                relateSum(table, table.add(inColumn, inColumn), column, true);
            }
            assertThat(table.propagate(false)).isTrue();
            for (int i = 0; i < size; i++) {
                assertThat(table.find(cells[i][i], truth[i][i], truth[i][i])).hasValue(truth[i][i]);
            }
        }
    }

    @Test
    void madeUpSystems_areAsTryingAllNumbersSays() {
        BoundSystemLaws laws = new BoundSystemLaws();
        for (long seed = 1; seed <= 300; seed++) {
            laws.noWorld_liesOutsideTheBounds(seed);
            laws.anotherWorld_isFound_whereThereIsOneAndOnlyThere(seed);
            laws.worldsOfASimilarSystem_leadToTheRightWorldsOnly(seed);
        }
    }
}
