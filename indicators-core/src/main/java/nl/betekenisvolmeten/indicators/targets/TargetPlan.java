package nl.betekenisvolmeten.indicators.targets;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Which figures targets ask of deliveries. Immutable.
 *
 * @param structure the columns of the rows
 * @param indicators those whose columns the rows have and that a target is about
 * @param notComparable those of them whose rows were not all counted alike, such as after a change of the form
 * @param targets the targets
 * @param population the inhabitants
 */
public record TargetPlan(
        TableStructure structure,
        List<Indicator> indicators,
        Set<IndicatorId> notComparable,
        List<Target> targets,
        Population population) {

    /** @throws IllegalArgumentException if {@code structure} has no period or no area */
    public TargetPlan {
        indicators = List.copyOf(indicators);
        notComparable = Set.copyOf(notComparable);
        targets = List.copyOf(targets);
        if (structure.timeIndex().isEmpty() || structure.place(AreaLevel.REGIO).isEmpty()) {
            throw new IllegalArgumentException("rows must have a period and an area: " + structure);
        }
    }

    /**
     * Returns a plan.
     *
     * @param structure the columns of the rows
     * @param indicators the indicators of the format that the rows are of; those without a target or columns drop out
     * @param targets the targets
     * @param population the inhabitants
     * @return the plan
     * @throws IllegalArgumentException if the rows have no period or no area
     */
    public static TargetPlan of(
            TableStructure structure, List<Indicator> indicators, List<Target> targets, Population population) {
        Set<IndicatorId> wanted = targets.stream().map(Target::indicator).collect(Collectors.toSet());
        List<Indicator> fed = indicators.stream()
                .filter(one -> wanted.contains(one.id()) && structure.feeds(one.formula()))
                .filter(one -> !one.formula().parts().isEmpty())
                .toList();
        return new TargetPlan(structure, fed, Set.of(), targets, population);
    }

    /**
     * Returns a copy of this plan, with indicators whose rows were not all counted alike.
     *
     * @param ids the indicators
     * @return the plan
     */
    public TargetPlan withNotComparable(Set<IndicatorId> ids) {
        return new TargetPlan(structure, indicators, ids, targets, population);
    }

    /**
     * Returns a collector that has seen no rows yet.
     *
     * @return the collector
     */
    public TargetCollector newCollector() {
        return newCollector(Agreed.NOTHING);
    }

    /**
     * Returns a collector that has seen no rows yet and uses the given agreements.
     *
     * @param agreed the agreements
     * @return the collector
     */
    public TargetCollector newCollector(Agreed agreed) {
        return new TargetCollector(this, agreed);
    }

    /**
     * Returns the figures of a table.
     *
     * @param table the rows
     * @return the figures
     * @throws IllegalArgumentException if the table has another structure
     */
    public DeliveredFigures collect(CountTable table) {
        if (!table.structure().equals(structure)) {
            throw new IllegalArgumentException("a table of another structure: " + table.structure());
        }
        TargetCollector collector = newCollector();
        table.handTo(collector);
        return collector.result();
    }

    /** What totals are needed by, for targets on the indicators of the plan. */
    Set<LevelAndLength> slices() {
        Set<IndicatorId> ids = indicators.stream().map(Indicator::id).collect(Collectors.toSet());
        return targets.stream()
                .filter(target -> ids.contains(target.indicator()))
                .flatMap(target -> LevelAndLength.of(target).stream())
                .collect(Collectors.toSet());
    }
}
