package nl.betekenisvolmeten.indicators.validation.internal;

/**
 * Rules over several cells, ready for many rows at a time. It finds the rows that break a rule, not what to say about
 * them. Not thread-safe.
 */
public interface RowFilter {

    /**
     * Marks rows that break a rule, or may break it, as suspect.
     *
     * @param batch the rows; those already suspect need not be looked at
     */
    void mark(ColumnBatch batch);
}
