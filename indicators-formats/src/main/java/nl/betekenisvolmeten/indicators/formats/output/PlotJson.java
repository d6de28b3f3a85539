package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/** A plot in JSON: points and lines, with the texts at its axes in both languages. */
record PlotJson(
        String kind,
        String key,
        LocalizedText title,
        Plot.Axis x,
        Plot.Axis y,
        List<TableRow<Plot.Point>> points,
        List<LineJson> lines,
        String use) {

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

    static PlotJson of(Plot plot, String use) {
        return new PlotJson(
                plot.kind().code(),
                plot.key(),
                plot.title(),
                plot.x(),
                plot.y(),
                plot.points().stream()
                        .map(point -> new TableRow<>(POINTS, point))
                        .toList(),
                plot.lines().stream().map(LineJson::of).toList(),
                use);
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
