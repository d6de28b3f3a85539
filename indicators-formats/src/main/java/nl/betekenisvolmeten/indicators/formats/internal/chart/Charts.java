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

    private Charts() {}

    /**
     * Draws a plot.
     *
     * @param plot the plot, of any kind
     * @param caption what it is called and says
     * @param language the language of names and numbers
     * @return an SVG element
     */
    public static String svg(Plot plot, Caption caption, Language language) {
        return switch (plot.kind()) {
            case CATERPILLAR -> new CaterpillarChart(plot, caption, language).svg();
            case FUNNEL, CONCENTRATION_CURVE -> new ScatterChart(plot, caption, language).svg();
            case SMALL_MULTIPLE, CONTROL_CHART -> panel(plot, List.of(plot), caption, language);
        };
    }

    /**
     * Draws a small plot with the axes that it shares with others.
     *
     * @param plot a small multiple or a control chart
     * @param all the plots that it is one of
     * @param caption what it is called and says
     * @param language the language of names and numbers
     * @return an SVG element
     */
    public static String panel(Plot plot, List<Plot> all, Caption caption, Language language) {
        return new PanelChart(plot, all, caption, language).svg();
    }

    /** All numbers along the y axis, with those of intervals and lines. */
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

    /** A point in words. */
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
