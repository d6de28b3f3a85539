package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.form.AreaBudgetReader;
import nl.betekenisvolmeten.indicators.formats.form.AreaFactReader;
import nl.betekenisvolmeten.indicators.formats.form.NeedWeightReader;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonNeed;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.need.NeedBudget;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import nl.betekenisvolmeten.indicators.need.NeedReport;
import nl.betekenisvolmeten.indicators.need.ReachCollector;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ranks areas by need, and puts a budget and reach beside it. */
@Command(name = "need", mixinStandardHelpOptions = true, sortOptions = false)
final class NeedCommand implements Callable<Integer> {

    private static final int CENTS = 2;

    @Parameters(arity = "0..*", descriptionKey = "need.files", paramLabel = "FILE")
    private List<Path> files = List.of();

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

    @Option(
            names = {"--periode", "--period"},
            descriptionKey = "need.period",
            paramLabel = "PERIOD")
    private @Nullable String period;

    @Option(names = "--population", descriptionKey = "compare.population", paramLabel = "FILE")
    private @Nullable Path population;

    @Option(
            names = {"-o", "--output"},
            descriptionKey = "need.output",
            paramLabel = "FILE")
    private @Nullable Path output;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private OwnDefinitions own = new OwnDefinitions();

    private final Terminal terminal;
    private final Texts texts;

    NeedCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        checkOptions();
        Definitions definitions = own.read(output, terminal);
        FormFiles forms = new FormFiles(terminal, output);
        List<NeedRanking.Weight> chosen = forms.read(weights, NeedWeightReader.of(definitions)::read);
        List<NeedRanking.Fact> facts = forms.read(characteristics, AreaFactReader.of(definitions)::read);
        if (chosen.isEmpty() || facts.isEmpty()) {
            return ExitCodes.ERRORS;
        }
        NeedRanking ranking = NeedRanking.of(chosen, facts);
        ResultFindings.tell(ranking.findings(), texts, terminal.err());
        AreaLevel level = facts.get(0).area().level();
        Population people = people(level, definitions);
        Optional<NeedBudget> spread = Optional.ofNullable(budget)
                .map(file -> spread(file, AreaBudgetReader.of(definitions), forms, ranking, people));
        Reach reach = reach(ranking, level, people, definitions);
        NeedReport report = new NeedReport(ranking, spread, reach.result());
        terminal.err().println(texts.of("internal"));
        write(report);
        boolean errors = forms.errors() || reach.errors() || ranking.findings().hasErrors();
        return errors ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    private void checkOptions() {
        Output.checkEnding(output, json ? List.of(".json") : List.of(".csv", ".json"), texts);
        period();
        if (!(factor >= 1) || Double.isInfinite(factor)) {
            throw new UsageException(texts.of("need.factor.wrong", Double.toString(factor)));
        }
        if (total != null && (total.signum() < 0 || budget == null)) {
            throw new UsageException(texts.of("need.total.wrong"));
        }
        if (!ColumnName.isValid(measure)) {
            throw new UsageException(texts.of("explain.wrong.MEASURE", measure));
        }
    }

    private NeedBudget spread(
            Path file, AreaBudgetReader reader, FormFiles forms, NeedRanking ranking, Population people) {
        Map<AreaCode, Long> today = new TreeMap<>();
        forms.read(file, source -> reader.read(source).map(amounts -> List.copyOf(amounts.entrySet())))
                .forEach(entry -> today.put(entry.getKey(), entry.getValue()));
        NeedBudget made = total == null
                ? NeedBudget.of(ranking, today, people, factor)
                : NeedBudget.of(ranking, today, people, factor, cents(total));
        ResultFindings.tell(made.findings(), texts, terminal.err());
        return made;
    }

    private static long cents(BigDecimal euros) {
        return euros.setScale(CENTS, RoundingMode.HALF_UP).movePointRight(CENTS).longValueExact();
    }

    private record Reach(Optional<NeedReach> result, boolean errors) {}

    private Reach reach(NeedRanking ranking, AreaLevel level, Population people, Definitions definitions) {
        if (files.isEmpty()) {
            return new Reach(Optional.empty(), false);
        }
        List<ReachCollector> collectors = new ArrayList<>();
        List<DeliveryReport> reports = Deliveries.readInto(
                        DeliverySet.of(DeliveryReader.of(definitions), Deliveries.sources(files, output, texts)),
                        format -> {
                            collectors.add(collector(format, level));
                            return collectors.get(0);
                        },
                        terminal)
                .reports();
        boolean errors = Deliveries.tellErrors(reports, texts, terminal.err());
        return new Reach(
                collectors.stream().findFirst().map(collector -> NeedReach.of(ranking, collector.result(), people)),
                errors);
    }

    private ReachCollector collector(FormatDefinition format, AreaLevel level) {
        try {
            ReachCollector all = ReachCollector.of(format.ruleSet().structure(), ColumnName.of(measure), level);
            return period().map(all::withPeriod).orElse(all);
        } catch (IllegalArgumentException e) {
            throw new UsageException(texts.of("need.noReach", format.id(), measure, level));
        }
    }

    private Population people(AreaLevel level, Definitions definitions) {
        if (population == null) {
            return definitions.population("denhaag-inwoners").orElseThrow().population();
        }
        TableStructure structure = definitions
                .latest("telformat-gebiedsgericht")
                .orElseThrow()
                .ruleSet()
                .structure();
        return PopulationFile.read(population, output, structure, level, terminal);
    }

    private void write(NeedReport report) {
        if (output != null || json) {
            InternalUse<NeedReport> shown = InternalUse.of(report, "need on the command line");
            Output.writeTable(
                    output, json, terminal, out -> JsonNeed.write(shown, out), out -> CsvResults.writeNeed(shown, out));
        }
        if (output != null || !json) {
            new NeedPage(terminal).write(report);
        }
        terminal.out().flush();
    }

    private Optional<Period> period() {
        return Optional.ofNullable(period)
                .map(text -> Period.read(text)
                        .map(Period.Read::period)
                        .orElseThrow(() -> new UsageException(texts.of("compare.period.wrong", text))));
    }
}
