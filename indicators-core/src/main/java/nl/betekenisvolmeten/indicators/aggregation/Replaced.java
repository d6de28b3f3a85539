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

/**
 * Rows of a plan with totals that organisations counted themselves in their place: once for figures that these totals
 * are, and once for figures that they bound from above.
 */
final class Replaced {

    /** Rows, and the totals that replace some of them. */
    private record InPlace(OwnTotals totals, GroupedRows rows) {

        /** Returns the rows, after adding the totals that came since the last call. */
        GroupedRows settled() {
            totals.settle().forEach(counted -> rows.addTotal(totals, counted));
            return rows;
        }

        /** Accepts totals that are among the rows already. */
        void know(List<OwnTotal> more) {
            totals.add(more);
            totals.settle();
        }
    }

    private final AggregationPlan plan;
    private final InPlace exact;
    private final InPlace most;

    Replaced(AggregationPlan plan, Map<ColumnName, FirstTimes> firstTimes) {
        this.plan = plan;
        exact = new InPlace(new OwnTotals(plan, false), new GroupedRows(plan, firstTimes));
        most = new InPlace(new OwnTotals(plan, true), new GroupedRows(plan, firstTimes));
    }

    private void each(Consumer<InPlace> action) {
        action.accept(exact);
        action.accept(most);
    }

    List<OwnTotal> totals() {
        return exact.totals().totals();
    }

    void accept(List<OwnTotal> more) {
        each(one -> one.totals().add(more));
    }

    /** Accepts totals that are among the rows already. */
    void know(List<OwnTotal> more) {
        each(one -> one.know(more));
    }

    void add(Observation row) {
        each(one -> one.settled().add(one.totals().mask(row)));
    }

    void addRejected(RejectedRows some) {
        each(one -> one.settled().addRejected(some, one.totals().given(some)));
    }

    /** Adds rows of others, without totals. */
    void combine(GroupedRows others) {
        each(one -> one.settled().combine(others));
    }

    void combine(Replaced other) {
        exact.settled().combine(other.exact.settled());
        most.settled().combine(other.most.settled());
        know(other.totals());
    }

    void write(StateWriter out) {
        each(one -> one.settled().write(out));
    }

    void read(StateReader in) {
        each(one -> one.rows().read(in));
    }

    /** Returns whether a figure is that of totals, wherever there are any. */
    boolean isWhole(Series series) {
        return exact.totals().isWhole(series);
    }

    /** Returns a table of the rows themselves, with the totals that count in its figures. */
    ResultTable merge(ResultTable rows, ResultAssembler.Reported reported, ResultAssembler.Narrowing narrowing) {
        return new TotalsInTable(plan, exact.totals())
                .merge(
                        rows,
                        exact.settled().assemble(reported, narrowing),
                        most.settled().assemble(reported, narrowing));
    }

    /** Adds these groups to others, under other keys. */
    void regroup(Replaced others, Set<List<String>> keys, Function<List<String>, Optional<List<String>>> newKey) {
        others.know(totals());
        exact.settled().regroup(others.exact.rows(), keys, newKey);
        most.settled().regroup(others.most.rows(), keys, newKey);
    }
}
