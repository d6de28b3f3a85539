package nl.betekenisvolmeten.indicators.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;

/** A small plot of each area over the periods, all with the same axes. */
final class SmallMultiples {

    private SmallMultiples() {}

    static List<Plot> of(Comparison comparison, IndicatorId indicator) {
        List<Comparison.Row> rows = comparison.rows().stream()
                .filter(row -> row.indicator().id().equals(indicator))
                .toList();
        List<String> periods =
                rows.stream().map(Comparison.Row::period).distinct().sorted().toList();
        Map<String, List<Comparison.Row>> byArea = new TreeMap<>();
        rows.forEach(row -> byArea.computeIfAbsent(row.area().code().value(), any -> new ArrayList<>())
                .add(row));
        return periods.size() < 2
                ? List.of()
                : byArea.values().stream()
                        .flatMap(area -> smallMultiple(area, periods).stream())
                        .toList();
    }

    private static Optional<Plot> smallMultiple(List<Comparison.Row> rows, List<String> periods) {
        List<Plot.Point> points = new ArrayList<>();
        List<Plot.Position> city = new ArrayList<>();
        for (Comparison.Row row : rows) {
            double x = periods.indexOf(row.period()) + 1.0;
            if (row.value().exact().isPresent()) {
                points.add(new Plot.Point(
                        row.period(),
                        row.period(),
                        new Plot.Position(x, Plots.value(row)),
                        row.interval(),
                        row.judgement().code()));
            }
            row.cityValue().exact().ifPresent(value -> city.add(new Plot.Position(x, value.doubleValue())));
        }
        if (points.isEmpty()) {
            return Optional.empty();
        }
        Area area = rows.get(0).area();
        String key = rows.get(0).indicator().id() + "/" + area.code();
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
