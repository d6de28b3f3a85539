package nl.betekenisvolmeten.indicators.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Makes the result: figures, caps and coverage, which needs the groups beside each other. */
final class ResultAssembler {

    private static final FindingCode TOO_LARGE = FindingCode.of("BM-A01");
    private static final FindingCode CAP_LEFT_OUT = FindingCode.of("BM-A02");

    private final AggregationPlan plan;
    private final Map<List<String>, Group> groups;
    /** The places of the key that are periods, the shortest period first. */
    private final List<Integer> timeKeys;

    private final Map<List<String>, Set<String>> expectedReporters = new HashMap<>();
    private final Set<String> allPeriods = new HashSet<>();
    private final Optional<PeriodKind> partLength;
    private final FindingCollector findings = FindingCollector.withDefaults();

    ResultAssembler(AggregationPlan plan, Map<List<String>, Group> groups) {
        this.plan = plan;
        this.groups = groups;
        timeKeys = IntStream.range(0, plan.groupings().size())
                .boxed()
                .filter(i -> isTime(plan.groupings().get(i)))
                .sorted(Comparator.comparing(i -> kindOrder(plan.groupings().get(i))))
                .toList();
        groups.forEach((key, group) -> {
            expectedReporters
                    .computeIfAbsent(withoutTime(key), any -> new HashSet<>())
                    .addAll(group.periodsByReporter().keySet());
            group.periodsByReporter().values().forEach(allPeriods::addAll);
        });
        partLength = partLength();
    }

    private boolean isTime(Grouping grouping) {
        return plan.structure()
                .dimensionIndex(grouping.column())
                .equals(plan.structure().timeIndex());
    }

    private static int kindOrder(Grouping grouping) {
        return grouping instanceof Grouping.ByPeriod byPeriod ? byPeriod.kind().months() : -1;
    }

    ResultTable assemble(List<List<String>> keys) {
        List<ResultTable.Row> rows =
                keys.stream().map(key -> row(key, group(key))).toList();
        return new ResultTable(
                plan.groupings().stream().map(Grouping::name).toList(),
                plan.series().stream().map(Series::name).toList(),
                rows,
                findings.toFindings());
    }

    private Group group(List<String> key) {
        Group group = groups.get(key);
        if (group == null) {
            throw new IllegalStateException("no group " + key);
        }
        return group;
    }

    private ResultTable.Row row(List<String> key, Group group) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < plan.series().size(); i++) {
            figures.add(figure(plan.series().get(i), key, group.figures().get(i).figure()));
        }
        if (plan.structure().reporterIndex().isEmpty()) {
            return new ResultTable.Row(key, figures, group.observations(), Optional.empty(), Optional.empty());
        }
        long reporters = group.periodsByReporter().size();
        return new ResultTable.Row(
                key, figures, group.observations(), Optional.of(reporters), Optional.of(coverage(key, group)));
    }

    private Figure figure(Series series, List<String> key, Figure figure) {
        if (figure.value() instanceof CellValue.NotDefined notDefined
                && notDefined.reason() == CellValue.Reason.OVERFLOW) {
            findings.add(Finding.of(TOO_LARGE, Severity.ERROR, Location.nowhere(), arguments(series, key)));
        }
        return isPersons(series) ? capped(series, key, figure) : figure;
    }

    private static Map<String, String> arguments(Series series, List<String> key) {
        return Map.of("column", series.name(), "area", String.join(", ", key));
    }

    private boolean isPersons(Series series) {
        return series instanceof Series.Total total
                && plan.structure()
                                .measures()
                                .get(plan.structure()
                                        .measureIndex(total.measure())
                                        .orElseThrow())
                        instanceof Measure.Distinct;
    }

    private Figure capped(Series series, List<String> key, Figure figure) {
        OptionalLong cap = cap(key);
        if (cap.isEmpty() || figure.value().most().isEmpty()) {
            return figure;
        }
        BigDecimal most = BigDecimal.valueOf(cap.getAsLong());
        BigDecimal lower = figure.value().least().orElseThrow();
        if (most.compareTo(lower) < 0) {
            findings.add(Finding.of(CAP_LEFT_OUT, Severity.WARNING, Location.nowhere(), arguments(series, key)));
            return figure;
        }
        return figure.withValue(
                CellValue.between(lower, figure.value().most().orElseThrow().min(most)));
    }

    /** The fewest inhabitants among the areas of the key: people in a wijk of a stadsdeel live in both. */
    private OptionalLong cap(List<String> key) {
        if (plan.population().isEmpty()) {
            return OptionalLong.empty();
        }
        return IntStream.range(0, key.size())
                .mapToObj(i -> area(plan.groupings().get(i), key.get(i)))
                .flatMap(Optional::stream)
                .map(area -> plan.population().get().total(area))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    private Optional<AreaCode> area(Grouping grouping, String code) {
        if (grouping instanceof Grouping.ByArea) {
            return AreaCode.parse(code);
        }
        int index = plan.structure().dimensionIndex(grouping.column()).orElseThrow();
        return plan.structure().dimensions().get(index) instanceof Dimension.Place place
                ? place.code(code)
                : Optional.empty();
    }

    private Coverage coverage(List<String> key, Group group) {
        long reported = group.periodsByReporter().values().stream()
                .mapToLong(this::distinctPeriods)
                .sum();
        long reporters =
                expectedReporters.getOrDefault(withoutTime(key), Set.of()).size();
        return new Coverage(reported, reporters * expectedPeriods(key));
    }

    /** Where lengths differ, a longer period counts for all the shortest ones in it, and none counts twice. */
    private long distinctPeriods(Set<String> periods) {
        return partLength.isEmpty()
                ? periods.size()
                : periods.stream()
                        .map(KeyPart::period)
                        .flatMap(period -> period.parts(partLength.get()).stream())
                        .distinct()
                        .count();
    }

    /** The periods of the rows that make up the group's period; without one, all periods seen. */
    private long expectedPeriods(List<String> key) {
        if (timeKeys.isEmpty()) {
            return Math.max(1, allPeriods.size());
        }
        return partLength
                .map(kind ->
                        KeyPart.period(key.get(timeKeys.get(0))).parts(kind).size())
                .orElse(1);
    }

    /** The length of the shortest period seen; empty where rows are not put together to longer ones. */
    private Optional<PeriodKind> partLength() {
        boolean longer = !timeKeys.isEmpty() && plan.groupings().get(timeKeys.get(0)) instanceof Grouping.ByPeriod;
        return longer
                ? allPeriods.stream().map(KeyPart::period).map(Period::kind).min(Enum::compareTo)
                : Optional.empty();
    }

    private List<String> withoutTime(List<String> key) {
        return IntStream.range(0, key.size())
                .filter(i -> !timeKeys.contains(i))
                .mapToObj(key::get)
                .toList();
    }
}
