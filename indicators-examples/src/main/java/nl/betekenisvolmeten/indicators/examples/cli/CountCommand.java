package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nl.betekenisvolmeten.indicators.counting.RegistrationCounter;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ProtocolDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryWriter;
import nl.betekenisvolmeten.indicators.formats.form.CountFile;
import nl.betekenisvolmeten.indicators.formats.form.RegistrationCount;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts an organisation's own records into a delivery. */
@Command(name = "count", mixinStandardHelpOptions = true, sortOptions = false)
final class CountCommand implements Callable<Integer> {

    private static final FormatId PROTOCOL = FormatId.of("telling-gebiedsgericht", "2026.1");

    @Parameters(arity = "1..*", descriptionKey = "count.files", paramLabel = "REGISTRATIONS")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            descriptionKey = "convert.output",
            paramLabel = "FILE")
    private Path output = Path.of("");

    @Option(names = "--organisatie", required = true, descriptionKey = "count.organisatie", paramLabel = "KVK")
    private String organisation = "";

    @Option(names = "--protocol", descriptionKey = "count.protocol", paramLabel = "FILE")
    private @Nullable Path protocol;

    private final Terminal terminal;
    private final Texts texts;

    CountCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        KvkNumber reporter = KvkNumber.parse(organisation)
                .orElseThrow(() -> new UsageException(texts.of("usage.value", "--organisatie", organisation)));
        Carrier carrier = Carrier.ofFileName(output.toString())
                .orElseThrow(() -> new UsageException(texts.of("convert.carrier", output)));
        List<DeliverySource> sources = Deliveries.sources(files, output, texts);
        Checked<ProtocolDefinition> read = protocol();
        ResultFindings.tell(read.findings(), texts, terminal.err());
        if (read.value().isEmpty()) {
            return ExitCodes.ERRORS;
        }
        ProtocolDefinition how = read.value().get();
        RegistrationCount count = RegistrationCount.of(how, reporter, DeliveryReader.of(Definitions.bundled()));
        List<DeliveryReport> reports = Deliveries.each(sources, count::read);
        Deliveries.checkTwice(reports, texts);
        Messages.findings(reports, Audience.FILLER, terminal);
        Checked<RegistrationCounter.Count> result = count.result();
        ResultFindings.tell(result.findings(), texts, terminal.err());
        boolean any = result.value().map(counted -> counted.registrations() > 0).orElse(false);
        if (!any) {
            terminal.err().println(texts.of("count.none"));
            return ExitCodes.ERRORS;
        }
        RegistrationCounter.Count counted = result.value().get();
        write(counted, how.format(), carrier);
        terminal.err()
                .println(texts.of(
                        "count.written",
                        counted.registrations(),
                        counted.table().size(),
                        how.format().id(),
                        output,
                        how.id()));
        return reports.stream().allMatch(DeliveryReport::isGood) ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    private Checked<ProtocolDefinition> protocol() {
        Path file = protocol;
        if (file == null) {
            return Checked.of(Definitions.bundled().protocol(PROTOCOL).orElseThrow(), Findings.none());
        }
        Output.check(output, List.of(file), texts);
        if (!Files.isRegularFile(file)) {
            throw FaultException.unreadable(file, texts);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return DefinitionReader.of(Definitions.bundled()).readProtocol(String.valueOf(file.getFileName()), in);
        } catch (IOException e) {
            throw FaultException.unreadable(file, texts);
        }
    }

    private void write(RegistrationCounter.Count counted, FormatDefinition format, Carrier carrier) {
        Output.writeBytes(output, terminal, out -> {
            try (RowWriter writer = DeliveryWriter.of(format, carrier, out)) {
                CountFile.write(counted, format, writer);
            }
        });
    }
}
