package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.Optional;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ValidationRun.RefusedRow;

/**
 * Who takes the rows of a delivery.
 *
 * @param observations takes good rows as part of a table
 * @param rows takes good rows with all their cells; empty when nobody asks for them
 * @param refused takes rows with an error; empty when nobody asks for them
 * @param rejected takes what rows with an error may belong to; empty where {@code observations} takes it
 */
public record RowHandlers(
        RowTaker observations,
        Optional<Consumer<CheckedRow>> rows,
        Optional<Consumer<RefusedRow>> refused,
        Optional<Consumer<RejectedRows>> rejected) {

    /** Returns handlers that only take rows as part of a table. */
    public static RowHandlers of(RowTaker observations) {
        return new RowHandlers(observations, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns handlers that only take rows with all their cells. */
    public static RowHandlers ofRows(Consumer<CheckedRow> rows) {
        return new RowHandlers(RowTaker.ofNothing(), Optional.of(rows), Optional.empty(), Optional.empty());
    }

    /** Returns these handlers with one that takes rows with an error. */
    public RowHandlers withRefused(Consumer<RefusedRow> taker) {
        return new RowHandlers(observations, rows, Optional.of(taker), rejected);
    }

    /** Returns these handlers with one that takes what rows with an error may belong to. */
    public RowHandlers withRejected(Consumer<RejectedRows> taker) {
        return new RowHandlers(observations, rows, refused, Optional.of(taker));
    }
}
