package nl.betekenisvolmeten.indicators.table;

import java.util.function.Consumer;

/**
 * Takes rows of which some are those of a predecessor under the name of its successor. Who counts persons that organisations
 * have in common must know by whom a row was delivered.
 */
public interface LinkedConsumer extends Consumer<Observation> {

    /**
     * Takes a row.
     *
     * @param row the row, under the name of the organisation whose series it is in
     * @param delivered the same row under the name of who delivered it; the row itself where that is the same
     */
    void accept(Observation row, Observation delivered);

    @Override
    default void accept(Observation row) {
        accept(row, row);
    }
}
