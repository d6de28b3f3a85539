package nl.betekenisvolmeten.indicators.formats.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.result.CamelCase;

/** A file of explanations of warnings: existing ones, and open ones whose reasons are still to be filled in. */
@CamelCase
record ExplanationTemplate(String file, List<Entry> explanations) {

    static ExplanationTemplate of(CheckedDelivery file, ReportKind.Settings settings, LocalDate day) {
        Words words = new Words(settings);
        Stream<Entry> given = file.explanations().explained().stream()
                .map(warning -> Entry.of(
                        warning.finding(),
                        words,
                        warning.acceptance().reason(),
                        warning.acceptance().role(),
                        warning.acceptance().date()));
        Stream<Entry> open = file.open().kept().stream()
                .filter(finding -> finding.severity() == Severity.WARNING && Acceptance.isAcceptable(finding.code()))
                .map(finding -> Entry.of(finding, words, "", settings.audience(), day));
        return new ExplanationTemplate(
                PrintableText.text(file.name()), Stream.concat(given, open).toList());
    }

    /** A warning. */
    @CamelCase
    record Entry(
            String code,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Long> row,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> column,
            String message,
            String fingerprint,
            String reason,
            String role,
            String date) {

        static Entry of(Finding finding, Words words, String reason, Audience role, LocalDate day) {
            return new Entry(
                    finding.code().value(),
                    finding.location().row().stream().boxed().findFirst(),
                    finding.location().column(),
                    words.message(finding).text(),
                    Acceptance.fingerprint(finding),
                    reason,
                    role.name(),
                    day.toString());
        }
    }
}
