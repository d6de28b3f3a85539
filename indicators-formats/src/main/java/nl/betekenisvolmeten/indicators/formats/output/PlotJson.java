package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.result.TextJson;
import nl.betekenisvolmeten.indicators.plot.Plot;

/** A plot in JSON: points and lines, with the texts at its axes in both languages. */
record PlotJson(
        String kind,
        String key,
        TextJson title,
        AxisJson x,
        AxisJson y,
        List<TableRow<Plot.Point>> points,
        List<LineJson> lines,
        String use) {

    static PlotJson of(Plot plot, String use) {
        return new PlotJson(
                plot.kind().code(),
                plot.key(),
                TextJson.of(plot.title()),
                AxisJson.of(plot.x()),
                AxisJson.of(plot.y()),
                plot.points().stream()
                        .map(point -> new TableRow<>(PlotColumns.POINTS, point))
                        .toList(),
                plot.lines().stream().map(LineJson::of).toList(),
                use);
    }

    /** An axis. */
    record AxisJson(TextJson label, TextJson unit) {

        static AxisJson of(Plot.Axis axis) {
            return new AxisJson(TextJson.of(axis.label()), TextJson.of(axis.unit()));
        }
    }

    /** A line: positions as pairs of x and y. */
    record LineJson(String name, List<List<Double>> positions) {

        static LineJson of(Plot.Line line) {
            return new LineJson(
                    line.name(),
                    line.positions().stream()
                            .map(position -> List.of(position.x(), position.y()))
                            .toList());
        }
    }
}
