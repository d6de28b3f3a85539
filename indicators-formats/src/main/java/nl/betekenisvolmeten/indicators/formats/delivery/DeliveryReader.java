package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.FormatOutline;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ProgressListener;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import nl.betekenisvolmeten.indicators.validation.ValidationRun.RefusedRow;

/**
 * Reads and checks deliveries: finds what carries them (CSV, workbook, JSON), encoding, separator, sheet, header and format, applies the format's rules, and hands on
 * the good rows. Bad data gives findings, never an exception. Immutable and thread-safe.
 */
public final class DeliveryReader {

    private final Recognition recognition;
    private final Leniency leniency;
    private final ReadLimits limits;
    private final ReadPath path;
    private final Optional<DeliverySource> previous;

    private DeliveryReader(
            Recognition recognition,
            Leniency leniency,
            ReadLimits limits,
            ReadPath path,
            Optional<DeliverySource> previous) {
        this.path = path;
        this.recognition = recognition;
        this.leniency = leniency;
        this.limits = limits;
        this.previous = previous;
    }

    /**
     * A reader of all formats of a registry, with {@link Leniency#STANDARD} and the default limits.
     *
     * @param definitions the registry
     * @return the reader
     */
    public static DeliveryReader of(Definitions definitions) {
        return new DeliveryReader(
                new Recognition(definitions, definitions.outlines(), false),
                Leniency.STANDARD,
                ReadLimits.withDefaults(),
                ReadPath.STANDARD,
                Optional.empty());
    }

    /**
     * This reader for one format only: a delivery is not recognised but taken to be of it, if it has any
     * of its columns.
     *
     * @param format the format
     * @return the reader
     * @throws IllegalArgumentException if the registry does not have it
     */
    public DeliveryReader withFormat(FormatId format) {
        FormatOutline only = recognition.formats().stream()
                .filter(one -> one.id().equals(format))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format " + format));
        return new DeliveryReader(
                new Recognition(recognition.definitions(), List.of(only), true), leniency, limits, path, previous);
    }

    /**
     * This reader with another leniency.
     *
     * @param newLeniency how strictly notations are judged
     * @return the reader
     */
    public DeliveryReader withLeniency(Leniency newLeniency) {
        return new DeliveryReader(recognition, newLeniency, limits, path, previous);
    }

    /**
     * This reader with other limits.
     *
     * @param newLimits how much is read
     * @return the reader
     */
    public DeliveryReader withLimits(ReadLimits newLimits) {
        return new DeliveryReader(recognition, leniency, newLimits, path, previous);
    }

    /**
     * This reader with or without the hash of each delivery's bytes in its report. The hash takes time: on machines
     * without instructions for it, more than anything else.
     *
     * @param asked whether the report holds the hash; it does unless told otherwise
     * @return the reader
     */
    public DeliveryReader withHash(boolean asked) {
        return new DeliveryReader(recognition, leniency, limits, path.withHash(asked), previous);
    }

    /**
     * This reader with another number of threads. The outcome is the same, to the byte, whatever the number; no thread
     * is left when a delivery has been read.
     *
     * @param threads 1 to use the caller's thread only, as it is unless told otherwise; more for so many threads beside
     *     the caller's
     * @return the reader
     * @throws IllegalArgumentException if it is not positive
     */
    public DeliveryReader withThreads(int threads) {
        if (threads <= 0) {
            throw new IllegalArgumentException("a number of threads is positive: " + threads);
        }
        return new DeliveryReader(recognition, leniency, limits, path.withThreads(threads), previous);
    }

    /**
     * This reader with someone who follows how far it is, and who may stop it: then the report is of the part that was
     * read and says so, with finding {@code TF-I06}.
     *
     * @param listener is told every few thousand rows
     * @return the reader
     */
    public DeliveryReader withProgress(ProgressListener listener) {
        return new DeliveryReader(recognition, leniency, limits, path.withProgress(listener), previous);
    }

    /** This reader on another path, which gives the same; for tests. */
    DeliveryReader withPath(ReadPath newPath) {
        return new DeliveryReader(recognition, leniency, limits, newPath, previous);
    }

    /**
     * This reader, which also compares each delivery with the one before it, as its format says: counts that jump, rows
     * that are gone, a caseload that does not start where it ended. A previous delivery with errors was not accepted and
     * so is no history: nothing is compared, and a finding says why. The same holds for one of another format.
     *
     * @param delivery the delivery before; it is read once for each delivery that is read
     * @return the reader
     */
    public DeliveryReader withPrevious(DeliverySource delivery) {
        return new DeliveryReader(recognition, leniency, limits, path, Optional.of(delivery));
    }

    /**
     * Checks a delivery without keeping its rows. Memory does not grow with its length, but for the keys that find rows
     * that stand twice.
     *
     * @param source the delivery
     * @return what was found
     * @throws IndicatorsException if the source cannot be read
     */
    public DeliveryReport validate(DeliverySource source) {
        return read(source, format -> RowTaker.ofNothing());
    }

    /**
     * Checks a delivery and hands on its good rows one by one, such as to an aggregator.
     *
     * @param source the delivery
     * @param consumers asked once, when the format is known, for who takes the good rows
     * @return what was found
     * @throws IndicatorsException if the source cannot be read
     */
    public DeliveryReport read(DeliverySource source, Function<FormatDefinition, RowTaker> consumers) {
        return run(source, RowHandlers.of(consumers));
    }

    /**
     * Checks a delivery and hands on its good rows one by one with all their cells, also the texts beside the numbers.
     *
     * @param source the delivery
     * @param consumers asked once, when the format is known, for who takes the good rows
     * @return what was found
     * @throws IndicatorsException if the source cannot be read
     */
    public DeliveryReport readRows(DeliverySource source, Function<FormatDefinition, Consumer<CheckedRow>> consumers) {
        return run(source, RowHandlers.ofRows(consumers));
    }

    /** As {@link #readRows(DeliverySource, Function)}, and hands on what can be read of rows with an error. */
    DeliveryReport readRows(
            DeliverySource source,
            Function<FormatDefinition, Consumer<CheckedRow>> consumers,
            Consumer<RefusedRow> refused) {
        return run(source, RowHandlers.ofRows(consumers).withRefused(refused));
    }

    private DeliveryReport run(DeliverySource source, RowHandlers takers) {
        try {
            DeliveryRun run = new DeliveryRun(source, recognition, leniency, limits, path);
            return run.run(previous.isEmpty() ? takers : takers.with(new History(previous.get(), recognition, limits)));
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new IndicatorsException("cannot read " + source.name(), e);
        }
    }

    /**
     * The format of a delivery, without checking its rows.
     *
     * @param source the delivery
     * @return the format; empty when it is not recognised or the delivery cannot be read as rows
     * @throws IndicatorsException if the source cannot be read
     */
    public Optional<FormatDefinition> recognise(DeliverySource source) {
        try {
            return new DeliveryRun(source, recognition, leniency, limits, path).recognise();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new IndicatorsException("cannot read " + source.name(), e);
        }
    }

    /**
     * The sheets of a workbook, each as a delivery of its own, without checking their rows.
     *
     * @param workbook the workbook
     * @return the sheets in their order; none when it is no workbook or cannot be read
     * @throws IndicatorsException if the source cannot be read
     */
    public List<DeliverySheet> sheets(DeliverySource workbook) {
        try {
            return DeliverySheet.of(workbook, recognition, limits);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new IndicatorsException("cannot read " + workbook.name(), e);
        }
    }

    /**
     * Checks a delivery and holds its good rows in a table.
     *
     * @param source the delivery
     * @return the good rows and what was found; no table when the format was not recognised
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<CountTable> readTable(DeliverySource source) {
        CountTable.Builder[] builder = new CountTable.Builder[1];
        DeliveryReport report = read(source, format -> {
            builder[0] = CountTable.builder(format.ruleSet().structure());
            return builder[0];
        });
        return new Checked<>(Optional.ofNullable(builder[0]).map(CountTable.Builder::build), report.findings());
    }
}
