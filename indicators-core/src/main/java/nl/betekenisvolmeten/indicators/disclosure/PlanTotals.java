package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Breakdown;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** The totals that the tables of a plan are made of. Only for use inside this package. */
final class PlanTotals {

    private PlanTotals() {}

    /** Totals, with the categories that they are divided by. */
    record Divided(ResultTable table, List<Breakdown> by) {}

    /** Returns the totals of a plan: by each level, length of period, and set of categories. */
    static List<Divided> of(PublicationPlan plan, CountTable rows) {
        List<Divided> totals = new ArrayList<>();
        for (List<Breakdown> by : subsets(plan.breakdowns())) {
            for (AreaLevel level : plan.levels()) {
                for (PeriodKind kind : plan.kinds()) {
                    totals.add(new Divided(totals(plan, rows, level, kind, by), by));
                }
            }
        }
        return totals;
    }

    /** Returns the dimension of the smallest areas of a plan. */
    static Dimension.Place place(PublicationPlan plan, TableStructure structure) {
        List<AreaLevel> levels = plan.levels();
        return structure
                .place(levels.get(levels.size() - 1))
                .orElseThrow(() -> new IllegalArgumentException("no areas of the plan's levels: " + plan.id()));
    }

    private static List<List<Breakdown>> subsets(List<Breakdown> all) {
        List<List<Breakdown>> subsets = new ArrayList<>(List.of(List.of()));
        for (Breakdown one : all) {
            for (List<Breakdown> without : List.copyOf(subsets)) {
                subsets.add(Stream.concat(without.stream(), Stream.of(one)).toList());
            }
        }
        return subsets;
    }

    private static ResultTable totals(
            PublicationPlan plan, CountTable rows, AreaLevel level, PeriodKind kind, List<Breakdown> by) {
        TableStructure structure = rows.structure();
        ColumnName time = structure
                .dimensions()
                .get(structure
                        .timeIndex()
                        .orElseThrow(() -> new IllegalArgumentException("rows must have a period: " + structure)))
                .name();
        List<Grouping> groupings = new ArrayList<>(List.of(
                new Grouping.ByArea("area_code", place(plan, structure).name(), level),
                new Grouping.ByPeriod("period", time, kind)));
        by.forEach(one -> groupings.add(new Grouping.ByColumn(one.column())));
        return AggregationPlan.by(structure)
                .withGroupings(groupings)
                .withSeries(plan.counts().stream()
                        .<Series>map(count -> Series.Total.of(count.measure()))
                        .toList())
                .aggregate(rows);
    }
}
