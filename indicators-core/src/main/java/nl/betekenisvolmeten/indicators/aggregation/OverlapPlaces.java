package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Dimension;

/** Says where an agreement holds in the terms of a plan: a stadsdeel by its name is an area code where totals are by area. */
final class OverlapPlaces {

    private final AggregationPlan plan;

    OverlapPlaces(AggregationPlan plan) {
        this.plan = plan;
    }

    /** The agreement by the keys of the plan; empty when it holds for part of a total only. */
    Optional<Overlap> of(Overlap overlap) {
        Map<String, String> where = new TreeMap<>();
        for (Map.Entry<String, String> condition : overlap.where().entrySet()) {
            Optional<Map.Entry<String, String>> key = key(condition.getKey(), condition.getValue());
            if (key.isEmpty()) {
                return Optional.empty();
            }
            where.put(key.get().getKey(), key.get().getValue());
        }
        return Optional.of(
                new Overlap(overlap.dimension(), overlap.series(), where, overlap.agreement(), overlap.basis()));
    }

    private Optional<Map.Entry<String, String>> key(String column, String code) {
        for (Grouping grouping : plan.groupings()) {
            boolean isTime = grouping instanceof Grouping.ByPeriod
                    && grouping.column().value().equals(column);
            if (grouping.name().equals(column) || isTime) {
                return Optional.of(Map.entry(grouping.name(), code));
            }
            if (grouping instanceof Grouping.ByArea byArea) {
                Optional<AreaCode> area = area(column, code).filter(found -> found.level() == byArea.level());
                if (area.isPresent()) {
                    return Optional.of(Map.entry(grouping.name(), area.get().value()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<AreaCode> area(String column, String code) {
        if (!ColumnName.isValid(column)) {
            return Optional.empty();
        }
        return plan.structure().dimensionIndex(ColumnName.of(column)).isPresent()
                        && plan.structure()
                                        .dimensions()
                                        .get(plan.structure()
                                                .dimensionIndex(ColumnName.of(column))
                                                .getAsInt())
                                instanceof Dimension.Place place
                ? place.code(code)
                : Optional.empty();
    }
}
