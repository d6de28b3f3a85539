package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;

/**
 * Records everything that a reader passes, so that it can be replayed: the deliveries decide what is computed from
 * them.
 */
final class RowTape implements RowTaker {

    private final List<Observation> rows = new ArrayList<>();
    private final List<OwnTotal> totals = new ArrayList<>();
    private final List<Consumer<RowTaker>> all = new ArrayList<>();

    @Override
    public void accept(Observation row) {
        accept(row, row);
    }

    @Override
    public void accept(Observation row, Observation delivered) {
        rows.add(row);
        all.add(taker -> taker.accept(row, delivered));
    }

    @Override
    public void acceptRejected(RejectedRows rejected) {
        all.add(taker -> taker.acceptRejected(rejected));
    }

    @Override
    public void refuse(Observation row) {
        all.add(taker -> taker.refuse(row));
    }

    @Override
    public void acceptTotal(OwnTotal total) {
        totals.add(total);
        all.add(taker -> taker.acceptTotal(total));
    }

    /** Returns the rows that count. */
    List<Observation> rows() {
        return rows;
    }

    /** Returns the totals that organisations counted themselves. */
    List<OwnTotal> totals() {
        return totals;
    }

    /** Replays everything. */
    void play(RowTaker taker) {
        all.forEach(one -> one.accept(taker));
    }
}
