package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What was agreed about deliveries, in files of the user's own. */
final class ContextOption {

    @Option(names = "--context", split = ",", splitSynopsisLabel = ",", descriptionKey = "context", paramLabel = "FILE")
    private List<Path> files = List.of();

    /** All files together; empty when none was given. A file with errors is wrong usage, told with its lines. */
    Optional<ReportingContext> read(@Nullable Path output, Terminal terminal) {
        Output.check(output, files, terminal.texts());
        Optional<ReportingContext> all = Optional.empty();
        for (Path file : files) {
            ReportingContext one = readOne(file, terminal);
            try {
                all = Optional.of(all.map(before -> before.with(one)).orElse(one));
            } catch (IllegalArgumentException e) {
                throw new UsageException(
                        terminal.texts().of("context.contradiction", file, String.valueOf(e.getMessage())));
            }
        }
        return all;
    }

    private static ReportingContext readOne(Path file, Terminal terminal) {
        Texts texts = terminal.texts();
        if (!Files.isRegularFile(file)) {
            throw FaultException.unreadable(file, texts);
        }
        try (InputStream in = Files.newInputStream(file)) {
            Checked<ReportingContext> read =
                    DefinitionReader.of(Definitions.bundled()).readContext(String.valueOf(file.getFileName()), in);
            String found = read.findings().kept().stream()
                    .map(finding -> MessageCatalogue.bundled().line(finding, texts.language(), Audience.IT))
                    .collect(Collectors.joining(System.lineSeparator() + "  "));
            if (read.value().isEmpty()) {
                throw new UsageException(texts.of("context.errors", file) + System.lineSeparator() + "  " + found);
            }
            if (!found.isEmpty()) {
                terminal.err().println(file + ": " + found);
            }
            return read.value().get();
        } catch (IOException e) {
            throw FaultException.unreadable(file, texts);
        }
    }
}
