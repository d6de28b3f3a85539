package nl.betekenisvolmeten.indicators.validation.internal;

import java.util.Arrays;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.table.internal.PairNumbers;

/**
 * Finds rows with the same key, exactly, however many codes there are: about 24 to 48 bytes a row.
 *
 * <p>A key is a path: at each column, the node so far and the code's number lead to the next node. Equal paths are equal
 * keys, so nothing needs to be confirmed.
 */
final class KeyTrie {

    private final PairNumbers[] levels;
    /** For each key the row that had it first, or 0. */
    private long[] rows = new long[64];

    KeyTrie(int columns) {
        levels = Stream.generate(PairNumbers::new).limit(columns).toArray(PairNumbers[]::new);
    }

    /** Returns the number of distinct keys. */
    int size() {
        return levels[levels.length - 1].size();
    }

    /**
     * Remembers a key.
     *
     * @param key a number for each column
     * @param row the row that has it, from 1
     * @return the row that had it first, or 0 when this row is the first
     */
    long firstRow(int[] key, long row) {
        int node = 0;
        for (int i = 0; i < key.length; i++) {
            node = levels[i].number(node, key[i]);
        }
        if (node == rows.length) {
            rows = Arrays.copyOf(rows, 2 * node);
        }
        long first = rows[node];
        rows[node] = first == 0 ? row : first;
        return first;
    }
}
