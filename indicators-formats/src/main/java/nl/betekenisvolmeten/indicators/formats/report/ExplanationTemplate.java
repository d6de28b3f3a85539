package nl.betekenisvolmeten.indicators.formats.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.result.CamelCase;

/** A file of explanations of warnings whose reasons are still to be filled in. */
@CamelCase
record ExplanationTemplate(String file, List<Entry> explanations) {

    static ExplanationTemplate of(CheckedDelivery file, ReportKind.Settings settings) {
        Words words = new Words(settings);
        return new ExplanationTemplate(
                PrintableText.text(file.name()),
                file.open().kept().stream()
                        .filter(finding ->
                                finding.severity() == Severity.WARNING && Acceptance.isAcceptable(finding.code()))
                        .map(finding -> Entry.of(finding, words.message(finding).text(), settings))
                        .toList());
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

        static Entry of(Finding finding, String message, ReportKind.Settings settings) {
            return new Entry(
                    finding.code().value(),
                    finding.location().row().stream().boxed().findFirst(),
                    finding.location().column(),
                    message,
                    Acceptance.fingerprint(finding),
                    "",
                    settings.audience().name(),
                    "");
        }
    }
}
