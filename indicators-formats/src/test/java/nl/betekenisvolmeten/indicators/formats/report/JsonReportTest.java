package nl.betekenisvolmeten.indicators.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    private static final Location PLACE = Location.of("a.csv");
    private static final Finding UNKNOWN = new Finding(
            FindingCode.of("TF-V02"),
            Severity.ERROR,
            PLACE.withRow(7).withColumn("wijk"),
            Map.of("column", "wijk", Finding.VALUE, "WK05180"),
            List.of("WK051801", "WK051802"));
    private static final Finding NO_ROWS = Finding.of(FindingCode.of("TF-S05"), Severity.WARNING, PLACE);

    private static JsonNode all(DeliveryReport report) throws IOException {
        return new ObjectMapper()
                .readTree(Reports.write(
                        ReportKind.JSON,
                        ReportKind.Settings.of("1.2.3", Language.EN, Audience.IT),
                        CheckedDelivery.of(report, Definitions.bundled())));
    }

    private static JsonNode file(Findings findings) throws IOException {
        return all(report(findings)).at("/files/0");
    }

    private static DeliveryReport report(Findings findings) {
        return new DeliveryReport(
                "a.csv",
                Optional.of("ab12"),
                Optional.of(FormatId.of("telformat-gebiedsgericht", "2026.1")),
                12,
                11,
                findings);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void write_findings_thePropertiesOfTheContractAndThoseBeside() throws IOException {
        JsonNode all = all(report(Findings.of(List.of(UNKNOWN, NO_ROWS))));
        assertThat(names(all)).containsExactly("tool", "version", "files");
        assertThat(all.path("tool").asText()).isEqualTo("indicators");
        assertThat(all.path("version").asText()).isEqualTo("1.2.3");
        JsonNode file = all.at("/files/0");
        assertThat(names(file))
                .containsExactly(
                        "file",
                        "sha256",
                        "format",
                        "format_version",
                        "rows",
                        "rows_accepted",
                        "errors",
                        "warnings",
                        "notes",
                        "truncated",
                        "findings",
                        "folded",
                        "explained",
                        "explanation_findings",
                        "quality",
                        "kind");
        assertThat(file.path("file").asText()).isEqualTo("a.csv");
        assertThat(file.path("sha256").asText()).isEqualTo("ab12");
        assertThat(file.path("format").asText()).isEqualTo("telformat-gebiedsgericht");
        assertThat(file.path("format_version").asText()).isEqualTo("2026.1");
        assertThat(file.path("rows").asInt()).isEqualTo(12);
        assertThat(file.path("rows_accepted").asInt()).isEqualTo(11);
        assertThat(file.path("errors").asInt()).isEqualTo(1);
        assertThat(file.path("warnings").asInt()).isEqualTo(1);
        assertThat(file.path("notes").isInt()).isTrue();
        assertThat(file.path("truncated").isBoolean()).isTrue();
    }

    @Test
    void write_aFinding_itsPlaceValueAndSuggestions() throws IOException {
        JsonNode finding = file(Findings.of(List.of(UNKNOWN))).at("/findings/0");
        assertThat(names(finding))
                .containsExactly("code", "severity", "row", "column", "value", "message", "suggestions");
        assertThat(finding.toString())
                .isEqualTo("{\"code\":\"TF-V02\",\"severity\":\"error\",\"row\":7,\"column\":\"wijk\","
                        + "\"value\":\"WK05180\","
                        + "\"message\":\"The value ‘WK05180’ does not occur in the code list of column wijk.\","
                        + "\"suggestions\":[\"WK051801\",\"WK051802\"]}");
    }

    @Test
    void write_foldedFindings_haveTheirCountAndFirstRows() throws IOException {
        Findings.Collector collector = Findings.Collector.of(1);
        collector.add(UNKNOWN);
        collector.add(UNKNOWN.withLocation(PLACE.withRow(9).withColumn("wijk")));
        JsonNode file = file(collector.toFindings());
        assertThat(file.path("errors").asInt()).isEqualTo(2);
        assertThat(file.path("truncated").asBoolean()).isTrue();
        assertThat(file.path("findings")).hasSize(1);
        assertThat(file.path("folded").toString())
                .isEqualTo("[{\"code\":\"TF-V02\",\"severity\":\"error\",\"column\":\"wijk\","
                        + "\"value\":\"WK05180\",\"count\":2,\"rows\":[7,9]}]");
    }

    @Test
    void write_nothingKnown_nulls() throws IOException {
        JsonNode file = all(new DeliveryReport(
                        "b.csv", Optional.empty(), Optional.empty(), 0, 0, Findings.of(List.of(NO_ROWS))))
                .at("/files/0");
        for (String name : List.of("sha256", "format", "format_version")) {
            assertThat(file.get(name).isNull()).as(name).isTrue();
        }
        for (String name : List.of("row", "column", "value")) {
            assertThat(file.at("/findings/0").get(name).isNull()).as(name).isTrue();
        }
        assertThat(file.at("/findings/0/suggestions")).isEmpty();
    }

    @Test
    void write_personalValue_isNotEchoed() throws IOException {
        Finding personal = Finding.of(
                FindingCode.of("TF-P01"),
                Severity.ERROR,
                PLACE.withRow(2).withColumn("activiteit"),
                Map.of("column", "activiteit", "kinds", "email", Finding.VALUE, "mail jan@voorbeeld.nl"));
        assertThat(file(Findings.of(List.of(personal))).toString())
                .doesNotContain("jan@voorbeeld.nl")
                .contains("TF-P01");
    }
}
