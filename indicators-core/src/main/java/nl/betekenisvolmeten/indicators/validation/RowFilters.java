package nl.betekenisvolmeten.indicators.validation;

import java.util.List;

/**
 * The rules of a format over several cells, but for keys, ready for many rows at a time: a loop for each rule. They find
 * the rows that break one, not what is to be said of them. Not thread-safe.
 */
public final class RowFilters {

    private final List<RowFilter> filters;

    RowFilters(List<RowFilter> filters) {
        this.filters = List.copyOf(filters);
    }

    /**
     * Marks rows that break a rule as suspect.
     *
     * @param batch the rows; those that are suspect already are passed over
     */
    public void mark(ColumnBatch batch) {
        for (RowFilter filter : filters) {
            filter.mark(batch);
        }
    }
}
