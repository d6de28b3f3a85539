package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.form.CsvPopulation;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Inhabitants in a file of the user's own. */
final class PopulationOption {

    @Option(names = "--population", descriptionKey = "population", paramLabel = "FILE")
    private @Nullable Path file;

    private final Terminal terminal;
    private final Inputs inputs;

    PopulationOption(Subcommand command) {
        terminal = command.terminal;
        inputs = command.inputs;
    }

    /** Returns the inhabitants of areas of a level; empty if no file is given. */
    Optional<Population> read(Supplier<AreaHierarchy> areas, AreaLevel level) {
        return Optional.ofNullable(file).map(path -> {
            DeliverySource source = inputs.source(path);
            Checked<Population> read = CsvPopulation.read(source, areas.get(), level);
            terminal.say(source.name(), read.findings());
            return read.value()
                    .filter(any -> !read.findings().hasErrors())
                    .orElseThrow(() -> CommandException.badData(source.name()));
        });
    }

    /** Returns the inhabitants of the areas that rows name; the bundled ones if no file is given. */
    Population of(TableStructure structure, AreaLevel level, Lookup lookup) {
        return read(() -> Lookup.areas(structure), level)
                .orElseGet(() -> lookup.inhabitants().population());
    }
}
