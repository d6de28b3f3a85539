package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four valid rows, where something is odd about all rows, the header or the file. One cause gives one finding, and
 * tolerating an oddity hides no fault.
 */
class AwkwardLayoutsTest {

    private static final String HEADER = String.join(";", Sheet.COLUMNS);
    private static final String LABELS = "91000011;Centrum;WK051822;2026KW01;1;TAAL;";
    private static final String GOOD = text(HEADER, row(1), row(2), row(3), row(4));

    @TempDir
    private Path folder;

    private static String row(int number) {
        return Sheet.row("activiteit", "Koffie " + number, "bezoeken", Integer.toString(180 + number));
    }

    private static String text(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private String outcome(String text) throws IOException {
        return Outcome.of(folder, "export.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the text of the last outcome. */
    private String words(String... options) {
        return Run.of(Stream.concat(Stream.of("validate", folder.resolve("export.csv")), Stream.of(options))
                        .toArray())
                .out();
    }

    private static String header(String form) {
        return IntStream.range(0, Sheet.COLUMNS.size())
                .mapToObj(i -> form.replace("NAME", Sheet.COLUMNS.get(i)).replace("NUMBER", Integer.toString(i + 1)))
                .collect(Collectors.joining(";"));
    }

    /** Checks texts that programs put before or after the name of each column. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Telformat[NAME] | exit 0, 4 good: TF-W02
            Telformat.NAME  | exit 0, 4 good: TF-W02
            NUMBER. NAME    | exit 0, 4 good: TF-W02
            NUMBER) NAME    | exit 0, 4 good: TF-W02
            NAME (*)        | exit 0, 4 good: TF-W02
            Som van NAME    | exit 1, 0 good: TF-S09
            NUMBER          | exit 1, 0 good: TF-S09
            """)
    void validate_textAroundEachName_isIgnoredOrRefused(String form, String expected) throws IOException {
        assertThat(outcome(GOOD.replace(HEADER, header(form)))).isEqualTo(expected);
    }

    /** A column of another table is not mistaken for a column of this table. */
    @Test
    void validate_differentPrefixes_areNotIgnored() throws IOException {
        String names = header("Telformat[NAME]").replace("Telformat[bezoeken]", "Vorig jaar[bezoeken]");
        assertThat(outcome(GOOD.replace(HEADER, names))).isEqualTo("exit 1, 0 good: TF-S09");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            words without underscores | unieke_deelnemers | uniekeDeelnemers | exit 0, 4 good: TF-W02 unieke_deelnemers
            both spellings            | nieuwe_deelnemers | uniekeDeelnemers | exit 1, 0 good: TF-S03 unieke_deelnemers
            number of                 | bezoeken          | aantal bezoeken  | exit 1, 0 good: TF-S01 bezoeken
            one letter of another alphabet | bezoeken     | b\u0435zoeken    | exit 1, 0 good: TF-S01 bezoeken
            a column of its own       | toelichting       | medewerker       | exit 0, 4 good: TF-S02 medewerker
            """)
    void validate_differentName_isOneFinding(String name, String written, String changed, String expected)
            throws IOException {
        assertThat(outcome(GOOD.replace(written, changed))).isEqualTo(expected);
    }

    /**
     * The intended name is proposed in the finding about the missing column, and not repeated for the column that was
     * found.
     */
    @Test
    void validate_namesOfAPivotTable_areOneFindingWithAllProposals() throws IOException {
        String names = String.join(";", Sheet.COLUMNS.subList(0, 9)) + ";"
                + Sheet.COLUMNS.subList(9, 16).stream()
                        .map(name -> "Som van " + name)
                        .collect(Collectors.joining(";"))
                + ";toelichting";
        assertThat(outcome(GOOD.replace(HEADER, names))).isEqualTo("exit 1, 0 good: TF-S01");
        assertThat(words()).contains("Som van bezoeken -> bezoeken", "Som van nieuwe_deelnemers -> nieuwe_deelnemers");
    }

    @Test
    void validate_yearAndQuarterInSeparateColumns_advisesToCombineThem() throws IOException {
        String text = GOOD.replace(";periode;", ";jaar;kwartaal;").replace(";2026KW01;", ";2026;1;");
        assertThat(outcome(text)).isEqualTo("exit 1, 0 good: TF-S01 periode");
        assertThat(words()).contains("Zet ze samen in één kolom periode, zoals 2026KW01.");
        // a year alone has another cause: the quarter is unknown
        assertThat(outcome(GOOD.replace(";periode;", ";jaar;")))
                .isEqualTo("exit 1, 0 good: TF-S01 periode, TF-S02 jaar");
    }

    /** Names of groups are above the names of their columns, so neither row alone is the header. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            each name in one of the rows | organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;Deelnemers;;;;;;;toelichting | ;;;;;;;;;bijeenkomsten;bezoeken;unieke_deelnemers;nieuwe_deelnemers;vrijwilligers;vrijwilligersuren;doorverwijzingen;
            names in two parts           | organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;bijeenkomsten;bezoeken;unieke;nieuwe;vrijwilligers;vrijwilligersuren;doorverwijzingen;toelichting | ;;;;;;;;;;;deelnemers;deelnemers;;;;
            group and part               | organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;bijeenkomsten;bezoeken;Deelnemers;;Vrijwilligers;;doorverwijzingen;toelichting | ;;;;;;;;;;;unieke;nieuwe;aantal;uren;;
            """)
    void validate_namesInTwoRows_areOneFindingThatNamesTheRows(String name, String upper, String lower)
            throws IOException {
        assertThat(outcome(GOOD.replace(HEADER, upper + "\n" + lower))).isEqualTo("exit 1, 0 good: TF-S07");
        assertThat(words()).contains("De namen van de kolommen staan verdeeld over twee rijen: 1, 2.");
    }

    /** A row of data below a header that lacks a column is not a second row of names. */
    @Test
    void validate_dataBelowAnIncompleteHeader_isNotAHeader() throws IOException {
        String text = GOOD.replace("unieke_deelnemers", "unieke").replace("Koffie 1", "deelnemers");
        assertThat(outcome(text)).isEqualTo("exit 1, 0 good: TF-S01 unieke_deelnemers");
    }

    @Test
    void validate_noHeader_isReported() throws IOException {
        assertThat(outcome(text(row(1), row(2)))).isEqualTo("exit 1, 0 good: TF-S09");
        assertThat(words())
                .contains("Boven de rijen staan geen namen van kolommen.")
                .doesNotContain("Geen van de");
    }

    /** If all rows have a different number of cells than the header, there is one cause. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            row names without a name   | \\n9      | \\n1;9   | exit 1, 0 good: TF-S04 | Er zijn 4 rijen met 18 cellen, vanaf rij 2.
            last cells left out        | 1;\\n     | 1\\n     | exit 1, 0 good: TF-S04 | Er zijn 4 rijen met 16 cellen, vanaf rij 2.
            commas, also in numbers    | ;         | ,        | exit 1, 0 good: TF-S04 | staat een komma in een getal
            separator after the header | toelichting\\n | toelichting;\\n | exit 0, 4 good: |
            """)
    void validate_allRowsRagged_isOneFinding(
            String name, String written, String changed, String expected, @Nullable String words) throws IOException {
        String text = GOOD.replace(written.replace("\\n", "\n"), changed.replace("\\n", "\n"));
        assertThat(outcome(text)).isEqualTo(expected);
        assertThat(words()).contains(words == null ? "" : words);
    }

    @Test
    void validate_headerWithAnotherSeparator_isReported() throws IOException {
        assertThat(outcome(GOOD.replace(HEADER, HEADER.replace(';', ',')))).isEqualTo("exit 1, 0 good: TF-S04");
        assertThat(words()).contains("staat een ander teken tussen de cellen");
    }

    /** A row with too few cells is still an error if the header or all other rows have one cell too many. */
    @Test
    void validate_oneRaggedRow_remainsAnError() throws IOException {
        String lost = row(4).replace("Koffie 4;", "");
        assertThat(outcome(text(HEADER + ";", row(1), row(2), row(3), lost))).isEqualTo("exit 1, 0 good: TF-S04 x4");
        assertThat(outcome(text(HEADER + ";", row(1) + ";", row(2) + ";", row(3) + ";", lost + ";")))
                .isEqualTo("exit 1, 3 good: TF-S04");
        assertThat(outcome(text(HEADER, row(1), row(2), lost))).isEqualTo("exit 1, 2 good: TF-S04");
    }

    /** A line break in a text without quotes splits one row into two. */
    @Test
    void validate_rowSplitInTwo_isOneFindingAtItsFirstHalf() throws IOException {
        assertThat(outcome(GOOD.replace("Koffie 2", "Koffie\n2"))).isEqualTo("exit 1, 3 good: TF-S04");
        assertThat(words()).contains("rij 3", "Deze rij en de volgende zijn samen één rij");
        // halves that do not form one row are two faults
        assertThat(outcome(GOOD.replace("Koffie 2;ALLEN", "Koffie\nALLEN"))).isEqualTo("exit 1, 3 good: TF-S04 x2");
    }

    /** Labels appear only in the first row of each group, from left to right, as in a pivot table. */
    @Test
    void validate_labelsOfAPivotTable_areOneFindingAndRemainErrors() throws IOException {
        String text = text(
                HEADER,
                row(1),
                row(2).replace(LABELS, ";;;;;;"),
                row(3).replace(LABELS, ";;;;;;"),
                row(4).replace("91000011;Centrum;", ";;"),
                row(5).replace(LABELS, ";;;;;;"));
        assertThat(outcome(text)).isEqualTo("exit 1, 1 good: TF-V01");
        assertThat(words())
                .contains("In 4 rijen, vanaf rij 3, is niet alles ingevuld. Het gaat om: organisatie, stadsdeel")
                .contains("Alle itemlabels herhalen");
        assertThat(outcome(
                        text(HEADER, row(1), row(2).replace("91000011", "idem"), row(3).replace("91000011", "idem"))))
                .isEqualTo("exit 1, 1 good: TF-V01 organisatie");
    }

    /** An empty cell that is not a group label is reported separately, even in a file with group labels. */
    @Test
    void validate_otherEmptyCells_areReportedOneByOne() throws IOException {
        assertThat(outcome(GOOD.replace(row(2), row(2).replace("WK051822", ""))))
                .isEqualTo("exit 1, 3 good: TF-V01 wijk");
        String lost = "91000011;Centrum;;2026KW01;1;TAAL;";
        assertThat(outcome(text(
                        HEADER, row(1), row(2).replace(LABELS, lost), row(3).replace(LABELS, ";;WK051822;;1;TAAL;"))))
                .isEqualTo("exit 1, 1 good: TF-V01 organisatie, TF-V01 periode, TF-V01 stadsdeel, TF-V01 wijk");
    }

    /** A person may write an explanation of each column below the header; anywhere else such a row has errors. */
    @Test
    void validate_explanationsBelowTheHeader_areNotData() throws IOException {
        String explained = "KvK-nummer van 8 cijfers;kies;kies;bijv. 2026KW01;1, 2 of 3;kies;naam;kies;kies;heel getal;"
                + "heel getal;heel getal;;;uren;;";
        assertThat(outcome(GOOD.replace(HEADER, HEADER + "\n" + explained))).isEqualTo("exit 0, 4 good: TF-W08");
        assertThat(outcome(GOOD + explained + "\n")).startsWith("exit 1, 4 good: TF-V02");
        String known = explained.replace("KvK-nummer van 8 cijfers", "91000011");
        assertThat(outcome(GOOD.replace(HEADER, HEADER + "\n" + known))).startsWith("exit 1, 4 good: TF-V02");
    }

    /** Rows below the data; a row that says what it is about is never ignored. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            mean            | Gemiddelde;;;;;;;;;10;182,5;12;3;2;20,5;1;    | exit 0, 4 good: TF-W05
            check           | Controle;;;;;;;;;0;0;0;0;0;1;0;               | exit 0, 4 good: TF-W05
            zeros           | ;;;;;;;;;0;0;0;0;0;0,00;0;                    | exit 0, 4 good: TF-W08
            zeros of a week | 91000011;Centrum;WK051822;2026KW01;1;TAAL;Thee;ALLEN;30-49;0;0;0;0;0;0;0; | exit 0, 5 good: TF-R09
            mean in a row   | 91000011;Centrum;WK051822;2026KW01;1;TAAL;Gemiddelde;ALLEN;30-49;1;9;2;;;;; | exit 0, 5 good:
            total in a row  | 91000011;Centrum;WK051822;2026KW01;1;TAAL;Totaal;ALLEN;30-49;40;730;48;12;8;82,0;4; | exit 0, 5 good: TF-W05 activiteit
            """)
    void validate_rowBelow_isIgnoredOnlyIfItSaysNothing(String name, String row, String expected) throws IOException {
        assertThat(outcome(GOOD + row + "\n")).isEqualTo(expected);
    }

    @Test
    void validate_manyRowsOfZeros_areOneFinding() throws IOException {
        assertThat(outcome(GOOD + ";;;;;;;;;0;0;0;0;0;0;0;\n".repeat(30))).isEqualTo("exit 0, 4 good: TF-W08");
        assertThat(words()).contains("In 30 rijen, vanaf rij 6, staan alleen nullen.");
    }

    /** Blanks, quotes or a formula around all cells. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fixed width         | %-20s  | exit 0, 4 good: TF-W02
            blank after each    | %s%n   | exit 0, 4 good: TF-W02
            other quotes        | '%s'   | exit 0, 4 good: TF-W02
            blank before quotes |  "%s"  | exit 0, 4 good: TF-W02
            formulas            | ="%s"  | exit 0, 4 good: TF-W02
            one quote only      | '%s    | exit 1, 0 good:
            """)
    void validate_charactersAroundEachCell_areIgnored(String name, String form, String expected) throws IOException {
        String rows = Stream.of(row(1), row(2), row(3), row(4))
                .map(row -> Stream.of(row.split(";", -1))
                        .map(cell -> cell.isEmpty()
                                ? ""
                                : " ".repeat(name.startsWith("blank b") ? 1 : 0)
                                        + String.format(Locale.ROOT, form.replace("%n", " "), cell))
                        .collect(Collectors.joining(";")))
                .collect(Collectors.joining("\n"));
        assertThat(outcome(HEADER + "\n" + rows + "\n")).startsWith(expected);
        if (expected.startsWith("exit 0")) {
            assertThat(Run.of("validate", folder.resolve("export.csv"), "--leniency", "STRICT")
                            .exit())
                    .isEqualTo(1);
            Run total = Run.of("aggregate", folder.resolve("export.csv"), "--by", "stadsdeel", "--measure", "bezoeken");
            assertThat(total.out()).contains("730");
        }
    }

    /** A repaired file has everything that was counted, and needs no further repair. */
    @Test
    void validate_repair_keepsTheCountsAndRemovesWhatSurroundsThem() throws IOException {
        String total = row(5).replace("Koffie 5", "Totaal");
        outcome((GOOD + total + "\n").replace(";TAAL;", ";=\"TAAL\";"));
        Path repaired = folder.resolve("hersteld.xlsx");
        assertThat(Run.of("validate", folder.resolve("export.csv"), "--repair", repaired)
                        .exit())
                .isZero();
        assertThat(Run.of("validate", repaired).out())
                .contains("Rijen: 5, waarvan goed: 5")
                .doesNotContain("TF-W02");
    }

    /** Quotes around one cell may mean anything. */
    @Test
    void validate_quotesAroundOneCell_remainAnError() throws IOException {
        assertThat(outcome(GOOD.replace(";181;", ";'181';"))).isEqualTo("exit 1, 3 good: TF-V03 bezoeken");
        assertThat(outcome(GOOD.replace(";181;", ";=181;"))).isEqualTo("exit 1, 3 good: TF-V03 bezoeken");
    }

    /** The advice must fit the cause. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ;181;    | ;#REF!;  | Een formule in het rekenblad geeft hier een fout.
            ;3;2;    | ;NA;2;   | Is het niet bekend, laat de cel dan leeg.
            ;181;    | ;NA;     | Weet u het niet, vraag het na; vul geen 0 in.
            91000011 | 9,1E+07  | Een rekenblad heeft het nummer ingekort
            WK051822 | 51822    | WK051822
            30-49    | 67 en ouder | 67+
            30-49    | 30-49 jaar  | 30-49
            ;1;TAAL  | ;1 - Samen;TAAL | ‘1 - Samen’
            """)
    void validate_invalidCell_getsFittingAdvice(String written, String changed, String advice) throws IOException {
        outcome(GOOD.replace(written, changed));
        assertThat(words()).contains(advice);
    }

    /** Letters in the encodings of MS-DOS and old Macintoshes, and in UTF-7. */
    @ParameterizedTest
    @CsvSource({
        "IBM850, 'exit 0, 4 good: TF-I01, TF-W07 activiteit'",
        "x-MacRoman, 'exit 0, 4 good: TF-I01, TF-W07 activiteit'"
    })
    void validate_lettersOfAnOldEncoding_areReported(String charset, String expected) throws IOException {
        byte[] bytes = GOOD.replace("Koffie 1", "Café 1").getBytes(Charset.forName(charset));
        assertThat(Outcome.of(folder, "export.csv", bytes)).isEqualTo(expected);
        assertThat(outcome(GOOD.replace("Koffie 1", "Caf+AOk- 1"))).isEqualTo("exit 0, 4 good: TF-W07 activiteit");
        assertThat(outcome(GOOD.replace("Koffie 1", "Taal+APP 1"))).isEqualTo("exit 0, 4 good:");
    }

    /** Files of other kinds, and text in an unspecified encoding. */
    @Test
    void validate_fileOfAnotherKind_isOneFinding() throws IOException {
        String pdf = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj<<>>\nendobj\n";
        byte[] wide = GOOD.getBytes(StandardCharsets.UTF_16BE);
        for (byte[] bytes :
                List.of(pdf.getBytes(StandardCharsets.ISO_8859_1), wide, GOOD.getBytes(Charset.forName("UTF-32")))) {
            assertThat(Outcome.of(folder, "export.csv", bytes)).isEqualTo("exit 1, 0 good: TF-S06");
        }
        Outcome.of(folder, "export.csv", wide);
        assertThat(words()).contains("de letters zijn op een onbekende manier opgeslagen");
        byte[] mail = ("\u00d0\u00cf\u0011\u00e0" + "\u0000".repeat(600)
                        + "__properties_version1.0".replaceAll("(.)", "$1\u0000"))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Outcome.of(folder, "export.csv", mail)).isEqualTo("exit 1, 0 good: TF-S06");
        assertThat(words()).contains("het is geen Excel-bestand");
    }

    private String zipped(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        Path file = Files.write(folder.resolve("levering.zip"), bytes.toByteArray());
        Run run = Run.of("validate", file, "--date", "2026-12-01", "--report", "json");
        Map<String, Long> codes = Json.list(Json.object(Json.read(run.out())).get("files")).stream()
                .map(Json::object)
                .flatMap(one -> Json.list(one.get("findings")).stream())
                .map(finding -> String.valueOf(Json.object(finding).get("code")))
                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
        return "exit " + run.exit() + " " + codes;
    }

    /** A zip that contains nothing readable has one finding about that. */
    @Test
    void validate_zip_hasOneFindingForOneCause() throws IOException {
        assertThat(zipped("telformat.csv", GOOD)).isEqualTo("exit 0 {}");
        assertThat(zipped("binnen.zip", "PK")).isEqualTo("exit 1 {VA-S01=1}");
        assertThat(zipped("binnen.zip", "PK", "export.csv.gz", "x")).isEqualTo("exit 1 {VA-S01=1}");
        assertThat(zipped("map/", "")).isEqualTo("exit 1 {VA-S01=1}");
        assertThat(zipped("brief.pdf", "%PDF-1.4")).isEqualTo("exit 1 {VA-S01=1, VA-S02=1}");
        assertThat(zipped("[Content_Types].xml", "<x/>", "xl/workbook.xml", "<x/>"))
                .isEqualTo("exit 1 {VA-S04=1}");
        assertThat(zipped("telformat.csv", GOOD, "kopie/telformat.csv", GOOD)).isEqualTo("exit 1 {VA-S03=1}");
        assertThat(Run.of("validate", folder.resolve("levering.zip")).out()).contains("precies hetzelfde bestand als");
        assertThat(zipped("telformat.csv", GOOD, "telformat-2.csv", text(HEADER, row(9))))
                .isEqualTo("exit 1 {VA-S03=1}");
        assertThat(Run.of("validate", folder.resolve("levering.zip")).out()).doesNotContain("precies hetzelfde");
    }
}
