package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        Iterable<Sarif.Result> results = () -> IntStream.range(0, files.size())
                .boxed()
                .flatMap(i -> results(files.get(i), i))
                .iterator();
        Sarif.Run run = new Sarif.Run(
                new Sarif.Tool(new Sarif.Driver(
                        "indicators",
                        PrintableText.text(settings.version()),
                        rules.keySet().stream().map(this::described).toList())),
                List.of(new Sarif.Invocation(true, remarks(files))),
                settings.language().tag(),
                files.stream().map(SarifReport::artifact).toList(),
                results);
        JsonFiles.write(new Sarif.Log(SCHEMA, "2.1.0", List.of(run)), out);
    }

    private void rule(Finding finding) {
        rules.putIfAbsent(finding.code(), rules.size());
        severities.merge(finding.code(), finding.severity(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    private Sarif.Rule described(FindingCode code) {
        Message general = words.general(code);
        return new Sarif.Rule(
                code.value(),
                new Sarif.Text(general.title()),
                new Sarif.Text(general.text()),
                new Sarif.Text(general.action()),
                new Sarif.Configuration(level(severities.getOrDefault(code, Severity.WARNING))));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    /** Returns what is wrong with explanations, which concerns the run and not a delivery. */
    private List<Sarif.Notification> remarks(List<CheckedDelivery> files) {
        return files.stream()
                .flatMap(file -> file.explanations().remarks().kept().stream())
                .map(remark -> new Sarif.Notification(
                        level(remark.severity()),
                        new Sarif.Text(words.sourceOf(remark) + ": " + remark.code() + ": "
                                + words.message(remark).text())))
                .toList();
    }

    private static Sarif.Artifact artifact(CheckedDelivery file) {
        return new Sarif.Artifact(
                new Sarif.FileLocation(uri(file.name())),
                file.delivery().sha256().map(Sarif.Hashes::new));
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

    private Stream<Sarif.Result> results(CheckedDelivery file, int artifact) {
        Sarif.ArtifactLocation where = new Sarif.ArtifactLocation(uri(file.name()), artifact);
        return Stream.concat(
                file.open().folded().stream().map(fold -> open(fold, where)),
                file.explanations().explained().stream().map(warning -> suppressed(warning, where)));
    }

    private Sarif.Result open(FoldedFinding fold, Sarif.ArtifactLocation where) {
        String column = fold.column().orElse("");
        List<Long> rows = fold.rows().isEmpty() ? List.of(0L) : fold.rows();
        return result(
                fold.first(),
                words.text(fold),
                fold.count(),
                rows.stream().map(row -> location(where, row, column)).toList(),
                List.of(),
                properties(fold.first(), fold.value().isPresent()));
    }

    private Sarif.Result suppressed(AcceptedWarning warning, Sarif.ArtifactLocation where) {
        Finding finding = warning.finding();
        return result(
                finding,
                words.message(finding).text(),
                0,
                List.of(location(
                        where,
                        finding.location().row().orElse(0),
                        finding.location().column().orElse(""))),
                List.of(new Sarif.Suppression("external", "accepted", words.reason(warning.acceptance()))),
                properties(finding, true));
    }

    /** Returns a result; a count of zero is left out. */
    private Sarif.Result result(
            Finding finding,
            String text,
            long count,
            List<Sarif.Location> locations,
            List<Sarif.Suppression> suppressions,
            Sarif.Properties properties) {
        return new Sarif.Result(
                finding.code().value(),
                rules.getOrDefault(finding.code(), -1),
                level(finding.severity()),
                new Sarif.Text(text + " " + words.message(finding).action()),
                new Sarif.Fingerprints(Acceptance.fingerprint(finding)),
                count > 0 ? Optional.of(count) : Optional.empty(),
                locations,
                suppressions,
                properties);
    }

    private static Sarif.Location location(Sarif.ArtifactLocation where, long row, String column) {
        return new Sarif.Location(
                new Sarif.PhysicalLocation(where, row > 0 ? Optional.of(new Sarif.Region(row)) : Optional.empty()),
                column.isEmpty() ? Optional.empty() : Optional.of(new Sarif.Column(PrintableText.text(column))));
    }

    private static Sarif.Properties properties(Finding finding, boolean withValue) {
        return new Sarif.Properties(
                finding.value().filter(text -> withValue).map(PrintableText::text),
                finding.suggestions().stream().map(PrintableText::text).toList());
    }
}
