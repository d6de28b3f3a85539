package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy.Level;
import org.junit.jupiter.api.Test;

/** Small tables, whose cells, relations and hidden cells are worked out by hand. */
class LinkedTablesTest {

    /** A city with two parts, one of them with a part of its own, by a total and two categories. */
    private static final LinkedTables CITY = LinkedTables.of(List.of(new int[] {-1, 0, 0, 1}, LinkedTables.flat(2)));

    @Test
    void cells_areNumberedByTreeThenByPlace() {
        assertThat(CITY.cells()).isEqualTo(12);
        assertThat(CITY.trees()).isEqualTo(2);
        assertThat(CITY.tree(0)).containsExactly(-1, 0, 0, 1);
        assertThat(CITY.cell(2, 1)).isEqualTo(7);
        assertThat(CITY.place(7, 0)).isEqualTo(2);
        assertThat(CITY.place(7, 1)).isEqualTo(1);
        assertThat(LinkedTables.of(List.of()).cells()).isEqualTo(1);
    }

    @Test
    void cells_haveOthersAboveAndBelow() {
        assertThat(CITY.above(0, 3)).isEqualTo(1);
        assertThat(CITY.above(0, 0)).isEqualTo(LinkedTables.NO_PARENT);
        assertThat(CITY.below(1, 0)).containsExactly(4, 7);
        assertThat(CITY.below(0, 1)).containsExactly(1, 2);
        assertThat(CITY.below(7, 0)).isEmpty();
        assertThat(CITY.whole(7, 0)).isEqualTo(1);
        assertThat(CITY.whole(7, 1)).isEqualTo(6);
        assertThat(CITY.whole(0, 0)).isEqualTo(-1);
        assertThat(CITY.around(11)).containsExactly(11, 9, 5, 3, 2, 0);
        assertThat(IntStream.range(0, 12).filter(CITY::isFinest)).containsExactly(7, 8, 10, 11);
    }

    @Test
    void relations_areTheSumsAlongEachTree() {
        assertThat(CITY.relations())
                .containsExactly(
                        new int[] {0, 3, 6},
                        new int[] {0, 1, 2},
                        new int[] {1, 4, 7},
                        new int[] {2, 5, 8},
                        new int[] {3, 9},
                        new int[] {3, 4, 5},
                        new int[] {4, 10},
                        new int[] {5, 11},
                        new int[] {6, 7, 8},
                        new int[] {9, 10, 11});
    }

    @Test
    void network_isOfATreeByAtMostOneTotalWithCategories() {
        int[] none = {-1};
        int[] deep = {-1, 0, 1};
        assertThat(CITY.network()).isPresent();
        assertThat(LinkedTables.of(List.of(none, none)).network()).isPresent();
        assertThat(LinkedTables.of(List.of(deep, none, LinkedTables.flat(2))).network())
                .isPresent();
        assertThat(LinkedTables.of(List.of(LinkedTables.flat(2), deep)).network())
                .isEmpty();
        assertThat(LinkedTables.of(List.of(deep, LinkedTables.flat(1), LinkedTables.flat(1)))
                        .network())
                .isEmpty();
    }

    /**
     * There is a node for the outside, one for each cell of an area with parts, and one for each area without parts.
     */
    @Test
    void network_hasAnArcForEachCell() {
        FlowNetwork network = FlowNetwork.of(new int[] {-1, 0, 0, 1}, 2);
        assertThat(network.cells()).isEqualTo(12);
        assertThat(network.nodes()).isEqualTo(9);
        assertThat(network.cell(3, 2)).isEqualTo(11);
        assertThat(IntStream.range(0, 12).map(network::tail)).containsExactly(1, 0, 0, 4, 2, 3, 7, 2, 3, 8, 5, 6);
        assertThat(IntStream.range(0, 12).map(network::head)).containsExactly(0, 2, 3, 1, 5, 6, 1, 7, 7, 4, 8, 8);
        assertThat(network.arcsOf(0)).containsExactly(0, 1, 2);
        assertThat(network.arcsOf(7)).containsExactly(6, 7, 8);
    }

    @Test
    void network_ofTotalsOnly_hasANodeForEachAreaWithParts() {
        FlowNetwork network = FlowNetwork.of(new int[] {-1, 0, 0}, 0);
        assertThat(network.nodes()).isEqualTo(2);
        assertThat(IntStream.range(0, 3).map(network::tail)).containsExactly(1, 0, 0);
        assertThat(IntStream.range(0, 3).map(network::head)).containsExactly(0, 1, 1);
    }

    private static boolean[] hidden(int... cells) {
        boolean[] hidden = new boolean[4];
        for (int cell : cells) {
            hidden[cell] = true;
        }
        return hidden;
    }

    /** A total and three parts; the total and the last part are published with some slack. */
    private static final Suppressor.Cells ROUNDED = new Suppressor.Cells(
            new long[] {20, 2, 8, 10},
            new long[] {18, 2, 8, 10},
            new long[] {22, 2, 8, 11},
            new long[] {20, 2, 8, 10},
            new long[] {1, 1, 1, 1},
            new boolean[4]);

    private static MoveSearch search(int... hidden) {
        return new FlowSearch(FlowNetwork.of(new int[] {-1, 0, 0, 0}, 0), ROUNDED, hidden(hidden));
    }

    @Test
    void find_withoutHiding_usesHiddenCellsAndSlack() {
        // two, by the slack of the total
        MoveSearch.Move most = search(1).find(1, true, 5, new int[0], false);
        assertThat(most.added(1)).isEqualTo(2);
        assertThat(most.added(0)).isEqualTo(2);
        assertThat(most.added(3)).isZero();
        assertThat(most.cost()).isZero();
        // one less, as a hidden cell is at least one; zero if the slack is not used
        assertThat(search(1).find(1, false, 1, new int[0], false).added(1)).isEqualTo(-1);
        assertThat(search(1).find(1, true, 5, new int[] {0}, false).isNone()).isTrue();
        // a hidden cell contributes all except one
        MoveSearch.Move other = search(1, 2).find(1, true, 7, new int[] {0}, false);
        assertThat(other.added(1)).isEqualTo(7);
        assertThat(other.added(2)).isEqualTo(-7);
        assertThat(search(1, 2).find(1, true, 8, new int[] {0}, false).added(1)).isEqualTo(7);
        assertThat(search(1, 2).find(1, true, 8, new int[0], false).added(1)).isEqualTo(8);
    }

    @Test
    void find_hiding_paysForTheCheapestCell() {
        MoveSearch.Move move = search(1).find(1, true, 5, new int[] {0}, true);
        assertThat(move.added(1)).isEqualTo(5);
        assertThat(move.added(2)).isEqualTo(-5);
        assertThat(move.cost()).isEqualTo(8);
        assertThat(move.isWithin(2, ROUNDED)).isFalse();
        assertThat(move.isWithin(3, ROUNDED)).isTrue();
        assertThat(move.amount(2)).isEqualTo(5);
        assertThat(move.changes(new int[] {2})).isTrue();
        assertThat(move.changes(new int[] {3})).isFalse();
        // each of the other two contributes all except one
        MoveSearch.Move both = search(1).find(1, true, 99, new int[] {0}, true);
        assertThat(both.added(1)).isEqualTo(7 + 9);
        assertThat(both.cost()).isEqualTo(18);
    }

    @Test
    void find_eitherWay_isTheCheapestThatIsFarEnough() {
        MoveSearch search = search(1, 2);
        MoveSearch.Move up = search.find(1, MoveSearch.Way.EITHER, 1, new int[0], true, true);
        assertThat(up.added(1)).isEqualTo(1);
        // only by hiding can the first be more, while the third may be one more
        MoveSearch.Move down = search(1).find(1, MoveSearch.Way.EITHER, 1, new int[] {0}, true, true);
        assertThat(down.added(1)).isEqualTo(-1);
        assertThat(down.added(3)).isEqualTo(1);
        assertThat(down.cost()).isZero();
        assertThat(search(1)
                        .find(1, MoveSearch.Way.EITHER, 1, new int[] {0}, true, false)
                        .added(1))
                .isEqualTo(1);
        assertThat(search(1)
                        .find(1, MoveSearch.Way.DOWN, 1, new int[] {0}, true, true)
                        .added(1))
                .isEqualTo(-1);
        assertThat(search(1)
                        .find(1, MoveSearch.Way.UP, 1, new int[] {0}, true, true)
                        .added(1))
                .isEqualTo(1);
    }

    private static Suppressor.Pattern hide(long[] values, Level level, boolean singletons) {
        LinkedTables tables = LinkedTables.of(List.of(new int[] {-1, 0, 0, 0}));
        boolean[] primary = new boolean[4];
        for (int cell = 0; cell < 4; cell++) {
            primary[cell] = values[cell] < 5 && values[cell] > 0;
        }
        return Suppressor.hide(
                tables,
                Suppressor.Cells.exact(values, 1),
                new Suppressor.Demand(cell -> 5, level, singletons),
                primary);
    }

    @Test
    void hide_oneSmallCell_hidesTheCheapestOther() {
        Suppressor.Pattern pattern = hide(new long[] {20, 2, 8, 10}, Level.L1, false);
        assertThat(pattern.safe()).isTrue();
        assertThat(pattern.hidden()).containsExactly(false, true, true, false);
        assertThat(pattern.cost(new long[] {20, 2, 8, 10})).isEqualTo(10);
        // two could be five if eight were five
        Suppressor.Witness proof = pattern.witnesses().get(0);
        assertThat(proof.cell()).isEqualTo(1);
        assertThat(proof.move().added(1)).isEqualTo(3);
        assertThat(proof.move().added(2)).isEqualTo(-3);
    }

    /** Three and one are four: at level L1, neither may be proven to be below five; at L0, both may. */
    @Test
    void hide_twoSmallCells_needAThirdOnlyAtLevelL1() {
        long[] values = {10, 1, 3, 6};
        assertThat(hide(values, Level.L0, false).hidden()).containsExactly(false, true, true, false);
        assertThat(hide(values, Level.L1, false).hidden()).containsExactly(false, true, true, true);
    }

    /** The one person in the first cell knows it, and so would know the three of the second. */
    @Test
    void hide_aPersonAlone_needsAThirdCell() {
        long[] values = {10, 1, 3, 6};
        assertThat(hide(values, Level.L0, true).hidden()).containsExactly(false, true, true, true);
        assertThat(hide(new long[] {11, 2, 3, 6}, Level.L0, true).hidden()).containsExactly(false, true, true, false);
    }

    @Test
    void hide_nothingSmall_hidesNothing() {
        Suppressor.Pattern pattern = hide(new long[] {18, 5, 6, 7}, Level.L2, true);
        assertThat(pattern.hidden()).containsOnly(false);
        assertThat(pattern.witnesses()).isEmpty();
        assertThat(pattern.safe()).isTrue();
    }

    /** The other parts are zero, which is published, so the total is hidden together with its only non-zero part. */
    @Test
    void hide_onlyPart_hidesTheTotal() {
        Suppressor.Pattern pattern = hide(new long[] {4, 4, 0, 0}, Level.L2, false);
        assertThat(pattern.hidden()).containsExactly(true, true, false, false);
        assertThat(pattern.safe()).isTrue();
    }

    /** For the first tables of each law, an attacker with an independent solver learns no more than allowed. */
    @Test
    void hide_madeUpTables_areAsTheLawsSay() {
        SuppressionLaws laws = new SuppressionLaws();
        for (long seed = 1; seed <= 40; seed++) {
            for (Level level : Level.values()) {
                SuppressionLaws.withoutKnownCells(RandomTable.of(seed, 7, 3), level, seed % 2 == 0);
            }
            laws.onePersonAloneInACell_knowsNoMoreOfOtherSmallCells(seed);
        }
        for (long seed = 1; seed <= 200; seed++) {
            laws.noSecondary_isSuperfluous(seed);
        }
        for (long seed = 1; seed <= 30; seed++) {
            for (Level level : Level.values()) {
                SuppressionLaws.withOtherNumbers(RandomTable.linked(seed, 5, 3), level, seed % 2 == 0);
            }
        }
    }
}
