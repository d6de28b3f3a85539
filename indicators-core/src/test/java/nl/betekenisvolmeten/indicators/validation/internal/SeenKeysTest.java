package nl.betekenisvolmeten.indicators.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of rows: packed, repacked as dictionaries grow, and too wide to be packed. */
class SeenKeysTest {

    private static Dictionary[] dictionaries(int columns) {
        return Stream.generate(Dictionary::new).limit(columns).toArray(Dictionary[]::new);
    }

    private static int[] ids(Dictionary[] dictionaries, List<String> key) {
        return IntStream.range(0, key.size())
                .map(i -> dictionaries[i].id(key.get(i)))
                .toArray();
    }

    private static Dictionary ofSize(int size) {
        Dictionary dictionary = new Dictionary();
        IntStream.range(0, size).forEach(i -> dictionary.id(Integer.toString(i)));
        return dictionary;
    }

    /** Dictionaries keep growing, so keys are repacked more than once. */
    @Test
    void firstRow_ofManyKeys_isThatOfAMap() {
        Dictionary[] dictionaries = dictionaries(3);
        SeenKeys seen = new SeenKeys(dictionaries, 1_000_000);
        Map<List<String>, Long> oracle = new HashMap<>();
        Random random = new Random(2026);
        for (int row = 1; row <= 300_000; row++) {
            List<String> key = List.of(
                    Integer.toString(random.nextInt(40)),
                    Integer.toString(random.nextInt(5 + row / 40)),
                    Integer.toString(random.nextInt(3)));
            Long first = oracle.putIfAbsent(key, (long) row);
            assertThat(seen.firstRow(ids(dictionaries, key), row)).isEqualTo(first == null ? 0 : first);
        }
        assertThat(seen.isCompact()).isTrue();
    }

    /** Three columns of many codes each: more than 42 bits. */
    @Test
    void firstRow_ofWideKeys_isThatOfAMap() {
        Dictionary[] dictionaries = dictionaries(3);
        SeenKeys seen = new SeenKeys(dictionaries, 1_000_000);
        Map<List<Integer>, Long> oracle = new HashMap<>();
        Random random = new Random(2027);
        int[] key = new int[3];
        for (int row = 1; row <= 200_000; row++) {
            for (int i = 0; i < key.length; i++) {
                key[i] = dictionaries[i].id(Integer.toString(random.nextInt(1 + row / 2)));
            }
            if (row % 3 == 0) {
                Arrays.fill(
                        key,
                        row
                                % Stream.of(dictionaries)
                                        .mapToInt(Dictionary::size)
                                        .min()
                                        .orElseThrow());
            }
            Long first = oracle.putIfAbsent(List.of(key[0], key[1], key[2]), (long) row);
            assertThat(seen.firstRow(key, row)).isEqualTo(first == null ? 0 : first);
        }
        assertThat(seen.isCompact()).isFalse();
    }

    @Test
    void firstRow_beyondFourBillionRows_isStillExact() {
        Dictionary[] dictionaries = dictionaries(1);
        SeenKeys seen = new SeenKeys(dictionaries, 10);
        int[] a = ids(dictionaries, List.of("a"));
        int[] b = ids(dictionaries, List.of("b"));
        assertThat(seen.firstRow(a, 7)).isZero();
        assertThat(seen.firstRow(b, 5_000_000_000L)).isZero();
        assertThat(seen.firstRow(a, 5_000_000_001L)).isEqualTo(7);
        assertThat(seen.firstRow(b, 5_000_000_002L)).isEqualTo(5_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15})
    void mixed_isOneToOne(int bits) {
        PackedKeys keys = new PackedKeys(bits);
        for (int key = 0; key < 1 << bits; key++) {
            assertThat(keys.firstRow(keys.mixed(key), key + 1)).isZero();
        }
        boolean[] seen = new boolean[1 << bits];
        keys.drain((key, row) -> {
            assertThat(row).isEqualTo(key + 1);
            seen[(int) key] = true;
        });
        assertThat(seen).doesNotContain(false);
        assertThat(keys.size()).isZero();
    }

    /** Batches of different sizes, some beginning later than their first row. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void firstRow_ofBatches_isThatOfAMap(int least) {
        Dictionary[] dictionaries = dictionaries(3);
        SeenKeys seen = new SeenKeys(dictionaries, 1_000_000);
        seen.expect(20_000);
        Map<List<Integer>, Long> oracle = new HashMap<>();
        Random random = new Random(least);
        int size = least;
        for (long start = 1; start < 20_000; start += size) {
            size = least + random.nextInt(400);
            int from = random.nextInt(least);
            int[][] batch = new int[3][size];
            for (int i = 0; i < size; i++) {
                batch[0][i] = dictionaries[0].id("a" + random.nextInt(10 + (int) start));
                batch[1][i] = dictionaries[1].id("b" + random.nextInt(3));
                batch[2][i] = dictionaries[2].id("c" + random.nextInt(3));
            }
            seen.prepare(batch, from, size, start + size);
            for (int i = from; i < size; i++) {
                Long before = oracle.putIfAbsent(List.of(batch[0][i], batch[1][i], batch[2][i]), start + i);
                assertThat(seen.firstRow(batch, i, start + i)).isEqualTo(before == null ? 0 : before);
            }
        }
        assertThat(seen.isCompact()).isTrue();
    }

    @Test
    void firstRow_ofBatchesOfWideKeys_isThatOfSingleRows() {
        Dictionary[] dictionaries = {ofSize(1 << 14), ofSize(1 << 14), ofSize(1 << 14)};
        SeenKeys seen = new SeenKeys(dictionaries, 10);
        assertThat(seen.isCompact()).isFalse();
        int[][] batch = {{5, 16_000, 5}, {6, 16_001, 6}, {7, 16_002, 7}};
        seen.prepare(batch, 0, 3, 12);
        assertThat(seen.firstRow(batch, 0, 10)).isZero();
        assertThat(seen.firstRow(batch, 1, 11)).isZero();
        assertThat(seen.firstRow(batch, 2, 12)).isEqualTo(10);
        assertThat(seen.firstRow(new int[] {16_000, 16_001, 16_002}, 13)).isEqualTo(11);
    }

    @Test
    void firstRow_ofABatchBeyondFourBillionRows_isStillExact() {
        SeenKeys seen = new SeenKeys(new Dictionary[] {ofSize(3)}, 10);
        int[][] batch = {{0, 1, 0}};
        seen.prepare(batch, 0, 2, 0xFFFF_FFFFL);
        assertThat(seen.firstRow(batch, 0, 0xFFFF_FFFEL)).isZero();
        assertThat(seen.firstRow(batch, 1, 0xFFFF_FFFFL)).isZero();
        assertThat(seen.isCompact()).isTrue();
        seen.prepare(batch, 2, 3, 0x1_0000_0000L);
        assertThat(seen.isCompact()).isFalse();
        assertThat(seen.firstRow(batch, 2, 0x1_0000_0000L)).isEqualTo(0xFFFF_FFFEL);
    }

    @Test
    void isFull_countsDifferentKeys() {
        Dictionary[] wide = {ofSize(1 << 14), ofSize(1 << 14), ofSize(1 << 14)};
        for (Dictionary[] dictionaries : List.of(dictionaries(1), wide)) {
            SeenKeys seen = new SeenKeys(dictionaries, 2);
            int[] key = new int[dictionaries.length];
            seen.firstRow(key, 1);
            seen.firstRow(key, 2);
            assertThat(seen.isFull()).isFalse();
            key[0] = 1;
            seen.firstRow(key, 3);
            assertThat(seen.isFull()).isTrue();
        }
    }

    /**
     * Two bits for up to four codes, three for five to eight and four for nine, and one more bit so that the number of
     * codes can double.
     */
    @Test
    void packing_hasRoomForTwiceAsManyCodes() {
        Dictionary[] columns = {ofSize(0), ofSize(4), ofSize(5), ofSize(8), ofSize(9)};
        KeyPacking packing = KeyPacking.of(columns);
        assertThat(packing.bits()).isEqualTo(3 + 3 + 4 + 4 + 5);
        Dictionary[] most = {ofSize(8), ofSize(8), ofSize(16), ofSize(16), ofSize(32)};
        assertThat(packing.holds(most)).isTrue();
        for (int i = 0; i < most.length; i++) {
            Dictionary[] more = columns.clone();
            more[i] = ofSize(most[i].size() + 1);
            assertThat(packing.holds(more)).isFalse();
        }
    }

    @Test
    void pack_putsTheLastColumnLowest() {
        KeyPacking packing = KeyPacking.of(new Dictionary[] {ofSize(3), ofSize(9), ofSize(2)});
        long first = (5 << 8) + (17 << 3) + 6;
        assertThat(packing.pack(new int[] {5, 17, 6})).isEqualTo(first);
        long[] keys = {-1, -1, -1, -1};
        packing.pack(new int[][] {{9, 5, 1, 9}, {9, 17, 0, 9}, {9, 6, 2, 9}}, 1, 3, keys);
        assertThat(keys).containsExactly(-1, first, (1 << 8) + 2, -1);
        int[] ids = new int[3];
        packing.unpack(first, ids);
        assertThat(ids).containsExactly(5, 17, 6);
    }

    @Test
    void packedKeys_of42Bits_areTheMost() {
        PackedKeys keys = new PackedKeys(42);
        long largest = (1L << 42) - 1;
        assertThat(keys.firstRow(keys.mixed(largest), 3)).isZero();
        assertThat(keys.firstRow(keys.mixed(largest), 4)).isEqualTo(3);
        assertThat(keys.unmixed(keys.mixed(largest))).isEqualTo(largest);
        assertThat(keys.unmixed(keys.mixed(2_345_678_901L))).isEqualTo(2_345_678_901L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PackedKeys(43))
                .withMessageContaining("keyBits out of range: 43");
    }
}
