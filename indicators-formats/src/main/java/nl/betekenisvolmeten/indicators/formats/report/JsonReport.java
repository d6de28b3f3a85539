package nl.betekenisvolmeten.indicators.formats.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.finding.Acceptances.AcceptedWarning;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery.QualityStatement;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** The report as JSON: the findings as they were found, and beside them what was made of them. */
final class JsonReport {

    private static final JsonFactory JSON = new JsonFactory();

    private final ReportSettings settings;

    JsonReport(ReportSettings settings) {
        this.settings = settings;
    }

    /** A generator that leaves the writer open. */
    static JsonGenerator generator(Writer out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        return json.useDefaultPrettyPrinter();
    }

    void write(List<CheckedDelivery> files, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeStringField("tool", "indicators");
            json.writeStringField("version", settings.version());
            json.writeArrayFieldStart("files");
            for (CheckedDelivery file : files) {
                write(json, file);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw("\n");
        }
    }

    private void write(JsonGenerator json, CheckedDelivery file) throws IOException {
        json.writeStartObject();
        writeHead(json, file);
        DeliveryReport report = file.delivery();
        writeFindings(json, "findings", report.findings());
        json.writeArrayFieldStart("folded");
        for (FoldedFinding fold : report.findings().folded()) {
            write(json, fold);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("explained");
        for (AcceptedWarning warning : file.explanations().explained()) {
            write(json, warning);
        }
        json.writeEndArray();
        writeFindings(json, "explanationFindings", file.explanations().remarks());
        write(json, file.quality());
        json.writeStringField("kind", file.kind().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private static void writeHead(JsonGenerator json, CheckedDelivery file) throws IOException {
        DeliveryReport report = file.delivery();
        json.writeStringField("file", file.name());
        writeText(json, "sha256", report.sha256());
        writeText(json, "format", report.format().map(FormatId::name));
        writeText(json, "formatVersion", report.format().map(FormatId::version));
        json.writeNumberField("rows", report.rows());
        json.writeNumberField("rowsAccepted", report.rowsAccepted());
        json.writeNumberField("errors", report.findings().count(Severity.ERROR));
        json.writeNumberField("warnings", report.findings().count(Severity.WARNING));
        json.writeNumberField("notes", report.findings().count(Severity.NOTE));
        json.writeBooleanField("truncated", report.findings().truncated());
    }

    private void writeFindings(JsonGenerator json, String name, Findings findings) throws IOException {
        json.writeArrayFieldStart(name);
        for (Finding finding : findings.kept()) {
            write(json, finding);
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", finding.code().value());
        json.writeStringField("severity", severity(finding.severity()));
        writeRow(json, finding.location().row());
        writeText(json, "column", finding.location().column());
        writeText(json, "value", finding.value());
        json.writeStringField(
                "message",
                settings.catalogue()
                        .message(finding, settings.language(), settings.audience())
                        .text());
        json.writeArrayFieldStart("suggestions");
        for (String suggestion : finding.suggestions()) {
            json.writeString(suggestion);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FoldedFinding fold) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", fold.code().value());
        json.writeStringField("severity", severity(fold.severity()));
        writeText(json, "column", fold.column());
        writeText(json, "value", fold.value());
        json.writeNumberField("count", fold.count());
        json.writeArrayFieldStart("rows");
        for (long row : fold.rows()) {
            json.writeNumber(row);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, AcceptedWarning warning) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", warning.finding().code().value());
        writeRow(json, warning.finding().location().row());
        writeText(json, "column", warning.finding().location().column());
        writeText(json, "value", warning.finding().value());
        json.writeStringField("reason", warning.acceptance().reason());
        json.writeStringField("role", warning.acceptance().role().name().toLowerCase(Locale.ROOT));
        json.writeStringField("date", warning.acceptance().date().toString());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, QualityStatement quality) throws IOException {
        json.writeObjectFieldStart("quality");
        json.writeNumberField("rows", quality.rows());
        json.writeNumberField("rowsAccepted", quality.rowsAccepted());
        json.writeNumberField("errors", quality.errors());
        json.writeNumberField("warningsOpen", quality.warningsOpen());
        json.writeNumberField("warningsExplained", quality.explained().size());
        json.writeNumberField("notes", quality.notes());
        writeCodes(json, "checked", quality.checked());
        writeCodes(json, "partlyChecked", quality.partlyChecked());
        writeCodes(json, "notChecked", quality.notChecked());
        writeCodes(json, "limits", quality.limits());
        json.writeEndObject();
    }

    private static void writeCodes(JsonGenerator json, String name, Collection<FindingCode> codes) throws IOException {
        json.writeArrayFieldStart(name);
        for (FindingCode code : codes) {
            json.writeString(code.value());
        }
        json.writeEndArray();
    }

    private static String severity(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static void writeRow(JsonGenerator json, OptionalLong row) throws IOException {
        if (row.isPresent()) {
            json.writeNumberField("row", row.getAsLong());
        } else {
            json.writeNullField("row");
        }
    }

    private static void writeText(JsonGenerator json, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        } else {
            json.writeNullField(name);
        }
    }
}
