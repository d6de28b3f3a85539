package nl.betekenisvolmeten.indicators.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.ExactTest;
import nl.betekenisvolmeten.indicators.statistics.FunnelLimits;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.Overdispersion;

/** The funnel of an indicator in a period, around the value of one city. */
final class FunnelPlot {

    private static final LocalizedText SIZE = LocalizedText.of("Noemer", "Denominator");
    private static final LocalizedText NUMBER = LocalizedText.of("aantal", "number");

    private final Per per;
    private final double overall;
    private final boolean share;
    private final Optional<Overdispersion> overdispersion;

    private FunnelPlot(Comparison.Row row) {
        per = row.figure().per();
        overall = row.contrast().cityValue().exact().orElseThrow().doubleValue() / per.multiplier();
        share = row.key().indicator().formula() instanceof Formula.Proportion;
        overdispersion = row.assessment().overdispersion();
    }

    /** Returns the plot; empty if no area is in a funnel, or if areas belong to cities with different values. */
    static Optional<Plot> of(List<Comparison.Row> rows) {
        List<Comparison.Row> shown = rows.stream()
                .filter(row -> row.assessment().funnel().isPresent())
                .toList();
        if (shown.isEmpty()
                || shown.stream()
                                .map(row -> row.contrast().cityValue())
                                .distinct()
                                .count()
                        > 1) {
            return Optional.empty();
        }
        Comparison.Row first = shown.get(0);
        List<Plot.Point> points = shown.stream()
                .map(row -> Plots.point(
                        row,
                        size(row),
                        new Plot.Category.InFunnel(row.assessment().funnel().orElseThrow())))
                .toList();
        return Optional.of(new Plot(
                Plot.Kind.FUNNEL,
                Plots.key(first),
                first.key().indicator().name(),
                new Plot.Axis(SIZE, NUMBER),
                Plots.axis(first),
                points,
                new FunnelPlot(first).lines(points)));
    }

    private static double size(Comparison.Row row) {
        return row.figure().denominator().exact().orElseThrow().doubleValue();
    }

    private List<Plot.Line> lines(List<Plot.Point> points) {
        double smallest =
                points.stream().mapToDouble(point -> point.position().x()).min().orElseThrow();
        double largest =
                points.stream().mapToDouble(point -> point.position().x()).max().orElseThrow();
        List<Plot.Line> lines = new ArrayList<>();
        lines.add(Plots.level("city", 0, largest, overall * per.multiplier()));
        if (overall > 0 && (share || overall * largest < ExactTest.LARGEST_COUNT / 2)) {
            addLimits(lines, "95", Confidence.P95, smallest, largest);
            addLimits(lines, "998", Confidence.P998, smallest, largest);
        }
        return lines;
    }

    private void addLimits(List<Plot.Line> lines, String name, Confidence confidence, double smallest, double largest) {
        List<Plot.Position> lower = new ArrayList<>();
        List<Plot.Position> upper = new ArrayList<>();
        boolean bySize = share || overdispersion.isPresent();
        List<Long> steps =
                bySize ? FunnelLimits.Axis.sizes(smallest, largest) : counts(smallest, largest, lower, confidence);
        for (long step : steps) {
            if (overdispersion.isPresent()) {
                Interval limits = widened(overdispersion.get(), (double) step, confidence);
                lower.add(new Plot.Position((double) step, Math.max(0, limits.lower())));
                upper.add(new Plot.Position((double) step, limits.upper()));
            } else {
                FunnelLimits limits = share
                        ? FunnelLimits.ofProportion(overall, (double) step, per, confidence)
                        : limits((double) step, confidence);
                lower.add(new Plot.Position(limits.lowerSize(), limits.lower()));
                upper.add(new Plot.Position(limits.upperSize(), limits.upper()));
            }
        }
        lines.add(new Plot.Line("lower-" + name, lower));
        lines.add(new Plot.Line("upper-" + name, upper));
    }

    /**
     * Returns counts for which the lower line begins at the smallest area or before it, and the upper line ends at the
     * largest one or after it. Where even no events at all are not too few, the lower line begins at 0.
     */
    private List<Long> counts(double smallest, double largest, List<Plot.Position> lower, Confidence confidence) {
        double fewest = Math.floor(smallest * overall);
        for (double step = 1; fewest >= 1 && limits(fewest, confidence).lowerSize() > smallest; step *= 2) {
            fewest -= step;
        }
        double most = Math.ceil(largest * overall);
        for (double step = 1; limits(most, confidence).upperSize() < largest; step *= 2) {
            most += step;
        }
        if (fewest < 1) {
            double none = -Math.log((1 - confidence.level()) / 2) / overall;
            lower.add(new Plot.Position(Math.min(smallest, none), 0));
            lower.add(new Plot.Position(none, 0));
        }
        return FunnelLimits.Axis.events(Math.max(1, fewest), most, 1);
    }

    private FunnelLimits limits(double count, Confidence confidence) {
        return FunnelLimits.ofRate((long) count, overall, per, confidence);
    }

    private Interval widened(Overdispersion spread, double size, Confidence confidence) {
        double variance = (share ? overall * (1 - overall) : overall) / size;
        return spread.limits(overall * per.multiplier(), per.multiplier() * Math.sqrt(variance), confidence);
    }
}
