package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** What {@code --by} can name: a column of the format, or a longer period or larger area than its columns have. */
final class Groupings {

    private static final Map<String, PeriodKind> PERIODS =
            new TreeMap<>(Map.of("halfjaar", PeriodKind.HALF_YEAR, "jaar", PeriodKind.YEAR));

    private static final Map<String, AreaLevel> AREAS =
            new TreeMap<>(Map.of("stad", AreaLevel.GEMEENTE, "gemeente", AreaLevel.GEMEENTE, "regio", AreaLevel.REGIO));

    private final TableStructure structure;
    private final Texts texts;

    Groupings(TableStructure structure, Texts texts) {
        this.structure = structure;
        this.texts = texts;
    }

    Grouping of(String name) {
        if (ColumnName.isValid(name)
                && structure.dimensionIndex(ColumnName.of(name)).isPresent()) {
            return new Grouping.ByColumn(ColumnName.of(name));
        }
        if (PERIODS.containsKey(name) && structure.timeIndex().isPresent()) {
            Dimension time = structure.dimensions().get(structure.timeIndex().getAsInt());
            return new Grouping.ByPeriod(name, time.name(), PERIODS.getOrDefault(name, PeriodKind.YEAR));
        }
        if (AREAS.containsKey(name)) {
            for (Dimension dimension : structure.dimensions()) {
                if (dimension instanceof Dimension.Place place) {
                    return new Grouping.ByArea(name, place.name(), AREAS.getOrDefault(name, AreaLevel.GEMEENTE));
                }
            }
        }
        throw texts.unknown("aggregate.noColumn", name, names());
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        structure.dimensions().forEach(dimension -> names.add(dimension.name().value()));
        if (structure.timeIndex().isPresent()) {
            names.addAll(PERIODS.keySet());
        }
        if (structure.dimensions().stream().anyMatch(Dimension.Place.class::isInstance)) {
            names.addAll(AREAS.keySet());
        }
        return names;
    }
}
