package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.Leniency;

/** The delivery before, as far as it can be compared with. */
final class History {

    static final String ROWS_LEFT_OUT = "rows_left_out";

    private static final String REJECTED = "rejected";
    private static final String OTHER_FORMAT = "other_format";
    private static final String TOO_LARGE = "too_large";
    private static final String MISSING_COLUMN = "missing_column";

    private final DeliverySource source;
    private final Recognition recognition;
    private final ReadLimits limits;

    History(DeliverySource source, Recognition recognition, ReadLimits limits) {
        this.source = source;
        this.recognition = recognition;
        this.limits = limits;
    }

    /**
     * Reads the delivery before.
     *
     * @param format the format of the present one
     * @param absent the columns that the present one lacks
     * @return what to compare rows with; empty when there is nothing to compare, of which a finding tells
     */
    Optional<DeliveryRules.Comparison> compareWith(
            FormatDefinition format, Set<ColumnName> absent, Location place, Consumer<Finding> found) {
        if (format.deliveryRules().rules().isEmpty()) {
            return Optional.empty();
        }
        if (!absent.isEmpty()) {
            // no row of a delivery without its columns is accepted, so all would seem gone
            found.accept(notCompared(MISSING_COLUMN, place));
            return Optional.empty();
        }
        DeliveryRules.Comparison comparison =
                format.deliveryRules().compare(format.ruleSet(), Math.min(limits.keys(), DeliveryRules.MOST_KEYS));
        List<FormatDefinition> formats = new ArrayList<>();
        DeliveryReport report = read(RowHandlers.ofRows(before -> {
            formats.add(before);
            return before.id().equals(format.id()) ? comparison::remember : any -> {};
        }));
        Optional<String> reason = reason(report, formats.contains(format), comparison);
        reason.ifPresent(why -> found.accept(notCompared(why, place)));
        return reason.filter(why -> !why.equals(TOO_LARGE)).isPresent() ? Optional.empty() : Optional.of(comparison);
    }

    /** Why not, or not all, is compared. What comes first says most. */
    private static Optional<String> reason(
            DeliveryReport report, boolean sameFormat, DeliveryRules.Comparison comparison) {
        if (report.format().isPresent() && !sameFormat) {
            return Optional.of(OTHER_FORMAT);
        }
        if (!report.isGood()) {
            return Optional.of(REJECTED);
        }
        return comparison.isFull() ? Optional.of(TOO_LARGE) : Optional.empty();
    }

    private DeliveryReport read(RowHandlers takers) {
        try {
            return new DeliveryRun(
                            source,
                            recognition,
                            Leniency.STANDARD,
                            limits.withFindings(0),
                            ReadPath.STANDARD.withHash(false))
                    .run(takers);
        } catch (IOException | UncheckedIOException e) {
            throw new IndicatorsException("cannot read " + source.name(), e);
        }
    }

    /** Tells that not all was compared, and why. */
    Finding notCompared(String reason, Location place) {
        return Finding.of(
                DeliveryCodes.NOT_COMPARED, Severity.NOTE, place, Map.of("reason", reason, "previous", source.name()));
    }
}
