package nl.betekenisvolmeten.indicators.formats.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormatJsonTest {

    private static final List<FormatDefinition> BUNDLED =
            List.copyOf(Definitions.bundled().formats().all());

    private static List<Map<String, @Nullable Object>> written(List<FormatDefinition> formats) throws IOException {
        StringWriter out = new StringWriter();
        JsonDefinitions.write(formats, out);
        return Parsed.objects(Parsed.of(out.toString()));
    }

    private static Map<String, @Nullable Object> telformat() throws IOException {
        return written(BUNDLED).stream()
                .filter(format -> "telformat-gebiedsgericht".equals(format.get("id")))
                .filter(format -> "2026.1".equals(format.get("version")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void write_bundled_eachFormatOnce() throws IOException {
        assertThat(written(BUNDLED).stream().map(format -> format.get("id") + "@" + format.get("version")))
                .containsExactlyElementsOf(
                        BUNDLED.stream().map(format -> format.id().toString()).toList());
    }

    @Test
    void write_none_emptyArray() throws IOException {
        assertThat(written(List.of())).isEmpty();
    }

    @Test
    void write_telformat_columnsInOrderWithTheirCodes() throws IOException {
        List<Map<String, @Nullable Object>> columns = Parsed.objects(telformat().get("columns"));

        assertThat(columns.stream().map(column -> column.get("name")))
                .startsWith("organisatie", "stadsdeel", "wijk", "periode", "ambitie")
                .endsWith("toelichting")
                .hasSize(17);
        assertThat(columns.get(0)).containsEntry("required", true).doesNotContainKey("codes");
        assertThat(columns.get(16)).containsEntry("required", false);
        List<Map<String, @Nullable Object>> codes =
                Parsed.objects(columns.get(4).get("codes"));
        assertThat(codes.get(1))
                .containsEntry("code", "2")
                .containsEntry("name", Map.of("nl", "Opgroeien en ontwikkelen", "en", "Growing up and developing"));
    }

    @Test
    void write_telformat_validityStatusAndRules() throws IOException {
        Map<String, @Nullable Object> format = telformat();

        assertThat(format)
                .containsEntry("validFrom", "2026KW01")
                .containsEntry("validTo", null)
                .containsEntry("status", "reconstruction");
        assertThat(Parsed.objects(format.get("rules"))).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.keySet()).containsExactly("code", "severity", "columns");
            assertThat(rule.get("severity")).isIn("error", "warning", "note");
        });
    }
}
