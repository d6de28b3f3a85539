package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder.SeriesBreak;
import nl.betekenisvolmeten.indicators.coverage.Completeness;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.signal.SeriesPlan.TrendBreak;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** The outcome of comparing deliveries with what was agreed about them. Immutable. */
public final class ContextReport {

    private final Parts parts;
    private final Findings findings;

    /** What it is made of. */
    record Parts(
            ReportingContext context,
            Optional<Dimension.Place> place,
            List<Completeness> completeness,
            List<BreakFinder.Explained> breaks,
            List<Link> links,
            List<KeptOut> keptOut) {

        Parts {
            completeness = List.copyOf(completeness);
            breaks = List.copyOf(breaks);
            links = List.copyOf(links);
            keptOut = List.copyOf(keptOut);
        }
    }

    ContextReport(Parts parts, List<Finding> found) {
        this.parts = parts;
        List<Finding> all = new ArrayList<>(found);
        all.addAll(new ContextFindings(parts.context()).of(parts.completeness(), parts.breaks(), parts.links()));
        findings = Findings.of(all);
    }

    /** Why rows do not count. */
    public enum Reason {
        /** A later delivery took their place. */
        REPLACED,
        /** They were taken back. */
        WITHDRAWN,
        /** Their delivery was not accepted, or corrects nothing. */
        REFUSED,
        /** The ledger knows deliveries of the organisation and period, and their file is not one of these. */
        NOT_LISTED
    }

    /**
     * Rows that do not count.
     *
     * @param file the file that they are in
     * @param subject what they are about
     * @param reason why they do not count
     * @param rows how many
     */
    public record KeptOut(String file, DeliveryLedger.Subject subject, Reason reason, long rows) {}

    /**
     * A succession at work.
     *
     * @param succession what was declared
     * @param rows how many rows of the predecessor count in the series of the successor; 0 or more
     */
    public record Link(Succession succession, long rows) {}

    /**
     * Returns what was agreed.
     *
     * @return the document
     */
    public ReportingContext context() {
        return parts.context();
    }

    /** Returns the column of areas if its areas are known. */
    Optional<Dimension.Place> place() {
        return parts.place();
    }

    /**
     * Returns what was received of what was expected.
     *
     * @return one for each length of period; none without agreements
     */
    public List<Completeness> completeness() {
        return parts.completeness();
    }

    /**
     * Returns where other organisations report than before, or in another format.
     *
     * @return by area and period, with the succession that explains it
     */
    public List<BreakFinder.Explained> breaks() {
        return parts.breaks();
    }

    /**
     * Returns how final the figures of a period are: as declared, or as the reports show. A longer period is as final
     * as the least final of its parts, and provisional while one of them is unknown.
     *
     * @param period the period
     * @return the status; empty if unknown
     */
    public Optional<PeriodStatus> statusOf(Period period) {
        Map<Period, PeriodStatus> known = new TreeMap<>();
        completeness().forEach(of -> of.periods().forEach(one -> known.put(one.period(), one.status())));
        known.putAll(context().statuses());
        if (known.containsKey(period)) {
            return Optional.of(known.get(period));
        }
        List<Map.Entry<Period, PeriodStatus>> parts = known.entrySet().stream()
                .filter(part -> period.contains(part.getKey()))
                .toList();
        long months =
                parts.stream().mapToLong(part -> part.getKey().kind().months()).sum();
        return parts.stream()
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder())
                .map(least -> months < period.kind().months() ? PeriodStatus.PROVISIONAL : least);
    }

    /**
     * Returns how final the figures of a total are: those of the shortest period among its keys.
     *
     * @param key the keys of the total
     * @return the status; empty if no key is a period, or the status is unknown
     */
    public Optional<PeriodStatus> statusOf(List<String> key) {
        return key.stream()
                .flatMap(text -> Period.parseCode(text).stream())
                .min(Comparator.comparing(Period::kind))
                .flatMap(this::statusOf);
    }

    /**
     * Returns the successions.
     *
     * @return each with what it linked
     */
    public List<Link> links() {
        return parts.links();
    }

    /**
     * Returns the rows that do not count.
     *
     * @return by subject and file
     */
    public List<KeptOut> keptOut() {
        return parts.keptOut();
    }

    /**
     * Returns all of it as findings.
     *
     * @return findings, none of severity error
     */
    public Findings findings() {
        return findings;
    }

    /**
     * Returns the agreed coverage: the number of reports received of those expected, if the keys of totals show
     * which reports the totals are made of. For
     * {@link nl.betekenisvolmeten.indicators.aggregation.Aggregator#result(Function)}, so that it also says whether a
     * total is complete.
     *
     * @param plan the plan of totals of the rows that were passed on
     * @return the coverage of a key; empty for other keys, and where nothing was expected
     */
    public Function<List<String>, Optional<Coverage>> coverage(AggregationPlan plan) {
        return new AgreedCoverage(this, plan)::of;
    }

    /**
     * Returns the rows of agreed reports that did not come in, for
     * {@link nl.betekenisvolmeten.indicators.disclosure.DisclosureControl#withAbsent(List)}.
     *
     * @param structure the columns of the rows that were passed on
     * @return the known codes of the rows of each report: organisation, area and period
     */
    public List<RejectedRows> absentReports(TableStructure structure) {
        return completeness().stream()
                .flatMap(one -> one.holes().stream())
                .map(hole -> absent(structure, hole))
                .toList();
    }

    private RejectedRows absent(TableStructure structure, Completeness.ExpectedReport report) {
        List<Set<String>> codes =
                new ArrayList<>(Collections.nCopies(structure.dimensions().size(), Set.of()));
        codes.set(
                structure.reporterIndex().orElseThrow(),
                Set.of(report.reporter().value()));
        codes.set(structure.timeIndex().orElseThrow(), Set.of(report.period().code()));
        codes.set(structure.requiredDimension(context().areaColumn()), Set.of(report.area()));
        List<OptionalLong> values = Collections.nCopies(structure.measures().size(), OptionalLong.empty());
        return new RejectedRows(codes, values, 0, OptionalLong.empty());
    }

    /**
     * Returns the breaks at which a compared figure begins a new way of counting.
     *
     * @param row the figure
     * @return the breaks of its area, or of the one that it lies in, within its period
     */
    public List<BreakFinder.Explained> breaksOf(Comparison.Row row) {
        return breaks().stream()
                .filter(explained ->
                        row.key().period().contains(explained.found().since()))
                .filter(explained -> isIn(row.key().area().code(), explained.found()))
                .toList();
    }

    /**
     * Returns the breaks that nobody declared a succession of, for series over time: these begin anew there.
     *
     * @param level the areas of the series
     * @return a break for each area; none where the areas are not known
     */
    public List<TrendBreak> trendBreaks(AreaLevel level) {
        List<TrendBreak> found = new ArrayList<>();
        for (BreakFinder.Explained explained : breaks()) {
            if (explained.declared().isEmpty() && place().isPresent()) {
                place().get().areas().areas(level).stream()
                        .map(Area::code)
                        .filter(code -> isIn(code, explained.found()))
                        .forEach(code ->
                                found.add(TrendBreak.in(code, explained.found().since())));
            }
        }
        return found;
    }

    /** Returns whether an area is that of a break or lies in it. */
    private boolean isIn(AreaCode code, SeriesBreak found) {
        return place().flatMap(column -> column.code(found.area())
                        .filter(area -> code.equals(area)
                                || column.areas()
                                        .ancestor(code, column.level())
                                        .filter(area::equals)
                                        .isPresent()))
                .isPresent();
    }
}
