package nl.betekenisvolmeten.indicators.formats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.OtherMachine;
import nl.betekenisvolmeten.indicators.formats.SmallResults;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.form.ImpactStory;
import nl.betekenisvolmeten.indicators.formats.output.PublishedFilesTest;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetResult;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Band;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ProgressReportTest {

    private static final Period QUARTER = Period.ofQuarter(2026, 2);
    private static final String INDICATOR =
            ComparisonReportTest.rows().get(0).key().indicator().id().value();
    private static final Pattern FIGURE =
            Pattern.compile("<data class=\"figure\" value=\"([^\"]*)\" data-cell=\"([^\"]*)\">([^<]*)</data>");

    private static ResultTable.Row city(Period period, CellValue persons) {
        return new ResultTable.Row(
                List.of(period.code()),
                List.of(Figure.of(CellValue.of(1234567L), 1, 0), Figure.of(persons, 1, 0)),
                1,
                Optional.empty(),
                Optional.empty());
    }

    private static ProgressReport.Figures figures(List<Comparison.Row> rows) {
        return new ProgressReport.Figures(
                List.of(new ResultTable(
                        List.of("periode"),
                        List.of("uren", "unieke_deelnemers"),
                        List.of(
                                city(QUARTER.previous(), new CellValue.Missing()),
                                city(QUARTER, SmallResults.between("277", "6719"))),
                        Findings.none())),
                List.of(new Comparison(rows, List.of(), Findings.none())),
                List.of(ComparisonReportTest.series("Laak")));
    }

    private static ProgressReport internal() {
        return ProgressReport.of(
                InternalUse.of(figures(ComparisonReportTest.rows()), "raad <i>2026</i>"), QUARTER, "1.0");
    }

    /** Does not change, and takes long to make. */
    private static final Release RELEASE = PublishedFilesTest.release();

    private static ProgressReport published() {
        return ProgressReport.of(RELEASE, Period.ofYear(2026), "1.0");
    }

    private static String html(ProgressReport report, Language language) throws IOException {
        StringWriter out = new StringWriter();
        report.writeHtml(language, out);
        return out.toString();
    }

    private static String text(String html) {
        return Reports.shown(html, "(?s)<svg.*?</svg>", "").replaceAll("\\s+", " ");
    }

    @Test
    void writeHtml_firstScreen_answersInSentences() throws IOException {
        assertThat(text(html(internal(), Language.NL)))
                .contains(
                        "In de hele stad ten minste 277 en ten hoogste 6.719 mensen (voor zover geleverd). Samen waren dat 63,1 bezoeken.")
                .contains("Tussen die grenzen ligt het echte aantal voor zover geleverd:")
                .doesNotContain("Het echte aantal ligt tussen", "Het cijfer gaat over wat er wel is", "personen")
                .contains("Dat is niet te zeggen: er zijn geen cijfers van 2e kwartaal 2025 om mee te vergelijken.")
                .contains("slechter in Segbroek, beter in Laak en Escamp (samen 21 geteld, niet alles geleverd)")
                .contains("Er zijn geen doelen vergeleken met cijfers.")
                .containsOnlyOnce("in geen van de 5 stadsdelen kwam alles binnen. In Escamp is het minst binnen:"
                        + " 1 van de 4 verwachte leveringen. Over")
                .contains("Vergeleken met de stad: van de 5 cijfers zijn er 4 beoordeeld en 1 niet"
                        + " (1: niet bekend is hoe vaak dezelfde mensen komen).")
                .contains("0 = niets geteld in wat geleverd is; . = niet geleverd")
                .doesNotContain("x = verborgen")
                .contains("1 reeksen zijn getoetst")
                .contains("Hierover kwamen geen cijfers binnen.");
    }

    @Test
    void withStatus_saysHowFinalTheFiguresAre() throws IOException {
        assertThat(text(html(internal(), Language.NL))).contains("zijn voorlopig: er kan nog meer binnenkomen.");
        assertThat(text(html(internal().withStatus(PeriodStatus.FINAL), Language.NL)))
                .contains("De cijfers over 2e kwartaal 2026 zijn definitief.")
                .doesNotContain("voorlopig");
    }

    /** A district compared with a year earlier. */
    private static Comparison.Row changed(int row, String before, String now, Judgement judgement) {
        Comparison.Row old = ComparisonReportTest.rows().get(row + 5);
        Change change = new Change(
                Period.ofQuarter(2025, 2),
                SmallResults.exact(before),
                Optional.empty(),
                SmallResults.exact(now),
                new Comparison.Difference(SmallResults.exact("0"), Optional.empty()),
                new Change.Ratio(SmallResults.exact("1"), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                judgement,
                Optional.empty(),
                1);
        Comparison.Assessment own = old.assessment();
        return new Comparison.Row(
                old.key(),
                old.figure(),
                old.contrast(),
                new Comparison.Assessment(
                        own.judgement(),
                        own.reason(),
                        own.funnel(),
                        own.overdispersion(),
                        own.rank(),
                        Optional.of(change)));
    }

    @Test
    void writeHtml_worseThanAYearBefore_saysWhereAndWhetherThatIsChance() throws IOException {
        List<Comparison.Row> rows = List.of(
                changed(0, "130.5", "120.25", Judgement.WORSE),
                changed(1, "85", "81.4", Judgement.SIMILAR),
                changed(3, "30", "40.75", Judgement.BETTER),
                ComparisonReportTest.rows().get(9));
        String page = text(html(ProgressReport.of(InternalUse.of(figures(rows), "raad"), QUARTER, "1.0"), Language.NL));
        String name = new ComparisonWords(Language.NL)
                .indicator("progress.indicator.inline", rows.get(0).key().indicator());
        assertThat(page)
                .contains("Slechter dan een jaar eerder, meer dan toeval verklaart: Laak (" + name
                        + ": van 130,5 naar 120,25; van 1 organisatie die beide keren leverde, niet alles geleverd).")
                .contains("Nog 1 cijfer ging de verkeerde kant op, maar dat kan toeval zijn.")
                .contains("Van de 4 cijfers zijn er 3 beoordeeld op verschil met een jaar eerder, 1 niet.")
                .contains("Vergeleken met een jaar eerder: van de 4 cijfers zijn er 3 beoordeeld en 1 niet"
                        + " (1: er is niet mee vergeleken).");
        List<Comparison.Row> same = List.of(changed(0, "230.5", "220.25", Judgement.WORSE));
        assertThat(text(html(ProgressReport.of(InternalUse.of(figures(same), "raad"), QUARTER, "1.0"), Language.NL)))
                .contains(": van 230,5 naar 220,25; 7 geteld, niet alles geleverd).");
    }

    /** The row of a district with another verdict. */
    private static Comparison.Row judged(int row, Judgement judgement, Optional<Judgement.Reason> reason) {
        Comparison.Row old = ComparisonReportTest.rows().get(row + 5);
        return new Comparison.Row(
                old.key(),
                old.figure(),
                old.contrast(),
                new Comparison.Assessment(
                        judgement, reason, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static String columnOf(Comparison.Row... rows) throws IOException {
        return text(html(
                ProgressReport.of(InternalUse.of(figures(List.of(rows)), "raad"), QUARTER, "1.0")
                        .withText("{{deel: indicatoren}}"),
                Language.NL));
    }

    @Test
    void withText_noDifference_saysWhetherThatWasShownOrNotJudged() throws IOException {
        Comparison.Row similar = judged(0, Judgement.SIMILAR, Optional.empty());
        Comparison.Row open = judged(1, Judgement.NOT_DECIDED, Optional.of(Judgement.Reason.LOWER_BOUND));
        Comparison.Row none = judged(1, Judgement.NONE, Optional.of(Judgement.Reason.REGISTER));
        assertThat(columnOf(similar)).contains("nergens aangetoond ").doesNotContain("niet te zeggen");
        assertThat(columnOf(similar, open)).contains("nergens aangetoond; bij 1 van de 2 niet te zeggen");
        assertThat(columnOf(open)).contains("niet te zeggen: niet bekend is hoe vaak dezelfde mensen komen");
        assertThat(columnOf(none)).contains("niet beoordeeld: opgevat als volledige registratie, zonder toeval");
    }

    /** What is left of a page when figures, counts, periods, names and fixed words are taken out. */
    private static String unbound(String html) {
        return html.substring(html.indexOf("<main"), html.indexOf("<footer>"))
                .replaceAll("(?s)<svg.*?</svg>", "")
                .replaceAll("<data [^>]*>[^<]*</data>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("&#?\\w+;", " ")
                .replaceAll("(denhaag-jaarpublicatie|telformat-gebiedsgericht)@[\\d.]+", "")
                .replaceAll("[1-4]e kwartaal \\d{4}|\\b20\\d\\d\\b", "")
                .replaceAll(
                        "0 = niets|\\b1\\.000 inwoners|Ambitie \\d|van 30 tot 50 jaar|\\b(1082|1083|1004|853)\\b", "");
    }

    @Test
    void writeHtml_everyNumberOfAPublicReport_isACellOfThePublicationOrACount() throws IOException {
        String page = html(published().withContents(contents(List.of())), Language.NL);
        List<MatchResult> found = FIGURE.matcher(page).results().toList();
        assertThat(found).hasSizeGreaterThan(20);
        for (MatchResult figure : found) {
            String[] key = figure.group(2).split("/");
            String table = key[1].startsWith("SD") ? "stadsdeel-jaar" : "wijk-jaar";
            ResultTable released = RELEASE.table(table).table();
            ResultTable.Row row = released.rows().stream()
                    .filter(one ->
                            one.key().get(0).equals(key[1]) && one.key().get(2).equals(key[2]))
                    .findFirst()
                    .orElseThrow();
            CellValue value =
                    row.figures().get(released.series().indexOf(key[0])).value();
            assertThat(figure.group(1))
                    .as(figure.group())
                    .isEqualTo(value.exact()
                            .map(BigDecimal::toPlainString)
                            .orElse(value.status().code()));
            assertThat(figure.group(3)).isIn(value.toText(Language.NL), "x", ".");
        }
        assertThat(unbound(page)).doesNotContainPattern("\\d");
    }

    @Test
    void writeHtml_everyNumberOfAnInternalReport_isBoundToItsCell() throws IOException {
        ProgressReport.Figures all = figures(ComparisonReportTest.rows());
        String page = html(
                ProgressReport.of(
                                InternalUse.of(
                                        new ProgressReport.Figures(all.city(), all.comparisons(), List.of()), "raad"),
                                QUARTER,
                                "1.0")
                        .withContents(contents(List.of())),
                Language.NL);
        assertThat(FIGURE.matcher(page).results()).hasSizeGreaterThan(4);
        for (MatchResult figure : FIGURE.matcher(page).results().toList()) {
            String[] key = figure.group(2).split("/");
            if (key[0].equals(INDICATOR) && key[1].startsWith("SD")) {
                CellValue value = ComparisonReportTest.rows().stream()
                        .filter(row -> row.key().area().code().value().equals(key[1])
                                && row.key().period().code().equals(key[2]))
                        .findFirst()
                        .orElseThrow()
                        .figure()
                        .value();
                assertThat(figure.group(3)).isEqualTo(value.toText(Language.NL));
            }
        }
        assertThat(unbound(page)).doesNotContainPattern("\\d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{{cel: indicator=onbekend}} | 3:9 Dit cijfer is er niet: onbekend, stad, 2026KW02.",
                "{{cel: indicator=unieke_deelnemers; periode=2026KW01}} | 3:9 Dit cijfer kan niet in een zin:",
                "{{cel: indicator=uren; waarde=1.234.000}} | uren, stad, 2026KW02 was 1.234.000 en is nu 1.234.567.",
                "{{cel: indicator=uren; periode=2026-13}} | 3:9 '2026-13' is geen periode.",
                "{{cel: gebied=Laak}} | 3:9 Er staat geen indicator= bij.",
                "{{deel: verrassing}} | 3:9 'verrassing' is geen deel",
                "{{som: x}} | 3:9 'som' is geen invulling.",
                "{{cel: indicator=uren | {{ }}",
            })
    void withText_cellThatCannotBeShown_failsWithItsPlace(String placeholder, String message) {
        ProgressReport report = internal().withText("# Titel\n\nEr zijn" + " " + placeholder + " geteld.\n");
        assertThatThrownBy(() -> html(report, Language.NL))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void withText_hiddenCell_fails() {
        ProgressReport report =
                published().withText("{{cel: indicator=unieke_deelnemers; gebied=WK051808}} mensen in Duindorp");
        assertThatThrownBy(() -> html(report, Language.NL))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("1:1 Dit cijfer kan niet in een zin: unieke_deelnemers, WK051808, 2026JJ00"
                        + " (verborgen om mensen te beschermen)");
    }

    @Test
    void withText_undecidedVerdict_failsUnlessThereAreOtherWords() throws IOException {
        String where = "{{oordeel: indicator=" + INDICATOR + "; gebied=" + AreaCode.of("SD9999-SCRIPTALERTSCRIPTZUID");
        assertThatThrownBy(() -> html(internal().withText(where + "}}"), Language.NL))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("Hierover is geen oordeel");
        assertThat(html(internal().withText(where + "; anders=nog niet te zeggen}}"), Language.NL))
                .contains("<p>nog niet te zeggen</p>");
        assertThat(html(internal().withText("{{oordeel: indicator=" + INDICATOR + "; gebied=Segbroek}}"), Language.NL))
                .contains("<p>slechter</p>");
    }

    @Test
    void withText_hostileText_showsAsText() throws IOException {
        String page = html(
                internal()
                        .withText("<script>alert(1)</script>\n\n[klik](javascript:alert(2)) ![x](http://y/z.png)\n\n"
                                + "{{deel: stadsdelen; indicator=" + INDICATOR + "}}"),
                Language.NL);
        assertThat(page)
                .doesNotContain("<script", "javascript:", "<img", "http://y")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Zuid&quot;");
    }

    @Test
    void writeHtml_otherMachine_sameBytes() throws IOException {
        assertThat(OtherMachine.make(() -> html(internal(), Language.EN))).isEqualTo(html(internal(), Language.EN));
    }

    @Test
    void writeJson_hasEveryFigureOfThePage() throws IOException {
        StringWriter out = new StringWriter();
        internal().writeJson(Language.NL, out);
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertThat(json.get("use").textValue()).isEqualTo("internal");
        assertThat(json.get("purpose").textValue()).isEqualTo("raad <i>2026</i>");
        List<String> texts = json.findValues("cell").stream()
                .map(cell -> cell.get("text").textValue())
                .toList();
        assertThat(texts)
                .containsExactlyElementsOf(FIGURE.matcher(html(internal(), Language.NL))
                        .results()
                        .map(found -> found.group(3))
                        .toList());
    }

    @Test
    void writeOdt_isAWellFormedPackageWithEveryTextOfThePage() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        internal()
                .withText("# Titel\n\n{{deel: beeld; indicator=" + INDICATOR
                        + "}}\n\n1. een <b>\n2. [twee](https://denhaag.nl)\n\n{{deel: stadsdelen}}")
                .writeOdt(Language.NL, out);
        byte[] bytes = out.toByteArray();
        // programs read what it is from its first bytes
        assertThat(new String(bytes, 30, 47, StandardCharsets.US_ASCII))
                .isEqualTo("mimetypeapplication/vnd.oasis.opendocument.text");
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        parts.remove("mimetype");
        for (Map.Entry<String, String> part : parts.entrySet()) {
            Document xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(part.getValue())));
            assertThat(xml.getDocumentElement()).as(part.getKey()).isNotNull();
            if (!part.getKey().startsWith("META-INF")) {
                assertThat(parts.get("META-INF/manifest.xml")).contains("\"" + part.getKey() + "\"");
            }
        }
        assertThat(parts.get("content.xml"))
                .contains("een &lt;b&gt;", "https://denhaag.nl", "table:table-header-rows", "Segbroek")
                .contains("<svg:title>tekst, 2e kwartaal 2026</svg:title>");
        assertThat(parts).containsKey("Pictures/1.svg");
    }

    /** Of each area, one of four expected deliveries came in. */
    private static String withNotDue(long notDue) throws IOException {
        Map<AreaCode, Long> byArea = ComparisonReportTest.rows().stream()
                .map(row -> row.key().area().code())
                .distinct()
                .collect(Collectors.toMap(code -> code, code -> notDue));
        String form =
                ComparisonReportTest.rows().get(0).key().indicator().formula().format();
        return text(html(
                internal()
                        .withContents(new ProgressReport.Contents(
                                new ProgressReport.Received(5, 10, 10, Map.of(form, byArea)),
                                List.of(),
                                List.of(),
                                List.of(),
                                LocalDate.of(2026, 7, 15),
                                Map.of())),
                Language.NL));
    }

    @Test
    void writeHtml_deliveriesThatAreNotDue_areNotMissing() throws IOException {
        assertThat(withNotDue(3))
                .contains("ontbreekt niets dat op 15 juli 2026 binnen moest zijn")
                .contains("(samen 21 geteld, nog niet alles hoefde geleverd te zijn)")
                .doesNotContain("verwachte leveringen");
    }

    @Test
    void writeHtml_someThatAreNotDue_theOthersAreMissing() throws IOException {
        assertThat(withNotDue(2))
                .contains("In Escamp is het minst binnen: 1 van de 2 verwachte leveringen.")
                .contains("Wat op 15 juli 2026 nog niet binnen hoefde te zijn, telt hier niet mee als ontbrekend.")
                .contains("(samen 21 geteld, niet alles geleverd)");
    }

    private static ImpactStory story(String title, Optional<ImpactStory.Consent> consent, Optional<Boolean> critical) {
        return new ImpactStory(
                title,
                new ImpactStory.Setting(QUARTER, "Laak", Optional.empty(), "1", "ETEN", "OUDEREN", Optional.empty()),
                new ImpactStory.Content(
                        "Alleen <b>thuis</b>.", "Samen koken.", "Nu komt zij elke week.", "Zij telt mee."),
                ImpactStory.Teller.INWONER,
                consent,
                Optional.of(true),
                Set.of(),
                critical,
                List.of(
                        new ImpactStory.Selection(
                                ImpactStory.Level.PROFESSIONAL, Optional.of("laat zien wat samen eten doet")),
                        new ImpactStory.Selection(ImpactStory.Level.GEMEENTE, Optional.empty())));
    }

    private static ProgressReport.Contents contents(List<ImpactStory> stories) {
        return new ProgressReport.Contents(
                new ProgressReport.Received(2, 1000, 999, Map.of()),
                List.of("telformat-gebiedsgericht@2026.2"),
                List.of(Burden.of(
                        Definitions.bundled()
                                .formats()
                                .latest("telformat-gebiedsgericht")
                                .orElseThrow(),
                        Definitions.bundled().indicatorSets().all())),
                stories,
                LocalDate.of(2026, 10, 1),
                Map.of(
                        "toezegging-1004",
                        new ProgressReport.OwnTable(
                                "Geld <en> resultaat",
                                List.of("Programma", "Euro"),
                                List.of(List.of("Wijk", "1.000")))));
    }

    @Test
    void withContents_storyWithoutConsent_isOnlyCounted() throws IOException {
        Optional<ImpactStory.Consent> consent =
                Optional.of(ImpactStory.Consent.of(LocalDate.of(2026, 5, 12), "verantwoording"));
        Optional<ImpactStory.Consent> over = Optional.of(new ImpactStory.Consent(
                LocalDate.of(2026, 5, 12), "verantwoording", Optional.of(LocalDate.of(2026, 9, 30)), Optional.empty()));
        String page = html(
                published()
                        .withContents(contents(List.of(
                                story("Weer onder de mensen", consent, Optional.of(false)),
                                story("Het kan beter", consent, Optional.of(true)),
                                story("Niet gezegd", consent, Optional.empty()),
                                story("Geheim verhaal", Optional.empty(), Optional.of(true)),
                                story("Verlopen verhaal", over, Optional.of(true))))),
                Language.NL);
        assertThat(page)
                .doesNotContain("Geheim verhaal", "Verlopen verhaal")
                .contains("Alleen &lt;b&gt;thuis&lt;/b&gt;.");
        assertThat(text(page))
                .contains("Er zijn 5 verhalen aangeleverd; 3 mogen hier staan")
                .contains("Kritische verhalen: 1 van de 2 waarbij dat staat (50%).")
                .contains("Verhalen waarbij het niet staat: 1.")
                .contains("Professionals: laat zien wat samen eten doet Gemeente: niet opgegeven")
                .contains("2 leveringen zijn gecontroleerd. Van de 1.000 rijen waren er 999 goed (99,9%).");
    }

    /** A table of the caller's own fills the part with its name; without one, the text says something else. */
    @Test
    void withContents_ownTable_fillsThePartWithItsName() throws IOException {
        ProgressReport report = published()
                .withText(
                        "{{deel: toezegging-1004; anders=Geen bedragen.}}\n\n{{deel: toezegging-1082; anders=Niet apart.}}");
        assertThat(text(html(report, Language.NL))).contains("Geen bedragen.").contains("Niet apart.");
        String page = html(report.withContents(contents(List.of())), Language.NL);
        assertThat(page).contains("Geld &lt;en&gt; resultaat", "1.000");
        assertThat(text(page)).doesNotContain("Geen bedragen.").contains("Niet apart.");
    }

    private static TargetReport targets(TargetReport.Evidence.Origin origin) {
        return targets(origin, Outcome.NOT_MET);
    }

    private static TargetReport targets(TargetReport.Evidence.Origin origin, Outcome outcome) {
        TargetResult.Realised realised = TargetResult.Realised.of(CellValue.of(28500L));
        Target target = new Target(
                IndicatorId.of("bereikte-inwoners"),
                AreaCode.of("GM0518"),
                QUARTER,
                new Target.Value(Target.Relation.AT_LEAST, BigDecimal.valueOf(29000)),
                Optional.empty(),
                "begroting");
        TargetResult.Step step = new TargetResult.Step(
                target.area(),
                QUARTER,
                realised,
                outcome,
                Set.of(Band.OFF_TARGET),
                new Achievement.Undefined(Achievement.Reason.NO_BASELINE));
        TargetResult result = new TargetResult(
                target,
                outcome,
                Set.of(Band.OFF_TARGET),
                step.achievement(),
                Optional.empty(),
                Optional.empty(),
                List.of(step));
        TargetReport.Evidence evidence =
                new TargetReport.Evidence(realised, origin, Set.of(), Optional.empty(), "jaarverslag");
        return new TargetReport(
                List.of(new TargetReport.Line(result, List.of(evidence), Set.of())), Optional.empty(), Findings.none());
    }

    @Test
    void withTargets_publicReport_takesStatedFiguresOnly() throws IOException {
        Map<IndicatorId, LocalizedText> names =
                Map.of(IndicatorId.of("bereikte-inwoners"), LocalizedText.of("Bereikte inwoners", "Residents reached"));
        assertThatThrownBy(() -> published().withTargets(targets(TargetReport.Evidence.Origin.DELIVERIES), names))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("targets of a public report must not rest on unprotected figures: [bereikte-inwoners]");
        assertThat(text(html(
                        published().withTargets(targets(TargetReport.Evidence.Origin.STATED), names), Language.NL)))
                .contains("Van de 1 doelen: 0 gehaald, 1 niet gehaald")
                .contains("Bereikte inwoners2e kwartaal 2026ten minste 29.00028.500 niet gehaald");
        // the target lies at 1/1.1 of the bar, the figure 28,500/29,000 of the way to it
        assertThat(html(published().withTargets(targets(TargetReport.Evidence.Origin.STATED), names), Language.NL))
                .contains("<path class=\"c-bar\" d=\"M0 6H89.3\"/><path class=\"c-target\" d=\"M90.9 0V12\"/>");
    }

    @Test
    void withTargets_withoutAnyFigure_saysThatNoneCameIn() throws IOException {
        TargetReport nothing = targets(TargetReport.Evidence.Origin.NONE, Outcome.NOT_ENOUGH_DATA);
        assertThat(text(html(published().withTargets(nothing, Map.of()), Language.NL)))
                .contains("1 niet te zeggen: er kwam geen cijfer binnen.")
                .contains("x = verborgen om mensen te beschermen; 0 = niets geteld");
        assertThat(text(html(
                        published()
                                .withTargets(
                                        targets(TargetReport.Evidence.Origin.STATED, Outcome.NOT_ENOUGH_DATA),
                                        Map.of()),
                        Language.NL)))
                .contains("1 niet te zeggen.");
    }
}
