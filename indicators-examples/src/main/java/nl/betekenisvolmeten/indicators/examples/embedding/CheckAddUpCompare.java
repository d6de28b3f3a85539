package nl.betekenisvolmeten.indicators.examples.embedding;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.finding.Audience;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.PopulationList;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Checks a delivery, adds it up and compares its areas: the snippet of the README. */
public final class CheckAddUpCompare {

    private CheckAddUpCompare() {}

    /**
     * Does the whole job on one file.
     *
     * @param file a delivery
     * @param out takes what is found and what comes out
     */
    public static void run(Path file, PrintStream out) {
        // snippet: embedding
        Definitions definitions = Definitions.bundled();
        Checked<CountTable> checked = DeliveryReader.of(definitions).readTable(DeliverySource.of(file));
        MessageCatalogue texts = MessageCatalogue.bundled();
        checked.findings().kept().forEach(f -> out.println(texts.line(f, Language.NL, Audience.FILLER)));
        CountTable table = checked.value().orElseThrow(); // the rows without an error
        ResultTable totals = AggregationPlan.by(table.structure(), "wijk").aggregate(table);
        totals.figure("unieke_deelnemers", "WK051838").ifPresent(out::println); // bounds: persons do not add up
        PopulationList people = definitions.populations().get("denhaag-inwoners");
        List<Indicator> indicators = definitions.indicatorSets().all().get(0).indicators();
        ComparisonPlan plan = ComparisonPlan.of(table.structure(), indicators, AreaLevel.WIJK, people.population());
        List<Comparison.Row> rows = plan.compare(table).rows();
        rows.forEach(
                row -> out.println(row.key().area().name() + ": " + row.figure().value()));
        // end
    }
}
