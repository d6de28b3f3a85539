package nl.betekenisvolmeten.indicators.examples.embedding;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** Adds up files of several versions of a format: the snippet of the package {@code formats.delivery}. */
public final class AddUpVersions {

    private AddUpVersions() {}

    /**
     * Adds up files.
     *
     * @param files deliveries of one form, each of any version of it
     * @param out takes what comes out
     */
    public static void run(List<Path> files, PrintStream out) {
        // snippet: embedding
        DeliverySet set = DeliverySet.of(
                DeliveryReader.of(Definitions.bundled()),
                files.stream().map(DeliverySource::of).toList());
        FormatDefinition newest = set.format().orElseThrow();
        Aggregator totals =
                AggregationPlan.by(newest.ruleSet().structure(), "stadsdeel").newAggregator();
        SetReport report = set.read(totals);
        report.files()
                .forEach(file ->
                        out.println(file.source().name() + ": " + file.report().rowsAccepted()));
        report.overlaps().forEach(both -> out.println(both.organisation() + " twice in " + both.period()));
        totals.result().figure("bezoeken", "Laak").ifPresent(figure -> out.println(figure.toText(Language.NL)));
        // end
    }
}
