package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        return Run.of(args).exits(0).rows();
    }

    private static Map<String, String> only(Object... args) {
        return only(Run.of(args));
    }

    private static Map<String, String> only(Run run) {
        List<Map<String, String>> rows = run.exits(0).rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static void assertBounds(Map<String, String> row, String series, String lower, String upper) {
        assertThat(Sheet.figure(row, series))
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
                Sheet.OLDER
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
                Run.compare("bezoeken-per-bijeenkomst", file).exits(0).row("area", "Centrum");
        assertThat(compared).containsEntry("status", "between");
    }

    // age groups

    @Test
    void ageGroups_ofTwoOrganisations_mayHoldTheSamePerson() {
        Path one = write("a.csv", person("91000011", "12-17"));
        Path other = write("b.csv", person("91000029", "18-29"));
        assertBounds(persons("stadsdeel", one, other), "unieke_deelnemers", "1", "2");
        Path rule = context("leeftijd.json", "\"sameAgeRule\":true");
        assertBounds(persons("stadsdeel", one, other, "--context", rule), "unieke_deelnemers", "2", "2");
    }

    @Test
    void ageGroups_ofOneOrganisation_shareNobodyInAQuarterAndMayOverQuarters() {
        Path quarter = write("kwartaal.csv", person("91000011", "12-17"), person("91000011", "18-29"));
        assertBounds(persons("stadsdeel", quarter), "unieke_deelnemers", "2", "2");
        Path year = write(
                "jaar.csv",
                person("91000011", "12-17"),
                person("91000011", "18-29").replace("2026KW02", "2026KW03"));
        assertBounds(persons("stadsdeel", year), "unieke_deelnemers", "1", "2");
        Path rule = context("leeftijd.json", "\"sameAgeRule\":true");
        assertBounds(persons("stadsdeel", year, "--context", rule), "unieke_deelnemers", "1", "2");
    }

    @Test
    void ageGroups_unknown_mayHoldAnyone() {
        Path file = write("onbekend.csv", person("91000011", "12-17"), person("91000011", "onbekend"));
        assertBounds(persons("stadsdeel", file), "unieke_deelnemers", "1", "2");
    }

    @Test
    void ageGroups_ofAPredecessorAndItsSuccessor_mayHoldTheSamePerson() {
        Path one = write("a.csv", person("91000011", "12-17"));
        Path other = write("b.csv", person("91000029", "18-29"));
        Path succession = context(
                "opvolging.json",
                "\"successions\":[{\"from\":\"91000011\",\"to\":\"91000029\",\"since\":\"2026KW03\","
                        + "\"note\":{\"nl\":\"x\",\"en\":\"x\"}}]");
        assertBounds(persons("stadsdeel", one, other, "--context", succession), "unieke_deelnemers", "1", "2");
    }

    private static String person(String organisation, String age) {
        return Sheet.row(
                "organisatie",
                organisation,
                "periode",
                "2026KW02",
                "leeftijdsgroep",
                age,
                "bezoeken",
                "3",
                "unieke_deelnemers",
                "1",
                "nieuwe_deelnemers",
                "");
    }

    private static Map<String, String> persons(String by, Object... filesAndOptions) {
        return only(Run.aggregate(by, "unieke_deelnemers", filesAndOptions));
    }

    private Path context(String name, String section) {
        return Sheet.context(folder, name, section);
    }

    // age groups of an older version

    private List<Path> versions() {
        Path old = Sheet.writeText(
                folder,
                "kw4_2025-2.csv",
                Sheet.OLDER
                        + "91000011;Laak;WK051838;2025-Q4;1;TAAL;Taalcafe;ALLEN;18-26;10;10;2;;;;\n"
                        + "91000011;Laak;WK051838;2025-Q4;1;TAAL;Taalcafe;ALLEN;27-49;10;300;30;;;;\n");
        Path newest = write("kw1_2026.csv", straddling("18-29", "210", "22"), straddling("30-49", "100", "10"));
        return List.of(old, newest);
    }

    private static String straddling(String age, String visits, String persons) {
        return Sheet.row(
                "stadsdeel",
                "Laak",
                "wijk",
                "WK051838",
                "leeftijdsgroep",
                age,
                "bezoeken",
                visits,
                "unieke_deelnemers",
                persons,
                "nieuwe_deelnemers",
                "");
    }

    @Test
    void ageGroup_thatStraddlesTwoNewerOnes_isInBothBetweenNoneAndAllOfIt() {
        List<Path> files = versions();
        List<Map<String, String>> rows = Run.aggregate(
                        "periode,leeftijdsgroep", "bezoeken,unieke_deelnemers", files.get(0), files.get(1))
                .exits(0)
                .rows();
        assertThat(rows.stream().map(row -> cell(row, "periode") + " " + cell(row, "leeftijdsgroep")))
                .containsExactly("2025KW04 18-29", "2025KW04 30-49", "2026KW01 18-29", "2026KW01 30-49");
        assertBounds(rows.get(0), "bezoeken", "10", "310");
        assertBounds(rows.get(0), "unieke_deelnemers", "2", "32");
        assertBounds(rows.get(1), "bezoeken", "0", "300");
        assertBounds(rows.get(1), "unieke_deelnemers", "0", "30");
        assertBounds(rows.get(2), "bezoeken", "210", "210");
        assertBounds(rows.get(3), "unieke_deelnemers", "10", "10");
    }

    @Test
    void ageGroup_thatStraddles_isWholeInTotalsOfAll() {
        List<Path> files = versions();
        List<Map<String, String>> rows =
                rows("aggregate", "--by", "periode", "--measure", "bezoeken", files.get(0), files.get(1));
        assertBounds(rows.get(0), "bezoeken", "310", "310");
    }

    @Test
    void ageGroup_thatStraddles_isBetweenBoundsInExplainAndCompare() {
        List<Path> files = versions();
        assertThat(Run.of(
                                "explain",
                                files.get(0),
                                files.get(1),
                                "--cell",
                                "measure=bezoeken;periode=2025KW04;leeftijdsgroep=18-29")
                        .exits(0)
                        .out())
                .contains("Waarde: van 10 tot en met 310", "Totaal 10 |", "Totaal van 0 tot en met 300 |");
        Run compared = Run.of(
                        "compare",
                        files.get(0),
                        files.get(1),
                        "--level",
                        "stadsdeel",
                        "--indicator",
                        "aandeel-bezoeken-30-49")
                .exits(0);
        assertThat(compared.err()).doesNotContain("omdat de versies");
        assertThat(Sheet.rows(compared.out()).stream()
                        .filter(row -> cell(row, "area").equals("Laak"))
                        .map(row -> String.join(
                                " ",
                                cell(row, "period"),
                                cell(row, "numerator_lower"),
                                cell(row, "numerator_upper"),
                                cell(row, "denominator"),
                                cell(row, "status"))))
                .containsExactly("2025KW04 0 300 310 between", "2026KW01 100 100 310 exact");
    }

    @Test
    void convert_ofAGroupThatStraddles_writesUnknownAndSaysSo() {
        Path out = folder.resolve("nieuw.csv");
        Run run = Run.of("convert", versions().get(0), "--to", "telformat-gebiedsgericht@2026.1", "-o", out)
                .exits(0);
        assertThat(run.err()).contains("TF-I31", "27-49 → onbekend");
        assertThat(Sheet.rows(Sheet.read(out)).stream().map(row -> cell(row, "leeftijdsgroep")))
                .containsExactly("18-29", "onbekend");
    }

    // overlap agreements

    @Test
    void overlap_inACellOfItsOwn_holdsAsWrittenAndInAFinerOneAtMost() {
        Path all = write(
                "b.csv",
                overlap("91000011", "JEUGD", "12-17", "20"),
                overlap("91000029", "JEUGD", "12-17", "20"),
                overlap("91000011", "OUDERS", "30-49", "15"),
                overlap("91000029", "OUDERS", "30-49", "15"));
        Path year = agreed("\"stadsdeel\":\"Laak\",\"jaar\":\"2026JJ00\"");
        assertBounds(persons("stadsdeel,jaar", all, "--context", year), "unieke_deelnemers", "58", "58");
        List<Map<String, String>> groups = Run.aggregate(
                        "stadsdeel,jaar,doelgroep", "unieke_deelnemers", "--context", year, all)
                .exits(0)
                .rows();
        assertThat(groups).hasSize(2);
        assertBounds(groups.get(0), "unieke_deelnemers", "28", "40");
        assertBounds(groups.get(1), "unieke_deelnemers", "18", "30");
        // one wijk, one quarter: finer
        assertBounds(persons("wijk,periode", all, "--context", year), "unieke_deelnemers", "58", "70");
        // all years, the whole city: coarser
        assertBounds(persons("stadsdeel", all, "--context", year), "unieke_deelnemers", "35", "58");
        assertBounds(persons("stad", all, "--context", year), "unieke_deelnemers", "35", "58");
        // all years, but one kind of activity: neither
        assertBounds(persons("activiteitsoort", all, "--context", year), "unieke_deelnemers", "35", "70");
    }

    @Test
    void overlap_inAnIndicatorOfSomeRows_holdsAtMost() {
        Path all = write(
                "b.csv",
                overlap("91000011", "ALLEN", "67+", "20"),
                overlap("91000029", "ALLEN", "67+", "20"),
                overlap("91000011", "OUDERS", "30-49", "15").replace(";1;TAAL", ";2;TAAL"),
                overlap("91000029", "OUDERS", "30-49", "15").replace(";1;TAAL", ";2;TAAL"));
        Path quarter = agreed("\"stadsdeel\":\"Laak\",\"periode\":\"2026KW01\"");
        Map<String, String> all67 = Run.compare(
                        "bereik-per-1000-inwoners", all, "--where", "ambitie=1", "--context", quarter)
                .exits(0)
                .row("area", "Laak");
        assertThat(all67).containsEntry("numerator_lower", "28").containsEntry("numerator_upper", "40");
    }

    private static String overlap(String organisation, String target, String age, String persons) {
        return Sheet.row(
                "organisatie",
                organisation,
                "stadsdeel",
                "Laak",
                "wijk",
                "WK051838",
                "doelgroep",
                target,
                "leeftijdsgroep",
                age,
                "bezoeken",
                "90",
                "unieke_deelnemers",
                persons,
                "nieuwe_deelnemers",
                "");
    }

    private Path agreed(String where) {
        return Sheet.overlap(folder, where, 12);
    }

    // who is new

    @Test
    void newParticipants_ofLaterQuarters_areOthersThanThoseSeenBefore() {
        Path file = write(
                "nieuw.csv",
                newcomers("2026KW01", "20", ""),
                newcomers("2026KW02", "15", "6"),
                newcomers("2026KW03", "18", "4"));
        assertBounds(persons("jaar", file), "unieke_deelnemers", "30", "53");
        assertBounds(persons("jaar,organisatie", file), "unieke_deelnemers", "30", "53");
    }

    @Test
    void newParticipants_ofAnotherOrganisationOrAfterFiveQuarters_mayBeTheSameAsBefore() {
        Path organisations = write(
                "twee.csv",
                newcomers("2026KW01", "20", ""),
                newcomers("2026KW02", "15", "6").replace("91000011", "91000029"));
        assertBounds(persons("jaar", organisations), "unieke_deelnemers", "20", "35");
        Path long2 = write("lang.csv", newcomers("2026KW01", "20", ""), newcomers("2027KW02", "15", "6"));
        assertBounds(persons("organisatie", long2), "unieke_deelnemers", "20", "35");
        Path five = write("vijf.csv", newcomers("2026KW01", "20", ""), newcomers("2027KW01", "15", "6"));
        assertBounds(persons("organisatie", five), "unieke_deelnemers", "26", "35");
    }

    private static String newcomers(String period, String persons, String newOnes) {
        return Sheet.row("periode", period, "unieke_deelnemers", persons, "nieuwe_deelnemers", newOnes);
    }
}
