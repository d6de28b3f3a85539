package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.betekenisvolmeten.indicators.finding.Audience;
import nl.betekenisvolmeten.indicators.formats.account.PartedSource;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.json.JsonResults;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks deliveries and reports what is wrong. */
@Command(name = "validate", mixinStandardHelpOptions = true, sortOptions = false)
final class ValidateCommand implements Callable<Integer> {

    private enum Report {
        TEXT,
        JSON
    }

    @Parameters(arity = "1..*", descriptionKey = "files", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--format", descriptionKey = "validate.format", paramLabel = "ID@VERSION")
    private @Nullable String format;

    @Option(names = "--leniency", descriptionKey = "validate.leniency", paramLabel = "STRICT|STANDARD|LENIENT")
    private Leniency leniency = Leniency.STANDARD;

    @Option(names = "--previous", descriptionKey = "validate.previous", paramLabel = "FILE")
    private @Nullable Path previous;

    @Option(names = "--report", descriptionKey = "validate.report", paramLabel = "text|json")
    private Report report = Report.TEXT;

    @Option(names = "--audience", descriptionKey = "validate.audience", paramLabel = "filler|it|clerk")
    private Audience audience = Audience.FILLER;

    @Option(names = "--max-findings", descriptionKey = "validate.maxFindings", paramLabel = "N")
    private int maxFindings = ReadLimits.withDefaults().findings();

    @Option(
            names = {"-o", "--output"},
            descriptionKey = "output",
            paramLabel = "FILE")
    private @Nullable Path output;

    private final Terminal terminal;
    private final Texts texts;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
        texts = terminal.texts();
    }

    @Override
    public Integer call() {
        if (maxFindings < 0) {
            throw new UsageException(texts.of("validate.maxFindings.negative", maxFindings));
        }
        Map<Path, PartedSource> accounts = Accounts.among(files);
        List<Path> single =
                files.stream().filter(file -> !accounts.containsKey(file)).toList();
        Output.check(output, Accounts.inputs(accounts.keySet()), texts);
        List<DeliveryReport> reports = new ArrayList<>(
                Deliveries.read(Deliveries.sources(single, output, texts), reader(), (source, any) -> row -> {}));
        reports.addAll(Accounts.read(accounts.values(), leniency, maxFindings));
        Output.write(output, terminal, out -> write(reports, out));
        return reports.stream().allMatch(DeliveryReport::isGood) ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    private DeliveryReader reader() {
        DeliveryReader reader = DeliveryReader.of(Definitions.bundled())
                .withLeniency(leniency)
                .withLimits(ReadLimits.withDefaults().withFindings(maxFindings));
        if (previous != null) {
            reader = reader.withPrevious(
                    Deliveries.sources(List.of(previous), output, texts).get(0));
        }
        if (format == null) {
            return reader;
        }
        String wanted = format;
        DeliveryReader any = reader;
        return FormatId.parse(wanted)
                .filter(id -> Definitions.bundled().find(id).isPresent())
                .map(any::withFormat)
                .orElseThrow(() -> UsageException.noFormat(wanted, texts));
    }

    private void write(List<DeliveryReport> reports, Writer out) throws IOException {
        if (report == Report.JSON) {
            JsonResults.writeReports(reports, Version.text(), texts.language(), audience, out);
            return;
        }
        PrintWriter lines = new PrintWriter(out);
        TextReport text = new TextReport(texts, audience);
        reports.forEach(one -> text.write(one, lines));
        lines.flush();
    }
}
