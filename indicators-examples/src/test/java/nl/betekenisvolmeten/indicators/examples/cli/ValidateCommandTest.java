package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateCommandTest {

    private static final String EXPERIENCE = """
            organisatie;stadsdeel;periode;vragenlijst;vraag;doelgroep;ja;nee;nvt;uitgenodigd;respons
            91000011;Centrum;2026KW02;clientervaring;ce-effect;ALLEN;12;3;5;40;20
            """;

    @TempDir
    private Path folder;

    private Path faulty() {
        return Sheet.write(
                folder,
                "faulty.csv",
                Sheet.row(),
                Sheet.row("leeftijdsgroep", "50-66", "activiteitsoort", "TALL"),
                Sheet.row("leeftijdsgroep", "67+", "unieke_deelnemers", "55"),
                Sheet.row("leeftijdsgroep", "onbekend", "periode", "2026-Q1"));
    }

    private static Map<String, @Nullable Object> file(Run run, int index) {
        return Json.object(
                Json.list(Json.object(Json.read(run.out())).get("files")).get(index));
    }

    @Test
    void validate_goodFile_isZeroAndSaysTheCounts() {
        Run run =
                Run.of("validate", Sheet.write(folder, "good.csv", Sheet.row())).exits(0);
        assertThat(run.lines())
                .containsExactly(
                        "good.csv (telformat-gebiedsgericht@2026.1)",
                        "  Rijen: 1, waarvan goed: 1. Fouten: 0, waarschuwingen: 0, ter informatie: 0.",
                        "  Alles is gecontroleerd, behalve de vergelijking met de vorige levering (geef die op met --previous).");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void validate_faultyFile_saysWhereWhatAndWhatToDo() {
        Run run = Run.of("validate", faulty()).exits(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.lines())
                .containsExactly(
                        "faulty.csv (telformat-gebiedsgericht@2026.1)",
                        "  rij 3, kolom activiteitsoort: fout TF-V02: Onbekende waarde",
                        "    ‘TALL’ staat niet in de lijst van kolom activiteitsoort.",
                        "    Bedoelt u: TAAL?",
                        "    → Kies een waarde uit de lijst.",
                        "  rij 4, kolom unieke_deelnemers: fout TF-R02: Meer personen dan bezoeken",
                        "    Er staan 55 bij unieke_deelnemers en 40 bij bezoeken. Iedere persoon kwam ten minste één"
                                + " keer, dus unieke_deelnemers kan niet hoger zijn.",
                        "    → Kijk of de twee getallen zijn verwisseld.",
                        "  rij 5, kolom periode: waarschuwing TF-W02: Anders geschreven",
                        "    ‘2026-Q1’ is anders geschreven dan is afgesproken. Wij hebben het gelezen als 2026KW01.",
                        "    → Kijk of dit klopt. Schrijf de volgende keer 2026KW01.",
                        "  Rijen: 4, waarvan goed: 2. Fouten: 2, waarschuwingen: 1, ter informatie: 0.",
                        "  Alles is gecontroleerd, behalve de vergelijking met de vorige levering (geef die op met --previous).");
    }

    @Test
    void validate_previous_tellsOfAJumpAndOfAnUnreadableFile() {
        Path before = Sheet.write(folder, "before.csv", Sheet.row());
        Path now = Sheet.write(folder, "now.csv", Sheet.row("bezoeken", "900", "periode", "2026KW02"));
        Run run = Run.of("validate", now, "--previous", before).exits(0);
        assertThat(run.lines())
                .contains("  rij 2, kolom bezoeken: waarschuwing TF-T01: Aantal springt sterk")
                .anySatisfy(line -> assertThat(line).contains("Fouten: 0, waarschuwingen: 1"));
        Run.of("validate", now, "--previous", folder.resolve("none.csv"))
                .exits(3)
                .saysOneLine();
        Run.of("validate", now, "--previous", before, "-o", before).exits(2).saysOneLine();
    }

    @Test
    void validate_folder_isAnAccountOfParts() {
        Sheet.write(folder, "telformat.csv", Sheet.row("periode", "2026KW02"));
        Sheet.writeText(folder, "ervaringsmeting.csv", EXPERIENCE);
        Run run = Run.of("validate", folder).exits(0);
        assertThat(run.lines())
                .contains("telformat.csv (telformat-gebiedsgericht@2026.1)")
                .anySatisfy(line -> assertThat(line).endsWith("(verantwoording@2026.1)"))
                .filteredOn(line -> line.contains("VA-I01"))
                .hasSize(2);
        Run.of("validate", folder, "-o", folder.resolve("telformat.csv"))
                .exits(2)
                .saysOneLine();
    }

    /** The rows of an account are those of its parts: who adds up the files must see which entry is which. */
    @Test
    void validate_accountAsJson_tellsTheWholeFromItsParts() {
        Sheet.write(folder, "telformat.csv", Sheet.row("periode", "2026KW02"));
        Sheet.writeText(folder, "ervaringsmeting.csv", EXPERIENCE);
        Run run = Run.of("validate", folder, "--json").exits(0);
        assertThat(file(run, 0)).containsEntry("file", "telformat.csv").containsEntry("kind", "delivery");
        assertThat(file(run, 2)).containsEntry("kind", "account").containsEntry("sha256", null);
    }

    /** A workbook with the sheets of several parts is an account, unless a format is named. */
    @Test
    void validate_workbookOfSeveralParts_isAnAccount() {
        Path file = folder.resolve("verantwoording.xlsx");
        Run.of("template", "verantwoording", "-o", file).exits(0);
        assertThat(Run.of("validate", file).exits(1).out()).contains("(verantwoording@2026.1)");
        Run.of("validate", file, "--previous", file).exits(2).saysOneLine();
        assertThat(Run.of("validate", file, "--format", "ervaringsmeting@2026.1")
                        .exits(1)
                        .out())
                .contains("verantwoording.xlsx (ervaringsmeting@2026.1)")
                .doesNotContain("(verantwoording@2026.1)");
    }

    @Test
    void validate_accountWithWhatIsAboutOneDelivery_isWrongUsage() {
        Path file = Sheet.write(folder, "telformat.csv", Sheet.row("periode", "2026KW02"));
        for (List<Object> option : List.<List<Object>>of(
                List.of("--previous", file),
                List.of("--accepted", file),
                List.of("--explain-template", folder.resolve("new.json")),
                List.of("--format", "telformat-gebiedsgericht@2026.1"))) {
            Run.of("validate", folder, option.get(0), option.get(1)).exits(2).saysOneLine();
        }
    }

    @Test
    void validate_explanationsBesideAPart_areAppliedAndNoPart() throws IOException {
        Path account = Files.createDirectory(folder.resolve("levering"));
        Path part = Sheet.write(account, "telformat.csv", Sheet.row("periode", "2026-Q2"));
        assertThat(Run.of("validate", account).exits(0).out()).contains(" waarschuwing TF-W02");
        Sheet.writeText(account, "telformat.csv.toelichtingen.json", filledIn(part));
        assertThat(Run.of("validate", account).exits(0).out())
                .contains("toegelichte waarschuwing TF-W02")
                .doesNotContain(": waarschuwing TF-W02", "VA-S02", "VA-S03");
    }

    /** The same files in a zip give the same report, but for the name of the whole. */
    @Test
    void validate_explanationsInAZip_countAsInItsFolder() throws IOException {
        Path account = Files.createDirectory(folder.resolve("levering"));
        Path part = Sheet.write(account, "telformat.csv", Sheet.row("periode", "2026-Q2"));
        Path explanations = Sheet.writeText(account, "telformat.csv.toelichtingen.json", filledIn(part));
        Path zip = folder.resolve("levering.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : List.of(part, explanations)) {
                out.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                out.write(Files.readAllBytes(file));
                out.closeEntry();
            }
        }
        String packed = Run.of("validate", zip).exits(0).out();
        assertThat(packed)
                .contains("toegelichte waarschuwing TF-W02")
                .isEqualTo(Run.of("validate", account).exits(0).out());
        Run.of("validate", account, "-o", explanations).exits(2).saysOneLine();
    }

    @Test
    void validate_audiences_areWordedApart() {
        Path file = faulty();
        String filler = Run.of("validate", file).out();
        String department =
                Run.of("validate", file, "--audience", "IT").exits(1).out();
        String clerk = Run.of("validate", file, "--audience", "clerk").exits(1).out();
        assertThat(List.of(filler, department, clerk)).doesNotHaveDuplicates();
        assertThat(department).contains("codelijst");
        assertThat(clerk).contains("Vraag de organisatie");
    }

    @Test
    void validate_json_hasTheFieldsOfTheContract() {
        Path good = Sheet.write(folder, "good.csv", Sheet.row());
        Run run = Run.of("validate", faulty(), good, "--report", "JSON").exits(1);
        Map<String, @Nullable Object> report = Json.object(Json.read(run.out()));
        assertThat(report.keySet()).containsExactly("tool", "version", "files");
        assertThat(Json.list(report.get("files"))).hasSize(2);
        Map<String, @Nullable Object> file = file(run, 0);
        assertThat(file.keySet())
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
        assertThat(file)
                .containsEntry("file", "faulty.csv")
                .containsEntry("format", "telformat-gebiedsgericht")
                .containsEntry("format_version", "2026.1")
                .containsEntry("rows", BigDecimal.valueOf(4))
                .containsEntry("rows_accepted", BigDecimal.valueOf(2))
                .containsEntry("errors", BigDecimal.valueOf(2))
                .containsEntry("warnings", BigDecimal.valueOf(1))
                .containsEntry("truncated", false);
        assertThat(file.get("sha256")).asString().matches("[0-9a-f]{64}");
        Map<String, @Nullable Object> finding =
                Json.object(Json.list(file.get("findings")).get(0));
        assertThat(finding.keySet())
                .containsExactly("code", "severity", "row", "column", "value", "message", "suggestions");
        assertThat(finding)
                .containsEntry("code", "TF-V02")
                .containsEntry("severity", "error")
                .containsEntry("row", BigDecimal.valueOf(3))
                .containsEntry("column", "activiteitsoort")
                .containsEntry("value", "TALL")
                .containsEntry("suggestions", List.of("TAAL"));
        assertThat(file(run, 1)).containsEntry("errors", BigDecimal.ZERO).containsEntry("findings", List.of());
    }

    @Test
    void validate_unknownForm_isNullInJsonAndSaidInText() {
        Path other = Sheet.writeText(folder, "other.csv", "kleur;plaats\nx;y\n");
        Map<String, @Nullable Object> file = file(
                Run.of("validate", other, "--report", "json", "--lang", "en").exits(1), 0);
        assertThat(file).containsEntry("format", null).containsEntry("format_version", null);
        assertThat(Json.object(Json.list(file.get("findings")).get(0)))
                .containsEntry("code", "TF-S09")
                .containsEntry("row", null)
                .containsEntry("column", null);
        assertThat(Run.of("validate", other).exits(1).out()).contains("other.csv (formulier niet herkend)", "TF-S09");
    }

    @Test
    void validate_output_goesToTheFileOnly() {
        Path report = folder.resolve("new").resolve("report.txt");
        Path file = faulty();
        Run run = Run.of("validate", file, "-o", report).exits(1);
        assertThat(run.out()).isEmpty();
        assertThat(Sheet.read(report)).isEqualTo(Run.of("validate", file).out());
    }

    @Test
    void validate_maxFindings_showsFewerAndCountsAll() {
        Path file = faulty();
        Run run = Run.of("validate", file, "--max-findings", 1).exits(1);
        assertThat(run.out()).contains("Er zijn 3 meldingen", "TF-V02", "TF-R02", "Fouten: 2, waarschuwingen: 1");
        assertThat(Json.list(file(Run.of("validate", file, "--max-findings", 1, "--report", "json"), 0)
                        .get("findings")))
                .as("the note that says so, and one")
                .hasSize(2);
        Run none = Run.of("validate", file, "--max-findings", 0).exits(1);
        assertThat(none.out()).contains("Fouten: 2, waarschuwingen: 1", "Grens bereikt: Veel meldingen (TF-I03)");
        assertThat(file(Run.of("validate", file, "--max-findings", 1, "--report", "json"), 0))
                .containsEntry("truncated", true);
    }

    @ParameterizedTest
    @CsvSource({"STRICT, 1, 1, 0", "strict, 1, 1, 0", "Standard, 0, 0, 1", "lenient, 0, 0, 0", "LENIENT, 0, 0, 0"})
    void validate_leniency_takesAnyCase(String leniency, int exit, int errors, int warnings) {
        Path file = Sheet.write(folder, "notation.csv", Sheet.row("periode", "2026-Q1"));
        Run run = Run.of("validate", file, "--leniency", leniency).exits(exit);
        assertThat(run.out()).contains("Fouten: " + errors + ", waarschuwingen: " + warnings);
    }

    @Test
    void validate_givenFormat_isTakenInsteadOfRecognised() {
        Path file = Sheet.writeText(folder, "part.csv", "organisatie;stadsdeel\n91000011;Centrum\n");
        assertThat(Run.of("validate", file).exits(1).out()).contains("TF-S07");
        assertThat(Run.of("validate", file, "--format", "telformat-gebiedsgericht@2026.1")
                        .exits(1)
                        .out())
                .contains("TF-S01", "unieke_deelnemers")
                .doesNotContain("TF-S07");
    }

    @Test
    void validate_severalReports_goToFilesOfOneName() {
        Path base = folder.resolve("uit").resolve("verslag");
        Run run = Run.of("validate", faulty(), "--report", "text,json,HTML,sarif,junit", "-o", base)
                .exits(1);
        assertThat(run.out()).isEmpty();
        assertThat(Sheet.read(folder.resolve("uit/verslag.txt"))).contains("TF-V02");
        assertThat(Sheet.read(folder.resolve("uit/verslag.json"))).startsWith("{");
        assertThat(Sheet.read(folder.resolve("uit/verslag.html"))).startsWith("<!DOCTYPE html>");
        assertThat(Sheet.read(folder.resolve("uit/verslag.sarif"))).contains("\"2.1.0\"");
        assertThat(Sheet.read(folder.resolve("uit/verslag.xml"))).contains("<testsuites");
    }

    @Test
    void validate_reportsIntoAFolder_areCalledFindings() {
        Run.of("validate", faulty(), "--report", "html", "-o", folder).exits(1);
        Run.of("validate", faulty(), "--report", "json,junit", "-o", folder, "--lang", "en")
                .exits(1);
        assertThat(Sheet.read(folder.resolve("bevindingen.html"))).contains("lang=\"nl\"");
        assertThat(Sheet.read(folder.resolve("bevindingen.json"))).contains("TF-V02");
        assertThat(Sheet.read(folder.resolve("bevindingen.xml"))).contains("Unknown value");
    }

    @Test
    void validate_severalReportsOnTheScreen_isWrongUsage() {
        assertThat(Run.of("validate", faulty(), "--report", "text,json")
                        .exits(2)
                        .saysOneLine()
                        .err())
                .contains("-o");
        assertThat(Run.of("validate", faulty(), "--report", "xml").exits(2).err())
                .contains("--report");
    }

    @Test
    void validate_reportInThePlaceOfADelivery_isRefused() {
        Path file = Sheet.write(folder, "levering.json", Sheet.row());
        Run.of("validate", file, "--report", "text,json", "-o", folder.resolve("levering"))
                .exits(2)
                .saysOneLine();
        assertThat(Sheet.read(file)).startsWith("organisatie");
    }

    private Path warning() {
        return Sheet.write(folder, "uren.csv", Sheet.row("vrijwilligers", "0"));
    }

    private String filledIn(Path delivery) {
        Path template = folder.resolve("sjabloon.json");
        Run.of("validate", delivery, "--explain-template", template, "--date", "2026-04-02")
                .exits(0);
        return Sheet.read(template).replace("\"reason\" : \"\"", "\"reason\" : \"Uren van stagiairs.\"");
    }

    @Test
    void validate_explanationsBesideTheDelivery_explainItsWarnings() {
        Path delivery = warning();
        assertThat(Run.of("validate", delivery).exits(0).out()).contains("waarschuwing TF-R06");
        Sheet.writeText(folder, "uren.csv.toelichtingen.json", filledIn(delivery));
        Run run = Run.of("validate", delivery).exits(0);
        assertThat(run.out())
                .contains(
                        "toegelichte waarschuwing TF-R06",
                        "Toelichting van wie het formulier invult (2026-04-02): Uren van stagiairs.",
                        "waarschuwingen: 0,",
                        "Toegelichte waarschuwingen: 1.");
    }

    @Test
    void validate_namedExplanations_lapseWhenTheValueChanges() {
        Path explanations = Sheet.writeText(folder, "waarom.json", filledIn(warning()));
        Path changed = Sheet.write(folder, "anders.csv", Sheet.row("vrijwilligers", "0", "vrijwilligersuren", "21"));
        Run run = Run.of("validate", changed, "--accepted", explanations, "--report", "json")
                .exits(0);
        assertThat(run.out()).contains("BM-E01", "\"warnings_open\" : 1", "\"warnings_explained\" : 0");
    }

    @Test
    void validate_faultyExplanations_areAnError() {
        Path delivery = warning();
        Path explanations = Sheet.writeText(folder, "waarom.json", "{}");
        assertThat(Run.of("validate", delivery, "--accepted", explanations)
                        .exits(1)
                        .out())
                .contains("BM-D02", "waarom.json");
    }

    @Test
    void validate_explanationsOfSeveralDeliveries_areWrongUsage() {
        Path delivery = warning();
        Path explanations = Sheet.writeText(folder, "waarom.json", "{}");
        Run.of("validate", delivery, faulty(), "--accepted", explanations)
                .exits(2)
                .saysOneLine();
        Run.of("validate", delivery, faulty(), "--explain-template", folder.resolve("t.json"))
                .exits(2)
                .saysOneLine();
        Run.of("validate", delivery, "--accepted", folder.resolve("none.json")).exits(3);
    }

    @Test
    void validate_template_neverTakesThePlaceOfAnInput() {
        Path delivery = warning();
        Path beside = Sheet.writeText(folder, "uren.csv.toelichtingen.json", "{\"explanations\": []}");
        Run.of("validate", delivery, "--explain-template", beside).exits(2).saysOneLine();
        Run.of("validate", delivery, "--explain-template", delivery).exits(2).saysOneLine();
        Run.of("validate", delivery, "-o", beside).exits(2).saysOneLine();
        assertThat(Sheet.read(beside)).isEqualTo("{\"explanations\": []}");
    }
}
