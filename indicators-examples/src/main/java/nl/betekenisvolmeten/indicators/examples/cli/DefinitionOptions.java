package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import picocli.CommandLine.Option;

/** Definitions of one's own next to the bundled ones: formats, indicators, areas and so on. */
final class DefinitionOptions {

    @Option(names = "--definitions", split = ",", descriptionKey = "definitions", paramLabel = "FILE")
    private List<Path> files = List.of();

    private final Terminal terminal;
    private final Inputs inputs;

    DefinitionOptions(Subcommand command) {
        terminal = command.terminal;
        inputs = command.inputs;
    }

    /** Returns the files, in the order of the command line. */
    List<Path> files() {
        return files;
    }

    /** Reads the bundled definitions and those of the files; each file can refer to the ones before it. */
    Lookup read() {
        Definitions known = Definitions.bundled();
        for (Path file : files) {
            known = read(file, known);
        }
        return new Lookup(known, terminal.texts());
    }

    private Definitions read(Path file, Definitions known) {
        return inputs.read(file, (name, in) -> {
            Checked<Definitions> read = DefinitionReader.of(known).readInto(name, in);
            terminal.say(name, read.findings());
            return read.value().orElseThrow(() -> CommandException.badData(name));
        });
    }
}
