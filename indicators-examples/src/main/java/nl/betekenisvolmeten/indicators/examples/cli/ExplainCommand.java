package nl.betekenisvolmeten.indicators.examples.cli;

import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.report.Cell;
import nl.betekenisvolmeten.indicators.formats.report.Explainer;
import nl.betekenisvolmeten.indicators.formats.report.Explanation;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says where a figure comes from. */
@Command(name = "explain")
final class ExplainCommand extends Subcommand {

    @Mixin
    private final Deliveries.AtLeastOne files = new Deliveries.AtLeastOne(this);

    @Option(names = "--cell", required = true, descriptionKey = "explain.cell", paramLabel = "NAME=VALUE;...")
    private String cell = "";

    @Mixin
    private final TotalsOption totals = new TotalsOption(this);

    @Mixin
    private final OrganisationsOption organisations = new OrganisationsOption(this);

    @Mixin
    private final OwnFiles own = new OwnFiles(this);

    @Mixin
    private final ResultOutput output = new ResultOutput(terminal);

    ExplainCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Kind kind = output.ofPage();
        Lookup lookup = own.definitions.read();
        Deliveries deliveries = totals.with(files.open(), lookup);
        Explanation explanation;
        try {
            explanation = explainer(lookup, deliveries).explain(Cell.parse(cell), deliveries.sources());
        } catch (Cell.UnknownCellException e) {
            if (e.reason() == Cell.UnknownCellException.Reason.FORMAT) {
                terminal.say("deliveries.none");
                return ExitCodes.ERRORS;
            }
            throw CommandException.usage(message(e));
        }
        deliveries.checkTwice(explanation.deliveries().sameDeliveries());
        deliveries.sayLater(explanation.deliveries().reports());
        terminal.say(explanation.deliveries().findings());
        explanation.deliveries().context().ifPresent(known -> terminal.say(known.findings()));
        boolean errors = deliveries.sayErrors(explanation.deliveries());
        terminal.say("internal");
        InternalUse<Explanation> internal = InternalUse.of(explanation, "explain on the command line");
        output.write(out -> {
            if (kind == Kind.JSON) {
                Explanation.writeJson(internal, out);
            } else {
                Explanation.writeText(internal, texts.language(), out);
            }
        });
        return errors ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    private Explainer explainer(Lookup lookup, Deliveries deliveries) {
        Explainer explainer = Explainer.of(lookup.definitions(), lookup.inhabitants())
                .withReader(deliveries.reader(lookup))
                .withColumns(organisations.read(lookup));
        Explainer counted = own.population
                .read(lookup::areas, AreaLevel.STADSDEEL)
                .map(explainer::withPopulation)
                .orElse(explainer);
        return own.context.read(lookup).map(counted::withContext).orElse(counted);
    }

    private String message(Cell.UnknownCellException e) {
        String what = texts.of("explain.wrong." + e.reason(), e.value());
        return e.known().isEmpty()
                ? what
                : what + " " + texts.of("explain.known", String.join(", ", e.known()))
                        + texts.meant(e.value(), e.known());
    }
}
