package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryEncodingTest {

    private static final int ACTIVITY = Deliveries.COLUMNS.indexOf("activiteit");

    private final List<Observation> accepted = new ArrayList<>();

    private DeliveryReport read(byte[] bytes) {
        return DeliveryReader.of(Definitions.bundled())
                .open(DeliverySource.of("telling.csv", bytes))
                .read(accepted::add);
    }

    private String lastActivity() {
        return accepted.get(accepted.size() - 1).code(ACTIVITY);
    }

    @Test
    void read_utf8_isTheAgreedOne() {
        DeliveryReport report = read(Deliveries.text(Deliveries.rows(2)).getBytes(StandardCharsets.UTF_8));
        assertThat(Deliveries.brief(report)).isEmpty();
        assertThat(lastActivity()).isEqualTo("Taalcafé 2");
    }

    @Test
    void read_utf8WithMark_isTheAgreedOneToo() {
        DeliveryReport report = read(("\uFEFF" + Deliveries.text(Deliveries.rows(2))).getBytes(StandardCharsets.UTF_8));
        assertThat(Deliveries.brief(report)).isEmpty();
        assertThat(report.rowsAccepted()).isEqualTo(2);
        assertThat(lastActivity()).isEqualTo("Taalcafé 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void read_utf16WithMark_isReadAndNoted(String charset) {
        byte[] bytes = ("\uFEFF" + Deliveries.text(Deliveries.rows(2))).getBytes(Charset.forName(charset));
        DeliveryReport report = read(bytes);
        assertThat(Deliveries.brief(report)).containsExactly("TF-I01 NOTE");
        assertThat(report.findings().kept().get(0).arguments()).isEqualTo(Map.of("encoding", charset));
        assertThat(report.rowsAccepted()).isEqualTo(2);
        assertThat(lastActivity()).isEqualTo("Taalcafé 2");
    }

    @Test
    void read_windows1252FarIntoTheFile_isReadAndNoted() {
        List<Map<String, String>> rows = Deliveries.rows(4_000);
        rows.forEach(row -> row.computeIfPresent("activiteit", (column, cell) -> cell.replace('é', 'e')));
        int before = Deliveries.text(rows).length();
        assertThat(before).isGreaterThan(300_000);
        rows.add(Deliveries.row(4_001, "activiteit", "Café ‘De Tuin’ voor € 2"));
        DeliveryReport report = read(Deliveries.text(rows).getBytes(Charset.forName("windows-1252")));
        assertThat(Deliveries.brief(report)).containsExactly("TF-I01 NOTE");
        assertThat(report.rowsAccepted()).isEqualTo(4_001);
        assertThat(lastActivity()).isEqualTo("Café ‘De Tuin’ voor € 2");
    }

    /** Around 64 KB and 256 KB the bytes are taken in blocks: a character may lie over the edge. */
    @ParameterizedTest
    @CsvSource({"65536, é", "65536, 漢", "65536, 🎨", "131072, 🎨", "262144, é", "262144, 🎨"})
    void read_characterOverTheEdgeOfABlock_isWhole(int edge, String character) {
        int width = character.getBytes(StandardCharsets.UTF_8).length;
        for (int before = 0; before <= width; before++) {
            accepted.clear();
            byte[] bytes = characterAt(edge - before, character);
            assertThat(new String(bytes, edge - before, width, StandardCharsets.UTF_8))
                    .isEqualTo(character);
            DeliveryReport report = read(bytes);
            assertThat(Deliveries.brief(report)).as("%d before", before).isEmpty();
            assertThat(lastActivity()).endsWith("x" + character + "x");
        }
    }

    /** A delivery whose last activity holds the character at exactly this byte; all before it is ASCII. */
    private static byte[] characterAt(int offset, String character) {
        String last = plain(0, "Koffie x" + character + "x");
        int start = offset - last.indexOf(character);
        StringBuilder text = new StringBuilder(Deliveries.HEADER).append('\n');
        for (int number = 1; text.length() < start - 300; number++) {
            text.append(plain(number, "Koffie " + number)).append('\n');
        }
        // an explanation, the last column, as long as it takes
        String filler = plain(0, "Thee");
        text.append(filler);
        text.append("y".repeat(start - text.length() - 1)).append('\n');
        return text.append(last).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(int number, String activity) {
        return Deliveries.line(Deliveries.row(number, "activiteit", activity));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void read_markBeforeAQuote_isNoPartOfTheFirstCell(String charset) {
        String text =
                "\uFEFF\"Telling\nwelzijnswerk\"\n" + Deliveries.text(List.of(Deliveries.row(1, "bezoeken", "x")));
        DeliveryReport report = read(text.getBytes(Charset.forName(charset)));
        assertThat(Deliveries.brief(report)).contains("TF-W03 WARNING 2", "TF-V03 ERROR 3 bezoeken");
    }

    @Test
    void read_onlyTheLastByteIsNoAscii_isWindows1252() {
        Map<String, String> row = Deliveries.row(1, "toelichting", "In het café");
        row.put("activiteit", "Koffie");
        byte[] bytes = (Deliveries.HEADER + "\n" + Deliveries.line(row)).getBytes(Charset.forName("windows-1252"));
        assertThat(bytes[bytes.length - 1]).isEqualTo((byte) 0xE9);
        assertThat(Deliveries.brief(read(bytes))).containsExactly("TF-I01 NOTE");
    }

    @Test
    void read_bytesOfNoEncoding_giveOneFinding() {
        byte[] bytes = Deliveries.text(Deliveries.rows(2)).getBytes(StandardCharsets.ISO_8859_1);
        bytes[bytes.length - 3] = (byte) 0x8F;
        DeliveryReport report = read(bytes);
        assertThat(Deliveries.brief(report)).containsExactly("TF-S06 ERROR");
        assertThat(report.findings().kept().stream().map(Finding::arguments))
                .containsExactly(Map.of("reason", "encoding"));
        assertThat(report.rows()).isZero();
        assertThat(report.sha256()).isEmpty();
    }

    /** UTF-8 that a program took for Windows-1252 and saved as UTF-8 is valid text, but not what was written. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Café", "Überhaupt", "ÉCOLE", "à la carte", "’t Hof", "10 – 20", "€ 5", "Şiir", "Çay", "25 °C"})
    void read_encodedTwice_isWarnedOf(String activity) {
        String misread = new String(activity.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        DeliveryReport report = read(Deliveries.text(List.of(Deliveries.row(1, "activiteit", misread)))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(Deliveries.brief(report)).contains("TF-W07 WARNING 2 activiteit");
        assertThat(report.rowsAccepted()).isEqualTo(1);
        DeliveryReport asWritten = read(Deliveries.text(List.of(Deliveries.row(1, "activiteit", activity)))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(Deliveries.brief(asWritten)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SÃO PAULO", "Åse", "CHÂTEAU", "Ârets fest", "Ä-klas", "Â", "crêpes à 2 €", "pâte"})
    void read_lettersThatPairsBeginWith_areNotWarnedOf(String activity) {
        byte[] bytes = Deliveries.text(List.of(Deliveries.row(1, "activiteit", activity)))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Deliveries.brief(read(bytes))).isEmpty();
        assertThat(lastActivity()).isEqualTo(activity);
    }

    @Test
    void read_oneNul_namesItsRowAndLeavesTheOthers() {
        List<Map<String, String>> rows = Deliveries.rows(3);
        rows.get(1).put("activiteit", "Taal\0cafe");
        for (String mark : List.of("", "\uFEFF")) {
            accepted.clear();
            DeliveryReport report = read((mark + Deliveries.text(rows)).getBytes(StandardCharsets.UTF_8));
            assertThat(Deliveries.brief(report)).containsExactly("TF-V12 ERROR 3");
            assertThat(accepted).hasSize(2);
            assertThat(lastActivity()).isEqualTo("Taalcafé 3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16LE"})
    void read_nulsOfOtherEncodings_makeNoText(String charset) {
        byte[] bytes = (Deliveries.text(Deliveries.rows(3)) + "\0").getBytes(Charset.forName(charset));
        DeliveryReport report = read(bytes);
        assertThat(Deliveries.brief(report)).containsExactly("TF-S06 ERROR");
        assertThat(report.findings().kept().get(0).arguments()).isEqualTo(Map.of("reason", "binary"));
    }
}
