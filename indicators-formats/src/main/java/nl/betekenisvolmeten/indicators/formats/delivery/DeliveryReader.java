package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Catalogue;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.ReadOptions;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.ReadPath;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Leniency;

/**
 * Reads and checks deliveries: finds what carries them (CSV, workbook, JSON), encoding, separator, sheet, header and format,
 * applies the rules of the format, and hands on the good rows. Bad data gives findings, never an exception. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * OpenedDelivery delivery = DeliveryReader.of(Definitions.bundled()).open(DeliverySource.of(file));
 * if (delivery.format().isPresent()) {
 *     TableStructure structure = delivery.format().get().ruleSet().structure();
 *     Aggregator totals = AggregationPlan.by(structure, "stadsdeel").newAggregator();
 *     DeliveryReport report = delivery.read(totals);
 * }
 * }</pre>
 */
public final class DeliveryReader {

    private final ReadOptions options;

    private DeliveryReader(ReadOptions options) {
        this.options = options;
    }

    /**
     * Returns a reader of all formats, with {@link Leniency#STANDARD} and the default limits.
     *
     * @param definitions has the formats
     * @return the reader
     */
    public static DeliveryReader of(Definitions definitions) {
        return new DeliveryReader(ReadOptions.of(definitions));
    }

    /**
     * Returns a copy for one format only: a delivery is not recognised but taken to be of it, if it has any of its columns.
     *
     * @param format the format
     * @return the reader
     * @throws IllegalArgumentException if the definitions do not have it
     */
    public DeliveryReader withFormat(FormatId format) {
        return new DeliveryReader(options.withFormat(format));
    }

    /**
     * Returns a copy with another leniency.
     *
     * @param leniency how strictly notations are judged
     * @return the reader
     */
    public DeliveryReader withLeniency(Leniency leniency) {
        return new DeliveryReader(options.withLeniency(leniency));
    }

    /**
     * Returns a copy with other limits.
     *
     * @param limits how much is read
     * @return the reader
     */
    public DeliveryReader withLimits(ReadLimits limits) {
        return new DeliveryReader(options.withLimits(limits));
    }

    /**
     * Returns a copy with or without the hash of the bytes of each delivery in its report. The hash takes time: on machines
     * without instructions for it, more than anything else.
     *
     * @param asked whether the report holds the hash; it does unless set otherwise
     * @return the reader
     */
    public DeliveryReader withHash(boolean asked) {
        return withPath(options.path().withHash(asked));
    }

    /**
     * Returns a copy with another number of threads. The outcome is the same, to the byte, whatever the number; no thread
     * is left when a delivery has been read.
     *
     * @param threads 1 to use the caller's thread only, which is the default; more for that many threads in addition to the
     *     caller's
     * @return the reader
     * @throws IllegalArgumentException if it is not positive
     */
    public DeliveryReader withThreads(int threads) {
        if (threads <= 0) {
            throw new IllegalArgumentException("threads must be positive: " + threads);
        }
        return withPath(options.path().withThreads(threads));
    }

    /**
     * Returns a copy with a progress listener, which may cancel the read: then the report is of the part that was read and
     * says so, with finding {@code TF-I06}.
     *
     * @param listener is called every few thousand rows
     * @return the reader
     */
    public DeliveryReader withProgress(DeliverySource.ProgressListener listener) {
        return withPath(options.path().withProgress(listener));
    }

    /** Returns a copy that reads along another path, with the same results; also for tests. */
    DeliveryReader withPath(ReadPath path) {
        return new DeliveryReader(options.withPath(path));
    }

    /**
     * Returns a copy that also compares each delivery with the previous one, as its format declares: counts that jump,
     * rows that are missing, a caseload that does not start where it ended. A previous delivery with errors was not
     * accepted: nothing is compared, and a finding says why. The same applies to one in another format; with one in
     * another version of the format, only the caseload is compared.
     *
     * @param delivery the previous delivery; it is read once for each delivery that is read
     * @return the reader
     */
    public DeliveryReader withPrevious(DeliverySource delivery) {
        return new DeliveryReader(options.withPrevious(new ReadOptions.Previous(delivery, (format, row) -> row)));
    }

    /**
     * Returns a copy that also compares each delivery with the previous one, as {@link #withPrevious(DeliverySource)}
     * does, and the rows of an organisation with those of its successor.
     *
     * @param delivery the previous delivery
     * @param agreed the successions
     * @return the reader
     */
    public DeliveryReader withPrevious(DeliverySource delivery, ReportingContext agreed) {
        Lineages lineages = new Lineages(agreed.successions());
        return new DeliveryReader(options.withPrevious(new ReadOptions.Previous(
                delivery, (format, row) -> lineages.inherited(row, format.ruleSet(), agreed.areaColumn()))));
    }

    /**
     * Returns a copy that reads exports of another system: a delivery with headers of the mapping is read as its
     * format, with these headers and codes replaced; any other is read as before.
     *
     * @param mapping the mapping of the export to a format
     * @return the reader
     * @throws IllegalArgumentException if the definitions do not have the format
     */
    public DeliveryReader withMapping(ColumnMapping mapping) {
        options.withFormat(mapping.format());
        return withPath(options.path().withMapping(mapping));
    }

    /**
     * Returns a copy that warns of periods that begin after the day of the check ({@code TF-V10}). Without a day none is.
     *
     * @param day the day of the check, such as today
     * @return the reader
     */
    public DeliveryReader withDay(LocalDate day) {
        return new DeliveryReader(options.withDay(day));
    }

    /**
     * Opens a delivery: finds what carries it, and the header and format of its rows.
     *
     * @param source the delivery
     * @return the delivery, whose rows can be read
     * @throws IndicatorsException if the source cannot be read
     */
    public OpenedDelivery open(DeliverySource source) {
        return OpenedDelivery.of(source, options);
    }

    /**
     * Checks a delivery without keeping its rows: short for {@link OpenedDelivery#validate}.
     *
     * @param source the delivery
     * @return what was found
     * @throws IndicatorsException if the source cannot be read
     */
    public DeliveryReport validate(DeliverySource source) {
        return open(source).validate();
    }

    /**
     * Checks a delivery and holds its good rows in a table: short for {@link OpenedDelivery#readTable}.
     *
     * @param source the delivery
     * @return the good rows and what was found; no table when the format was not recognised
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<CountTable> readTable(DeliverySource source) {
        return open(source).readTable();
    }

    /**
     * Returns the format of a delivery, without checking its rows.
     *
     * @param source the delivery
     * @return the format; empty when it is not recognised or the delivery cannot be read as rows
     * @throws IndicatorsException if the source cannot be read
     */
    public Optional<FormatDefinition> recognise(DeliverySource source) {
        return withHash(false).open(source).format();
    }

    /** Returns the known versions of a form, oldest first. */
    List<FormatDefinition> versions(String name) {
        Catalogue<FormatId, FormatDefinition> formats =
                options.recognition().definitions().formats();
        return formats.ids().stream()
                .filter(id -> id.name().equals(name))
                .map(formats::get)
                .toList();
    }

    /** Returns the sheets of a workbook, in their order; none if it is no workbook or cannot be read as one. */
    List<DeliverySheet> sheets(DeliverySource workbook) {
        try {
            return DeliverySheet.of(workbook, options.recognition(), options.limits());
        } catch (IOException | UncheckedIOException e) {
            throw OpenedDelivery.unreadable(workbook, e);
        }
    }
}
