package nl.betekenisvolmeten.indicators.examples.embedding;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.form.NeedReader;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.need.AreaFact;
import nl.betekenisvolmeten.indicators.need.NeedRanking;
import nl.betekenisvolmeten.indicators.need.NeedWeight;

/** Ranks areas by need: the snippet of the package {@code need}. */
public final class RankNeed {

    private RankNeed() {}

    /**
     * Ranks areas.
     *
     * @param characteristics the form with characteristics of areas
     * @param chosen the form with their weights
     * @param out takes what comes out
     */
    public static void run(Path characteristics, Path chosen, PrintStream out) {
        // snippet: embedding
        NeedReader reader = NeedReader.of(Definitions.bundled());
        List<AreaFact> facts = reader.facts(DeliverySource.of(characteristics)).orThrow();
        List<NeedWeight> weights = reader.weights(DeliverySource.of(chosen)).orThrow();
        NeedRanking ranking = NeedRanking.of(weights, facts);
        ranking.rows().forEach(row -> out.println(row.rank() + " " + row.area() + " " + row.ranksWithout()));
        // end
    }
}
