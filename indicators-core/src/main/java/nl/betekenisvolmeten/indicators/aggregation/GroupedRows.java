package nl.betekenisvolmeten.indicators.aggregation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.aggregation.internal.Deliveries;
import nl.betekenisvolmeten.indicators.aggregation.internal.RowSelection;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateReader;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateWriter;
import nl.betekenisvolmeten.indicators.aggregation.internal.WorkSpans;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import org.jspecify.annotations.Nullable;

/**
 * Rows by the groups of a plan: those that count, those that may count, those with an error, and those about which
 * deliveries disagree. Other information, such as totals that organisations counted themselves, is left to {@link
 * Aggregator}.
 */
final class GroupedRows {

    private static final List<RowSelection.Mode> POSSIBLE =
            List.of(RowSelection.Mode.POSSIBLE, RowSelection.Mode.DOUBTFUL);

    private final AggregationPlan plan;
    private final Map<ColumnName, FirstTimes> firstTimes;
    private final GroupTotals totals;
    private final RowBuffer buffer;
    private final RejectedTotals rejected;
    /** Rows about which deliveries disagree; null if there are none. */
    private @Nullable Aggregator refused;
    /** Rows that may count, as they have one of several codes. */
    private final Map<RowSelection.Mode, GroupedRows> possible = new EnumMap<>(RowSelection.Mode.class);

    /** Creates groups without rows, in which persons are bounded by the given counts of first visits. */
    GroupedRows(AggregationPlan plan, Map<ColumnName, FirstTimes> firstTimes) {
        this(plan, firstTimes, RowSelection.Mode.CERTAIN);
    }

    private GroupedRows(AggregationPlan plan, Map<ColumnName, FirstTimes> firstTimes, RowSelection.Mode mode) {
        this.plan = plan;
        this.firstTimes = firstTimes;
        totals = new GroupTotals(
                plan.structure(),
                plan.groupings(),
                plan.series(),
                new GroupTotals.Known(
                        plan.agreed().overlaps().sameAgeRule(),
                        new WorkSpans(
                                plan.structure(),
                                plan.agreed().successions(),
                                plan.agreed().agreements()),
                        firstTimes,
                        mode));
        buffer = new RowBuffer(plan.structure(), totals.codes());
        rejected = new RejectedTotals(plan);
    }

    /** Adds a row of the plan's structure. */
    void add(Observation row) {
        if (PossibleRows.isDoubtful(row)) {
            addDoubtful(row);
        } else {
            addCertain(row);
        }
    }

    private void addCertain(Observation row) {
        if (buffer.add(row)) {
            buffer.addTo(totals);
        }
    }

    /**
     * Adds a row with several possible codes. In a single group it counts, except perhaps in figures about some rows;
     * if there are several groups, it may count in each.
     */
    private void addDoubtful(Observation row) {
        List<Observation> rows = PossibleRows.byGroup(row, plan);
        if (rows.size() == 1) {
            addCertain(row);
            possible(RowSelection.Mode.DOUBTFUL).addCertain(row);
        } else {
            rows.forEach(possible(RowSelection.Mode.POSSIBLE)::addCertain);
            totals.acceptDelivered(row);
        }
    }

    private GroupedRows possible(RowSelection.Mode mode) {
        return possible.computeIfAbsent(mode, any -> new GroupedRows(plan, Map.of(), any));
    }

    /** Adds rows of a batch. */
    void add(ObservationBatch batch, int from, int to) {
        totals.add(batch, from, to);
    }

    /** Returns these rows with the organisations' own totals that count. */
    GroupedRows with(OwnTotals counting) {
        if (counting.counted().isEmpty()) {
            return this;
        }
        GroupedRows all = new GroupedRows(plan, firstTimes);
        all.combine(this);
        counting.counted().forEach(counted -> all.addTotal(counting, counted));
        return all;
    }

    /** Adds a total as a row to each group that it may belong to. */
    private void addTotal(OwnTotals by, OwnTotals.Counted counted) {
        by.overPeriods(counted).ifPresent(totals::acceptOverPeriods);
        List<Observation> rows = by.rows(counted);
        boolean sure = rows.size() == 1 && counted.sure();
        for (Observation row : rows) {
            if (!sure) {
                possible(RowSelection.Mode.POSSIBLE).addCertain(row);
            } else {
                addCertain(row);
                if (PossibleRows.isDoubtful(row)) {
                    possible(RowSelection.Mode.DOUBTFUL).addCertain(row);
                }
            }
        }
    }

    /** Adds rows with an error, which do not matter in the given measures. */
    void addRejected(RejectedRows rows, Set<Integer> given) {
        rejected.add(rows, given);
        totals.acceptRejected(rows);
    }

    /** Returns the taker of rows about which deliveries disagree. */
    Aggregator refused() {
        Aggregator own = refused == null ? new Aggregator(plan) : refused;
        refused = own;
        return own;
    }

    /** Returns a table without the figures that include rows about which deliveries disagree. */
    ResultTable withoutRefused(ResultTable table) {
        return refused == null
                ? table
                : RefusedTotals.in(table, refused.grouped().groups());
    }

    /** Returns the totals over all rows. */
    private GroupTotals totals() {
        buffer.addTo(totals);
        return totals;
    }

    /** Returns which organisation delivered for which stadsdeel and period, for rows that say so. */
    Deliveries deliveries() {
        return totals().deliveries().orElseThrow();
    }

    /** Writes the state: the same bytes for the same rows, in any order. */
    void write(StateWriter out) {
        totals().write(out);
        rejected.write(out);
        out.bytes(refused == null ? new byte[0] : refused.toBytes());
        for (RowSelection.Mode mode : POSSIBLE) {
            out.number(possible.containsKey(mode) ? 1 : 0);
            Optional.ofNullable(possible.get(mode)).ifPresent(rows -> rows.write(out));
        }
    }

    /** Adds a state written by others with the same plan. */
    void read(StateReader in) {
        totals.read(in, plan.groupings().size());
        rejected.read(in);
        byte[] ofRefused = in.bytes();
        if (ofRefused.length > 0) {
            refused().read(ofRefused);
        }
        for (RowSelection.Mode mode : POSSIBLE) {
            if (in.number() == 1) {
                possible(mode).read(in);
            }
        }
    }

    /** Adds other rows by the groups of the same plan, which are left as they are. */
    void combine(GroupedRows other) {
        totals.combine(other.totals(), Optional::of);
        rejected.combine(other.rejected);
        if (other.refused != null) {
            refused().combine(other.refused);
        }
        other.possible.forEach((mode, rows) -> possible(mode).combine(rows));
    }

    /** Returns the figures of all groups. */
    ResultTable assemble(ResultAssembler.Reported reported, ResultAssembler.Narrowing narrowing) {
        return new ResultAssembler(plan, totals(), groups(), rejected, reported, narrowing).assemble();
    }

    /** Returns all groups, with the rows that may count in them, and also those whose rows were all rejected. */
    List<GroupTotals.Group> groups() {
        List<GroupTotals.Group> groups = totals().groups(rejected.groups());
        for (Map.Entry<RowSelection.Mode, GroupedRows> rows : possible.entrySet()) {
            groups = GroupTotals.with(
                    groups,
                    rows.getValue().totals().groups(Set.of()),
                    rows.getKey() == RowSelection.Mode.POSSIBLE,
                    (index, own, more) ->
                            PossibleRows.plus(own, more, plan.series().get(index), plan.structure()));
        }
        return groups;
    }

    /** Adds these groups to others, under other keys. */
    void regroup(GroupedRows others, Set<List<String>> keys, Function<List<String>, Optional<List<String>>> newKey) {
        others.totals.combine(totals(), newKey);
        others.rejected.regroup(rejected, keys, newKey);
        if (refused != null) {
            others.refused().grouped().totals.combine(refused.grouped().totals(), newKey);
        }
        possible.forEach((mode, rows) -> others.possible(mode).totals.combine(rows.totals(), newKey));
    }
}
