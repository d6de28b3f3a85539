package nl.betekenisvolmeten.indicators.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.signal.AreaChart;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;
import nl.betekenisvolmeten.indicators.statistics.ChartPoint;

/** The control chart of an area: x counts the periods in which anyone reported on it, from 1. */
final class ControlChartPlot {

    private final Map<Integer, Limits> baselines = new TreeMap<>();

    private record Limits(List<Plot.Position> centre, List<Plot.Position> lower, List<Plot.Position> upper) {
        Limits() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private ControlChartPlot() {}

    static Optional<Plot> of(AreaChart chart) {
        if (chart.points().isEmpty()) {
            return Optional.empty();
        }
        AreaSeries series = chart.series();
        ControlChartPlot plot = new ControlChartPlot();
        List<Plot.Point> points = new ArrayList<>();
        for (AreaChart.Marked marked : chart.points()) {
            double x = series.points().indexOf(marked.point()) + 1.0;
            String period = marked.point().period().code();
            Plot.Position place = new Plot.Position(x, marked.chart().value().orElseThrow());
            points.add(new Plot.Point(
                    period,
                    period,
                    place,
                    Optional.empty(),
                    Optional.of(new Plot.Category.Signalled(marked.verdict()))));
            plot.add(x, marked.chart());
        }
        return Optional.of(new Plot(
                Plot.Kind.CONTROL_CHART,
                series.indicator().id() + "/" + series.area().code(),
                LocalizedText.of(series.area().name(), series.area().name()),
                new Plot.Axis(Plots.PERIOD, Plots.NUMBERED),
                new Plot.Axis(series.indicator().name(), series.indicator().unit()),
                points,
                plot.lines()));
    }

    private void add(double x, ChartPoint point) {
        if (point.limits().isEmpty() || point.centre().isEmpty()) {
            return;
        }
        Limits own = baselines.computeIfAbsent(point.baseline(), any -> new Limits());
        own.centre().add(new Plot.Position(x, point.centre().getAsDouble()));
        own.lower().add(new Plot.Position(x, point.limits().get().lower()));
        own.upper().add(new Plot.Position(x, point.limits().get().upper()));
    }

    private List<Plot.Line> lines() {
        List<Plot.Line> lines = new ArrayList<>();
        baselines.forEach((baseline, own) -> {
            lines.add(new Plot.Line("centre-" + baseline, own.centre()));
            lines.add(new Plot.Line("lower-" + baseline, own.lower()));
            lines.add(new Plot.Line("upper-" + baseline, own.upper()));
        });
        return lines;
    }
}
