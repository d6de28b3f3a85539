package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.form.RealisationReader;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonResults;
import nl.betekenisvolmeten.indicators.formats.output.ResultTables;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.targets.StatedFigure;
import nl.betekenisvolmeten.indicators.targets.TargetOptions;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReview;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts what deliveries and stated figures say beside targets. */
@Command(name = "targets", mixinStandardHelpOptions = true, sortOptions = false)
final class TargetsCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", descriptionKey = "targets.files", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--targets", descriptionKey = "targets.targets", paramLabel = "FILE")
    private @Nullable Path targets;

    @Option(names = "--realisations", descriptionKey = "targets.realisations", paramLabel = "FILE")
    private @Nullable Path realisations;

    @Option(
            names = {"--periode", "--period"},
            descriptionKey = "targets.period",
            paramLabel = "PERIOD")
    private @Nullable String period;

    @Option(names = "--population", descriptionKey = "compare.population", paramLabel = "FILE")
    private @Nullable Path population;

    @Option(
            names = {"-o", "--output"},
            descriptionKey = "targets.output",
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

    TargetsCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        if (describe.isAsked()) {
            return DescribeOption.print(ResultTables.targets(), terminal);
        }
        PrintWriter err = terminal.err();
        if (files.isEmpty() && realisations == null) {
            throw new UsageException(texts.of("targets.nothing"));
        }
        Output.checkEnding(output, json ? List.of(".json") : List.of(".csv", ".json"), texts);
        Optional<Period> asked = period();
        Definitions definitions = own.read(output, terminal);
        FormFiles forms = new FormFiles(terminal, output);
        NamedTargets named = NamedTargets.read(targets, definitions, forms);
        List<StatedFigure> stated =
                realisations == null ? List.of() : forms.read(realisations, RealisationReader.of(definitions)::read);
        List<Target> wanted = asked.map(named::within).orElse(named.targets());
        TargetDeliveries deliveries =
                TargetDeliveries.read(files, definitions, output, population, named.targets(), terminal);
        TargetReview review = deliveries
                .into(TargetReview.of(areas(deliveries, definitions), NamedTargets.indicators(definitions)))
                .withStated(stated);
        TargetReport report = review.review(wanted, options(asked, review));
        ResultFindings.tell(report.findings(), texts, err);
        err.println(texts.of("internal"));
        write(report, named, named.targets().size() - wanted.size(), unused(stated, named.targets()));
        return deliveries.errors() || forms.errors() ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    /** Judged on the last day of the period asked for, or else of the figures. */
    private static TargetOptions options(Optional<Period> asked, TargetReview review) {
        return asked.map(Period::lastDayInclusive)
                .or(review::latest)
                .map(TargetOptions.withDefaults()::withAsOf)
                .orElse(TargetOptions.withDefaults());
    }

    private void write(TargetReport report, NamedTargets named, int others, List<String> unused) {
        if (output != null || json) {
            InternalUse<TargetReport> shown = InternalUse.of(report, "targets on the command line");
            Output.writeTable(
                    output,
                    json,
                    terminal,
                    out -> JsonResults.writeTargets(shown, out),
                    out -> CsvResults.writeTargets(shown, out));
        }
        boolean page = output != null || !json;
        if (page) {
            new TargetPage(terminal, named).write(report);
        }
        if (page && others > 0) {
            terminal.out().println(texts.of("targets.others", others));
        }
        if (!unused.isEmpty()) {
            terminal.err().println(texts.of("targets.unused", String.join(", ", unused)));
        }
        terminal.out().flush();
    }

    /** Stated figures that no target is about: a code may have been mistyped. */
    private static List<String> unused(List<StatedFigure> stated, List<Target> targets) {
        return stated.stream()
                .map(StatedFigure::indicator)
                .filter(id ->
                        targets.stream().noneMatch(target -> target.indicator().equals(id)))
                .map(id -> id.value())
                .distinct()
                .toList();
    }

    private static AreaHierarchy areas(TargetDeliveries deliveries, Definitions definitions) {
        return deliveries
                .areas()
                .orElseGet(() -> definitions.areas().get("denhaag").hierarchy());
    }

    private Optional<Period> period() {
        return Optional.ofNullable(period)
                .map(text -> Period.read(text)
                        .map(Period.Read::period)
                        .orElseThrow(() -> new UsageException(texts.of("compare.period.wrong", text))));
    }
}
