package nl.betekenisvolmeten.indicators.formats.internal.chart;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.plot.Plot;

/** A small chart of one area over time, with the axes of all others. */
record PanelChart(Plot plot, List<Plot> all, String frame, Caption caption, Language language) {

    private static final int WIDTH = 190;
    private static final int HEIGHT = 120;
    private static final int LEFT = 40;
    private static final int RIGHT = 180;
    private static final int TOP = 24;
    private static final int BOTTOM = 98;
    private static final int LONGEST_TITLE = 25;
    private static final int LONGEST_LABEL = 9;
    private static final int INTERVALS = 3;

    String svg() {
        DoubleSummaryStatistics heights =
                all.stream().flatMapToDouble(Charts::heights).summaryStatistics();
        double last = points().mapToDouble(point -> point.position().x()).max().orElse(1);
        Ticks ticks = Ticks.of(heights.getMin(), heights.getMax(), INTERVALS);
        Scale y = Scale.of(ticks, BOTTOM, TOP);
        Scale x = new Scale(1, Math.max(2, last), LEFT + 6.0, RIGHT - 6.0);
        Canvas canvas = new Canvas(WIDTH, HEIGHT, caption);
        canvas.heading(plot.title().in(language), LONGEST_TITLE, 4, 14);
        if (plot.kind() == Plot.Kind.CONTROL_CHART) { // whether the last period is more than chance
            canvas.mark(Charts.mark(plot.points().get(plot.points().size() - 1)), RIGHT, 9, "");
        }
        if (plot.equals(all.get(0))) {
            canvas.openShared(frame);
            for (BigDecimal tick : ticks.values()) {
                double at = y.at(tick.doubleValue());
                canvas.grid(LEFT, at, RIGHT, at);
                canvas.label(Charts.tick(tick, language), LONGEST_LABEL, "end", LEFT - 4.0, at + 4);
            }
            canvas.axis(LEFT, BOTTOM, RIGHT, BOTTOM);
            periods(canvas, x);
            canvas.closeShared();
        } else {
            canvas.shared(frame);
        }
        plot.lines().forEach(line -> line(canvas, line, x, y));
        canvas.curve(
                "c-series",
                plot.points().stream()
                        .map(point -> new Plot.Position(
                                x.at(point.position().x()),
                                y.at(point.position().y())))
                        .toList());
        for (Plot.Point point : plot.points()) {
            canvas.mark(
                    Charts.mark(point),
                    x.at(point.position().x()),
                    y.at(point.position().y()),
                    point.label() + ": " + Charts.number(point.position().y(), language));
        }
        return canvas.close();
    }

    /** Writes the first and the last period of all plots. */
    private void periods(Canvas canvas, Scale x) {
        Comparator<Plot.Point> byPeriod =
                Comparator.comparing(point -> point.position().x());
        points().min(byPeriod)
                .ifPresent(first -> canvas.label(
                        first.label(),
                        LONGEST_LABEL,
                        "start",
                        Math.max(LEFT, x.at(first.position().x()) - 6),
                        BOTTOM + 15.0));
        points().max(byPeriod)
                .filter(last -> last.position().x() > 1)
                .ifPresent(last -> canvas.label(last.label(), LONGEST_LABEL, "end", RIGHT, BOTTOM + 15.0));
    }

    private Stream<Plot.Point> points() {
        return all.stream().flatMap(one -> one.points().stream());
    }

    private static void line(Canvas canvas, Plot.Line line, Scale x, Scale y) {
        boolean limit = line.name().startsWith("lower") || line.name().startsWith("upper");
        canvas.curve(
                limit ? "c-inner" : "c-reference",
                line.positions().stream()
                        .map(place -> new Plot.Position(x.at(place.x()), y.at(place.y())))
                        .toList());
    }
}
