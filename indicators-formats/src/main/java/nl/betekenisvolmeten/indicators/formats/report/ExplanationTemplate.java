package nl.betekenisvolmeten.indicators.formats.report;

import java.time.LocalDate;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;

/** A file of explanations of warnings: existing ones, and open ones whose reasons are still to be filled in. */
final class ExplanationTemplate {

    private ExplanationTemplate() {}

    static JsonObject of(CheckedDelivery file, ReportKind.Settings settings, LocalDate day) {
        Words words = new Words(settings);
        Stream<JsonObject> given = file.explanations().explained().stream()
                .map(warning -> entry(
                        warning.finding(),
                        words,
                        warning.acceptance().reason(),
                        warning.acceptance().role(),
                        warning.acceptance().date()));
        Stream<JsonObject> open = file.open().kept().stream()
                .filter(finding -> finding.severity() == Severity.WARNING && Acceptance.isAcceptable(finding.code()))
                .map(finding -> entry(finding, words, "", settings.audience(), day));
        return JsonObject.of("file", PrintableText.text(file.name()))
                .with("explanations", Stream.concat(given, open).toList());
    }

    private static JsonObject entry(Finding finding, Words words, String reason, Audience role, LocalDate day) {
        return JsonObject.of("code", finding.code().value())
                .withGiven(
                        "row",
                        finding.location().row().stream().boxed().findFirst().orElse(null))
                .withGiven("column", finding.location().column().orElse(null))
                .with("message", words.message(finding).text())
                .with("fingerprint", Acceptance.fingerprint(finding))
                .with("reason", reason)
                .with("role", role.name())
                .with("date", day.toString());
    }
}
