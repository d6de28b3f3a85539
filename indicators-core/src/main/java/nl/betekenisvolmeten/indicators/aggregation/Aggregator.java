package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.internal.BatchTaker;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * Takes rows one by one and holds what the totals of a plan need: memory grows with the number of groups, not of rows.
 * The order of rows does not matter. Not thread-safe; an aggregator per thread, then {@link #combine}.
 */
public class Aggregator implements RowTaker {

    private final AggregationPlan plan;
    private final List<KeyPart> keyParts;
    private final Map<List<String>, Group> groups = new HashMap<>();
    private final BatchGroups batches;

    Aggregator(AggregationPlan plan) {
        this.plan = plan;
        keyParts = plan.groupings().stream()
                .map(grouping -> KeyPart.of(grouping, plan.structure()))
                .toList();
        batches = new BatchGroups(plan, keyParts);
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
            throw new IllegalArgumentException("a row of another structure: of " + observation.dimensions()
                    + " dimensions and " + observation.measures() + " measures");
        }
        List<String> key = new ArrayList<>(keyParts.size());
        for (KeyPart part : keyParts) {
            key.add(part.of(observation));
        }
        group(key).add(observation);
    }

    /** Adds rows of a batch. The totals are those of the same rows one by one. */
    void accept(ObservationBatch batch, int from, int to) {
        if (batch.dimensions() != plan.structure().dimensions().size()
                || batch.measures() != plan.structure().measures().size()) {
            throw new IllegalArgumentException(
                    "a batch of " + batch.dimensions() + " dimensions and " + batch.measures() + " measures");
        }
        if (!batches.add(batch, from, to, this::group)) {
            for (int i = from; i < to; i++) {
                accept(row(batch, i));
            }
        }
    }

    private static Observation row(ObservationBatch batch, int row) {
        String[] codes = new String[batch.dimensions()];
        for (int d = 0; d < codes.length; d++) {
            codes[d] = batch.dictionary(d).code(batch.ids(d)[row]);
        }
        long[] values = new long[batch.measures()];
        boolean[] known = new boolean[batch.measures()];
        for (int m = 0; m < values.length; m++) {
            values[m] = batch.values(m)[row];
            known[m] = batch.known(m)[row];
        }
        return Observation.of(codes, values, known);
    }

    /** An aggregator that also takes batches, which no public signature names. */
    static final class OfBatches extends Aggregator implements BatchTaker {
        OfBatches(AggregationPlan plan) {
            super(plan);
        }

        @Override
        public void accept(ObservationBatch batch, int from, int to) {
            super.accept(batch, from, to);
        }
    }

    /** The groups with all rows in them. */
    private Map<List<String>, Group> groups() {
        batches.drain(this::group);
        return groups;
    }

    /**
     * What this aggregator has seen, to be sent elsewhere and read by {@link AggregationPlan#aggregatorFrom}. The same
     * rows give the same bytes, in whatever order they came. The plan is not in it, but a print of it is.
     *
     * @return the state
     */
    public byte[] toBytes() {
        StateWriter out = new StateWriter();
        out.bytes(PlanPrint.of(plan));
        List<List<String>> keys = new ArrayList<>(groups().keySet());
        keys.sort(RowOrder.INSTANCE);
        out.number(keys.size());
        for (List<String> key : keys) {
            out.texts(key);
            group(key).write(out);
        }
        return out.toBytes();
    }

    /** Adds what another aggregator of the same plan wrote. */
    void read(byte[] state) {
        StateReader in = new StateReader(state);
        if (!Arrays.equals(in.bytes(), PlanPrint.of(plan))) {
            throw new IllegalArgumentException("not a state, or that of an aggregator of another plan");
        }
        long count = in.number();
        for (long i = 0; i < count; i++) {
            List<String> key = in.texts();
            if (key.size() != keyParts.size()) {
                throw new IllegalArgumentException("not a state: a key of " + key.size() + " codes");
            }
            group(key).read(in);
        }
        in.end();
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
        other.groups().forEach((key, group) -> group(key).combine(group));
    }

    /**
     * The totals of the rows seen so far.
     *
     * @return the totals, in the order of their keys
     */
    public ResultTable result() {
        return result(any -> Optional.empty());
    }

    /**
     * The totals of the rows seen so far, by what was agreed about who reports: whether a total is complete, for the policy
     * of the plan, goes by the agreed coverage where there is one.
     *
     * @param agreed the reports of a key that are there, of those that were agreed; empty where nothing was, and the
     *     reports that were seen tell
     * @return the totals, in the order of their keys
     */
    public ResultTable result(Function<List<String>, Optional<Coverage>> agreed) {
        return result(agreed, (key, series, figure, findings) -> figure);
    }

    ResultTable result(Function<List<String>, Optional<Coverage>> agreed, ResultAssembler.Narrowing narrowing) {
        List<List<String>> keys = new ArrayList<>(groups().keySet());
        keys.sort(RowOrder.INSTANCE);
        return new ResultAssembler(plan, groups, agreed, narrowing).assemble(keys);
    }

    /**
     * The keys of the groups seen so far.
     *
     * @return each key once, in no order that means anything
     */
    public Set<List<String>> keys() {
        return Set.copyOf(groups().keySet());
    }

    /**
     * The totals of the rows seen so far by other keys, such as those with a column left out: groups that come to the same
     * key are put together as their rows would be.
     *
     * @param groupings what the new keys are of
     * @param newKey the new key of a group; empty leaves the group out
     * @return the totals, in the order of their keys
     * @throws IllegalArgumentException if a column of the groupings does not fit, or a key has another number of codes
     */
    public ResultTable regrouped(List<Grouping> groupings, Function<List<String>, Optional<List<String>>> newKey) {
        Aggregator others = plan.withGroupings(groupings).newAggregator();
        groups().forEach((key, group) -> newKey.apply(key).ifPresent(other -> {
            if (other.size() != groupings.size()) {
                throw new IllegalArgumentException("a key of " + groupings.size() + " codes: " + other);
            }
            others.group(other).combine(group);
        }));
        return others.result();
    }
}
