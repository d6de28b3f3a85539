package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Leniency;

/**
 * How deliveries are read. Immutable.
 *
 * @param recognition which formats a delivery may be of
 * @param leniency how strictly notations are judged
 * @param limits how much is read
 * @param path how rows are read
 * @param previous the delivery before, to compare with; empty when there is none
 * @param day the day of the check; empty when it does not matter
 */
public record ReadOptions(
        Recognition recognition,
        Leniency leniency,
        ReadLimits limits,
        ReadPath path,
        Optional<Previous> previous,
        Optional<LocalDate> day) {

    /** Returns the options that hold unless others are asked for. */
    public static ReadOptions of(Definitions definitions) {
        return new ReadOptions(
                new Recognition(definitions, definitions.outlines(), false),
                Leniency.STANDARD,
                ReadLimits.withDefaults(),
                ReadPath.STANDARD,
                Optional.empty(),
                Optional.empty());
    }

    /** Returns these options for one format only. */
    public ReadOptions withFormat(FormatId format) {
        return new ReadOptions(recognition.of(format), leniency, limits, path, previous, day);
    }

    /** Returns these options with another leniency. */
    public ReadOptions withLeniency(Leniency newLeniency) {
        return new ReadOptions(recognition, newLeniency, limits, path, previous, day);
    }

    /** Returns these options with other limits. */
    public ReadOptions withLimits(ReadLimits newLimits) {
        return new ReadOptions(recognition, leniency, newLimits, path, previous, day);
    }

    /** Returns these options with another way to read rows. */
    public ReadOptions withPath(ReadPath newPath) {
        return new ReadOptions(recognition, leniency, limits, newPath, previous, day);
    }

    /**
     * The previous delivery.
     *
     * @param source the delivery
     * @param heirs converts a row of a format to the same row for the organisation that continues the work
     */
    public record Previous(DeliverySource source, BiFunction<FormatDefinition, CheckedRow, CheckedRow> heirs) {}

    /** Returns these options with a delivery to compare with. */
    public ReadOptions withPrevious(Previous delivery) {
        return new ReadOptions(recognition, leniency, limits, path, Optional.of(delivery), day);
    }

    /** Returns these options on a day. */
    public ReadOptions withDay(LocalDate newDay) {
        return new ReadOptions(recognition, leniency, limits, path, previous, Optional.of(newDay));
    }

    /** Returns the options for reading the delivery before: as is standard, and without findings. */
    ReadOptions ofPrevious() {
        return new ReadOptions(
                recognition,
                Leniency.STANDARD,
                limits.withFindings(0),
                ReadPath.STANDARD.withHash(false),
                Optional.empty(),
                Optional.empty());
    }
}
