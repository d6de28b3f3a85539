package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * What is known of one figure in all groups. Rows come in batches, in any order; each nature keeps what it needs of the
 * nodes of a {@link Level}.
 */
public interface SeriesTotals extends Kept {

    /**
     * Adds the rows at hand, once levels and selections know them.
     *
     * @param from the index in the batch of the first one
     * @throws IllegalArgumentException if there is a row that the nature refuses
     */
    void add(ObservationBatch batch, int from);

    Figure figure(int group);

    /**
     * Where totals are kept, and what is known of it.
     *
     * @param levels the tree in which rows are put
     * @param sameAgeRule whether organisations determine age by the same rule, so that age groups share nobody over them
     * @param deliveries who delivered about which stadsdeel and period; empty where rows do not say so
     * @param spans when organisations work somewhere
     */
    record Place(Levels levels, boolean sameAgeRule, Optional<Deliveries> deliveries, WorkSpans spans) {}
}
