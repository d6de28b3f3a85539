package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.form.NeedReader;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonResults;
import nl.betekenisvolmeten.indicators.formats.output.ResultSheet;
import nl.betekenisvolmeten.indicators.formats.output.ResultTables;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.need.NeedBudget;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ranks areas by need, with a budget and reach. */
@Command(name = "need")
final class NeedCommand extends Subcommand {

    private static final int CENTS = 2;

    @Mixin
    private final Deliveries.Any files = new Deliveries.Any(this);

    @Option(names = "--characteristics", required = true, descriptionKey = "need.characteristics", paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init") // required
    private Path characteristics;

    @Option(names = "--weights", required = true, descriptionKey = "need.weights", paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init") // required
    private Path weights;

    @Option(names = "--budget", descriptionKey = "need.budget", paramLabel = "FILE")
    private @Nullable Path budget;

    @Option(names = "--total", descriptionKey = "need.total", paramLabel = "EURO")
    private @Nullable BigDecimal total;

    @Option(names = "--factor", descriptionKey = "need.factor", paramLabel = "N")
    private double factor = 1.5;

    @Option(names = "--measure", descriptionKey = "need.measure", paramLabel = "MEASURE")
    private String measure = "unieke_deelnemers";

    @Mixin
    private final PeriodOption period = new PeriodOption(this);

    @Mixin
    private final PopulationOption population = new PopulationOption(this);

    @Mixin
    private final ContextOption context = new ContextOption(this);

    @Mixin
    private final DescribeOption describe = new DescribeOption();

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    @Mixin
    private final ResultOutput output = new ResultOutput(terminal);

    NeedCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        if (describe.isAsked()) {
            return DescribeOption.print(ResultTables.need(List.of("CHARACTERISTIC")), terminal);
        }
        Kind kind = output.ofTable(Kind.CSV, Kind.JSON);
        checkOptions();
        Lookup lookup = own.read();
        Definitions definitions = lookup.definitions();
        FormFiles forms = new FormFiles(this);
        List<NeedRanking.Weight> chosen = forms.read(weights, NeedReader.of(definitions)::weights);
        List<NeedRanking.Fact> facts = forms.read(characteristics, NeedReader.of(definitions)::facts);
        if (chosen.isEmpty() || facts.isEmpty()) {
            return ExitCodes.ERRORS;
        }
        NeedRanking ranking = NeedRanking.of(chosen, facts);
        terminal.say(ranking.findings());
        AreaLevel level = facts.get(0).area().level();
        Population people = population
                .read(lookup::areas, level)
                .orElseGet(() -> lookup.inhabitants().population());
        Optional<NeedBudget> spread = Optional.ofNullable(budget)
                .map(file -> spread(file, NeedReader.of(definitions), forms, ranking, people));
        Reach reach = reach(ranking, level, people, lookup);
        NeedRanking.Report report = new NeedRanking.Report(ranking, spread, reach.result());
        terminal.say("internal");
        InternalUse<NeedRanking.Report> internal = InternalUse.of(report, texts.of("purpose", "need"));
        output.write(
                kind,
                () -> ResultSheet.ofNeed(internal),
                out -> CsvResults.writeNeed(internal, out),
                out -> JsonResults.writeNeed(internal, out),
                page -> new NeedPage(terminal, page, lookup).write(report));
        boolean errors = forms.errors() || reach.errors() || ranking.findings().hasErrors();
        return errors ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    private void checkOptions() {
        period.read();
        if (!(factor >= 1) || Double.isInfinite(factor)) {
            throw texts.wrong("need.factor.wrong", Double.toString(factor));
        }
        if (total != null && (total.signum() < 0 || budget == null)) {
            throw texts.wrong("need.total.wrong");
        }
        if (!ColumnName.isValid(measure)) {
            throw texts.wrong("explain.wrong.MEASURE", measure);
        }
    }

    private NeedBudget spread(Path file, NeedReader reader, FormFiles forms, NeedRanking ranking, Population people) {
        Map<AreaCode, Long> today = new TreeMap<>();
        forms.read(file, source -> reader.budgets(source).map(amounts -> List.copyOf(amounts.entrySet())))
                .forEach(entry -> today.put(entry.getKey(), entry.getValue()));
        NeedBudget made = total == null
                ? NeedBudget.of(ranking, today, people, factor)
                : NeedBudget.of(ranking, today, people, factor, cents(total));
        terminal.say(made.findings());
        return made;
    }

    private static long cents(BigDecimal euros) {
        return euros.setScale(CENTS, RoundingMode.HALF_UP).movePointRight(CENTS).longValueExact();
    }

    private record Reach(Optional<NeedReach> result, boolean errors) {}

    private Reach reach(NeedRanking ranking, AreaLevel level, Population people, Lookup lookup) {
        Optional<ReportingContext> agreed = context.read(lookup);
        if (files.isEmpty()) {
            return new Reach(Optional.empty(), false);
        }
        Deliveries deliveries = files.open();
        DeliverySet set = deliveries.set(lookup, agreed);
        Optional<NeedReach.Collector> collector = deliveries.format(set).map(format -> collector(format, level));
        SetReport read =
                deliveries.read(set, collector.<RowTaker>map(one -> one).orElseGet(RowTaker::ofNothing));
        boolean errors = deliveries.sayErrors(read);
        return new Reach(
                collector.map(one -> NeedReach.of(
                        ranking,
                        read.context()
                                .map(known -> one.result(known.coverage(one.plan())))
                                .orElseGet(one::result),
                        people)),
                errors);
    }

    private NeedReach.Collector collector(FormatDefinition format, AreaLevel level) {
        try {
            NeedReach.Collector all =
                    NeedReach.Collector.of(format.ruleSet().structure(), ColumnName.of(measure), level);
            return period.read().map(all::withPeriod).orElse(all);
        } catch (IllegalArgumentException e) {
            throw texts.wrong("need.noReach", format.id(), measure, level);
        }
    }
}
