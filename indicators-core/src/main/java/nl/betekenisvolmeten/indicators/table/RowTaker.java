package nl.betekenisvolmeten.indicators.table;

import java.util.function.Consumer;

/**
 * Takes checked rows one by one, such as to add them up. A lambda will do; aggregators and other collectors of this library
 * are takers too, and get the rows of a large file faster than one by one.
 *
 * <p>Where an organisation took over the work of another, rows of the predecessor come under the name of the successor, so
 * that their series go on. A taker that must know who delivered a row, such as one that counts persons whom organisations
 * share, overrides {@link #accept(Observation, Observation)}.
 */
@FunctionalInterface
public interface RowTaker extends Consumer<Observation> {

    /**
     * Takes a row.
     *
     * @param row the row, under the name of the organisation whose series it is in
     */
    @Override
    void accept(Observation row);

    /**
     * Takes a row that may have been delivered by a predecessor. Unless overridden, this takes the row and ignores who
     * delivered it.
     *
     * @param row the row, under the name of the organisation whose series it is in
     * @param delivered the same row under the name of the organisation that delivered it; the row itself where that is
     *     the same
     */
    default void accept(Observation row, Observation delivered) {
        accept(row);
    }

    /**
     * Takes rows with an error, which are in no total but make totals incomplete. Unless overridden, this ignores them.
     *
     * @param rows what can be read of them
     */
    default void acceptRejected(RejectedRows rows) {}

    /**
     * Notes a row about which two deliveries disagree, so that no figure that includes it can be given. One version of
     * the row was accepted before. Unless overridden, this does nothing: a taker of single rows has no figures to
     * refuse.
     *
     * @param row the row, under the name of the organisation whose series it is in; its numbers mean nothing
     */
    default void refuse(Observation row) {}

    /**
     * Accepts a total that an organisation counted itself. A total that replaces rows comes before those rows. Unless
     * overridden, this ignores it: a taker of single rows has no use for a total.
     *
     * @param total the total
     */
    default void acceptTotal(OwnTotal total) {}

    /**
     * Returns a taker that hands each row to this one and then to another. Both learn who delivered it, if they can.
     *
     * @param after takes each row after this one
     * @return the taker
     */
    @Override
    default RowTaker andThen(Consumer<? super Observation> after) {
        RowTaker first = this;
        return new RowTaker() {
            @Override
            public void accept(Observation row) {
                first.accept(row);
                after.accept(row);
            }

            @Override
            public void accept(Observation row, Observation delivered) {
                first.accept(row, delivered);
                if (after instanceof RowTaker taker) {
                    taker.accept(row, delivered);
                } else {
                    after.accept(row);
                }
            }

            @Override
            public void acceptRejected(RejectedRows rows) {
                first.acceptRejected(rows);
                if (after instanceof RowTaker taker) {
                    taker.acceptRejected(rows);
                }
            }

            @Override
            public void refuse(Observation row) {
                first.refuse(row);
                if (after instanceof RowTaker taker) {
                    taker.refuse(row);
                }
            }

            @Override
            public void acceptTotal(OwnTotal total) {
                first.acceptTotal(total);
                if (after instanceof RowTaker taker) {
                    taker.acceptTotal(total);
                }
            }
        };
    }

    /**
     * Returns a taker that ignores all rows, for callers who want the findings only. Faster than a lambda that does
     * nothing.
     *
     * @return the taker
     */
    static RowTaker ofNothing() {
        return NoRows.INSTANCE;
    }
}
