package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where arithmetic is right and the figure is not: what rows mean decides which total may be claimed. Each test is a small
 * delivery on which a plain sum, or a rule applied where it does not hold, printed a figure as exact that was not. Traps of
 * other kinds are in classes whose names begin with {@code SemanticTrapsOf}.
 */
class SemanticTrapsTest {

    @TempDir
    private Path folder;

    private Path write(String name, String... rows) {
        return Sheet.write(folder, name, rows);
    }

    private static List<Map<String, String>> rows(Object... args) {
        return Sheet.rows(Run.of(args).exits(0).out());
    }

    private static Map<String, String> only(Object... args) {
        List<Map<String, String>> rows = rows(args);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static void assertBounds(Map<String, String> row, String series, String lower, String upper) {
        assertThat(Stream.of("", "_lower", "_upper", "_status")
                        .map(suffix -> cell(row, series + suffix))
                        .toList())
                .as(series + " of " + row)
                .isEqualTo(
                        lower.equals(upper)
                                ? List.of(lower, lower, upper, "exact")
                                : List.of("", lower, upper, "between"));
    }

    // meetings that rows share

    @Test
    void meetings_countedFromRecords_areNotAddedOverAgeGroups() {
        List<String> records = new ArrayList<>();
        records.add("datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;uren;doorverwezen");
        for (int day = 1; day <= 10; day++) {
            for (String person : List.of("A;2012;DEELNEMER;", "B;1990;DEELNEMER;", "C;1950;DEELNEMER;")) {
                records.add(String.format("2026-02-%02d;Eetcafe;ETEN;WK051838;ALLEN;%s;nee", day, person));
            }
        }
        Path file = Sheet.writeText(folder, "tien.csv", String.join("\n", records) + "\n");
        Path counted = folder.resolve("x.csv");
        Run.of("count", file, "--organisatie", "91000011", "-o", counted).exits(0);
        Map<String, String> total = only("aggregate", "--by", "stadsdeel", counted);
        assertBounds(total, "bijeenkomsten", "10", "30");
        assertBounds(total, "bezoeken", "30", "30");
        assertThat(rows("aggregate", "--by", "leeftijdsgroep", counted))
                .hasSize(3)
                .allSatisfy(row -> assertBounds(row, "bijeenkomsten", "10", "10"));
    }

    @Test
    void meetings_ofTargetGroupsAndAmbitions_mayBeTheSameOnes() {
        Path groups = write("groups.csv", Sheet.row(), Sheet.row("doelgroep", "JEUGD", "bijeenkomsten", "4"));
        assertBounds(only("aggregate", "--by", "jaar", groups), "bijeenkomsten", "10", "14");
        Path ambitions = write(
                "ambitions.csv", Sheet.row(), Sheet.row("ambitie", "2", "leeftijdsgroep", "67+", "bijeenkomsten", "4"));
        assertBounds(only("aggregate", "--by", "jaar", ambitions), "bijeenkomsten", "10", "14");
    }

    @Test
    void meetings_ofOtherActivitiesWijkenAndQuarters_addUp() {
        Path file = write(
                "apart.csv",
                Sheet.row(),
                Sheet.row("activiteit", "Inloop", "bijeenkomsten", "1"),
                Sheet.row("wijk", "WK051829", "stadsdeel", "Centrum", "bijeenkomsten", "2"),
                Sheet.row("periode", "2026KW02", "bijeenkomsten", "3"),
                Sheet.row("organisatie", "91000029", "bijeenkomsten", "4"));
        assertBounds(only("aggregate", "--by", "jaar", file), "bijeenkomsten", "20", "20");
    }

    @Test
    void meetings_ofAnOlderVersion_areSharedToo() {
        Path file = Sheet.writeText(
                folder,
                "oud.csv",
                "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                        + "bijeenkomsten;bezoeken;unieke_deelnemers;vrijwilligers;vrijwilligersuren;doorverwijzingen;"
                        + "toelichting\n"
                        + "91000011;Laak;WK051838;2025-Q4;1;TAAL;Taalcafe;ALLEN;12-17;10;10;2;;;;\n"
                        + "91000011;Laak;WK051838;2025-Q4;1;TAAL;Taalcafe;ALLEN;67+;6;30;3;;;;\n");
        assertBounds(only("aggregate", "--by", "jaar", file), "bijeenkomsten", "10", "16");
    }

    @Test
    void meetings_inExplainAndCompare_haveTheSameBounds() {
        Path file = write("both.csv", Sheet.row(), Sheet.row("leeftijdsgroep", "67+", "bijeenkomsten", "4"));
        Run explained = Run.of(
                        "explain",
                        file,
                        "--cell",
                        "indicator=bezoeken-per-bijeenkomst;stadsdeel=Centrum;periode=2026KW01")
                .exits(0);
        assertThat(explained.out()).contains("samen van 10 tot en met 14", "grootste rij");
        Map<String, String> compared =
                rows("compare", file, "--level", "stadsdeel", "--indicator", "bezoeken-per-bijeenkomst").stream()
                        .filter(row -> cell(row, "area").equals("Centrum"))
                        .findFirst()
                        .orElseThrow();
        assertThat(compared).containsEntry("status", "between");
    }
}
