package nl.betekenisvolmeten.indicators.formats.internal.bulk;

/** Looks at one column of all records of a chunk. */
interface ColumnValidator {

    /** Writes what the cells hold, and marks records as suspect whose cell is not proven correct. */
    void judge(Chunk chunk);

    /** Forgets what would take too much memory; returns whether the numbers of codes start again. */
    default boolean forgets() {
        return false;
    }
}
