package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.PartedSource;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.report.ExplanationTemplate;
import nl.betekenisvolmeten.indicators.formats.report.ReportKind;
import nl.betekenisvolmeten.indicators.formats.report.ReportSettings;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.table.BatchConsumer;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks deliveries and reports what is wrong. */
@Command(name = "validate", mixinStandardHelpOptions = true, sortOptions = false, addMethodSubcommands = false)
final class ValidateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", descriptionKey = "validate.files", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--format", descriptionKey = "validate.format", paramLabel = "ID[@VERSION]")
    private @Nullable String format;

    @Option(names = "--leniency", descriptionKey = "validate.leniency", paramLabel = "STRICT|STANDARD|LENIENT")
    private Leniency leniency = Leniency.STANDARD;

    @Option(names = "--previous", descriptionKey = "validate.previous", paramLabel = "FILE")
    private @Nullable Path previous;

    @Option(
            names = "--report",
            descriptionKey = "validate.report",
            paramLabel = "text|json|html|sarif|junit",
            split = ",",
            splitSynopsisLabel = ",")
    private List<ReportKind> reports = List.of();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--audience", descriptionKey = "validate.audience", paramLabel = "filler|it|clerk")
    private Audience audience = Audience.FILLER;

    @Option(names = "--accepted", descriptionKey = "validate.accepted", paramLabel = "FILE")
    private @Nullable Path accepted;

    @Option(names = "--explain-template", descriptionKey = "validate.explainTemplate", paramLabel = "FILE")
    private @Nullable Path template;

    @Option(names = "--max-findings", descriptionKey = "validate.maxFindings", paramLabel = "N")
    private int maxFindings = ReadLimits.withDefaults().findings();

    @Option(
            names = {"-o", "--output"},
            descriptionKey = "validate.output",
            paramLabel = "FILE")
    private @Nullable Path output;

    @Mixin
    private OwnDefinitions own = new OwnDefinitions();

    private final Terminal terminal;
    private final Texts texts;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        if (maxFindings < 0) {
            throw new UsageException(texts.of("validate.maxFindings.negative", maxFindings));
        }
        ReportFiles targets = ReportFiles.of(kinds(), output, texts);
        if (previous != null && files.size() > 1) {
            throw new UsageException(texts.of("validate.previous.one"));
        }
        // who names a format means that one, also where a workbook holds more
        Map<Path, PartedSource> accounts = Accounts.among(files, format == null);
        List<Path> single =
                files.stream().filter(file -> !accounts.containsKey(file)).toList();
        if (!accounts.isEmpty()) {
            checkNoAccount("--format", format);
            checkNoAccount("--previous", previous);
            checkNoAccount("--accepted", accepted);
            checkNoAccount("--explain-template", template);
        }
        Explanations explanations = new Explanations(single, accepted, texts);
        List<DeliverySource> sources = Deliveries.sources(single, template, texts);
        Definitions definitions = own.read(output, terminal);
        DeliveryReader reader = reader(definitions);
        targets.check(inputs(single, accounts.keySet()), texts);
        targets.check(explanations.paths(), texts);
        checkTemplate(explanations);
        List<CheckedDelivery> checked = new ArrayList<>(explanations.apply(
                Deliveries.read(sources, reader, (source, any) -> BatchConsumer.ofNothing()), definitions));
        checked.addAll(Accounts.read(accounts, definitions, leniency, maxFindings));
        ReportSettings settings = ReportSettings.of(Version.text(), texts.language(), audience);
        if (template != null) {
            Output.write(template, terminal, out -> ExplanationTemplate.write(checked.get(0), settings, out));
        }
        targets.write(checked, settings, terminal);
        return checked.stream().allMatch(CheckedDelivery::isGood) ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    /** The forms of the report, in the order in which they are asked for. */
    private List<ReportKind> kinds() {
        if (!json) {
            return reports.isEmpty()
                    ? List.of(ReportKind.TEXT)
                    : reports.stream().distinct().toList();
        }
        if (!reports.isEmpty()) {
            throw new UsageException(texts.of("usage.together", "--json", "--report"));
        }
        return List.of(ReportKind.JSON);
    }

    /** What is about one delivery says nothing of one of several parts. */
    private void checkNoAccount(String option, @Nullable Object given) {
        if (given != null) {
            throw new UsageException(texts.of("validate.notOfAccount", option));
        }
    }

    /** The files that are read: no report may be one of them. */
    private List<Path> inputs(List<Path> single, Set<Path> accounts) {
        List<Path> inputs = new ArrayList<>(single);
        inputs.addAll(Accounts.inputs(accounts));
        if (previous != null) {
            inputs.add(previous);
        }
        return inputs;
    }

    /** A template is of one delivery, and never takes the place of what somebody filled in. */
    private void checkTemplate(Explanations explanations) {
        if (template == null) {
            return;
        }
        if (files.size() > 1) {
            throw new UsageException(texts.of("validate.explainTemplate.one"));
        }
        Output.check(template, explanations.paths(), texts);
    }

    private DeliveryReader reader(Definitions definitions) {
        DeliveryReader reader = DeliveryReader.of(definitions)
                .withLeniency(leniency)
                .withLimits(ReadLimits.withDefaults().withFindings(maxFindings));
        if (previous != null) {
            reader = reader.withPrevious(
                    Deliveries.sources(List.of(previous), template, texts).get(0));
        }
        return format == null
                ? reader
                : reader.withFormat(FormatNames.find(format, definitions, texts).id());
    }
}
