package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written in a cell means one thing, or is asked about. */
class SemanticTrapsOfReadingTest {

    @TempDir
    private Path folder;

    private Path hours(String... hours) {
        return Sheet.write(
                folder,
                "uren.csv",
                IntStream.range(0, hours.length)
                        .mapToObj(i -> Sheet.row("activiteit", "Les " + i, "vrijwilligersuren", hours[i]))
                        .toArray(String[]::new));
    }

    private static List<String> total(Path file) {
        Run run = Run.of("aggregate", file, "--by", "stadsdeel", "--measure", "vrijwilligersuren");
        return Sheet.rows(run.out()).stream()
                .flatMap(row -> Stream.of(cell(row, "vrijwilligersuren"), cell(row, "rows_rejected")))
                .toList();
    }

    /** A point in hours may be that of thousands, or a decimal sign. */
    @Nested
    class HoursWithAPoint {

        @Test
        void threeDigitsAfterThePoint_areAskedAboutWithBothReadings() {
            Run run = Run.of("validate", hours("1.234")).exits(1);
            assertThat(run.out() + run.err())
                    .contains("TF-V05", "Dat kan 1,234 zijn, maar ook 1234")
                    .doesNotContain("TF-W02");
        }

        @Test
        void oneOrTwoDigitsElsewhere_makePointsDecimalSigns() {
            assertThat(total(hours("12.5", "1.250", "3.25"))).containsExactly("17", "0");
            assertThat(Run.of("validate", hours("12.5", "1.250")).exits(0).out())
                    .contains("TF-W02");
        }

        @Test
        void moreDecimalsThanAllowed_areRefusedAlsoThen() {
            Run run = Run.of("validate", hours("12.5", "1.234")).exits(1);
            assertThat(run.out()).contains("TF-V05").doesNotContain("maar ook");
        }

        @Test
        void pointsAndCommasThatContradict_leaveTwoReadings() {
            for (String other : List.of("12,5", "1.234,5", "1.000.000")) {
                Run run = Run.of("validate", hours("12.5", other, "1.250")).exits(1);
                assertThat(run.out()).contains("Dat kan 1,250 zijn, maar ook 1250");
            }
        }

        @Test
        void wholeNumbers_keepTheirThousands() {
            Path file = Sheet.write(folder, "heel.csv", Sheet.row("bezoeken", "1.200"));
            assertThat(Run.of("validate", file).exits(0).out()).contains("TF-W02", "1200");
        }
    }

    /** What cannot be seen, or was damaged on the way, changes no figure silently. */
    @Nested
    class Characters {

        private final String good = String.join(";", Sheet.COLUMNS) + "\n" + Sheet.row() + "\n";

        private String validate(int exit, byte[] bytes) throws IOException {
            Path file = Files.write(folder.resolve("teken.csv"), bytes);
            return Run.of("validate", file).exits(exit).out();
        }

        @Test
        void oneByteThatIsNoCharacter_namesItsRowAndLeavesTheOthers() throws IOException {
            String text = good + Sheet.row("activiteit", "Caf\u0001") + "\n" + Sheet.row("activiteit", "Thé") + "\n";
            for (String mark : List.of("", "\uFEFF")) {
                byte[] bytes = (mark + text).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = bytes[i] == 1 ? (byte) 0xE9 : bytes[i];
                }
                assertThat(validate(1, bytes))
                        .contains("rij 3: fout TF-V12")
                        .doesNotContain("TF-I01", "TF-V02", "TF-S");
            }
        }

        @Test
        void windows1252_isStillRead() throws IOException {
            assertThat(validate(0, good.getBytes(Charset.forName("windows-1252"))))
                    .contains("TF-I01")
                    .doesNotContain("TF-V12");
        }

        @Test
        void aCharacterThatWasLostEarlier_isAWarning() throws IOException {
            assertThat(validate(0, good.replace("Taalcafé", "Taalcaf\uFFFD").getBytes(StandardCharsets.UTF_8)))
                    .contains("rij 2, kolom activiteit: waarschuwing TF-W07");
        }

        @Test
        void whatCannotBeSeen_isIgnoredInHeadersCodesAndNumbers() throws IOException {
            for (String sign : List.of("\u200B", "\uFEFF", "\u00AD", "\u200E", "\u202A")) {
                String text = sign
                        + good.replace("bezoeken", "bezoe" + sign + "ken")
                                .replace("WK051822", "WK0518" + sign + "22")
                                .replace("ALLEN", "ALL" + sign + "EN")
                                .replace(";40;", ";4" + sign + "0;");
                assertThat(validate(0, text.getBytes(StandardCharsets.UTF_8))).contains("TF-W02");
            }
        }

        @Test
        void blanksInNames_hideNoDuplicate() throws IOException {
            String text = good + Sheet.row("activiteit", "Taal  les") + "\n" + Sheet.row("activiteit", "Taal\u200B les")
                    + "\n";
            assertThat(validate(1, text.getBytes(StandardCharsets.UTF_8))).contains("rij 4: fout TF-R05");
        }

        @Test
        void textsLikeFormulas_areReadAsTheyWereWritten() throws IOException {
            Path first = Sheet.write(
                    folder,
                    "plus55.csv",
                    Sheet.row("activiteit", "+55 gym"),
                    Sheet.row("activiteit", "-18 disco", "bezoeken", "30"),
                    Sheet.row("activiteit", "'-18 disco", "bezoeken", "20"));
            Path second = folder.resolve("conv.csv");
            Run.of("convert", first, "-o", second, "--to", "telformat-gebiedsgericht@2026.1")
                    .exits(0);
            assertThat(Sheet.read(second)).contains("'+55 gym");
            Run run = Run.of("aggregate", second, "--by", "activiteit", "--measure", "bezoeken");
            Run expected = Run.of("aggregate", first, "--by", "activiteit", "--measure", "bezoeken");
            assertThat(run.out()).isEqualTo(expected.out()).contains("'+55 gym", "'-18 disco", "''-18 disco");
        }
    }

    /** What is wrong once is said once. */
    @Nested
    class OneCauseOneFinding {

        private List<String> codes(Path file) {
            Run run = Run.of("validate", file, "--report", "json");
            Map<String, Object> first = Json.object(
                    Json.list(Json.object(Json.read(run.out())).get("files")).get(0));
            return Json.list(first.get("findings")).stream()
                    .map(finding -> String.valueOf(Json.object(finding).get("code")))
                    .toList();
        }

        private final String header = String.join(";", Sheet.COLUMNS);

        private List<String> codesOf(String... lines) {
            return codes(Sheet.writeText(folder, "een.csv", String.join("\n", lines) + "\n"));
        }

        @Test
        void totalsRow() {
            assertThat(codesOf(header, Sheet.row(), ";;;;;;Totaal;;;10;40;12;3;2;20,5;1;"))
                    .containsExactly("TF-W05");
            assertThat(codesOf(header, Sheet.row(), "Totaal;;;;;;;;;10;40;12;3;2;20,5;1;"))
                    .containsExactly("TF-W05");
        }

        @Test
        void totalsRow_isNoRejectedRow() {
            Path file = Sheet.write(folder, "som.csv", Sheet.row(), "Totaal;;;;;;;;;10;40;12;3;2;20,5;1;");
            Run run = Run.of("aggregate", file, "--by", "stadsdeel", "--measure", "bezoeken")
                    .exits(0);
            assertThat(Sheet.rows(run.out()))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row).containsEntry("bezoeken", "40").containsEntry("rows_rejected", "0"));
        }

        @Test
        void headersInCapitals() {
            assertThat(codesOf(header.toUpperCase(Locale.ROOT), Sheet.row())).containsExactly("TF-W02");
        }

        @Test
        void missingColumns_areNamedTogetherWithAMapping() {
            Path file = Sheet.writeText(
                    folder,
                    "mis.csv",
                    header.replace("bezoeken", "bezoekn").replace("wijk", "wjk") + "\n" + Sheet.row());
            assertThat(codes(file)).containsOnlyOnce("TF-S01");
            assertThat(Run.of("validate", file).exits(1).out()).contains("wijk, bezoeken ontbreken");
        }

        @Test
        void titleLinesAndTheLineOfASeparator() {
            assertThat(codesOf("Export", "2e kwartaal", header, Sheet.row())).containsExactly("TF-W03");
            assertThat(codesOf("sep=;", header, Sheet.row())).containsExactly("TF-W03");
        }

        @Test
        void aForeignFile() {
            assertThat(codesOf("melk;brood", "1;2")).containsExactly("TF-S09");
        }

        @Test
        void ourOwnFormThatNobodyFilledIn() {
            Path form = folder.resolve("leeg.xlsx");
            Run.of(
                            "template",
                            "telformat-gebiedsgericht",
                            "-o",
                            form,
                            "--organisatie",
                            "91000011",
                            "--stadsdeel",
                            "Laak",
                            "--periode",
                            "2026KW02")
                    .exits(0);
            assertThat(codes(form)).containsExactly("TF-S05");
        }
    }

    /** A person's data is found wherever it stands, and never shown. */
    @Nested
    class PersonalData {

        private final String header = String.join(";", Sheet.COLUMNS);

        private Run validate(String... lines) {
            return Run.of("validate", Sheet.writeText(folder, "persoon.csv", String.join("\n", lines) + "\n"));
        }

        @Test
        void aboveTheHeaderAndInColumnNames() {
            Run above = validate("Opgave 123456782", header, Sheet.row()).exits(1);
            assertThat(above.out()).contains("TF-P01").doesNotContain("123456782");
            Run name = validate(header + ";123456782", Sheet.row() + ";1").exits(1);
            assertThat(name.out()).contains("TF-P01").doesNotContain("123456782");
        }

        @Test
        void refusedValuesOfNineDigits_areNotShown() {
            for (String column :
                    List.of("wijk", "stadsdeel", "periode", "bezoeken", "vrijwilligersuren", "organisatie")) {
                Run run = validate(header, Sheet.row(column, "612345678")).exits(1);
                assertThat(run.out()).as(column).doesNotContain("612345678");
                assertThat(validate(header, Sheet.row(column, "jan@x")).exits(1).out())
                        .doesNotContain("jan@x");
            }
        }

        @Test
        void asPeopleAndSpreadsheetsWriteIt() {
            for (String text : List.of(
                    "31612345678",
                    "bel 612345678",
                    "mobiel: 612345678",
                    "wa.me/31612345678",
                    "1234 56 782",
                    "2512 ab 12",
                    "geb. 3 febr. 1950",
                    "geboorte datum 03-02-1950")) {
                assertThat(validate(header, Sheet.row("toelichting", text)).out())
                        .as(text)
                        .contains("TF-P01")
                        .doesNotContain(text);
            }
            for (String text : List.of("subsidie van € 123456782", "2026 en 12", "in 2026 om 12")) {
                assertThat(validate(header, Sheet.row("toelichting", text)).out())
                        .as(text)
                        .doesNotContain("fout TF-P01");
            }
        }
    }
}
