package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.aggregation.OverlapLedger;
import nl.betekenisvolmeten.indicators.comparison.Comparer;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.comparison.Inference;
import nl.betekenisvolmeten.indicators.comparison.LeftOut;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.IndicatorComparability;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;
import nl.betekenisvolmeten.indicators.signal.SeriesCollector;
import nl.betekenisvolmeten.indicators.signal.SeriesPlan;
import nl.betekenisvolmeten.indicators.signal.SeriesPlan.TrendBreak;
import nl.betekenisvolmeten.indicators.table.LinkedConsumer;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts areas beside their city, with what chance and bounds leave open. */
@Command(name = "compare", mixinStandardHelpOptions = true, sortOptions = false)
final class CompareCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", descriptionKey = "files", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--level", required = true, descriptionKey = "compare.level", paramLabel = "stadsdeel|wijk")
    private String level = "";

    @Option(
            names = "--indicator",
            split = ",",
            splitSynopsisLabel = ",",
            descriptionKey = "compare.indicator",
            paramLabel = "ID")
    private List<String> indicators = List.of();

    @Option(
            names = {"--periode", "--period"},
            descriptionKey = "compare.period",
            paramLabel = "PERIOD")
    private @Nullable String period;

    @Option(names = "--population", descriptionKey = "compare.population", paramLabel = "FILE")
    private @Nullable Path population;

    @Mixin
    private ResearchOptions research = new ResearchOptions();

    @Mixin
    private ContextOption context = new ContextOption();

    @Option(names = "--export", descriptionKey = "compare.export", paramLabel = "table|tidy|package|signals|plots")
    private String export = Export.TABLE.word();

    @Option(
            names = "--trend-break",
            split = ",",
            splitSynopsisLabel = ",",
            descriptionKey = "compare.trendBreak",
            paramLabel = "PERIOD")
    private List<String> trendBreaks = List.of();

    @Option(
            names = {"-o", "--output"},
            descriptionKey = "compare.output",
            paramLabel = "FILE")
    private @Nullable Path output;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private OwnDefinitions own = new OwnDefinitions();

    private Definitions definitions = Definitions.bundled();

    private final Terminal terminal;
    private final Texts texts;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        PrintWriter err = terminal.err();
        checkOptions();
        definitions = own.read(output, terminal);
        List<Comparer> comparer = new ArrayList<>();
        List<SeriesCollector> collector = new ArrayList<>();
        Optional<ReportingContext> agreed = context.read(output, terminal);
        DeliverySet set = DeliverySet.of(DeliveryReader.of(definitions), Deliveries.sources(files, output, texts));
        SetReport read = Deliveries.readInto(
                agreed.map(set::withContext).orElse(set),
                format -> {
                    List<Indicator> wanted = comparable(format, set);
                    ComparisonPlan plan = plan(format, wanted);
                    comparer.add(plan.newComparer(
                            agreed.map(ReportingContext::overlaps).orElse(new OverlapLedger(List.of()))));
                    if (!export().needsSeries()) {
                        return comparer.get(0);
                    }
                    collector.add(SeriesPlan.of(plan.structure(), wanted, plan.level(), plan.population())
                            .withBreaks(breaks())
                            .newCollector());
                    return both(comparer.get(0), collector.get(0), plan.structure());
                },
                terminal);
        boolean errors = Deliveries.tellErrors(read.reports(), texts, err);
        if (comparer.isEmpty()) {
            err.println(texts.of("deliveries.none"));
            return ExitCodes.ERRORS;
        }
        Comparison result = comparer.get(0).result();
        ResultFindings.tell(result.findings(), texts, err);
        tellLeftOut(result.leftOut());
        if (result.rows().stream().allMatch(row -> row.numerator() instanceof CellValue.Missing)) {
            err.println(texts.of("compare.empty"));
        }
        if (result.rows().stream().anyMatch(row -> row.detail().inference() == Inference.REGISTER)) {
            err.println(texts.of("compare.register"));
        }
        err.println(texts.of("internal"));
        List<TrendBreak> found =
                read.context().map(known -> known.trendBreaks(level())).orElse(List.of());
        List<AreaSeries> series = new ArrayList<>();
        for (SeriesCollector one : collector) {
            Checked<List<AreaSeries>> made = one.result(found);
            made.value().ifPresent(series::addAll);
            ResultFindings.tell(made.findings(), texts, err);
        }
        InternalUse<Comparison> internal = InternalUse.of(result, "compare on the command line");
        export().write(new Exported(internal, series, read.context(), json), output, terminal);
        return errors ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    private void checkOptions() {
        level();
        period();
        breaks();
        research.check(texts);
        export().check(output, json, texts);
        if (!trendBreaks.isEmpty() && !export().needsSeries()) {
            throw new UsageException(texts.of("usage.onlyWith", "--trend-break", "--export signals, --export plots"));
        }
        if (export() == Export.PACKAGE && output == null) {
            throw new UsageException(texts.of("compare.export.where"));
        }
        if (export() == Export.PACKAGE) {
            Export.packageFiles(output).forEach(file -> Output.check(file, files, texts));
        }
    }

    /** One line for each reason. */
    private void tellLeftOut(List<LeftOut> leftOut) {
        Map<LeftOut.Reason, List<String>> byReason = new EnumMap<>(LeftOut.Reason.class);
        leftOut.forEach(left -> byReason.computeIfAbsent(left.reason(), any -> new ArrayList<>())
                .add(left.indicator().value()));
        byReason.forEach((reason, ids) -> terminal.err()
                .println(texts.of(
                        "compare.leftOut", String.join(", ", ids), texts.of("compare.leftOut." + reason.name()))));
    }

    private Export export() {
        return Export.find(export)
                .orElseThrow(() -> new UsageException(texts.of("usage.choice", "--export", Export.words(), export)));
    }

    private AreaLevel level() {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "stadsdeel" -> AreaLevel.STADSDEEL;
            case "wijk" -> AreaLevel.WIJK;
            default -> throw new UsageException(texts.of("compare.level.wrong", level));
        };
    }

    private Optional<Period> period() {
        return Optional.ofNullable(period).map(this::read);
    }

    private Period read(String text) {
        return Period.read(text)
                .map(Period.Read::period)
                .orElseThrow(() -> new UsageException(texts.of("compare.period.wrong", text)));
    }

    private List<TrendBreak> breaks() {
        return trendBreaks.stream().map(this::read).map(TrendBreak::everywhere).toList();
    }

    /** Both get the rows; series those up to and including the period asked for. */
    private Consumer<Observation> both(Comparer comparer, SeriesCollector collector, TableStructure structure) {
        int time = structure.timeIndex().orElseThrow();
        Optional<LocalDate> end = period().map(Period::lastDayInclusive);
        LinkedConsumer both = (row, delivered) -> {
            comparer.accept(row, delivered);
            boolean later = end.isPresent()
                    && Period.parseCode(row.code(time))
                            .filter(own -> own.lastDayInclusive().isAfter(end.get()))
                            .isPresent();
            if (!later) {
                collector.accept(row);
            }
        };
        return both;
    }

    private ComparisonPlan plan(FormatDefinition format, List<Indicator> wanted) {
        TableStructure structure = format.ruleSet().structure();
        if (structure.place(level()).isEmpty()) {
            throw new UsageException(texts.of("compare.level.none", format.id(), level));
        }
        Population inhabitants = population == null
                ? definitions.population("denhaag-inwoners").orElseThrow().population()
                : PopulationFile.read(population, output, structure, level(), terminal);
        ComparisonPlan plan = ComparisonPlan.of(structure, wanted, level(), inhabitants)
                .withConfidence(research.confidences(texts).get(0))
                .withOptions(research.options(PopulationFile.areas(structure), level(), texts));
        return period().map(plan::withPeriod).orElse(plan);
    }

    /** The indicators but those that do not mean the same in every version among the files, which are told. */
    private List<Indicator> comparable(FormatDefinition format, DeliverySet set) {
        List<Indicator> wanted = indicators(format);
        Map<IndicatorId, IndicatorComparability> not = set.notComparable(definitions.indicatorSets());
        DiffPage page = new DiffPage(texts, terminal.err());
        for (Indicator indicator : wanted) {
            IndicatorComparability judged = not.get(indicator.id());
            if (judged != null) {
                terminal.err().println(texts.of("compare.notComparable", indicator.id(), page.reasonsInWords(judged)));
            }
        }
        return wanted.stream()
                .filter(indicator -> !not.containsKey(indicator.id()))
                .toList();
    }

    private List<Indicator> indicators(FormatDefinition format) {
        List<Indicator> all = Indicators.fedBy(format, definitions);
        if (indicators.isEmpty()) {
            return all;
        }
        return indicators.stream()
                .map(String::strip)
                .distinct()
                .map(id -> find(id, all))
                .toList();
    }

    private Indicator find(String id, List<Indicator> all) {
        return all.stream()
                .filter(indicator -> IndicatorId.isValid(id) && indicator.id().equals(IndicatorId.of(id)))
                .findFirst()
                .orElseThrow(() -> new UsageException(texts.of(
                        "compare.noIndicator",
                        id,
                        String.join(
                                ", ", all.stream().map(one -> one.id().value()).toList()))));
    }
}
