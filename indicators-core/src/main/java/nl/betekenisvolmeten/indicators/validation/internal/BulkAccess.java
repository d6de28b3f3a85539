package nl.betekenisvolmeten.indicators.validation.internal;

import java.util.Objects;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * Reaches what a validator and its runs offer for rows in batches, so that no public signature names an internal type:
 * the pattern of the JDK's {@code SharedSecrets}. The class behind {@code V} registers the implementation when it is
 * initialised.
 *
 * <p>This package knows neither class; the two type parameters stand for them.
 *
 * @param <V> {@code Validator}
 * @param <R> {@code ValidationRun}
 */
public abstract class BulkAccess<V, R> {

    private static volatile @Nullable BulkAccess<?, ?> registered;

    /** Creates the access; called by the class that registers it. */
    protected BulkAccess() {}

    /**
     * Registers the implementation.
     *
     * @param access the implementation
     */
    public static void register(BulkAccess<?, ?> access) {
        registered = access;
    }

    /**
     * Returns the implementation. Callers hold a {@code V} or an {@code R}, so it has been registered.
     *
     * @param <V> {@code Validator}
     * @param <R> {@code ValidationRun}
     * @return the implementation
     * @throws NullPointerException if there is none yet
     */
    @SuppressWarnings("unchecked")
    public static <V, R> BulkAccess<V, R> get() {
        return (BulkAccess<V, R>) Objects.requireNonNull(registered);
    }

    /**
     * Returns an empty batch for rows of a format.
     *
     * @param validator the format's validator
     * @return a batch with dictionaries of its own
     */
    public abstract ColumnBatch newBatch(V validator);

    /**
     * Returns a check of single cells.
     *
     * @param validator the format's validator
     * @return a check for one thread
     */
    public abstract CleanCellCheck newCleanCellCheck(V validator);

    /**
     * Returns the rules over several cells, except keys.
     *
     * @param validator the format's validator
     * @return a filter for one thread; empty when a rule reads cells that batches do not hold
     */
    public abstract Optional<RowFilter> newRowFilter(V validator);

    /**
     * Returns the numbers by which a run knows the codes of a dimension.
     *
     * @param run the run
     * @param column the index in the rules' columns
     * @return the dictionary, to which codes may be added
     */
    public abstract Dictionary dictionary(R run, int column);

    /**
     * Accepts rows already known to pass every single-row check; only duplicate keys remain to be checked.
     *
     * @param run the run
     * @param rows the rows, by the numbers of {@link #dictionary}
     * @param firstRow the number of the batch's row 0, as a spreadsheet shows it
     * @param from the first row that counts
     * @param to one beyond the last row that counts
     * @throws IllegalStateException if the run leaves columns out: then no row can be accepted
     */
    public abstract void acceptClean(R run, ColumnBatch rows, long firstRow, int from, int to);

    /**
     * Gives a hint of the expected row count; affects speed only.
     *
     * @param run the run
     * @param rows about how many rows will come
     */
    public abstract void expectRows(R run, long rows);
}
