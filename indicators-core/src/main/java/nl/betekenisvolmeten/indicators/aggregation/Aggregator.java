package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * Takes rows one by one and holds what the totals of a plan need: memory grows with the number of groups, not of rows.
 * The order of rows does not matter. Not thread-safe; an aggregator per thread, then {@link #combine}.
 */
public final class Aggregator implements Consumer<Observation> {

    private final AggregationPlan plan;
    private final List<KeyPart> keyParts;
    private final Map<List<String>, Group> groups = new HashMap<>();

    Aggregator(AggregationPlan plan) {
        this.plan = plan;
        keyParts = plan.groupings().stream()
                .map(grouping -> KeyPart.of(grouping, plan.structure()))
                .toList();
    }

    /**
     * Adds a row. A row that is refused may have been added in part: do not go on with the aggregator.
     *
     * @param observation a row of the plan's structure
     * @throws IllegalArgumentException if the row has other columns, a period that is no CBS code, an area that cannot
     *     be rolled up, or a negative number of persons or cases
     */
    @Override
    public void accept(Observation observation) {
        if (observation.dimensions() != plan.structure().dimensions().size()
                || observation.measures() != plan.structure().measures().size()) {
            throw new IllegalArgumentException("a row of another structure: " + observation);
        }
        List<String> key = new ArrayList<>(keyParts.size());
        for (KeyPart part : keyParts) {
            key.add(part.of(observation));
        }
        group(key).add(observation);
    }

    private Group group(List<String> key) {
        Group group = groups.get(key);
        if (group == null) {
            group = new Group(plan);
            groups.put(List.copyOf(key), group);
        }
        return group;
    }

    /**
     * Adds what another aggregator of the same plan has seen.
     *
     * @param other the other one; left as it is
     * @throws IllegalArgumentException if its plan is another
     */
    public void combine(Aggregator other) {
        if (!plan.equals(other.plan)) {
            throw new IllegalArgumentException("aggregators of different plans cannot be combined");
        }
        other.groups.forEach((key, group) -> group(key).combine(group));
    }

    /**
     * The totals of the rows seen so far.
     *
     * @return the totals, in the order of their keys
     */
    public ResultTable result() {
        List<List<String>> keys = new ArrayList<>(groups.keySet());
        keys.sort(RowOrder.INSTANCE);
        return new ResultAssembler(plan, groups).assemble(keys);
    }
}
