package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateCommandTest {

    private static final String FORMAT = "telformat-gebiedsgericht";

    @TempDir
    private Path folder;

    @Test
    void run_workbook_isAZipAndSaysWhere() throws IOException {
        Path file = folder.resolve("new/form.xlsx");
        Run run = Run.of("template", FORMAT, "-o", file).exits(0);
        assertThat(run.err().lines())
                .containsExactly("Map gemaakt: " + file.getParent() + ".", "Het lege formulier staat in " + file + ".");
        assertThat(Files.readAllBytes(file)).startsWith('P', 'K', 3, 4);
    }

    @Test
    void run_workbookInEnglish_isAnother() throws IOException {
        Path dutch = folder.resolve("nl.xlsx");
        Path english = folder.resolve("en.xlsx");
        Run.of("template", FORMAT + "@2026.1", "-o", dutch).exits(0);
        Run.of("template", FORMAT, "-o", english, "--lang", "en").exits(0);
        assertThat(Files.readAllBytes(dutch)).isNotEqualTo(Files.readAllBytes(english));
    }

    @Test
    void run_csv_isAHeader() {
        Path file = folder.resolve("form.csv");
        Run.of("template", FORMAT, "-o", file).exits(0);
        assertThat(Sheet.read(file))
                .isEqualTo(String.join(";", Sheet.COLUMNS)
                                .replace(
                                        ";toelichting",
                                        ";bezoeken_zonder_naam;eerste_keer_dit_jaar;deelnemers_uit_stadsdeel"
                                                + ";toelichting")
                        + "\n");
    }

    @Test
    void run_prefilled_standsInItsColumns() {
        Path file = folder.resolve("form.csv");
        Run.of(
                        "template",
                        FORMAT,
                        "-o",
                        file,
                        "--organisatie",
                        "91000011",
                        "--stadsdeel",
                        "laak",
                        "--periode",
                        "2026-Q2")
                .exits(0);
        assertThat(Sheet.rows(Sheet.read(file))).singleElement().satisfies(row -> {
            assertThat(Sheet.cell(row, "organisatie")).isEqualTo("91000011");
            assertThat(Sheet.cell(row, "stadsdeel")).isEqualTo("Laak");
            assertThat(Sheet.cell(row, "periode")).isEqualTo("2026KW02");
            assertThat(Sheet.cell(row, "wijk")).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--organisatie | 123 | --organisatie, '123', 8 cijfers",
                "--organisatie | 00000000 | '00000000'",
                "--stadsdeel | Overvecht | 'Overvecht', Centrum, Escamp, Haagse Hout, Laak",
                "--periode | 2025KW04 | '2025KW04', 2026KW01",
                "--periode | 2026 | '2026'",
                "--periode | ooit | 'ooit'"
            },
            quoteCharacter = '"')
    void run_valueThatDoesNotFit_isTwoAndMakesNothing(String option, String value, String expected) {
        Path file = folder.resolve("form.xlsx");
        Run run = Run.of("template", FORMAT, "-o", file, option, value).exits(2).saysOneLine();
        for (String part : expected.split(", ")) {
            assertThat(run.err()).contains(part);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void run_wrongUsage_isTwo() {
        Path file = folder.resolve("form.pdf");
        assertThat(Run.of("template", FORMAT, "-o", file).exits(2).saysOneLine().err())
                .contains(".xlsx", ".csv", file.toString());
        Run.of("template", FORMAT).exits(2);
        Run.of("template").exits(2);
        assertThat(Run.of("template", "foo", "-o", folder.resolve("form.csv"))
                        .exits(2)
                        .err())
                .contains("foo", FORMAT);
    }

    @Test
    void run_fileThatCannotBeWritten_isThree() {
        Path file = Sheet.writeText(folder, "file", "x").resolve("form.xlsx");
        assertThat(Run.of("template", FORMAT, "-o", file).exits(3).saysOneLine().err())
                .contains(file.toString());
    }

    @Test
    void run_account_isOneWorkbookThatValidateTakesForOne() throws IOException {
        Path file = folder.resolve("verantwoording.xlsx");
        Run.of("template", "verantwoording", "-o", file, "--lang", "en")
                .exits(0)
                .saysOneLine();
        // nothing is filled in yet, on any of the four sheets
        Run run = Run.of("validate", file).exits(1);
        assertThat(run.lines())
                .contains(
                        "verantwoording.xlsx!telformat (telformat-gebiedsgericht@2026.1)",
                        "verantwoording.xlsx!ondersteuning (individuele-ondersteuning@2026.1)",
                        "verantwoording.xlsx!ervaringsmeting (ervaringsmeting@2026.1)",
                        "verantwoording.xlsx!impactverhaal (impactverhaal@2026.1)",
                        "verantwoording.xlsx (verantwoording@2026.1)");
        assertThat(run.lines().stream().filter(line -> line.contains("TF-S05"))).hasSize(4);
        assertThat(run.out()).doesNotContain("VA-S", " waarschuwing ");
    }

    @Test
    void run_accountPrefilled_fillsInEachSheetThatHasTheColumn() throws IOException {
        Path file = folder.resolve("verantwoording.xlsx");
        Path empty = folder.resolve("leeg.xlsx");
        Run.of("template", "verantwoording@2026.1", "-o", file, "--organisatie", "91000011", "--periode", "2026-Q2")
                .exits(0);
        Run.of("template", "verantwoording@2026.1", "-o", empty).exits(0);
        assertThat(Files.size(file)).isGreaterThan(Files.size(empty));
    }

    @Test
    void run_accountAsWhatCannotBe_isWrongUsage() {
        Run.of("template", "verantwoording", "-o", folder.resolve("form.csv"))
                .exits(2)
                .saysOneLine();
        Run.of("template", "verantwoording", "-o", folder.resolve("form.xlsx"), "--organisatie", "123")
                .exits(2)
                .saysOneLine();
        Run.of("template", "verantwoording@1.0", "-o", folder.resolve("form.xlsx"))
                .exits(2)
                .saysOneLine();
        assertThat(folder.resolve("form.xlsx")).doesNotExist();
    }
}
