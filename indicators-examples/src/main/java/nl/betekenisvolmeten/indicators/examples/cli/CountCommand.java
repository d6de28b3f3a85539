package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.counting.RegistrationCounter;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ProtocolDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryWriter;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.form.CountFile;
import nl.betekenisvolmeten.indicators.formats.form.RegistrationCount;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts an organisation's own records into a delivery. */
@Command(name = "count")
final class CountCommand extends Subcommand {

    private static final FormatId PROTOCOL = FormatId.of("telling-gebiedsgericht", "2026.2");

    @Parameters(arity = "1..*", descriptionKey = "count.files", paramLabel = "REGISTRATIONS")
    private List<Path> files = List.of();

    @Mixin
    private final Output output = new Output(terminal);

    @Option(names = "--organisatie", required = true, descriptionKey = "organisatie", paramLabel = "KVK")
    private String organisation = "";

    @Option(names = "--protocol", descriptionKey = "count.protocol", paramLabel = "FILE")
    private @Nullable Path protocol;

    @Option(names = "--records-from", descriptionKey = "count.recordsFrom", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate recordsFrom;

    @Option(names = "--totals-to", descriptionKey = "count.totalsTo", paramLabel = "FILE")
    private @Nullable Path totalsTo;

    @Mixin
    private final DayOption day = new DayOption();

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    CountCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        KvkNumber reporter = KvkNumber.parse(organisation)
                .orElseThrow(() -> texts.wrong("usage.value", "--organisatie", organisation));
        Carrier carrier = output.carrier();
        Optional<Path> totals = Optional.ofNullable(totalsTo);
        totals.ifPresent(output::carrier);
        Lookup lookup = own.read();
        Deliveries deliveries = new Deliveries(this).of(files);
        Checked<ProtocolDefinition> read = protocol(lookup);
        terminal.say(read.findings());
        if (read.value().isEmpty()) {
            return ExitCodes.ERRORS;
        }
        ProtocolDefinition how = read.value().get();
        RegistrationCount empty = RegistrationCount.of(
                how, reporter, DeliveryReader.of(lookup.definitions()).withDay(day.day()));
        RegistrationCount since = recordsFrom == null ? empty : empty.withRecordsFrom(recordsFrom);
        RegistrationCount count = totalsTo == null ? since : since.withTotals();
        List<DeliveryReport> reports = deliveries.each(count::read);
        deliveries.checkTwice(SetReport.SameDelivery.among(reports));
        deliveries.sayFindings(reports, lookup, Audience.FILLER);
        deliveries.saySummary(reports);
        Checked<RegistrationCounter.Count> result = count.result();
        terminal.say(result.findings());
        boolean any = result.value().map(counted -> counted.registrations() > 0).orElse(false);
        if (!any) {
            terminal.say("count.none");
            return ExitCodes.ERRORS;
        }
        RegistrationCounter.Count counted = result.value().get();
        write(counted, how.format(), carrier);
        totals.ifPresent(file -> writeTotals(counted, how, lookup, file));
        terminal.say(
                "count.written",
                counted.registrations(),
                counted.table().size(),
                how.format().id(),
                output.required(),
                how.id());
        boolean good = reports.stream().allMatch(DeliveryReport::isGood)
                && result.findings().count(Severity.ERROR) == 0;
        return good ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    private Checked<ProtocolDefinition> protocol(Lookup lookup) {
        return protocol == null
                ? Checked.of(lookup.definitions().protocols().get(PROTOCOL), Findings.none())
                : inputs.read(
                        protocol,
                        (name, in) -> DefinitionReader.of(lookup.definitions()).readProtocol(name, in));
    }

    private void write(RegistrationCounter.Count counted, FormatDefinition format, Carrier carrier) {
        output.writeBytes(output.required(), out -> {
            try (RowWriter writer = DeliveryWriter.of(format, carrier, out)) {
                CountFile.write(counted, format, writer);
            }
        });
    }

    /**
     * Writes totals with everyone counted once in each stadsdeel and period, in the format for totals over the rows.
     */
    private void writeTotals(RegistrationCounter.Count counted, ProtocolDefinition how, Lookup lookup, Path file) {
        FormatDefinition format = lookup.definitions().formats().all().stream()
                .filter(one -> one.ownTotals()
                        .filter(totals -> totals.of().equals(how.format()))
                        .isPresent())
                .reduce((older, newer) -> newer)
                .orElseThrow(
                        () -> texts.wrong("count.totalsTo.none", how.format().id()));
        output.writeBytes(file, out -> {
            try (RowWriter writer = DeliveryWriter.of(format, output.carrier(file), out)) {
                CountFile.writeTotals(counted, how.protocol(), format, writer);
            }
        });
        terminal.say("count.totalsTo.written", counted.totals().size(), file);
    }
}
