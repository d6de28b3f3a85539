package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    private static final String OLDEST = "telformat-gebiedsgericht@2025.1";
    private static final String MIDDLE = "telformat-gebiedsgericht@2025.2";
    private static final String NEWEST = "telformat-gebiedsgericht@2026.1";

    @TempDir
    private Path folder;

    @Test
    void diff_definitions_saysWhatChangedAndWhatStaysComparable() {
        Run run = Run.of("diff", MIDDLE, NEWEST).exits(0);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(MIDDLE + " → " + NEWEST + ": groot")
                .contains(
                        "groot: kolom leeftijdsgroep: code 18-26 werd 18-29",
                        "groot: kolom leeftijdsgroep: code 27-49 valt in 18-29, 30-49",
                        "klein: kolom nieuwe_deelnemers is nieuw",
                        "groot: regel TF-R03 (Meer nieuwe personen dan personen) is nieuw",
                        "kolom periode wordt anders geschreven: periode: kwartaal met een streepje → periode: kwartaal code",
                        "kolom nieuwe_deelnemers is nieuw (aantal)",
                        "niet vergelijkbaar:",
                        "vergelijkbaar, met een kanttekening:",
                        "een van de versies heeft kolom nieuwe_deelnemers niet");
        assertThat(run.out()).doesNotContain("(COUNT", "PERIOD", "NotTogether", "Jump(", "Gone(");
        String english = Run.of("diff", OLDEST, MIDDLE, "--lang", "en").exits(0).out();
        assertThat(english)
                .contains("large: column deelnemers is called bezoeken now", "column doelgroep is new")
                .doesNotContain("{", "''");
        assertThat(Run.of("diff", NEWEST, NEWEST).exits(0).out()).contains("verschillen niet");
    }

    @Test
    void diff_definitionsAsJson_hasChangesAndVerdicts() {
        Map<String, @Nullable Object> diff = Json.object(Json.read(
                Run.of("diff", MIDDLE, NEWEST, "--report", "json").exits(0).out()));
        assertThat(diff)
                .containsEntry("from", MIDDLE)
                .containsEntry("to", NEWEST)
                .containsEntry("level", "major");
        assertThat(Json.list(diff.get("changes"))).hasSizeGreaterThan(5);
        assertThat(Json.list(diff.get("indicators")).stream()
                        .map(one -> Json.object(one).get("verdict")))
                .contains("comparable", "with_note", "not_comparable");
    }

    /** A definition of one's own, set beside a bundled one. */
    @Test
    void diff_definitionFile_isReadAndItsErrorsAreTold() throws IOException {
        String json;
        try (InputStream in = Objects.requireNonNull(Definitions.class.getResourceAsStream(
                "/nl/betekenisvolmeten/indicators/formats/formats/telformat-gebiedsgericht-2026.1.json"))) {
            json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Path own = Sheet.writeText(
                folder,
                "own.json",
                json.replace("\"version\": \"2026.1\"", "\"version\": \"2026.2\"")
                        .replace("\"maximumLength\": 120", "\"maximumLength\": 80"));
        assertThat(Run.of("diff", NEWEST, own).exits(0).out())
                .contains("2026.2: groot", "groot: kolom activiteit mag hoogstens 80 zijn, was 120");
        Path broken = Sheet.writeText(folder, "broken.json", "{");
        assertThat(Run.of("diff", NEWEST, broken).exits(1).err()).contains("BM-D01");
    }

    @Test
    void diff_deliveries_saysRowsCellsAndFindings() {
        Path before = Sheet.write(
                folder,
                "before.csv",
                Sheet.row(),
                Sheet.row("leeftijdsgroep", "67+"),
                Sheet.row("leeftijdsgroep", "0-11", "unieke_deelnemers", "99"),
                Sheet.row("leeftijdsgroep", "12-17"));
        Path after = Sheet.write(
                folder,
                "after.csv",
                Sheet.row("leeftijdsgroep", "12-17"),
                Sheet.row("bezoeken", "45", "toelichting", "Hersteld"),
                Sheet.row("leeftijdsgroep", "0-11"));
        Run run = Run.of("diff", before, after).exits(1);
        assertThat(run.lines())
                .containsExactly(
                        "before.csv → after.csv (" + NEWEST + ")",
                        "  weg, rij 3: 91000011, WK051822, 2026KW01, Taalcafé, ALLEN, 67+",
                        "  niet te vergelijken, rij 4 → 4: 91000011, WK051822, 2026KW01, Taalcafé, ALLEN, 0-11"
                                + " (de rij van de eerste levering heeft een fout)",
                        "  veranderd, rij 3, bezoeken: 40 → 45 (91000011, WK051822, 2026KW01, Taalcafé, ALLEN, 30-49)",
                        "  veranderd, rij 3, toelichting: (leeg) → Hersteld"
                                + " (91000011, WK051822, 2026KW01, Taalcafé, ALLEN, 30-49)",
                        "  meldingen TF-R02: 1 → 0",
                        "Rijen weg: 1, nieuw: 0, niet te vergelijken: 1, cellen veranderd: 2, rijen gelijk: 1.");
        Map<String, @Nullable Object> json = Json.object(Json.read(
                Run.of("diff", before, after, "--report", "json").exits(1).out()));
        assertThat(json).containsEntry("format", NEWEST).containsEntry("errors", true);
        Path list = folder.resolve("after.json");
        Run.of("convert", after, "-o", list).exits(0);
        assertThat(Run.of("diff", after, list).exits(0).out()).contains("rijen gelijk: 3.");
        assertThat(Json.list(json.get("gone"))).hasSize(1);
        assertThat(Json.list(json.get("added"))).isEmpty();
        assertThat(Json.object(Json.list(json.get("not_compared")).get(0)))
                .containsEntry("before", new BigDecimal(4))
                .containsEntry("after", new BigDecimal(4))
                .containsEntry("reason", "before_wrong");
        assertThat(Json.list(json.get("changed"))).hasSize(2);
        assertThat(Json.list(json.get("findings"))).hasSize(1);
    }

    @Test
    void diff_deliveriesOfTwoVersions_carriesTheEarlierOneOverAndSaysSo() {
        Path newest = Sheet.write(folder, "newest.csv", Sheet.row());
        Path older = ConvertCommandTest.middle(folder, "27-49");
        Run run = Run.of("diff", older, newest).exits(0);
        assertThat(run.err()).contains("telformat-gebiedsgericht@2025.2", "omgezet naar " + NEWEST, "TF-I31");
        assertThat(run.lines().get(0)).endsWith("(" + NEWEST + ")");
        assertThat(run.out())
                .contains("gaat over 2025KW04, de tweede over 2026KW01")
                .contains("Rijen weg: 1, nieuw: 1")
                .doesNotContain("onbekend");
        Run back = Run.of("diff", newest, older, "--report", "json").exits(0);
        Map<String, @Nullable Object> carried =
                Json.object(Json.object(Json.read(back.out())).get("carried"));
        assertThat(carried).containsEntry("from", "telformat-gebiedsgericht@2025.2");
        assertThat(Json.list(carried.get("losses"))).isNotEmpty();
    }

    /** A row of the second delivery that is wrong did not go away. */
    @Test
    void diff_rowThatBecameWrong_isNotGone() {
        Path before = Sheet.write(folder, "before.csv", Sheet.row(), Sheet.row("leeftijdsgroep", "67+"));
        Path after =
                Sheet.write(folder, "after.csv", Sheet.row("leeftijdsgroep", "67+"), Sheet.row("bezoeken", "veertig"));
        assertThat(Run.of("diff", before, after).exits(1).out())
                .contains("niet te vergelijken, rij 2 → 3: 91000011", "de rij van de tweede levering heeft een fout")
                .doesNotContain("weg, rij");
        Path noKey = Sheet.write(folder, "noKey.csv", Sheet.row("wijk", "Utopia"));
        Run run = Run.of("diff", before, noKey, "--lang", "en").exits(1);
        assertThat(run.out())
                .contains("not comparable, row – → 2: cannot be seen which row", "not comparable, row 2 → –: 91000011")
                .doesNotContain("  gone,", "{");
    }

    @Test
    void diff_whatCannotBeSetSideBySide_isWrongUsage() {
        Path delivery = Sheet.write(folder, "delivery.csv", Sheet.row());
        Run.of("diff", delivery, NEWEST).exits(2).saysOneLine();
        Path support = Sheet.writeText(
                folder,
                "support.csv",
                "organisatie;stadsdeel;periode;vorm;leeftijdsgroep;begin;opgestart;afgesloten;eind;unieke_clienten;"
                        + "hulpvragen;terugkeer;doorlooptijd_dagen;doelen_gesteld;doelen_behaald;wachttijd_dagen;"
                        + "doorverwijzingen;toelichting\n"
                        + "91000011;Laak;2026KW01;INDIVIDUEEL;30-49;10;4;3;11;13;;;100;;;;;\n");
        Run.of("diff", delivery, support).exits(2).saysOneLine();
        Run.of("diff", NEWEST, "telformat-gebiedsgericht@1999.1").exits(2).saysOneLine();
        Path foreign = Sheet.writeText(folder, "foreign.csv", "a;b\n1;2\n");
        assertThat(Run.of("diff", delivery, foreign).exits(1).err()).contains("TF-S09");
    }

    @Test
    void formats_aVersion_showsItsStepsAndWhatChanged() {
        String page = Run.of("formats", NEWEST).exits(0).out();
        assertThat(page)
                .contains(
                        "Vanaf versie 2025.2",
                        "kolom leeftijdsgroep: 18-26 → 18-29",
                        "kolom leeftijdsgroep: 27-49 valt in 18-29, 30-49, en wordt onbekend",
                        "kolom nieuwe_deelnemers komt erbij en blijft leeg",
                        "Wat er veranderde sinds versie 2025.2: groot");
        assertThat(Run.of("formats", OLDEST).exits(0).out()).doesNotContain("Vanaf versie");
    }

    /** What does not mean the same in an earlier version has no figure of it, and the reader is told why. */
    @Test
    void compare_filesOfTwoVersions_refusesWhatIsNotComparable() {
        Path newest = Sheet.write(folder, "2026-1.csv", Sheet.row());
        Path older = ConvertCommandTest.middle(folder, "0-11", "67+");
        Run alone = Run.of("compare", newest, "--level", "stadsdeel", "--indicator", "all")
                .exits(0);
        Run both = Run.of("compare", newest, older, "--level", "stadsdeel", "--indicator", "all")
                .exits(0);
        assertThat(alone.err()).doesNotContain("Niet vergeleken, omdat de versies");
        assertThat(both.err()).contains("Niet vergeleken, omdat de versies", "nieuwe_deelnemers");
        List<String> periods = Sheet.rows(both.out()).stream()
                .map(row -> Sheet.cell(row, "period"))
                .distinct()
                .toList();
        assertThat(periods).contains("2025KW04", "2026KW01");
        String left = both.err()
                .lines()
                .filter(line -> line.contains("omdat de versies"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*verschillen: (\\S+) .*", "$1");
        Run.of("compare", newest, "--level", "stadsdeel", "--indicator", left).exits(0);
        Run refused = Run.of("compare", newest, older, "--level", "stadsdeel", "--indicator", left)
                .exits(0);
        assertThat(refused.err()).contains(left);
        assertThat(Sheet.rows(refused.out()).stream()
                        .filter(row -> Sheet.cell(row, "area").equals("Centrum"))
                        .map(row -> Sheet.cell(row, "period") + " " + Sheet.cell(row, "status") + " "
                                + Sheet.cell(row, "reason")))
                .containsExactly("2025KW04 not_comparable not_comparable", "2026KW01 exact alone");
    }
}
