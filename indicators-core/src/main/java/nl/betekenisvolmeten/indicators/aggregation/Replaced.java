package nl.betekenisvolmeten.indicators.aggregation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateReader;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateWriter;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a plan with totals that organisations counted themselves in their place: once for figures that these totals
 * are, and once for figures that they bound from above.
 */
final class Replaced {

    /** The rows without the numbers that totals replace. */
    private static final class InPlace {
        private final boolean bounding;
        private final GroupedRows rows;
        private @Nullable OwnTotals settled;

        InPlace(boolean bounding, GroupedRows rows) {
            this.bounding = bounding;
            this.rows = rows;
        }
    }

    private final AggregationPlan plan;
    /** All totals; a total that replaces rows may be added until those rows arrive. */
    private final List<OwnTotal> totals;
    /** Whether the totals have already been added to the rows. */
    private final boolean among;

    private final InPlace exact;
    private final InPlace most;

    Replaced(AggregationPlan plan, Map<ColumnName, FirstTimes> firstTimes, List<OwnTotal> totals) {
        this(plan, firstTimes, totals, false);
    }

    private Replaced(
            AggregationPlan plan, Map<ColumnName, FirstTimes> firstTimes, List<OwnTotal> totals, boolean among) {
        this.plan = plan;
        this.totals = totals;
        this.among = among;
        exact = new InPlace(false, new GroupedRows(plan, firstTimes));
        most = new InPlace(true, new GroupedRows(plan, firstTimes));
    }

    private void each(Consumer<InPlace> action) {
        action.accept(exact);
        action.accept(most);
    }

    private OwnTotals totals(InPlace one) {
        OwnTotals settled = one.settled;
        if (settled == null || settled.totals().size() < totals.size()) {
            settled = new OwnTotals(plan, one.bounding, totals);
            one.settled = settled;
        }
        return settled;
    }

    private GroupedRows rows(InPlace one) {
        return among ? one.rows : one.rows.with(totals(one));
    }

    void add(Observation row) {
        each(one -> one.rows.add(totals(one).mask(row)));
    }

    void addRejected(RejectedRows some) {
        each(one -> one.rows.addRejected(some, totals(one).given(some)));
    }

    /** Adds rows that no total replaces. */
    void combine(GroupedRows others) {
        each(one -> one.rows.combine(others));
    }

    void combine(Replaced other) {
        exact.rows.combine(other.exact.rows);
        most.rows.combine(other.most.rows);
    }

    void write(StateWriter out) {
        each(one -> one.rows.write(out));
    }

    void read(StateReader in) {
        each(one -> one.rows.read(in));
    }

    /** Returns whether a figure is that of totals, wherever there are any. */
    boolean isWhole(Series series) {
        return totals(exact).isWhole(series);
    }

    /** Returns a table of the rows themselves, with the totals that count in its figures. */
    ResultTable merge(ResultTable table, ResultAssembler.Reported reported, ResultAssembler.Narrowing narrowing) {
        return new TotalsInTable(plan, totals(exact))
                .merge(
                        table,
                        rows(exact).assemble(reported, narrowing),
                        rows(most).assemble(reported, narrowing));
    }

    /** Returns these groups and totals under other keys, by the groupings of another plan. */
    Replaced regrouped(
            AggregationPlan other,
            Map<ColumnName, FirstTimes> firstTimes,
            Set<List<String>> keys,
            Function<List<String>, Optional<List<String>>> newKey) {
        Replaced others = new Replaced(other, firstTimes, totals, true);
        rows(exact).regroup(others.exact.rows, keys, newKey);
        rows(most).regroup(others.most.rows, keys, newKey);
        return others;
    }
}
