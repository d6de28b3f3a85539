package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * State of one figure in all groups. Rows come in batches, in any order; each nature keeps what it needs for the nodes
 * of a {@link Level}.
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
     * Context in which totals are kept.
     *
     * @param levels the tree in which rows are put
     * @param sameAgeRule whether organisations determine age by the same rule, so that age groups share no persons
     *     across them
     * @param deliveries the deliveries by stadsdeel and period; empty if rows do not show them
     * @param spans when organisations work somewhere
     * @param overPeriods the organisations with a row that is about several periods and has the code of the last one
     */
    record Place(
            Levels levels,
            boolean sameAgeRule,
            Optional<Deliveries> deliveries,
            WorkSpans spans,
            Set<String> overPeriods) {}
}
