package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for a mapping of another system's exports to a form. */
final class MappingOption {

    @Option(names = "--mapping", descriptionKey = "mapping", paramLabel = "FILE")
    private @Nullable Path file;

    private final Terminal terminal;
    private final Inputs inputs;

    MappingOption(Terminal terminal, Inputs inputs) {
        this.terminal = terminal;
        this.inputs = inputs;
    }

    /** Returns a reader that applies the mapping to the files that it is for. */
    DeliveryReader on(DeliveryReader reader, Lookup lookup) {
        return read(lookup).map(reader::withMapping).orElse(reader);
    }

    /** Returns the mapping; empty if there is none. */
    Optional<ColumnMapping> read(Lookup lookup) {
        if (file == null) {
            return Optional.empty();
        }
        return inputs.read(file, (name, in) -> {
            Checked<ColumnMapping> read =
                    DefinitionReader.of(lookup.definitions()).readMapping(name, in);
            terminal.say(name, read.findings());
            return Optional.of(read.value().orElseThrow(() -> CommandException.badData(name)));
        });
    }
}
