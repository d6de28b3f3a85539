package nl.betekenisvolmeten.indicators.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.LedgerAggregator;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;

/**
 * Takes rows one by one for a comparison. The order of rows does not matter. Not thread-safe; a comparer per thread,
 * then {@link #combine}.
 */
public final class Comparer implements RowTaker {

    private static final FindingCode OVERLAP_NOT_USED = FindingCode.of("BM-K01");
    private static final FindingCode OVERLAP_USED = FindingCode.of("BM-K02");

    private final ComparisonPlan plan;
    private final int time;
    private final ResidualRows residuals;
    private final LedgerAggregator areas;
    private final LedgerAggregator cities;
    private final Optional<Aggregator> byReporter;
    private final SquareSums squares;
    private final ResponseCounts responses;
    private final AggregationPlan ofAreas;
    private final AggregationPlan ofCities;
    /** Taker of the rows of other periods, which say who came before. */
    private final RowTaker outside;

    Comparer(ComparisonPlan plan, Agreed agreed) {
        this.plan = plan;
        time = plan.structure().timeIndex().orElseThrow();
        residuals = new ResidualRows(plan);
        squares = new SquareSums(plan);
        responses = new ResponseCounts(plan);
        ofAreas = totals(groupings(plan.level()), agreed);
        ofCities = totals(groupings(AreaLevel.GEMEENTE), agreed);
        areas = LedgerAggregator.of(ofAreas, agreed.overlaps());
        cities = LedgerAggregator.of(ofCities, agreed.overlaps());
        outside = areas.outside().andThen(cities.outside());
        byReporter = plan.options()
                .change()
                .map(any -> totals(Matched.groupings(plan), agreed).newAggregator());
    }

    private List<Grouping> groupings(AreaLevel level) {
        Dimension.Place place = plan.structure().requiredPlace(plan.level());
        Dimension timeDimension = plan.structure().dimensions().get(time);
        return List.of(
                new Grouping.ByArea("area", place.name(), level),
                plan.period().isPresent()
                        ? new Grouping.ByPeriod(
                                "period",
                                timeDimension.name(),
                                plan.period().get().kind())
                        : new Grouping.ByColumn(timeDimension.name()));
    }

    private AggregationPlan totals(List<Grouping> groupings, Agreed agreed) {
        List<Series> series = IndicatorSeries.of(plan).stream()
                .flatMap(indicator -> indicator.series().stream())
                .toList();
        return new AggregationPlan(plan.structure(), groupings, series, Optional.empty())
                .withMissing(plan.options().missing())
                .with(agreed);
    }

    /**
     * Adds a row; one outside the plan's period does not count, nor does one with a residual code where an area of the
     * plan's level belongs: nobody lives there, and a city's rate is of the same rows as those of its areas.
     *
     * @param observation a row of the plan's structure
     * @throws IllegalArgumentException if the row has other columns or an area that cannot be rolled up, or the plan has
     *     a period and the row's is no CBS code
     */
    @Override
    public void accept(Observation observation) {
        accept(observation, observation);
    }

    /**
     * Adds a row that may be of a predecessor; one outside the plan's period does not count.
     *
     * @param observation a row of the plan's structure, under the name of the organisation whose series it is in
     * @param delivered the same row under the name of who delivered it
     * @throws IllegalArgumentException as {@link #accept(Observation)}
     */
    @Override
    public void accept(Observation observation, Observation delivered) {
        plan.structure().checkSize(observation.dimensions(), observation.measures());
        if (plan.period().isEmpty()
                || isWithin(observation.code(time), plan.period().get())) {
            if (residuals.take(observation)) {
                return;
            }
            squares.accept(observation);
            responses.accept(observation);
            areas.accept(observation, delivered);
            cities.accept(observation, delivered);
            byReporter.ifPresent(aggregator -> aggregator.accept(observation, delivered));
            return;
        }
        if (residuals.isResidual(observation)) {
            return;
        }
        outside.accept(observation, delivered);
        if (isEarlier(observation.code(time))) {
            squares.accept(observation);
            byReporter.ifPresent(aggregator -> aggregator.accept(observation, delivered));
        }
    }

    /**
     * Accepts a total that an organisation counted itself. A total of the plan's period counts; a total of another
     * period only says who came before.
     *
     * @param total a total with the plan's structure
     */
    @Override
    public void acceptTotal(OwnTotal total) {
        Optional<OwnTotal> now = total.within(
                time,
                code -> plan.period().isEmpty() || isWithin(code, plan.period().get()));
        now.ifPresent(one -> {
            areas.acceptTotal(one);
            cities.acceptTotal(one);
        });
        if (now.filter(total::equals).isEmpty()) {
            outside.acceptTotal(total);
        }
        Predicate<String> counts =
                code -> plan.period().isEmpty() || isWithin(code, plan.period().get()) || isEarlier(code);
        total.within(time, counts).ifPresent(one -> {
            squares.acceptTotal(one);
            byReporter.ifPresent(aggregator -> aggregator.acceptTotal(one));
        });
    }

    @Override
    public void refuse(Observation row) {
        Optional<Period> period = plan.period();
        if (residuals.isResidual(row)) {
            return;
        }
        if (period.isEmpty() || isWithin(row.code(time), period.get())) {
            areas.refuse(row);
            cities.refuse(row);
            byReporter.ifPresent(aggregator -> aggregator.refuse(row));
            return;
        }
        outside.refuse(row);
        if (isEarlier(row.code(time))) {
            byReporter.ifPresent(aggregator -> aggregator.refuse(row));
        }
    }

    /** Returns whether a row is in the period that the plan's is compared with. */
    private boolean isEarlier(String code) {
        return plan.options()
                .change()
                .flatMap(since -> Matched.earlier(plan.period().orElseThrow(), since))
                .filter(period -> isWithin(code, period))
                .isPresent();
    }

    /**
     * Accepts rows with an error; those outside the plan's period make nothing incomplete.
     *
     * @param rows what can be read of them, by the plan's structure
     */
    @Override
    public void acceptRejected(RejectedRows rows) {
        if (residuals.isResidual(rows)) {
            return;
        }
        Set<String> codes = rows.codes().get(time);
        Optional<Period> period = plan.period().filter(any -> !codes.isEmpty());
        if (period.isEmpty()) {
            areas.acceptRejected(rows);
            cities.acceptRejected(rows);
            byReporter.ifPresent(aggregator -> aggregator.acceptRejected(rows));
            return;
        }
        Set<String> now = codesWithin(codes, period.get());
        if (!now.isEmpty()) {
            areas.acceptRejected(rows.withCodes(time, now));
            cities.acceptRejected(rows.withCodes(time, now));
        }
        Set<String> others = new TreeSet<>(codes);
        others.removeAll(now);
        if (!others.isEmpty()) {
            outside.acceptRejected(rows.withCodes(time, others));
        }
        Set<String> both = codes.stream().filter(this::isEarlier).collect(Collectors.toCollection(TreeSet::new));
        both.addAll(now);
        byReporter
                .filter(any -> !both.isEmpty())
                .ifPresent(aggregator -> aggregator.acceptRejected(rows.withCodes(time, both)));
    }

    private static Set<String> codesWithin(Set<String> codes, Period period) {
        return codes.stream().filter(code -> isWithin(code, period)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isWithin(String code, Period period) {
        return period.contains(Period.ofCode(code));
    }

    /**
     * Adds what another comparer of the same plan has seen.
     *
     * @param other the other one; left as it is
     * @throws IllegalArgumentException if its plan is another
     */
    public void combine(Comparer other) {
        residuals.combine(other.residuals);
        squares.combine(other.squares);
        responses.combine(other.responses);
        areas.combine(other.areas);
        cities.combine(other.cities);
        byReporter.ifPresent(own -> other.byReporter.ifPresent(own::combine));
    }

    /**
     * Returns the comparison of the rows seen so far.
     *
     * @return the comparison
     * @throws IllegalArgumentException if the plan has no period and that of a row is no CBS code
     */
    public Comparison result() {
        return result(any -> key -> Optional.empty());
    }

    /**
     * Returns the comparison of the rows seen so far, given the agreed reports: a figure is incomplete if some of them
     * are missing.
     *
     * @param reports for the totals of a plan, the coverage of the agreed reports by key; empty if none were agreed
     * @return the comparison
     * @throws IllegalArgumentException as {@link #result()}
     */
    public Comparison result(Function<AggregationPlan, Function<List<String>, Optional<Coverage>>> reports) {
        Matched matched =
                byReporter.map(aggregator -> Matched.of(plan, aggregator)).orElseGet(Matched::none);
        ResultTable found = areas.result(reports.apply(ofAreas));
        ResultTable city = cities.result(reports.apply(ofCities));
        return new ComparisonAssembler(plan, found, withOverlapsOf(city, found), matched, squares, responses)
                .assemble(residuals);
    }

    /**
     * Returns the totals of cities with the agreements used for areas added: an agreement may be used for areas, cities
     * or both, and is reported once.
     */
    private static ResultTable withOverlapsOf(ResultTable cities, ResultTable areas) {
        Set<Map<String, String>> used = Stream.of(cities, areas)
                .flatMap(table -> table.findings().kept().stream())
                .filter(finding -> finding.code().equals(OVERLAP_USED))
                .map(Finding::arguments)
                .collect(Collectors.toSet());
        List<Finding> notUsed = cities.findings().kept().stream()
                .filter(finding -> finding.code().equals(OVERLAP_NOT_USED) && used.contains(finding.arguments()))
                .toList();
        Findings.Collector all = Findings.Collector.withDefaults();
        all.combine(cities.findings().without(notUsed));
        List<Finding> reported = all.toFindings().kept();
        areas.findings().kept().stream()
                .filter(finding -> finding.code().equals(OVERLAP_USED) && !reported.contains(finding))
                .forEach(all::add);
        return cities.withFindings(all.toFindings());
    }
}
