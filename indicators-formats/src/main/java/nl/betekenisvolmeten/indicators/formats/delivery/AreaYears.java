package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.AreaConversion;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.AreaChanges;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * Totals in the areas of one year. Figures are taken to be in the areas of the year that they are of; those of other years
 * are converted by the changes that were declared between the two.
 */
public final class AreaYears {

    private static final Comparator<ResultTable.Row> BY_KEY =
            (left, right) -> IntStream.range(0, left.key().size())
                    .map(i -> left.key().get(i).compareTo(right.key().get(i)))
                    .filter(order -> order != 0)
                    .findFirst()
                    .orElse(0);

    private AreaYears() {}

    /**
     * Converts totals.
     *
     * @param table the totals
     * @param plan the plan that they were made by, with a column of area codes and a period among what it groups by
     * @param changes how the areas changed
     * @param year the year of the areas to convert to
     * @return the totals, with a finding for each year that was converted
     * @throws IllegalArgumentException if the plan has no such groupings, nothing was declared of a year that there are
     *     totals of, or there are totals of an area that is new by what was declared
     */
    public static AreaConversion.Converted convert(
            ResultTable table, AggregationPlan plan, List<AreaChanges> changes, int year) {
        int area = place(plan);
        int time = index(plan, "periods", grouping -> plan.dimension(grouping) instanceof Dimension.Time);
        Map<Integer, List<ResultTable.Row>> byYear = table.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> Period.ofCode(row.key().get(time)).year(), TreeMap::new, Collectors.toList()));
        List<ResultTable.Row> rows = new ArrayList<>();
        List<AreaConversion.Estimate> estimates = new ArrayList<>();
        Findings.Collector findings = Findings.Collector.withDefaults();
        findings.combine(table.findings());
        byYear.forEach((of, own) -> {
            if (of == year) {
                rows.addAll(own);
                return;
            }
            AreaConversion.Converted converted = AreaConversion.of(find(changes, of, year))
                    .convert(
                            new ResultTable(table.keys(), table.series(), own, table.findings(), table.missing()),
                            plan,
                            table.keys().get(area));
            rows.addAll(converted.table().rows());
            estimates.addAll(converted.estimates());
            findings.add(finding(of, year, converted.estimates().size()));
        });
        rows.sort(BY_KEY);
        return new AreaConversion.Converted(
                new ResultTable(table.keys(), table.series(), rows, findings.toFindings(), table.missing()), estimates);
    }

    private static Finding finding(int from, int to, int count) {
        Map<String, String> arguments = new HashMap<>(
                Map.of("from", Integer.toString(from), "to", Integer.toString(to), "count", Integer.toString(count)));
        if (count < 2) {
            arguments.put("reason", count == 0 ? "none" : "one");
        }
        return ContextCodes.CONVERTED.finding(arguments);
    }

    private static AreaChanges find(List<AreaChanges> changes, int from, int to) {
        return changes.stream()
                .filter(change -> change.from().equals(Integer.toString(from))
                        && change.to().equals(Integer.toString(to)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no changes of areas from " + from + " to " + to));
    }

    private static int place(AggregationPlan plan) {
        return index(
                plan,
                "area codes",
                grouping -> grouping instanceof Grouping.ByColumn
                        && plan.dimension(grouping) instanceof Dimension.Place place
                        && !place.byName());
    }

    private static int index(AggregationPlan plan, String what, Predicate<Grouping> wanted) {
        return IntStream.range(0, plan.groupings().size())
                .filter(i -> wanted.test(plan.groupings().get(i)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("totals must be by " + what + ": " + plan.groupings()));
    }
}
