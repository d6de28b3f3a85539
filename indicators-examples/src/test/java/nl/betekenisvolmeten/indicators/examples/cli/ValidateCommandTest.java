package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateCommandTest {

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
                        "  Rijen: 1, waarvan goed: 1. Fouten: 0, waarschuwingen: 0, ter informatie: 0.");
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
                        "  Rijen: 4, waarvan goed: 2. Fouten: 2, waarschuwingen: 1, ter informatie: 0.");
    }

    @Test
    void validate_previous_tellsOfAJumpAndOfAnUnreadableFile() {
        Path before = Sheet.write(folder, "before.csv", Sheet.row());
        Path now = Sheet.write(folder, "now.csv", Sheet.row("bezoeken", "900", "periode", "2026KW02"));
        Run run = Run.of("validate", now, "--previous", before).exits(0);
        assertThat(run.lines())
                .contains("  rij 2, kolom bezoeken: waarschuwing TF-T01: Aantal springt sterk")
                .last()
                .asString()
                .contains("Fouten: 0, waarschuwingen: 1");
        Run.of("validate", now, "--previous", folder.resolve("none.csv"))
                .exits(3)
                .saysOneLine();
        Run.of("validate", now, "--previous", before, "-o", before).exits(2).saysOneLine();
    }

    @Test
    void validate_folder_isAnAccountOfParts() {
        Sheet.write(folder, "telformat.csv", Sheet.row("periode", "2026KW02"));
        Run run = Run.of("validate", folder).exits(1);
        assertThat(run.lines())
                .contains("telformat.csv (telformat-gebiedsgericht@2026.1)")
                .anySatisfy(line -> assertThat(line).endsWith("(verantwoording@2026.1)"))
                .filteredOn(line -> line.contains("VA-S01"))
                .hasSize(3);
        Run.of("validate", folder, "-o", folder.resolve("telformat.csv"))
                .exits(2)
                .saysOneLine();
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
                        "formatVersion",
                        "rows",
                        "rowsAccepted",
                        "errors",
                        "warnings",
                        "notes",
                        "truncated",
                        "findings");
        assertThat(file)
                .containsEntry("file", "faulty.csv")
                .containsEntry("format", "telformat-gebiedsgericht")
                .containsEntry("formatVersion", "2026.1")
                .containsEntry("rows", BigDecimal.valueOf(4))
                .containsEntry("rowsAccepted", BigDecimal.valueOf(2))
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
        Path other = Sheet.writeText(folder, "other.csv", "naam;plaats\nx;y\n");
        Map<String, @Nullable Object> file = file(
                Run.of("validate", other, "--report", "json", "--lang", "en").exits(1), 0);
        assertThat(file).containsEntry("format", null).containsEntry("formatVersion", null);
        assertThat(Json.object(Json.list(file.get("findings")).get(0)))
                .containsEntry("code", "TF-S07")
                .containsEntry("row", null)
                .containsEntry("column", null);
        assertThat(Run.of("validate", other).exits(1).out()).contains("other.csv (formulier niet herkend)", "TF-S07");
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
        assertThat(run.out()).contains("Er zijn 3 meldingen", "TF-V02", "Fouten: 2, waarschuwingen: 1");
        assertThat(run.out()).doesNotContain("TF-R02");
        Run none = Run.of("validate", file, "--max-findings", 0).exits(1);
        assertThat(none.out()).contains("Fouten: 2, waarschuwingen: 1").doesNotContain("TF-V02");
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
}
