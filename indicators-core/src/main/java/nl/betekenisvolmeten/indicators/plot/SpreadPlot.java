package nl.betekenisvolmeten.indicators.plot;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.LocalizedText;

/** The Lorenz curve of an indicator per inhabitants: the concentration curve with the areas in the order of the figure. */
final class SpreadPlot {

    private static final LocalizedText INHABITANTS = LocalizedText.of("Inwoners", "Inhabitants");

    private SpreadPlot() {}

    static Optional<Plot> of(List<Comparison.Row> rows) {
        List<Plots.Ranked> areas = rows.stream()
                .filter(SpreadPlot::hasPlace)
                .map(SpreadPlot::ranked)
                .toList();
        if (areas.size() < 2) {
            return Optional.empty();
        }
        Comparison.Row first = rows.get(0);
        return Plots.concentration(Plots.key(first), first.key().indicator().name(), INHABITANTS, areas);
    }

    private static boolean hasPlace(Comparison.Row row) {
        return row.key().indicator().formula() instanceof Formula.PopulationRate
                && row.figure().complete()
                && row.figure().value().exact().isPresent()
                && row.figure()
                        .numerator()
                        .exact()
                        .filter(count -> count.signum() >= 0)
                        .isPresent()
                && row.figure()
                        .denominator()
                        .exact()
                        .filter(size -> size.signum() > 0)
                        .isPresent();
    }

    private static Plots.Ranked ranked(Comparison.Row row) {
        double amount = row.figure().numerator().exact().orElseThrow().doubleValue();
        double weight = row.figure().denominator().exact().orElseThrow().doubleValue();
        // a standardised figure would put the areas in another order than that of the amounts
        return new Plots.Ranked(row.key().area(), amount / weight, weight, amount);
    }
}
