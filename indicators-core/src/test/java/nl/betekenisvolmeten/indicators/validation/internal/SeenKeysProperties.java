package nl.betekenisvolmeten.indicators.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;

/** Seen keys give what a map of whole keys gives: packed, packed anew, and too wide to be packed. */
class SeenKeysProperties {

    private static Dictionary[] dictionaries(int columns) {
        return Stream.generate(Dictionary::new).limit(columns).toArray(Dictionary[]::new);
    }

    private static int[] ids(Dictionary[] dictionaries, List<String> key) {
        int[] ids = new int[key.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = dictionaries[i].id(key.get(i));
        }
        return ids;
    }

    @Provide
    Arbitrary<List<List<String>>> keys() {
        Arbitrary<String> few = Arbitraries.of("", "a", "b", "ab", "ba", "a,b", "\u0000");
        Arbitrary<String> more = Arbitraries.integers().between(0, 60).map(i -> Integer.toString(i));
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(columns -> Arbitraries.oneOf(few, more)
                        .list()
                        .ofSize(columns)
                        .list()
                        .ofMaxSize(200));
    }

    @Property
    void firstRow_isThatOfAMap(
            @ForAll("keys") List<List<String>> keys, @ForAll @IntRange(min = 1, max = 50) int limit) {
        Dictionary[] dictionaries =
                dictionaries(keys.isEmpty() ? 1 : keys.get(0).size());
        SeenKeys seen = new SeenKeys(dictionaries, limit);
        Map<List<String>, Long> oracle = new HashMap<>();
        long row = 1;
        for (List<String> key : keys) {
            row += 3;
            assertThat(seen.isFull()).isEqualTo(oracle.size() >= limit);
            if (seen.isFull()) {
                return;
            }
            Long first = oracle.putIfAbsent(key, row);
            assertThat(seen.firstRow(ids(dictionaries, key), row)).isEqualTo(first == null ? 0 : first);
        }
    }

    @Property
    void firstRow_ofBatches_isThatOfSingleRows(
            @ForAll("keys") List<List<String>> keys, @ForAll @IntRange(min = 1, max = 70) int size) {
        int columns = keys.isEmpty() ? 1 : keys.get(0).size();
        Dictionary[] dictionaries = dictionaries(columns);
        SeenKeys seen = new SeenKeys(dictionaries, 1_000);
        seen.expect(size * 100L);
        Dictionary[] others = dictionaries(columns);
        SeenKeys single = new SeenKeys(others, 1_000);
        for (int start = 0; start < keys.size(); start += size) {
            int count = Math.min(size, keys.size() - start);
            int[][] batch = new int[columns][count];
            for (int i = 0; i < count; i++) {
                int[] ids = ids(dictionaries, keys.get(start + i));
                for (int c = 0; c < columns; c++) {
                    batch[c][i] = ids[c];
                }
            }
            seen.prepare(batch, 0, count, start + count);
            for (int i = 0; i < count; i++) {
                long row = start + i + 1L;
                assertThat(seen.firstRow(batch, i, row))
                        .isEqualTo(single.firstRow(ids(others, keys.get(start + i)), row));
            }
        }
    }

    /** Batches in which groups of rows share all but their last column. */
    @Property
    void firstRow_ofBatchesOfGroups_isThatOfAMap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int size) {
        Dictionary[] dictionaries = dictionaries(2);
        SeenKeys seen = new SeenKeys(dictionaries, 1_000_000);
        seen.expect(3_000);
        Map<List<Integer>, Long> oracle = new HashMap<>();
        Random random = new Random(seed);
        int activity = 0;
        for (int start = 1; start < 3_000; start += size) {
            int[][] batch = new int[2][size];
            for (int i = 0; i < size; i++) {
                activity = random.nextInt(5) == 0 ? random.nextInt(10 + start) : activity;
                batch[0][i] = dictionaries[0].id("a" + activity);
                batch[1][i] = dictionaries[1].id("b" + random.nextInt(9));
            }
            seen.prepare(batch, 0, size, start + size - 1);
            for (int i = 0; i < size; i++) {
                long row = start + i;
                Long first = oracle.putIfAbsent(List.of(batch[0][i], batch[1][i]), row);
                assertThat(seen.firstRow(batch, i, row)).isEqualTo(first == null ? 0 : first);
            }
        }
    }
}
