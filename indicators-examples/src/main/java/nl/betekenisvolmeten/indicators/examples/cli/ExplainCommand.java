package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.report.Cell;
import nl.betekenisvolmeten.indicators.formats.report.Explainer;
import nl.betekenisvolmeten.indicators.formats.report.Explanation;
import nl.betekenisvolmeten.indicators.formats.report.ExplanationReport;
import nl.betekenisvolmeten.indicators.formats.report.UnknownCellException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells where a figure comes from. */
@Command(name = "explain", mixinStandardHelpOptions = true, sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", descriptionKey = "files", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--cell", required = true, descriptionKey = "explain.cell", paramLabel = "NAME=VALUE;...")
    private String cell = "";

    @Option(names = "--population", descriptionKey = "explain.population", paramLabel = "FILE")
    private @Nullable Path population;

    @Mixin
    private ReportChoice report = new ReportChoice();

    @Option(
            names = {"-o", "--output"},
            descriptionKey = "output",
            paramLabel = "FILE")
    private @Nullable Path output;

    private final Terminal terminal;
    private final Texts texts;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        PrintWriter err = terminal.err();
        boolean json = report.isJson(texts);
        List<DeliverySource> sources = Deliveries.sources(files, output, texts);
        Explanation explanation;
        try {
            explanation = explainer().explain(Cell.parse(cell), sources);
        } catch (UnknownCellException e) {
            if (e.reason() == UnknownCellException.Reason.FORMAT) {
                err.println(texts.of("deliveries.none"));
                return ExitCodes.ERRORS;
            }
            throw new UsageException(message(e));
        }
        List<DeliveryReport> reports =
                explanation.files().stream().map(Explanation.UsedFile::report).toList();
        Deliveries.checkTwice(reports, texts);
        boolean errors = Deliveries.tellErrors(reports, texts, err);
        err.println(texts.of("internal"));
        InternalUse<Explanation> internal = InternalUse.of(explanation, "explain on the command line");
        Output.write(output, terminal, out -> {
            if (json) {
                ExplanationReport.writeJson(internal, out);
            } else {
                ExplanationReport.writeText(internal, texts.language(), out);
            }
        });
        return errors ? ExitCodes.ERRORS : ExitCodes.GOOD;
    }

    private Explainer explainer() {
        Definitions definitions = Definitions.bundled();
        Explainer explainer =
                Explainer.of(definitions, definitions.populations().get("denhaag-inwoners"));
        if (population == null) {
            return explainer;
        }
        TableStructure structure = definitions
                .formats()
                .latest("telformat-gebiedsgericht")
                .orElseThrow()
                .ruleSet()
                .structure();
        return explainer.withPopulation(
                PopulationFile.read(population, output, structure, AreaLevel.STADSDEEL, terminal));
    }

    private String message(UnknownCellException e) {
        String what = texts.of("explain.wrong." + e.reason(), e.value());
        return e.known().isEmpty() ? what : what + " " + texts.of("explain.known", String.join(", ", e.known()));
    }
}
