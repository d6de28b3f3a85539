package nl.betekenisvolmeten.indicators.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** Reports as files for a spreadsheet and a word processor. */
class ReportFilesTest {

    private static ComparisonReport report() {
        return ComparisonReport.of(
                InternalUse.of(new Comparison(ComparisonReportTest.rows(), List.of(), Findings.none()), "overleg"),
                "1.0");
    }

    private static List<Row> rows(Sheet sheet) throws IOException {
        return sheet.read();
    }

    @Test
    void writeXlsx_comparison_hasItsTextAndASheetForEachTable() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report().writeXlsx(Language.NL, out);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Sheet> sheets = book.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).first().isEqualTo("tekst");
            assertThat(sheets)
                    .hasSize(3)
                    .element(1)
                    .extracting(Sheet::getName)
                    .asString()
                    .startsWith("1 ");
            assertThat(rows(sheets.get(0)).stream().map(row -> row.getCellText(1)))
                    .contains("Alleen voor intern gebruik: overleg. Kleine aantallen zijn niet afgeschermd.");
            Row laak = rows(sheets.get(1)).stream()
                    .filter(row -> row.getCellText(0).equals("Laak"))
                    .findFirst()
                    .orElseThrow();
            Cell value = laak.getCell(1);
            assertThat(value.getType()).isEqualTo(CellType.NUMBER);
            assertThat(value.asNumber()).isEqualByComparingTo(new BigDecimal("220.25"));
            assertThat(laak.getCell(2).getType()).isEqualTo(CellType.STRING);
            Row earlier = rows(sheets.get(2)).get(1);
            assertThat(earlier.getCell(1).getType()).isEqualTo(CellType.NUMBER);
        }
    }

    /** Small pictures share the axes of the first on a web page, and have their own in a file. */
    @Test
    void writeOdt_comparison_eachPictureIsWhole() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report().writeOdt(Language.NL, out);
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        // a caterpillar, a funnel, and five areas over time
        assertThat(parts.keySet()).filteredOn(name -> name.endsWith(".svg")).hasSize(7);
        parts.forEach((name, text) -> assertThat(text).as(name).doesNotContain("<use"));
        assertThat(parts.get("Pictures/7.svg")).contains("c-grid");
        assertThat(parts.get("content.xml"))
                .contains("Alleen voor intern gebruik: overleg.")
                .contains("<text:bookmark text:name=\"s1\"/>", "xlink:href=\"#s1\"");
    }
}
