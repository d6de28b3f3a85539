package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.internal.BatchTaker;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * Takes rows for the totals of a plan, and tightens those of persons by what was agreed about overlap. An agreement is about
 * the rows that it names. In a total of just these it holds as written; in a total of some of them it says how many persons
 * there are in common at most; in a total of more rows how many at least; and in one that is neither it says nothing. Where
 * rows of a total are missing, only what holds at most is used. A bound is the tighter one of the two ways, and where these
 * contradict each other what was agreed is left out, with a finding. Which agreements were used and which were not is
 * among the findings, and so is it where bounds might be tighter. The order of rows does not matter. Not thread-safe.
 */
public class LedgerAggregator implements RowTaker {

    private static final FindingCode NOT_USED = FindingCode.of("BM-K01");
    private static final FindingCode USED = FindingCode.of("BM-K02");
    private static final FindingCode CONTRADICTION = FindingCode.of("BM-A08");
    private static final FindingCode NOT_TIGHTEST = FindingCode.of("BM-A10");

    private final AggregationPlan plan;
    private final OverlapLedger ledger;
    private final Aggregator totals;
    private final Map<Dimension, LedgerBounds> bounds = new LinkedHashMap<>();

    private LedgerAggregator(AggregationPlan plan, OverlapLedger ledger) {
        this.plan = plan.withSameAgeRule(plan.agreed().overlaps().sameAgeRule() || ledger.sameAgeRule());
        this.ledger = ledger;
        totals = this.plan.newAggregator();
        List<Integer> persons = persons();
        for (OverlapLedger.Overlap overlap : ledger.overlaps()) {
            Optional<CellConditions> cell = CellConditions.of(plan.structure(), overlap.where());
            Optional<Dimension> over = over(overlap).filter(any -> isAboutPersons(overlap, persons));
            if (cell.isPresent() && over.isPresent()) {
                bounds.computeIfAbsent(over.get(), dimension -> new LedgerBounds(this.plan, dimension, persons))
                        .add(overlap, cell.get());
            }
        }
    }

    /**
     * Returns an aggregator of a plan.
     *
     * @param plan by what and which figures
     * @param ledger what was agreed about overlap
     * @return the aggregator, which has seen no rows yet
     */
    public static LedgerAggregator of(AggregationPlan plan, OverlapLedger ledger) {
        return new OfBatches(plan, ledger);
    }

    /** Returns the dimension whose codes are the parts; empty if there is no such column or it is grouped by. */
    private Optional<Dimension> over(OverlapLedger.Overlap overlap) {
        boolean isGrouped =
                plan.groupings().stream().anyMatch(grouping -> grouping.name().equals(overlap.dimension()));
        return plan.structure().dimensions().stream()
                .filter(dimension -> !isGrouped && dimension.name().value().equals(overlap.dimension()))
                .findFirst();
    }

    private boolean isAboutPersons(OverlapLedger.Overlap overlap, List<Integer> persons) {
        return persons.stream()
                .map(place -> ((Series.Total) plan.series().get(place)).measure())
                .anyMatch(measure -> measure.value().equals(overlap.series())
                        || (plan.structure().measure(measure).orElseThrow() instanceof Measure.Distinct known
                                && known.firstIn()
                                        .filter(first -> first.among().value().equals(overlap.series()))
                                        .isPresent()));
    }

    /** Returns the positions of the totals of persons among the series of the plan. */
    private List<Integer> persons() {
        return IntStream.range(0, plan.series().size())
                .filter(i -> plan.series().get(i) instanceof Series.Total total
                        && plan.structure().measure(total.measure()).orElseThrow() instanceof Measure.Distinct)
                .boxed()
                .toList();
    }

    @Override
    public void accept(Observation row) {
        accept(row, row);
    }

    /**
     * Adds a row. Persons that organisations have in common are looked for under the names of who delivered.
     *
     * @param row the row, under the name of the organisation whose series it is in
     * @param delivered the same row under the name of who delivered it
     */
    @Override
    public void accept(Observation row, Observation delivered) {
        totals.accept(row, delivered);
        bounds.forEach((over, parts) -> parts.each(aggregator ->
                aggregator.acceptPart(over instanceof Dimension.Reporter ? delivered : row, row, delivered)));
    }

    @Override
    public void acceptRejected(RejectedRows rows) {
        totals.acceptRejected(rows);
        // the parts cover the delivered rows, but first visits are not known without these
        bounds.values()
                .forEach(parts -> parts.each(aggregator -> aggregator.outside().acceptRejected(rows)));
    }

    @Override
    public void acceptTotal(OwnTotal total) {
        totals.acceptTotal(total);
        bounds.values().forEach(parts -> parts.each(aggregator -> aggregator.acceptTotal(total)));
    }

    @Override
    public void refuse(Observation row) {
        totals.refuse(row);
        bounds.values().forEach(parts -> parts.each(aggregator -> aggregator.refuse(row)));
    }

    /**
     * Returns a taker of rows that count in no total, such as those of earlier quarters. If they contain first visits
     * in a year, there are at most as many persons as first visits since the year began.
     *
     * @return a taker of rows of the plan's structure
     */
    public RowTaker outside() {
        List<RowTaker> takers = new ArrayList<>(List.of(totals.outside()));
        bounds.values().forEach(parts -> parts.each(aggregator -> takers.add(aggregator.outside())));
        return takers.stream().reduce(RowTaker.ofNothing(), RowTaker::andThen);
    }

    /** An aggregator that also takes batches, which no public signature names. */
    private static final class OfBatches extends LedgerAggregator implements BatchTaker {
        OfBatches(AggregationPlan plan, OverlapLedger ledger) {
            super(plan, ledger);
        }

        @Override
        public void accept(ObservationBatch batch, int from, int to) {
            super.accept(batch, from, to);
        }
    }

    void accept(ObservationBatch batch, int from, int to) {
        totals.accept(batch, from, to);
        bounds.values().forEach(parts -> parts.each(aggregator -> aggregator.accept(batch, from, to)));
    }

    /**
     * Adds what another aggregator of the same plan and ledger has seen.
     *
     * @param other the other one; left as it is
     * @throws IllegalArgumentException if its plan or ledger is another
     */
    public void combine(LedgerAggregator other) {
        if (!ledger.equals(other.ledger)) {
            throw new IllegalArgumentException("aggregators of different ledgers cannot be combined");
        }
        totals.combine(other.totals);
        bounds.forEach((over, own) -> {
            LedgerBounds theirs = other.bounds.get(over);
            if (theirs != null) {
                own.combine(theirs);
            }
        });
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
     * Returns the totals of the rows seen so far, by what was agreed about who reports, as
     * {@link Aggregator#result(Function)}. What is known of overlap is about what came in; the policy of the plan on
     * what did not is applied after it.
     *
     * @param reports the reports of a key that are there, of those that were agreed; empty if nothing was
     * @return the totals, in the order of their keys
     */
    public ResultTable result(Function<List<String>, Optional<Coverage>> reports) {
        bounds.values().forEach(LedgerBounds::start);
        ResultTable table = totals.result(reports, this::narrowed);
        Findings.Collector findings = Findings.Collector.withDefaults();
        findings.combine(table.findings());
        Set<OverlapLedger.Overlap> used = new HashSet<>();
        bounds.values().forEach(one -> used.addAll(one.used()));
        ledger.overlaps().forEach(overlap -> findings.add(finding(overlap, used.contains(overlap))));
        return table.withFindings(findings.toFindings());
    }

    private Figure narrowed(
            List<String> key, int series, Figure figure, boolean complete, Findings.Collector findings) {
        Figure[] narrowed = {figure};
        for (LedgerBounds one : bounds.values()) {
            one.bounds(key, series, complete, (union, from) -> {
                if (union.isPresent()) {
                    if (!union.get().tightest()) {
                        findings.add(finding(NOT_TIGHTEST, Severity.NOTE, key));
                    }
                    narrowed[0] = narrowed[0].withValue(
                            tightest(narrowed[0].value(), union.get().persons(), key, findings));
                } else {
                    findings.add(finding(CONTRADICTION, Severity.WARNING, key));
                }
            });
        }
        return narrowed[0];
    }

    private Finding finding(FindingCode code, Severity severity, List<String> key) {
        List<String> names = plan.groupings().stream().map(Grouping::name).toList();
        return Finding.of(code, severity, Map.of("group", GroupText.of(names, key)));
    }

    private static Finding finding(OverlapLedger.Overlap overlap, boolean used) {
        return Finding.of(
                used ? USED : NOT_USED,
                used ? Severity.NOTE : Severity.WARNING,
                Map.of(
                        "column", overlap.dimension(),
                        "series", overlap.series(),
                        "parts",
                                String.join(
                                        ", ", new TreeSet<>(overlap.agreement().parts())),
                        "basis", overlap.basis()));
    }

    private CellValue tightest(CellValue own, UnionBounds.Range other, List<String> key, Findings.Collector findings) {
        if (own.lowerBound().isEmpty() || own.upperBound().isEmpty()) {
            return own;
        }
        BigDecimal lower = own.lowerBound().get().max(BigDecimal.valueOf(other.lower()));
        BigDecimal upper = own.upperBound().get().min(BigDecimal.valueOf(other.upper()));
        if (lower.compareTo(upper) > 0) {
            findings.add(finding(CONTRADICTION, Severity.WARNING, key));
            return own;
        }
        return CellValue.between(lower, upper);
    }
}
