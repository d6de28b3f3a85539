package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Audience;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Message;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;

/** The report of a check in words, for the colleague who filled in the form. */
final class TextReport {

    private final Texts texts;
    private final Audience audience;

    TextReport(Texts texts, Audience audience) {
        this.texts = texts;
        this.audience = audience;
    }

    void write(DeliveryReport report, PrintWriter out) {
        String format = report.format().map(Object::toString).orElse(texts.of("report.noFormat"));
        out.println(texts.of("report.file", report.source(), format));
        for (Finding finding : report.findings().kept()) {
            write(finding, out);
        }
        out.println(texts.of(
                "report.counts",
                report.rows(),
                report.rowsAccepted(),
                report.findings().count(Severity.ERROR),
                report.findings().count(Severity.WARNING),
                report.findings().count(Severity.NOTE)));
    }

    private void write(Finding finding, PrintWriter out) {
        Message message = MessageCatalogue.bundled().message(finding, texts.language(), audience);
        out.println(
                "  " + place(finding) + severity(finding.severity()) + " " + finding.code() + ": " + message.title());
        out.println("    " + message.text());
        if (!finding.suggestions().isEmpty()) {
            out.println("    " + texts.of("report.suggestions", String.join(", ", finding.suggestions())));
        }
        if (finding.severity() != Severity.NOTE) {
            out.println("    → " + message.action());
        }
    }

    private String place(Finding finding) {
        Optional<String> row = finding.location().row().isPresent()
                ? Optional.of(texts.of(
                        "report.row", Long.toString(finding.location().row().getAsLong())))
                : Optional.empty();
        Optional<String> column = finding.location().column().map(name -> texts.of("report.column", name));
        String place = row.orElse("") + (row.isPresent() && column.isPresent() ? ", " : "") + column.orElse("");
        return place.isEmpty() ? "" : place + ": ";
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> texts.of("severity.error");
            case WARNING -> texts.of("severity.warning");
            case NOTE -> texts.of("severity.note");
        };
    }
}
