package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;

/**
 * The delivery before, as far as it can be compared with.
 *
 * @param source the delivery
 * @param options how it is read
 */
record History(DeliverySource source, ReadOptions options) {

    static final String ROWS_LEFT_OUT = "rows_left_out";
    private static final String REJECTED = "rejected";
    private static final String OTHER_FORMAT = "other_format";
    private static final String TOO_LARGE = "too_large";
    private static final String MISSING_COLUMN = "missing_column";

    /**
     * Reads the delivery before.
     *
     * @param present the header of the present one
     * @param keyLimit how many keys are remembered
     * @return what to compare rows with; empty when there is nothing to compare, which a finding reports
     */
    Optional<DeliveryRules.Comparison> compareWith(
            Header present, int keyLimit, Location place, Consumer<Finding> found) {
        FormatDefinition format = present.format();
        if (format.deliveryRules().rules().isEmpty()) {
            return Optional.empty();
        }
        if (!present.absent().isEmpty()) {
            // no row of a delivery without its columns is accepted, so all would seem gone
            found.accept(notCompared(MISSING_COLUMN, place));
            return Optional.empty();
        }
        DeliveryRules.Comparison comparison =
                format.deliveryRules().compare(format.ruleSet(), Math.min(keyLimit, DeliveryRules.MOST_KEYS));
        Optional<String> reason = remember(format, comparison);
        reason.ifPresent(why -> found.accept(notCompared(why, place)));
        return reason.filter(why -> !why.equals(TOO_LARGE)).isPresent() ? Optional.empty() : Optional.of(comparison);
    }

    /** Why not, or not all, can be compared. What comes first says most. */
    private Optional<String> remember(FormatDefinition format, DeliveryRules.Comparison comparison) {
        try {
            Opening before = Opening.of(source, options);
            if (before.seen().isPresent()
                    && before.format()
                            .filter(own -> own.id().equals(format.id()))
                            .isEmpty()) {
                return Optional.of(OTHER_FORMAT);
            }
            DeliveryRun.Result result = DeliveryRun.of(before, RowHandlers.ofRows(comparison::remember));
            if (result.findings().hasErrors()) {
                return Optional.of(REJECTED);
            }
            return comparison.isFull() ? Optional.of(TOO_LARGE) : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            throw new IndicatorsException("cannot read " + source.name(), e);
        }
    }

    /** Reports that not all was compared, and why. */
    Finding notCompared(String reason, Location place) {
        return Finding.of(
                DeliveryCodes.NOT_COMPARED, Severity.NOTE, place, Map.of("reason", reason, "previous", source.name()));
    }
}
