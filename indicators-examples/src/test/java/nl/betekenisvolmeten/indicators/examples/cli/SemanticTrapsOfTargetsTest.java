package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What figures may be mistaken for, each with the right answer as a user of the command line sees it. */
class SemanticTrapsOfTargetsTest {

    @TempDir
    private Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    /** The rows of a table of results, each by the names of its columns. */
    private static List<Map<String, String>> rows(Run run) {
        String[] names = run.lines().get(0).split(";", -1);
        return run.lines().stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(";", -1);
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < names.length; i++) {
                        row.put(names[i], cells[i]);
                    }
                    return row;
                })
                .toList();
    }

    /** A definition of the tests. */
    private Path definition(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SemanticTrapsTest.class.getResourceAsStream(name), name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private static Map<String, String> row(Run run, String column, String value) {
        return rows(run).stream()
                .filter(row -> value.equals(row.get(column)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " in " + run.out()));
    }

    /** Targets, judged on figures that are known. */
    @Nested
    class Targets {

        private static final String STATED = "indicator;gebied;periode;waarde;waarde_tot;stand;bron";
        private static final String WANTED = "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;bron";

        @ParameterizedTest
        @CsvSource({
            "locaties-keurmerk-dementievriendelijk, 24, met",
            "locaties-haags-ontmoeten, 67, met",
            "opvang-oekraiense-ontheemden, 2100, met",
            "opvang-oekraiense-ontheemden, 2076, not-met"
        })
        void beyondTheTarget_inTheDirectionOfTheIndicator_isMet(String indicator, String value, String outcome)
                throws IOException {
            Path stated = file("real.csv", STATED, indicator + ";GM0518;2026JJ00;" + value + ";;;test");
            Run run = Run.of("targets", "--realisations", stated).exits(0);
            assertThat(row(run, "indicator", indicator)).containsEntry("outcome", outcome);
        }

        @Test
        void aBand_hasNoPercentage() throws IOException {
            Path wanted = file(
                    "doelen.csv",
                    WANTED,
                    "midden;GM0518;2026JJ00;TUSSEN;5;9;;begroting",
                    "boven;GM0518;2026JJ00;TUSSEN;5;9;20;begroting");
            Path stated =
                    file("real.csv", STATED, "midden;GM0518;2026JJ00;7;;;opgave", "boven;GM0518;2026JJ00;12;;;opgave");
            Run run = Run.of("targets", "--targets", wanted, "--realisations", stated)
                    .exits(0);
            assertThat(row(run, "indicator", "midden"))
                    .containsEntry("outcome", "met")
                    .containsEntry("achievement", "");
            assertThat(row(run, "indicator", "boven"))
                    .containsEntry("outcome", "not-met")
                    .containsEntry("achievement", "");
        }

        @Test
        void aPercentage_neverReads100BeforeTheTargetIsMet() throws IOException {
            Path wanted = file(
                    "doelen.csv",
                    WANTED,
                    "bijna;GM0518;2026JJ00;MINSTENS;1000;;;begroting",
                    "meer;GM0518;2026JJ00;MEER_DAN;90;;;begroting");
            Path stated =
                    file("real.csv", STATED, "bijna;GM0518;2026JJ00;999;;;opgave", "meer;GM0518;2026JJ00;90;;;opgave");
            assertThat(Run.atTerminal("targets", "--targets", wanted, "--realisations", stated)
                            .exits(0)
                            .out())
                    .contains("99 %")
                    .doesNotContain("100 %");
        }

        @Test
        void aboutZero_withoutATolerance_isNotDecidedAndSaysWhy() throws IOException {
            Path stated = file("real.csv", STATED, "jeugdigen-zonder-vaste-jeugdbeschermer;GM0518;2028JJ00;0,3;;;test");
            Run run = Run.of("targets", "--realisations", stated, "--periode", "2028")
                    .exits(0);
            assertThat(row(run, "indicator", "jeugdigen-zonder-vaste-jeugdbeschermer"))
                    .containsEntry("outcome", "not-decided")
                    .containsEntry("reasons", "no-tolerance");
        }

        @Test
        void aPath_knowsItsOwnStart() throws IOException {
            Path stated = file("real.csv", STATED, "bedden-jeugdhulpplus-haaglanden;GM0518;2028JJ00;20;;;test");
            Run run = Run.of("targets", "--realisations", stated).exits(0);
            assertThat(row(run, "kind", "whole-life"))
                    .containsEntry("outcome", "met")
                    .containsEntry("reasons", "");
        }

        @Test
        void aCityLevelFormat_expectsNoDistricts() throws IOException {
            Path delivery = file(
                    "vt.csv",
                    "organisatie;gemeente;periode;spoed;spoed_24u;wachtlijst",
                    "91000011;'s-Gravenhage;2025HJ01;400;370;120",
                    "91000011;'s-Gravenhage;2025HJ02;410;380;109",
                    "91000011;'s-Gravenhage;2026HJ01;420;376;115",
                    "91000011;'s-Gravenhage;2026HJ02;420;376;111");
            String definitions = definition("veilig-thuis.json") + "," + definition("veilig-thuis-indicators.json");
            Run run = Run.of("targets", delivery, "--definitions", definitions).exits(0);
            assertThat(row(run, "indicator", "spoedbeoordeling-binnen-24-uur"))
                    .containsEntry("reached", "89.523809523809524")
                    .containsEntry("outcome", "not-met");
            assertThat(row(run, "indicator", "wachtlijst-veilig-thuis"))
                    .containsEntry("reached", "109")
                    .containsEntry("outcome", "met");
        }

        @Test
        void aFigureOfAYearWithoutATarget_isReported() throws IOException {
            Path stated = file(
                    "real.csv",
                    STATED,
                    "wachtlijst-veilig-thuis;GM0518;2025JJ00;105;;;test",
                    "wachtlijst-veilig-thuis;GM0518;2026JJ00;130;;;test");
            assertThat(Run.of("targets", "--realisations", stated).exits(0).err())
                    .contains("wachtlijst-veilig-thuis (GM0518, 2026)")
                    .doesNotContain("(GM0518, 2025)");
        }
    }
}
