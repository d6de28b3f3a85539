package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;

/** The indicators that deliveries of a format feed. */
final class Indicators {

    private Indicators() {}

    static List<Indicator> fedBy(FormatDefinition format, Definitions definitions) {
        Set<ColumnName> columns = new HashSet<>();
        format.ruleSet().structure().measures().forEach(measure -> columns.add(measure.name()));
        return definitions.indicatorSets().all().stream()
                .flatMap(set -> set.fedBy(format.id().name(), columns).stream())
                .toList();
    }
}
