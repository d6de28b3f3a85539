package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private Path file(String name, String... lines) {
        return Sheet.writeText(folder, name, String.join("\n", lines) + "\n");
    }

    /** A definition of the tests. */
    private Path definition(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SemanticTrapsOfTargetsTest.class.getResourceAsStream(name), name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    /** Three quarters have 20.5 hours each; the fourth was not delivered. */
    @Test
    void progress_countOfAYearWithAQuarterMissing_isALowerBound() {
        Path hours = write(
                "jaar.csv",
                Sheet.row("periode", "2026KW01"),
                Sheet.row("periode", "2026KW02"),
                Sheet.row("periode", "2026KW03"));
        Path page = folder.resolve("voortgang.html");
        Run.of(
                        "report",
                        hours,
                        "--kind",
                        "progress",
                        "--internal",
                        "overleg",
                        "--targets",
                        Sheet.targets(folder, "vrijwilligersuren;SD0518-CENTRUM;2026JJ00;HOOGSTENS;100;;"),
                        "--date",
                        "2027-03-01",
                        "-o",
                        page)
                .exits(0);
        assertThat(Sheet.read(page)).contains("ten minste 61,5 (niet alles is binnen)");
    }

    /** Rows that several files have. */
    @Nested
    class SameRows {

        private static final String TELFORMAT = String.join(";", Sheet.COLUMNS);
        private static final String FIRST =
                "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafe;ALLEN;30-49;10;50;20;;;12,5;;";
        private static final String OTHER =
                "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafe;ALLEN;30-49;10;55;20;;;12,5;;";
        private static final String MORE = "91000011;Laak;WK051838;2026KW01;1;TAAL;Naaien;ALLEN;30-49;4;8;5;;;2;;";

        private Run visits(Object... filesAndOptions) {
            return Run.aggregate("stadsdeel", "bezoeken", filesAndOptions);
        }

        @Test
        void otherValuesOfTheSameKey_areRefusedWithBothPlaces() {
            Path a = write("a.csv", FIRST, MORE);
            Path b = write("b.csv", "91000011;Escamp;WK051832;2026KW01;1;TAAL;X;ALLEN;30-49;1;2;1;;;;;", OTHER);
            Run run = visits(a, b).exits(1);
            assertThat(run.err()).contains("BM-K20", "Rij 3 van b.csv", "rij 2 van a.csv");
            assertThat(run.row("stadsdeel", "Laak"))
                    .containsEntry("bezoeken", "")
                    .containsEntry("bezoeken_lower", "")
                    .containsEntry("bezoeken_status", "refused");
            assertThat(run.row("stadsdeel", "Escamp"))
                    .containsEntry("bezoeken", "2")
                    .containsEntry("bezoeken_status", "exact");
        }

        @Test
        void otherValuesOfTheSameKey_areRefusedByCompareTargetsAndSignalsToo() {
            Path a = write("a.csv", FIRST, MORE);
            Path b = write("b.csv", OTHER);
            String indicator = "bezoeken-per-1000-inwoners";
            Run compared = Run.compare(indicator, a, b).exits(1);
            assertThat(compared.row("area", "Laak")).containsEntry("value", "").containsEntry("status", "refused");
            Path wanted = Sheet.targets(folder, indicator + ";SD0518-LAAK;2026JJ00;MINSTENS;1;;");
            Run targets = Run.of("targets", "--targets", wanted, "--date", "2026-12-31", a, b)
                    .exits(1);
            assertThat(targets.row("indicator", indicator))
                    .containsEntry("outcome", "not-defined")
                    .hasEntrySatisfying(
                            "reasons", reasons -> assertThat(reasons).contains("contradiction"));
            Run signals = Run.compare(indicator, a, b, "--export", "signals").exits(1);
            assertThat(signals.out()).doesNotContain(";exact;");
        }

        @Test
        void explain_givesTheFigureOfAggregate_withTheSameContext() {
            Path a = write("a.csv", FIRST, MORE);
            Path b = write("b.csv", OTHER);
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
            Run added = visits(a, b, "--context", context).exits(0);
            assertThat(added.row("stadsdeel", "Laak")).containsEntry("bezoeken", "63");
            Run explained = Run.of("explain", a, b, "--cell", cell, "--context", context, "--lang", "en")
                    .exits(0);
            assertThat(explained.out()).contains("63").doesNotContain("contradict");
        }

        @Test
        void equalRows_countOnce() {
            Path a = write("a.csv", FIRST);
            Path b = write("b.csv", FIRST, MORE);
            Run run = visits(a, b).exits(0);
            assertThat(run.err()).contains("BM-K21", "b.csv", "a.csv", "(1)");
            assertThat(run.row("stadsdeel", "Laak")).containsEntry("bezoeken", "58");
        }

        @Test
        void filesWithEqualRows_areOneDelivery_whateverCarriesThem() {
            Path a = write("a.csv", FIRST, MORE);
            Path crlf = Sheet.writeText(folder, "crlf.csv", String.join("\r\n", TELFORMAT, MORE, FIRST, ""));
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

        private static final String INDICATOR = "bezoeken-per-1000-inwoners";
        private static final String[] AREAS = {"SD0518-LAAK", "SD0518-CENTRUM"};

        private Path delivery() {
            return write(
                    "in.csv",
                    Sheet.row("bezoeken", "80"),
                    Sheet.row("stadsdeel", "Laak", "wijk", "WK051838", "bezoeken", "60", "unieke_deelnemers", "9"));
        }

        private Run compare(String... population) {
            return Run.compare(INDICATOR, delivery(), "--population", file("pop.csv", population))
                    .exits(0);
        }

        @Test
        void bandsThatCoverEveryAgeOnce_areAddedUp() {
            List<String> rows = new ArrayList<>(List.of("area_code;leeftijdsgroep;inwoners"));
            for (String area : AREAS) {
                rows.addAll(List.of(area + ";0-29;2000", area + ";30-49;3000", area + ";50+;1000"));
            }
            assertThat(compare(rows.toArray(String[]::new)).row("area", "Laak"))
                    .containsEntry("denominator", "6000")
                    .containsEntry("value", "10")
                    .containsEntry("status", "exact");
        }

        @Test
        void bandsThatLeaveAgesOut_areRefusedWithTheReason() {
            assertThat(compare("area_code;leeftijdsgroep;inwoners", "SD0518-LAAK;0-29;2000", "SD0518-LAAK;50+;9")
                            .row("area", "Laak"))
                    .containsEntry("status", "refused")
                    .containsEntry("reason", "no_inhabitants");
        }

        @Test
        void moreThanTheInhabitants_isAFindingWithoutAVerdict() {
            Run run = compare("area_code;inwoners", "SD0518-LAAK;5", "SD0518-CENTRUM;50000");
            assertThat(run.err()).contains("BM-A20").contains("Laak").contains("meer dan de 5 inwoners");
            assertThat(run.row("area", "Laak"))
                    .containsEntry("verdict", "not_decided")
                    .containsEntry("difference_class", "")
                    .containsEntry("funnel", "")
                    .containsEntry("reason", "above_inhabitants");
            assertThat(run.row("area", "Centrum").get("reason")).isNotEqualTo("above_inhabitants");
        }

        @Test
        void aDistrictAlone_isNotComparedWithItself() {
            Path file = write("een.csv", Sheet.row("bezoeken", "80"));
            assertThat(Run.compare(INDICATOR, file).exits(0).row("area", "Centrum"))
                    .containsEntry("p_value", "")
                    .containsEntry("verdict", "not_decided")
                    .containsEntry("difference_class", "")
                    .containsEntry("reason", "alone");
        }

        @Test
        void personsByPlaceOfActivity_areNotCapped_withAFinding() {
            Path file = write(
                    "in.csv",
                    Sheet.row("leeftijdsgroep", "0-11", "bezoeken", "9", "unieke_deelnemers", "4"),
                    Sheet.row("leeftijdsgroep", "0-11", "bezoeken", "9", "unieke_deelnemers", "5", "activiteit", "B"),
                    Sheet.row("leeftijdsgroep", "12-17", "bezoeken", "9", "unieke_deelnemers", "6"));
            String wijk =
                    cell(Run.aggregate("wijk", "bezoeken", file).exits(0).rows().get(0), "wijk");
            Path population = file(
                    "pop.csv",
                    "area_code;leeftijdsgroep;inwoners",
                    wijk + ";0-11;5",
                    wijk + ";12-17;6",
                    wijk + ";18+;0");
            Run run = Run.aggregate("wijk,leeftijdsgroep", "unieke_deelnemers", file, "--population", population)
                    .exits(0);
            Map<String, String> young = run.row("leeftijdsgroep", "0-11");
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

        /** The targets of the budget, or of a file among the options, on stated figures. */
        private Run judged(List<String> stated, Object... options) {
            Path file = Sheet.stated(folder, stated.toArray(String[]::new));
            return Run.with(List.of("targets", "--realisations", file), options).exits(0);
        }

        @ParameterizedTest
        @CsvSource({
            "locaties-keurmerk-dementievriendelijk, 24, met",
            "locaties-haags-ontmoeten, 67, met",
            "opvang-oekraiense-ontheemden, 2100, met",
            "opvang-oekraiense-ontheemden, 2076, not-met"
        })
        void beyondTheTarget_inTheDirectionOfTheIndicator_isMet(String indicator, String value, String outcome) {
            assertThat(judged(List.of(indicator + ";GM0518;2026JJ00;" + value + ";;"))
                            .row("indicator", indicator))
                    .containsEntry("outcome", outcome);
        }

        /** What lies in or out of a band, beyond an exact target or about zero has no percentage. */
        @ParameterizedTest
        @CsvSource({
            "TUSSEN, 5;9;;, 7, met",
            "TUSSEN, 5;9;20;, 12, not-met",
            "EXACT, 22;;;, 44, not-met",
            "ONGEVEER, 100;;;, 200, not-met",
            "ONGEVEER, '0;;;0,5', '0,3', met",
            "ONGEVEER, '0;;;0,2', '0,3', not-met"
        })
        void aTargetWithTwoSides_isJudgedWithoutAPercentage(
                String comparison, String value, String reached, String outcome) {
            Path wanted = file(
                    "doelen.csv",
                    "indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;tolerantie;bron",
                    "een;GM0518;2026JJ00;" + comparison + ";" + value + ";begroting");
            assertThat(judged(List.of("een;GM0518;2026JJ00;" + reached + ";;"), "--targets", wanted)
                            .row("indicator", "een"))
                    .containsEntry("outcome", outcome)
                    .containsEntry("achievement", "");
        }

        @Test
        void aPercentage_neverReads100BeforeTheTargetIsMet() {
            Path wanted = Sheet.targets(
                    folder, "bijna;GM0518;2026JJ00;MINSTENS;1000;;", "meer;GM0518;2026JJ00;MEER_DAN;90;;");
            Path stated = Sheet.stated(folder, "bijna;GM0518;2026JJ00;999;;", "meer;GM0518;2026JJ00;90;;");
            assertThat(Run.atTerminal("targets", "--targets", wanted, "--realisations", stated)
                            .exits(0)
                            .out())
                    .contains("99%")
                    .doesNotContain("100%");
        }

        @Test
        void aboutZero_withoutATolerance_isNotDecidedAndSaysWhy() {
            String indicator = "jeugdigen-zonder-vaste-jeugdbeschermer";
            assertThat(judged(List.of(indicator + ";GM0518;2028JJ00;0,3;;"), "--periode", "2028")
                            .row("indicator", indicator))
                    .containsEntry("outcome", "not-decided")
                    .containsEntry("reasons", "no-tolerance");
        }

        @Test
        void aPath_knowsItsOwnStart() {
            assertThat(judged(List.of("bedden-jeugdhulpplus-haaglanden;GM0518;2028JJ00;20;;"))
                            .row("kind", "whole-life"))
                    .containsEntry("outcome", "met")
                    .containsEntry("reasons", "");
        }

        @Test
        void aCityLevelFormat_expectsNoDistricts() throws IOException {
            Path delivery = Sheet.writeText(folder, "vt.csv", """
                    organisatie;gemeente;periode;spoed;spoed_24u;wachtlijst
                    91000011;'s-Gravenhage;2025HJ01;400;370;120
                    91000011;'s-Gravenhage;2025HJ02;410;380;109
                    91000011;'s-Gravenhage;2026HJ01;420;376;115
                    91000011;'s-Gravenhage;2026HJ02;420;376;111
                    """);
            String definitions = definition("veilig-thuis.json") + "," + definition("veilig-thuis-indicators.json");
            Run run = Run.of("targets", delivery, "--definitions", definitions).exits(0);
            assertJudged(run, "spoedbeoordeling-binnen-24-uur", "89.523809523809524", "not-met");
            assertJudged(run, "wachtlijst-veilig-thuis", "109", "met");
        }

        private static void assertJudged(Run run, String indicator, String reached, String outcome) {
            assertThat(run.row("indicator", indicator))
                    .containsEntry("reached", reached)
                    .containsEntry("outcome", outcome);
        }

        @Test
        void aFigureOfAYearWithoutATarget_isReported() {
            assertThat(judged(List.of(
                                    "wachtlijst-veilig-thuis;GM0518;2025JJ00;105;;",
                                    "wachtlijst-veilig-thuis;GM0518;2026JJ00;130;;"))
                            .err())
                    .contains("wachtlijst-veilig-thuis (GM0518, 2026)")
                    .doesNotContain("(GM0518, 2025)");
        }
    }
}
