package nl.betekenisvolmeten.indicators.examples.benchmarks;

import nl.betekenisvolmeten.indicators.table.BatchConsumer;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ObservationBatch;

/** Takes rows and does nothing with them. */
enum Nobody implements BatchConsumer {
    /** The only one. */
    INSTANCE;

    @Override
    public void accept(Observation row) {
        // only the report is measured
    }

    @Override
    public void accept(ObservationBatch batch, int from, int to) {
        // only the report is measured
    }
}
