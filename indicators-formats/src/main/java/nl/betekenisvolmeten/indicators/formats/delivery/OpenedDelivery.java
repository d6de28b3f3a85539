package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.DeliveryRun;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.Opening;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.ReadOptions;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.RowHandlers;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.ValidationRun.RefusedRow;

/**
 * A delivery that was opened by a {@link DeliveryReader}: its format is known, or why not. Its rows are read by one of
 * the methods of this class. Where the format is not known there are none; then the report only says why.
 *
 * <p>No file stays open. Rows may be read again, which reads the source again. Not thread-safe.
 */
public final class OpenedDelivery {

    private final Opening opening;

    private OpenedDelivery(Opening opening) {
        this.opening = opening;
    }

    static OpenedDelivery of(DeliverySource source, ReadOptions options) {
        try {
            return new OpenedDelivery(Opening.of(source, options));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(source, e);
        }
    }

    static IndicatorsException unreadable(DeliverySource source, Exception cause) {
        return new IndicatorsException("cannot read " + source.name(), cause);
    }

    /**
     * Returns where the delivery comes from.
     *
     * @return the source
     */
    public DeliverySource source() {
        return opening.source();
    }

    /**
     * Returns the format that rows are read as.
     *
     * @return the format; empty when it is not recognised or the delivery cannot be read as rows
     */
    public Optional<FormatDefinition> format() {
        return opening.format();
    }

    /**
     * Returns what was found in the header and in how the delivery is carried. Reports of the methods that read rows
     * hold this too.
     *
     * @return the findings; at least one error when the format is not known
     */
    public Findings findings() {
        return Findings.of(opening.findings());
    }

    /** Returns the format that the header has, even if that is not valid for the periods of the rows. */
    Optional<FormatId> seen() {
        return opening.seen();
    }

    /** Returns whether rows may name an earlier version that they were converted from. */
    boolean mayBeConverted() {
        return opening.mayBeConverted();
    }

    /** Returns the hash of the bytes, computed now if it was not asked for before. */
    String sha256() {
        try {
            return opening.withHash().sha256().orElse("");
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(source(), e);
        }
    }

    /**
     * Checks the rows without keeping them. Memory does not grow with their number, except for the keys that find
     * duplicate rows.
     *
     * @return what was found
     * @throws IndicatorsException if the source cannot be read
     */
    public DeliveryReport validate() {
        return read(RowTaker.ofNothing());
    }

    /**
     * Checks the rows and passes on the good ones, such as to an aggregator.
     *
     * @param taker takes the good rows
     * @return what was found
     * @throws IndicatorsException if the source cannot be read
     */
    public DeliveryReport read(RowTaker taker) {
        return read(RowHandlers.of(taker));
    }

    /**
     * Checks the rows and passes on the good ones with all their cells, including the texts next to the numbers.
     *
     * @param taker takes the good rows
     * @return what was found
     * @throws IndicatorsException if the source cannot be read
     */
    public DeliveryReport readRows(Consumer<CheckedRow> taker) {
        return read(RowHandlers.ofRows(taker));
    }

    /** Reads the rows as {@link #readRows(Consumer)} does, and passes on what can be read of rows with an error. */
    DeliveryReport readRows(Consumer<CheckedRow> taker, Consumer<RefusedRow> refused) {
        return read(RowHandlers.ofRows(taker).withRefused(refused));
    }

    /**
     * Reads the rows as {@link #readRows(Consumer)} does, and passes on the groups that rows with an error may belong
     * to.
     */
    DeliveryReport readRowsAndRejected(Consumer<CheckedRow> taker, Consumer<RejectedRows> rejected) {
        return read(RowHandlers.ofRows(taker).withRejected(rejected));
    }

    /**
     * Checks the rows and holds the good ones in a table.
     *
     * @return the good rows and what was found; no table when the format was not recognised
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<CountTable> readTable() {
        Optional<CountTable.Builder> builder =
                format().map(known -> CountTable.builder(known.ruleSet().structure()));
        DeliveryReport report = builder.map(this::read).orElseGet(this::validate);
        return new Checked<>(builder.map(CountTable.Builder::build), report.findings());
    }

    private DeliveryReport read(RowHandlers handlers) {
        try {
            DeliveryRun.Result result = DeliveryRun.of(opening, handlers);
            return new DeliveryReport(
                    source().name(),
                    opening.sha256(),
                    opening.seen(),
                    result.rows(),
                    result.rowsAccepted(),
                    result.findings(),
                    result.compared());
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(source(), e);
        }
    }
}
