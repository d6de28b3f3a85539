package nl.betekenisvolmeten.indicators.examples.embedding;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Compares areas on the deliveries of several organisations together. */
public final class CompareDeliveries {

    private CompareDeliveries() {}

    /**
     * Compares the stadsdelen.
     *
     * @param files deliveries of one form, each of any version of it
     * @return the comparison, on every indicator that the form has the columns for
     */
    public static Comparison compare(List<Path> files) {
        Definitions definitions = Definitions.bundled();
        DeliverySet set = DeliverySet.of(
                DeliveryReader.of(definitions),
                files.stream().map(DeliverySource::of).toList());
        FormatDefinition form = set.format().orElseThrow();
        TableStructure structure = form.ruleSet().structure();
        CountTable.Builder rows = CountTable.builder(structure);
        set.read(rows);

        Set<ColumnName> counted =
                structure.measures().stream().map(Measure::name).collect(Collectors.toSet());
        List<Indicator> indicators = definitions
                .indicatorSets()
                .latest("denhaag-welzijn")
                .orElseThrow()
                .fedBy(form.id().name(), counted);
        Population people = definitions.populations().get("denhaag-inwoners").population();
        return ComparisonPlan.of(structure, indicators, AreaLevel.STADSDEEL, people)
                .compare(rows.build());
    }
}
