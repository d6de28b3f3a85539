package nl.betekenisvolmeten.indicators.formats.report;

import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Acceptances.AcceptedWarning;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery.QualityStatement;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** The report as lines to read. */
final class TextReport {

    private final Words words;
    private final StringBuilder lines = new StringBuilder();

    TextReport(ReportKind.Settings settings) {
        words = new Words(settings);
    }

    String text(List<CheckedDelivery> files) {
        files.forEach(this::file);
        return lines.toString();
    }

    private void line(String line) {
        lines.append(line).append('\n');
    }

    private void file(CheckedDelivery file) {
        String format = file.delivery().format().map(FormatId::toString).orElse(words.of("noFormat"));
        line(words.of("file", PrintableText.text(file.name()), format));
        file.open().folded().forEach(this::fold);
        file.explanations().explained().forEach(this::explained);
        file.explanations().remarks().kept().forEach(this::remark);
        statement(file);
    }

    private void fold(FoldedFinding fold) {
        Message message = words.message(fold.first());
        String place = words.place(fold);
        String often = fold.count() == 1 ? "" : ", " + words.of("times", fold.count());
        line("  " + place + (place.isEmpty() ? "" : ": ") + words.severity(fold.severity()) + " " + fold.code() + often
                + ": " + message.title());
        line("    " + words.text(fold));
        if (!words.suggestions(fold).isEmpty()) {
            line("    " + words.of("suggestions", words.suggestions(fold)));
        }
        if (fold.severity() != Severity.NOTE) {
            line("    → " + message.action());
        }
    }

    private void explained(AcceptedWarning warning) {
        Message message = words.message(warning.finding());
        String place = words.place(warning.finding());
        line("  " + place + (place.isEmpty() ? "" : ": ") + words.of("explained") + " "
                + warning.finding().code() + ": " + message.title());
        line("    " + message.text());
        line("    " + words.reason(warning.acceptance()));
    }

    private void remark(Finding finding) {
        Message message = words.message(finding);
        line("  " + words.sourceOf(finding) + ": " + words.severity(finding.severity()) + " " + finding.code() + ": "
                + message.title());
        line("    " + message.text());
        line("    → " + message.action());
    }

    private void statement(CheckedDelivery file) {
        QualityStatement quality = file.quality();
        line("  "
                + words.of(
                        "counts",
                        quality.rows(),
                        quality.rowsAccepted(),
                        quality.errors(),
                        quality.warningsOpen(),
                        quality.notes()));
        if (!quality.explained().isEmpty()) {
            line("  " + words.of("counts.explained", quality.explained().size()));
        }
        line("  " + words.checks(file));
        if (!quality.limits().isEmpty()) {
            line("  " + words.of("limits", words.limits(quality)));
        }
    }
}
