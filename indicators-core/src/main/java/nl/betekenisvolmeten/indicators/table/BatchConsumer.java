package nl.betekenisvolmeten.indicators.table;

import java.util.function.Consumer;

/** Takes checked rows one by one or many at a time, whichever comes; the outcome is the same. */
public interface BatchConsumer extends Consumer<Observation> {

    /**
     * Takes rows of a batch, as if each were handed over in turn.
     *
     * @param batch the rows; only valid during the call
     * @param from the first row that counts
     * @param to one beyond the last row that counts
     */
    void accept(ObservationBatch batch, int from, int to);

    /**
     * One that does nothing with rows: for who asks for the findings only.
     *
     * @return the consumer
     */
    static BatchConsumer ofNothing() {
        return new BatchConsumer() {
            @Override
            public void accept(Observation row) {
                // nothing is asked of it
            }

            @Override
            public void accept(ObservationBatch batch, int from, int to) {
                // nothing is asked of them
            }
        };
    }
}
