package nl.betekenisvolmeten.indicators.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Audience;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.SmallResults;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonResultsTest {

    private static final Location PLACE = Location.of("a.csv");
    private static final Finding UNKNOWN = new Finding(
            FindingCode.of("TF-V02"),
            Severity.ERROR,
            PLACE.withRow(7).withColumn("wijk"),
            Map.of("column", "wijk", Finding.VALUE, "WK05180"),
            List.of("WK051801", "WK051802"));
    private static final Finding NO_ROWS = Finding.of(FindingCode.of("TF-S05"), Severity.WARNING, PLACE);

    private static Map<String, @Nullable Object> reports(DeliveryReport... reports) throws IOException {
        StringWriter out = new StringWriter();
        JsonResults.writeReports(List.of(reports), "1.2.3", Language.EN, Audience.IT, out);
        return Parsed.object(Parsed.of(out.toString()));
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

    @Test
    void writeReports_findings_exactlyTheProperties() throws IOException {
        Map<String, @Nullable Object> all = reports(report(Findings.of(List.of(UNKNOWN, NO_ROWS))));

        assertThat(all.keySet()).containsExactly("tool", "version", "files");
        assertThat(all).containsEntry("tool", "indicators").containsEntry("version", "1.2.3");
        Map<String, @Nullable Object> file = Parsed.objects(all.get("files")).get(0);
        assertThat(file.keySet())
                .containsExactly(
                        "file",
                        "sha256",
                        "format",
                        "formatVersion",
                        "rows",
                        "rowsAccepted",
                        "errors",
                        "warnings",
                        "notes",
                        "truncated",
                        "findings");
        assertThat(file)
                .containsEntry("file", "a.csv")
                .containsEntry("sha256", "ab12")
                .containsEntry("format", "telformat-gebiedsgericht")
                .containsEntry("formatVersion", "2026.1")
                .containsEntry("rows", BigDecimal.valueOf(12))
                .containsEntry("rowsAccepted", BigDecimal.valueOf(11))
                .containsEntry("errors", BigDecimal.ONE)
                .containsEntry("warnings", BigDecimal.ONE)
                .containsEntry("notes", BigDecimal.ZERO)
                .containsEntry("truncated", false);
    }

    @Test
    void writeReports_aFinding_itsPlaceValueAndSuggestions() throws IOException {
        Map<String, @Nullable Object> file = Parsed.objects(
                        reports(report(Findings.of(List.of(UNKNOWN)))).get("files"))
                .get(0);

        Map<String, @Nullable Object> finding =
                Parsed.objects(file.get("findings")).get(0);
        assertThat(finding.keySet())
                .containsExactly("code", "severity", "row", "column", "value", "message", "suggestions");
        assertThat(finding)
                .containsEntry("code", "TF-V02")
                .containsEntry("severity", "error")
                .containsEntry("row", BigDecimal.valueOf(7))
                .containsEntry("column", "wijk")
                .containsEntry("value", "WK05180")
                .containsEntry("message", "The value ‘WK05180’ does not occur in the code list of column wijk.")
                .containsEntry("suggestions", List.of("WK051801", "WK051802"));
    }

    @Test
    void writeReports_nothingKnown_nulls() throws IOException {
        DeliveryReport unread =
                new DeliveryReport("b.csv", Optional.empty(), Optional.empty(), 0, 0, Findings.of(List.of(NO_ROWS)));
        Map<String, @Nullable Object> file =
                Parsed.objects(reports(unread).get("files")).get(0);

        assertThat(file)
                .containsEntry("sha256", null)
                .containsEntry("format", null)
                .containsEntry("formatVersion", null);
        assertThat(Parsed.objects(file.get("findings")).get(0))
                .containsEntry("row", null)
                .containsEntry("column", null)
                .containsEntry("value", null)
                .containsEntry("suggestions", List.of());
    }

    @Test
    void writeReports_personalValue_isNotEchoed() throws IOException {
        Finding personal = Finding.of(
                FindingCode.of("TF-P01"),
                Severity.ERROR,
                PLACE.withRow(2).withColumn("activiteit"),
                Map.of("column", "activiteit", "kinds", "email", Finding.VALUE, "mail jan@voorbeeld.nl"));
        StringWriter out = new StringWriter();
        JsonResults.writeReports(List.of(report(Findings.of(List.of(personal)))), "1", Language.NL, Audience.IT, out);

        assertThat(out.toString()).doesNotContain("jan@voorbeeld.nl").contains("TF-P01");
    }

    @Test
    void writeReports_moreThanKept_countedAndTruncated() throws IOException {
        FindingCollector collector = FindingCollector.of(1);
        collector.add(UNKNOWN);
        collector.add(UNKNOWN);
        Map<String, @Nullable Object> file = Parsed.objects(
                        reports(report(collector.toFindings())).get("files"))
                .get(0);

        assertThat(file).containsEntry("errors", BigDecimal.valueOf(2)).containsEntry("truncated", true);
        assertThat(Parsed.objects(file.get("findings"))).hasSize(1);
    }

    @Test
    void write_totals_boundsAndNulls() throws IOException {
        StringWriter out = new StringWriter();
        JsonResults.write(SmallResults.totals(), out);
        List<Map<String, @Nullable Object>> rows = Parsed.objects(Parsed.of(out.toString()));

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).keySet()).containsExactly("activiteit", "uren", "rows", "organisations", "coverage");
        assertThat(rows.get(0))
                .containsEntry("activiteit", "Taalcafé")
                .containsEntry("coverage", new BigDecimal("0.25"));
        assertThat(Parsed.object(rows.get(0).get("uren")))
                .containsEntry("value", new BigDecimal("12.5"))
                .containsEntry("lower", new BigDecimal("12.5"))
                .containsEntry("upper", new BigDecimal("12.5"))
                .containsEntry("status", "exact");
        assertThat(Parsed.object(rows.get(1).get("uren")))
                .containsEntry("value", null)
                .containsEntry("lower", BigDecimal.TEN)
                .containsEntry("upper", BigDecimal.valueOf(35))
                .containsEntry("status", "between");
        assertThat(Parsed.object(rows.get(2).get("uren")))
                .containsEntry("value", null)
                .containsEntry("lower", null)
                .containsEntry("upper", null)
                .containsEntry("status", "missing");
        assertThat(rows.get(3)).containsEntry("organisations", null).containsEntry("coverage", null);
    }

    @Test
    void writeComparison_rows_asTheCsv() throws IOException {
        StringWriter out = new StringWriter();
        JsonResults.writeComparison(SmallResults.comparison(), out);
        List<Map<String, @Nullable Object>> rows = Parsed.objects(Parsed.of(out.toString()));

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0))
                .containsEntry("area_code", "SD9999-OOST")
                .containsEntry("numerator", BigDecimal.valueOf(7))
                .containsEntry("per", BigDecimal.valueOf(1000))
                .containsEntry("value", new BigDecimal("3.5"))
                .containsEntry("lower", new BigDecimal("1.25"))
                .containsEntry("confidence", new BigDecimal("0.95"))
                .containsEntry("p_value", new BigDecimal("1.5E-9"))
                .containsEntry("rank_lower", BigDecimal.valueOf(2))
                .containsEntry("rank_upper", BigDecimal.valueOf(3))
                .containsEntry("reference", "rest")
                .containsEntry("reference_value", new BigDecimal("9"))
                .containsEntry("inference", "super-population")
                .containsEntry("crude", new BigDecimal("3.5"))
                .containsKey("change")
                .containsEntry("verdict", "worse")
                .containsEntry("funnel", "low")
                .containsEntry("coverage", new BigDecimal("0.25"));
        assertThat(rows.get(1))
                .containsEntry("area", "West; \"nieuw\"")
                .containsEntry("numerator", null)
                .containsEntry("numerator_lower", BigDecimal.valueOf(25))
                .containsEntry("numerator_upper", BigDecimal.valueOf(45))
                .containsEntry("value", null)
                .containsEntry("p_value", null)
                .containsEntry("p_adjusted", null)
                .containsEntry("verdict", "not_decided")
                .containsEntry("change", null)
                .containsEntry("difference", null)
                .containsEntry("rank_lower", null)
                .containsEntry("funnel", null);
        assertThat(rows.get(3))
                .containsEntry("denominator", null)
                .containsEntry("city_value", null)
                .containsEntry("lower", null)
                .containsEntry("coverage", null)
                .containsEntry("status", "refused");
    }

    @Test
    void write_writer_isNotClosed() throws IOException {
        boolean[] closed = {false};
        StringWriter out = new StringWriter() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        JsonResults.write(SmallResults.totals(), out);
        JsonResults.writeComparison(SmallResults.comparison(), out);

        assertThat(closed[0]).isFalse();
        assertThat(out.toString()).endsWith("]\n");
    }
}
