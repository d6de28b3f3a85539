package nl.betekenisvolmeten.indicators.examples.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.betekenisvolmeten.indicators.formats.Indicators;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;

/** Reads deliveries in a custom form, with custom rules and indicators. */
public final class OwnDefinitions {

    private OwnDefinitions() {}

    /**
     * Returns a front door that knows the bundled definitions and those of files.
     *
     * @param files definitions of any kind: formats with their rules, indicator sets, areas, inhabitants
     * @return the front door
     * @throws IOException if a file cannot be read
     * @throws nl.betekenisvolmeten.indicators.IndicatorsException if a definition has errors; the message names the first
     */
    public static Indicators load(Path... files) throws IOException {
        Definitions definitions = Definitions.bundled();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                definitions = DefinitionReader.of(definitions)
                        .readInto(file.getFileName().toString(), in)
                        .orThrow();
            }
        }
        return Indicators.of(definitions);
    }
}
