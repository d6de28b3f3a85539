package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.util.List;
import java.util.Locale;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** How many bytes go between machines for each group of totals: what an estimate for many machines rests on. */
final class StateSizes {

    private static final int ROWS = 300_000;

    private static final List<List<String>> GROUPINGS = List.of(
            List.of("periode"),
            List.of("stadsdeel", "periode"),
            List.of("wijk", "periode"),
            List.of("stadsdeel", "periode", "ambitie", "leeftijdsgroep"),
            List.of("organisatie", "periode"),
            List.of("wijk", "periode", "ambitie", "activiteitsoort", "leeftijdsgroep"));

    private StateSizes() {}

    static void print() {
        CarrierData data = new CarrierData(ROWS, 500);
        DeliveryReader reader = DeliveryReader.of(Definitions.bundled());
        System.out.println("| by | groups | bytes | bytes a group |");
        System.out.println("|---|---|---|---|");
        for (List<String> by : GROUPINGS) {
            Aggregator sums = AggregationPlan.by(data.format().ruleSet().structure(), by.toArray(String[]::new))
                    .newAggregator();
            reader.open(DeliverySource.of("delivery.csv", data.csv())).read(sums);
            int groups = sums.result().rows().size();
            int bytes = sums.toBytes().length;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %.0f |%n",
                    String.join(", ", by),
                    groups,
                    bytes,
                    (double) bytes / groups);
        }
    }
}
