package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON in any of its shapes, good and bad. */
class JsonDeliveryTest {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    private static String object(int number) {
        return object(Deliveries.row(number));
    }

    private static String object(Map<String, String> row) {
        return row.entrySet().stream()
                .map(cell -> '"' + cell.getKey() + "\":\"" + cell.getValue() + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static DeliveryReport read(String text) {
        return READER.validate(DeliverySource.ofText("telling.json", text));
    }

    private static void assertUnreadable(String text, String reason) {
        DeliveryReport report = read(text);
        assertThat(report.findings().kept().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(report.findings().kept().get(0).arguments()).containsEntry("reason", reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void read_anyEncodingOfJson_isRead(String charset) {
        byte[] bytes = ("[" + object(1) + "," + object(2) + "]").getBytes(Charset.forName(charset));
        DeliveryReport report = READER.validate(DeliverySource.of("telling.json", bytes));
        assertThat(Deliveries.brief(report)).isEmpty();
        assertThat(report.rowsAccepted()).isEqualTo(2);
    }

    @Test
    void read_byteOrderMark_isPassedOver() {
        assertThat(read("\ufeff[" + object(1) + "]").rowsAccepted()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud83d\\ud83d\\ude00", "\\ude00\\ud83d"})
    void read_halfACharacter_isRefusedInValuesAndNames(String half) {
        String value = "[" + object(1) + "," + object(2).replace("Taalcafé 2", "Taal" + half) + "]";
        assertThat(Deliveries.brief(read(value))).containsExactly("TF-S06 ERROR 3", "TF-I05 NOTE");
        assertUnreadable("[" + object(1).replace("{", "{\"" + half + "\":\"x\",") + "]", "malformed_json");
    }

    @Test
    void read_wholeCharacterInTwoHalves_isRead() {
        assertThat(Deliveries.brief(read("[" + object(1).replace("Taalcafé", "Taal\\ud83d\\ude00") + "]")))
                .isEmpty();
    }

    @Test
    void unreadable_furtherOn_doesNotSendPeopleToAGoodRow() {
        Finding further = read("[" + object(1) + ",kapot]").findings().kept().get(1);
        for (Audience audience : Audience.values()) {
            assertThat(MessageCatalogue.bundled()
                            .message(further, Language.NL, audience)
                            .action())
                    .doesNotContain("bij rij");
        }
    }

    @Test
    void read_invalidUtf8_isRefused() {
        byte[] bytes = ("[" + object(1) + "]").getBytes(StandardCharsets.ISO_8859_1);
        DeliveryReport report = READER.validate(DeliverySource.of("telling.json", bytes));
        assertThat(Deliveries.brief(report)).containsExactly("TF-S06 ERROR 2", "TF-I05 NOTE");
    }

    @Test
    void read_columnThatAppearsLate_isAColumn() {
        String early = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> object(i).replace("\"nieuwe_deelnemers\":\"6\",", ""))
                .collect(Collectors.joining("\n"));
        DeliveryReport report = read(early + "\n" + object(301).replace("\"6\"", "\"zes\""));
        assertThat(Deliveries.brief(report)).containsExactly("TF-V03 ERROR 302 nieuwe_deelnemers");
    }

    /** Where thousands of objects have the same names, no more are looked for: a later name is an error, not a loss. */
    @Test
    void read_columnAfterVeryManyAlike_isAnErrorThere() {
        List<String> objects = new ArrayList<>(IntStream.rangeClosed(1, 20_000)
                .mapToObj(i -> object(i).replace("\"nieuwe_deelnemers\":\"6\",", ""))
                .toList());
        objects.add(object(20_001));
        DeliveryReport late = read(String.join("\n", objects));
        assertThat(Deliveries.brief(late)).containsExactly("TF-S06 ERROR 20002", "TF-I05 NOTE");
        assertThat(late.findings().kept().get(0).arguments()).containsEntry("reason", "late_column");
        assertThat(late.rowsAccepted()).isEqualTo(20_000);

        objects.set(4, objects.get(4).replace(",\"toelichting\":\"\"", ""));
        DeliveryReport oneUnlike = read(String.join("\n", objects));
        assertThat(Deliveries.brief(oneUnlike)).isEmpty();
        assertThat(oneUnlike.rowsAccepted()).isEqualTo(20_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000FFFE5B7B7D5D", "FEFF00005B7B7D5D", "0000FFFE7B0000000A"})
    void read_unknownWideCharacters_areRefused(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        DeliveryReport report = READER.validate(DeliverySource.of("telling.json", bytes));
        assertThat(report.isGood()).isFalse();
    }

    @Test
    void read_namesInAnotherOrderAndNotation_areTheSameColumns() {
        Map<String, String> row = Deliveries.row(2);
        row.remove("wijk");
        String other = object(row).replace("{", "{\"wijk\":\"WK051829\",");
        assertThat(Deliveries.brief(read("[" + object(1) + "," + other + "]"))).isEmpty();
        assertThat(Deliveries.brief(read("[" + object(1).replace("\"wijk\"", "\"Wijk\"") + "]")))
                .containsExactly("TF-W02 WARNING 1 wijk");
    }

    @Test
    void read_requiredNameInNoObject_isAMissingColumn() {
        assertThat(Deliveries.brief(read("[" + object(1).replace("\"bezoeken\":\"180\",", "") + "]")))
                .contains("TF-S01 ERROR 1 bezoeken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "[[]]",
                "[\"a\"]",
                "[null]",
                "{\"rows\":[1]}",
                "{\"rows\":[{}]",
                "[{}",
                "[{}]]",
                "[{}] {}",
                "{\"a\":}",
                "{\"a\" 1}",
                "[{} {}]",
                "{} [",
                "{\"rows\":[{}]} {}",
                "{\"rows\":[{}], \"b\": [}",
                "[{'a':1}]",
                "[{\"a\":NaN}]"
            })
    void read_brokenJson_isRefused(String text) {
        assertUnreadable(text, "malformed_json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\":{}}]", "{\"a\":[]}", "{\"a\":1}\n{\"b\":[1]}", "{\"rows\":[{\"a\":{\"b\":1}}]}"})
    void read_nestedValue_isRefused(String text) {
        assertUnreadable(text, "nested");
    }

    @Test
    void read_beyondTheLimits_isRefused() {
        assertUnreadable("[{\"a\":\"" + "x".repeat(100_001) + "\"}]", "characters");
        assertUnreadable("[{\"a\":" + "1".repeat(100_000) + "}]", "malformed_json");
        assertUnreadable("[{\"" + "x".repeat(100_000) + "\":1}]", "malformed_json");
        assertUnreadable("[{\"a\":" + "[".repeat(100_000), "malformed_json");
        assertUnreadable("[".repeat(100_000), "malformed_json");
        String names =
                IntStream.range(0, 2_000).mapToObj(i -> "\"c" + i + "\":1").collect(Collectors.joining(","));
        assertUnreadable("[{" + names + "}]", "columns");
    }

    @Test
    void read_findings_holdNoPieceOfTheFile() {
        DeliveryReport report = read("[" + object(1) + ",{\"toelichting\": geheim0612345678}]");
        assertThat(report.findings().kept().toString()).doesNotContain("geheim").doesNotContain("0612345678");
    }

    @Test
    void read_objectAroundTheRows_isNoRow() {
        String around = "{\"organisatie\":\"x\",\"rows\":[" + object(1) + "],\"bezoeken\":\"y\"}";
        DeliveryReport report = read(around);
        assertThat(Deliveries.brief(report)).isEmpty();
        assertThat(report.rows()).isEqualTo(1);
        assertThat(Deliveries.brief(read("{\"rows\":[]}"))).isEqualTo(List.of("TF-S05 ERROR"));
    }
}
