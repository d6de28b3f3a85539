package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.finding.Acceptances;
import nl.betekenisvolmeten.indicators.finding.Acceptances.AcceptedWarning;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
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
        /** Returns a delivery, by itself or as part of an account. */
        DELIVERY,
        /** An account of several parts: its rows are those of its parts together. */
        ACCOUNT
    }

    /**
     * A delivery without explained warnings.
     *
     * @param delivery what was found in it
     * @param definitions knows its format
     * @return the checked delivery
     */
    public static CheckedDelivery of(DeliveryReport delivery, Definitions definitions) {
        return of(delivery, definitions, Acceptances.Applied.none(delivery.findings()));
    }

    /**
     * Returns a delivery with explanations. If these could not be read, nothing is explained, and what is wrong with
     * them is reported.
     *
     * @param delivery what was found in it
     * @param definitions knows its format
     * @param explanations explanations of its warnings
     * @return the checked delivery
     */
    public static CheckedDelivery of(
            DeliveryReport delivery, Definitions definitions, Checked<Acceptances> explanations) {
        Acceptances.Applied applied = explanations
                .value()
                .map(all -> all.apply(delivery.findings()))
                .orElseGet(() -> Acceptances.Applied.none(delivery.findings()));
        Findings.Collector remarks = Findings.Collector.withDefaults();
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
     * Returns the delivery's name.
     *
     * @return the name, masked where it holds personal data
     */
    public String name() {
        return delivery.source();
    }

    /**
     * Returns what needs attention: all findings but the explained warnings.
     *
     * @return the findings
     */
    public Findings open() {
        return explanations.open();
    }

    /**
     * Writes a file in which the open warnings that were kept can be explained, with an entry and an empty reason for
     * each. Existing explanations come first, unchanged. Entries whose reason stays empty count as not given.
     *
     * @param settings the language and the reader of the messages; the reader is also the role in the explanations
     * @param day the date of new explanations
     * @param out the destination, in UTF-8; not closed
     * @throws IOException if writing fails
     */
    public void writeExplanationTemplate(ReportKind.Settings settings, LocalDate day, Writer out) throws IOException {
        JsonFiles.write(ExplanationTemplate.of(this, settings, day), out);
    }

    /**
     * Returns whether the delivery can go out.
     *
     * @return true when there is no error, in the delivery or in its explanations
     */
    public boolean isGood() {
        return delivery.isGood() && !explanations.remarks().hasErrors();
    }

    /**
     * What is known of the quality of a delivery, to go along with every figure that is made from it.
     *
     * @param rows the number of rows that are not blank
     * @param rowsAccepted the number of rows without an error
     * @param errors the number of errors
     * @param warningsOpen the number of warnings that nobody explained
     * @param explained the warnings that were explained, with the reasons
     * @param notes the number of notes
     * @param checked the rules that were applied to all rows
     * @param partlyChecked the rules that were applied to some rows or columns
     * @param notChecked the rules that could not be applied
     * @param limits the codes of the notes that say that a limit was reached; empty when everything was looked at and
     *     told
     */
    public record QualityStatement(
            long rows,
            long rowsAccepted,
            long errors,
            long warningsOpen,
            List<AcceptedWarning> explained,
            long notes,
            Set<FindingCode> checked,
            Set<FindingCode> partlyChecked,
            Set<FindingCode> notChecked,
            Set<FindingCode> limits) {

        /** @throws IllegalArgumentException if a number is negative, or more rows are accepted than there are */
        public QualityStatement {
            if (rowsAccepted < 0 || rowsAccepted > rows) {
                throw new IllegalArgumentException(
                        "rowsAccepted must be from 0 to rows: " + rowsAccepted + " of " + rows);
            }
            if (errors < 0 || warningsOpen < 0 || notes < 0) {
                throw new IllegalArgumentException(
                        "numbers of findings must not be negative: " + errors + ", " + warningsOpen + ", " + notes);
            }
            explained = List.copyOf(explained);
            checked = sorted(checked);
            partlyChecked = sorted(partlyChecked);
            notChecked = sorted(notChecked);
            limits = sorted(limits);
        }

        private static Set<FindingCode> sorted(Set<FindingCode> codes) {
            return Collections.unmodifiableSet(new TreeSet<>(codes));
        }

        /**
         * Returns how many rules there are.
         *
         * @return the number of rules, applied or not
         */
        public int rules() {
            return checked.size() + partlyChecked.size() + notChecked.size();
        }

        /**
         * Returns whether all rules were applied to all data, and all findings were kept.
         *
         * @return false when something was left out
         */
        public boolean isComplete() {
            return partlyChecked.isEmpty() && notChecked.isEmpty() && limits.isEmpty();
        }
    }
}
