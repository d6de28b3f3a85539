package nl.betekenisvolmeten.indicators.aggregation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    /** First visits in a year by the measure of all persons, in the order of those measures. */
    private final Map<ColumnName, FirstTimes> firstTimes;
    /** Totals that organisations counted themselves; each total that replaces rows is included once. */
    private final List<OwnTotal> totals = new ArrayList<>();
    /** The same rows, with totals instead of the rows that they replace; null if there are no such totals. */
    private @Nullable Replaced own;
    /** Organisations whose rows came under another name, or whose name was used for rows of other organisations. */
    private final Set<String> renamed = new TreeSet<>();

    Aggregator(AggregationPlan plan) {
        this(plan, FirstTimes.of(plan));
    }

    /** Creates an aggregator that bounds persons only by the given counts of first visits. */
    Aggregator(AggregationPlan plan, Map<ColumnName, FirstTimes> firstTimes) {
        this.plan = plan;
        this.firstTimes = new TreeMap<>(firstTimes);
        grouped = new GroupedRows(plan, this.firstTimes);
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
        if (reporter.isEmpty()) {
            add(row);
        } else {
            String deliverer = delivered.code(reporter.getAsInt());
            if (!deliverer.equals(row.code(reporter.getAsInt()))) {
                renamed.add(deliverer);
                renamed.add(row.code(reporter.getAsInt()));
            }
            add(Codes.deliveredBy(row, reporter.getAsInt(), deliverer));
        }
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
     * otherwise it is an upper bound where rows are missing. A total that replaces rows comes before these rows and
     * counts once, however often it is given. The order of totals does not matter.
     *
     * @param total a total with the plan's structure
     * @throws IllegalArgumentException if it has other columns, a code that cannot be rolled up, or rows that it
     *     replaces came before it
     */
    @Override
    public void acceptTotal(OwnTotal total) {
        OwnTotals.check(total, plan);
        firstTimes.values().forEach(known -> known.acceptTotal(total));
        OwnTotal plain = OwnTotalStates.plain(total);
        if (plain.replaces() && totals.contains(plain)) {
            return;
        }
        if (plain.replaces()) {
            checkBeforeRows(List.of(plain), this);
            replaceRows();
        }
        totals.add(plain);
    }

    /**
     * Checks that other aggregators have no rows that totals should have replaced, as far as it is known who delivered
     * them.
     */
    private static void checkBeforeRows(Collection<OwnTotal> replacing, Aggregator others) {
        replacing.forEach(total ->
                OwnTotals.checkBefore(total, others.plan.structure(), others.grouped.deliveries(), others.renamed));
    }

    /** Makes totals that organisations counted themselves replace rows from now on. */
    private Replaced replaceRows() {
        Replaced all = own;
        if (all == null) {
            all = new Replaced(plan, firstTimes, totals);
            all.combine(grouped);
            own = all;
        }
        return all;
    }

    /** Returns the rows and the totals that add to them. */
    private GroupedRows withTotals() {
        List<OwnTotal> adding =
                totals.stream().filter(total -> !total.replaces()).toList();
        return adding.isEmpty() ? grouped : grouped.with(new OwnTotals(plan, false, adding));
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

    /** Returns the stadsdelen for which an organisation delivered rows, or totals that add to rows. */
    Set<String> stadsdelen(String organisation) {
        return withTotals().deliveries().of(organisation).keySet();
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
        OwnTotalStates.write(totals, out);
        out.texts(List.copyOf(renamed));
        if (own != null) {
            own.write(out);
        }
        grouped.write(out);
        firstTimes.values().forEach(known -> known.write(out));
        return out.toBytes();
    }

    /** Adds the first visits that another aggregator has seen. */
    private void combineFirstTimes(Aggregator other) {
        firstTimes.forEach((persons, own) -> own.combine(Objects.requireNonNull(other.firstTimes.get(persons))));
    }

    /** Reads what another aggregator of the same plan wrote. Must be called before any row is accepted. */
    void read(byte[] state) {
        StateReader in = PlanPrint.reader(plan, state);
        totals.addAll(OwnTotalStates.read(in, plan.structure()));
        renamed.addAll(in.texts());
        if (totals.stream().anyMatch(OwnTotal::replaces)) {
            replaceRows().read(in);
        }
        grouped.read(in);
        firstTimes.values().forEach(known -> known.read(in));
        in.end();
    }

    /**
     * Adds what another aggregator of the same plan has seen. Totals that replace rows must have been given to every
     * aggregator that has some of these rows.
     *
     * @param other the other one; left as it is
     * @throws IllegalArgumentException if its plan differs, or one of the two has rows that a total of the other
     *     replaces
     */
    public void combine(Aggregator other) {
        if (!plan.equals(other.plan)) {
            throw new IllegalArgumentException("aggregators of different plans cannot be combined");
        }
        checkBeforeRows(replacing(this, other), other);
        List<OwnTotal> more = replacing(other, this);
        checkBeforeRows(more, this);
        if (other.own != null) {
            replaceRows().combine(other.own);
        } else if (own != null) {
            own.combine(other.grouped);
        }
        totals.addAll(more);
        other.totals.stream().filter(total -> !total.replaces()).forEach(totals::add);
        renamed.addAll(other.renamed);
        grouped.combine(other.grouped);
        combineFirstTimes(other);
    }

    /** Returns the totals of an aggregator that replace rows and that another aggregator lacks. */
    private static List<OwnTotal> replacing(Aggregator of, Aggregator without) {
        return of.totals.stream()
                .filter(total -> total.replaces() && !without.totals.contains(total))
                .toList();
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
        GroupedRows rows = withTotals();
        ResultTable table;
        if (own == null) {
            table = rows.assemble(reported, narrowing);
        } else {
            Replaced known = own;
            ResultAssembler.Narrowing ofRows = narrowing.where(series -> !known.isWhole(series), plan);
            table = known.merge(rows.assemble(reported, ofRows), reported, narrowing.where(known::isWhole, plan));
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
        return withTotals().groups().stream().map(GroupTotals.Group::key).collect(Collectors.toUnmodifiableSet());
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
        withTotals().regroup(others.grouped, keys(), checked);
        others.combineFirstTimes(this);
        if (own != null) {
            others.own = own.regrouped(others.plan, others.firstTimes, keys(), checked);
        }
        return others.result();
    }
}
