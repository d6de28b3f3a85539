package nl.betekenisvolmeten.indicators.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.signal.AreaChart;
import nl.betekenisvolmeten.indicators.statistics.Concentration;

/** The plots of a comparison. Areas without an exact figure have no point: a place would be a guess. */
public final class Plots {

    static final LocalizedText PERIOD = LocalizedText.of("Periode", "Period");
    static final LocalizedText NUMBERED = LocalizedText.of("volgnummer", "number");
    private static final LocalizedText SHARE = LocalizedText.of("aandeel, 0 tot 1", "share, 0 to 1");

    private Plots() {}

    /**
     * Returns every plot of a comparison. For each indicator and period: a funnel, a caterpillar (the areas from low to high,
     * drawn with their intervals, as it is a league table without; with a line {@code city} where all areas are compared
     * with one city's exact value) and, for an indicator per inhabitants, how it is spread over them (the Lorenz curve). For
     * each indicator with more than one period: a small plot of each area, all with the same axes.
     *
     * @param comparison the comparison
     * @return the plots, in its order; a plot without points is left out
     */
    public static List<Plot> all(Comparison comparison) {
        return of(comparison, EnumSet.allOf(Plot.Kind.class));
    }

    /**
     * Returns plots of some kinds, as {@link #all} makes them.
     *
     * @param comparison the comparison
     * @param kinds the kinds
     * @return the plots, in the same order
     */
    public static List<Plot> of(Comparison comparison, Set<Plot.Kind> kinds) {
        List<Plot> plots = new ArrayList<>();
        byPeriod(comparison.rows()).forEach(rows -> {
            add(Plot.Kind.FUNNEL, kinds, () -> FunnelPlot.of(rows), plots);
            add(Plot.Kind.CATERPILLAR, kinds, () -> caterpillar(rows), plots);
            add(Plot.Kind.CONCENTRATION_CURVE, kinds, () -> SpreadPlot.of(rows), plots);
        });
        if (kinds.contains(Plot.Kind.SMALL_MULTIPLE)) {
            comparison.rows().stream()
                    .map(row -> row.key().indicator().id())
                    .distinct()
                    .forEach(indicator -> plots.addAll(SmallMultiples.of(comparison, indicator)));
        }
        return List.copyOf(plots);
    }

    private static void add(Plot.Kind kind, Set<Plot.Kind> kinds, Supplier<Optional<Plot>> plot, List<Plot> plots) {
        if (kinds.contains(kind)) {
            plot.get().ifPresent(plots::add);
        }
    }

    private static List<List<Comparison.Row>> byPeriod(List<Comparison.Row> rows) {
        return List.copyOf(rows.stream()
                .collect(Collectors.groupingBy(Plots::key, LinkedHashMap::new, Collectors.toList()))
                .values());
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
     * Returns the control chart of an area. A point without lines, of a baseline that is too short, is drawn all the
     * same; between baselines lines are broken, so each has its own.
     *
     * @param chart the chart
     * @return the plot, with for each baseline that has them lines {@code centre-0}, {@code lower-0} and {@code upper-0},
     *     counted from 0; the category of a point is its verdict. Empty without points
     */
    public static Optional<Plot> controlChart(AreaChart chart) {
        return ControlChartPlot.of(chart);
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
        /**
         * @throws IllegalArgumentException if a number is not finite, {@code weight} is not above 0, or {@code amount}
         *     is negative
         */
        public Ranked {
            if (!Double.isFinite(ranking)
                    || !(weight > 0 && amount >= 0)
                    || !Double.isFinite(weight)
                    || !Double.isFinite(amount)) {
                throw new IllegalArgumentException("a ranked area must have a rank, a weight above 0 and an amount: "
                        + ranking + ", " + weight + ", " + amount);
            }
        }
    }

    /**
     * Returns the concentration curve: the share of the amount that the areas up to a rank have, by their share of the
     * weight. Above the diagonal what is spread gathers where the ranking is low. Areas of equal rank are one step.
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
        List<Plot.Position> curve = Concentration.Curve.of(
                        all(sorted, Ranked::amount), all(sorted, Ranked::weight), all(sorted, Ranked::ranking))
                .points()
                .stream()
                .map(point -> new Plot.Position(point.people(), point.reach()))
                .toList();
        if (curve.size() < 2) {
            return Optional.empty();
        }
        List<Plot.Point> points = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Ranked one = sorted.get(i);
            if (i + 1 == sorted.size() || sorted.get(i + 1).ranking() != one.ranking()) {
                Plot.Position place = curve.get(points.size() + 1);
                points.add(new Plot.Point(
                        one.area().code().value(), one.area().name(), place, Optional.empty(), Optional.empty()));
            }
        }
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

    private static double[] all(List<Ranked> areas, ToDoubleFunction<Ranked> number) {
        return areas.stream().mapToDouble(number).toArray();
    }
}
