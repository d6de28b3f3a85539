package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.form.CsvTotals;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of totals whose parts did not all come in, and delivered totals to compare them with. */
final class MissingOptions {

    private enum Missing {
        SUM,
        REFUSE,
        BOUND
    }

    @Option(names = "--missing", descriptionKey = "aggregate.missing", paramLabel = "sum|refuse|bound")
    private Missing missing = Missing.SUM;

    @Option(names = "--at-most", split = ",", descriptionKey = "aggregate.atMost", paramLabel = "MEASURE=N")
    private Map<String, BigDecimal> ceilings = new TreeMap<>();

    @Option(names = "--totals", descriptionKey = "aggregate.totals", paramLabel = "FILE")
    private @Nullable Path totals;

    private final Texts texts;
    private final Inputs inputs;

    MissingOptions(Subcommand command) {
        texts = command.texts;
        inputs = command.inputs;
    }

    MissingPolicy policy(AggregationPlan plan) {
        if (!ceilings.isEmpty() && missing != Missing.BOUND) {
            throw texts.wrong("aggregate.atMost.bound");
        }
        List<String> known = plan.series().stream().map(Series::name).toList();
        ceilings.forEach((name, ceiling) -> {
            if (!known.contains(name)) {
                throw texts.unknown("aggregate.noMeasure", name, known);
            }
            if (ceiling.signum() < 0) {
                throw texts.wrong("aggregate.atMost.negative", name, ceiling.toPlainString());
            }
        });
        return switch (missing) {
            case SUM -> new MissingPolicy.AddUp();
            case REFUSE -> new MissingPolicy.Refuse();
            case BOUND -> new MissingPolicy.Bound(ceilings);
        };
    }

    /** The totals that were delivered, if any, next to those that were made. */
    TotalsComparison compare(ResultTable result, AggregationPlan plan, RuleSet rules) {
        if (totals == null) {
            return new TotalsComparison(List.of(), Findings.none());
        }
        Checked<List<TotalsComparison.Delivered>> read = CsvTotals.read(inputs.source(totals), plan, rules);
        if (read.findings().hasErrors()) {
            Finding first = read.findings().kept().get(0);
            throw CommandException.usage(totals.getFileName() + ": " + first.code() + ": "
                    + MessageCatalogue.bundled()
                            .message(first, texts.language(), Audience.IT)
                            .text());
        }
        return TotalsComparison.of(result, read.orThrow());
    }
}
