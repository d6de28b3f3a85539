package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.aggregation.AreaConversion;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.LedgerAggregator;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.AreaYears;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.output.ResultTables;
import nl.betekenisvolmeten.indicators.model.AreaChanges;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds up deliveries, each measure as its nature allows. */
@Command(name = "aggregate")
final class AggregateCommand extends Subcommand {

    @Mixin
    private final Deliveries.AtLeastOne files = new Deliveries.AtLeastOne(this);

    @Option(names = "--by", required = true, split = ",", descriptionKey = "aggregate.by", paramLabel = "COLUMN")
    private List<String> by = List.of();

    @Option(names = "--measure", split = ",", descriptionKey = "aggregate.measure", paramLabel = "MEASURE")
    private List<String> measures = List.of();

    @Mixin
    private final IndicatorOption named = new IndicatorOption(this);

    @Mixin
    private final WhereOption where = new WhereOption(this);

    @Mixin
    private final MissingOptions missing = new MissingOptions(this);

    @Mixin
    private final TotalsOption delivered = new TotalsOption(this);

    @Mixin
    private final PopulationOption population = new PopulationOption(this);

    @Mixin
    private final OrganisationsOption organisations = new OrganisationsOption(this);

    @Mixin
    private final ContextOption context = new ContextOption(this);

    @Option(names = "--areas-of", descriptionKey = "aggregate.areasOf", paramLabel = "YEAR")
    private @Nullable Integer areasOf;

    @Mixin
    private final DescribeOption describe = new DescribeOption();

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    @Mixin
    private final ResultOutput output = new ResultOutput(terminal);

    AggregateCommand(Terminal terminal) {
        super(terminal);
    }

    /** The totals that rows are added to. */
    private record Totals(
            FormatDefinition format, AggregationPlan plan, LedgerAggregator aggregator, IndicatorTotals indicators) {}

    @Override
    public Integer call() {
        if (describe.isAsked()) {
            return describe();
        }
        Kind kind = output.ofTable(Kind.CSV, Kind.JSON, Kind.SDMX);
        Lookup lookup = own.read();
        Optional<ReportingContext> agreed = context.read(lookup);
        Deliveries deliveries = delivered.withOrCompared(files.open(), lookup);
        DeliverySet set = deliveries.set(lookup, agreed);
        Organisations organised = organisations.read(lookup);
        Optional<Totals> totals = deliveries
                .format(set)
                .map(format -> totals(
                        format,
                        organised.with(format.ruleSet().structure()),
                        indicators(format, set, lookup),
                        agreed.map(ReportingContext::agreed)
                                .orElse(Agreed.NOTHING)
                                .withNotComparable(set.otherMeasures())));
        SetReport read = deliveries.read(
                set,
                totals.map(one -> organised.around(one.format().ruleSet().structure(), one.aggregator()))
                        .orElseGet(RowTaker::ofNothing));
        boolean errors = deliveries.sayErrors(read);
        if (totals.isEmpty()) {
            terminal.say("deliveries.none");
            return ExitCodes.ERRORS;
        }
        write(totals.get(), read.context(), kind);
        return errors ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    /** Prints what the columns mean, those of any column or measure if none is named; returns the exit code. */
    private int describe() {
        List<String> columns = by.isEmpty() ? List.of("COLUMN") : by;
        List<String> figures = new ArrayList<>(measures);
        figures.addAll(named.ids());
        if (figures.isEmpty()) {
            figures.add("MEASURE");
        }
        return DescribeOption.print(
                output.isNamed(Kind.SDMX) ? ResultTables.sdmx(columns) : ResultTables.totals(columns, figures),
                terminal);
    }

    private void write(Totals totals, Optional<ContextReport> context, Kind kind) {
        AreaConversion.Converted converted = result(totals, context);
        ResultTable result =
                totals.indicators().in(converted.table(), totals.plan().structure());
        terminal.say(result.findings());
        converted
                .estimates()
                .forEach(one ->
                        terminal.say("aggregate.estimate", one.series(), String.join(", ", one.key()), one.value()));
        TotalsComparison comparison =
                delivered.compare(result, totals.plan(), totals.format().ruleSet());
        terminal.say(comparison.findings());
        TotalsOutput written = new TotalsOutput(
                new AreaConversion.Converted(result, converted.estimates()), comparison, context, totals.format());
        if (written.isIncomplete()) {
            terminal.say("aggregate.missing." + result.missing().code());
        }
        terminal.say("internal");
        written.write(kind, output);
    }

    /** Returns the totals with the agreements about reports and areas applied. */
    private AreaConversion.Converted result(Totals totals, Optional<ContextReport> report) {
        ResultTable covered = report.map(known -> totals.aggregator().result(known.coverage(totals.plan())))
                .orElseGet(totals.aggregator()::result);
        Integer year = areasOf;
        if (year == null) {
            return new AreaConversion.Converted(covered, List.of());
        }
        List<AreaChanges> changes =
                report.map(known -> known.context().areaChanges()).orElse(List.of());
        try {
            return AreaYears.convert(covered, totals.plan(), changes, year);
        } catch (IllegalArgumentException e) {
            String unnamed = unnamed(covered, changes, year);
            throw unnamed.isEmpty()
                    ? texts.wrong("aggregate.areasOf.wrong", year.toString())
                    : texts.wrong("aggregate.areasOf.unnamed", year.toString(), unnamed);
        }
    }

    /**
     * Returns the areas with figures that lie in an area of the year, but are not declared to be one of its old areas.
     */
    private static String unnamed(ResultTable table, List<AreaChanges> changes, int year) {
        List<AreaChanges> to = changes.stream()
                .filter(change -> change.to().equals(Integer.toString(year)))
                .toList();
        return table.rows().stream()
                .flatMap(row -> row.key().stream())
                .flatMap(text -> AreaCode.parse(text).stream())
                .filter(area -> to.stream()
                        .anyMatch(change -> change.partsOf(area).keySet().stream()
                                .anyMatch(part -> !change.sourcesOf(part).contains(area))))
                .map(AreaCode::value)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Returns the indicators asked for; rates per inhabitants are not totals of rows. */
    private List<Indicator> indicators(FormatDefinition format, DeliverySet set, Lookup lookup) {
        if (!named.isGiven()) {
            return List.of();
        }
        List<Indicator> all = named.among(lookup.indicatorsFedBy(format, set), lookup);
        String perInhabitant = all.stream()
                .filter(one -> one.formula() instanceof Formula.PopulationRate)
                .map(one -> one.id().value())
                .collect(Collectors.joining(", "));
        if (!perInhabitant.isEmpty()) {
            terminal.say("aggregate.perInhabitant", perInhabitant);
        }
        return all.stream()
                .filter(one -> !(one.formula() instanceof Formula.PopulationRate))
                .toList();
    }

    private Totals totals(FormatDefinition format, TableStructure structure, List<Indicator> indicators, Agreed known) {
        IndicatorTotals added =
                new IndicatorTotals(indicators, where.read(format, structure), measures.isEmpty() && named.isGiven());
        AggregationPlan plan = plan(format, structure, added).with(known);
        return new Totals(format, plan, LedgerAggregator.of(plan, known.overlaps()), added);
    }

    private AggregationPlan plan(FormatDefinition format, TableStructure structure, IndicatorTotals indicators) {
        Groupings groupings = new Groupings(format, structure, texts);
        // a blank after a comma is no part of a name
        List<Grouping> wanted =
                by.stream().map(String::strip).distinct().map(groupings::of).toList();
        AggregationPlan plan = AggregationPlan.by(structure).withGroupings(wanted);
        if (!measures.isEmpty()) {
            plan = plan.withSeries(measures.stream()
                    .map(String::strip)
                    .distinct()
                    .<Series>map(name -> series(name, structure))
                    .toList());
        }
        plan = plan.withSeries(indicators.with(plan.series()));
        AggregationPlan complete = plan.withMissing(missing.policy(plan));
        return population
                .read(() -> Lookup.areas(structure), AreaLevel.STADSDEEL)
                .map(complete::withPopulation)
                .orElse(complete);
    }

    private Series series(String name, TableStructure structure) {
        if (!ColumnName.isValid(name)
                || structure.measureIndex(ColumnName.of(name)).isEmpty()) {
            throw texts.unknown(
                    "aggregate.noMeasure",
                    name,
                    structure.measures().stream().map(m -> m.name().value()).toList());
        }
        return Series.Total.of(ColumnName.of(name));
    }
}
