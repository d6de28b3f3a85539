package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** What {@code --by} can name: a column of the format, or a longer period or larger area than its columns have. */
final class Groupings {

    /** The lengths of periods, from short to long. */
    private static final Map<String, PeriodKind> PERIODS = periods();

    private static final Map<String, AreaLevel> AREAS =
            new TreeMap<>(Map.of("stad", AreaLevel.GEMEENTE, "gemeente", AreaLevel.GEMEENTE, "regio", AreaLevel.REGIO));

    private final TableStructure structure;
    private final List<String> lengths;
    private final Texts texts;

    Groupings(FormatDefinition format, TableStructure structure, Texts texts) {
        this.structure = structure;
        lengths = lengths(format);
        this.texts = texts;
    }

    private static Map<String, PeriodKind> periods() {
        Map<String, PeriodKind> periods = new LinkedHashMap<>();
        periods.put("maand", PeriodKind.MONTH);
        periods.put("kwartaal", PeriodKind.QUARTER);
        periods.put("halfjaar", PeriodKind.HALF_YEAR);
        periods.put("jaar", PeriodKind.YEAR);
        return periods;
    }

    /** Returns the words for periods that a format's own periods add up to. */
    private static List<String> lengths(FormatDefinition format) {
        return format.columns().stream()
                .flatMap(column ->
                        column.rule().type() instanceof ColumnType.Time time ? Stream.of(time.kind()) : Stream.empty())
                .findFirst()
                .map(own -> PERIODS.entrySet().stream()
                        .filter(length -> length.getValue().compareTo(own) >= 0)
                        .map(Map.Entry::getKey)
                        .toList())
                .orElse(List.of());
    }

    Grouping of(String name) {
        if (ColumnName.isValid(name)
                && structure.dimensionIndex(ColumnName.of(name)).isPresent()) {
            return new Grouping.ByColumn(ColumnName.of(name));
        }
        if (lengths.contains(name)) {
            Dimension time = structure.dimensions().get(structure.timeIndex().orElseThrow());
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
        names.addAll(lengths);
        if (structure.dimensions().stream().anyMatch(Dimension.Place.class::isInstance)) {
            names.addAll(AREAS.keySet());
        }
        return names;
    }
}
