package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Acceptances;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.QualityStatement;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;

/**
 * What the check of a delivery gave, with the warnings that somebody explained told apart.
 *
 * @param delivery what was found in the delivery
 * @param kind whether it is a delivery, or an account whose parts are deliveries of their own
 * @param format the format it was read as; empty when it was not recognised
 * @param explanations what the explanations of warnings made of it
 * @param quality what is known of its quality
 */
public record CheckedDelivery(
        DeliveryReport delivery,
        Kind kind,
        Optional<FormatDefinition> format,
        Acceptances.Applied explanations,
        QualityStatement quality) {

    /** What was checked. */
    public enum Kind {
        /** A delivery, by itself or as part of an account. */
        DELIVERY,
        /** An account of several parts: its rows are those of its parts together. */
        ACCOUNT
    }

    /**
     * A delivery of which no warning was explained.
     *
     * @param delivery what was found in it
     * @param definitions knows its format
     * @return the same, ready to be told
     */
    public static CheckedDelivery of(DeliveryReport delivery, Definitions definitions) {
        return of(delivery, definitions, Acceptances.Applied.none(delivery.findings()));
    }

    /**
     * A delivery with explanations. When these could not be read, nothing is explained, and what is wrong with them is
     * told.
     *
     * @param delivery what was found in it
     * @param definitions knows its format
     * @param explanations explanations of its warnings
     * @return the same, ready to be told
     */
    public static CheckedDelivery of(
            DeliveryReport delivery, Definitions definitions, Checked<Acceptances> explanations) {
        Acceptances.Applied applied = explanations
                .value()
                .map(all -> all.apply(delivery.findings()))
                .orElseGet(() -> Acceptances.Applied.none(delivery.findings()));
        FindingCollector remarks = FindingCollector.withDefaults();
        remarks.combine(explanations.findings());
        remarks.combine(applied.remarks());
        return of(
                delivery,
                definitions,
                new Acceptances.Applied(applied.open(), applied.explained(), remarks.toFindings()));
    }

    private static CheckedDelivery of(
            DeliveryReport delivery, Definitions definitions, Acceptances.Applied explanations) {
        Optional<FormatDefinition> format = delivery.format().flatMap(definitions.formats()::find);
        boolean account =
                delivery.format().flatMap(definitions.accounts()::find).isPresent();
        return new CheckedDelivery(
                delivery,
                account ? Kind.ACCOUNT : Kind.DELIVERY,
                format,
                explanations,
                format.map(known -> RuleCoverage.of(delivery, known))
                        .orElseGet(() -> RuleCoverage.of(delivery))
                        .statement(delivery, explanations));
    }

    /**
     * The delivery's name.
     *
     * @return the name, masked where it holds personal data
     */
    public String name() {
        return delivery.source();
    }

    /**
     * What needs attention: all findings but the explained warnings.
     *
     * @return the findings
     */
    public Findings open() {
        return explanations.open();
    }

    /**
     * Writes a file in which somebody can explain the open warnings that were kept: an entry for each, with an empty reason
     * and date. Entries whose reason stays empty count as not given.
     *
     * @param settings the language and the reader of the messages, who is also the role of the explanations
     * @param out where to, in UTF-8; not closed
     * @throws IOException if writing fails
     */
    public void writeExplanationTemplate(ReportSettings settings, Writer out) throws IOException {
        JsonFiles.write(ExplanationTemplate.of(this, settings), out);
    }

    /**
     * Whether the delivery can go out.
     *
     * @return true when there is no error, in the delivery or in its explanations
     */
    public boolean isGood() {
        return delivery.isGood() && !explanations.remarks().hasErrors();
    }
}
