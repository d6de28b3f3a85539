package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A trie gives what a map of whole keys gives. */
class KeyTrieProperties {

    @Provide
    Arbitrary<List<List<String>>> keys() {
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(columns -> Arbitraries.of("", "a", "b", "ab", "ba", "a,b", "\u0000")
                        .list()
                        .ofSize(columns)
                        .list()
                        .ofMaxSize(200));
    }

    @Property
    void firstRow_isThatOfAMap(
            @ForAll("keys") List<List<String>> keys, @ForAll @IntRange(min = 1, max = 50) int limit) {
        int columns = keys.isEmpty() ? 1 : keys.get(0).size();
        KeyTrie trie = new KeyTrie(columns, limit);
        Map<List<String>, Long> oracle = new HashMap<>();
        long row = 1;
        for (List<String> key : keys) {
            row += 3;
            assertThat(trie.isFull()).isEqualTo(oracle.size() >= limit);
            if (trie.isFull()) {
                return;
            }
            Long first = oracle.putIfAbsent(key, row);
            assertThat(trie.firstRow(key.toArray(String[]::new), row)).isEqualTo(first == null ? 0 : first);
        }
    }

    @Example
    void firstRow_ofManyKeys_isThatOfAMap() {
        KeyTrie trie = new KeyTrie(3, 1_000_000);
        Map<List<String>, Long> oracle = new HashMap<>();
        Random random = new Random(2026);
        for (long row = 1; row <= 300_000; row++) {
            List<String> key = List.of(
                    Integer.toString(random.nextInt(40)),
                    Integer.toString(random.nextInt(5_000)),
                    Integer.toString(random.nextInt(3)));
            Long first = oracle.putIfAbsent(key, row);
            assertThat(trie.firstRow(key.toArray(String[]::new), row)).isEqualTo(first == null ? 0 : first);
        }
    }
}
