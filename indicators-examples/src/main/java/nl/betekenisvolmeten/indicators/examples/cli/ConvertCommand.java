package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Audience;
import nl.betekenisvolmeten.indicators.formats.carrier.Carrier;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.migration.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.migration.PersonsMerge;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes deliveries in another version of their format, or in another kind of file. */
@Command(name = "convert", mixinStandardHelpOptions = true, sortOptions = false)
final class ConvertCommand implements Callable<Integer> {

    /** What becomes of rows that may hold the same persons and become one row. */
    private enum Persons {
        REFUSE,
        MOST
    }

    @Parameters(arity = "1..*", descriptionKey = "files", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            descriptionKey = "convert.output",
            paramLabel = "FILE")
    private Path output = Path.of("");

    @Option(names = "--to", descriptionKey = "convert.to", paramLabel = "FORMAT@VERSION")
    private @Nullable String to;

    @Option(names = "--persons", descriptionKey = "convert.persons", paramLabel = "refuse|most")
    private Persons persons = Persons.MOST;

    private final Terminal terminal;
    private final Texts texts;

    ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        List<DeliverySource> sources = Deliveries.sources(files, output, texts);
        Carrier carrier = Carrier.ofFileName(output.toString())
                .orElseThrow(() -> new UsageException(texts.of("convert.carrier", output)));
        DeliveryReader reader = DeliveryReader.of(Definitions.bundled());
        Map<DeliverySource, FormatDefinition> formats = Versions.recognised(sources, reader);
        Optional<FormatDefinition> target = wanted().or(() -> Versions.newest(formats));
        if (target.isEmpty()) {
            Tell.findings(Deliveries.each(sources, reader::validate), Audience.IT, terminal);
            terminal.err().println(texts.of("deliveries.none"));
            return ExitCodes.ERRORS;
        }
        for (FormatDefinition format : formats.values()) {
            if (MigrationPlan.between(format, target.get()).isEmpty()) {
                throw new UsageException(
                        texts.of("convert.noWay", format.id(), target.get().id()));
            }
        }
        PersonsMerge merge = persons == Persons.MOST ? PersonsMerge.AT_MOST : PersonsMerge.REFUSE;
        Conversion conversion = new Conversion(reader, formats, target.get(), merge);
        List<DeliveryReport> reports = write(sources, conversion, carrier, numbers(target.get()));
        Tell.findings(reports, Audience.IT, terminal);
        conversion
                .twice()
                .forEach((pair, rows) ->
                        terminal.err().println(texts.of("convert.twice", rows, pair.later(), pair.earlier())));
        terminal.err()
                .println(
                        conversion.written() == 0
                                ? texts.of("deliveries.none")
                                : texts.of(
                                        "convert.written",
                                        conversion.written(),
                                        target.get().id(),
                                        output));
        boolean good = reports.stream().allMatch(DeliveryReport::isGood)
                && conversion.twice().isEmpty();
        return good ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    private Optional<FormatDefinition> wanted() {
        if (to == null) {
            return Optional.empty();
        }
        String wanted = to;
        return Optional.of(FormatId.parse(wanted)
                .flatMap(Definitions.bundled()::find)
                .orElseThrow(() -> UsageException.noFormat(wanted, texts)));
    }

    /** Into a file beside the output first: what is there already is only replaced by something whole. */
    private List<DeliveryReport> write(
            List<DeliverySource> sources, Conversion conversion, Carrier carrier, Set<String> numbers) {
        try {
            Output.createFolder(output);
            Path folder = output.toAbsolutePath().getParent();
            Path part = Files.createTempFile(folder == null ? Path.of("") : folder, "convert", ".part");
            try {
                List<DeliveryReport> reports;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
                        RowWriter writer = carrier.writer(out, numbers)) {
                    reports = conversion.write(sources, writer);
                }
                if (conversion.written() > 0) {
                    Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
                }
                return reports;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw FaultException.unwritable(output, e, texts);
        }
    }

    private static Set<String> numbers(FormatDefinition format) {
        return format.columns().stream()
                .filter(column -> column.rule().type().decimals().isPresent())
                .map(column -> column.name().value())
                .collect(Collectors.toSet());
    }
}
