package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Makes the result: figures, caps and coverage, which needs all groups together. */
final class ResultAssembler {

    private static final FindingCode TOO_LARGE = FindingCode.of("BM-A01");
    private static final FindingCode ABOVE_INHABITANTS = FindingCode.of("BM-A20");
    private static final FindingCode CAP_LEFT_OUT = FindingCode.of("BM-A02");
    private static final CellValue NOT_COMPARABLE = new CellValue.NotDefined(CellValue.Reason.NOT_COMPARABLE);

    /**
     * Narrows the total of what came in by what else is known, before anything is said of what did not come in. It is told
     * whether all rows and cells of the total are there.
     */
    interface Narrowing {
        Figure of(List<String> key, int series, Figure figure, boolean complete, Findings.Collector findings);

        /** Returns whether a figure is shown; findings about other figures are not reported. */
        default boolean shows(Series series) {
            return true;
        }

        /** Returns a filter under which only some figures are shown. */
        default Narrowing where(Predicate<Series> shown, AggregationPlan plan) {
            return new Shown(this, shown, plan);
        }
    }

    /** A filter of the figures that are shown. */
    private record Shown(Narrowing all, Predicate<Series> shown, AggregationPlan plan) implements Narrowing {
        @Override
        public Figure of(List<String> key, int series, Figure figure, boolean complete, Findings.Collector findings) {
            return shows(plan.series().get(series)) ? all.of(key, series, figure, complete, findings) : figure;
        }

        @Override
        public boolean shows(Series series) {
            return shown.test(series);
        }
    }

    /** Which reports of a key are there, given those that were counted. */
    interface Reported {
        MissingParts of(List<String> key, MissingParts counted);

        /** Returns the reports that were agreed or, without an agreement, those counted. */
        static Reported of(MissingPolicy policy, Function<List<String>, Optional<Coverage>> agreed) {
            return (key, counted) -> agreed.apply(key)
                    .map(known -> MissingParts.of(policy, Optional.of(known), true))
                    .orElse(counted);
        }
    }

    private final AggregationPlan plan;
    private final List<GroupTotals.Group> groups;
    private final RejectedTotals rejected;
    private final CoverageCounter counter;
    private final Reported reported;
    private final Narrowing narrowing;
    private final Findings.Collector findings = Findings.Collector.withDefaults();

    ResultAssembler(
            AggregationPlan plan,
            GroupTotals totals,
            List<GroupTotals.Group> groups,
            RejectedTotals rejected,
            Reported reported,
            Narrowing narrowing) {
        this.rejected = rejected;
        this.reported = reported;
        this.narrowing = narrowing;
        this.plan = plan;
        this.groups = groups;
        counter = new CoverageCounter(plan, totals, groups);
    }

    ResultTable assemble() {
        List<ResultTable.Row> rows = groups.stream().map(this::row).toList();
        return new ResultTable(
                names(),
                plan.series().stream().map(Series::name).toList(),
                rows,
                findings.toFindings(),
                plan.missing());
    }

    private ResultTable.Row row(GroupTotals.Group group) {
        List<String> key = group.key();
        boolean told = plan.structure().reporterIndex().isPresent();
        MissingParts missing = reported.of(
                key,
                MissingParts.of(plan.missing(), told ? Optional.of(counter.coverage(group)) : Optional.empty(), false));
        RejectedTotals.Rejected without = rejected.of(key);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < plan.series().size(); i++) {
            Series series = plan.series().get(i);
            Figure received = isZeroSoFar(series, group, missing)
                    ? group.figure(i).withValue(group.figure(i).valueOrZero())
                    : group.figure(i);
            Figure figure = narrowed(key, i, received, missing, without.cells(i));
            figures.add(
                    isComparable(series, group)
                            ? figure(series, key, figure, missing, without.cells(i))
                            : figure.withValue(NOT_COMPARABLE));
        }
        Optional<Long> reporters =
                told ? Optional.of((long) group.periodsByReporter().size()) : Optional.empty();
        return new ResultTable.Row(key, figures, group.observations(), reporters, missing.coverage(), without.rows());
    }

    /** Returns whether none of the group's rows is from a time when a measure of the figure meant something else. */
    private boolean isComparable(Series series, GroupTotals.Group group) {
        return series.totals().stream()
                .map(total -> plan.agreed().notComparable().get(total.measure()))
                .filter(Objects::nonNull)
                .noneMatch(otherwise -> plan.structure().reporterIndex().isEmpty()
                        || group.periodsByReporter().values().stream()
                                .flatMap(Set::stream)
                                .flatMap(code -> Period.parseCode(code).stream())
                                .anyMatch(otherwise::overlaps));
    }

    /**
     * Returns whether a total without rows is zero as far as reported: the group has rows of other kinds, and a missing
     * report may have rows of this kind.
     */
    private boolean isZeroSoFar(Series series, GroupTotals.Group group, MissingParts missing) {
        Optional<Measure> measure =
                series instanceof Series.Total total ? plan.structure().measure(total.measure()) : Optional.empty();
        return missing.lacksReports()
                && group.observations() > 0
                && measure.filter(Measure::isZeroWithoutRows).isPresent();
    }

    private Figure narrowed(List<String> key, int series, Figure figure, MissingParts missing, RejectedCells rejected) {
        boolean complete = figure.cellsMissing() == 0 && missing.isComplete() && rejected.isNone();
        return narrowing.of(key, series, figure, complete, findings);
    }

    private Figure figure(Series series, List<String> key, Figure figure, MissingParts missing, RejectedCells cells) {
        if (figure.value() instanceof CellValue.NotDefined notDefined
                && notDefined.reason() == CellValue.Reason.OVERFLOW) {
            found(series, TOO_LARGE, Severity.ERROR, Map.of("group", GroupText.of(names(), key)));
        }
        Optional<Measure.Distinct> persons = persons(series);
        OptionalLong cap = persons.flatMap(Measure.Distinct::residentsOf)
                .map(level -> inhabitants(key, level))
                .orElse(OptionalLong.empty());
        if (persons.isPresent() && cap.isEmpty()) {
            above(series, key, figure);
        }
        Figure allowed = isStateOverTime(series)
                ? missing.applyToState(figure, cells)
                : missing.apply(series.name(), figure, cells, cap);
        return capped(series, key, allowed, cap);
    }

    private void found(Series series, FindingCode code, Severity severity, Map<String, String> arguments) {
        if (narrowing.shows(series)) {
            Map<String, String> all = new TreeMap<>(arguments);
            all.put("column", series.name());
            findings.add(Finding.of(code, severity, all));
        }
    }

    private List<String> names() {
        return plan.groupings().stream().map(Grouping::name).toList();
    }

    /** Returns the area codes of a key, separated by commas. */
    private String areas(List<String> key) {
        return IntStream.range(0, key.size())
                .filter(i -> plan.area(plan.groupings().get(i), key.get(i)).isPresent())
                .mapToObj(key::get)
                .collect(Collectors.joining(", "));
    }

    private Optional<Measure.Distinct> persons(Series series) {
        return series instanceof Series.Total total
                        && plan.structure().measure(total.measure()).orElseThrow() instanceof Measure.Distinct distinct
                ? Optional.of(distinct)
                : Optional.empty();
    }

    /** Returns whether a total is a state in groups that may hold rows of more than one period. */
    private boolean isStateOverTime(Series series) {
        return series instanceof Series.Total total
                && plan.structure().measure(total.measure()).orElseThrow() instanceof Measure.Stock
                && plan.groupings().stream()
                        .noneMatch(grouping -> grouping instanceof Grouping.ByColumn
                                && plan.dimension(grouping) instanceof Dimension.Time);
    }

    /**
     * Warns the reader of a total of persons that may exceed the number of inhabitants: some may come from elsewhere.
     */
    private void above(Series series, List<String> key, Figure figure) {
        OptionalLong inhabitants = inhabitants(key, AreaLevel.BUURT);
        boolean above = inhabitants.isPresent()
                && figure.value()
                        .upperBound()
                        .filter(most -> most.compareTo(BigDecimal.valueOf(inhabitants.getAsLong())) > 0)
                        .isPresent();
        if (above) {
            String lower = figure.value().lowerBound().orElseThrow().toPlainString();
            String upper = figure.value().upperBound().orElseThrow().toPlainString();
            found(
                    series,
                    ABOVE_INHABITANTS,
                    Severity.WARNING,
                    Map.of(
                            "group", GroupText.of(names(), key),
                            "found", lower.equals(upper) ? lower : lower + " - " + upper,
                            "expected", Long.toString(inhabitants.getAsLong())));
        }
    }

    private Figure capped(Series series, List<String> key, Figure figure, OptionalLong cap) {
        if (cap.isEmpty() || figure.value().upperBound().isEmpty()) {
            return figure;
        }
        BigDecimal ceiling = BigDecimal.valueOf(cap.getAsLong());
        BigDecimal lower = figure.value().lowerBound().orElseThrow();
        if (ceiling.compareTo(lower) < 0) {
            found(series, CAP_LEFT_OUT, Severity.WARNING, Map.of("area", areas(key)));
            return figure;
        }
        return figure.withValue(CellValue.between(
                lower, figure.value().upperBound().orElseThrow().min(ceiling)));
    }

    /**
     * Returns the fewest inhabitants of the key's ages among its areas: people in a district of a city district live in
     * both.
     */
    private OptionalLong inhabitants(List<String> key, AreaLevel smallest) {
        if (plan.population().isEmpty()) {
            return OptionalLong.empty();
        }
        String ages = key.stream()
                .filter(code -> AgeBand.parse(code).isPresent())
                .findFirst()
                .orElse("");
        return IntStream.range(0, key.size())
                .mapToObj(i -> plan.area(plan.groupings().get(i), key.get(i)))
                .flatMap(Optional::stream)
                .filter(area -> area.level().compareTo(smallest) >= 0)
                .map(area -> inhabitants(plan.population().get(), area, ages))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    /** Returns the exact number of inhabitants if whole bands make up the ages, and otherwise an upper bound. */
    private static OptionalLong inhabitants(Population population, AreaCode area, String ages) {
        Optional<AgeBand> band = AgeBand.parse(ages);
        OptionalLong exact = band.isPresent() ? population.exactly(area, band.get()) : population.total(area);
        return exact.isPresent() ? exact : population.atMost(area, ages);
    }
}
