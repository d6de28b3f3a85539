package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryWriter;
import nl.betekenisvolmeten.indicators.formats.delivery.PersonsMerge;
import nl.betekenisvolmeten.indicators.formats.delivery.SetConversion;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
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
        DeliverySet set = DeliverySet.of(reader, sources);
        Optional<FormatDefinition> target = wanted(definitions).or(set::newest);
        if (target.isEmpty()) {
            Messages.findings(Deliveries.each(sources, reader::validate), definitions, Audience.IT, terminal);
            terminal.err().println(texts.of("deliveries.none"));
            return ExitCodes.ERRORS;
        }
        checkWays(set, target.get());
        SetConversion conversion = write(set, target.get(), carrier);
        Messages.findings(conversion.reports(), definitions, Audience.IT, terminal);
        conversion
                .leftOut()
                .forEach(left -> terminal.err()
                        .println(texts.of(
                                "convert.twice",
                                left.rows(),
                                left.later().name(),
                                left.earlier().name())));
        terminal.err()
                .println(
                        conversion.written() == 0
                                ? texts.of("deliveries.none")
                                : texts.of(
                                        "convert.written",
                                        conversion.written(),
                                        target.get().id(),
                                        output));
        boolean good = conversion.reports().stream().allMatch(DeliveryReport::isGood)
                && conversion.leftOut().isEmpty();
        return good ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    private Optional<FormatDefinition> wanted(Definitions definitions) {
        return Optional.ofNullable(to).map(wanted -> FormatNames.find(wanted, definitions, texts));
    }

    private void checkWays(DeliverySet set, FormatDefinition target) {
        set.withTarget(target).otherForms().values().stream().findFirst().ifPresent(other -> {
            throw new UsageException(texts.of("convert.noWay", other.id(), target.id()));
        });
    }

    private SetConversion write(DeliverySet set, FormatDefinition target, Carrier carrier) {
        PersonsMerge merge = persons == Persons.MOST ? PersonsMerge.AT_MOST : PersonsMerge.REFUSE;
        List<SetConversion> written = new ArrayList<>();
        Output.writeWhole(output, terminal, out -> {
            try (RowWriter writer = DeliveryWriter.of(target, carrier, out);
                    Deliveries.Watch watch = Deliveries.watch(set)) {
                written.add(watch.set().write(target, merge, writer));
            }
            Deliveries.checkTwice(written.get(0).reports(), texts);
            return written.get(0).written() > 0;
        });
        return written.get(0);
    }
}
