package nl.betekenisvolmeten.indicators.formats.output;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.disclosure.AttackCheck;
import nl.betekenisvolmeten.indicators.disclosure.DisclosureControl;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.report.ProtectionStatement;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import org.junit.jupiter.api.Test;

public class PublishedFilesTest {

    private static final PublicationPlan PLAN =
            Definitions.bundled().plans().get(FormatId.of("denhaag-jaarpublicatie", "2026.1"));
    private static final AreaHierarchy AREAS =
            Definitions.bundled().areas().get("denhaag").hierarchy();

    private static void row(CountTable.Builder rows, int year, long wijk, long visits, long persons) {
        rows.row()
                .code("organisatie", "91000011")
                .code("stadsdeel", "Scheveningen")
                .code("wijk", "WK05180" + wijk)
                .code("periode", year + "KW01")
                .code("ambitie", "1")
                .code("activiteitsoort", "ETEN")
                .code("activiteit", "Buurtmaaltijd")
                .code("doelgroep", "ALLEN")
                .code("leeftijdsgroep", "67+")
                .value("bijeenkomsten", 12)
                .value("bezoeken", visits)
                .value("unieke_deelnemers", persons)
                .value("vrijwilligers", 12)
                .add();
    }

    /** Scheveningen with three wijken, in one of which two persons came. */
    public static Release release() {
        return release(new long[][] {{7, 88, 41}, {8, 3, 2}, {9, 88, 50}});
    }

    /** Scheveningen with the visits and persons of some wijken in 2026, and more visits in earlier years. */
    static Release release(long[][] wijken, int... earlier) {
        RuleSet rules = Definitions.bundled()
                .formats()
                .get(FormatId.of("telformat-gebiedsgericht", "2026.1"))
                .ruleSet();
        CountTable.Builder rows = CountTable.builder(rules.structure());
        for (long[] wijk : wijken) {
            row(rows, 2026, wijk[0], wijk[1], wijk[2]);
            for (int year : earlier) {
                row(rows, year, wijk[0], 195 + year % 10, 60);
            }
        }
        return DisclosureControl.of(rules.rules())
                .withPopulation(Definitions.bundled()
                        .populations()
                        .get("denhaag-inwoners")
                        .population())
                .protect(PLAN, rows.build());
    }

    /** The files as text; a workbook byte by byte. */
    static Map<String, String> files() throws IOException {
        return files(release());
    }

    static Map<String, String> files(Release release) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : PublishedFiles.names(PLAN)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PublishedFiles.write(release, name, Language.NL, out);
            files.put(name, out.toString(charset(name)));
        }
        return files;
    }

    private static Charset charset(String name) {
        return name.endsWith(".xlsx") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    static PublishedFiles.Published read(Map<String, String> files) {
        List<DeliverySource> sources = new ArrayList<>();
        files.forEach((name, text) -> sources.add(DeliverySource.of(name, text.getBytes(charset(name)))));
        return PublishedFiles.read(PLAN, sources);
    }

    /** All that is wrong with files: what does not belong in them, and how what is hidden in them follows. */
    static List<String> faults(Map<String, String> files) {
        PublishedFiles.Published published = read(files);
        AttackCheck.Outcome outcome = AttackCheck.of(PLAN, AREAS).attack(published.tables());
        return Stream.of(
                        published.objections().stream(),
                        outcome.objections().stream(),
                        outcome.exposed().stream().map(AttackCheck.Cell::derivation))
                .flatMap(texts -> texts)
                .map(LocalizedText::nl)
                .toList();
    }

    private static AttackCheck.Outcome attack(Map<String, String> files) {
        return AttackCheck.of(PLAN, AREAS).attack(read(files).tables());
    }

    @Test
    void files_readBack_giveNothingAway() throws IOException {
        PublishedFiles.Published published = read(files());
        assertThat(published.objections()).isEmpty();
        AttackCheck.Outcome outcome = attack(files());
        assertThat(outcome.objections()).isEmpty();
        assertThat(outcome.exposed()).isEmpty();
        assertThat(outcome.cells()).hasSize(6);
    }

    @Test
    void files_ofOneKindOnly_giveNothingAwayEither() throws IOException {
        for (String ending : List.of("jaar.csv", ".json", ".sdmx.csv", ".xlsx")) {
            Map<String, String> some = files();
            some.keySet().removeIf(name -> !name.endsWith(ending));
            assertThat(some).hasSize(3);
            assertThat(attack(some).isSafe()).describedAs(ending).isTrue();
            assertThat(attack(some).cells()).hasSize(6);
        }
    }

    @Test
    void csv_hasNoBoundsRowsOrOrganisations() throws IOException {
        assertThat(requireNonNull(files().get("wijk-jaar.csv")).lines().findFirst())
                .contains("area_code;area;period;bijeenkomsten;bijeenkomsten_status;bezoeken;bezoeken_status;"
                        + "unieke_deelnemers;unieke_deelnemers_status;vrijwilligers;vrijwilligers_status;"
                        + "vrijwilligersuren;vrijwilligersuren_status;use");
    }

    @Test
    void hiddenZeroMissingAndRounded_areToldApart_inEveryKindOfFile() throws IOException {
        Map<String, String> files = files();
        assertThat(files.get("wijk-jaar.csv"))
                .contains("WK051808;Duindorp;2026JJ00;;suppressed;;suppressed;;suppressed;10;exact;;missing;public\n")
                .contains("WK051801;Oostduinen;2026JJ00;0;exact;0;exact;0;exact;0;exact;0;exact;public\n")
                .contains("WK051809;Geuzen- en Statenkwartier;2026JJ00;10;exact;90;exact;50;exact;")
                .contains("WK051828;Centrum;2026JJ00;;missing;;missing;");
        assertThat(files.get("wijk-jaar.sdmx.csv"))
                .contains(",WK051808,Duindorp,2026-A1,bezoeken,,Q,suppressed,C,public\n")
                .contains(",WK051801,Oostduinen,2026-A1,bezoeken,0,A,exact,F,public\n")
                .contains(",WK051808,Duindorp,2026-A1,vrijwilligersuren,,M,missing,F,public\n");
        assertThat(files.get("wijk-jaar.json"))
                .contains("\"bezoeken\" : null,\n  \"bezoeken_status\" : \"suppressed\"")
                .contains("\"use\" : \"public\"");
    }

    @Test
    void aFigurePutBackInOneOfTheFiles_isFoundWithItsDerivation() throws IOException {
        Map<String, String> files = files();
        files.computeIfPresent(
                "wijk-jaar.sdmx.csv",
                (name, text) -> text.replace(
                        ",WK051807,Scheveningen,2026-A1,bezoeken,,Q,suppressed,C,",
                        ",WK051807,Scheveningen,2026-A1,bezoeken,90,A,exact,F,"));
        assertThat(attack(files).exposed())
                .anySatisfy(cell -> assertThat(cell.derivation().nl())
                        .isEqualTo("bezoeken Duindorp 2026JJ00 ten hoogste 182 (bezoeken Scheveningen 2026JJ00)"
                                + " - 88 (bezoeken Scheveningen 2026JJ00)"
                                + " - 88 (bezoeken Geuzen- en Statenkwartier 2026JJ00) = 6"));
    }

    @Test
    void aForbiddenColumn_isNamed() throws IOException {
        for (String column : List.of("bezoeken_lower", "organisations", "p_value", "rank_lower", "rows", "coverage")) {
            Map<String, String> files = files();
            files.computeIfPresent(
                    "wijk-jaar.csv",
                    (name, text) ->
                            text.replace(";use\n", ";" + column + ";use\n").replace(";public\n", ";4;public\n"));
            assertThat(read(files).objections())
                    .singleElement()
                    .satisfies(objection -> assertThat(objection.nl()).contains("wijk-jaar.csv", column));
        }
    }

    @Test
    void anInternalTable_isNamed() throws IOException {
        Map<String, String> files = files();
        files.computeIfPresent("wijk-jaar.csv", (name, text) -> text.replaceFirst(";public\n", ";internal\n"));
        assertThat(read(files).objections()).hasSize(1);
    }

    @Test
    void anotherFile_isNamed() throws IOException {
        Map<String, String> files = files();
        files.put("totalen.csv", "bezoeken\n3\n");
        assertThat(read(files).objections())
                .singleElement()
                .satisfies(objection -> assertThat(objection.en()).contains("totalen.csv"));
    }

    @Test
    void anotherName_isRefused() {
        assertThatThrownBy(() -> PublishedFiles.write(release(), "x.csv", Language.NL, new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x.csv");
    }

    /** In one of them wijk 8 has two persons, in another 40: who has the files cannot tell which of them is the real one. */
    @Test
    void worldsThatDifferInWhatIsHidden_giveTheSameBytes() throws IOException {
        Release release = release();
        StringWriter page = new StringWriter();
        ProtectionStatement.write(release, Language.NL, page);
        for (long[][] world : new long[][][] {
            {{7, 88, 39}, {8, 4, 3}, {9, 88, 50}},
            {{7, 3, 2}, {8, 88, 40}, {9, 88, 50}},
            {{7, 88, 30}, {8, 2, 2}, {9, 89, 48}}
        }) {
            Release other = release(world);
            assertThat(files(other)).isEqualTo(files(release));
            StringWriter otherPage = new StringWriter();
            ProtectionStatement.write(other, Language.NL, otherPage);
            assertThat(otherPage).hasToString(page.toString());
        }
    }

    @Test
    void statement_saysWhatIsHidden_inBothLanguages() throws IOException {
        StringWriter dutch = new StringWriter();
        ProtectionStatement.write(release(), Language.NL, dutch);
        assertThat(dutch.toString())
                .contains(
                        "minder dan 10 personen",
                        "veelvoud van 5",
                        "Dit bestand is openbaar",
                        "Ook een organisatie die haar eigen cijfers kent",
                        "denhaag-jaarpublicatie@2026.1")
                .contains("<bdi>wijk-jaar</bdi></td><td role=\"cell\" data-label=\"Cijfers\">220</td>"
                        + "<td role=\"cell\" data-label=\"Verborgen\">6</td>");
        StringWriter english = new StringWriter();
        ProtectionStatement.write(release(), Language.EN, english);
        assertThat(english.toString()).contains("fewer than 10 persons", "lang=\"en\"");
    }
}
