package nl.betekenisvolmeten.indicators.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import org.junit.jupiter.api.Test;

class PairTableTest {

    private final List<String> asked = new ArrayList<>();
    /** Returns the numbers of both codes, one after the other. */
    private final PairTable table = new PairTable((left, right) -> {
        asked.add(left + "," + right);
        return Long.parseLong(left) * 10_000 + Long.parseLong(right);
    });

    private final Dictionary lefts = ofSize(2);
    private final Dictionary rights = ofSize(3);

    private static Dictionary ofSize(int size) {
        return ofSize(size, new Dictionary());
    }

    private static Dictionary ofSize(int size, Dictionary dictionary) {
        for (int i = dictionary.size(); i < size; i++) {
            dictionary.id(Integer.toString(i));
        }
        return dictionary;
    }

    /** Asks for each pair twice. */
    private void answersAll(int lefts, int rights) {
        for (int left = 0; left < lefts; left++) {
            for (int right = 0; right < rights; right++) {
                assertThat(table.get(left, right)).isEqualTo(left * 10_000L + right);
                assertThat(table.get(left, right)).isEqualTo(left * 10_000L + right);
            }
        }
    }

    @Test
    void get_asksOnceForEachPair() {
        table.start(lefts, rights);
        answersAll(2, 3);
        assertThat(asked).containsExactly("0,0", "0,1", "0,2", "1,0", "1,1", "1,2");
    }

    @Test
    void start_sameDictionariesWithRoom_keepsTheAnswers() {
        table.start(lefts, rights);
        answersAll(2, 3);
        table.start(ofSize(16, lefts), ofSize(16, rights));
        answersAll(16, 16);
        assertThat(asked).hasSize(16 * 16);
    }

    /** The table has room for sixteen codes, or for twice the number of codes if that is more. */
    @Test
    void start_dictionaryThatOutgrewItsRoom_asksAnew() {
        table.start(lefts, rights);
        answersAll(2, 3);
        table.start(ofSize(17, lefts), rights);
        answersAll(17, 3);
        table.start(lefts, ofSize(17, rights));
        answersAll(17, 17);
        table.start(ofSize(34, lefts), ofSize(34, rights));
        answersAll(34, 34);
        table.start(ofSize(35, lefts), ofSize(40, rights));
        answersAll(35, 40);
        assertThat(asked).hasSize(2 * 3 + 17 * 3 + 34 * 34 + 35 * 40);
    }

    @Test
    void start_otherDictionaries_forgetsTheAnswers() {
        table.start(lefts, rights);
        answersAll(2, 3);
        Dictionary others = new Dictionary();
        others.id("7");
        table.start(others, rights);
        assertThat(table.get(0, 1)).isEqualTo(70_001);
        assertThat(table.get(0, 0)).isEqualTo(70_000);
        table.start(others, others);
        assertThat(table.get(0, 0)).isEqualTo(70_007);
    }

    /** About four million pairs are remembered, with room for twice as many codes. */
    @Test
    void get_beyondFourMillionPairs_asksEachTime() {
        table.start(ofSize(1_024), ofSize(1_024));
        table.get(1_023, 1_023);
        assertThat(table.get(1_023, 1_023)).isEqualTo(10_231_023);
        assertThat(asked).containsExactly("1023,1023");
        table.start(ofSize(1_025), ofSize(1_024));
        table.get(1_024, 1_023);
        assertThat(table.get(1_024, 1_023)).isEqualTo(10_241_023);
        assertThat(asked).hasSize(3);
    }
}
