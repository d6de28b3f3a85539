package nl.betekenisvolmeten.indicators.formats.internal.bulk;

/** Looks at one column of all records of a chunk. */
interface ColumnValidator {

    /** Writes what the cells hold, and marks records as suspect whose cell is not proven correct. */
    void judge(Chunk chunk);

    /** Forgets what would take too much memory to remember. Says whether numbers of codes start anew. */
    default boolean forgets() {
        return false;
    }
}
