package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import picocli.CommandLine.Option;

/** What was agreed about deliveries, in files of the user's own. */
final class ContextOption {

    @Option(names = "--context", split = ",", descriptionKey = "context", paramLabel = "FILE")
    private List<Path> files = List.of();

    private final Terminal terminal;
    private final Texts texts;
    private final Inputs inputs;

    ContextOption(Subcommand command) {
        terminal = command.terminal;
        texts = command.texts;
        inputs = command.inputs;
    }

    /**
     * Returns all files combined, with those among the definitions; empty if there are none. A file with errors is
     * wrong usage, and is reported with its lines.
     */
    Optional<ReportingContext> read(Lookup lookup) {
        Optional<ReportingContext> all = Optional.empty();
        for (ReportingContext one : lookup.definitions().contexts().all()) {
            all = and(all, one, one.id().toString());
        }
        for (Path file : files) {
            all = and(all, read(file, lookup), file.toString());
        }
        return all;
    }

    private Optional<ReportingContext> and(Optional<ReportingContext> before, ReportingContext one, String name) {
        try {
            return Optional.of(before.map(known -> known.with(one)).orElse(one));
        } catch (IllegalArgumentException e) {
            throw texts.wrong("context.contradiction", name, texts.cause(e));
        }
    }

    private ReportingContext read(Path file, Lookup lookup) {
        return inputs.read(file, (name, in) -> {
            Checked<ReportingContext> read =
                    DefinitionReader.of(lookup.definitions()).readContext(name, in);
            String found = read.findings().kept().stream()
                    .map(terminal::line)
                    .collect(Collectors.joining(System.lineSeparator() + "  "));
            ReportingContext context = read.value()
                    .orElseThrow(() -> CommandException.usage(
                            texts.of("context.errors", file) + System.lineSeparator() + "  " + found));
            if (!found.isEmpty()) {
                terminal.err().println(file + ": " + found);
            }
            return context;
        });
    }
}
