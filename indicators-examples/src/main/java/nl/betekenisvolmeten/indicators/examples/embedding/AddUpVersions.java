package nl.betekenisvolmeten.indicators.examples.embedding;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** Adds up files of two versions of a format: the snippet of the package {@code formats.delivery}. */
public final class AddUpVersions {

    private AddUpVersions() {}

    /**
     * Adds up two files.
     *
     * @param before a delivery
     * @param after another, of the same version or another
     * @param out takes what comes out
     */
    public static void run(Path before, Path after, PrintStream out) {
        // snippet: embedding
        DeliverySet set = DeliverySet.of(
                DeliveryReader.of(Definitions.bundled()), List.of(DeliverySource.of(before), DeliverySource.of(after)));
        FormatDefinition newest = set.format().orElseThrow();
        Aggregator totals =
                AggregationPlan.by(newest.ruleSet().structure(), "stadsdeel").newAggregator();
        SetReport report = set.read(totals);
        report.files()
                .forEach(file ->
                        out.println(file.source().name() + ": " + file.report().rowsAccepted()));
        report.overlaps().forEach(both -> out.println(both.organisation() + " twice in " + both.period()));
        totals.result().figure("bezoeken", "Laak").ifPresent(figure -> out.println(figure.value()));
        // end
    }
}
