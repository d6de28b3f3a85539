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
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Leniency;

/**
 * Reads and checks deliveries: finds encoding, separator, header and format, applies the format's rules, and hands on
 * the good rows. Bad data gives findings, never an exception. Immutable and thread-safe.
 */
public final class DeliveryReader {

    private final Recognition recognition;
    private final Leniency leniency;
    private final ReadLimits limits;
    private final Optional<DeliverySource> previous;

    private DeliveryReader(
            Recognition recognition, Leniency leniency, ReadLimits limits, Optional<DeliverySource> previous) {
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
                new Recognition(definitions.formats(), false),
                Leniency.STANDARD,
                ReadLimits.withDefaults(),
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
        FormatDefinition only = recognition.formats().stream()
                .filter(one -> one.id().equals(format))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format " + format));
        return new DeliveryReader(new Recognition(List.of(only), true), leniency, limits, previous);
    }

    /**
     * This reader with another leniency.
     *
     * @param newLeniency how strictly notations are judged
     * @return the reader
     */
    public DeliveryReader withLeniency(Leniency newLeniency) {
        return new DeliveryReader(recognition, newLeniency, limits, previous);
    }

    /**
     * This reader with other limits.
     *
     * @param newLimits how much is read
     * @return the reader
     */
    public DeliveryReader withLimits(ReadLimits newLimits) {
        return new DeliveryReader(recognition, leniency, newLimits, previous);
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
        return new DeliveryReader(recognition, leniency, limits, Optional.of(delivery));
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
        return read(source, format -> row -> {});
    }

    /**
     * Checks a delivery and hands on its good rows one by one, such as to an aggregator.
     *
     * @param source the delivery
     * @param consumers asked once, when the format is known, for who takes the good rows
     * @return what was found
     * @throws IndicatorsException if the source cannot be read
     */
    public DeliveryReport read(DeliverySource source, Function<FormatDefinition, Consumer<Observation>> consumers) {
        return run(source, Takers.of(consumers));
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
        return run(source, Takers.ofRows(consumers));
    }

    private DeliveryReport run(DeliverySource source, Takers takers) {
        try {
            DeliveryRun run = new DeliveryRun(source, recognition, leniency, limits);
            if (previous.isEmpty()) {
                return run.run(takers);
            }
            History history = new History(previous.get(), recognition, limits);
            return run.run(takers.with(history));
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new IndicatorsException("cannot read " + source.name(), e);
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
