package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.Carriers;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where findings in a workbook are, and what cells say. */
class WorkbookDeliveryTest {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    private static final String TWO_SHEETS =
            Packed.relationships("worksheet", List.of("worksheets/sheet2.xml", "worksheets/sheet1.xml"));

    private static DeliveryReport withExplanation() {
        return READER.validate(new Packed()
                .with(Packed.WORKBOOK, Packed.workbook(List.of("Uitleg", "Telling")))
                .with("xl/_rels/workbook.xml.rels", TWO_SHEETS)
                .with("xl/worksheets/sheet2.xml", Packed.sheet(Packed.row(1, List.of("Lees dit"))))
                .withSheet("", Packed.goodRow(3).replace("<t>12</t>", "<t>twaalf</t>"))
                .source());
    }

    @Test
    void read_halfACharacter_isRefused() {
        DeliveryReport report = READER.validate(new Packed()
                .withSheet("", Packed.goodRow(3).replace("Taalcafé", "Taal_xD800_"))
                .source());
        assertThat(report.findings().kept().get(0).arguments()).containsEntry("reason", "damaged");
        assertThat(READER.validate(new Packed()
                                .withSheet("", Packed.goodRow(3).replace("Taalcafé", "Taal_xD83D__xDE00_"))
                                .source())
                        .rowsAccepted())
                .isEqualTo(2);
    }

    @Test
    void findings_ofSeveralSheets_nameTheSheet() {
        DeliveryReport report = withExplanation();
        assertThat(Deliveries.brief(report)).containsExactly("TF-W03 WARNING 1", "TF-V03 ERROR 3 bijeenkomsten");
        assertThat(report.findings().kept().stream()
                        .map(finding -> finding.location().source()))
                .containsOnly(Optional.of("telling.xlsx!Telling"));
        Finding first = report.findings().kept().get(0);
        assertThat(MessageCatalogue.bundled()
                        .message(first, Language.NL, Audience.FILLER)
                        .text())
                .contains("rij 1 van Telling");
    }

    @Test
    void findings_ofOneSheet_nameTheFileOnly() {
        DeliveryReport report = READER.validate(new Packed()
                .withSheet("", Packed.goodRow(3).replace("<t>12</t>", "<t>twaalf</t>"))
                .source());
        assertThat(report.findings().kept().get(0).location().source()).contains("telling.xlsx");
    }

    @Test
    void texts_sharedAndInPieces_areRead() {
        String cells = "<row r=\"3\">"
                + "<c r=\"A3\" t=\"s\"><v>1</v></c>"
                + "<c r=\"B3\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>Cen</t></r><r><t>trum</t></r></is></c>"
                + Packed.goodRow(3).substring(Packed.goodRow(3).indexOf("<c r=\"C3\""));
        DeliveryReport report = READER.validate(new Packed()
                .with(
                        Packed.TEXTS,
                        Packed.texts("<si><t>x</t></si><si><r><t>9100</t></r><r><t>0009</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>9</t></rPh></si>"))
                .withSheet("", cells)
                .source());
        assertThat(Deliveries.brief(report)).isEmpty();
        assertThat(report.rowsAccepted()).isEqualTo(2);
    }

    @Test
    void formula_neverWorkedOut_isNotAnEmptyCell() {
        String row = Packed.goodRow(3)
                .replace("<c r=\"P3\" t=\"inlineStr\"><is><t>2</t></is></c>", "<c r=\"P3\"><f>SUM(J3:K3)</f></c>")
                .replace(
                        "<c r=\"M3\" t=\"inlineStr\"><is><t>6</t></is></c>",
                        "<c r=\"M3\" t=\"str\"><f>A1&amp;\"\"</f><v></v></c>");
        DeliveryReport report = READER.validate(new Packed().withSheet("", row).source());
        assertThat(Deliveries.brief(report)).containsExactly("TF-V03 ERROR 3 doorverwijzingen");
    }

    /** A cell in the style of a date, and the same number as a number. */
    private static Packed withDate(int number) {
        String styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
        return new Packed()
                .with(
                        "xl/_rels/workbook.xml.rels",
                        Packed.relationships("worksheet", List.of("worksheets/sheet1.xml"))
                                .replace(
                                        "</Relationships>",
                                        "<Relationship Id=\"s\" Type=\"http://x/relationships/styles\" Target=\"/xl/styles.xml\"/></Relationships>"))
                .with("xl/styles.xml", styles)
                .withSheet(
                        "",
                        "<row r=\"3\"><c s=\"1\"><v>%1$d</v></c><c s=\"0\"><v>%1$d</v></c></row>".formatted(number));
    }

    @Test
    void date_inATextColumn_isReadAsADate() throws IOException, UnreadableException {
        assertThat(rows(withDate(46112).bytes()).get(2).cells()).containsExactly("2026-03-31", "46112");
    }

    /** From 1904 the same day has a number that is 1,462 smaller. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <workbookPr date1904="1"/>                                          | 44650
            <workbookPr date1904="true"/>                                       | 44650
            <workbookPr codeName="x" date1904="1" defaultThemeVersion="1"/>     | 44650
            <fileVersion appName="xl"/><workbookPr date1904="1"/>               | 44650
            <workbookPr date1904="0"/>                                          | 46112
            <workbookPr date1904="false"/>                                      | 46112
            """)
    void date_countedFrom1904_isTheSameDay(String properties, int number) throws IOException, UnreadableException {
        String workbook = Packed.workbook(List.of("Telling")).replace("<workbookPr/>", properties);
        Packed packed = withDate(number).with(Packed.WORKBOOK, workbook);
        assertThat(rows(packed.bytes()).get(2).cells()).containsExactly("2026-03-31", Integer.toString(number));
    }

    @Test
    void personalData_inACellWithoutAName_isFound() {
        String row = Packed.goodRow(3).replace("</row>", Packed.cell("T3", "jan@example.org") + "</row>");
        DeliveryReport report = READER.validate(new Packed().withSheet("", row).source());
        assertThat(Deliveries.brief(report)).containsExactly("TF-S02 WARNING 1 20", "TF-P01 ERROR 3 20");
        assertThat(report.rowsAccepted()).isEqualTo(1);
    }

    private static List<RawRow> rows(byte[] workbook) throws IOException, UnreadableException {
        RawTable table = Carriers.open(DeliverySource.of("a.xlsx", workbook), ReadLimits.withDefaults(), true)
                .tables()
                .get(0);
        List<RawRow> rows = new ArrayList<>();
        try (RowReader reader = table.rows()) {
            for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    /** fastexcel-reader 0.20.2 reads the same cells: ReadableWorkbook.getFirstSheet().read(), Cell.getText(). */
    @TestFactory
    Stream<DynamicTest> texts_areThoseOfAnotherReader() throws IOException {
        return ConformanceCase.files("2026.1").stream()
                .filter(file -> file.startsWith("TF-I0") && file.endsWith(".xlsx"))
                .map(file -> DynamicTest.dynamicTest(
                        file,
                        () -> assertSameTexts(ConformanceCase.folder("2026.1").resolve(file))));
    }

    private static void assertSameTexts(Path file) throws IOException, UnreadableException {
        byte[] workbook = Files.readAllBytes(file);
        List<RawRow> ours = rows(workbook);
        try (ReadableWorkbook theirs = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            List<Row> filled = theirs.getFirstSheet().read().stream()
                    .filter(row -> row.stream()
                            .anyMatch(cell -> cell != null && !cell.getText().isEmpty()))
                    .toList();
            assertThat(ours).hasSameSizeAs(filled);
            for (int i = 0; i < filled.size(); i++) {
                assertThat(ours.get(i).number()).isEqualTo(filled.get(i).getRowNum());
                List<String> cells = ours.get(i).cells();
                int last = Math.max(cells.size(), filled.get(i).getCellCount());
                for (int column = 0; column < last; column++) {
                    assertThat(column < cells.size() ? cells.get(column) : "")
                            .isEqualTo(filled.get(i).getCellText(column).replace('.', ','));
                }
            }
        }
    }
}
