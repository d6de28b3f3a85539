package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import picocli.CommandLine.Option;

/** The options for totals with missing parts. */
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

    private final Texts texts;

    MissingOptions(Subcommand command) {
        texts = command.texts;
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
}
