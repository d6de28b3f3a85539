package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
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
            write(finding, report.source(), out);
        }
        out.println(texts.of(
                "report.counts",
                report.rows(),
                report.rowsAccepted(),
                report.findings().count(Severity.ERROR),
                report.findings().count(Severity.WARNING),
                report.findings().count(Severity.NOTE)));
    }

    private void write(Finding finding, String source, PrintWriter out) {
        Message message = MessageCatalogue.bundled().message(finding, texts.language(), audience);
        out.println("  " + place(finding, source) + severity(finding.severity()) + " " + finding.code() + ": "
                + message.title());
        out.println("    " + message.text());
        if (!finding.suggestions().isEmpty()) {
            out.println("    " + texts.of("report.suggestions", String.join(", ", finding.suggestions())));
        }
        if (finding.severity() != Severity.NOTE) {
            out.println("    → " + message.action());
        }
    }

    /** Row and column, and the sheet where the workbook has more than one. */
    private String place(Finding finding, String source) {
        List<String> place = new ArrayList<>();
        finding.location()
                .source()
                .filter(name -> name.startsWith(source + "!"))
                .ifPresent(name -> place.add(texts.of("report.sheet", name.substring(source.length() + 1))));
        finding.location().row().ifPresent(row -> place.add(texts.of("report.row", Long.toString(row))));
        finding.location().column().ifPresent(name -> place.add(texts.of("report.column", name)));
        return place.isEmpty() ? "" : String.join(", ", place) + ": ";
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> texts.of("severity.error");
            case WARNING -> texts.of("severity.warning");
            case NOTE -> texts.of("severity.note");
        };
    }
}
