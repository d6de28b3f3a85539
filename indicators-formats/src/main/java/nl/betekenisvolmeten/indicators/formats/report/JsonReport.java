package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Acceptances.AcceptedWarning;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.FindingJson;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery.QualityStatement;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** The report as JSON: the findings as they were found, and what was made of them. */
record JsonReport(ReportKind.Settings settings) {

    void write(List<CheckedDelivery> files, Writer out) throws IOException {
        Iterable<JsonObject> all = () -> files.stream().map(this::file).iterator();
        JsonFiles.write(
                JsonObject.of("tool", "indicators")
                        .with("version", settings.version())
                        .with("files", all),
                out);
    }

    private JsonObject file(CheckedDelivery file) {
        DeliveryReport report = file.delivery();
        Findings findings = report.findings();
        return JsonObject.of("file", file.name())
                .with("sha256", report.sha256())
                .with("format", report.format().map(FormatId::name))
                .with("format_version", report.format().map(FormatId::version))
                .with("rows", report.rows())
                .with("rows_accepted", report.rowsAccepted())
                .with("errors", findings.count(Severity.ERROR))
                .with("warnings", findings.count(Severity.WARNING))
                .with("notes", findings.count(Severity.NOTE))
                .with("truncated", findings.truncated())
                .with("findings", all(findings))
                .with(
                        "folded",
                        findings.folded().stream().map(JsonReport::folded).toList())
                .with(
                        "explained",
                        file.explanations().explained().stream()
                                .map(JsonReport::explained)
                                .toList())
                .with("explanation_findings", all(file.explanations().remarks()))
                .with("quality", quality(file.quality()))
                .with("kind", file.kind());
    }

    private Iterable<JsonObject> all(Findings findings) {
        return () -> findings.kept().stream()
                .map(finding -> FindingJson.of(
                        finding,
                        settings.catalogue()
                                .message(finding, settings.language(), settings.audience())
                                .text()))
                .iterator();
    }

    /** Returns findings with one cause. */
    private static JsonObject folded(FoldedFinding fold) {
        return JsonObject.of("code", fold.code())
                .with("severity", fold.severity())
                .with("column", fold.column())
                .with("value", fold.value())
                .with("count", fold.count())
                .with("rows", fold.rows());
    }

    /** Returns a warning that somebody explained. */
    private static JsonObject explained(AcceptedWarning warning) {
        return JsonObject.of("code", warning.finding().code())
                .with("row", warning.finding().location().row().stream().boxed().findFirst())
                .with("column", warning.finding().location().column())
                .with("value", warning.finding().value())
                .with("reason", warning.acceptance().reason())
                .with("role", warning.acceptance().role())
                .with("date", warning.acceptance().date().toString());
    }

    /** Returns what is known of the quality of a file. */
    private static JsonObject quality(QualityStatement quality) {
        return JsonObject.of("rows", quality.rows())
                .with("rows_accepted", quality.rowsAccepted())
                .with("errors", quality.errors())
                .with("warnings_open", quality.warningsOpen())
                .with("warnings_explained", quality.explained().size())
                .with("notes", quality.notes())
                .with("checked", quality.checked())
                .with("partly_checked", quality.partlyChecked())
                .with("not_checked", quality.notChecked())
                .with("limits", quality.limits());
    }
}
