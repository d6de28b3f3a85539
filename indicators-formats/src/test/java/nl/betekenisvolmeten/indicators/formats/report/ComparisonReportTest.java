package nl.betekenisvolmeten.indicators.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonOptions;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.OtherMachine;
import nl.betekenisvolmeten.indicators.formats.SmallResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonResults;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ComparisonReportTest {

    static final String HOSTILE = "<script>alert(1)</script> & \"Zuid\"";
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern SVG = Pattern.compile("(?s)<svg .*?</svg>");

    /** Like the first row of the small results, of another area and period. */
    private static Comparison.Row row(String name, Period period, String value, Judgement judgement) {
        Comparison.Row model = SmallResults.comparison().table().rows().get(0);
        Comparison.ComparedFigure figure = model.figure();
        double number = Double.parseDouble(value);
        return new Comparison.Row(
                new Comparison.Key(
                        Area.of(
                                AreaCode.of("SD9999-"
                                        + name.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT)),
                                name),
                        model.key().indicator(),
                        period),
                new Comparison.ComparedFigure(
                        SmallResults.exact("7"),
                        figure.denominator(),
                        figure.per(),
                        SmallResults.exact(value),
                        Optional.empty(),
                        new Comparison.Uncertainty(
                                figure.uncertainty().inference(),
                                figure.uncertainty().method(),
                                Optional.empty(),
                                Confidence.P95,
                                List.of(new Comparison.ConfidenceLimits(
                                        Confidence.P95, Interval.of(number * 0.9, number * 1.25)))),
                        figure.coverage(),
                        true,
                        Optional.of("2022-01-01"),
                        Optional.empty()),
                new Comparison.Contrast(
                        new ComparisonOptions.Reference.City(),
                        SmallResults.exact("63.1"),
                        SmallResults.exact("63.1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Comparison.Assessment(
                        judgement,
                        judgement == Judgement.NOT_DECIDED
                                ? Optional.of(Judgement.Reason.LOWER_BOUND)
                                : Optional.empty(),
                        Optional.of(judgement == Judgement.BETTER ? FunnelClass.HIGH_998 : FunnelClass.SIMILAR),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    static List<Comparison.Row> rows() {
        List<Comparison.Row> rows = new ArrayList<>();
        for (int quarter = 1; quarter <= 2; quarter++) {
            Period period = Period.ofQuarter(2026, quarter);
            rows.add(row("Laak", period, quarter + "20.25", Judgement.BETTER));
            rows.add(row("Escamp", period, "81.4", Judgement.BETTER));
            rows.add(row("Loosduinen met een heel lange naam", period, "61", Judgement.SIMILAR));
            rows.add(row("Segbroek", period, "40.75", Judgement.WORSE));
            rows.add(row(HOSTILE, period, "44", Judgement.NOT_DECIDED));
        }
        return rows;
    }

    private static InternalUse<Comparison> comparison() {
        return InternalUse.of(new Comparison(rows(), List.of(), Findings.none()), "overleg <b>Laak</b>");
    }

    private static String html(InternalUse<Comparison> comparison, Language language) throws IOException {
        StringWriter out = new StringWriter();
        ComparisonReport.of(comparison, "1.0").writeHtml(language, out);
        return out.toString();
    }

    private static JsonNode json(InternalUse<Comparison> comparison) throws IOException {
        StringWriter out = new StringWriter();
        ComparisonReport.of(comparison, "1.0").writeJson(Language.NL, out);
        return JsonMapper.builder().build().readTree(out.toString());
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }

    /** All numbers of the comparison's own JSON as people read them, and those in its texts. */
    private static void collect(JsonNode node, Set<String> found) {
        if (node.isNumber()) {
            found.addAll(numbers(CellValue.of(node.decimalValue()).toText(Language.NL)));
        } else if (node.isTextual()) {
            found.addAll(numbers(node.textValue()));
        } else {
            node.forEach(child -> collect(child, found));
        }
    }

    /** What a reader sees, without the scales of charts and the positions of their parts. */
    private static String seen(String html) {
        return Reports.shown(html, "<text class=\"c-label\"[^<]*</text>", " ").replaceAll("&#?\\w+;", " ");
    }

    @Test
    void writeHtml_everyNumberOnThePage_isInTheJsonOfTheComparisonOrCountedFromIt() throws IOException {
        Set<String> known = new HashSet<>();
        StringWriter own = new StringWriter();
        JsonResults.writeComparison(comparison(), own);
        collect(JsonMapper.builder().build().readTree(own.toString()), known);
        // how many areas there are and how many of each kind, the lines of the funnel, periods, version, coverage
        List<String> counted = List.of("0", "1", "2", "3", "4", "5", "95", "99,8", "8", "2026", "1.0");
        known.addAll(counted);

        Set<String> shown = numbers(seen(html(comparison(), Language.NL)));
        assertThat(shown).contains("220,25", "63,1", "40,75");
        assertThat(known).containsAll(shown);

        Set<String> inReport = new HashSet<>();
        collect(json(comparison()), inReport);
        inReport.addAll(List.of("95", "99,8"));
        assertThat(inReport).containsAll(shown);
    }

    @Test
    void writeHtml_hostileNames_showAsText() throws IOException {
        String html = html(comparison(), Language.NL);
        assertThat(html)
                .doesNotContain("<script", "<b>Laak")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Zuid&quot;")
                .contains("overleg &lt;b&gt;Laak&lt;/b&gt;")
                .contains("default-src 'none'");
    }

    @Test
    void writeHtml_pictures_areImagesWithTextsAndUniqueIds() throws Exception {
        String html = html(comparison(), Language.NL);
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        int charts = 0;
        for (String svg :
                SVG.matcher(html).results().map(found -> found.group()).toList()) {
            Document picture = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
            if (!picture.getDocumentElement().hasAttribute("aria-hidden")) {
                charts++;
                assertThat(picture.getDocumentElement().getAttribute("role")).isEqualTo("img");
                assertThat(ids)
                        .contains(picture.getDocumentElement()
                                .getAttribute("aria-labelledby")
                                .split(" "));
            }
        }
        // a caterpillar, a funnel, and five areas over time
        assertThat(charts).isEqualTo(7);
        assertThat(html).contains(">Loosduinen met een he…<title>Loosduinen met een heel lange naam</title>");
    }

    /** Also where an area has no figure of the first period. */
    @Test
    void writeHtml_smallCharts_shareTheirPeriods() throws IOException {
        List<Comparison.Row> rows = rows().subList(1, 10);
        String html = html(InternalUse.of(new Comparison(rows, List.of(), Findings.none()), "overleg"), Language.NL);
        assertThat(html).containsOnlyOnce(">2026KW01</text>").containsOnlyOnce(">2026KW02</text>");
        assertThat(html).contains("<use href=\"#s1-f\"/>");
    }

    /** The whole city for two years: 44 wijken, 30 indicators, 8 quarters. */
    @Test
    void writeHtml_wholeCity_isAtMostFourMegabytes() throws IOException {
        List<Comparison.Row> rows = new ArrayList<>();
        Judgement[] judgements = Judgement.values();
        for (int indicator = 0; indicator < 30; indicator++) {
            Indicator model = rows().get(0).key().indicator();
            Indicator own =
                    SmallResults.like(model, IndicatorId.of("indicator-" + indicator), model.formula(), model.use());
            for (int quarter = 0; quarter < 8; quarter++) {
                for (int wijk = 0; wijk < 44; wijk++) {
                    Comparison.Row row = row(
                            "Wijk met naam " + (char) ('A' + wijk / 26) + (char) ('A' + wijk % 26),
                            Period.ofQuarter(2025 + quarter / 4, quarter % 4 + 1),
                            (40 + (wijk * 7 + quarter * 13 + indicator) % 90) + ".25",
                            judgements[(wijk + quarter) % judgements.length]);
                    rows.add(new Comparison.Row(
                            new Comparison.Key(row.key().area(), own, row.key().period()),
                            row.figure(),
                            row.contrast(),
                            row.assessment()));
                }
            }
        }
        String html = html(InternalUse.of(new Comparison(rows, List.of(), Findings.none()), "overleg"), Language.NL);
        assertThat(html.length()).isLessThan(4_000_000).isGreaterThan(1_000_000);
        assertThat(SVG.matcher(html).results().filter(svg -> svg.group().contains("role=\"img\"")))
                .hasSize(30 * (44 + 2));
    }

    @Test
    void writeHtml_otherMachine_sameBytes() throws IOException {
        assertThat(OtherMachine.make(() -> html(comparison(), Language.NL))).isEqualTo(html(comparison(), Language.NL));
    }

    @Test
    void writeJson_sentences_countTheRows() throws IOException {
        JsonNode section = json(comparison()).get("sections").get(0);
        assertThat(section.get("period").textValue()).isEqualTo("2026KW02");
        List<Comparison.Row> last = rows().subList(5, 10);
        BigDecimal city = new BigDecimal("63.1");
        Set<Judgement> decided = Set.of(Judgement.BETTER, Judgement.WORSE);
        long above = last.stream()
                .filter(row -> decided.contains(row.assessment().judgement())
                        && row.figure().value().exact().orElseThrow().compareTo(city) > 0)
                .count();
        long below = last.stream()
                .filter(row -> decided.contains(row.assessment().judgement())
                        && row.figure().value().exact().orElseThrow().compareTo(city) < 0)
                .count();
        assertThat(section.get("sentences").get(0).textValue())
                .isEqualTo(above + " van de 5 stadsdelen liggen hoger dan de stad (63,1), en " + below
                        + " lager, meer dan toeval verklaart; van 1 is dat niet te zeggen.");
        assertThat(section.get("sentences").get(1).textValue())
                .isEqualTo(
                        "Het hoogst is Laak met 220,25 (198,2 tot 275,3), het laagst Segbroek met 40,75 (36,7 tot 50,9).");
        assertThat(section.get("pictures").get(1).get("text").textValue())
                .isEqualTo(
                        "3 van de 5 stadsdelen liggen tussen de binnenste lijnen (95%): die verschillen kunnen toeval zijn."
                                + " Buiten de buitenste lijnen (99,8%) liggen: Laak en Escamp.");
    }

    @Test
    void lead_equalFigures_namesEachArea() {
        ComparisonSentences sentences = new ComparisonSentences(new ComparisonWords(Language.NL));
        Period period = Period.ofQuarter(2026, 2);
        Comparison.Row laak = row("Laak", period, "7.5", Judgement.SIMILAR);
        Comparison.Row escamp = row("Escamp", period, "7.50", Judgement.SIMILAR);
        Comparison.Row segbroek = row("Segbroek", period, "3", Judgement.SIMILAR);
        assertThat(sentences.lead(List.of(laak, escamp, segbroek)).get(1))
                .isEqualTo("Het hoogste cijfer is 7,5 (Escamp en Laak), het laagste 3 (Segbroek).");
        assertThat(sentences.lead(List.of(laak, escamp)).get(1))
                .isEqualTo("Alle gebieden met een cijfer hebben hetzelfde: 7,5.");
        assertThat(sentences.lead(List.of(laak, segbroek)).get(1))
                .isEqualTo("Het hoogst is Laak met 7,5 (6,75 tot 9,38), het laagst Segbroek met 3 (2,7 tot 3,75).");
    }

    @Test
    void history_withoutAPlot_doesNotDescribeOne() {
        ComparisonSentences sentences = new ComparisonSentences(new ComparisonWords(Language.NL));
        assertThat(sentences.history(List.of(Period.ofQuarter(2026, 1), Period.ofQuarter(2026, 2)), List.of()))
                .isEqualTo("Er is geen tekening: van geen gebied zijn de cijfers door de tijd precies bekend.");
    }

    @Test
    void writeJson_caveats_byRule() throws IOException {
        JsonNode page = json(comparison());
        assertThat(page.get("use").textValue()).isEqualTo("internal");
        assertThat(page.get("purpose").textValue()).isEqualTo("overleg <b>Laak</b>");
        List<String> caveats = new ArrayList<>();
        page.get("sections").get(0).get("caveats").forEach(caveat -> caveats.add(caveat.textValue()));
        assertThat(caveats)
                .containsExactly(
                        "In 5 van de 5 stadsdelen kwam niet alles binnen. In Escamp is het minst binnen (1 van 4)."
                                + " Het cijfer gaat over wat er wel is.",
                        "Geen oordeel over " + HOSTILE + ": niet bekend is hoe vaak dezelfde mensen komen.",
                        "Cijfers per inwoner gaan uit van het aantal inwoners op 1 januari 2022; de cijfers zijn van 2026.");
        JsonNode history = page.get("sections").get(0).get("history");
        assertThat(history.get("text").textValue())
                .contains("over 2 perioden", "Grenzen waarbinnen een verandering toeval kan zijn, staan er pas bij 8");
        assertThat(history.get("areas")).hasSize(5);
    }

    @Test
    void inhabitants_ofAYearOrFile_areNamedAsTheyAre() {
        Comparison.Row row = rows().get(0);
        Comparison.ComparedFigure figure = row.figure();
        Comparison.Row other = new Comparison.Row(
                row.key(),
                new Comparison.ComparedFigure(
                        figure.numerator(),
                        figure.denominator(),
                        figure.per(),
                        figure.value(),
                        figure.standardisation(),
                        figure.uncertainty(),
                        figure.coverage(),
                        figure.complete(),
                        Optional.of("inwoners.csv"),
                        figure.answered()),
                row.contrast(),
                row.assessment());
        assertThat(new ComparisonSentences(new ComparisonWords(Language.NL)).caveats(List.of(other)))
                .contains("Cijfers per inwoner gaan uit van het aantal inwoners van inwoners.csv;"
                        + " de cijfers zijn van 2026.");
    }

    @Test
    void of_periodThatIsNotClosed_saysSo() throws IOException {
        StringWriter out = new StringWriter();
        ComparisonReport.of(
                        comparison(),
                        new ComparisonReport.Contents(
                                List.of(), List.of(), period -> Optional.of(PeriodStatus.REVISED_PROVISIONAL)),
                        "1.0")
                .writeHtml(Language.NL, out);
        assertThat(out.toString()).contains("De cijfers over 2e kwartaal 2026 zijn nader voorlopig:");
    }

    /** Twelve quarters, of which the last leaps. */
    static AreaSeries series(String name) {
        List<AreaSeries.Point> points = new ArrayList<>();
        Comparison.Row model = row(name, Period.ofQuarter(2026, 1), "40", Judgement.SIMILAR);
        for (int i = 0; i < 12; i++) {
            CellValue count = CellValue.of(i == 11 ? 900L : 400L + i % 3);
            points.add(new AreaSeries.Point(
                    Period.ofQuarter(2023 + (i + 2) / 4, (i + 2) % 4 + 1),
                    0,
                    count,
                    CellValue.of(10_000L),
                    CellValue.of(count.exact().orElseThrow().movePointLeft(1)),
                    true,
                    1,
                    0));
        }
        return new AreaSeries(
                model.key().area(),
                model.key().indicator(),
                AreaSeries.Kind.RATE,
                model.figure().per(),
                points);
    }

    @Test
    void of_seriesWithEnoughPeriods_drawsLimitsAndNamesWhatStandsOut() throws IOException {
        StringWriter out = new StringWriter();
        ComparisonReport.of(comparison(), ComparisonReport.Contents.of(List.of(series("Laak"))), "1.0")
                .writeHtml(Language.NL, out);
        assertThat(out.toString())
                .contains("Van de 1 gebieden met grenzen wijkt de laatste periode af in 1: Laak.")
                .contains("de streepjeslijn is de stad, of met grenzen eromheen het eigen midden")
                .contains("verbetering");
    }

    @ParameterizedTest
    @EnumSource
    void words_everyConstant_hasOne(Language language) {
        ComparisonWords words = new ComparisonWords(language);
        assertThat(Judgement.Reason.values())
                .allSatisfy(reason -> assertThat(words.reason(reason)).isNotBlank());
        assertThat(Judgement.values())
                .allSatisfy(judgement -> assertThat(words.judgement(judgement)).isNotBlank());
        assertThat(ComparisonPlan.Excluded.Reason.values())
                .allSatisfy(reason -> assertThat(words.of("excluded." + reason)).isNotBlank());
        assertThat(AreaLevel.values())
                .allSatisfy(level -> assertThat(words.areas(level, 2)).isNotBlank());
    }

    @Test
    void writeHtml_allStatuses_areShownInWords() throws IOException {
        for (Language language : Arrays.asList(Language.values())) {
            assertThat(html(SmallResults.comparison(), language))
                    .contains("West; &quot;nieuw&quot;", "@Zuid")
                    .doesNotContain("null", "Optional");
        }
    }

    @Test
    void writeHtml_withoutRows_saysSo() throws IOException {
        assertThat(html(InternalUse.of(new Comparison(List.of(), List.of(), Findings.none()), "test"), Language.NL))
                .contains("Vergelijking zonder cijfers");
    }
}
