package nl.betekenisvolmeten.indicators.formats.internal.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/** Draws plots as SVG elements, for a page or as a picture of their own. */
public final class Charts {

    /** The style sheet of pages, in the light theme. */
    private static final String STYLE =
            "path{fill:none;stroke:#57606a;stroke-width:1.5}.c-grid{stroke:#d0d7de;stroke-width:1}"
                    + ".c-axis{stroke-width:1}.c-interval{stroke-width:2}.c-reference{stroke:#1b1f24;stroke-dasharray:5 3}"
                    + ".c-inner{stroke-dasharray:2 3}.c-label{fill:#57606a;font-size:11px}.c-text{fill:#1b1f24;font-size:12px}"
                    + ".m-better{fill:#0b5cad;stroke:#0b5cad}.m-worse{fill:#b3430b;stroke:#b3430b}"
                    + ".m-differs{fill:#6b3fa0;stroke:#6b3fa0}.m-similar{fill:#57606a;stroke:#57606a}.m-open{fill:#fff}";

    private Charts() {}

    /**
     * Draws a plot.
     *
     * @param plot the plot, of any kind
     * @param caption its title and description
     * @param language the language of names and numbers
     * @return an SVG element
     */
    public static String svg(Plot plot, Caption caption, Language language) {
        return switch (plot.kind()) {
            case CATERPILLAR -> new CaterpillarChart(plot, caption, language).svg();
            case FUNNEL, CONCENTRATION_CURVE -> new ScatterChart(plot, caption, language).svg();
            case SMALL_MULTIPLE, CONTROL_CHART -> panel(plot, List.of(plot), caption.id() + "-f", caption, language);
        };
    }

    /**
     * Draws a small plot with the axes that it shares with others: the first of them draws the axes, and the others
     * reuse them.
     *
     * @param plot a small multiple or a control chart
     * @param all the plots that it is one of, on the same page
     * @param frame an id for the shared part
     * @param caption its title and description
     * @param language the language of names and numbers
     * @return an SVG element
     */
    public static String panel(Plot plot, List<Plot> all, String frame, Caption caption, Language language) {
        return new PanelChart(plot, all, frame, caption, language).svg();
    }

    /**
     * Returns a drawing as a standalone file, with the style of a page.
     *
     * @param svg an SVG element
     * @return an SVG file
     */
    public static String file(String svg) {
        int end = svg.indexOf('>');
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + svg.substring(0, end)
                + " xmlns=\"http://www.w3.org/2000/svg\" font-family=\"sans-serif\"><style>" + STYLE + "</style>"
                + svg.substring(end + 1)
                        .replace("<circle ", "<circle r=\"3.5\" ")
                        // office programs take the first of two classes
                        .replace(" m-open\"", "\" style=\"fill:#fff\"");
    }

    /** Returns all numbers along the y axis, including those of intervals and lines. */
    static DoubleStream heights(Plot plot) {
        DoubleStream points = plot.points().stream()
                .flatMap(point -> Stream.concat(
                        Stream.of(point.position().y()),
                        point.interval().stream().flatMap(one -> Stream.of(one.lower(), one.upper()))))
                .mapToDouble(Double::doubleValue);
        return DoubleStream.concat(
                points,
                plot.lines().stream().flatMap(line -> line.positions().stream()).mapToDouble(Plot.Position::y));
    }

    /** Returns a point in words. */
    static String words(Plot.Point point, String label, Language language) {
        String text = label + ": " + number(point.position().y(), language);
        return point.interval()
                .map(interval -> text + " (" + limits(interval, language) + ")")
                .orElse(text);
    }

    private static String limits(Interval interval, Language language) {
        return number(interval.lower(), language)
                + (language == Language.NL ? " tot " : " to ")
                + number(interval.upper(), language);
    }

    static String number(double number, Language language) {
        return CellValue.of(number).toText(language);
    }

    static String tick(BigDecimal value, Language language) {
        return Ticks.label(value, language);
    }

    static Mark mark(Plot.Point point) {
        return point.category().map(Mark::of).orElse(Mark.SIMILAR);
    }
}
