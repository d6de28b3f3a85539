package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/** A plot in JSON: points and lines, with the texts at its axes in both languages. */
final class PlotJson {

    /** The properties of the points of a plot. */
    static final List<TableColumn<Plot.Point>> POINTS = new TableColumns<Plot.Point>("plot")
            .text("key", Plot.Point::key)
            .text("label", Plot.Point::label)
            .real("x", point -> point.position().x())
            .real("y", point -> point.position().y())
            .optionalReal("lower", point -> point.interval().map(Interval::lower))
            .optionalReal("upper", point -> point.interval().map(Interval::upper))
            .text("category", point -> point.category().map(Plot.Category::code).orElse(""))
            .toList();

    private PlotJson() {}

    static JsonObject of(Plot plot, String use) {
        return JsonObject.of("kind", plot.kind().code())
                .with("key", plot.key())
                .with("title", plot.title())
                .with("x", plot.x())
                .with("y", plot.y())
                .with(
                        "points",
                        plot.points().stream()
                                .map(point -> JsonResults.row(POINTS, point))
                                .toList())
                .with("lines", plot.lines().stream().map(PlotJson::line).toList())
                .with("use", use);
    }

    /** Returns a line: positions as pairs of x and y. */
    private static JsonObject line(Plot.Line line) {
        return JsonObject.of("name", line.name())
                .with(
                        "positions",
                        line.positions().stream()
                                .map(position -> List.of(position.x(), position.y()))
                                .toList());
    }
}
