package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What figures may be mistaken for, each with the right answer as a user of the command line sees it. */
class SemanticTrapsTest {

    @TempDir
    private Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    /** Rows of a delivery, each by the names of its columns. */
    private static List<Map<String, String>> table(List<String> lines) {
        String[] names = lines.get(0).replace("\uFEFF", "").split(";", -1);
        return lines.stream()
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

    /** An organisation's own records, counted. */
    @Nested
    class Records {

        private static final String HEADER =
                "datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;uren;doorverwezen";

        private Path records(String name, List<String> rows) throws IOException {
            List<String> lines = new ArrayList<>(List.of(HEADER));
            lines.addAll(rows);
            return file(name, lines.toArray(String[]::new));
        }

        private List<Map<String, String>> count(int exit, Path... files) throws IOException {
            Path out = folder.resolve("telling.csv");
            List<Object> line = new ArrayList<>(List.of("count", "--organisatie", "91000011", "-o", out, "--force"));
            line.addAll(List.of(files));
            Run.of(line.toArray()).exits(exit);
            return table(Files.readAllLines(out));
        }

        private static Map<String, String> row(List<Map<String, String>> rows, String activity, String age) {
            return rows.stream()
                    .filter(row -> activity.equals(row.get("activiteit")) && age.equals(row.get("leeftijdsgroep")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + activity + " " + age + " in " + rows));
        }

        private List<String> tenEvenings() {
            List<String> rows = new ArrayList<>();
            for (int day = 1; day <= 10; day++) {
                String evening = "2026-02-%02d;Eetcafe;ETEN;WK051838;ALLEN;".formatted(day);
                rows.add(evening + "A;2012;DEELNEMER;;nee");
                rows.add(evening + "B;1990;DEELNEMER;;ja");
                rows.add(evening + "C;1950;DEELNEMER;;nee");
                rows.add(evening + "V1;;VRIJWILLIGER;3;nee");
            }
            return rows;
        }

        @Test
        void filesThatOverlap_countEachAttendanceOnce() throws IOException {
            List<String> rows = tenEvenings();
            List<String> half = new ArrayList<>(rows.subList(20, 40));
            Collections.reverse(half);
            List<Map<String, String>> whole = count(0, records("tien.csv", rows));
            List<Map<String, String>> both = count(0, records("tien.csv", rows), records("overlap.csv", half));
            assertThat(both).isEqualTo(whole);
            assertThat(row(both, "Eetcafe", "onbekend")).containsEntry("vrijwilligersuren", "30");
            assertThat(row(both, "Eetcafe", "30-49"))
                    .containsEntry("doorverwijzingen", "10")
                    .containsEntry("bezoeken", "10");
        }

        @Test
        void aRecordTwiceInOneFile_countsOnce() throws IOException {
            List<String> rows = new ArrayList<>(tenEvenings());
            rows.addAll(rows.subList(0, 4));
            assertThat(row(count(0, records("dubbel.csv", rows)), "Eetcafe", "onbekend"))
                    .containsEntry("vrijwilligersuren", "30");
        }

        @Test
        void otherHoursForTheSameEvening_areAnErrorAndTheHoursStayEmpty() throws IOException {
            List<String> other = List.of("2026-02-01;Eetcafe;ETEN;WK051838;ALLEN;V1;;VRIJWILLIGER;4;nee");
            Path first = records("a.csv", tenEvenings());
            Path second = records("b.csv", other);
            assertThat(row(count(1, first, second), "Eetcafe", "onbekend"))
                    .containsEntry("vrijwilligersuren", "")
                    .containsEntry("vrijwilligers", "1")
                    .containsEntry("bijeenkomsten", "10");
            assertThat(Run.of("count", first, second, "--organisatie", "91000011", "-o", folder.resolve("t.csv"))
                            .exits(1)
                            .err())
                    .contains("RG-R06", "Rij 2 van b.csv", "rij 5 van a.csv");
        }

        @Test
        void emptyHoursNextToFilledOnes_takeTheFilledOnes() throws IOException {
            List<String> other = List.of("2026-02-01;Eetcafe;ETEN;WK051838;ALLEN;V1;;VRIJWILLIGER;;");
            assertThat(row(count(0, records("a.csv", tenEvenings()), records("b.csv", other)), "Eetcafe", "onbekend"))
                    .containsEntry("vrijwilligersuren", "30");
        }

        @Test
        void visitsWithoutAName_countAsVisits() throws IOException {
            Path records = records(
                    "reg.csv",
                    List.of(
                            "2026-01-10;Koffie;ONTMOETEN;WK051838;ALLEN;p1;1950;DEELNEMER;;nee",
                            "2026-02-07;Opbouw;BUURT;WK051838;ALLEN;;;DEELNEMER;;",
                            "2026-02-07;Opbouw;BUURT;WK051838;ALLEN;;;DEELNEMER;;"));
            assertThat(row(count(0, records), "Opbouw", "onbekend"))
                    .containsEntry("bijeenkomsten", "1")
                    .containsEntry("bezoeken", "2")
                    .containsEntry("unieke_deelnemers", "0");
            assertThat(Run.of("count", records, "--organisatie", "91000011", "-o", folder.resolve("t.csv"))
                            .exits(0)
                            .err())
                    .contains("BM-C07", "Het bezoek telt mee, de persoon niet");
        }

        @Test
        void visitsWithoutANameInTwoFiles_countAsInTheFileWithMost() throws IOException {
            String visit = "2026-02-07;Opbouw;BUURT;WK051838;ALLEN;;;DEELNEMER;;";
            assertThat(row(
                            count(
                                    0,
                                    records("a.csv", List.of(visit, visit)),
                                    records("b.csv", List.of(visit, visit, visit))),
                            "Opbouw",
                            "onbekend"))
                    .containsEntry("bezoeken", "3");
        }

        @Test
        void hoursAndReferralsNeverRecorded_stayEmpty() throws IOException {
            List<Map<String, String>> rows = count(
                    0,
                    records(
                            "nohours.csv",
                            List.of(
                                    "2026-01-05;Eetcafe;ETEN;WK051838;ALLEN;V1;;VRIJWILLIGER;;",
                                    "2026-01-05;Eetcafe;ETEN;WK051838;ALLEN;D1;1980;DEELNEMER;;")));
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row)
                            .containsEntry("vrijwilligersuren", "")
                            .containsEntry("doorverwijzingen", ""));
            assertThat(row(rows, "Eetcafe", "onbekend")).containsEntry("vrijwilligers", "1");
        }

        @Test
        void anHoursColumnThatIsAbsent_leavesHoursEmpty() throws IOException {
            Path records = file(
                    "geen.csv",
                    "datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;doorverwezen",
                    "2026-01-05;Eetcafe;ETEN;WK051838;ALLEN;V1;;VRIJWILLIGER;nee",
                    "2026-01-05;Eetcafe;ETEN;WK051838;ALLEN;D1;1980;DEELNEMER;nee");
            assertThat(count(0, records)).allSatisfy(row -> assertThat(row).containsEntry("vrijwilligersuren", ""));
        }
    }
}
