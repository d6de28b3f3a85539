package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.output.JsonDiffs;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what differs between two definitions or two deliveries. */
@Command(name = "diff", mixinStandardHelpOptions = true, sortOptions = false)
final class DiffCommand implements Callable<Integer> {

    @Parameters(index = "0", descriptionKey = "diff.first", paramLabel = "A")
    private String first = "";

    @Parameters(index = "1", descriptionKey = "diff.second", paramLabel = "B")
    private String second = "";

    @Mixin
    private ReportChoice report = new ReportChoice();

    @Option(
            names = {"-o", "--output"},
            descriptionKey = "output",
            paramLabel = "FILE")
    private @Nullable Path output;

    private final Terminal terminal;
    private final Texts texts;

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        boolean json = report.isJson(texts);
        if (isDefinition(first) != isDefinition(second)) {
            throw new UsageException(texts.of("diff.mixed", first, second));
        }
        return isDefinition(first) ? definitions(json) : deliveries(json);
    }

    /** A file is meant where there is one, whatever its name. */
    private static boolean isDefinition(String argument) {
        return argument.toLowerCase(Locale.ROOT).endsWith(".json")
                || (!Files.exists(Path.of(argument)) && (argument.contains("@") || isFormat(argument)));
    }

    private static boolean isFormat(String name) {
        return Definitions.bundled().latest(name).isPresent();
    }

    private int definitions(boolean json) {
        Definitions bundled = Definitions.bundled();
        Optional<FormatDefinition> from = definition(first, bundled);
        // a definition of one's own may say how rows of the first become its own
        Optional<FormatDefinition> to = from.flatMap(known -> definition(second, bundled.with(known)));
        if (from.isEmpty() || to.isEmpty()) {
            return ExitCodes.ERRORS;
        }
        DefinitionDiff diff = DefinitionDiff.between(from.get(), to.get(), bundled.indicatorSets());
        Output.write(output, terminal, out -> {
            if (json) {
                JsonDiffs.write(diff, out);
                return;
            }
            PrintWriter lines = new PrintWriter(out);
            new DiffPage(texts, lines).write(diff);
            lines.flush();
        });
        return ExitCodes.GOOD;
    }

    /** A definition by its name or from its file; empty when the file has errors, which are told. */
    private Optional<FormatDefinition> definition(String argument, Definitions known) {
        if (!argument.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return Optional.of(FormatNames.find(argument, known, texts));
        }
        Path file = Path.of(argument);
        Output.check(output, List.of(file), texts);
        try (InputStream in = Files.newInputStream(file)) {
            Checked<FormatDefinition> checked = DefinitionReader.of(known).readFormat(argument, in);
            checked.findings()
                    .kept()
                    .forEach(finding -> terminal.err()
                            .println(MessageCatalogue.bundled().line(finding, texts.language(), Audience.IT)));
            return checked.value();
        } catch (IOException e) {
            throw FaultException.unreadable(file, texts);
        }
    }

    private int deliveries(boolean json) {
        List<DeliverySource> sources = Deliveries.sources(List.of(Path.of(first), Path.of(second)), output, texts);
        DeliveryReader reader = DeliveryReader.of(Definitions.bundled());
        Map<DeliverySource, FormatDefinition> formats = Versions.recognised(sources, reader);
        for (DeliverySource source : sources) {
            if (!formats.containsKey(source)) {
                Messages.findings(List.of(reader.validate(source)), Audience.FILLER, terminal);
                return ExitCodes.ERRORS;
            }
        }
        FormatDefinition newest = Versions.newest(formats).orElseThrow();
        if (formats.values().stream()
                .anyMatch(format -> MigrationPlan.between(format, newest).isEmpty())) {
            throw new UsageException(texts.of("diff.versions", first, second));
        }
        DeliveryDiff diff = DeliveryDiff.between(reader, sources.get(0), sources.get(1));
        diff.carried().ifPresent(carried -> {
            terminal.err().println(texts.of("diff.migrated", carried.source(), carried.from(), diff.format()));
            ResultFindings.tell(carried.losses(), texts, terminal.err());
        });
        Output.write(output, terminal, out -> {
            if (json) {
                JsonDiffs.write(diff, out);
                return;
            }
            PrintWriter lines = new PrintWriter(out);
            new DiffPage(texts, lines)
                    .write(diff, sources.get(0).name(), sources.get(1).name());
            lines.flush();
        });
        return diff.errors() ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }
}
