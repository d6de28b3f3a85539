package nl.betekenisvolmeten.indicators.table;

import nl.betekenisvolmeten.indicators.table.internal.BatchTaker;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** Ignores rows, in batches too: so that nobody makes single rows of a batch for nothing. */
enum NoRows implements RowTaker, BatchTaker {
    INSTANCE;

    @Override
    public void accept(Observation row) {
        // nothing is done with rows
    }

    @Override
    public void accept(ObservationBatch batch, int from, int to) {
        // nothing is done with rows
    }
}
