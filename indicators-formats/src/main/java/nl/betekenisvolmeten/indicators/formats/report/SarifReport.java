package nl.betekenisvolmeten.indicators.formats.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.finding.Acceptances.AcceptedWarning;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.finding.Severity;

/**
 * The report as SARIF 2.1.0. A result is a cause: it has the number of its occurrences, and the first places. The start line
 * of a place is the row that a spreadsheet shows, which is the line unless a cell before it has several. Explained warnings
 * are suppressed results.
 */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** What stands in a URI as it is (RFC 3986, section 2.3). */
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private final ReportSettings settings;
    private final Words words;
    private final Map<FindingCode, Integer> rules = new LinkedHashMap<>();
    private final Map<FindingCode, Severity> severities = new LinkedHashMap<>();

    SarifReport(ReportSettings settings) {
        this.settings = settings;
        words = new Words(settings);
    }

    void write(List<CheckedDelivery> files, Writer out) throws IOException {
        for (CheckedDelivery file : files) {
            file.delivery().findings().folded().forEach(fold -> rule(fold.first()));
        }
        try (JsonGenerator json = JsonReport.generator(out)) {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(json);
            invocation(json, files);
            json.writeStringField("language", settings.language().tag());
            artifacts(json, files);
            json.writeArrayFieldStart("results");
            for (int i = 0; i < files.size(); i++) {
                results(json, files.get(i), i);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw("\n");
        }
    }

    private void rule(Finding finding) {
        rules.putIfAbsent(finding.code(), rules.size());
        severities.merge(finding.code(), finding.severity(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    private void tool(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "indicators");
        json.writeStringField("version", PrintableText.text(settings.version()));
        json.writeArrayFieldStart("rules");
        for (FindingCode code : rules.keySet()) {
            Message general = words.general(code);
            json.writeStartObject();
            json.writeStringField("id", code.value());
            text(json, "shortDescription", general.title());
            text(json, "fullDescription", general.text());
            text(json, "help", general.action());
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(severities.getOrDefault(code, Severity.WARNING)));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    /** What is wrong with explanations is about the run, not about a delivery. */
    private void invocation(JsonGenerator json, List<CheckedDelivery> files) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        json.writeArrayFieldStart("toolConfigurationNotifications");
        for (CheckedDelivery file : files) {
            for (Finding remark : file.explanations().remarks().kept()) {
                Message message = words.message(remark);
                json.writeStartObject();
                json.writeStringField("level", level(remark.severity()));
                text(json, "message", words.sourceOf(remark) + ": " + remark.code() + ": " + message.text());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void artifacts(JsonGenerator json, List<CheckedDelivery> files) throws IOException {
        json.writeArrayFieldStart("artifacts");
        for (CheckedDelivery file : files) {
            json.writeStartObject();
            json.writeObjectFieldStart("location");
            json.writeStringField("uri", uri(file.name()));
            json.writeEndObject();
            if (file.delivery().sha256().isPresent()) {
                json.writeObjectFieldStart("hashes");
                json.writeStringField("sha-256", file.delivery().sha256().get());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A file name as a relative reference: escaped, and never taken for a scheme or a path. */
    static String uri(String name) {
        StringBuilder uri = new StringBuilder();
        for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xFF);
            if (UNRESERVED.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return uri.isEmpty() ? "." : uri.toString();
    }

    private void results(JsonGenerator json, CheckedDelivery file, int artifact) throws IOException {
        for (FoldedFinding fold : file.open().folded()) {
            json.writeStartObject();
            result(json, fold.first(), words.text(fold));
            json.writeNumberField("occurrenceCount", fold.count());
            json.writeArrayFieldStart("locations");
            List<Long> rows = new ArrayList<>(fold.rows());
            if (rows.isEmpty()) {
                location(json, file, artifact, 0, fold.column().orElse(""));
            }
            for (long row : rows) {
                location(json, file, artifact, row, fold.column().orElse(""));
            }
            json.writeEndArray();
            properties(json, fold.first(), fold.value().isPresent());
            json.writeEndObject();
        }
        for (AcceptedWarning warning : file.explanations().explained()) {
            suppressed(json, file, artifact, warning);
        }
    }

    private void result(JsonGenerator json, Finding finding, String text) throws IOException {
        json.writeStringField("ruleId", finding.code().value());
        json.writeNumberField("ruleIndex", rules.getOrDefault(finding.code(), -1));
        json.writeStringField("level", level(finding.severity()));
        text(json, "message", text + " " + words.message(finding).action());
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("found/v1", Acceptance.fingerprint(finding));
        json.writeEndObject();
    }

    private void suppressed(JsonGenerator json, CheckedDelivery file, int artifact, AcceptedWarning warning)
            throws IOException {
        Finding finding = warning.finding();
        json.writeStartObject();
        result(json, finding, words.message(finding).text());
        json.writeArrayFieldStart("locations");
        location(
                json,
                file,
                artifact,
                finding.location().row().orElse(0),
                finding.location().column().orElse(""));
        json.writeEndArray();
        json.writeArrayFieldStart("suppressions");
        json.writeStartObject();
        json.writeStringField("kind", "external");
        json.writeStringField("status", "accepted");
        json.writeStringField("justification", words.reason(warning.acceptance()));
        json.writeEndObject();
        json.writeEndArray();
        properties(json, finding, true);
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, CheckedDelivery file, int artifact, long row, String column)
            throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(file.name()));
        json.writeNumberField("index", artifact);
        json.writeEndObject();
        if (row > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", row);
            json.writeEndObject();
        }
        json.writeEndObject();
        if (!column.isEmpty()) {
            json.writeObjectFieldStart("properties");
            json.writeStringField("column", PrintableText.text(column));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void properties(JsonGenerator json, Finding finding, boolean withValue) throws IOException {
        json.writeObjectFieldStart("properties");
        if (withValue && finding.value().isPresent()) {
            json.writeStringField("value", PrintableText.text(finding.value().get()));
        }
        json.writeArrayFieldStart("suggestions");
        for (String suggestion : finding.suggestions()) {
            json.writeString(PrintableText.text(suggestion));
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
