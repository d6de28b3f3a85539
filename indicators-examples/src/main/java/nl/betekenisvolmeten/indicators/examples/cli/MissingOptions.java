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
final class MissingOptions extends MissingOption {

    @Option(names = "--at-most", split = ",", descriptionKey = "aggregate.atMost", paramLabel = "MEASURE=N")
    private Map<String, BigDecimal> ceilings = new TreeMap<>();

    private final Texts texts;

    MissingOptions(Subcommand command) {
        texts = command.texts;
    }

    MissingPolicy policy(AggregationPlan plan) {
        if (!ceilings.isEmpty() && !isBound()) {
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
        return policy(ceilings);
    }
}
