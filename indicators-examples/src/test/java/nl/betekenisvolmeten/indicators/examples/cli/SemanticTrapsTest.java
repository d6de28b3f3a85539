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
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        List<Object> args = new ArrayList<>(List.of("aggregate", "--by", by, "--measure", "unieke_deelnemers"));
        args.addAll(List.of(filesAndOptions));
        return only(args.toArray());
    }

    private Path context(String name, String section) {
        return Sheet.writeText(
                folder,
                name,
                "{\"id\":\"t\",\"version\":\"1\",\"title\":{\"nl\":\"x\",\"en\":\"x\"},\"status\":\"reconstruction\","
                        + "\"provenance\":{\"note\":{\"nl\":\"x\",\"en\":\"x\"},\"sources\":[{\"id\":\"A\",\"title\":\"x\","
                        + "\"reference\":\"x\"}]}," + section + "}");
    }

    // age groups of an older version

    private List<Path> versions() {
        Path old = Sheet.writeText(
                folder,
                "kw4_2025-2.csv",
                "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                        + "bijeenkomsten;bezoeken;unieke_deelnemers;vrijwilligers;vrijwilligersuren;doorverwijzingen;"
                        + "toelichting\n"
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
        List<Map<String, String>> rows = rows(
                "aggregate",
                "--by",
                "periode,leeftijdsgroep",
                "--measure",
                "bezoeken,unieke_deelnemers",
                files.get(0),
                files.get(1));
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
    void ageGroup_thatStraddles_isBetweenBoundsInExplainAndNotComparedOverVersions() {
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
        // an indicator of a group that did not stay the same is not compared over versions, and the reason is given
        assertThat(Run.of(
                                "compare",
                                files.get(0),
                                files.get(1),
                                "--level",
                                "stadsdeel",
                                "--indicator",
                                "aandeel-bezoeken-30-49")
                        .exits(0)
                        .err())
                .contains("Niet vergeleken", "30-49");
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
        List<Map<String, String>> groups = rows(
                "aggregate",
                "--by",
                "stadsdeel,jaar,doelgroep",
                "--measure",
                "unieke_deelnemers",
                "--context",
                year,
                all);
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
        Map<String, String> all67 = rows(
                        "compare",
                        all,
                        "--level",
                        "stadsdeel",
                        "--indicator",
                        "bereik-per-1000-inwoners",
                        "--where",
                        "ambitie=1",
                        "--context",
                        quarter)
                .stream()
                .filter(row -> cell(row, "area").equals("Laak"))
                .findFirst()
                .orElseThrow();
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
        return context(
                "overlap.json",
                "\"overlaps\":[{\"dimension\":\"organisatie\",\"series\":\"unieke_deelnemers\",\"where\":{" + where
                        + "},\"kind\":\"SHARED\",\"one\":\"91000011\",\"other\":\"91000029\",\"persons\":12,"
                        + "\"basis\":\"teamleiders van beide organisaties\"}]");
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
        try (InputStream in = Objects.requireNonNull(SemanticTrapsTest.class.getResourceAsStream(name), name)) {
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
