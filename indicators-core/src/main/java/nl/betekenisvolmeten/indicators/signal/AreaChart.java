package nl.betekenisvolmeten.indicators.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.statistics.ControlChart;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;

/**
 * The control chart of an indicator in an area: p′ for a share, u′ for a rate, XmR for other numbers. A break starts a new
 * baseline. A baseline of fewer than {@link #FEWEST_POINTS} points has no lines and no rules; with fewer than
 * {@link #FIRM_POINTS} its lines are rough, and will move with every quarter to come.
 *
 * <p>The rules look at one series. Of many charts at once some will stand out by chance alone: for those
 * {@link SignalList}.
 *
 * @param series what it is of
 * @param method the code of the chart: {@code p-prime}, {@code u-prime} or {@code xmr}
 * @param points the usable points, in the order of time; those of a short baseline without lines
 * @param notDefined why no baseline has lines; empty when one has
 */
public record AreaChart(AreaSeries series, String method, List<Marked> points, Optional<NotDefined> notDefined) {

    /** Fewer points make no baseline: two years of quarters. A run of {@link ControlChart.Rule#RUN} needs one that is not in it. */
    public static final int FEWEST_POINTS = 8;

    /** From this many points on lines are no longer called rough: three years of quarters. */
    public static final int FIRM_POINTS = 12;

    public AreaChart {
        points = List.copyOf(points);
    }

    /**
     * A point with what it means.
     *
     * @param point the figure
     * @param chart its place between the lines, and the rules that it falls under
     * @param rough whether its baseline has lines, but of fewer than {@link AreaChart#FIRM_POINTS} points
     * @param verdict the most serious of its rules: a concern before an improvement before a change
     */
    public record Marked(AreaSeries.Point point, ControlChart.Point chart, boolean rough, SignalList.Verdict verdict) {}

    /**
     * Returns the chart of a series.
     *
     * @param series the series
     * @return the chart; not defined with {@link NotDefined#TOO_FEW_VALUES} when no baseline has enough points
     */
    public static AreaChart of(AreaSeries series) {
        List<AreaSeries.Point> usable = series.usable();
        ControlChart chart = chart(series, usable);
        Map<Integer, Integer> sizes = new HashMap<>();
        chart.points().forEach(point -> sizes.merge(point.baseline(), 1, Integer::sum));
        List<Marked> marked = new ArrayList<>();
        for (int i = 0; i < usable.size(); i++) {
            ControlChart.Point point = chart.points().get(i);
            int size = sizes.getOrDefault(point.baseline(), 0);
            ControlChart.Point shown = size < FEWEST_POINTS ? bare(point) : point;
            boolean rough = size >= FEWEST_POINTS && size < FIRM_POINTS;
            marked.add(new Marked(
                    usable.get(i), shown, rough, verdict(series.indicator().direction(), shown)));
        }
        boolean any = sizes.values().stream().anyMatch(size -> size >= FEWEST_POINTS);
        return new AreaChart(
                series, chart.method(), marked, any ? Optional.empty() : Optional.of(NotDefined.TOO_FEW_VALUES));
    }

    private static ControlChart chart(AreaSeries series, List<AreaSeries.Point> usable) {
        Set<Integer> breaks = new TreeSet<>();
        for (int i = 1; i < usable.size(); i++) {
            if (usable.get(i).stretch() != usable.get(i - 1).stretch()) {
                breaks.add(i);
            }
        }
        return switch (series.kind()) {
            case SHARE ->
                ControlChart.pPrime(AreaSeries.numerators(usable), AreaSeries.wholes(usable), series.per(), breaks);
            case RATE ->
                ControlChart.uPrime(
                        AreaSeries.numerators(usable), AreaSeries.denominators(usable), series.per(), breaks);
            case NUMBER -> ControlChart.xmr(AreaSeries.values(usable), breaks);
        };
    }

    private static ControlChart.Point bare(ControlChart.Point point) {
        return new ControlChart.Point(
                point.value(), point.baseline(), OptionalDouble.empty(), Optional.empty(), List.of());
    }

    private static SignalList.Verdict verdict(Indicator.Direction direction, ControlChart.Point point) {
        return point.signals().stream()
                .map(signal -> verdict(direction, point, signal))
                .min(AreaChart::bySeverity)
                .orElse(SignalList.Verdict.NONE);
    }

    private static int bySeverity(SignalList.Verdict one, SignalList.Verdict other) {
        List<SignalList.Verdict> order = List.of(
                SignalList.Verdict.CONCERN,
                SignalList.Verdict.IMPROVEMENT,
                SignalList.Verdict.CHANGE,
                SignalList.Verdict.NONE);
        return Integer.compare(order.indexOf(one), order.indexOf(other));
    }

    /**
     * Returns the verdict on a signal. A trend goes up or down wherever it lies; other rules compare the point with the
     * centre line.
     */
    private static SignalList.Verdict verdict(
            Indicator.Direction direction, ControlChart.Point point, ControlChart.Signal signal) {
        if (signal.rule() != ControlChart.Rule.TREND) {
            return SignalList.Verdict.of(
                    direction, point.centre().orElseThrow(), point.value().orElseThrow());
        }
        return direction instanceof Indicator.Direction.WithinBand
                ? SignalList.Verdict.CHANGE
                : SignalList.Verdict.of(direction, 0, signal.high() ? 1 : -1);
    }

    /**
     * Returns the latest point.
     *
     * @return the point, or empty if there is none
     */
    public Optional<Marked> latest() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
    }
}
