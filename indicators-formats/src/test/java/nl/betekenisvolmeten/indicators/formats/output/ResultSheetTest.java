package nl.betekenisvolmeten.indicators.formats.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.SmallResults;
import nl.betekenisvolmeten.indicators.formats.output.ResultTables.Column;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultSheetTest {

    @TempDir
    private Path folder;

    private static ResultSheet totals() {
        return ResultSheet.ofTotals(SmallResults.totals(), new TotalsComparison(List.of(), Findings.none()));
    }

    private static String html(ResultSheet sheet, Language language) throws IOException {
        StringWriter out = new StringWriter();
        sheet.writeHtml(language, out);
        return out.toString();
    }

    private static byte[] xlsx(ResultSheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheet.writeXlsx(Language.NL, out);
        return out.toByteArray();
    }

    private String part(byte[] workbook, String name) throws IOException {
        Path file = Files.write(folder.resolve("uit.xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void writeHtml_totals_numbersForPeopleAndTextsAsText() throws IOException {
        assertThat(html(totals(), Language.NL))
                .contains(">12,5</td>", "<bdi>=HYPERLINK(&quot;x&quot;)</bdi>", "<bdi>Eten; &quot;samen&quot;</bdi>")
                .contains("Alleen voor intern gebruik: a test.", "default-src 'none'")
                .contains("<dt>uren_lower</dt>");
        assertThat(html(totals(), Language.EN)).contains(">12.5</td>", "For internal use only: a test.");
    }

    @Test
    void writeHtml_comparison_hasEachColumnWithACell() throws IOException {
        String page = html(ResultSheet.ofComparison(SmallResults.comparison()), Language.NL);
        StringWriter csv = new StringWriter();
        CsvResults.writeComparison(SmallResults.comparison(), csv);
        for (String column : csv.toString().lines().findFirst().orElseThrow().split(";")) {
            assertThat(page).contains("<dt>" + column + "</dt>");
        }
        assertThat(page).contains(">verdict</th>", ">p_value</th>").doesNotContain(">design_effect_lower</th>");
    }

    @Test
    void writeXlsx_totals_numbersAreNumbersInFullAndNothingIsAFormula() throws IOException {
        byte[] workbook = xlsx(totals());
        assertThat(part(workbook, "xl/workbook.xml")).contains("\"Totalen\"", "\"uitleg\"");
        String table = part(workbook, "xl/worksheets/sheet1.xml");
        assertThat(table).contains("<v>12.5</v>", "<v>0.25</v>", "=HYPERLINK").doesNotContain("<f>");
        assertThat(part(workbook, "xl/worksheets/sheet2.xml"))
                .contains("Alleen voor intern gebruik: a test.", "uren_lower");
    }

    @Test
    void writeXlsx_smallNumbers_areNumbers() throws IOException {
        assertThat(part(xlsx(ResultSheet.ofComparison(SmallResults.comparison())), "xl/worksheets/sheet1.xml"))
                .contains("<v>1.5E-9</v>");
    }

    @Test
    void write_otherLocale_sameBytes() throws IOException {
        byte[] workbook = xlsx(totals());
        String page = html(totals(), Language.NL);
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(xlsx(totals())).isEqualTo(workbook);
            assertThat(html(totals(), Language.NL)).isEqualTo(page);
        } finally {
            Locale.setDefault(machine);
        }
    }

    private static ResultSheet definitions(List<List<String>> rows) {
        return ResultSheet.ofDefinitions(
                LocalizedText.of("Regels", "Rules"),
                List.of(
                        new Column("rule", Column.Type.TEXT, LocalizedText.of("de regel", "the rule")),
                        new Column("limit", Column.Type.INTEGER, LocalizedText.of("de grens", "the limit"))),
                rows);
    }

    @Test
    void writeJson_definitions_hasAPropertyForEachColumn() throws IOException {
        StringWriter out = new StringWriter();
        definitions(List.of(List.of("a", "3"), List.of("b", ""))).writeJson(out);
        assertThat(out.toString().replaceAll("\\s", ""))
                .isEqualTo("[{\"rule\":\"a\",\"limit\":3},{\"rule\":\"b\",\"limit\":null}]");
    }

    @Test
    void writeHtml_definitions_namesNoPurpose() throws IOException {
        assertThat(html(definitions(List.of(List.of("a", "3"))), Language.EN))
                .contains("<h1>Rules</h1>", "the limit")
                .doesNotContain("internal use");
    }

    @Test
    void ofDefinitions_rowOfAnotherWidth_isRefused() {
        assertThatThrownBy(() -> definitions(List.of(List.of("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row must have 2 cells: [a]");
    }
}
