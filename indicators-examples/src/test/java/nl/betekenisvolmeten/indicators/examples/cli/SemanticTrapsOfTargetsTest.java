package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traps of rows in several files, of inhabitants and of targets: each with the right answer at the command line. */
class SemanticTrapsOfTargetsTest {

    @TempDir
    private Path folder;

    private Path write(String name, String... rows) {
        return Sheet.write(folder, name, rows);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    /** The rows of a table of results, each by the names of its columns. */
    private static List<Map<String, String>> table(Run run) {
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
        try (InputStream in =
                Objects.requireNonNull(SemanticTrapsOfTargetsTest.class.getResourceAsStream(name), name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private static Map<String, String> row(Run run, String column, String value) {
        return table(run).stream()
                .filter(row -> value.equals(row.get(column)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " in " + run.out()));
    }

    /** Rows that several files have. */
    @Nested
    class SameRows {

        private static final String TELFORMAT =
                "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                        + "bijeenkomsten;bezoeken;unieke_deelnemers;nieuwe_deelnemers;vrijwilligers;vrijwilligersuren;"
                        + "doorverwijzingen;toelichting";
        private static final String FIRST =
                "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafe;ALLEN;30-49;10;50;20;;;12,5;;";
        private static final String OTHER =
                "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafe;ALLEN;30-49;10;55;20;;;12,5;;";
        private static final String MORE = "91000011;Laak;WK051838;2026KW01;1;TAAL;Naaien;ALLEN;30-49;4;8;5;;;2;;";

        @Test
        void otherValuesOfTheSameKey_areRefusedWithBothPlaces() throws IOException {
            Path a = file("a.csv", TELFORMAT, FIRST, MORE);
            Path b = file(
                    "b.csv", TELFORMAT, "91000011;Escamp;WK051832;2026KW01;1;TAAL;X;ALLEN;30-49;1;2;1;;;;;", OTHER);
            Run run = Run.of("aggregate", "--by", "stadsdeel", "--measure", "bezoeken", a, b)
                    .exits(1);
            assertThat(run.err()).contains("BM-K20", "Rij 3 van b.csv", "rij 2 van a.csv");
            assertThat(row(run, "stadsdeel", "Laak"))
                    .containsEntry("bezoeken", "")
                    .containsEntry("bezoeken_lower", "")
                    .containsEntry("bezoeken_status", "refused");
            assertThat(row(run, "stadsdeel", "Escamp"))
                    .containsEntry("bezoeken", "2")
                    .containsEntry("bezoeken_status", "exact");
        }

        @Test
        void otherValuesOfTheSameKey_areRefusedByCompareTargetsAndSignalsToo() throws IOException {
            Path a = file("a.csv", TELFORMAT, FIRST, MORE);
            Path b = file("b.csv", TELFORMAT, OTHER);
            String indicator = "bezoeken-per-1000-inwoners";
            Run compared = Run.of("compare", "--level", "stadsdeel", "--indicator", indicator, a, b)
                    .exits(1);
            assertThat(row(compared, "area", "Laak")).containsEntry("value", "").containsEntry("status", "refused");
            Path wanted = file(
                    "doel.csv",
                    "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;bron",
                    indicator + ";SD0518-LAAK;2026JJ00;MINSTENS;1;;;plan");
            Run targets = Run.of("targets", "--targets", wanted, "--date", "2026-12-31", a, b)
                    .exits(1);
            assertThat(row(targets, "indicator", indicator))
                    .containsEntry("outcome", "not-defined")
                    .hasEntrySatisfying(
                            "reasons", reasons -> assertThat(reasons).contains("contradiction"));
            Run signals = Run.of(
                            "compare", "--level", "stadsdeel", "--indicator", indicator, "--export", "signals", a, b)
                    .exits(1);
            assertThat(signals.out()).doesNotContain(";exact;");
        }

        @Test
        void explain_givesTheFigureOfAggregate_withTheSameContext() throws IOException {
            Path a = file("a.csv", TELFORMAT, FIRST, MORE);
            Path b = file("b.csv", TELFORMAT, OTHER);
            String cell = "measure=bezoeken;stadsdeel=Laak;periode=2026KW01";
            Run refused =
                    Run.of("explain", a, b, "--cell", cell, "--lang", "en").exits(1);
            assertThat(refused.err()).contains("BM-K20");
            assertThat(refused.out()).contains("contradict");
            Path context = file("context.json", """
                    {"id": "proef", "version": "1", "title": {"nl": "Proef", "en": "Trial"}, "status": "draft",
                     "provenance": {"note": {"nl": "Verzonnen.", "en": "Made up."}, "sources": []},
                     "deliveries": [
                      {"organisation": "91000011", "period": "2026KW01", "format": "telformat-gebiedsgericht",
                       "number": 1, "kind": "SNAPSHOT", "file": "a.csv"},
                      {"organisation": "91000011", "period": "2026KW01", "format": "telformat-gebiedsgericht",
                       "number": 2, "kind": "CORRECTION", "file": "b.csv"}]}
                    """);
            Run added = Run.of("aggregate", a, b, "--by", "stadsdeel", "--measure", "bezoeken", "--context", context)
                    .exits(0);
            assertThat(row(added, "stadsdeel", "Laak")).containsEntry("bezoeken", "63");
            Run explained = Run.of("explain", a, b, "--cell", cell, "--context", context, "--lang", "en")
                    .exits(0);
            assertThat(explained.out()).contains("63").doesNotContain("contradict");
        }

        @Test
        void equalRows_countOnce() throws IOException {
            Path a = file("a.csv", TELFORMAT, FIRST);
            Path b = file("b.csv", TELFORMAT, FIRST, MORE);
            Run run = Run.of("aggregate", "--by", "stadsdeel", "--measure", "bezoeken", a, b)
                    .exits(0);
            assertThat(run.err()).contains("BM-K21", "b.csv", "a.csv", "(1)");
            assertThat(row(run, "stadsdeel", "Laak")).containsEntry("bezoeken", "58");
        }

        @Test
        void filesWithEqualRows_areOneDelivery_whateverCarriesThem() throws IOException {
            Path a = file("a.csv", TELFORMAT, FIRST, MORE);
            Path crlf =
                    Files.writeString(folder.resolve("crlf.csv"), TELFORMAT + "\r\n" + MORE + "\r\n" + FIRST + "\r\n");
            Path comma = file(
                    "komma.csv",
                    TELFORMAT.replace(';', ','),
                    MORE.replace(';', ','),
                    FIRST.replace("12,5", "\"12,50\"").replace(';', ','));
            Path json = folder.resolve("a.json");
            Run.of("convert", a, "-o", json).exits(0);
            for (Path other : List.of(crlf, comma, json)) {
                Path out = folder.resolve("uit-" + other.getFileName() + ".csv");
                Run run = Run.of("aggregate", "--by", "stadsdeel", a, other, "-o", out)
                        .exits(2);
                assertThat(run.err()).contains("a.csv", other.getFileName().toString());
                assertThat(out).doesNotExist();
            }
        }
    }

    /** People and those who live there. */
    @Nested
    class Inhabitants {

        private static final String[] AREAS = {"SD0518-LAAK", "SD0518-CENTRUM"};

        private Path delivery() {
            return write(
                    "in.csv",
                    Sheet.row("bezoeken", "80"),
                    Sheet.row("stadsdeel", "Laak", "wijk", "WK051838", "bezoeken", "60", "unieke_deelnemers", "9"));
        }

        private Run compare(Path population) {
            return Run.of(
                            "compare",
                            delivery(),
                            "--level",
                            "stadsdeel",
                            "--indicator",
                            "bezoeken-per-1000-inwoners",
                            "--population",
                            population)
                    .exits(0);
        }

        @Test
        void bandsThatCoverEveryAgeOnce_areAddedUp() throws IOException {
            List<String> rows = new ArrayList<>(List.of("area_code;leeftijdsgroep;inwoners"));
            for (String area : AREAS) {
                rows.addAll(List.of(area + ";0-29;2000", area + ";30-49;3000", area + ";50+;1000"));
            }
            Map<String, String> laak = row(compare(file("age.csv", rows.toArray(String[]::new))), "area", "Laak");
            assertThat(laak)
                    .containsEntry("denominator", "6000")
                    .containsEntry("value", "10")
                    .containsEntry("status", "exact");
        }

        @Test
        void bandsThatLeaveAgesOut_areRefusedWithTheReason() throws IOException {
            Path population =
                    file("age.csv", "area_code;leeftijdsgroep;inwoners", "SD0518-LAAK;0-29;2000", "SD0518-LAAK;50+;9");
            assertThat(row(compare(population), "area", "Laak"))
                    .containsEntry("status", "refused")
                    .containsEntry("reason", "no_inhabitants");
        }

        @Test
        void moreThanTheInhabitants_isAFindingWithoutAVerdict() throws IOException {
            Path population = file("small.csv", "area_code;inwoners", "SD0518-LAAK;5", "SD0518-CENTRUM;50000");
            Run run = compare(population);
            assertThat(run.err()).contains("BM-A20").contains("Laak").contains("meer dan de 5 inwoners");
            assertThat(row(run, "area", "Laak"))
                    .containsEntry("verdict", "not_decided")
                    .containsEntry("difference_class", "")
                    .containsEntry("funnel", "")
                    .containsEntry("reason", "above_inhabitants");
            assertThat(row(run, "area", "Centrum").get("reason")).isNotEqualTo("above_inhabitants");
        }

        @Test
        void aDistrictAlone_isNotComparedWithItself() {
            Path file = write("een.csv", Sheet.row("bezoeken", "80"));
            Run run = Run.of("compare", file, "--level", "stadsdeel", "--indicator", "bezoeken-per-1000-inwoners")
                    .exits(0);
            assertThat(row(run, "area", "Centrum"))
                    .containsEntry("p_value", "")
                    .containsEntry("verdict", "not_decided")
                    .containsEntry("difference_class", "")
                    .containsEntry("reason", "alone");
        }

        @Test
        void personsByPlaceOfActivity_areNotCapped_withAFinding() throws IOException {
            Path file = write(
                    "in.csv",
                    Sheet.row("leeftijdsgroep", "0-11", "bezoeken", "9", "unieke_deelnemers", "4"),
                    Sheet.row("leeftijdsgroep", "0-11", "bezoeken", "9", "unieke_deelnemers", "5", "activiteit", "B"),
                    Sheet.row("leeftijdsgroep", "12-17", "bezoeken", "9", "unieke_deelnemers", "6"));
            Map<String, String> any = Sheet.rows(Run.of("aggregate", file, "--by", "wijk", "--measure", "bezoeken")
                            .exits(0)
                            .out())
                    .get(0);
            String wijk = any.get("wijk");
            Path population = file(
                    "pop.csv",
                    "area_code;leeftijdsgroep;inwoners",
                    wijk + ";0-11;5",
                    wijk + ";12-17;6",
                    wijk + ";18+;0");
            Run run = Run.of(
                            "aggregate",
                            file,
                            "--by",
                            "wijk,leeftijdsgroep",
                            "--measure",
                            "unieke_deelnemers",
                            "--population",
                            population)
                    .exits(0);
            Map<String, String> young = row(run, "leeftijdsgroep", "0-11");
            assertThat(young)
                    .containsEntry("unieke_deelnemers_lower", "5")
                    .containsEntry("unieke_deelnemers_upper", "9");
            assertThat(run.err().lines().filter(line -> line.contains("BM-A20")))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("0-11", "5 - 9", "meer dan de 5 inwoners"));
        }
    }

    /** A period that has yet to begin. */
    @Test
    void aPeriodAfterTheDayOfTheCheck_isAWarning() {
        Path file = write(
                "later.csv", Sheet.row("periode", "2026KW03"), Sheet.row("periode", "2026KW04", "activiteit", "B"));
        Run before = Run.of("validate", file, "--date", "2026-09-30", "--report", "json")
                .exits(0);
        assertThat(before.out()).contains("TF-V10", "\"warnings\" : 1");
        assertThat(before.out()).contains("2026KW04");
        assertThat(Run.of("validate", file, "--date", "2026-10-01").exits(0).out())
                .doesNotContain("TF-V10");
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
        void beyondAnExactTarget_hasNoPercentage() throws IOException {
            Path wanted = file(
                    "doelen.csv",
                    "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;tolerantie;bron",
                    "een;GM0518;2026JJ00;EXACT;22;;;;begroting",
                    "twee;GM0518;2026JJ00;ONGEVEER;100;;;;begroting");
            Path stated =
                    file("real.csv", STATED, "een;GM0518;2026JJ00;44;;;opgave", "twee;GM0518;2026JJ00;200;;;opgave");
            Run run = Run.of("targets", "--targets", wanted, "--realisations", stated)
                    .exits(0);
            for (String indicator : List.of("een", "twee")) {
                assertThat(row(run, "indicator", indicator))
                        .containsEntry("outcome", "not-met")
                        .containsEntry("achievement", "");
            }
        }

        @Test
        void aboutZero_withATolerance_isJudged() throws IOException {
            Path wanted = file(
                    "doelen.csv",
                    "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;tolerantie;bron",
                    "een;GM0518;2026JJ00;ONGEVEER;0;;;0,5;begroting",
                    "twee;GM0518;2026JJ00;ONGEVEER;0;;;0,2;begroting");
            Path stated =
                    file("real.csv", STATED, "een;GM0518;2026JJ00;0,3;;;opgave", "twee;GM0518;2026JJ00;0,3;;;opgave");
            Run run = Run.of("targets", "--targets", wanted, "--realisations", stated)
                    .exits(0);
            assertThat(row(run, "indicator", "een")).containsEntry("outcome", "met");
            assertThat(row(run, "indicator", "twee")).containsEntry("outcome", "not-met");
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
