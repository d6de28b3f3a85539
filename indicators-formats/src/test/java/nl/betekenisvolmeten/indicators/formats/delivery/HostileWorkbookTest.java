package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that are made to do harm end in a finding, soon and in little memory. */
class HostileWorkbookTest {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());
    private static final int MEGABYTE = 1 << 20;
    private static final long MOST_MEMORY = 256L * MEGABYTE;
    private static final long MOST_NANOSECONDS = 2_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @BeforeAll
    static void warmUp() {
        assertThat(Deliveries.brief(READER.validate(new Packed().source()))).isEmpty();
    }

    /** What is read uses no more of the processor and allocates no more than it may, whatever else the machine does. */
    private static DeliveryReport within(DeliverySource source, ReadLimits limits) {
        long time = THREADS.getCurrentThreadCpuTime();
        long memory = THREADS.getCurrentThreadAllocatedBytes();
        DeliveryReport report = READER.withLimits(limits).validate(source);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - memory)
                .as("memory")
                .isLessThan(MOST_MEMORY);
        assertThat(THREADS.getCurrentThreadCpuTime() - time).as("time").isLessThan(MOST_NANOSECONDS);
        return report;
    }

    private static void assertRefused(byte[] workbook, String reason) {
        assertRefused(DeliverySource.of("telling.xlsx", workbook), ReadLimits.withDefaults(), reason);
    }

    private static void assertRefused(Packed workbook, String reason) {
        assertRefused(workbook.bytes(), reason);
    }

    private static void assertRefused(DeliverySource source, ReadLimits limits, String reason) {
        DeliveryReport report = within(source, limits);
        assertThat(report.isGood()).isFalse();
        assertThat(report.findings().kept().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(finding -> finding.arguments().get("reason")))
                .containsExactly(reason);
    }

    private static byte[] spaces(int megabytes, String before, String after) {
        byte[] bytes = new byte[megabytes * MEGABYTE];
        Arrays.fill(bytes, (byte) ' ');
        byte[] start = before.getBytes(StandardCharsets.UTF_8);
        byte[] end = after.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(end, 0, bytes, bytes.length - end.length, end.length);
        return bytes;
    }

    @Test
    void bomb_thatSaysSo_isNotUnpacked() {
        assertRefused(new Packed().with(Packed.SHEET, spaces(200, "<worksheet>", "</worksheet>")), "too_large");
        assertRefused(new Packed().with("xl/media/image1.png", spaces(200, "", "")), "too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {Packed.SHEET, Packed.TEXTS, Packed.WORKBOOK, "_rels/.rels"})
    void bomb_thatCallsItselfSmall_isStopped(String part) {
        byte[] zip = new Packed().with(part, spaces(100, "<x>", "</x>")).bytes();
        byte[] lying = Packed.withInt(zip, Packed.directoryEntry(zip, part) + 24, 1_000);
        assertRefused(lying, "too_large");
    }

    @Test
    void bomb_ofManyTags_isStopped() {
        String cells = "<c><v></v></c>".repeat(20 * MEGABYTE / 14);
        byte[] zip =
                new Packed().withSheet("", "<row r=\"3\">" + cells + "</row>").bytes();
        assertRefused(Packed.withInt(zip, Packed.directoryEntry(zip, Packed.SHEET) + 24, 1_000), "too_large");
    }

    @Test
    void attribute_withoutEnd_isStopped() {
        byte[] letters = new byte[8 * MEGABYTE];
        Random random = new Random(1);
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) ('a' + random.nextInt(26));
        }
        String value = new String(letters, StandardCharsets.US_ASCII);
        assertRefused(new Packed().withSheet("", "<row r=\"3\" x=\"" + value + "\"></row>"), "too_large");
        assertRefused(new Packed().with(Packed.TEXTS, Packed.texts("<si x=\"" + value + "\"/>")), "too_large");
    }

    @Test
    void nesting_withoutEnd_isStopped() {
        String deep = "<a>".repeat(100_000);
        assertRefused(new Packed().withSheet("", deep), "too_large");
        assertRefused(new Packed().with(Packed.TEXTS, Packed.texts(deep)), "too_large");
    }

    @Test
    void sharedTexts_beyondTheLimit_areNotHeld() {
        String items = IntStream.range(0, 50_000)
                .mapToObj(i -> "<si><t>" + Integer.toHexString(i * 0x9E3779B9) + "</t></si>")
                .collect(Collectors.joining());
        ReadLimits limits = ReadLimits.withDefaults()
                .withPacked(ReadLimits.Packed.withDefaults().withSharedText(1_000_000));
        assertRefused(new Packed().with(Packed.TEXTS, Packed.texts(items)).source(), limits, "too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {Packed.SHEET, Packed.TEXTS, Packed.WORKBOOK})
    void entities_thatGrow_areRefused(String part) {
        String laughs = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining("", "<!DOCTYPE x [<!ENTITY l0 \"lol\">", "]>"));
        assertRefused(new Packed().with(part, laughs + "<x>&l9;</x>"), "unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {Packed.SHEET, Packed.TEXTS, Packed.WORKBOOK})
    void entities_ofOtherFiles_areRefused(String part) {
        for (String uri : List.of("file:///etc/hostname", "http://127.0.0.1:1/x")) {
            String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + uri + "\">]>";
            assertRefused(new Packed().with(part, doctype + "<x>&e;</x>"), "unsafe");
            assertRefused(new Packed().with(part, "<!DOCTYPE x SYSTEM \"" + uri + "\"><x/>"), "unsafe");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ", "FXSHRXW", "XFD", "ZZZZ", "AMK"})
    void column_beyondTheLimit_isRefused(String column) {
        assertRefused(
                new Packed().withSheet("", "<row r=\"3\">" + Packed.cell(column + "3", "x") + "</row>"), "columns");
    }

    @Test
    void dimension_ofTenMillionColumns_isNotBelieved() {
        String sheet = Packed.sheet(Packed.row(1, Deliveries.COLUMNS) + Packed.goodRow(2))
                .replace("<sheetData>", "<dimension ref=\"A1:VVVVV1048576\"/><sheetData>");
        assertThat(Deliveries.brief(
                        within(new Packed().with(Packed.SHEET, sheet).source(), ReadLimits.withDefaults())))
                .isEmpty();
    }

    @Test
    void emptyCells_farAway_areNothing() {
        DeliveryReport report = within(
                new Packed()
                        .withSheet(
                                "",
                                "<row r=\"3\"><c r=\"XFD3\" s=\"1\"/></row><row r=\"1048576\"><c r=\"A1048576\"/></row>")
                        .source(),
                ReadLimits.withDefaults());
        assertThat(Deliveries.brief(report)).isEmpty();
        assertThat(report.rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"99999999999\"><c><v>1</v></c></row>",
                "<row r=\"1048577\"><c><v>1</v></c></row>",
                "<row r=\"-1\"><c><v>1</v></c></row>",
                "<row r=\"2\"><c><v>1</v></c></row>",
                "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"A3\"><v>1</v></c></row>",
                "<row r=\"3\"><c r=\"3\"><v>1</v></c></row>",
                "<row r=\"3\"><c t=\"s\"><v>1</v></c></row>",
                "<row r=\"3\"><c t=\"s\"><v>-1</v></c></row>",
                "<row r=\"3\"><c t=\"x\"><v>1</v></c></row>",
                "<row r=\"3\"><c><v>1<b/></v></c></row>",
                "<row r=\"3\"><c><v>&undeclared;</v></c></row>",
                "<row r=\"3\"><c><v>1</v></c>",
                "<row r=\"3\" r=\"4\"/>"
            })
    void rows_thatNoProgramWrites_areDamage(String rows) {
        assertRefused(new Packed().withSheet("", rows), "damaged");
        DeliveryReport report = READER.validate(new Packed().withSheet("", rows).source());
        assertThat(Deliveries.brief(report)).containsExactly("TF-S06 ERROR 3", "TF-I05 NOTE");
        assertThat(report.rowsAccepted()).isEqualTo(1);
    }

    @Test
    void macros_areRefused() {
        assertRefused(new Packed().with("xl/vbaProject.bin", "x"), "macros");
        assertRefused(new Packed().with("xl/macrosheets/sheet1.xml", "x"), "macros");
        String related = Packed.relationships("xlMacrosheet", List.of("sheets/macro.xml"));
        assertRefused(new Packed().with("xl/_rels/workbook.xml.rels", related), "macros");
    }

    @Test
    void oldWorkbook_andPassword_areToldApart() {
        byte[] old = new byte[8_192];
        byte[] start = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(start, 0, old, 0, start.length);
        assertRefused(DeliverySource.of("telling.xls", old), ReadLimits.withDefaults(), "old_workbook");
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 1_100, name.length);
        assertRefused(old, "password");
        byte[] large = Arrays.copyOf(old, 1 << 18);
        Arrays.fill(large, 1_100, 1_200, (byte) 0);
        System.arraycopy(name, 0, large, (1 << 16) - 7, name.length);
        assertRefused(large, "password");
    }

    @Test
    void entry_withAPassword_isToldSo() {
        byte[] zip = new Packed().bytes();
        int at = Packed.directoryEntry(zip, Packed.SHEET) + 8;
        zip[at] |= 1;
        assertRefused(zip, "password");
    }

    @Test
    void zip_cutOff_isDamage() {
        byte[] zip = new Packed().bytes();
        for (int length = 4; length < zip.length; length += 97) {
            assertRefused(Arrays.copyOf(zip, length), "damaged");
        }
        assertRefused(Arrays.copyOf(zip, zip.length + 1), "damaged");
    }

    @Test
    void bytes_thatAreNotThosePacked_areDamage() {
        byte[] zip = new Packed().bytes();
        int entry = Packed.directoryEntry(zip, Packed.SHEET);
        assertRefused(Packed.withInt(zip, entry + 16, 12_345), "damaged");
        assertRefused(Packed.withInt(zip, entry + 24, 12_345), "damaged");
        assertRefused(Packed.withInt(zip, entry + 20, 10), "damaged");
        assertRefused(Packed.withInt(zip, entry + 42, 1), "damaged");
        byte[] method = zip.clone();
        method[entry + 10] = 12;
        assertRefused(method, "damaged");
    }

    @Test
    void zip_withoutAWorkbook_isToldSo() {
        assertRefused(new Packed().without("_rels/.rels"), "no_sheets");
        assertRefused(new Packed().without(Packed.WORKBOOK), "no_sheets");
        assertRefused(new Packed().with(Packed.WORKBOOK, Packed.workbook(List.of())), "no_sheets");
        byte[] empty = new byte[22];
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, empty, 0, 4);
        assertRefused(empty, "no_sheets");
        assertRefused(new Packed().without(Packed.SHEET), "damaged");
    }

    @Test
    void entries_ofTheSameName_areRefused() {
        byte[] zip =
                new Packed().with("xl/worksheets/sheet2.xml", "<worksheet/>").bytes();
        assertRefused(Packed.renamed(zip, "sheet2.xml", "sheet1.xml"), "unsafe");
        assertRefused(new Packed().with("XL/WorkSheets/sheet1.xml", "<worksheet/>"), "unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.xml", "/etc/x", "xl/../../x", "xl\\x.xml", ".."})
    void entries_outsideTheirFolder_areRefused(String name) {
        assertRefused(new Packed().with(name, "x"), "unsafe");
    }

    @Test
    void entry_thatIsCalledOtherwiseInPlace_isRefused() {
        byte[] zip = new Packed().bytes();
        int start = new String(zip, StandardCharsets.ISO_8859_1).indexOf(Packed.SHEET);
        zip[start] = 'y';
        assertRefused(zip, "unsafe");
    }

    @Test
    void entries_overEachOther_areRefused() {
        byte[] zip = new Packed().with("a", "x").bytes();
        assertRefused(Packed.withInt(zip, Packed.directoryEntry(zip, "a") + 20, zip.length), "unsafe");
    }

    @Test
    void sheets_andEntries_beyondTheLimit_areRefused() {
        List<String> names = IntStream.range(0, 1_000).mapToObj(i -> "s" + i).toList();
        Packed sheets = new Packed()
                .with(Packed.WORKBOOK, Packed.workbook(names))
                .with("xl/_rels/workbook.xml.rels", Packed.relationships("worksheet", names));
        assertRefused(sheets, "too_large");
        Packed entries = new Packed();
        IntStream.range(0, 5_000).forEach(i -> entries.with("x" + i, ""));
        assertRefused(entries, "too_large");
    }

    @Test
    void styles_withoutEnd_areRefused() {
        String related = Packed.relationships("styles", List.of("styles.xml"));
        String styles = "<styleSheet><cellXfs>" + "<xf numFmtId=\"0\"/>".repeat(70_000) + "</cellXfs></styleSheet>";
        Packed workbook = new Packed()
                .with("xl/styles.xml", styles)
                .with(
                        "xl/_rels/workbook.xml.rels",
                        Packed.relationships("worksheet", List.of("worksheets/sheet1.xml"))
                                .replace(
                                        "</Relationships>",
                                        related.replace("rId1", "s").replaceAll("^<Rel[^>]*>", "")));
        assertRefused(workbook, "too_large");
        String code = "m".repeat(500_000) + "0";
        Packed longCode = workbook.with(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"" + code + "\"/></numFmts></styleSheet>");
        assertThat(within(longCode.source(), ReadLimits.withDefaults()).rowsAccepted())
                .isEqualTo(1);
    }

    @Test
    void cell_beyondTheLimit_isRefused() {
        String text = "abcdefghij".repeat(20_000);
        assertRefused(new Packed().withSheet("", "<row r=\"3\">" + Packed.cell("A3", text) + "</row>"), "characters");
        String pieces = ("<r><t>" + "abcdefghij".repeat(1_000) + "</t></r>").repeat(20);
        assertRefused(
                new Packed().withSheet("", "<row r=\"3\"><c t=\"inlineStr\"><is>" + pieces + "</is></c></row>"),
                "characters");
        assertRefused(new Packed().with(Packed.TEXTS, Packed.texts("<si><t>" + text + "</t></si>")), "characters");
    }

    @Test
    void sheet_thatIsABomb_besideAGoodOne_doesNoHarm() {
        byte[] zip = new Packed()
                .with(Packed.WORKBOOK, Packed.workbook(List.of("Telling", "Bom")))
                .with(
                        "xl/_rels/workbook.xml.rels",
                        Packed.relationships("worksheet", List.of("worksheets/sheet1.xml", "worksheets/sheet2.xml")))
                .with("xl/worksheets/sheet2.xml", spaces(60, "<worksheet>", "</worksheet>"))
                .bytes();
        byte[] lying = Packed.withInt(zip, Packed.directoryEntry(zip, "xl/worksheets/sheet2.xml") + 24, 1_000);
        DeliveryReport report = within(DeliverySource.of("telling.xlsx", lying), ReadLimits.withDefaults());
        assertThat(report.rowsAccepted()).isEqualTo(1);
    }

    @Test
    void workbook_withAnyByteChanged_givesAReport() {
        byte[] zip = new Packed().bytes();
        List<Long> accepted = new ArrayList<>();
        for (int at = 0; at < zip.length; at++) {
            byte[] changed = zip.clone();
            changed[at] ^= 0x41;
            DeliveryReport report = READER.validate(DeliverySource.of("telling.xlsx", changed));
            accepted.add(report.rowsAccepted());
        }
        assertThat(accepted).hasSize(zip.length).allMatch(rows -> rows <= 1);
        assertThat(Map.of("refused", accepted.stream().filter(rows -> rows == 0).count()))
                .satisfies(counts -> assertThat(counts.get("refused")).isPositive());
    }

    private static String many(int count, String template) {
        return IntStream.range(0, count)
                .mapToObj(i -> template.replace("#", Integer.toString(i)))
                .collect(Collectors.joining());
    }

    @Test
    void names_attributesAndNamespacesWithoutEnd_areStopped() {
        assertRefused(new Packed().withSheet("", "<row r=\"3\">" + many(100_000, "<n#/>") + "</row>"), "unsafe");
        assertRefused(new Packed().withSheet("", "<row r=\"3\"" + many(60_000, " a#=\"1\"") + "/>"), "unsafe");
        assertRefused(new Packed().withSheet("", "<row r=\"3\"" + many(30_000, " xmlns:a#='u#'") + "/>"), "unsafe");
        assertRefused(
                new Packed().withSheet("", "<row r=\"3\">" + many(50_000, "<c xmlns:p#=\"u#\"/>") + "</row>"),
                "unsafe");
    }

    /** A cell of twenty bytes may refer to a text of 96,000 characters, in which a birth date or a number is looked for. */
    @ParameterizedTest
    @ValueSource(strings = {"geb ", "bel ", "@", "1", "12 ", "januari "})
    void sharedText_inVeryManyCells_isStopped(String piece) {
        String text = piece.repeat(96_000 / piece.length());
        String row = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(Deliveries.COLUMNS.size()) + "</row>";
        Packed workbook = new Packed().with(Packed.TEXTS, Packed.texts("<si><t>" + text + "</t></si>"));
        assertRefused(workbook.withSheet("", row.repeat(3_000)), "too_large");
        assertThat(within(workbook.withSheet("", row.repeat(30)).source(), ReadLimits.withDefaults())
                        .rows())
                .isEqualTo(31);
    }

    @Test
    void wrongCode_inEveryRow_isLookedUpOnce() {
        StringBuilder csv = new StringBuilder(Deliveries.HEADER).append('\n');
        Map<String, String> row = new java.util.LinkedHashMap<>(Deliveries.row(1));
        row.put("wijk", "WK05183X");
        row.put("doelgroep", "OUDERENN");
        String line = String.join(";", row.values());
        for (int i = 0; i < 10_000; i++) {
            csv.append(line).append('\n');
        }
        long time = THREADS.getCurrentThreadCpuTime();
        DeliveryReport report = READER.validate(DeliverySource.ofText("telling.csv", csv.toString()));
        assertThat(THREADS.getCurrentThreadCpuTime() - time).as("time").isLessThan(MOST_NANOSECONDS);
        assertThat(report.findings().countByCode().get(FindingCode.of("TF-V02")))
                .isEqualTo(20_000);
    }
}
