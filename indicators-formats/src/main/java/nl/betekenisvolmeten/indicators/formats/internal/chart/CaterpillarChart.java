package nl.betekenisvolmeten.indicators.formats.internal.chart;

import java.math.BigDecimal;
import java.util.DoubleSummaryStatistics;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.plot.Plot;

/** Areas below each other, the highest figure at the top, each with its interval. */
record CaterpillarChart(Plot plot, Caption caption, Language language) {

    private static final int WIDTH = 380;
    private static final int NAMES = 156;
    private static final int RIGHT = 366;
    private static final int TOP = 22;
    private static final int ROW = 18;
    private static final int BELOW = 38;
    private static final int LONGEST_NAME = 22;
    private static final int LONGEST_UNIT = 36;
    private static final int LONGEST_REFERENCE = 24;
    private static final int INTERVALS = 4;

    String svg() {
        int rows = plot.points().size();
        double bottom = TOP + rows * (double) ROW;
        DoubleSummaryStatistics all = Charts.heights(plot).summaryStatistics();
        Ticks ticks = Ticks.of(all.getMin(), all.getMax(), INTERVALS);
        Scale scale = Scale.of(ticks, NAMES + 8.0, RIGHT);
        Canvas canvas = new Canvas(WIDTH, (int) bottom + BELOW, caption);
        for (BigDecimal tick : ticks.values()) {
            double x = scale.at(tick.doubleValue());
            canvas.grid(x, TOP, x, bottom);
            canvas.label(Charts.tick(tick, language), LONGEST_NAME, "middle", x, bottom + 14);
        }
        canvas.axis(NAMES + 8.0, bottom, RIGHT, bottom);
        canvas.label(plot.y().unit().in(language), LONGEST_UNIT, "end", RIGHT, bottom + 31);
        plot.lines().stream()
                .flatMap(line -> line.positions().stream())
                .findFirst()
                .ifPresent(place -> {
                    double x = scale.at(place.y());
                    canvas.reference(x, TOP - 4.0, x, bottom);
                    boolean right = x > (NAMES + RIGHT) / 2.0;
                    canvas.name(caption.reference(), LONGEST_REFERENCE, right ? "end" : "start", x, TOP - 9.0);
                });
        for (int i = 0; i < rows; i++) {
            row(canvas, scale, plot.points().get(rows - 1 - i), TOP + i * (double) ROW + ROW / 2.0);
        }
        return canvas.close();
    }

    private void row(Canvas canvas, Scale scale, Plot.Point point, double y) {
        canvas.name(point.label(), LONGEST_NAME, "end", NAMES, y + 4);
        point.interval()
                .ifPresent(interval -> canvas.interval(scale.at(interval.lower()), y, scale.at(interval.upper()), y));
        canvas.mark(
                Charts.mark(point), scale.at(point.position().y()), y, Charts.words(point, point.label(), language));
    }
}
