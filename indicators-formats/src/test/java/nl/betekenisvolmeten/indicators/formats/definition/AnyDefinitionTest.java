package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyDefinitionTest {

    static Stream<String> bundled() {
        return Bundle.index(Bundle::open).stream().map(Bundle.Entry::file);
    }

    /** A property that another kind has too would take a definition for that one, and find fault with it. */
    @ParameterizedTest
    @MethodSource("bundled")
    void readInto_everyKind_isSeenForWhatItIs(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Bundle.open(name))) {
            Checked<Definitions> read =
                    DefinitionReader.of(Definitions.bundled()).readInto(name, in);
            assertThat(read.findings().kept()).isEmpty();
            assertThat(read.value()).isPresent();
        }
    }

    @Test
    void readInto_aFormat_isAmongThoseAtHand() throws IOException {
        try (InputStream in = Objects.requireNonNull(Bundle.open("formats/registraties-2026.1.json"))) {
            String own = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"id\": \"registraties\"", "\"id\": \"eigen-registraties\"");
            Definitions all = DefinitionReader.of(Definitions.bundled())
                    .readInto("own.json", new ByteArrayInputStream(own.getBytes(StandardCharsets.UTF_8)))
                    .orThrow();
            assertThat(all.formats().latest("eigen-registraties")).isPresent();
            assertThat(all.formats().all())
                    .containsAll(Definitions.bundled().formats().all());
        }
    }

    @Test
    void readInto_noKind_saysWhatAFormatLacks() {
        Checked<Definitions> read = DefinitionReader.of(Definitions.bundled())
                .readInto("own.json", new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)));
        assertThat(read.value()).isEmpty();
        assertThat(read.findings().kept())
                .anySatisfy(finding -> assertThat(finding.arguments()).containsValue("columns"));
    }
}
