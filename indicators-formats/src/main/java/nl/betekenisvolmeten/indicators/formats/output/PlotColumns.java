package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalReal;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.real;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.text;

import java.util.List;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/** The properties of the points of a plot. */
final class PlotColumns {

    static final List<TableColumn<Plot.Point>> POINTS = List.of(
            text(
                    "key",
                    "Waar het punt voor staat, zoals de code van een gebied",
                    "What the point stands for, such as an area code",
                    Plot.Point::key),
            text("label", "De naam daarvan", "Its name", Plot.Point::label),
            real(
                    "x",
                    "Plaats langs de as van links naar rechts",
                    "Position along the axis from left to right",
                    point -> point.position().x()),
            real(
                    "y",
                    "Plaats langs de as van onder naar boven",
                    "Position along the axis from bottom to top",
                    point -> point.position().y()),
            optionalReal(
                    "lower",
                    "Ondergrens langs de y-as van wat toeval en grenzen openlaten",
                    "Lower limit along the y axis of what chance and bounds leave open",
                    point -> point.interval().map(Interval::lower)),
            optionalReal(
                    "upper",
                    "Bovengrens langs de y-as van wat toeval en grenzen openlaten",
                    "Upper limit along the y axis of what chance and bounds leave open",
                    point -> point.interval().map(Interval::upper)),
            text(
                    "category",
                    "De klasse waarin het punt is getekend, zoals high (hoog); leeg als er geen klasse is",
                    "The class that the point is drawn in, such as high; empty for none",
                    point -> point.category().map(Plot.Category::code).orElse("")));

    private PlotColumns() {}
}
