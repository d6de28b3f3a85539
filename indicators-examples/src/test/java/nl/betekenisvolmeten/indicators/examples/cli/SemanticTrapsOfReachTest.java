package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** A row of ten meetings and forty visits: quarter, activity, persons; visits without a name; first this year. */
    private static String row(String organisation, String quarterActivityNumbers) {
        String[] cells = quarterActivityNumbers.split(" ", -1);
        return String.join(
                ";", organisation, "Centrum;WK051822", cells[0], "1;TAAL", cells[1], "ALLEN;30-49;10;40", cells[2]);
    }

    private Path file(String name, String... rows) {
        return write(name, "91000011", rows);
    }

    private Path other(String name, String... rows) {
        return write(name, "91000029", rows);
    }

    private Path write(String name, String organisation, String... rows) {
        return Sheet.writeText(
                folder,
                name,
                HEADER
                        + Stream.of(rows)
                                .map(row -> row(organisation, row) + "\n")
                                .collect(Collectors.joining()));
    }

    private Path few() {
        return file("weinig.csv", "2026KW01 Taal 12;0;12", "2026KW02 Taal 12;0;1", "2026KW02 Eten 12;0;0");
    }

    private Path rejected() {
        return file(
                "fout.csv",
                "2026KW01 Taal 12;0;12",
                "2026KW01 Eten 10;0;12",
                "2026KW02 Taal 12;0;2",
                "2026KW02 Eten 12;0;1");
    }

    /** Twelve persons, of whom six come to the meals too; ten in the second quarter, five of them for the first time. */
    private Path year() {
        return file("jaar.csv", "2026KW01 Taal 12;0;12", "2026KW01 Eten 10;0;4", "2026KW02 Taal 14;0;5");
    }

    private static List<Map<String, String>> aggregate(String by, Object... filesAndOptions) {
        return Run.aggregate(by, "unieke_deelnemers,eerste_keer_dit_jaar", filesAndOptions)
                .exits(0)
                .rows();
    }

    private static void assertPersons(Map<String, String> row, String... figure) {
        assertThat(Sheet.figure(row, "unieke_deelnemers")).containsExactly(figure);
    }

    private static void assertFirstTimes(Map<String, String> row, String... figure) {
        assertThat(Sheet.figure(row, "eerste_keer_dit_jaar")).containsExactly(figure);
    }

    /** Who came for the first time this year is counted once, so it adds up. */
    @Nested
    class FirstTimes {

        @Test
        void sinceJanuary_reachIsExact() {
            Map<String, String> row = aggregate("stadsdeel", year()).get(0);
            assertPersons(row, "21", "21", "21", "exact");
            assertFirstTimes(row, "21", "21", "21", "exact");
        }

        @Test
        void inOneQuarter_reachLiesBetweenTheFirstTimesThereAndThoseUpToThere() {
            List<Map<String, String>> rows = aggregate("stadsdeel,periode", year());
            assertPersons(rows.get(0), "16", "16", "16", "exact");
            assertPersons(rows.get(1), "14", "14", "14", "exact");
            Path more = file("meer.csv", "2026KW01 Taal 12;0;12", "2026KW02 Taal 12;0;6", "2026KW02 Eten 12;0;8");
            assertPersons(aggregate("stadsdeel,periode", more).get(1), "", "14", "24", "between");
            assertPersons(aggregate("stadsdeel,periode", few()).get(1), "", "12", "13", "between");
        }

        @Test
        void ofOneActivity_theRestOfTheOrganisationCountsForTheUpperBound() {
            // ten at the meals, of whom four came there first: the other six came to the language classes first
            List<Map<String, String>> rows = aggregate("activiteit", year());
            assertPersons(rows.get(0), "10", "10", "10", "exact");
            assertPersons(rows.get(1), "", "17", "21", "between");
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
        void explain_saysHowTheNumberCameAbout() {
            assertThat(explained("measure=unieke_deelnemers;stadsdeel=Centrum;jaar=2026JJ00", year()))
                    .contains("Waarde: 21", "het is de som van eerste_keer_dit_jaar");
            assertThat(explained("measure=unieke_deelnemers;activiteit=Taal;jaar=2026JJ00", year()))
                    .contains("van 17 tot en met 21", "Ondergrens: zoveel mensen kwamen in deze rijen dit jaar voor")
                    .contains("Bovengrens: lager dan de som van de rijen.");
            assertThat(explained("measure=unieke_deelnemers;stadsdeel=Centrum;periode=2026KW02", few()))
                    .contains("van 12 tot en met 13", "ook als iedereen die dubbel kan staan dubbel staat")
                    .contains("Bovengrens: lager dan de som van de rijen.");
        }

        private String explained(String cell, Path file) {
            return Run.of("explain", file, "--cell", cell).exits(0).out();
        }

        @Test
        void compareOfOneQuarter_knowsWhoCameInTheQuartersBefore() {
            assertThat(Run.of("compare", few(), "--level", "stadsdeel", "--periode", "2026KW02")
                            .exits(0)
                            .out())
                    .contains("Centrum;bereik-per-1000-inwoners;2026KW02;;12;13;");
        }

        @Test
        void aFilter_leavesTheUpperBoundOfAllRows() {
            assertPersons(
                    aggregate("stadsdeel", year(), "--where", "activiteit=Taal").get(0), "", "17", "21", "between");
        }

        @Test
        void withoutTheFirstQuarter_nothingIsKnownOfTheUpperBound() {
            Path second = file("kw2.csv", "2026KW02 Taal 14;0;5", "2026KW02 Eten 14;0;5");
            assertPersons(aggregate("stadsdeel", second).get(0), "", "14", "28", "between");
        }

        @Test
        void anEmptyCellOrARejectedRow_leavesTheUpperBoundOpen() {
            Path empty = file("leeg.csv", "2026KW01 Taal 12;0;12", "2026KW01 Eten 10;0;");
            assertPersons(aggregate("stadsdeel", empty).get(0), "", "12", "22", "between");
            Run run = Run.aggregate("stadsdeel,periode", "unieke_deelnemers", rejected())
                    .exits(1);
            assertPersons(run.rows().get(1), "", "12", "24", "between");
        }

        @Test
        void overOrganisations_reachLiesBetweenTheLargestAndTheSum() {
            Path other = other("ander.csv", "2026KW01 Taal 8;0;8");
            Map<String, String> row = aggregate("stadsdeel", year(), other).get(0);
            assertPersons(row, "", "21", "29", "between");
            assertFirstTimes(row, "", "21", "29", "between");
        }

        @Test
        void anAgreementOnPersonsOfAYear_holdsForFirstTimes_oneOfALaterQuarterDoesNot() {
            Path other = other("ander.csv", "2026KW01 Taal 8;0;8");
            Map<String, String> year = aggregate("stadsdeel,jaar", year(), other, "--context", agreement("2026JJ00"))
                    .get(0);
            assertPersons(year, "26", "26", "26", "exact");
            assertFirstTimes(year, "26", "26", "26", "exact");
            Path later = other("ander2.csv", "2026KW02 Taal 8;0;2");
            Map<String, String> quarter = aggregate(
                            "stadsdeel,jaar", year(), other, later, "--context", agreement("2026KW02"))
                    .get(0);
            assertPersons(quarter, "", "21", "28", "between");
            assertFirstTimes(quarter, "", "21", "31", "between");
        }

        @Test
        void anAgreement_doesNotHideThatARowOfAnEarlierQuarterIsRejected() {
            Path other = other("ander.csv", "2026KW02 Taal 8;0;8");
            Run run = Run.aggregate(
                            "stadsdeel,periode",
                            "unieke_deelnemers",
                            rejected(),
                            other,
                            "--context",
                            agreement("2026KW02"))
                    .exits(1);
            assertPersons(run.rows().get(1), "", "17", "29", "between");
        }

        /** Whoever comes had a first visit this year: then too few were counted, here or in an earlier quarter. */
        @Test
        void fewerFirstTimesThanPersons_isAFinding() {
            Path first = file("kw1.csv", "2026KW01 Taal 12;0;12");
            Path second = file("kw2.csv", "2026KW02 Taal 30;0;5");
            Run run = Run.aggregate("stadsdeel,jaar", "unieke_deelnemers", first, second)
                    .exits(0);
            assertThat(run.err())
                    .contains("BM-A23: Van 91000011, Centrum staan er tot en met 2026KW02 samen 17 mensen")
                    .contains("ten minste 30")
                    .doesNotContain("2026KW01");
            assertPersons(run.rows().get(0), "", "30", "42", "between");
            for (String command : List.of("compare --level stadsdeel", "overview")) {
                Run other = Run.of(Stream.concat(Stream.of(command.split(" ")), Stream.of(first, second))
                                .toArray())
                        .exits(0);
                assertThat(other.out() + other.err()).as(command).contains("samen 17 mensen");
            }
        }

        @Test
        void visitsWithoutAName_areNoContradictionOfFirstTimes() {
            Path only = file("zonder.csv", "2026KW01 Taal 12;9;12", "2026KW01 Eten 0;8;0");
            assertThat(Run.aggregate("stadsdeel", "unieke_deelnemers", only).err())
                    .doesNotContain("BM-A23");
        }

        private Path agreement(String period) {
            return Sheet.overlap(folder, "\"stadsdeel\":\"Centrum\",\"periode\":\"" + period + "\"", 3);
        }
    }

    /** Someone without a name is a person too. */
    @Nested
    class WithoutAName {

        @Test
        void visitsWithoutAName_leaveTheNumberOfPersonsOpen() {
            Path names = file("namen.csv", "2026KW01 Taal 8;3;8");
            assertPersons(aggregate("stadsdeel", names).get(0), "", "8", "11", "between");
            Path none = file("geen.csv", "2026KW01 Taal 0;40;0");
            assertPersons(aggregate("stadsdeel", none).get(0), "", "1", "40", "between");
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
            assertPersons(aggregate("stadsdeel", out).get(0), "", "3", "4", "between");
        }

        @Test
        void anEmptyNumberOfPersons_isIncompleteWithBounds() {
            Path empty = file("leeg.csv", "2026KW01 Taal ;;");
            assertPersons(aggregate("stadsdeel", empty).get(0), "", "1", "40", "incomplete");
            Path both = file("beide.csv", "2026KW01 Taal 12;;", "2026KW01 Eten ;;");
            assertPersons(aggregate("stadsdeel", both).get(0), "", "12", "52", "incomplete");
        }
    }

    /** Whoever came without a name first may be the one who is new by name later. */
    @Test
    void newParticipants_afterAVisitWithoutAName_mayBeTheSamePerson() {
        String header = HEADER.replace("eerste_keer_dit_jaar", "nieuwe_deelnemers");
        String first = "91000011;Centrum;WK051822;2026KW01;1;TAAL;Taal;ALLEN;30-49;1;1;0;1;0\n";
        String second = "91000011;Centrum;WK051822;2026KW02;1;TAAL;Taal;ALLEN;30-49;1;1;1;0;1\n";
        Path file = Sheet.writeText(folder, "nieuw.csv", header + first + second);
        assertPersons(aggregate("jaar", file).get(0), "", "1", "2", "between");
        Path named = Sheet.writeText(folder, "bekend.csv", header + first.replace("1;1;0;1;0", "1;1;1;0;1") + second);
        assertPersons(aggregate("jaar", named).get(0), "2", "2", "2", "exact");
    }
}
