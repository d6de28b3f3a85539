package nl.betekenisvolmeten.indicators.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class ReportKindTest {

    private static final ReportKind.Settings ENGLISH = ReportKind.Settings.of("1.0", Language.EN, Audience.CLERK);

    private static final List<String> TAGS = List.of(
            "html body header h1 h2 h3 h4 p nav ul ol li a main article section span strong dl dt dd table caption thead tbody tr th td bdi footer"
                    .split(" "));

    /** Deliveries of every sort: good, faulty, unreadable, of no known form, and with texts that mean harm. */
    private static final CheckedDelivery[] ALL = all();

    private static CheckedDelivery[] all() {
        List<CheckedDelivery> all = new ArrayList<>(List.of(
                Reports.check("goed.csv", Reports.good()),
                Reports.planted(),
                Reports.check("leeg.csv", ""),
                Reports.check("a:b/c d.csv", "naam;plaats\nx;y\n"),
                Reports.check("kapot.csv", Reports.good() + "\"open\n"),
                Reports.check("toelichting-stuk.csv", Reports.good(), "{\"explanations\": [{\"reason\": \"x\"}]}")));
        hostile().forEach(text -> all.add(Reports.check("<b>'\"&\u202E\u0007\uD800.csv", delivery(text))));
        return all.toArray(CheckedDelivery[]::new);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "' onmouseover='alert(1)",
                "]]><!--<x>-->&lt;&#0;&unknown;",
                "</style><style>*{display:none}",
                "</system-out></failure>",
                "{0} {value} ${jndi:ldap://x} %s",
                "a\u0001b\u0008c\u001B[31md\u007Fe\u0085f",
                "\u202Etxt.exe\u202C \u2066x\u2069 \u200F\u200Ev\u200B",
                "half \uD83D en \uDE00, \uFFFE \uFFFF",
                "مقهى اللغة",
                "x".repeat(100_000),
                "<".repeat(100_000));
    }

    private static String delivery(String text) {
        String cell = '"' + text.replace("\"", "\"\"") + '"';
        return Reports.good()
                + Reports.text(cell, "40", "2", "20,5")
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow() + "\n"
                + Reports.text("ALLEN", cell, "0", "8")
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow() + "\n";
    }

    @ParameterizedTest
    @EnumSource
    void write_plantedFaults_asInTheGoldenFile(ReportKind kind) {
        assertThat(Reports.write(kind, Reports.DUTCH, Reports.planted()))
                .isEqualTo(Reports.golden("levering." + kind.extension()));
    }

    @Test
    void write_textInEnglishForTheMunicipality_asInTheGoldenFile() {
        assertThat(Reports.write(ReportKind.TEXT, ENGLISH, Reports.planted()))
                .isEqualTo(Reports.resource("levering-en-clerk.txt"));
    }

    @ParameterizedTest
    @EnumSource
    void write_everyAudienceAndLanguage_givesAReport(ReportKind kind) {
        for (Audience audience : Audience.values()) {
            for (Language language : Language.values()) {
                assertThat(Reports.write(kind, ReportKind.Settings.of("1.0", language, audience), ALL))
                        .isNotBlank()
                        .doesNotContain("MissingResource");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void write_codeOfAFormOfOnesOwn_isTold(ReportKind kind) {
        CheckedDelivery file = Reports.foreignCode();
        assertThat(file.delivery().findings().count(FindingCode.of("DH-R02"))).isEqualTo(1);
        assertThat(Reports.write(kind, Reports.DUTCH, file)).contains("regel DH-R02", "bezoeken: 1");
        assertThat(Reports.write(kind, ENGLISH, file)).contains("rule DH-R02", "bezoeken: 1");
    }

    @ParameterizedTest
    @EnumSource
    void write_writer_isNotClosed(ReportKind kind) throws IOException {
        boolean[] closed = {false};
        Writer out = new StringWriter() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        kind.write(List.of(Reports.planted()), Reports.DUTCH, out);
        assertThat(closed[0]).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void write_machinesLocale_playsNoPart(ReportKind kind) {
        String expected = Reports.write(kind, Reports.DUTCH, ALL);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Reports.write(kind, Reports.DUTCH, ALL)).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** A host may word findings its own way. */
    @ParameterizedTest
    @EnumSource
    void write_withOwnTexts_hasThese(ReportKind kind) {
        Map<String, String> own = Map.of("TF-V02.title", "Eigen titel", "TF-V02.text", "Eigen tekst over {value}");
        ReportKind.Settings settings =
                Reports.DUTCH.withCatalogue(MessageCatalogue.bundled().with(Language.NL, own));
        assertThat(Reports.write(kind, settings, Reports.planted())).containsAnyOf("Eigen titel", "Eigen tekst over");
        assertThat(Reports.write(kind, Reports.DUTCH, Reports.planted())).doesNotContain("Eigen t");
    }

    @Test
    void sarif_everySortOfDelivery_isValidByTheOfficialSchema() throws IOException {
        String schema;
        try (InputStream in =
                Objects.requireNonNull(ReportKindTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Schema official =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
        assertThat(official.validate("{\"version\": \"2.1.0\", \"runs\": [{}]}", InputFormat.JSON))
                .isNotEmpty();
        for (ReportKind.Settings settings : List.of(Reports.DUTCH, ENGLISH)) {
            assertThat(official.validate(Reports.write(ReportKind.SARIF, settings, ALL), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void sarif_planted_countsOccurrencesAndSuppressesWhatIsExplained() throws IOException {
        JsonNode run = json(Reports.write(ReportKind.SARIF, Reports.DUTCH, Reports.planted()))
                .at("/runs/0");
        JsonNode first = run.at("/results/0");
        assertThat(first.path("ruleId").asText()).isEqualTo("TF-V02");
        assertThat(first.path("level").asText()).isEqualTo("error");
        assertThat(first.path("occurrenceCount").asInt()).isEqualTo(6);
        assertThat(first.path("locations")).hasSize(5);
        assertThat(first.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(3);
        assertThat(first.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("levering.csv");
        assertThat(first.at("/locations/0/properties/column").asText()).isEqualTo("activiteitsoort");
        List<String> suppressed = new ArrayList<>();
        for (JsonNode result : run.path("results")) {
            JsonNode rule = run.path("tool")
                    .path("driver")
                    .path("rules")
                    .path(result.path("ruleIndex").asInt());
            assertThat(rule.path("id")).isEqualTo(result.path("ruleId"));
            assertThat(rule.at("/help/text").asText()).isNotBlank();
            if (result.has("suppressions")) {
                suppressed.add(result.path("ruleId").asText());
                assertThat(result.at("/suppressions/0/justification").asText()).contains("Toelichting van");
            }
        }
        assertThat(suppressed).containsExactly("TF-R06", "TF-W02");
    }

    @Test
    void sarif_fileName_isOnePathSegment() {
        assertThat(SarifReport.uri("a:b/c d%é.csv")).isEqualTo("a%3Ab%2Fc%20d%25%C3%A9.csv");
        assertThat(SarifReport.uri("")).isEqualTo(".");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void junit_everySortOfDelivery_isValidByTheSchema() throws Exception {
        javax.xml.validation.Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ReportKindTest.class.getResource("/cases/reports/junit.xsd"));
        String xml = Reports.write(ReportKind.JUNIT, Reports.DUTCH, ALL);
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        assertThat(xml).contains("‘مقهى اللغة’");
    }

    @Test
    void junit_aGoodDelivery_hasACaseForEachRuleAndNoFailure() {
        CheckedDelivery good = Reports.check("goed.csv", Reports.good());
        assertThat(Reports.write(ReportKind.JUNIT, Reports.DUTCH, good))
                .contains("tests=\"" + good.quality().rules() + "\" failures=\"0\" errors=\"0\" skipped=\"2\"")
                .contains("name=\"TF-R05 Dezelfde rij staat er twee keer\"")
                .doesNotContain("<failure");
    }

    @Test
    void html_everySortOfDelivery_isWholeAndNeedsNothingElse() {
        String html = Reports.write(ReportKind.HTML, Reports.DUTCH, ALL);
        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"nl\">")
                .endsWith("</html>\n")
                .doesNotContain("http:", "https:", " src=\"", "@import", "url(")
                .contains("default-src 'none'");
        assertThat(html.split("<table", -1)).hasSameSizeAs(html.split("<caption", -1));
        List<String> ids = matches(html, " id=\"([^\"]*)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(matches(html, " href=\"#([^\"]*)\""));
        assertThat(matches(html, "<(h[1-6])"))
                .startsWith("h1", "h2")
                .filteredOn("h1"::equals)
                .hasSize(1);
        assertBalanced(html);
    }

    /** Every tag is one that the report writes itself, and is closed in its turn: no text of a file became a tag. */
    private static void assertBalanced(String html) {
        List<String> open = new ArrayList<>();
        Matcher tag = Pattern.compile("<(/?)([^\\s>]*)[^<>]*>").matcher(html.substring(html.indexOf("<body>")));
        while (tag.find()) {
            assertThat(TAGS).as(tag.group()).contains(tag.group(2));
            if (tag.group(1).isEmpty()) {
                open.add(tag.group(2));
            } else if (!tag.group(2).equals("html")) {
                assertThat(open.remove(open.size() - 1)).isEqualTo(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void write_hostileText_staysText(String text) throws Exception {
        CheckedDelivery file = Reports.check("x.csv", delivery(text));
        assertThat(file.delivery().findings().count(Severity.ERROR)).isPositive();
        for (ReportKind kind : ReportKind.values()) {
            String report = Reports.write(kind, Reports.DUTCH, file);
            assertThat(report.length()).as(kind.name()).isLessThan(60_000);
            assertThat(report.chars().filter(c -> c < ' ' && c != '\n'))
                    .as(kind.name())
                    .isEmpty();
            if (kind != ReportKind.JSON) {
                assertThat(report).doesNotContain("\u202E", "\u2066", "\u200F", "\u200B", "\u0085", "\u007F", "\uFFFE");
            }
        }
        assertThat(Reports.write(ReportKind.HTML, Reports.DUTCH, file))
                .doesNotContain("<script", "<img", "<svg", "<style>*", "' onmouse", "<x>");
        assertThat(json(Reports.write(ReportKind.JSON, Reports.DUTCH, file)).path("files"))
                .hasSize(1);
        assertThat(json(Reports.write(ReportKind.SARIF, Reports.DUTCH, file)).path("runs"))
                .hasSize(1);
        DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Reports.write(ReportKind.JUNIT, Reports.DUTCH, file))));
    }
}
