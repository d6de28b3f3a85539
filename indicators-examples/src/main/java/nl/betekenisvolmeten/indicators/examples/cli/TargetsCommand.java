package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.form.RealisationReader;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonResults;
import nl.betekenisvolmeten.indicators.formats.output.ResultSheet;
import nl.betekenisvolmeten.indicators.formats.output.ResultTables;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.targets.TargetOptions;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReview;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares deliveries and stated figures with targets. */
@Command(name = "targets")
final class TargetsCommand extends Subcommand {

    @Mixin
    private final Deliveries.Any files = new Deliveries.Any(this);

    @Option(names = "--targets", descriptionKey = "targets.targets", paramLabel = "FILE")
    private @Nullable Path targets;

    @Option(names = "--realisations", descriptionKey = "targets.realisations", paramLabel = "FILE")
    private @Nullable Path realisations;

    @Mixin
    private final WhereOption where = new WhereOption(this);

    @Mixin
    private final OrganisationsOption organisations = new OrganisationsOption(this);

    @Mixin
    private final PeriodOption period = new PeriodOption(this);

    @Mixin
    private final TotalsOption totals = new TotalsOption(this);

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

    TargetsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        if (describe.isAsked()) {
            return DescribeOption.print(ResultTables.targets(), terminal);
        }
        if (files.isEmpty() && realisations == null) {
            throw texts.wrong("targets.nothing");
        }
        Kind kind = output.ofTable(Kind.CSV, Kind.JSON);
        Optional<Period> asked = period.read();
        Lookup lookup = own.read();
        FormFiles forms = new FormFiles(this);
        NamedTargets named = NamedTargets.read(targets, lookup, forms);
        List<TargetReview.StatedFigure> stated = realisations == null
                ? List.of()
                : forms.read(realisations, RealisationReader.of(lookup.definitions())::read);
        List<Target> wanted = asked.map(named::within).orElse(named.targets());
        TargetDeliveries delivered = new TargetDeliveries(
                        lookup, named.targets(), structure -> population.of(structure, AreaLevel.STADSDEEL, lookup))
                .with(organisations.read(lookup), where);
        Deliveries deliveries = totals.with(files.open(), lookup);
        boolean errors = delivered.read(deliveries, context.read(lookup));
        TargetReview review = delivered
                .into(TargetReview.of(delivered.areas().orElseGet(lookup::areas), lookup.indicators())
                        .withTargetSets(lookup.definitions().targetSets().all()))
                .withStated(stated);
        TargetReport report = review.review(wanted, options(asked, review));
        terminal.say(report.findings());
        terminal.say("internal");
        write(report, new TargetPage.Names(named, lookup), kind);
        say(review.statedWithoutTarget(named.targets()), named, wanted);
        return errors || forms.errors() ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    /**
     * Returns options with the day on which to judge: the one asked for, or else the last day of the period asked for
     * or of the figures.
     */
    private TargetOptions options(Optional<Period> asked, TargetReview review) {
        return files.askedDay()
                .or(() -> asked.map(Period::lastDayInclusive))
                .or(review::latest)
                .map(TargetOptions.withDefaults()::withAsOf)
                .orElse(TargetOptions.withDefaults());
    }

    private void write(TargetReport report, TargetPage.Names names, Kind kind) {
        InternalUse<TargetReport> internal = InternalUse.of(report, texts.of("purpose", "targets"));
        output.write(
                kind,
                () -> ResultSheet.ofTargets(internal),
                out -> CsvResults.writeTargets(internal, out),
                out -> JsonResults.writeTargets(internal, out),
                page -> new TargetPage(terminal, page, names).write(report));
    }

    private void say(List<TargetReview.StatedFigure> withoutTarget, NamedTargets named, List<Target> wanted) {
        int others = named.targets().size() - wanted.size();
        if (others > 0) {
            terminal.say("targets.others", others);
        }
        if (!withoutTarget.isEmpty()) {
            terminal.say(
                    "targets.unused",
                    withoutTarget.stream()
                            .map(figure -> figure.indicator() + " (" + figure.area() + ", "
                                    + figure.period().label(texts.language()) + ")")
                            .collect(Collectors.joining(", ")));
        }
    }
}
