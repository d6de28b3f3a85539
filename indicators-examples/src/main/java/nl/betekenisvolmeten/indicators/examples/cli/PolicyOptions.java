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
import nl.betekenisvolmeten.indicators.table.DeliveredTotal;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TotalsBeside;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of totals of which part did not come in, and totals that were delivered to set beside them. */
final class PolicyOptions {

    private enum Missing {
        SUM,
        REFUSE,
        BOUND
    }

    @Option(names = "--missing", descriptionKey = "aggregate.missing", paramLabel = "sum|refuse|bound")
    private Missing missing = Missing.SUM;

    @Option(
            names = "--at-most",
            split = ",",
            splitSynopsisLabel = ",",
            descriptionKey = "aggregate.atMost",
            paramLabel = "MEASURE=N")
    private Map<String, BigDecimal> most = new TreeMap<>();

    @Option(names = "--totals", descriptionKey = "aggregate.totals", paramLabel = "FILE")
    private @Nullable Path totals;

    MissingPolicy missing(AggregationPlan plan, Texts texts) {
        if (!most.isEmpty() && missing != Missing.BOUND) {
            throw new UsageException(texts.of("aggregate.atMost.bound"));
        }
        List<String> known = plan.series().stream().map(Series::name).toList();
        most.forEach((name, ceiling) -> {
            if (!known.contains(name)) {
                throw new UsageException(texts.of("aggregate.noMeasure", name, String.join(", ", known)));
            }
            if (ceiling.signum() < 0) {
                throw new UsageException(texts.of("aggregate.atMost.negative", name, ceiling.toPlainString()));
            }
        });
        return switch (missing) {
            case SUM -> new MissingPolicy.AddUp();
            case REFUSE -> new MissingPolicy.Refuse();
            case BOUND -> new MissingPolicy.Bound(most);
        };
    }

    /** The totals that were delivered, if any, beside those that were made. */
    TotalsBeside beside(ResultTable result, AggregationPlan plan, RuleSet rules, @Nullable Path output, Texts texts) {
        if (totals == null) {
            return new TotalsBeside(List.of(), Findings.none());
        }
        Checked<List<DeliveredTotal>> read = CsvTotals.read(
                Deliveries.sources(List.of(totals), output, texts).get(0), plan, rules);
        if (read.findings().hasErrors()) {
            Finding first = read.findings().kept().get(0);
            throw new UsageException(totals.getFileName() + ": " + first.code() + ": "
                    + MessageCatalogue.bundled()
                            .message(first, texts.language(), Audience.IT)
                            .text());
        }
        return TotalsBeside.of(result, read.orThrow());
    }
}
