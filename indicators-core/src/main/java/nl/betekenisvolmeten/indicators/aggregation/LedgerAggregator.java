package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.BatchTaker;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/**
 * Takes rows for the totals of a plan, and tightens those of persons by what was agreed about overlap. Beside the totals
 * it holds those of every code that an agreement is about; a bound is the tighter one of the two ways, and where these
 * contradict each other the agreement is left out, with a finding. Which agreements were used and which were not is
 * among the findings. An agreement is about all persons of a measure: totals of some rows only keep their bounds. The order
 * of rows does not matter. Not thread-safe.
 */
public class LedgerAggregator implements RowTaker {

    private static final FindingCode NOT_USED = FindingCode.of("BM-K01");
    private static final FindingCode USED = FindingCode.of("BM-K02");
    private static final FindingCode CONTRADICTION = FindingCode.of("BM-A08");

    /** What agreements are about: a dimension, and a measure of persons. */
    private record Over(String dimension, String series) {}

    private final AggregationPlan plan;
    private final OverlapLedger ledger;
    /** The agreements in the terms of the plan, each with what it was made of. */
    private final Map<Overlap, Overlap> usable = new LinkedHashMap<>();

    private final Aggregator totals;
    private final Map<Over, Aggregator> parts = new LinkedHashMap<>();

    private LedgerAggregator(AggregationPlan plan, OverlapLedger ledger) {
        this.plan = plan;
        this.ledger = ledger;
        totals = plan.newAggregator();
        OverlapPlaces places = new OverlapPlaces(plan);
        for (Overlap overlap : ledger.overlaps()) {
            Over over = new Over(overlap.dimension(), overlap.series());
            Optional<AggregationPlan> ofParts = partsPlan(over);
            if (ofParts.isPresent()) {
                places.of(overlap).ifPresent(found -> {
                    usable.put(found, overlap);
                    parts.computeIfAbsent(over, any -> ofParts.get().newAggregator());
                });
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

    /** The plan of the parts; empty when the dimension is no column or is grouped by itself, or the series no persons. */
    private Optional<AggregationPlan> partsPlan(Over over) {
        boolean isGrouped =
                plan.groupings().stream().anyMatch(grouping -> grouping.name().equals(over.dimension()));
        if (isGrouped
                || places(over).isEmpty()
                || !ColumnName.isValid(over.dimension())
                || plan.structure()
                        .dimensionIndex(ColumnName.of(over.dimension()))
                        .isEmpty()) {
            return Optional.empty();
        }
        List<Grouping> groupings = new ArrayList<>(plan.groupings());
        groupings.add(new Grouping.ByColumn(ColumnName.of(over.dimension())));
        return Optional.of(plan.withGroupings(groupings)
                .withSeries(List.of(Series.Total.of(ColumnName.of(over.series()))))
                .withMissing(new MissingPolicy.AddUp()));
    }

    /** Where among the figures of the plan the totals of all persons of a measure stand. */
    private List<Integer> places(Over over) {
        return IntStream.range(0, plan.series().size())
                .filter(i -> plan.series().get(i) instanceof Series.Total total
                        && total.measure().value().equals(over.series())
                        && total.where().equals(Selection.all())
                        && isPersons(total))
                .boxed()
                .toList();
    }

    private boolean isPersons(Series.Total total) {
        TableStructure structure = plan.structure();
        return structure.measures().get(structure.measureIndex(total.measure()).orElseThrow())
                instanceof Measure.Distinct;
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
        totals.accept(row);
        parts.forEach((over, aggregator) -> aggregator.accept(isReporter(over) ? delivered : row));
    }

    @Override
    public void refuse(Observation row) {
        totals.refuse(row);
    }

    private boolean isReporter(Over over) {
        return plan.structure()
                        .dimensions()
                        .get(plan.structure()
                                .dimensionIndex(ColumnName.of(over.dimension()))
                                .orElseThrow())
                instanceof Dimension.Reporter;
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
        parts.values().forEach(aggregator -> aggregator.accept(batch, from, to));
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
        other.parts.forEach(
                (over, aggregator) -> parts.computeIfPresent(over, (same, own) -> combined(own, aggregator)));
    }

    private static Aggregator combined(Aggregator own, Aggregator other) {
        own.combine(other);
        return own;
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
     * @param reports the reports of a key that are there, of those that were agreed; empty where nothing was
     * @return the totals, in the order of their keys
     */
    public ResultTable result(Function<List<String>, Optional<Coverage>> reports) {
        FindingCollector findings = FindingCollector.withDefaults();
        Set<Overlap> used = new HashSet<>();
        OverlapLedger translated = new OverlapLedger(List.copyOf(usable.keySet()));
        Map<Integer, List<Map<List<String>, CellValue>>> bounds = new HashMap<>();
        parts.forEach((over, aggregator) -> {
            ResultTable of = withoutFindings(aggregator.received());
            used(of, over).forEach(overlap -> used.add(usable.getOrDefault(overlap, overlap)));
            ResultTable agreed = translated.total(of, over.dimension(), over.series());
            findings.combine(agreed.findings());
            places(over)
                    .forEach(place -> bounds.computeIfAbsent(place, any -> new ArrayList<>())
                            .add(values(agreed)));
        });
        ResultTable table = totals.result(
                reports,
                (key, series, own, found) -> narrowed(key, own, bounds.getOrDefault(series, List.of()), found));
        findings.combine(table.findings());
        ledger.overlaps().forEach(overlap -> findings.add(finding(overlap, used.contains(overlap))));
        return new ResultTable(table.keys(), table.series(), table.rows(), findings.toFindings(), table.missing());
    }

    private static Map<List<String>, CellValue> values(ResultTable table) {
        Map<List<String>, CellValue> values = new HashMap<>();
        table.rows().forEach(row -> values.put(row.key(), row.figures().get(0).value()));
        return values;
    }

    private Figure narrowed(
            List<String> key, Figure figure, List<Map<List<String>, CellValue>> bounds, FindingCollector findings) {
        CellValue value = figure.value();
        for (Map<List<String>, CellValue> one : bounds) {
            value = tightest(value, one.getOrDefault(key, value), key, findings);
        }
        return figure.withValue(value);
    }

    private static ResultTable withoutFindings(ResultTable table) {
        return new ResultTable(table.keys(), table.series(), table.rows(), Findings.none(), table.missing());
    }

    private static Finding finding(Overlap overlap, boolean used) {
        return Finding.of(
                used ? USED : NOT_USED,
                used ? Severity.NOTE : Severity.WARNING,
                Location.nowhere(),
                Map.of(
                        "column", overlap.dimension(),
                        "series", overlap.series(),
                        "parts",
                                String.join(
                                        ", ", new TreeSet<>(overlap.agreement().parts())),
                        "basis", overlap.basis()));
    }

    /** The agreements whose parts are all in some group. */
    private List<Overlap> used(ResultTable table, Over over) {
        int last = table.keys().size() - 1;
        Map<List<String>, Set<String>> codes = new HashMap<>();
        table.rows()
                .forEach(row -> codes.computeIfAbsent(row.key().subList(0, last), any -> new HashSet<>())
                        .add(row.key().get(last)));
        List<String> keys = table.keys().subList(0, last);
        return usable.keySet().stream()
                .filter(overlap -> overlap.dimension().equals(over.dimension())
                        && overlap.series().equals(over.series()))
                .filter(overlap -> codes.entrySet().stream()
                        .anyMatch(group -> isFor(overlap, keys, group.getKey())
                                && group.getValue()
                                        .containsAll(overlap.agreement().parts())))
                .toList();
    }

    private static boolean isFor(Overlap overlap, List<String> keys, List<String> group) {
        return overlap.where().entrySet().stream()
                .allMatch(condition -> keys.contains(condition.getKey())
                        && group.get(keys.indexOf(condition.getKey())).equals(condition.getValue()));
    }

    private CellValue tightest(CellValue own, CellValue other, List<String> key, FindingCollector findings) {
        if (Stream.of(own, other).anyMatch(value -> value.lowerBound().isEmpty())) {
            return own;
        }
        BigDecimal lower = own.lowerBound().orElseThrow().max(other.lowerBound().orElseThrow());
        BigDecimal upper = own.upperBound().orElseThrow().min(other.upperBound().orElseThrow());
        if (lower.compareTo(upper) > 0) {
            List<String> names = plan.groupings().stream().map(Grouping::name).toList();
            findings.add(Finding.of(
                    CONTRADICTION, Severity.WARNING, Location.nowhere(), Map.of("group", GroupText.of(names, key))));
            return own;
        }
        return CellValue.between(lower, upper);
    }
}
