package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many people were reached: what adds up, and what visits without a name leave open. */
class SemanticTrapsOfReachTest {

    private static final String HEADER = "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;"
            + "doelgroep;leeftijdsgroep;bijeenkomsten;bezoeken;unieke_deelnemers;bezoeken_zonder_naam;"
            + "eerste_keer_dit_jaar\n";

    @TempDir
    private Path folder;

    /** A row of ten meetings and forty visits: period, activity, persons, visits without a name, first this year. */
    private static String row(String organisation, String period, String activity, String numbers) {
        return organisation + ";Centrum;WK051822;" + period + ";1;TAAL;" + activity + ";ALLEN;30-49;10;40;" + numbers;
    }

    private Path file(String name, String... rows) {
        return Sheet.writeText(folder, name, HEADER + String.join("\n", rows) + "\n");
    }

    /** Twelve persons, of whom six come to the meals too; ten in the second quarter, five of them for the first time. */
    private Path year() {
        return file(
                "jaar.csv",
                row("91000011", "2026KW01", "Taal", "12;0;12"),
                row("91000011", "2026KW01", "Eten", "10;0;4"),
                row("91000011", "2026KW02", "Taal", "14;0;5"));
    }

    private static List<String> figure(Map<String, String> row, String series) {
        return Stream.of("", "_lower", "_upper", "_status")
                .map(suffix -> cell(row, series + suffix))
                .toList();
    }

    private static List<String> persons(Map<String, String> row) {
        return figure(row, "unieke_deelnemers");
    }

    private List<Map<String, String>> aggregate(String by, Path... files) {
        return rows(Stream.of("--by", by), files);
    }

    private static List<Map<String, String>> rows(Stream<String> options, Path... files) {
        Stream<Object> line = Stream.concat(
                Stream.of("aggregate", "--measure", "unieke_deelnemers,eerste_keer_dit_jaar"),
                Stream.concat(options, Stream.of(files)));
        return Sheet.rows(Run.of(line.toArray()).exits(0).out());
    }

    /** Who came for the first time this year is counted once, so it adds up. */
    @Nested
    class FirstTimes {

        @Test
        void sinceJanuary_reachIsExact() {
            Map<String, String> row = aggregate("stadsdeel", year()).get(0);
            assertThat(persons(row)).containsExactly("21", "21", "21", "exact");
            assertThat(figure(row, "eerste_keer_dit_jaar")).containsExactly("21", "21", "21", "exact");
        }

        @Test
        void inOneQuarter_reachLiesBetweenTheFirstTimesThereAndThoseUpToThere() {
            List<Map<String, String>> rows = aggregate("stadsdeel,periode", year());
            assertThat(persons(rows.get(0))).containsExactly("16", "16", "16", "exact");
            assertThat(persons(rows.get(1))).containsExactly("14", "14", "14", "exact");
            Path more = file(
                    "meer.csv",
                    row("91000011", "2026KW01", "Taal", "12;0;12"),
                    row("91000011", "2026KW02", "Taal", "12;0;6"),
                    row("91000011", "2026KW02", "Eten", "12;0;8"));
            assertThat(persons(aggregate("stadsdeel,periode", more).get(1))).containsExactly("", "14", "24", "between");
            Path few = file(
                    "weinig.csv",
                    row("91000011", "2026KW01", "Taal", "12;0;12"),
                    row("91000011", "2026KW02", "Taal", "12;0;1"),
                    row("91000011", "2026KW02", "Eten", "12;0;0"));
            assertThat(persons(aggregate("stadsdeel,periode", few).get(1))).containsExactly("", "12", "13", "between");
        }

        @Test
        void ofOneActivity_theRestOfTheOrganisationCountsForTheUpperBound() {
            // ten at the meals, of whom four came there first: the other six came to the language classes first
            List<Map<String, String>> rows = aggregate("activiteit", year());
            assertThat(persons(rows.get(0))).containsExactly("10", "10", "10", "exact");
            assertThat(persons(rows.get(1))).containsExactly("", "17", "21", "between");
        }

        @Test
        void explain_givesTheSameNumber() {
            String cell = "measure=unieke_deelnemers;stadsdeel=Centrum;periode=2026KW01";
            assertThat(Run.of("explain", year(), "--cell", cell, "--report", "json")
                            .exits(0)
                            .out())
                    .contains("\"value\" : 16");
        }

        @Test
        void compareOfOneQuarter_knowsWhoCameInTheQuartersBefore() {
            Path few = file(
                    "weinig.csv",
                    row("91000011", "2026KW01", "Taal", "12;0;12"),
                    row("91000011", "2026KW02", "Taal", "12;0;1"),
                    row("91000011", "2026KW02", "Eten", "12;0;0"));
            assertThat(Run.of("compare", few, "--level", "stadsdeel", "--periode", "2026KW02")
                            .exits(0)
                            .out())
                    .contains("Centrum;bereik-per-1000-inwoners;2026KW02;;12;13;");
        }

        @Test
        void aFilter_leavesTheUpperBoundOfAllRows() {
            Stream<String> taal = Stream.of("--by", "stadsdeel", "--where", "activiteit=Taal");
            assertThat(persons(rows(taal, year()).get(0))).containsExactly("", "17", "21", "between");
        }

        @Test
        void withoutTheFirstQuarter_nothingIsKnownOfTheUpperBound() {
            Path second = file(
                    "kw2.csv",
                    row("91000011", "2026KW02", "Taal", "14;0;5"),
                    row("91000011", "2026KW02", "Eten", "14;0;5"));
            assertThat(persons(aggregate("stadsdeel", second).get(0))).containsExactly("", "14", "28", "between");
        }

        @Test
        void anEmptyCellOrARejectedRow_leavesTheUpperBoundOpen() {
            Path empty = file(
                    "leeg.csv",
                    row("91000011", "2026KW01", "Taal", "12;0;12"),
                    row("91000011", "2026KW01", "Eten", "10;0;"));
            assertThat(persons(aggregate("stadsdeel", empty).get(0))).containsExactly("", "12", "22", "between");
            Path rejected = file(
                    "fout.csv",
                    row("91000011", "2026KW01", "Taal", "12;0;12"),
                    row("91000011", "2026KW01", "Eten", "10;0;12"),
                    row("91000011", "2026KW02", "Taal", "12;0;2"),
                    row("91000011", "2026KW02", "Eten", "12;0;1"));
            String out = Run.of("aggregate", rejected, "--by", "stadsdeel,periode", "--measure", "unieke_deelnemers")
                    .exits(1)
                    .out();
            assertThat(persons(Sheet.rows(out).get(1))).containsExactly("", "12", "24", "between");
        }

        @Test
        void overOrganisations_reachLiesBetweenTheLargestAndTheSum() {
            Path other = file("ander.csv", row("91000029", "2026KW01", "Taal", "8;0;8"));
            Map<String, String> row = aggregate("stadsdeel", year(), other).get(0);
            assertThat(persons(row)).containsExactly("", "21", "29", "between");
            assertThat(figure(row, "eerste_keer_dit_jaar")).containsExactly("", "21", "29", "between");
        }

        @Test
        void anAgreementOnPersonsOfAYear_holdsForFirstTimes_oneOfALaterQuarterDoesNot() {
            Path other = file("ander.csv", row("91000029", "2026KW01", "Taal", "8;0;8"));
            Map<String, String> year = rows(
                            Stream.of(
                                    "--by",
                                    "stadsdeel,jaar",
                                    "--context",
                                    agreement("2026JJ00").toString()),
                            year(),
                            other)
                    .get(0);
            assertThat(persons(year)).containsExactly("26", "26", "26", "exact");
            assertThat(figure(year, "eerste_keer_dit_jaar")).containsExactly("26", "26", "26", "exact");
            Map<String, String> quarter = rows(
                            Stream.of(
                                    "--by",
                                    "stadsdeel,jaar",
                                    "--context",
                                    agreement("2026KW02").toString()),
                            year(),
                            other,
                            file("ander2.csv", row("91000029", "2026KW02", "Taal", "8;0;2")))
                    .get(0);
            assertThat(persons(quarter)).containsExactly("", "21", "28", "between");
            assertThat(figure(quarter, "eerste_keer_dit_jaar")).containsExactly("", "21", "31", "between");
        }

        @Test
        void anAgreement_doesNotHideThatARowOfAnEarlierQuarterIsRejected() {
            Path rejected = file(
                    "fout.csv",
                    row("91000011", "2026KW01", "Taal", "12;0;12"),
                    row("91000011", "2026KW01", "Eten", "10;0;12"),
                    row("91000011", "2026KW02", "Taal", "12;0;2"),
                    row("91000011", "2026KW02", "Eten", "12;0;1"));
            Path other = file("ander.csv", row("91000029", "2026KW02", "Taal", "8;0;8"));
            Run run = Run.of(
                            "aggregate",
                            rejected,
                            other,
                            "--by",
                            "stadsdeel,periode",
                            "--measure",
                            "unieke_deelnemers",
                            "--context",
                            agreement("2026KW02"))
                    .exits(1);
            assertThat(persons(Sheet.rows(run.out()).get(1))).containsExactly("", "17", "29", "between");
        }

        private Path agreement(String period) {
            return Sheet.writeText(folder, "context.json", """
                    {"id":"t","version":"1","title":{"nl":"x","en":"x"},"status":"reconstruction",
                    "provenance":{"note":{"nl":"x","en":"x"},"sources":[{"id":"A","title":"x","reference":"x"}]},
                    "overlaps":[{"dimension":"organisatie","series":"unieke_deelnemers",
                    "where":{"stadsdeel":"Centrum","periode":"%s"},"kind":"SHARED","one":"91000011",
                    "other":"91000029","persons":3,"basis":"teamleiders"}]}
                    """.formatted(period));
        }
    }

    /** Someone without a name is a person too. */
    @Nested
    class WithoutAName {

        @Test
        void visitsWithoutAName_leaveTheNumberOfPersonsOpen() {
            Path names = file("namen.csv", row("91000011", "2026KW01", "Taal", "8;3;8"));
            assertThat(persons(aggregate("stadsdeel", names).get(0))).containsExactly("", "8", "11", "between");
            Path none = file("geen.csv", row("91000011", "2026KW01", "Taal", "0;40;0"));
            assertThat(persons(aggregate("stadsdeel", none).get(0))).containsExactly("", "1", "40", "between");
        }

        @Test
        void countedRecords_areBetweenThreeAndFour() {
            Path records = Sheet.writeText(folder, "reg.csv", """
                    datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;uren;doorverwezen
                    2026-01-10;Koffie;ONTMOETEN;WK051838;ALLEN;p1;1950;DEELNEMER;;nee
                    2026-01-10;Koffie;ONTMOETEN;WK051838;ALLEN;p2;1985;DEELNEMER;;ja
                    2026-01-17;Koffie;ONTMOETEN;WK051838;ALLEN;p1;1950;DEELNEMER;;nee
                    2026-02-07;Voetbal;JONGEREN;WK051838;JEUGD;j1;2012;DEELNEMER;;
                    2026-02-07;Opbouw;BUURT;WK051838;ALLEN;;;DEELNEMER;;
                    """);
            Path out = folder.resolve("telling.csv");
            Run.of("count", records, "--organisatie", "91000011", "-o", out).exits(0);
            assertThat(persons(aggregate("stadsdeel", out).get(0))).containsExactly("", "3", "4", "between");
        }

        @Test
        void anEmptyNumberOfPersons_isIncompleteWithBounds() {
            Path empty = file("leeg.csv", row("91000011", "2026KW01", "Taal", ";;"));
            assertThat(persons(aggregate("stadsdeel", empty).get(0))).containsExactly("", "1", "40", "incomplete");
            Path both = file(
                    "beide.csv",
                    row("91000011", "2026KW01", "Taal", "12;;"),
                    row("91000011", "2026KW01", "Eten", ";;"));
            assertThat(persons(aggregate("stadsdeel", both).get(0))).containsExactly("", "12", "52", "incomplete");
        }
    }

    /** Whoever came without a name first may be the one who is new by name later. */
    @Test
    void newParticipants_afterAVisitWithoutAName_mayBeTheSamePerson() {
        String header = HEADER.replace("eerste_keer_dit_jaar", "nieuwe_deelnemers");
        String first = "91000011;Centrum;WK051822;2026KW01;1;TAAL;Taal;ALLEN;30-49;1;1;0;1;0\n";
        String second = "91000011;Centrum;WK051822;2026KW02;1;TAAL;Taal;ALLEN;30-49;1;1;1;0;1\n";
        Path file = Sheet.writeText(folder, "nieuw.csv", header + first + second);
        assertThat(persons(aggregate("jaar", file).get(0))).containsExactly("", "1", "2", "between");
        Path named = Sheet.writeText(folder, "bekend.csv", header + first.replace("1;1;0;1;0", "1;1;1;0;1") + second);
        assertThat(persons(aggregate("jaar", named).get(0))).containsExactly("2", "2", "2", "exact");
    }
}
