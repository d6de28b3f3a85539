package nl.betekenisvolmeten.indicators.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.signal.AreaChart;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/** The plots of a comparison. Areas without an exact figure have no point: a place would be a guess. */
public final class Plots {

    static final LocalizedText PERIOD = LocalizedText.of("Periode", "Period");
    static final LocalizedText NUMBERED = LocalizedText.of("volgnummer", "number");
    private static final LocalizedText SHARE = LocalizedText.of("aandeel, 0 tot 1", "share, 0 to 1");

    private Plots() {}

    /**
     * Every plot of a comparison: for each indicator and period a funnel, a caterpillar and how it is spread, and for each
     * indicator with more than one period a small plot of each area.
     *
     * @param comparison the comparison
     * @return the plots, in its order
     */
    public static List<Plot> all(Comparison comparison) {
        List<Plot> plots = new ArrayList<>();
        byPeriod(comparison.rows()).forEach(rows -> {
            FunnelPlot.of(rows).ifPresent(plots::add);
            caterpillar(rows).ifPresent(plots::add);
            SpreadPlot.of(rows).ifPresent(plots::add);
        });
        comparison.rows().stream()
                .map(row -> row.key().indicator().id())
                .distinct()
                .forEach(indicator -> plots.addAll(smallMultiples(comparison, indicator)));
        return List.copyOf(plots);
    }

    /**
     * The funnel of an indicator in a period.
     *
     * @param comparison the comparison
     * @param indicator which indicator
     * @param period which period
     * @return the plot; empty where no area is in a funnel
     */
    public static Optional<Plot> funnel(Comparison comparison, IndicatorId indicator, Period period) {
        return FunnelPlot.of(rows(comparison, indicator, period));
    }

    /**
     * The areas of an indicator in a period from low to high, with their intervals. It is drawn with them: without, it is
     * a league table.
     *
     * @param comparison the comparison
     * @param indicator which indicator
     * @param period which period
     * @return the plot, with a line {@code city} where all areas are beside one city's exact value; empty where no area has an
     *     exact figure with an interval
     */
    public static Optional<Plot> caterpillar(Comparison comparison, IndicatorId indicator, Period period) {
        return caterpillar(rows(comparison, indicator, period));
    }

    /**
     * How an indicator per inhabitants is spread over them in a period: the concentration curve with the areas from a low to
     * a high figure, which is the Lorenz curve. How it is spread over need takes a ranking by need: {@link #concentration}.
     *
     * @param comparison the comparison
     * @param indicator which indicator
     * @param period which period
     * @return the plot; empty for another kind of indicator, or where fewer than two areas have an exact figure
     */
    public static Optional<Plot> spread(Comparison comparison, IndicatorId indicator, Period period) {
        return SpreadPlot.of(rows(comparison, indicator, period));
    }

    private static List<Comparison.Row> rows(Comparison comparison, IndicatorId indicator, Period period) {
        return comparison.rows().stream()
                .filter(row -> row.key().indicator().id().equals(indicator)
                        && row.key().period().equals(period))
                .toList();
    }

    private static List<List<Comparison.Row>> byPeriod(List<Comparison.Row> rows) {
        Map<String, List<Comparison.Row>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(key(row), any -> new ArrayList<>()).add(row));
        return List.copyOf(groups.values());
    }

    static String key(Comparison.Row row) {
        return row.key().indicator().id() + "/" + row.key().period();
    }

    static double value(Comparison.Row row) {
        return row.figure().value().exact().orElseThrow().doubleValue();
    }

    static Plot.Axis axis(Comparison.Row row) {
        return new Plot.Axis(row.key().indicator().name(), row.key().indicator().unit());
    }

    private static Optional<Plot> caterpillar(List<Comparison.Row> rows) {
        List<Comparison.Row> shown = rows.stream()
                .filter(row -> row.figure().uncertainty().interval().isPresent()
                        && row.figure().value().exact().isPresent())
                .sorted(Comparator.comparing(Plots::value)
                        .thenComparing(row -> row.key().area().code()))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        List<Plot.Point> points = new ArrayList<>();
        for (Comparison.Row row : shown) {
            points.add(point(
                    row,
                    points.size() + 1.0,
                    new Plot.Category.Judged(row.assessment().judgement())));
        }
        Comparison.Row first = shown.get(0);
        Plot.Axis x = new Plot.Axis(LocalizedText.of("Gebied, van laag naar hoog", "Area, from low to high"), NUMBERED);
        boolean oneCity =
                shown.stream().map(row -> row.contrast().cityValue()).distinct().count() == 1;
        List<Plot.Line> lines = first
                .contrast()
                .cityValue()
                .exact()
                .filter(any -> oneCity)
                .map(city -> level("city", 1, points.size(), city.doubleValue()))
                .stream()
                .toList();
        return Optional.of(new Plot(
                Plot.Kind.CATERPILLAR, key(first), first.key().indicator().name(), x, axis(first), points, lines));
    }

    static Plot.Point point(Comparison.Row row, double x, Plot.Category category) {
        return new Plot.Point(
                row.key().area().code().value(),
                row.key().area().name(),
                new Plot.Position(x, value(row)),
                row.figure().uncertainty().interval(),
                Optional.of(category));
    }

    static Plot.Line level(String name, double from, double to, double y) {
        return new Plot.Line(name, List.of(new Plot.Position(from, y), new Plot.Position(to, y)));
    }

    /**
     * A small plot of each area: its figures over the periods, beside its city's.
     *
     * @param comparison the comparison
     * @param indicator which indicator
     * @return a plot for each area with an exact figure, by area code, all with the same axes; none for fewer than two
     *     periods
     */
    public static List<Plot> smallMultiples(Comparison comparison, IndicatorId indicator) {
        return SmallMultiples.of(comparison, indicator);
    }

    /**
     * The control chart of an area. A point without lines, of a baseline that is too short, is drawn all the same; between
     * baselines lines are broken, so each has its own.
     *
     * @param chart the chart
     * @return the plot, with for each baseline that has them lines {@code centre-0}, {@code lower-0} and {@code upper-0},
     *     counted from 0; the category of a point is its verdict. Empty without points
     */
    public static Optional<Plot> controlChart(AreaChart chart) {
        return ControlChartPlot.of(chart);
    }

    /**
     * A control chart, from what was worked out elsewhere.
     *
     * @param key what it is of
     * @param y what is measured, and in what
     * @param points a point for each period, x its number from 1
     * @param centre the centre line
     * @param limits the control limits around it, a place for each point
     * @return the plot, with lines {@code centre}, {@code lower} and {@code upper}
     * @throws IllegalArgumentException if there are not as many limits as points
     */
    public static Plot controlChart(
            String key, Plot.Axis y, List<Plot.Point> points, double centre, List<Interval> limits) {
        if (points.size() != limits.size()) {
            throw new IllegalArgumentException(limits.size() + " limits for " + points.size() + " points");
        }
        List<Plot.Position> middle = new ArrayList<>();
        List<Plot.Position> lower = new ArrayList<>();
        List<Plot.Position> upper = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double x = points.get(i).position().x();
            middle.add(new Plot.Position(x, centre));
            lower.add(new Plot.Position(x, limits.get(i).lower()));
            upper.add(new Plot.Position(x, limits.get(i).upper()));
        }
        List<Plot.Line> lines =
                List.of(new Plot.Line("centre", middle), new Plot.Line("lower", lower), new Plot.Line("upper", upper));
        return new Plot(Plot.Kind.CONTROL_CHART, key, y.label(), new Plot.Axis(PERIOD, NUMBERED), y, points, lines);
    }

    /**
     * An area of a concentration curve.
     *
     * @param area the area
     * @param ranking what areas are ranked by, such as need, from low to high; finite
     * @param weight its size, such as inhabitants, above 0
     * @param amount what it has of what is spread, 0 or more
     */
    public record Ranked(Area area, double ranking, double weight, double amount) {
        /** @throws IllegalArgumentException if one is out of its range */
        public Ranked {
            if (!Double.isFinite(ranking)
                    || !(weight > 0 && amount >= 0)
                    || !Double.isFinite(weight)
                    || !Double.isFinite(amount)) {
                throw new IllegalArgumentException("a ranked area has a rank, a weight above 0 and an amount: "
                        + ranking + ", " + weight + ", " + amount);
            }
        }
    }

    /**
     * The concentration curve: the share of the amount that the areas up to a rank have, by their share of the weight.
     * Above the diagonal what is spread gathers where the ranking is low. Areas of equal rank are one step.
     *
     * @param key what it is of
     * @param title what is spread
     * @param weight what the areas are weighed by
     * @param areas the areas, in any order
     * @return the plot, with lines {@code curve} and {@code equal}; empty without areas, or with nothing to spread
     */
    public static Optional<Plot> concentration(
            String key, LocalizedText title, LocalizedText weight, List<Ranked> areas) {
        List<Ranked> sorted = areas.stream()
                .sorted(Comparator.comparing(Ranked::ranking)
                        .thenComparing(one -> one.area().code()))
                .toList();
        double all = sorted.stream().mapToDouble(Ranked::weight).sum();
        double amount = sorted.stream().mapToDouble(Ranked::amount).sum();
        if (!(amount > 0)) {
            return Optional.empty();
        }
        List<Plot.Point> points = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Ranked one = sorted.get(i);
            x += one.weight();
            y += one.amount();
            if (i + 1 == sorted.size() || sorted.get(i + 1).ranking() != one.ranking()) {
                boolean last = i + 1 == sorted.size();
                Plot.Position place = new Plot.Position(last ? 1 : x / all, last ? 1 : y / amount);
                points.add(new Plot.Point(
                        one.area().code().value(), one.area().name(), place, Optional.empty(), Optional.empty()));
            }
        }
        List<Plot.Position> curve = Stream.concat(
                        Stream.of(new Plot.Position(0, 0)), points.stream().map(Plot.Point::position))
                .toList();
        List<Plot.Line> lines = List.of(
                new Plot.Line("curve", curve),
                new Plot.Line("equal", List.of(new Plot.Position(0, 0), new Plot.Position(1, 1))));
        return Optional.of(new Plot(
                Plot.Kind.CONCENTRATION_CURVE,
                key,
                title,
                new Plot.Axis(weight, SHARE),
                new Plot.Axis(title, SHARE),
                points,
                lines));
    }
}
