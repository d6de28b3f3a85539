package nl.betekenisvolmeten.indicators.formats.internal.chart;

import java.math.BigDecimal;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.plot.Plot;

/** Points and lines between two axes of numbers. */
record ScatterChart(Plot plot, Caption caption, Language language) {

    private static final int WIDTH = 340;
    private static final int HEIGHT = 270;
    private static final int LEFT = 52;
    private static final int RIGHT = 326;
    private static final int TOP = 26;
    private static final int BOTTOM = 222;
    private static final int LONGEST_NAME = 16;
    private static final int LONGEST_LABEL = 40;
    private static final int MOST_NAMES = 8;
    private static final int INTERVALS = 4;

    String svg() {
        // limits at a small size may lie far beyond every area, so the points and their reference decide
        DoubleSummaryStatistics heights = DoubleStream.concat(
                        plot.points().stream()
                                .mapToDouble(point -> point.position().y()),
                        plot.lines().stream()
                                .filter(line -> !isLimit(line))
                                .flatMap(line -> line.positions().stream())
                                .mapToDouble(Plot.Position::y))
                .summaryStatistics();
        double room = (heights.getMax() - heights.getMin()) / 10;
        Ticks up = Ticks.of(
                heights.getMin() < 0 ? heights.getMin() : Math.max(0, heights.getMin() - room),
                heights.getMax() + room,
                INTERVALS);
        Ticks along = Ticks.of(
                0,
                plot.points().stream()
                        .mapToDouble(point -> point.position().x())
                        .max()
                        .orElse(1),
                INTERVALS);
        Scale x = Scale.of(along, LEFT, RIGHT);
        Scale y = Scale.of(up, BOTTOM, TOP);
        Canvas canvas = new Canvas(WIDTH, HEIGHT, caption);
        axes(canvas, x, y, along, up);
        plot.lines().forEach(line -> line(canvas, line, x, y));
        int named = 0;
        for (Plot.Point point : plot.points()) {
            double px = x.at(point.position().x());
            double py = y.at(point.position().y());
            Mark mark = Charts.mark(point);
            canvas.mark(mark, px, py, Charts.words(point, point.label(), language));
            if ((mark == Mark.ABOVE || mark == Mark.BELOW) && named++ < MOST_NAMES) {
                boolean left = px > (LEFT + RIGHT) / 2.0;
                canvas.name(point.label(), LONGEST_NAME, left ? "end" : "start", px + (left ? -9 : 9), py + 4);
            }
        }
        return canvas.close();
    }

    private void axes(Canvas canvas, Scale x, Scale y, Ticks along, Ticks up) {
        for (BigDecimal tick : up.values()) {
            double at = y.at(tick.doubleValue());
            canvas.grid(LEFT, at, RIGHT, at);
            canvas.label(Charts.tick(tick, language), LONGEST_NAME, "end", LEFT - 6.0, at + 4);
        }
        for (BigDecimal tick : along.values()) {
            double at = x.at(tick.doubleValue());
            canvas.grid(at, BOTTOM, at, BOTTOM + 4.0);
            canvas.label(Charts.tick(tick, language), LONGEST_NAME, "middle", at, BOTTOM + 16.0);
        }
        canvas.axis(LEFT, BOTTOM, RIGHT, BOTTOM);
        canvas.axis(LEFT, TOP, LEFT, BOTTOM);
        canvas.label(plot.y().unit().in(language), LONGEST_LABEL, "start", 4, 14);
        canvas.label(plot.x().label().in(language), LONGEST_LABEL, "end", RIGHT, BOTTOM + 36.0);
    }

    private static boolean isLimit(Plot.Line line) {
        return line.name().startsWith("lower-") || line.name().startsWith("upper-");
    }

    /** Draws the part of a line within the axes. */
    private static void line(Canvas canvas, Plot.Line line, Scale x, Scale y) {
        List<Plot.Position> places = line.positions().stream()
                .filter(place -> place.y() <= y.to() && place.y() >= y.from() && place.x() <= x.to())
                .map(place -> new Plot.Position(x.at(place.x()), y.at(place.y())))
                .toList();
        if (isLimit(line)) {
            boolean inner = line.name().endsWith("-95");
            canvas.curve(inner ? "c-inner" : "c-outer", places);
        } else if (!places.isEmpty()) {
            canvas.curve("c-reference", places);
        }
    }
}
