package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;

/**
 * The events of an indicator that persons may have more than once, and what is known of their design effect.
 *
 * @param part the events: the numerator of a rate, or the whole of a share
 * @param repeats the persons behind them
 * @param whole whether they come one at a time; amounts such as hours do not
 * @param share whether the figure is a share of them
 */
record RepeatedParts(Formula.Part part, Measure.Repeats repeats, boolean whole, boolean share) {

    /**
     * Returns the repeated events of a formula; empty if its events are independent, or overdispersion is requested
     * instead.
     */
    static Optional<RepeatedParts> of(Formula formula, ComparisonPlan plan) {
        boolean share = formula instanceof Formula.Proportion;
        List<Formula.Part> parts = formula.parts();
        if (plan.options().dispersion() != ComparisonOptions.Dispersion.NONE || parts.isEmpty()) {
            return Optional.empty();
        }
        Formula.Part part = parts.get(share ? parts.size() - 1 : 0);
        return SquareSums.repeats(plan.structure(), part.column())
                .map(repeats -> new RepeatedParts(part, repeats, plan.isCount(part.column()), share));
    }

    /** Returns the persons behind the events; empty if the format does not count them. */
    Optional<Formula.Part> persons(ComparisonPlan plan) {
        return repeats.persons()
                .filter(column -> plan.structure().measureIndex(column).isPresent())
                .map(column -> new Formula.Part(column, part.where()));
    }

    /**
     * Returns what is known of the design effect. That of a share is at most that of its whole; they are equal if what
     * is counted is the same at each visit of a person, such as an age.
     *
     * @param events how many there were
     * @param people how many different persons; without bounds where not known
     * @param squares the sum of squares of each part; empty if not known of all
     */
    DesignEffect effect(CellValue events, CellValue people, List<Double> squares) {
        if (repeats.persons().isEmpty()) {
            return DesignEffect.NONE;
        }
        double fewest = events.lowerBound().map(BigDecimal::doubleValue).orElse(0.0);
        double most = upper(events);
        DesignEffect least = DesignEffect.ofPersons(fewest, upper(people), whole ? 1 : 0);
        if (squares.isEmpty() || fewest <= 0) {
            return share ? DesignEffect.atLeast(1) : least;
        }
        double upper = DesignEffect.ofSquares(fewest, squares).widest();
        if (share) {
            return DesignEffect.between(1, Math.max(1, upper));
        }
        double lower =
                Math.max(least.lower(), DesignEffect.ofSquares(most, squares).lower());
        return DesignEffect.between(Math.min(lower, upper), upper);
    }

    private static double upper(CellValue value) {
        return value.upperBound().map(BigDecimal::doubleValue).orElse(0.0);
    }
}
