package nl.betekenisvolmeten.indicators.validation.internal;

/** Packed keys and the row that had each first. Rows come in the order of their numbers. */
sealed interface PackedKeys permits SingleKeys, GroupedKeys {

    /** Takes keys and their rows. */
    interface Entries {
        void entry(long key, long row);
    }

    /** How many different keys there are. */
    int size();

    /** So many keys may come: a guess that saves growing step by step. */
    void expect(long keys);

    /** Turns packed keys into mixed ones and looks where each will stand, so that memory fetches many at a time. */
    void prepare(long[] keys, int from, int to);

    /** A packed key as {@link #firstRow} wants it. */
    long mixed(long key);

    /**
     * Remembers a key.
     *
     * @param mixed the key, {@linkplain #mixed mixed}
     * @param row the row that has it, from 1
     * @return the row that had it first, or 0 when this row is the first
     */
    long firstRow(long mixed, long row);

    /** Hands on all keys, letting go of them, in an order in which they can be taken in again. */
    void drain(Entries entries);

    /** An empty one of the same kind for keys of another width. */
    PackedKeys empty(int keyBits);
}
