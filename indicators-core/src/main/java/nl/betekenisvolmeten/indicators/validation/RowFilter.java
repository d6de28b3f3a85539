package nl.betekenisvolmeten.indicators.validation;

/** One rule over the columns of many rows. */
interface RowFilter {

    /** Marks rows that break the rule, or may break it, as suspect; looks only at rows that are not. */
    void mark(ColumnBatch batch);
}
