package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Acceptances.AcceptedWarning;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.FindingJson;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery.QualityStatement;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** The report as JSON: the findings as they were found, and what was made of them. */
record JsonReport(ReportKind.Settings settings) {

    void write(List<CheckedDelivery> files, Writer out) throws IOException {
        Iterable<FileJson> all = () -> files.stream().map(this::file).iterator();
        JsonFiles.write(new ReportJson("indicators", settings.version(), all), out);
    }

    private FileJson file(CheckedDelivery file) {
        DeliveryReport report = file.delivery();
        Findings findings = report.findings();
        return new FileJson(
                file.name(),
                report.sha256(),
                report.format().map(FormatId::name),
                report.format().map(FormatId::version),
                report.rows(),
                report.rowsAccepted(),
                findings.count(Severity.ERROR),
                findings.count(Severity.WARNING),
                findings.count(Severity.NOTE),
                findings.truncated(),
                all(findings),
                findings.folded().stream().map(FoldedJson::of).toList(),
                file.explanations().explained().stream().map(ExplainedJson::of).toList(),
                all(file.explanations().remarks()),
                QualityJson.of(file.quality()),
                file.kind());
    }

    private Iterable<FindingJson> all(Findings findings) {
        return () -> findings.kept().stream()
                .map(finding -> FindingJson.of(
                        finding,
                        settings.catalogue()
                                .message(finding, settings.language(), settings.audience())
                                .text()))
                .iterator();
    }

    private record ReportJson(String tool, String version, Iterable<FileJson> files) {}

    /** What was found in a file. */
    private record FileJson(
            String file,
            Optional<String> sha256,
            Optional<String> format,
            Optional<String> formatVersion,
            long rows,
            long rowsAccepted,
            long errors,
            long warnings,
            long notes,
            boolean truncated,
            Iterable<FindingJson> findings,
            List<FoldedJson> folded,
            List<ExplainedJson> explained,
            Iterable<FindingJson> explanationFindings,
            QualityJson quality,
            CheckedDelivery.Kind kind) {}

    /** Findings with one cause. */
    record FoldedJson(
            FindingCode code,
            Severity severity,
            Optional<String> column,
            Optional<String> value,
            long count,
            List<Long> rows) {

        static FoldedJson of(FoldedFinding fold) {
            return new FoldedJson(fold.code(), fold.severity(), fold.column(), fold.value(), fold.count(), fold.rows());
        }
    }

    /** A warning that somebody explained. */
    private record ExplainedJson(
            FindingCode code,
            Optional<Long> row,
            Optional<String> column,
            Optional<String> value,
            String reason,
            Audience role,
            String date) {

        static ExplainedJson of(AcceptedWarning warning) {
            return new ExplainedJson(
                    warning.finding().code(),
                    warning.finding().location().row().stream().boxed().findFirst(),
                    warning.finding().location().column(),
                    warning.finding().value(),
                    warning.acceptance().reason(),
                    warning.acceptance().role(),
                    warning.acceptance().date().toString());
        }
    }

    /** What is known of the quality of a file. */
    private record QualityJson(
            long rows,
            long rowsAccepted,
            long errors,
            long warningsOpen,
            long warningsExplained,
            long notes,
            Set<FindingCode> checked,
            Set<FindingCode> partlyChecked,
            Set<FindingCode> notChecked,
            Set<FindingCode> limits) {

        static QualityJson of(QualityStatement quality) {
            return new QualityJson(
                    quality.rows(),
                    quality.rowsAccepted(),
                    quality.errors(),
                    quality.warningsOpen(),
                    quality.explained().size(),
                    quality.notes(),
                    quality.checked(),
                    quality.partlyChecked(),
                    quality.notChecked(),
                    quality.limits());
        }
    }
}
