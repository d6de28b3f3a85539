package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/** The properties of the points of a plot. */
final class PlotColumns {

    static final List<TableColumn<Plot.Point>> POINTS = new TableColumns<Plot.Point>("plot")
            .text("key", Plot.Point::key)
            .text("label", Plot.Point::label)
            .real("x", point -> point.position().x())
            .real("y", point -> point.position().y())
            .optionalReal("lower", point -> point.interval().map(Interval::lower))
            .optionalReal("upper", point -> point.interval().map(Interval::upper))
            .text("category", point -> point.category().map(Plot.Category::code).orElse(""))
            .toList();

    private PlotColumns() {}
}
