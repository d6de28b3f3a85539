package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.AreaConversion;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.LedgerAggregator;
import nl.betekenisvolmeten.indicators.aggregation.OverlapLedger;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.AreaYears;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonResults;
import nl.betekenisvolmeten.indicators.formats.output.ResultTables;
import nl.betekenisvolmeten.indicators.formats.output.SdmxCsv;
import nl.betekenisvolmeten.indicators.model.AreaChanges;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.TotalsBeside;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds up deliveries, each measure as its nature allows. */
@Command(name = "aggregate", mixinStandardHelpOptions = true, sortOptions = false)
final class AggregateCommand implements Callable<Integer> {

    private static final OverlapLedger NO_OVERLAPS = new OverlapLedger(List.of());

    @Parameters(arity = "1..*", descriptionKey = "files", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(
            names = "--by",
            required = true,
            split = ",",
            splitSynopsisLabel = ",",
            descriptionKey = "aggregate.by",
            paramLabel = "COLUMN")
    private List<String> by = List.of();

    @Option(
            names = "--measure",
            split = ",",
            splitSynopsisLabel = ",",
            descriptionKey = "aggregate.measure",
            paramLabel = "MEASURE")
    private List<String> measures = List.of();

    @Option(names = "--population", descriptionKey = "aggregate.population", paramLabel = "FILE")
    private @Nullable Path population;

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Mixin
    private ContextOption context = new ContextOption();

    @Option(names = "--areas-of", descriptionKey = "aggregate.areasOf", paramLabel = "YEAR")
    private @Nullable Integer areasOf;

    @Option(
            names = {"-o", "--output"},
            descriptionKey = "aggregate.output",
            paramLabel = "FILE")
    private @Nullable Path output;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private DescribeOption describe = new DescribeOption();

    @Mixin
    private OwnDefinitions own = new OwnDefinitions();

    private final Terminal terminal;
    private final Texts texts;

    AggregateCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        if (describe.isAsked()) {
            return describe();
        }
        PrintWriter err = terminal.err();
        checkOutput();
        Definitions definitions = own.read(output, terminal);
        List<LedgerAggregator> aggregator = new ArrayList<>();
        List<AggregationPlan> plans = new ArrayList<>();
        List<FormatDefinition> formats = new ArrayList<>();
        Optional<ReportingContext> agreed = context.read(output, terminal);
        DeliverySet set = DeliverySet.of(DeliveryReader.of(definitions), Deliveries.sources(files, output, texts));
        SetReport read = Deliveries.readInto(
                agreed.map(set::withContext).orElse(set),
                format -> {
                    formats.add(format);
                    plans.add(plan(format.ruleSet().structure(), agreed));
                    aggregator.add(LedgerAggregator.of(
                            plans.get(0), agreed.map(ReportingContext::overlaps).orElse(NO_OVERLAPS)));
                    return aggregator.get(0);
                },
                terminal);
        boolean errors = Deliveries.tellErrors(read.reports(), texts, err);
        if (aggregator.isEmpty()) {
            err.println(texts.of("deliveries.none"));
            return ExitCodes.ERRORS;
        }
        AreaConversion.Converted converted = result(aggregator.get(0), plans.get(0), read.context());
        ResultTable result = converted.table();
        ResultFindings.tell(result.findings(), texts, err);
        converted
                .estimates()
                .forEach(one -> err.println(texts.of(
                        "aggregate.estimate",
                        one.series(),
                        String.join(", ", one.key()),
                        one.value().toPlainString())));
        TotalsBeside beside = policy.beside(result, plans.get(0), formats.get(0).ruleSet(), output, texts);
        ResultFindings.tell(beside.findings(), texts, err);
        err.println(texts.of("aggregate.missing." + result.missing().code()));
        InternalUse<ResultTable> internal = InternalUse.of(result, "aggregate on the command line");
        err.println(texts.of("internal"));
        if (SdmxOutput.isAsked(output)) {
            Output.write(
                    output, terminal, out -> SdmxCsv.write(internal, SdmxOutput.dataflow(formats.get(0), by()), out));
        } else {
            Output.writeTable(
                    output,
                    json,
                    terminal,
                    out -> {
                        if (read.context().isPresent()) {
                            JsonResults.write(internal, beside, read.context().get(), converted.estimates(), out);
                        } else {
                            JsonResults.write(internal, beside, out);
                        }
                    },
                    out -> CsvResults.write(internal, beside, out));
        }
        return errors ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    /** What the columns mean; where none is named, of any column or measure. */
    private int describe() {
        List<String> columns = by().isEmpty() ? List.of("COLUMN") : by();
        List<String> figures = measures.isEmpty() ? List.of("MEASURE") : measures;
        return DescribeOption.print(
                SdmxOutput.isAsked(output) ? ResultTables.sdmx(columns) : ResultTables.totals(columns, figures),
                terminal);
    }

    private void checkOutput() {
        Output.checkEnding(output, json ? List.of(".json") : List.of(".csv", ".json"), texts);
    }

    /** The columns as they are meant: a blank after a comma is no part of a name. */
    private List<String> by() {
        return by.stream().map(String::strip).distinct().toList();
    }

    /** The totals with what was agreed about reports and areas. */
    private AreaConversion.Converted result(
            LedgerAggregator totals, AggregationPlan plan, Optional<ContextReport> report) {
        ResultTable covered =
                report.map(known -> totals.result(known.coverage(plan))).orElseGet(totals::result);
        Integer year = areasOf;
        if (year == null) {
            return new AreaConversion.Converted(covered, List.of());
        }
        List<AreaChanges> changes =
                report.map(known -> known.context().areaChanges()).orElse(List.of());
        try {
            return AreaYears.convert(covered, plan, changes, year);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    texts.of("aggregate.areasOf.wrong", year.toString(), String.valueOf(e.getMessage())));
        }
    }

    private AggregationPlan plan(TableStructure structure, Optional<ReportingContext> agreed) {
        Groupings groupings = new Groupings(structure, texts);
        List<Grouping> wanted = by().stream().map(groupings::of).toList();
        AggregationPlan plan = AggregationPlan.by(structure).withGroupings(wanted);
        if (!measures.isEmpty()) {
            plan = plan.withSeries(measures.stream()
                    .map(String::strip)
                    .distinct()
                    .<Series>map(name -> series(name, structure))
                    .toList());
        }
        plan = plan.withMissing(policy.missing(plan, texts))
                .withSuccessions(agreed.map(ReportingContext::successions).orElse(List.of()));
        return population == null
                ? plan
                : plan.withPopulation(
                        PopulationFile.read(population, output, structure, AreaLevel.STADSDEEL, terminal));
    }

    private Series series(String name, TableStructure structure) {
        if (!ColumnName.isValid(name)
                || structure.measureIndex(ColumnName.of(name)).isEmpty()) {
            String known = String.join(
                    ", ",
                    structure.measures().stream().map(m -> m.name().value()).toList());
            throw new UsageException(texts.of("aggregate.noMeasure", name, known));
        }
        return Series.Total.of(ColumnName.of(name));
    }
}
