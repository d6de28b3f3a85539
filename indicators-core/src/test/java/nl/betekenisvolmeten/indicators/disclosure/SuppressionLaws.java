package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy.Level;

/**
 * What holds of every made-up table, checked by an attacker with another's solver. A build tries 1,000 tables of each law;
 * {@code -Djqwik.tries.default=100000} tries more.
 */
class SuppressionLaws {

    private static final double TOLERANCE = 1e-6;
    private static final IntToLongFunction FIVE = any -> 5;

    private static Suppressor.Pattern hide(RandomTable table, long least, Suppressor.Demand demand) {
        return Suppressor.hide(
                table.tables(), table.cells(least), demand, table.smallerThan(demand.threshold(), least));
    }

    private static void collect(RandomTable table, boolean[] hidden) {
        int[] areas = table.trees().get(0);
        Statistics.label("levels of areas").collect(levels(areas));
        Statistics.label("one part only")
                .collect(IntStream.range(0, areas.length)
                        .anyMatch(area -> IntStream.of(areas)
                                        .filter(parent -> parent == area)
                                        .count()
                                == 1));
        Statistics.label("columns").collect(table.values().length / areas.length);
        Statistics.label("anything hidden").collect(count(hidden) > 0);
    }

    private static int levels(int[] areas) {
        return IntStream.range(0, areas.length)
                .map(area -> (int) IntStream.iterate(area, one -> one >= 0, one -> areas[one])
                        .count())
                .max()
                .orElse(0);
    }

    private static int count(boolean[] hidden) {
        int count = 0;
        for (boolean one : hidden) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Says which hidden cells an attacker knows better than allowed. */
    private static List<String> known(
            RandomTable table, boolean[] hidden, long least, Suppressor.Demand demand, Set<Integer> insider) {
        List<String> known = new ArrayList<>();
        SimplexAttacker attacker = new SimplexAttacker(table, hidden, least, insider);
        for (int cell = 0; cell < hidden.length; cell++) {
            long value = table.values()[cell];
            long threshold = demand.threshold().applyAsLong(cell);
            boolean forOthersOnly = !insider.isEmpty() && value >= threshold;
            if (!hidden[cell] || table.unpublished()[cell] || insider.contains(cell) || forOthersOnly) {
                continue;
            }
            boolean raised = demand.level() != Level.L0 && value < threshold;
            double most = attacker.most(cell);
            if (raised && most < threshold - TOLERANCE) {
                known.add("cell " + cell + " is at most " + most);
            }
            boolean two = most > value + TOLERANCE;
            if (!two || (raised && demand.level() == Level.L2)) {
                double lowest = attacker.least(cell);
                two |= lowest < value - TOLERANCE;
                if (raised && demand.level() == Level.L2 && lowest > withoutAnyFigure(table, least, cell) + TOLERANCE) {
                    known.add("cell " + cell + " is at least " + lowest);
                }
            }
            if (!two) {
                known.add("cell " + cell + " is " + value);
            }
        }
        return known;
    }

    /** The least that a cell can be for who sees only which cells are zero. */
    private static double withoutAnyFigure(RandomTable table, long least, int cell) {
        boolean[] all = new boolean[table.values().length];
        for (int one = 0; one < all.length; one++) {
            all[one] = table.values()[one] >= least;
        }
        return new SimplexAttacker(table, all, least, Set.of()).least(cell);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noHiddenCell_isKnownBetterThanAllowed(@ForAll long seed, @ForAll Level level, @ForAll boolean zerosPublished) {
        RandomTable table = RandomTable.of(seed, 7, 3);
        collect(table, withoutKnownCells(table, level, zerosPublished));
    }

    /** Hides what must be hidden, checks what can be derived about it, and returns what is hidden. */
    static boolean[] withoutKnownCells(RandomTable table, Level level, boolean zerosPublished) {
        long least = zerosPublished ? 1 : 0;
        Suppressor.Demand demand = new Suppressor.Demand(FIVE, level, false);
        Suppressor.Pattern pattern = hide(table, least, demand);
        assertThat(pattern.safe()).isTrue();
        assertThat(known(table, pattern.hidden(), least, demand, Set.of())).isEmpty();
        return pattern.hidden();
    }

    /** The first category is public, the second is sensitive, and so are totals. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void noHiddenCell_isKnownBetterThanItsClassAllows(@ForAll long seed, @ForAll Level level, @ForAll boolean alone) {
        RandomTable table = RandomTable.of(seed, 7, 3);
        long[] thresholds = {9, 3, 9, 5};
        Suppressor.Demand demand = new Suppressor.Demand(cell -> thresholds[table.place(cell, 1)], level, alone);
        Suppressor.Pattern pattern = hide(table, 1, demand);
        collect(table, pattern.hidden());
        assertThat(pattern.safe()).isTrue();
        assertThat(known(table, pattern.hidden(), 1, demand, Set.of())).isEmpty();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noSecondary_isSuperfluous(@ForAll long seed) {
        RandomTable table = RandomTable.of(seed, 6, 3);
        Suppressor.Demand demand = new Suppressor.Demand(FIVE, Level.L1, false);
        boolean[] primary = table.smallerThan(FIVE, 1);
        boolean[] hidden = hide(table, 1, demand).hidden();
        for (int cell = 0; cell < hidden.length; cell++) {
            if (hidden[cell] && !primary[cell]) {
                boolean[] fewer = hidden.clone();
                fewer[cell] = false;
                assertThat(known(table, fewer, 1, demand, Set.of()))
                        .describedAs("cell %d published again", cell)
                        .isNotEmpty();
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void onePersonAloneInACell_knowsNoMoreOfOtherSmallCells(@ForAll long seed) {
        RandomTable table = RandomTable.of(seed, 6, 3);
        Suppressor.Demand demand = new Suppressor.Demand(FIVE, Level.L1, true);
        LinkedTables tables = table.tables();
        Suppressor.Pattern pattern = hide(table, 1, demand);
        assertThat(pattern.safe()).isTrue();
        for (int cell = 0; cell < pattern.hidden().length; cell++) {
            if (pattern.hidden()[cell] && table.values()[cell] == 1 && tables.isFinest(cell)) {
                Set<Integer> own = new TreeSet<>();
                for (int around : tables.around(cell)) {
                    if (table.values()[around] == 1) {
                        own.add(around);
                    }
                }
                assertThat(known(table, pattern.hidden(), 1, demand, own)).isEmpty();
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void nothingIsHidden_whereNothingIsSmall(@ForAll long seed) {
        RandomTable table = RandomTable.of(seed, 20, 4);
        long[] large = table.values().clone();
        for (int cell = 0; cell < large.length; cell++) {
            large[cell] *= 5;
        }
        RandomTable larger = new RandomTable(table.trees(), large, table.unpublished());
        assertThat(hide(larger, 1, new Suppressor.Demand(FIVE, Level.L2, true)).hidden())
                .containsOnly(false);
    }

    /** Two tables that share totals, or one of three dimensions: no network, so other whole numbers must be shown. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void linkedTables_agreeWithOtherNumbers_ofWhichEachIsShown(
            @ForAll long seed, @ForAll Level level, @ForAll boolean zerosPublished) {
        RandomTable table = RandomTable.linked(seed, 5, 3);
        collect(table, withOtherNumbers(table, level, zerosPublished));
        Statistics.label("two tables").collect(count(table.unpublished()) > 0);
    }

    /**
     * Hides what must be hidden, checks the proof that each hidden cell can have another value, and returns what is
     * hidden.
     */
    static boolean[] withOtherNumbers(RandomTable table, Level level, boolean zerosPublished) {
        long least = zerosPublished ? 1 : 0;
        Suppressor.Demand demand = new Suppressor.Demand(FIVE, level, zerosPublished);
        Suppressor.Pattern pattern = hide(table, least, demand);
        assertThat(pattern.safe()).isTrue();
        Set<Integer> proven = new TreeSet<>();
        for (Suppressor.Witness witness : pattern.witnesses()) {
            assertThat(isAnotherTable(table, pattern.hidden(), least, witness)).isTrue();
            long value = table.values()[witness.cell()];
            long change = witness.move().added(witness.cell());
            if (witness.known().length == 0 && (level == Level.L0 || value >= 5 || value + change >= 5)) {
                assertThat(change).isNotZero();
                proven.add(witness.cell());
            }
        }
        for (int cell = 0; cell < pattern.hidden().length; cell++) {
            assertThat(proven.contains(cell)).isEqualTo(pattern.hidden()[cell] && !table.unpublished()[cell]);
        }
        return pattern.hidden();
    }

    /** Adds up: every sum stays a sum, and only hidden cells change. */
    private static boolean isAnotherTable(RandomTable table, boolean[] hidden, long least, Suppressor.Witness witness) {
        for (int cell = 0; cell < hidden.length; cell++) {
            long change = witness.move().added(cell);
            int changed = cell;
            boolean known = IntStream.of(witness.known()).anyMatch(one -> one == changed);
            boolean mayChange = hidden[cell] && !known && (change > 0 || table.values()[cell] + change >= least);
            if (change != 0 && !mayChange) {
                return false;
            }
            for (List<Integer> parts : table.parts(cell)) {
                long sum = parts.stream().mapToLong(witness.move()::added).sum();
                if (sum != change) {
                    return false;
                }
            }
        }
        return true;
    }
}
