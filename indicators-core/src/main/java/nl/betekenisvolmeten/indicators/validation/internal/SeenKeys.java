package nl.betekenisvolmeten.indicators.validation.internal;

import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows with the same key, exactly, in little memory: about fourteen bytes a row whatever the length of its texts.
 *
 * <p>Codes are numbers of dictionaries, which others may add to. A key is packed into one long, and packed anew when a
 * dictionary outgrows its room; keys too wide for that go into a {@link KeyTrie}. When full, no more keys are taken.
 */
public final class SeenKeys {

    /** How many different keys are held by default: about 200 MB of memory when full. */
    public static final int DEFAULT_LIMIT = 16_000_000;

    private final Dictionary[] dictionaries;
    private final int limit;
    private KeyPacking packing;
    private PackedKeys compact;
    private @Nullable KeyTrie wide;
    private long[] keys = {};
    private long expected;
    private final int[] one;

    /**
     * Creates an empty set.
     *
     * @param dictionaries the codes of each column of the key
     * @param limit how many different keys are held
     */
    public SeenKeys(Dictionary[] dictionaries, int limit) {
        this.dictionaries = dictionaries.clone();
        this.limit = limit;
        one = new int[dictionaries.length];
        packing = KeyPacking.of(dictionaries);
        if (packing.bits() > PackedKeys.MOST_BITS) {
            wide = new KeyTrie(dictionaries.length);
        }
        compact = new PackedKeys(Math.min(packing.bits(), PackedKeys.MOST_BITS));
    }

    /**
     * Returns whether no more keys are taken.
     *
     * @return true when the limit is reached
     */
    public boolean isFull() {
        return (wide == null ? compact.size() : wide.size()) >= limit;
    }

    /**
     * Gives a hint of the expected row count; affects speed only.
     *
     * @param rows about how many rows will come
     */
    public void expect(long rows) {
        expected = Math.min(rows, limit);
        compact.expect(expected);
    }

    /** Returns whether keys are still packed. */
    boolean isCompact() {
        return wide == null;
    }

    /**
     * Remembers the key of a row, unless full.
     *
     * @param ids a number for each column
     * @param row the row that has it, from 1
     * @return the row that had it first, or 0 when this row is the first
     */
    public long firstRow(int[] ids, long row) {
        fit(row);
        return wide == null ? compact.firstRow(compact.mixed(packing.pack(ids)), row) : wide.firstRow(ids, row);
    }

    /**
     * Makes many rows ready for {@link #firstRow(int[][], int, long)}.
     *
     * @param ids for each column, a number for each row
     * @param from the first row
     * @param to one beyond the last row
     * @param lastRow the number of the last row
     */
    public void prepare(int[][] ids, int from, int to, long lastRow) {
        fit(lastRow);
        if (wide == null) {
            if (keys.length < to) {
                keys = new long[Math.max(to, 2 * keys.length)];
            }
            packing.pack(ids, from, to, keys);
            compact.prepare(keys, from, to);
        }
    }

    /**
     * Remembers the key of a row that was made ready, unless full.
     *
     * @param ids as made ready
     * @param index the row's place
     * @param row the row's number
     * @return the row that had it first, or 0 when this row is the first
     */
    public long firstRow(int[][] ids, int index, long row) {
        if (wide == null) {
            return compact.firstRow(keys[index], row);
        }
        for (int i = 0; i < one.length; i++) {
            one[i] = ids[i][index];
        }
        return wide.firstRow(one, row);
    }

    /** Makes room for what the dictionaries have by now, and for a row's number. */
    private void fit(long row) {
        if (wide == null && (!packing.holds(dictionaries) || row > PackedKeys.MOST_ROWS)) {
            KeyPacking next = KeyPacking.of(dictionaries);
            if (next.bits() > PackedKeys.MOST_BITS || row > PackedKeys.MOST_ROWS) {
                widen();
            } else {
                repack(next);
            }
        }
    }

    private void repack(KeyPacking next) {
        PackedKeys repacked = new PackedKeys(next.bits());
        repacked.expect(expected);
        int[] ids = new int[dictionaries.length];
        compact.drain((key, row) -> {
            packing.unpack(key, ids);
            repacked.firstRow(repacked.mixed(next.pack(ids)), row);
        });
        packing = next;
        compact = repacked;
    }

    private void widen() {
        KeyTrie trie = new KeyTrie(dictionaries.length);
        int[] ids = new int[dictionaries.length];
        compact.drain((key, row) -> {
            packing.unpack(key, ids);
            trie.firstRow(ids, row);
        });
        keys = new long[0];
        wide = trie;
    }
}
