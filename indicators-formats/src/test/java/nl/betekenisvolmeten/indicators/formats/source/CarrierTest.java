package nl.betekenisvolmeten.indicators.formats.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.Carriers;
import nl.betekenisvolmeten.indicators.formats.internal.csv.CsvDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.json.JsonDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.XlsxDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierTest {

    private static final List<String> HEADER = List.of("naam", "aantal");

    private static byte[] written(Carrier carrier, List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RowWriter writer = Carriers.writer(carrier, bytes, Set.of("aantal"))) {
            writer.header(HEADER);
            for (List<String> row : rows) {
                writer.row(row);
            }
        }
        return bytes.toByteArray();
    }

    private static String text(Carrier carrier, List<List<String>> rows) throws IOException {
        return new String(written(carrier, rows), StandardCharsets.UTF_8);
    }

    private static RawDelivery open(String name, byte[] bytes) throws IOException, UnreadableException {
        return Carriers.open(DeliverySource.of(name, bytes), ReadLimits.withDefaults(), true);
    }

    @ParameterizedTest
    @CsvSource({
        "telling.csv, CSV",
        "map/telling.CSV, CSV",
        "telling.txt, CSV",
        "telling.xlsx, XLSX",
        "telling.json, JSON",
        "telling.jsonl, JSON_LINES",
        "telling.ndjson, JSON_LINES"
    })
    void ofFileName_knownEnding_isItsCarrier(String name, Carrier carrier) {
        assertThat(Carrier.ofFileName(name)).contains(carrier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"telling", "telling.xls", "telling.pdf", "", "csv.zip"})
    void ofFileName_otherEnding_isNone(String name) {
        assertThat(Carrier.ofFileName(name)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void open_goesByContent_whateverTheName(Carrier carrier) throws IOException, UnreadableException {
        RawDelivery delivery = open("telling.csv", written(carrier, List.of(List.of("a", "1"))));
        Class<?> expected = switch (carrier) {
            case CSV -> CsvDelivery.class;
            case XLSX -> XlsxDelivery.class;
            case JSON, JSON_LINES -> JsonDelivery.class;
        };
        assertThat(delivery).isInstanceOf(expected);
        assertThat(delivery.sha256().orElseThrow()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void writer_sameRows_givesTheSameBytes(Carrier carrier) throws IOException {
        List<List<String>> rows = List.of(List.of("a", "1"), List.of("", ""));
        assertThat(written(carrier, rows)).isEqualTo(written(carrier, rows));
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void writer_headerOnly_isRead(Carrier carrier) throws IOException, UnreadableException {
        RawDelivery delivery = open("telling.csv", written(carrier, List.of()));
        assertThat(delivery.tables().get(0).firstRows(5)).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void writer_rowOfAnotherWidth_isMisuse(Carrier carrier) throws IOException {
        try (RowWriter writer = Carriers.writer(carrier, new ByteArrayOutputStream(), Set.of())) {
            writer.header(HEADER);
            assertThatThrownBy(() -> writer.row(List.of("a")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("1 cells for 2 columns");
        }
    }

    @Test
    void csv_textThatIsAFormula_isMadeHarmless() throws IOException {
        assertThat(text(Carrier.CSV, List.of(List.of("=1+1;é", "12,5")))).isEqualTo("naam;aantal\n\"'=1+1;é\";12,5\n");
    }

    @Test
    void json_numbersAndNulls_areWrittenAsSuch() throws IOException {
        List<List<String>> rows = List.of(List.of("67+", "48,5"), List.of("12", ""), List.of("=1", "n.v.t."));
        assertThat(text(Carrier.JSON, rows))
                .isEqualTo("[\n{\"naam\":\"67+\",\"aantal\":48.5},\n{\"naam\":\"12\",\"aantal\":null},\n"
                        + "{\"naam\":\"=1\",\"aantal\":\"n.v.t.\"}\n]\n");
        assertThat(text(Carrier.JSON_LINES, rows))
                .isEqualTo("{\"naam\":\"67+\",\"aantal\":48.5}\n{\"naam\":\"12\",\"aantal\":null}\n"
                        + "{\"naam\":\"=1\",\"aantal\":\"n.v.t.\"}\n");
        assertThat(text(Carrier.JSON, List.of())).isEqualTo("[]\n");
    }

    @Test
    void xlsx_cellsAndFormulas_comeBackAsTexts() throws IOException, UnreadableException {
        List<List<String>> rows = List.of(List.of("=1+1", "48,5"), List.of("12-17", "0"), List.of("_x0041_\r", "007"));
        try (RowReader reader = open("telling.xlsx", written(Carrier.XLSX, rows))
                .tables()
                .get(0)
                .rows()) {
            assertThat(reader.next().orElseThrow().cells()).isEqualTo(HEADER);
            for (List<String> row : rows) {
                assertThat(reader.next().orElseThrow().cells()).isEqualTo(row);
            }
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void xlsx_textLongerThanACell_isAnError() throws IOException {
        try (RowWriter writer = Carriers.writer(Carrier.XLSX, new ByteArrayOutputStream(), Set.of())) {
            writer.header(HEADER);
            assertThatThrownBy(() -> writer.row(List.of("x".repeat(32_768), "1")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("32768");
        }
    }
}
