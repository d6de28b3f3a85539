package nl.betekenisvolmeten.indicators.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * What to compare: indicators, for the areas of a level, each with its gemeente. Immutable.
 *
 * @param structure the columns of the rows
 * @param indicators the indicators that can be compared
 * @param excluded the indicators that cannot, and why
 * @param level the areas
 * @param period one period; empty compares each period of the rows by itself
 * @param population the inhabitants
 * @param confidence of intervals and judgements
 * @param options the choices of a researcher
 * @param notComparable indicators that meant something else for a while, and when: they have no figure for a period
 *     with such a day
 */
public record ComparisonPlan(
        TableStructure structure,
        List<Indicator> indicators,
        List<Excluded> excluded,
        AreaLevel level,
        Optional<Period> period,
        Population population,
        Confidence confidence,
        ComparisonOptions options,
        Map<IndicatorId, Validity> notComparable) {

    /**
     * @throws IllegalArgumentException if the rows have no time or no areas to roll up to the level, an area of the level
     *     lies in no gemeente, the reference is no area of the level, a change is asked for of rows without reporter, or
     *     the confidence, or another one asked for, is certainty
     */
    public ComparisonPlan {
        indicators = List.copyOf(indicators);
        excluded = List.copyOf(excluded);
        notComparable = Map.copyOf(notComparable);
        AreaHierarchy areas = structure.requiredPlace(level).areas();
        for (Area area : areas.areas(level)) {
            if (areas.ancestor(area.code(), AreaLevel.GEMEENTE).isEmpty()) {
                throw new IllegalArgumentException("no gemeente to compare " + area.code() + " with");
            }
        }
        if (structure.timeIndex().isEmpty()) {
            throw new IllegalArgumentException("rows must have a period: " + structure);
        }
        if (options.change().isPresent() && structure.reporterIndex().isEmpty()) {
            throw new IllegalArgumentException("rows must say who reports for a change: " + structure);
        }
        if (confidence.isCertain() || options.otherConfidences().stream().anyMatch(Confidence::isCertain)) {
            throw new IllegalArgumentException("confidence of a comparison must be below 1: " + confidence);
        }
        checkReference(options.reference(), areas, level);
    }

    private static void checkReference(ComparisonOptions.Reference reference, AreaHierarchy areas, AreaLevel level) {
        if (reference instanceof ComparisonOptions.Reference.OtherArea chosen
                && areas.areas(level).stream().noneMatch(area -> area.code().equals(chosen.area()))) {
            throw new IllegalArgumentException("no area of level " + level + " to compare with: " + chosen.area());
        }
    }

    /**
     * Returns a plan at 95 % confidence for each period of the rows. Indicators that cannot be compared are excluded, with the
     * reason.
     *
     * @param structure the columns of the rows
     * @param indicators the indicators asked for
     * @param level the areas
     * @param population the inhabitants
     * @return the plan
     * @throws IllegalArgumentException if the rows have no time or no areas to roll up to the level, or an area of the
     *     level lies in no gemeente
     */
    public static ComparisonPlan of(
            TableStructure structure, List<Indicator> indicators, AreaLevel level, Population population) {
        List<Indicator> kept = new ArrayList<>();
        List<Excluded> excluded = new ArrayList<>();
        for (Indicator indicator : indicators) {
            Optional<Excluded.Reason> reason = reasonToExclude(indicator, level, structure);
            if (reason.isPresent()) {
                excluded.add(new Excluded(indicator.id(), reason.get()));
            } else {
                kept.add(indicator);
            }
        }
        return new ComparisonPlan(
                structure,
                kept,
                excluded,
                level,
                Optional.empty(),
                population,
                Confidence.P95,
                ComparisonOptions.withDefaults(),
                Map.of());
    }

    private static Optional<Excluded.Reason> reasonToExclude(
            Indicator indicator, AreaLevel level, TableStructure structure) {
        Formula formula = indicator.formula();
        boolean unknown = formula instanceof Formula.Answers && formula.parts().isEmpty();
        if (formula instanceof Formula.Mean || unknown) {
            return Optional.of(Excluded.Reason.KIND);
        }
        if (formula instanceof Formula.Total) {
            return Optional.of(Excluded.Reason.TOTAL);
        }
        if (!structure.feeds(formula)) {
            return Optional.of(Excluded.Reason.COLUMNS);
        }
        return indicator.levels().contains(level) ? Optional.empty() : Optional.of(Excluded.Reason.LEVEL);
    }

    /**
     * Returns a copy for one period: rows within it count, others do not.
     *
     * @param newPeriod the period, not shorter than those of the rows
     * @return the plan
     */
    public ComparisonPlan withPeriod(Period newPeriod) {
        return new ComparisonPlan(
                structure,
                indicators,
                excluded,
                level,
                Optional.of(newPeriod),
                population,
                confidence,
                options,
                notComparable);
    }

    /**
     * Returns a copy that counts only rows with some codes, in numerators and denominators; inhabitants stay those of the
     * area.
     *
     * @param where for a dimension, the codes that count
     * @return the plan
     * @throws IllegalArgumentException if the rows have no such dimension
     */
    public ComparisonPlan withWhere(Map<ColumnName, Set<String>> where) {
        where.keySet().forEach(structure::requiredDimension);
        List<Indicator> narrowed =
                indicators.stream().map(indicator -> indicator.where(where)).toList();
        return new ComparisonPlan(
                structure, narrowed, excluded, level, period, population, confidence, options, notComparable);
    }

    /**
     * Returns a copy with another confidence.
     *
     * @param newConfidence of intervals and judgements
     * @return the plan
     */
    public ComparisonPlan withConfidence(Confidence newConfidence) {
        return new ComparisonPlan(
                structure, indicators, excluded, level, period, population, newConfidence, options, notComparable);
    }

    /**
     * Returns a copy with other choices.
     *
     * @param newOptions the choices
     * @return the plan
     * @throws IllegalArgumentException if the reference is no area of the level, or a change is asked for of rows without
     *     reporter
     */
    public ComparisonPlan withOptions(ComparisonOptions newOptions) {
        return new ComparisonPlan(
                structure, indicators, excluded, level, period, population, confidence, newOptions, notComparable);
    }

    /**
     * Returns a copy with indicators that meant something else for a while, such as in an earlier version of a form.
     *
     * @param newNotComparable when each such indicator meant something else
     * @return the plan
     */
    public ComparisonPlan withNotComparable(Map<IndicatorId, Validity> newNotComparable) {
        return new ComparisonPlan(
                structure, indicators, excluded, level, period, population, confidence, options, newNotComparable);
    }

    /** Returns whether an indicator has figures for a period. */
    boolean isComparable(Indicator indicator, Period of) {
        Validity otherwise = notComparable.get(indicator.id());
        return otherwise == null || !otherwise.overlaps(of);
    }

    /**
     * Returns a comparer that has seen no rows yet.
     *
     * @return the comparer
     */
    public Comparer newComparer() {
        return newComparer(Agreed.NOTHING);
    }

    /**
     * Returns a comparer that has seen no rows yet and uses the given agreements. Knowledge of persons counted twice
     * tightens the bounds of figures about all persons of a measure; figures about some of them, such as an age group,
     * keep their bounds.
     *
     * @param agreed the agreements
     * @return the comparer
     */
    public Comparer newComparer(Agreed agreed) {
        return new Comparer(this, agreed);
    }

    /**
     * Compares a table.
     *
     * @param table the rows
     * @return the comparison
     * @throws IllegalArgumentException if the table has another structure
     */
    public Comparison compare(CountTable table) {
        structure.checkSame(table);
        Comparer comparer = newComparer();
        table.handTo(comparer);
        return comparer.result();
    }

    /** Returns whether a measure counts events or persons. */
    boolean isCount(ColumnName measure) {
        return structure.measure(measure).orElseThrow().isCount();
    }

    /**
     * An indicator that a comparison does not have.
     *
     * @param indicator the indicator
     * @param reason why
     */
    public record Excluded(IndicatorId indicator, Reason reason) {

        /** Why an indicator is excluded. */
        public enum Reason {
            /** It may not be shown for areas of this level. */
            LEVEL,
            /** The deliveries do not have its columns. */
            COLUMNS,
            /** A total says nothing between areas of different size. */
            TOTAL,
            /** Its kind of figure has no comparison in this version. */
            KIND
        }
    }
}
