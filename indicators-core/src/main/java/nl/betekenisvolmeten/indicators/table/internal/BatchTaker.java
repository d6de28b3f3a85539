package nl.betekenisvolmeten.indicators.table.internal;

/**
 * Takes checked rows many at a time. A taker of single rows that implements this interface too gets the rows of a large
 * file in batches; the outcome is the same.
 */
public interface BatchTaker {

    /**
     * Takes rows of a batch, as if each were handed over in turn.
     *
     * @param batch the rows; only valid during the call
     * @param from the index of the first row to take
     * @param to one past the index of the last row to take
     */
    void accept(ObservationBatch batch, int from, int to);
}
