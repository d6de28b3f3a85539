package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests roundings that add up: worked out by hand, and for the first tables of the law. */
class AdditiveRoundingTest {

    @Test
    void round_madeUpTables_areAsTheLawSays() {
        for (int seed = 1; seed <= 200; seed++) {
            RandomTable table = RandomTable.of(seed, 9, 4);
            AdditiveRoundingLaws.assertRounds(table, AdditiveRoundingLaws.free(table, new Random(seed)), 1 + seed % 10);
            AdditiveRoundingLaws.assertRounds(table, new boolean[table.values().length], 5);
        }
    }

    /** Four threes make twelve, which becomes ten or fifteen, so two or three of them become five. */
    @Test
    void round_whatDoesNotAddUpAtOnce_goesUpOrDown() {
        FlowNetwork network = FlowNetwork.of(new int[] {-1, 0, 0, 0, 0}, 0);
        long[] values = {12, 3, 3, 3, 3};
        long[] rounded = AdditiveRounding.round(network, values, new boolean[5], 5, values);
        assertThat(rounded[0]).isBetween(2L, 3L).isEqualTo(rounded[1] + rounded[2] + rounded[3] + rounded[4]);
    }

    /**
     * The nearest multiples 0, 0 and 5 of the parts 2, 2 and 3 of 7 add up to the nearest multiple of their sum; those
     * of 3, 3 and 1 do not.
     */
    @Test
    void round_smallParts_byHand() {
        FlowNetwork network = FlowNetwork.of(new int[] {-1, 0, 0, 0}, 0);
        boolean[] none = new boolean[4];
        long[] fits = {7, 2, 2, 3};
        assertThat(AdditiveRounding.round(network, fits, none, 5, fits)).containsExactly(1, 0, 0, 1);
        long[] not = {7, 3, 3, 1};
        long[] rounded = AdditiveRounding.round(network, not, none, 5, not);
        assertThat(rounded[0]).isBetween(1L, 2L).isEqualTo(rounded[1] + rounded[2] + rounded[3]);
    }

    @Test
    void round_whatDoesNotAddUp_isRefused() {
        long[] values = {20, 5, 5};
        FlowNetwork network = FlowNetwork.of(new int[] {-1, 0, 0}, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdditiveRounding.round(network, values, new boolean[3], 5, values))
                .withMessageContaining("do not add up");
    }
}
