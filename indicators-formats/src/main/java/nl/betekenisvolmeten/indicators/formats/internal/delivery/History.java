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
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;

/**
 * The previous delivery, for comparison.
 *
 * @param previous the delivery
 * @param options how it is read
 */
record History(ReadOptions.Previous previous, ReadOptions options) {

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
        try {
            Opening before = Opening.of(previous.source(), options);
            boolean other = before.seen().isPresent()
                    && before.format()
                            .filter(own -> own.id().equals(format.id()))
                            .isEmpty();
            DeliveryRules rules = other ? common(format, before.format()) : format.deliveryRules();
            if (other) {
                found.accept(notCompared(OTHER_FORMAT, place));
            }
            return rules.rules().isEmpty()
                    ? Optional.empty()
                    : remember(
                            before,
                            rules.compare(format.ruleSet(), Math.min(keyLimit, DeliveryRules.MOST_KEYS)),
                            why -> found.accept(notCompared(why, place)));
        } catch (IOException | UncheckedIOException e) {
            throw new IndicatorsException("cannot read " + previous.source().name(), e);
        }
    }

    /** Returns the rules that can be applied to a delivery in another version of the form. */
    private static DeliveryRules common(FormatDefinition present, Optional<FormatDefinition> before) {
        return before.filter(format -> format.id().name().equals(present.id().name()))
                .map(format -> present.deliveryRules().acrossVersions(format.deliveryRules()))
                .orElse(DeliveryRules.none());
    }

    /**
     * Reads the previous delivery, or reports why it cannot be compared, or not in full; the most informative reason
     * comes first.
     */
    private Optional<DeliveryRules.Comparison> remember(
            Opening before, DeliveryRules.Comparison comparison, Consumer<String> reason) throws IOException {
        DeliveryRun.Result result = DeliveryRun.of(
                before,
                RowHandlers.ofRows(row -> comparison.remember(before.format()
                        .map(format -> previous.heirs().apply(format, row))
                        .orElse(row))));
        if (result.findings().hasErrors()) {
            reason.accept(REJECTED);
            return Optional.empty();
        }
        if (comparison.isFull()) {
            reason.accept(TOO_LARGE);
        }
        return Optional.of(comparison);
    }

    /** Reports that not all was compared, and why. */
    Finding notCompared(String reason, Location place) {
        return Finding.of(
                DeliveryCodes.NOT_COMPARED,
                Severity.NOTE,
                place,
                Map.of("reason", reason, "previous", previous.source().name()));
    }
}
