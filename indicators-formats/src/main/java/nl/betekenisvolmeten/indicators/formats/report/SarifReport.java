package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.finding.Acceptances.AcceptedWarning;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;

/**
 * The report as SARIF 2.1.0. A result is a cause: it has the number of its occurrences, and the first places. The start line
 * of a place is the row that a spreadsheet shows, which is the line unless a cell before it has several. Explained warnings
 * are suppressed results.
 */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** The characters that a URI contains as they are (RFC 3986, section 2.3). */
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private final ReportKind.Settings settings;
    private final Words words;
    private final Map<FindingCode, Integer> rules = new LinkedHashMap<>();
    private final Map<FindingCode, Severity> severities = new LinkedHashMap<>();

    SarifReport(ReportKind.Settings settings) {
        this.settings = settings;
        words = new Words(settings);
    }

    void write(List<CheckedDelivery> files, Writer out) throws IOException {
        for (CheckedDelivery file : files) {
            file.delivery().findings().folded().forEach(fold -> rule(fold.first()));
        }
        Iterable<JsonObject> results = () -> IntStream.range(0, files.size())
                .boxed()
                .flatMap(i -> results(files.get(i), i))
                .iterator();
        JsonObject driver = JsonObject.of("name", "indicators")
                .with("version", PrintableText.text(settings.version()))
                .with("rules", rules.keySet().stream().map(this::described).toList());
        JsonObject run = JsonObject.of("tool", JsonObject.of("driver", driver))
                .with(
                        "invocations",
                        List.of(JsonObject.of("executionSuccessful", true)
                                .with("toolConfigurationNotifications", remarks(files))))
                .with("language", settings.language().tag())
                .with("artifacts", files.stream().map(SarifReport::artifact).toList())
                .with("results", results);
        JsonFiles.write(
                JsonObject.of("$schema", SCHEMA).with("version", "2.1.0").with("runs", List.of(run)), out);
    }

    private void rule(Finding finding) {
        rules.putIfAbsent(finding.code(), rules.size());
        severities.merge(finding.code(), finding.severity(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    private JsonObject described(FindingCode code) {
        Message general = words.general(code);
        return JsonObject.of("id", code.value())
                .with("shortDescription", text(general.title()))
                .with("fullDescription", text(general.text()))
                .with("help", text(general.action()))
                .with(
                        "defaultConfiguration",
                        JsonObject.of("level", level(severities.getOrDefault(code, Severity.WARNING))));
    }

    private static JsonObject text(String text) {
        return JsonObject.of("text", text);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    /** Returns what is wrong with explanations, which concerns the run and not a delivery. */
    private List<JsonObject> remarks(List<CheckedDelivery> files) {
        return files.stream()
                .flatMap(file -> file.explanations().remarks().kept().stream())
                .map(remark -> JsonObject.of("level", level(remark.severity()))
                        .with(
                                "message",
                                text(words.sourceOf(remark) + ": " + remark.code() + ": "
                                        + words.message(remark).text())))
                .toList();
    }

    private static JsonObject artifact(CheckedDelivery file) {
        return JsonObject.of("location", JsonObject.of("uri", uri(file.name())))
                .withGiven(
                        "hashes",
                        file.delivery()
                                .sha256()
                                .map(hash -> JsonObject.of("sha-256", hash))
                                .orElse(null));
    }

    /** Returns a file name as a relative reference, escaped so that it is never taken for a scheme or a path. */
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

    private Stream<JsonObject> results(CheckedDelivery file, int artifact) {
        JsonObject where = JsonObject.of("uri", uri(file.name())).with("index", artifact);
        return Stream.concat(
                file.open().folded().stream().map(fold -> open(fold, where)),
                file.explanations().explained().stream().map(warning -> suppressed(warning, where)));
    }

    private JsonObject open(FoldedFinding fold, JsonObject where) {
        String column = fold.column().orElse("");
        List<Long> rows = fold.rows().isEmpty() ? List.of(0L) : fold.rows();
        return result(fold.first(), words.text(fold))
                .with("occurrenceCount", fold.count())
                .with(
                        "locations",
                        rows.stream().map(row -> location(where, row, column)).toList())
                .with("properties", properties(fold.first(), fold.value().isPresent()));
    }

    private JsonObject suppressed(AcceptedWarning warning, JsonObject where) {
        Finding finding = warning.finding();
        JsonObject location = location(
                where,
                finding.location().row().orElse(0),
                finding.location().column().orElse(""));
        JsonObject suppression = JsonObject.of("kind", "external")
                .with("status", "accepted")
                .with("justification", words.reason(warning.acceptance()));
        return result(finding, words.message(finding).text())
                .with("locations", List.of(location))
                .with("suppressions", List.of(suppression))
                .with("properties", properties(finding, true));
    }

    private JsonObject result(Finding finding, String text) {
        return JsonObject.of("ruleId", finding.code().value())
                .with("ruleIndex", rules.getOrDefault(finding.code(), -1))
                .with("level", level(finding.severity()))
                .with("message", text(text + " " + words.message(finding).action()))
                .with("partialFingerprints", JsonObject.of("found/v1", Acceptance.fingerprint(finding)));
    }

    private static JsonObject location(JsonObject where, long row, String column) {
        JsonObject place = JsonObject.of("artifactLocation", where);
        if (row > 0) {
            place.put("region", JsonObject.of("startLine", row));
        }
        JsonObject location = JsonObject.of("physicalLocation", place);
        return column.isEmpty()
                ? location
                : location.with("properties", JsonObject.of("column", PrintableText.text(column)));
    }

    private static JsonObject properties(Finding finding, boolean withValue) {
        return new JsonObject()
                .withGiven(
                        "value",
                        finding.value()
                                .filter(text -> withValue)
                                .map(PrintableText::text)
                                .orElse(null))
                .with(
                        "suggestions",
                        finding.suggestions().stream().map(PrintableText::text).toList());
    }
}
