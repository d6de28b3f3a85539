package nl.betekenisvolmeten.indicators.formats.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.form.DeliveryWorkbook.Change;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Deliveries given back, marked or repaired. */
class DeliveryWorkbookTest {

    private static final Definitions BUNDLED = Definitions.bundled();
    private static final DeliveryReader READER = DeliveryReader.of(BUNDLED);

    private static final String HEADER =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;"
                    + "leeftijdsgroep;bijeenkomsten;bezoeken;unieke_deelnemers;vrijwilligersuren;toelichting";
    private static final String ROW = "91000053;Laak;WK051838;2026KW02;3;TAAL;Taalcafé;ALLEN;%s;10;%s;12;%s;%s\n";

    private static final String MESSY = "Export telformat;;;;;;;;;;;;;\n;;;;;;;;;;;;;\n"
            + HEADER.replace("leeftijdsgroep", "Leeftijd").replace("bezoeken", "Bezoeken") + "\n"
            + ROW.formatted("30 - 49", "1.200", "5,5", "")
            + ";;;;;;;;;;;;;\n"
            + ROW.formatted("67+", "80", "12.5", "").replace("WK051838", "Laakkwartier en Spoorwijk")
            + "Totaal;;;;;;;;;20;1280;24;18;\n";

    private static DeliverySource source(String text) {
        return DeliverySource.ofText("levering.csv", text);
    }

    private static DeliveryWorkbook workbook(DeliverySource source) {
        return DeliveryWorkbook.of(source, READER.validate(source), BUNDLED);
    }

    private static byte[] repaired(DeliverySource source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook(source).writeRepaired(Language.NL, out);
        return out.toByteArray();
    }

    private static byte[] marked(DeliverySource source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook(source).writeMarked(Language.NL, out);
        return out.toByteArray();
    }

    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void writeRepaired_aMessyDelivery_isGood() throws IOException {
        byte[] workbook = repaired(source(MESSY));
        DeliveryReport report = READER.validate(DeliverySource.of("nieuw.xlsx", workbook));
        assertThat(report.findings().kept()).isEmpty();
        assertThat(report.rowsAccepted()).isEqualTo(2);
        assertThat(repaired(source(MESSY))).isEqualTo(workbook);
    }

    /** What was changed is listed, with the rows of both files, and nothing else was. */
    @Test
    void changes_ofAMessyDelivery_areAllThatDiffers() {
        List<Change> changes = workbook(source(MESSY)).changes();
        assertThat(changes)
                .extracting(change -> change.row() + "/" + change.newRow() + " "
                        + change.cause().code() + " " + change.column() + ": " + change.before() + " > "
                        + change.after())
                .contains(
                        "1/0 TF-W03 : Export telformat > ",
                        "3/1 TF-S01 leeftijdsgroep: Leeftijd > leeftijdsgroep",
                        "3/1 TF-W02 bezoeken: Bezoeken > bezoeken",
                        "4/2 TF-W02 leeftijdsgroep: 30 - 49 > 30-49",
                        "4/2 TF-W02 bezoeken: 1.200 > 1200",
                        "6/3 TF-W01 wijk: Laakkwartier en Spoorwijk > WK051838",
                        "6/3 TF-W02 vrijwilligersuren: 12.5 > 12,50")
                .anySatisfy(text -> assertThat(text).startsWith("7/0 TF-W05 : Totaal; 20"));
        assertThat(workbook(source(HEADER + "\n" + ROW.formatted("67+", "80", "5,5", "")))
                        .changes())
                .isEmpty();
    }

    /** What has more than one reading is not touched. */
    @Test
    void writeRepaired_whatIsWrong_staysAsItWas() throws IOException {
        byte[] workbook = repaired(source(HEADER + "\n" + ROW.formatted("20-30", "n.v.t.", "5,5", "")));
        assertThat(parts(workbook).get("xl/worksheets/sheet1.xml")).contains("n.v.t.", "20-30");
        assertThat(READER.validate(DeliverySource.of("x.xlsx", workbook)).rowsAccepted())
                .isZero();
    }

    @Test
    void writeRepaired_mergedCells_areFilled() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("a");
            List<String> lines =
                    List.of(HEADER, ROW.formatted("67+", "80", "5,5", ""), ROW.formatted("0-11", "90", "1,5", ""));
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).strip().split(";", -1);
                for (int i = 0; i < cells.length; i++) {
                    if (row < 2 || i != 2) {
                        sheet.value(row, i, cells[i]);
                    }
                }
            }
            sheet.range(1, 2, 2, 2).merge();
        }
        DeliverySource source = DeliverySource.of("merged.xlsx", out.toByteArray());
        assertThat(workbook(source).changes())
                .extracting(change -> change.cause().code() + change.after())
                .containsExactly("TF-W06WK051838");
        assertThat(READER.validate(DeliverySource.of("x.xlsx", repaired(source)))
                        .findings()
                        .kept())
                .isEmpty();
    }

    @Test
    void writeRepaired_withPersonalData_isRefused() {
        DeliveryWorkbook workbook =
                workbook(source(HEADER + "\n" + ROW.formatted("67+", "80", "5,5", "bel 06-12345678")));
        assertThat(workbook.isRepairable()).isFalse();
        assertThatThrownBy(() -> workbook.writeRepaired(Language.NL, new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(workbook(source("melk\nbrood\n")).isRepairable()).isFalse();
    }

    @Test
    void writeMarked_faults_areColouredWithNotesAndPersonsMasked() throws IOException {
        byte[] workbook = marked(source(HEADER + "\n" + ROW.formatted("67+", "n.v.t.", "5,5", "bel 06-12345678")));
        Map<String, String> parts = parts(workbook);
        assertThat(parts.get("xl/comments1.xml")).contains("ref=\"K2\"", "TF-V03", "ref=\"N2\"", "TF-P01");
        assertThat(parts.get("xl/styles.xml")).contains("FFC7CE");
        assertThat(parts.get("xl/worksheets/sheet2.xml")).contains("TF-V03", "Was er niemand of niets, vul dan 0 in.");
        assertThat(parts.values()).noneMatch(part -> part.contains("12345678"));
    }

    private static List<String> places(DeliverySource source) {
        return READER.validate(source).findings().kept().stream()
                .filter(finding -> finding.location().column().isPresent())
                .map(finding -> finding.code() + " " + finding.location().row()
                        + finding.location().column())
                .toList();
    }

    /** The rows stay where they are, so that what is said of them can be found. */
    @Test
    void writeMarked_rows_stayInTheirPlaces() throws IOException {
        assertThat(places(DeliverySource.of("x.xlsx", marked(source(MESSY)))))
                .containsAll(places(source(MESSY)))
                .isNotEmpty();
    }

    @Test
    void writeMarked_aFileThatCannotBeRead_listsWhatWasFound() throws IOException {
        byte[] workbook = marked(DeliverySource.of("x.xlsx", "geen rekenblad".getBytes(StandardCharsets.UTF_8)));
        assertThat(parts(workbook).get("xl/worksheets/sheet2.xml")).contains("TF-S06");
    }
}
