package nl.betekenisvolmeten.indicators.aggregation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.aggregation.internal.Codes;
import nl.betekenisvolmeten.indicators.aggregation.internal.OwnTotalStates;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateReader;
import nl.betekenisvolmeten.indicators.aggregation.internal.StateWriter;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.internal.BatchTaker;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows one by one and holds what the totals of a plan need: memory grows with the number of groups, not of rows.
 * The order of rows does not matter. Not thread-safe; use an aggregator for each thread, then {@link #combine}.
 */
public class Aggregator implements RowTaker {

    private final AggregationPlan plan;
    private final GroupedRows grouped;
    /** First visits in a year, by the measure of all persons. */
    private final Map<ColumnName, FirstTimes> firstTimes;
    /** The same rows with totals that organisations counted themselves in their place; null if there are none. */
    private @Nullable Replaced own;

    Aggregator(AggregationPlan plan) {
        this(plan, FirstTimes.of(plan));
    }

    /** Creates an aggregator that bounds persons only by the given counts of first visits. */
    Aggregator(AggregationPlan plan, Map<ColumnName, FirstTimes> firstTimes) {
        this.plan = plan;
        this.firstTimes = firstTimes;
        grouped = new GroupedRows(plan, firstTimes);
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

    /**
     * Adds a row. After an exception the aggregator is of no use: some rows may have been added in part.
     *
     * @param observation a row of the plan's structure
     * @throws IllegalArgumentException if the row has other columns, a period that is no CBS code, an area that cannot
     *     be rolled up, or a negative number of persons or cases
     */
    @Override
    public void accept(Observation observation) {
        add(observation);
        firstTimes.values().forEach(known -> known.accept(observation));
    }

    private void add(Observation observation) {
        plan.structure().checkSize(observation.dimensions(), observation.measures());
        if (own != null) {
            own.add(observation);
        }
        grouped.add(observation);
    }

    /**
     * Adds a row that may be of a predecessor. What holds within one organisation, such as that age groups share nobody, is
     * only taken to hold within what one organisation delivered.
     *
     * @param row a row of the plan's structure, under the name of the organisation whose series it is in
     * @param delivered the same row under the name of who delivered it
     * @throws IllegalArgumentException as {@link #accept(Observation)}
     */
    @Override
    public void accept(Observation row, Observation delivered) {
        acceptPart(row, row, delivered);
    }

    /**
     * Adds a row under the name of one organisation, which counts in the series of another and may have been delivered
     * by a third.
     */
    void acceptPart(Observation row, Observation counted, Observation delivered) {
        OptionalInt reporter = plan.structure().reporterIndex();
        Observation both = reporter.isPresent()
                ? Codes.deliveredBy(row, reporter.getAsInt(), delivered.code(reporter.getAsInt()))
                : row;
        add(both);
        firstTimes.values().forEach(known -> known.accept(counted, delivered));
    }

    /**
     * Refuses every total that a row belongs to.
     *
     * @param row a row of the plan's structure
     * @throws IllegalArgumentException as {@link #accept(Observation)}
     */
    @Override
    public void refuse(Observation row) {
        grouped.refused().accept(row);
        firstTimes.values().forEach(known -> known.refuse(row));
    }

    /**
     * Accepts a total that an organisation counted itself. Figures for whole stadsdelen and periods use it instead of
     * the rows that it replaces. To a smaller figure it adds between zero and its full value if there are no rows;
     * otherwise it is an upper bound where rows are missing. Totals that replace rows should come before others that they
     * contain; in another order bounds are wider than they need be.
     *
     * @param total a total with the plan's structure
     * @throws IllegalArgumentException if it has other columns
     */
    @Override
    public void acceptTotal(OwnTotal total) {
        plan.structure().checkSize(total.codes().size(), total.values().size());
        firstTimes.values().forEach(known -> known.acceptTotal(total));
        if (own == null && total.replaces()) {
            replaceRows();
        }
        if (own != null) {
            own.accept(List.of(total));
        }
        if (!total.replaces()) {
            OwnTotals alone = new OwnTotals(plan, false);
            grouped.addTotal(alone, alone.counted(total));
        }
    }

    /** Makes totals that organisations counted themselves replace rows from now on. */
    private Replaced replaceRows() {
        Replaced all = new Replaced(plan, firstTimes);
        all.combine(grouped);
        own = all;
        return all;
    }

    /** Adds rows of a batch. The totals are those of the same rows one by one. */
    void accept(ObservationBatch batch, int from, int to) {
        plan.structure().checkSize(batch.dimensions(), batch.measures());
        for (int row = from; own != null && row < to; row++) {
            own.add(RowBuffer.row(batch, row));
        }
        grouped.add(batch, from, to);
        firstTimes.values().forEach(known -> known.accept(batch, from, to));
    }

    /**
     * Accepts rows with an error; totals that they may belong to become incomplete.
     *
     * @param rows what can be read of them, by the plan's structure
     * @throws IllegalArgumentException if they have other columns
     */
    @Override
    public void acceptRejected(RejectedRows rows) {
        plan.structure().checkSize(rows.codes().size(), rows.values().size());
        if (own != null) {
            own.addRejected(rows);
        }
        grouped.addRejected(rows, Set.of());
        firstTimes.values().forEach(known -> known.acceptRejected(rows));
    }

    /** Returns the rows, without the totals that organisations counted themselves. */
    GroupedRows grouped() {
        return grouped;
    }

    /** Returns a taker of rows that are in no group but may contain first visits in a year. */
    RowTaker outside() {
        return firstTimes.values().stream()
                .<RowTaker>map(known -> known)
                .reduce(RowTaker.ofNothing(), RowTaker::andThen);
    }

    /**
     * Returns what this aggregator has seen, to be sent elsewhere and read by {@link AggregationPlan#aggregatorFrom}. The
     * same rows give the same bytes, in whatever order they came. The plan is not in it, but a hash of it is. The first byte is
     * the version of the layout: a library that has another one refuses the state.
     *
     * @return the state
     */
    public byte[] toBytes() {
        StateWriter out = new StateWriter();
        out.bytes(PlanPrint.of(plan));
        OwnTotalStates.write(own == null ? List.of() : own.totals(), out);
        if (own != null) {
            own.write(out);
        }
        grouped.write(out);
        sorted(firstTimes).forEach(known -> known.write(out));
        return out.toBytes();
    }

    private static Collection<FirstTimes> sorted(Map<ColumnName, FirstTimes> firstTimes) {
        return new TreeMap<>(firstTimes).values();
    }

    /** Adds the first visits that another aggregator has seen. */
    private void combineFirstTimes(Aggregator other) {
        firstTimes.forEach((persons, own) -> own.combine(Objects.requireNonNull(other.firstTimes.get(persons))));
    }

    /** Adds what another aggregator of the same plan wrote. */
    void read(byte[] state) {
        StateReader in = PlanPrint.reader(plan, state);
        List<OwnTotal> theirs = OwnTotalStates.read(in, plan.structure());
        if (!theirs.isEmpty()) {
            Replaced all = own == null ? replaceRows() : own;
            all.know(theirs);
            all.read(in);
        }
        grouped.read(in);
        sorted(firstTimes).forEach(known -> known.read(in));
        in.end();
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
        if (own != null || other.own != null) {
            Replaced all = own == null ? replaceRows() : own;
            if (other.own == null) {
                all.combine(other.grouped);
            } else {
                all.combine(other.own);
            }
        }
        grouped.combine(other.grouped);
        combineFirstTimes(other);
    }

    /**
     * Returns the totals of the rows seen so far.
     *
     * @return the totals, in the order of their keys
     */
    public ResultTable result() {
        return result(any -> Optional.empty());
    }

    /**
     * Returns the totals of the rows seen so far, by what was agreed about who reports: whether a total is complete, for
     * the policy of the plan, depends on the agreed coverage where there is one.
     *
     * @param agreed for a key, how many of the agreed reports are there; empty if nothing was agreed, and the reports
     *     that were seen decide
     * @return the totals, in the order of their keys
     */
    public ResultTable result(Function<List<String>, Optional<Coverage>> agreed) {
        return result(agreed, (key, series, figure, complete, findings) -> figure);
    }

    ResultTable result(Function<List<String>, Optional<Coverage>> agreed, ResultAssembler.Narrowing narrowing) {
        return result(ResultAssembler.Reported.of(plan.missing(), agreed), narrowing);
    }

    /** Returns the totals of the rows seen so far, with the given reports in place of those counted. */
    ResultTable result(ResultAssembler.Reported reported) {
        return result(reported, (key, series, figure, complete, findings) -> figure);
    }

    /** Returns the totals of the rows received, whatever is missing. */
    ResultTable received() {
        return result((key, counted) -> new MissingParts(Optional.empty(), counted.coverage(), false));
    }

    private ResultTable result(ResultAssembler.Reported reported, ResultAssembler.Narrowing narrowing) {
        firstTimes.values().forEach(FirstTimes::start);
        ResultTable table;
        if (own == null) {
            table = grouped.assemble(reported, narrowing);
        } else {
            Replaced known = own;
            ResultAssembler.Narrowing ofRows = narrowing.where(series -> !known.isWhole(series), plan);
            table = known.merge(grouped.assemble(reported, ofRows), reported, narrowing.where(known::isWhole, plan));
        }
        return withContradictions(grouped.withoutRefused(table));
    }

    private ResultTable withContradictions(ResultTable table) {
        List<Finding> found = firstTimes.values().stream()
                .flatMap(known -> known.contradictions().stream())
                .toList();
        if (found.isEmpty()) {
            return table;
        }
        Findings.Collector all = Findings.Collector.withDefaults();
        all.combine(table.findings());
        found.forEach(all::add);
        return table.withFindings(all.toFindings());
    }

    /**
     * Returns the keys of the groups seen so far.
     *
     * @return each key once, in no particular order
     */
    public Set<List<String>> keys() {
        return grouped.groups().stream().map(GroupTotals.Group::key).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the totals of the rows seen so far by other keys, such as keys with a column left out: groups that get the
     * same new key are put together as their rows would be.
     *
     * @param groupings the columns of the new keys
     * @param newKey the new key of a group; empty leaves the group out
     * @return the totals, in the order of their keys
     * @throws IllegalArgumentException if a column of the groupings does not fit, or a key has another number of codes
     */
    public ResultTable regrouped(List<Grouping> groupings, Function<List<String>, Optional<List<String>>> newKey) {
        Aggregator others = plan.withGroupings(groupings).newAggregator();
        Function<List<String>, Optional<List<String>>> checked =
                key -> newKey.apply(key).map(other -> {
                    if (other.size() != groupings.size()) {
                        throw new IllegalArgumentException("a key of " + groupings.size() + " codes: " + other);
                    }
                    return other;
                });
        grouped.regroup(others.grouped, keys(), checked);
        others.combineFirstTimes(this);
        if (own != null) {
            others.own = new Replaced(others.plan, others.firstTimes);
            own.regroup(others.own, keys(), checked);
        }
        return others.result();
    }
}
