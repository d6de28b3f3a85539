package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Definitions of one's own beside the bundled ones: formats, indicators, areas and so on. */
final class OwnDefinitions {

    @Option(
            names = "--definitions",
            split = ",",
            splitSynopsisLabel = ",",
            descriptionKey = "definitions",
            paramLabel = "FILE")
    private List<Path> files = List.of();

    /**
     * The bundled definitions and those of the files, each read with the ones before it at hand. What is wrong with a
     * file is told.
     *
     * @throws BadDataException if a file has errors
     */
    Definitions read(@Nullable Path output, Terminal terminal) {
        Output.check(output, files, terminal.texts());
        Definitions known = Definitions.bundled();
        for (Path file : files) {
            known = read(file, known, terminal);
        }
        return known;
    }

    private static Definitions read(Path file, Definitions known, Terminal terminal) {
        if (!Files.isRegularFile(file)) {
            throw FaultException.unreadable(file, terminal.texts());
        }
        String name = FileNames.sources(List.of(file)).get(0).name();
        try (InputStream in = Files.newInputStream(file)) {
            Checked<Definitions> read = DefinitionReader.of(known).readInto(name, in);
            ResultFindings.tell(name, read.findings(), terminal);
            return read.value().orElseThrow(() -> new BadDataException(name));
        } catch (IOException e) {
            throw FaultException.unreadable(file, terminal.texts());
        }
    }
}
