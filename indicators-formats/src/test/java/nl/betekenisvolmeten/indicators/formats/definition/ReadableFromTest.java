package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which period on converted rows may be read. */
class ReadableFromTest {

    private static FormatDefinition format(String id) {
        return Definitions.bundled().formats().get(FormatId.parse(id).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "telformat-gebiedsgericht@2025.2, 2025KW03",
        "telformat-gebiedsgericht@2026.1, 2025KW03",
        "telformat-gebiedsgericht@2026.2, 2025KW03",
        "registraties@2026.2, 2020KW01"
    })
    void readableFrom_isTheStartOfTheChain(String id, String period) {
        assertThat(format(id).readableFrom().map(Period::code)).contains(period);
    }

    @Test
    void readableFrom_withoutEarlierVersions_isNone() {
        assertThat(format("telformat-gebiedsgericht@2025.1").readableFrom()).isEmpty();
        assertThat(format("telformat-gebiedsgericht@2025.1").earlierVersions()).isEmpty();
    }

    @Test
    void earlierVersions_areTheLatestFirst() {
        assertThat(format("telformat-gebiedsgericht@2026.2").earlierVersions())
                .extracting(version -> version.id().version())
                .containsExactly("2026.1", "2025.2", "2025.1");
    }

    @Test
    void readableFrom_ofADefinition_isWhatItSays() throws IOException {
        String text;
        try (InputStream in = Objects.requireNonNull(Bundle.open("formats/telformat-gebiedsgericht-2026.1.json"))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"version\": \"2026.1\",", "\"version\": \"2026.9\", \"readableFrom\": \"2025KW04\",");
        }
        Checked<FormatDefinition> read = DefinitionReader.of(Definitions.bundled())
                .readFormat("own.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.orThrow().readableFrom().map(Period::code)).contains("2025KW04");
    }

    @Test
    void convertedRules_letPersonsBeEmptyAndNothingElse() {
        FormatDefinition format = format("telformat-gebiedsgericht@2026.1");
        assertThat(format.convertedRules().columns())
                .filteredOn(column -> column.required() && column.mayBeEmpty())
                .extracting(column -> column.name())
                .containsExactly(ColumnName.of("unieke_deelnemers"));
        assertThat(format.convertedRules().structure())
                .isEqualTo(format.ruleSet().structure());
    }
}
