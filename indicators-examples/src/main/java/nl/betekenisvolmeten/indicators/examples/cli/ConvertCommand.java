package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(names = "--to", descriptionKey = "convert.to", paramLabel = "FORMAT[@VERSION]")
    private @Nullable String to;

    @Option(names = "--persons", descriptionKey = "convert.persons", paramLabel = "refuse|most")
    private Persons persons = Persons.MOST;

    @Mixin
    private OwnDefinitions own = new OwnDefinitions();

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
        Definitions definitions = own.read(output, terminal);
        DeliveryReader reader = DeliveryReader.of(definitions);
        Map<DeliverySource, FormatDefinition> formats = Versions.recognised(sources, reader);
        Optional<FormatDefinition> target = wanted(definitions).or(() -> Versions.newest(formats));
        if (target.isEmpty()) {
            Tell.findings(Deliveries.each(sources, reader::validate), definitions, Audience.IT, terminal);
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
        Tell.findings(reports, definitions, Audience.IT, terminal);
        conversion
                .twice()
                .forEach((pair, rows) -> terminal.err()
                        .println(texts.of(
                                "convert.twice",
                                rows,
                                pair.later().name(),
                                pair.earlier().name())));
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

    private Optional<FormatDefinition> wanted(Definitions definitions) {
        return Optional.ofNullable(to).map(wanted -> FormatNames.find(wanted, definitions, texts));
    }

    private List<DeliveryReport> write(
            List<DeliverySource> sources, Conversion conversion, Carrier carrier, Set<String> numbers) {
        List<DeliveryReport> reports = new ArrayList<>();
        Output.writeWhole(output, terminal, out -> {
            try (RowWriter writer = carrier.writer(out, numbers)) {
                reports.addAll(conversion.write(sources, writer));
            }
            Deliveries.checkTwice(reports, texts);
            return conversion.written() > 0;
        });
        return reports;
    }

    private static Set<String> numbers(FormatDefinition format) {
        return format.columns().stream()
                .filter(column -> column.rule().type().decimals().isPresent())
                .map(column -> column.name().value())
                .collect(Collectors.toSet());
    }
}
