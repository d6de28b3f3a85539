package nl.betekenisvolmeten.indicators.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;

/** A small plot of each area over the periods, all with the same axes. */
final class SmallMultiples {

    private SmallMultiples() {}

    static List<Plot> of(Comparison comparison, IndicatorId indicator) {
        List<Comparison.Row> rows = comparison.rows().stream()
                .filter(row -> row.key().indicator().id().equals(indicator))
                .toList();
        List<Period> periods =
                rows.stream().map(row -> row.key().period()).distinct().sorted().toList();
        Map<String, List<Comparison.Row>> byArea = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.key().area().code().value(), TreeMap::new, Collectors.toList()));
        return periods.size() < 2
                ? List.of()
                : byArea.values().stream()
                        .flatMap(area -> smallMultiple(area, periods).stream())
                        .toList();
    }

    private static Optional<Plot> smallMultiple(List<Comparison.Row> rows, List<Period> periods) {
        List<Plot.Point> points = new ArrayList<>();
        List<Plot.Position> city = new ArrayList<>();
        for (Comparison.Row row : rows) {
            double x = periods.indexOf(row.key().period()) + 1.0;
            if (row.figure().value().exact().isPresent()) {
                points.add(new Plot.Point(
                        row.key().period().code(),
                        row.key().period().code(),
                        new Plot.Position(x, Plots.value(row)),
                        row.figure().uncertainty().interval(),
                        Optional.of(new Plot.Category.Judged(row.assessment().judgement()))));
            }
            row.contrast().cityValue().exact().ifPresent(value -> city.add(new Plot.Position(x, value.doubleValue())));
        }
        if (points.isEmpty()) {
            return Optional.empty();
        }
        Area area = rows.get(0).key().area();
        String key = rows.get(0).key().indicator().id() + "/" + area.code();
        return Optional.of(new Plot(
                Plot.Kind.SMALL_MULTIPLE,
                key,
                LocalizedText.of(area.name(), area.name()),
                new Plot.Axis(Plots.PERIOD, Plots.NUMBERED),
                Plots.axis(rows.get(0)),
                points,
                List.of(new Plot.Line("city", city))));
    }
}
