package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an organisation's own records say when they are counted, and what they do not. */
class SemanticTrapsOfRecordsTest {

    @TempDir
    private Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

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
        return Sheet.rows(Files.readString(out).replace("\uFEFF", ""));
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
                .containsEntry("bezoeken_zonder_naam", "2")
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
                .allSatisfy(row ->
                        assertThat(row).containsEntry("vrijwilligersuren", "").containsEntry("doorverwijzingen", ""));
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

    @ParameterizedTest
    @CsvSource({
        "1234567890123451, 1234567890123452, 2",
        "12345678901234561, 12345678901234562, 2",
        "1.2345678901234561E16, 1.2345678901234563E16, 2",
        "1234567890123451.0, 1234567890123451, 1",
        "71, 71.0, 1"
    })
    void longNumbersOfPeopleInAWorkbook_keepTheirDigits(String first, String second, String persons)
            throws IOException {
        Path workbook = workbook("reg.xlsx", List.of(first, second));
        assertThat(row(count(0, workbook), "Breiclub", "50-66")).containsEntry("unieke_deelnemers", persons);
    }

    @Test
    void signsThatNobodySees_makeNobodyElse() throws IOException {
        String visit = "2026-04-10;Breiclub;ONTMOETEN;WK051838;ALLEN;%s;1960;DEELNEMER;;nee";
        List<String> rows = List.of("x9", "x\u200B9", "x9 ", "x\u00AD9").stream()
                .map(visit::formatted)
                .toList();
        assertThat(row(count(0, records("zwsp.csv", rows)), "Breiclub", "50-66"))
                .containsEntry("unieke_deelnemers", "1");
    }

    private static final String HEADER_2026_2 = HEADER + ";aantal;uit_stadsdeel";

    private Path newRecords(String name, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER_2026_2));
        lines.addAll(List.of(rows));
        return file(name, lines.toArray(String[]::new));
    }

    @Test
    void aNumberOfVisitorsWithoutAName_countsAsSoManyVisits() throws IOException {
        Path records = newRecords(
                "aantal.csv",
                "2026-01-10;Buurtfeest;BUURT;WK051838;ALLEN;;;DEELNEMER;;;40;",
                "2026-01-10;Buurtfeest;BUURT;WK051838;ALLEN;;;DEELNEMER;;;;",
                "2026-01-10;Buurtfeest;BUURT;WK051838;ALLEN;p1;;DEELNEMER;;nee;;ja");
        assertThat(row(count(0, records), "Buurtfeest", "onbekend"))
                .containsEntry("bijeenkomsten", "1")
                .containsEntry("bezoeken", "42")
                .containsEntry("bezoeken_zonder_naam", "41")
                .containsEntry("unieke_deelnemers", "1")
                .containsEntry("deelnemers_uit_stadsdeel", "1");
    }

    @ParameterizedTest
    @CsvSource({"p1, 4, RG-R05", "'', 0, RG-R08"})
    void aNumberOfVisitorsWhereNoneBelongs_isAnError(String person, String number, String code) throws IOException {
        Path records = newRecords(
                "aantal.csv",
                "2026-01-10;Buurtfeest;BUURT;WK051838;ALLEN;p2;;DEELNEMER;;nee;;ja",
                "2026-01-10;Buurtfeest;BUURT;WK051838;ALLEN;%s;;DEELNEMER;;nee;%s;".formatted(person, number));
        assertThat(Run.of("validate", records).exits(1).out()).contains(code);
        assertThat(row(count(1, records), "Buurtfeest", "onbekend")).containsEntry("bezoeken", "1");
    }

    @Test
    void whereSomeoneLives_staysOpenWhenItIsNotKnownOfAnyone() throws IOException {
        Path records = newRecords(
                "woont.csv",
                "2026-01-10;Koor;CULTUUR;WK051838;ALLEN;p1;1950;DEELNEMER;;nee;;ja",
                "2026-01-10;Koor;CULTUUR;WK051838;ALLEN;p2;1950;DEELNEMER;;nee;;nee",
                "2026-01-17;Koor;CULTUUR;WK051838;ALLEN;p2;1950;DEELNEMER;;nee;;",
                "2026-01-10;Koor;CULTUUR;WK051838;ALLEN;p3;1990;DEELNEMER;;nee;;ja",
                "2026-01-10;Koor;CULTUUR;WK051838;ALLEN;p4;1990;DEELNEMER;;nee;;");
        List<Map<String, String>> rows = count(0, records);
        assertThat(row(rows, "Koor", "67+")).containsEntry("deelnemers_uit_stadsdeel", "1");
        assertThat(row(rows, "Koor", "30-49")).containsEntry("deelnemers_uit_stadsdeel", "");
    }

    @Test
    void aReferralColumnThatIsAbsent_leavesReferralsEmpty() throws IOException {
        Path records = file(
                "geen.csv",
                "datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol",
                "2026-01-05;Eetcafe;ETEN;WK051838;ALLEN;V1;;VRIJWILLIGER",
                "2026-01-05;Eetcafe;ETEN;WK051838;ALLEN;D1;1980;DEELNEMER");
        assertThat(count(0, records))
                .allSatisfy(row ->
                        assertThat(row).containsEntry("vrijwilligersuren", "").containsEntry("doorverwijzingen", ""));
    }

    @Test
    void theFirstVisitOfTheYear_countsOnceWhateverTheActivityOrQuarter() throws IOException {
        Path records = records(
                "jaar.csv",
                List.of(
                        "2026-01-10;Zang;CULTUUR;WK051838;ALLEN;p1;1950;DEELNEMER;;nee",
                        "2026-01-10;Koor;CULTUUR;WK051838;ALLEN;p1;1950;DEELNEMER;;nee",
                        "2026-04-10;Koor;CULTUUR;WK051838;ALLEN;p1;1950;DEELNEMER;;nee",
                        "2026-04-10;Koor;CULTUUR;WK051838;ALLEN;p2;1950;DEELNEMER;;nee",
                        // another city district
                        "2026-04-17;Koor;CULTUUR;WK051829;ALLEN;p1;1950;DEELNEMER;;nee"));
        assertThat(count(0, records))
                .extracting(row -> row.get("periode") + " " + row.get("wijk") + " " + row.get("activiteit") + " "
                        + row.get("eerste_keer_dit_jaar"))
                .containsExactlyInAnyOrder(
                        "2026KW01 WK051838 Koor 1",
                        "2026KW01 WK051838 Zang 0",
                        "2026KW02 WK051838 Koor 1",
                        "2026KW02 WK051829 Koor 1");
    }

    @Test
    void recordsThatDoNotGoBackToJanuary_sayNothingOfFirstVisitsUnlessSomeoneSaysSo() throws IOException {
        Path records = records("laat.csv", List.of("2026-02-10;Koor;CULTUUR;WK051838;ALLEN;p1;1950;DEELNEMER;;nee"));
        assertThat(row(count(0, records), "Koor", "67+")).containsEntry("eerste_keer_dit_jaar", "");
        Path out = folder.resolve("uit.csv");
        Run said = Run.of("count", records, "--organisatie", "91000011", "-o", out, "--records-from", "2026-01-01")
                .exits(0);
        assertThat(said.err()).contains("BM-C10").doesNotContain("BM-C11");
        assertThat(Sheet.rows(Sheet.read(out).replace("\uFEFF", "")).get(0)).containsEntry("eerste_keer_dit_jaar", "1");
        Path early = records("vroeg.csv", List.of("2026-01-10;Koor;CULTUUR;WK051838;ALLEN;p1;1950;DEELNEMER;;nee"));
        assertThat(Run.of(
                                "count",
                                early,
                                "--organisatie",
                                "91000011",
                                "-o",
                                folder.resolve("v.csv"),
                                "--records-from",
                                "2026-01-05")
                        .exits(0)
                        .err())
                .contains("BM-C11");
    }

    @Test
    void aHeaderWithoutTheNewColumns_isOfTheVersionBefore() throws IOException {
        Path old = Sheet.write(folder, "oud.csv", Sheet.row());
        assertThat(Run.of("validate", old).exits(0).out()).contains("telformat-gebiedsgericht@2026.1");
        Path named = Sheet.writeText(
                folder,
                "nieuw.csv",
                String.join(";", Sheet.COLUMNS) + ";bezoeken_zonder_naam\n" + Sheet.row() + ";3\n");
        assertThat(Run.of("validate", named).exits(0).out()).contains("telformat-gebiedsgericht@2026.2");
        assertThat(Run.of("validate", old, "--format", "telformat-gebiedsgericht@2026.2")
                        .exits(0)
                        .out())
                .contains("telformat-gebiedsgericht@2026.2");
        Path records = records("r.csv", tenEvenings());
        assertThat(Run.of("validate", records).exits(0).out()).contains("registraties@2026.1");
    }

    @ParameterizedTest
    @CsvSource({
        "bezoeken_zonder_naam, 29, TF-R10",
        "deelnemers_uit_stadsdeel, 13, TF-R11",
        "eerste_keer_dit_jaar, 13, TF-R12"
    })
    void aNumberOfTheNewColumnsThatCannotBe_isAnError(String column, String number, String code) {
        String header = String.join(";", Sheet.COLUMNS) + ";" + column + "\n";
        Path wrong = Sheet.writeText(folder, "fout.csv", header + Sheet.row() + ";" + number + "\n");
        assertThat(Run.of("validate", wrong).exits(1).out()).contains(code);
        Path good = Sheet.writeText(folder, "goed.csv", header + Sheet.row() + ";12\n");
        assertThat(Run.of("validate", good).exits(0).out()).doesNotContain(code);
    }

    @Test
    void anEmptyNumberOfParticipants_isAWarningInTheNewestVersion() {
        Path empty = Sheet.writeText(
                folder,
                "leeg.csv",
                String.join(";", Sheet.COLUMNS) + ";bezoeken_zonder_naam\n"
                        + Sheet.row("unieke_deelnemers", "", "nieuwe_deelnemers", "") + ";0\n");
        assertThat(Run.of("validate", empty).exits(0).out()).contains("TF-V11");
        Path absent = Sheet.writeText(
                folder,
                "geen.csv",
                String.join(";", Sheet.COLUMNS).replace("unieke_deelnemers;", "") + ";bezoeken_zonder_naam\n"
                        + Sheet.row("unieke_deelnemers", "WEG").replace("WEG;", "") + ";0\n");
        assertThat(Run.of("validate", absent).exits(1).out()).contains("TF-S01");
    }

    @Test
    void aCount_aloneInAFolder_isThatDelivery() throws IOException {
        Path account = Files.createDirectory(folder.resolve("verantwoording"));
        Path out = account.resolve("telformat.csv");
        Run.of("count", records("tien.csv", tenEvenings()), "--organisatie", "91000011", "-o", out)
                .exits(0);
        assertThat(Run.of("validate", account).out())
                .contains("telformat-gebiedsgericht@2026.2")
                .doesNotContain("TF-S02");
    }

    /** A workbook with one visit for each number of a person, in number cells. */
    private Path workbook(String name, List<String> persons) throws IOException {
        StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/"
                + "spreadsheetml/2006/main\"><sheetData>" + cells(HEADER.split(";")) + "</row>");
        for (String person : persons) {
            sheet.append(cells("2026-04-10", "Breiclub", "ONTMOETEN", "WK051838", "ALLEN"))
                    .append("<c><v>%s</v></c><c><v>1960</v></c>".formatted(person))
                    .append(cells("DEELNEMER", "", "nee").substring("<row>".length()))
                    .append("</row>");
        }
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                            + "relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(zip, "xl/worksheets/sheet1.xml", sheet + "</sheetData></worksheet>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://"
                            + "schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                            + "relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        }
        return file;
    }

    private static String cells(String... texts) {
        return Arrays.stream(texts)
                .map("<c t=\"inlineStr\"><is><t>%s</t></is></c>"::formatted)
                .collect(Collectors.joining("", "<row>", ""));
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
