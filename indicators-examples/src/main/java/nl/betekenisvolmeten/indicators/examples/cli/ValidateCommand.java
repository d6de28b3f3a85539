package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.delivery.PartedSource;
import nl.betekenisvolmeten.indicators.formats.form.DeliveryWorkbook;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery;
import nl.betekenisvolmeten.indicators.formats.report.ReportKind;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks deliveries and reports what is wrong. */
@Command(name = "validate")
final class ValidateCommand extends Subcommand {

    private static final String NAME = "bevindingen";

    /** Maximum number of rows in a sheet. */
    private static final int MOST_REPAIRS = 1_000_000;

    private static final FindingCode UNKNOWN = FindingCode.of("TF-S07");

    @Parameters(arity = "1..*", descriptionKey = "files", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--format", descriptionKey = "validate.format", paramLabel = "ID[@VERSION]")
    private @Nullable String format;

    @Option(names = "--leniency", descriptionKey = "validate.leniency", paramLabel = "STRICT|STANDARD|LENIENT")
    private Leniency leniency = Leniency.STANDARD;

    @Option(names = "--previous", descriptionKey = "validate.previous", paramLabel = "FILE")
    private @Nullable Path previous;

    @Option(names = "--report", descriptionKey = "report", paramLabel = "text|json|html|sarif|junit", split = ",")
    private List<ReportKind> reports = List.of();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--audience", descriptionKey = "validate.audience", paramLabel = "filler|it|clerk")
    private Audience audience = Audience.FILLER;

    @Option(names = "--accepted", descriptionKey = "validate.accepted", paramLabel = "FILE")
    private @Nullable Path accepted;

    @Option(names = "--explain-template", descriptionKey = "validate.explainTemplate", paramLabel = "FILE")
    private @Nullable Path template;

    @Mixin
    private final DayOption day = new DayOption();

    @Option(names = "--max-findings", descriptionKey = "validate.maxFindings", paramLabel = "N")
    private int maxFindings = ReadLimits.withDefaults().findings();

    @Option(names = "--marked", descriptionKey = "validate.marked", paramLabel = "FILE.xlsx")
    private @Nullable Path marked;

    @Option(names = "--repair", descriptionKey = "validate.repair", paramLabel = "FILE.xlsx")
    private @Nullable Path repair;

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    @Mixin
    private final MappingOption mapping = new MappingOption(terminal, inputs);

    @Mixin
    private final ContextOption context = new ContextOption(this);

    @Mixin
    private final Output output = new Output(terminal);

    ValidateCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        checkOptions();
        Map<ReportKind, Optional<Path>> targets = targets();
        Lookup lookup = own.read();
        List<Path> given = files.stream().map(inputs::copied).toList();
        Optional<ReportingContext> agreed = context.read(lookup);
        Accounts accounts =
                new Accounts(lookup, agreed.map(ReportingContext::agreements).orElse(List.of()));
        // who names a format means that one, also where a workbook holds more
        Map<Path, PartedSource> parted = accounts.among(given, format == null);
        List<Path> single =
                given.stream().filter(file -> !parted.containsKey(file)).toList();
        if (!parted.isEmpty()) {
            checkNoAccount();
        }
        Deliveries deliveries = new Deliveries(this).of(single);
        Explanations explanations = new Explanations(single, accepted, this);
        claim(targets, Accounts.inputs(parted.keySet()), explanations.paths());
        List<DeliveryReport> found = deliveries.read(reader(lookup, agreed), OpenedDelivery::validate);
        List<CheckedDelivery> checked = new ArrayList<>(explanations.apply(found, lookup.definitions()));
        checked.addAll(accounts.read(parted, leniency, maxFindings));
        ReportKind.Settings settings = ReportKind.Settings.of(Version.text(), texts.language(), audience)
                .withDay(day.day());
        if (template != null) {
            output.write(template, out -> checked.get(0).writeExplanationTemplate(settings, day.day(), out));
        }
        targets.forEach((kind, target) -> output.write(target.orElse(null), out -> kind.write(checked, settings, out)));
        if (!workbooks().isEmpty()) {
            new Workbooks(terminal, output)
                    .write(
                            marked,
                            repair,
                            workbook(deliveries, found.get(0), lookup),
                            () -> workbook(
                                    deliveries,
                                    reader(lookup, agreed)
                                            .withLeniency(Leniency.STANDARD)
                                            .withLimits(
                                                    ReadLimits.withDefaults().withFindings(MOST_REPAIRS))
                                            .validate(deliveries.sources().get(0)),
                                    lookup));
        }
        deliveries.saySummary(found);
        found.stream()
                .filter(report -> report.format().isEmpty() && report.findings().count(UNKNOWN) > 0)
                .findFirst()
                .ifPresent(report -> terminal.say("validate.unknown", report.source()));
        return checked.stream().allMatch(CheckedDelivery::isGood) ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    private DeliveryWorkbook workbook(Deliveries deliveries, DeliveryReport report, Lookup lookup) {
        DeliverySource source = deliveries.sources().get(0);
        return mapping.read(lookup)
                .map(how -> DeliveryWorkbook.of(source, report, lookup.definitions(), how))
                .orElseGet(() -> DeliveryWorkbook.of(source, report, lookup.definitions()));
    }

    private void checkOptions() {
        if (maxFindings < 0) {
            throw texts.wrong("validate.maxFindings.negative", maxFindings);
        }
        if (json && !reports.isEmpty()) {
            throw texts.wrong("usage.together", "--json", "--report");
        }
        if (previous != null && files.size() > 1) {
            throw texts.wrong("validate.previous.one");
        }
        if (template != null && files.size() > 1) {
            throw texts.wrong("validate.explainTemplate.one");
        }
        for (Path workbook : workbooks()) {
            output.ending(workbook, List.of(".xlsx"));
            if (files.size() > 1) {
                throw texts.wrong("validate.workbook.one");
            }
        }
        if (marked != null && marked.equals(repair)) {
            throw texts.wrong("usage.together", "--marked", "--repair");
        }
    }

    private List<Path> workbooks() {
        return Stream.of(Optional.ofNullable(marked), Optional.ofNullable(repair))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Returns where each report goes. A single report goes to the screen or to the named file, whose extension says
     * what it is. Several reports go to files with one name and different extensions; in a folder they are called
     * bevindingen.json and so on.
     */
    private Map<ReportKind, Optional<Path>> targets() {
        List<ReportKind> asked =
                json ? List.of(ReportKind.JSON) : reports.stream().distinct().toList();
        Path path = output.file;
        if (path == null) {
            if (asked.size() > 1) {
                throw texts.wrong("validate.report.several");
            }
            return Map.of(asked.stream().findFirst().orElse(ReportKind.TEXT), Optional.empty());
        }
        boolean folder = Files.isDirectory(path);
        boolean several = asked.size() > 1;
        Optional<ReportKind> named = folder || (several && !isReport(path)) ? Optional.empty() : named(path);
        if (several && named.isPresent()) {
            throw texts.wrong("output.stem", path);
        }
        if (named.isPresent() && !asked.isEmpty() && !asked.contains(named.get())) {
            ReportKind kind = asked.get(0);
            throw texts.wrong("output.mismatch", path, "--report " + word(kind), "." + kind.extension());
        }
        List<ReportKind> kinds = asked.isEmpty() ? List.of(named.orElse(ReportKind.TEXT)) : asked;
        Map<ReportKind, Optional<Path>> targets = new LinkedHashMap<>();
        for (ReportKind kind : kinds) {
            String name = folder ? NAME : String.valueOf(path.getFileName());
            String ending = folder || several ? "." + kind.extension() : "";
            targets.put(kind, Optional.of(folder ? path.resolve(name + ending) : path.resolveSibling(name + ending)));
        }
        return targets;
    }

    private static boolean isReport(Path path) {
        return Stream.of(ReportKind.values()).anyMatch(kind -> path.toString().endsWith("." + kind.extension()));
    }

    private Optional<ReportKind> named(Path path) {
        List<ReportKind> kinds = List.of(ReportKind.values());
        String ending = output.ending(
                path, kinds.stream().map(kind -> "." + kind.extension()).toList());
        return kinds.stream()
                .filter(kind -> ending.equals("." + kind.extension()))
                .findFirst();
    }

    private static String word(ReportKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Checks that no report overwrites a file that is read: a part of an account, or explanations found next to it. */
    private void claim(
            Map<ReportKind, Optional<Path>> targets, Collection<Path> accounts, Collection<Path> explanations) {
        List<Path> written = new ArrayList<>(
                targets.values().stream().flatMap(Optional::stream).toList());
        Stream.ofNullable(template).forEach(written::add);
        written.addAll(workbooks());
        for (Path path : written) {
            output.checkNotRead(path, accounts);
            output.checkNotRead(path, explanations);
            output.claim(path);
        }
    }

    /** Refuses options for a single delivery, which do not apply to an account of several parts. */
    private void checkNoAccount() {
        Map<String, Object> given = new LinkedHashMap<>();
        Stream.ofNullable(format).forEach(value -> given.put("--format", value));
        Stream.ofNullable(previous).forEach(value -> given.put("--previous", value));
        Stream.ofNullable(accepted).forEach(value -> given.put("--accepted", value));
        Stream.ofNullable(template).forEach(value -> given.put("--explain-template", value));
        Stream.ofNullable(marked).forEach(value -> given.put("--marked", value));
        Stream.ofNullable(repair).forEach(value -> given.put("--repair", value));
        given.keySet().stream().findFirst().ifPresent(option -> {
            throw texts.wrong("validate.notOfAccount", option);
        });
    }

    private DeliveryReader reader(Lookup lookup, Optional<ReportingContext> agreed) {
        DeliveryReader reader = DeliveryReader.of(lookup.definitions())
                .withLeniency(leniency)
                .withDay(day.day())
                .withLimits(ReadLimits.withDefaults().withFindings(maxFindings));
        if (previous != null) {
            DeliverySource before = inputs.source(previous);
            DeliveryReader plain = reader;
            reader = agreed.map(known -> plain.withPrevious(before, known)).orElseGet(() -> plain.withPrevious(before));
        }
        DeliveryReader mapped = mapping.on(reader, lookup);
        return format == null ? mapped : mapped.withFormat(lookup.format(format).id());
    }
}
