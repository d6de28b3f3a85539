package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/** Rows of an older version, of which the code may be one of several: totals by the newer codes hold the truth. */
class PossibleCodesProperties {

    private static final Set<String> YOUNG = Set.of("0-17", "18-66");
    private static final Set<String> MIDDLE = Set.of("18-66");

    @Provide
    Arbitrary<World> worlds() {
        return World.worlds();
    }

    @Provide
    Arbitrary<List<Grouping>> groupings() {
        return Arbitraries.subsetOf(World.GROUPINGS).ofMaxSize(2).map(List::copyOf);
    }

    /** The rows that organisations with an older form deliver: 0-17 and 18-66 are one group there in some quarters. */
    private static List<Observation> rows(World world, Set<Integer> oldQuarters) {
        Map<List<String>, List<World.Attendance>> byRow = new LinkedHashMap<>();
        for (World.Attendance one : world.attendances()) {
            List<String> codes = new ArrayList<>(one.row());
            String age = one.ageGroup().orElse(World.UNKNOWN);
            if (oldQuarters.contains(one.quarter()) && YOUNG.contains(age)) {
                codes.set(4, PossibleCodes.text(YOUNG));
            }
            byRow.computeIfAbsent(codes, any -> new ArrayList<>()).add(one);
        }
        List<Observation> rows = new ArrayList<>();
        byRow.forEach((codes, present) -> rows.add(Observation.of(
                codes.toArray(String[]::new),
                new long[] {
                    World.persons(present).size(),
                    World.visits(present),
                    World.volunteers(present).size(),
                    0
                },
                new boolean[] {true, true, true, false})));
        return rows;
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void totals_byNewerCodes_holdTheTruth(
            @ForAll("worlds") World world, @ForAll("groupings") List<Grouping> groupings, @ForAll Random random) {
        Set<Integer> old = new HashSet<>();
        for (int quarter = 0; quarter < World.QUARTERS.size(); quarter++) {
            if (random.nextBoolean()) {
                old.add(quarter);
            }
        }
        AggregationPlan plan = AggregationPlan.by(World.STRUCTURE)
                .withGroupings(groupings)
                .withSeries(List.of(
                        Series.Total.of(World.PERSONS),
                        Series.Total.of(World.VISITS),
                        total("jong", World.PERSONS, YOUNG),
                        total("jong_bezoeken", World.VISITS, YOUNG),
                        total("midden", World.PERSONS, MIDDLE),
                        total("midden_bezoeken", World.VISITS, MIDDLE)));
        List<Observation> rows = rows(world, old);
        Aggregator aggregator = plan.newAggregator();
        rows.forEach(aggregator);
        ResultTable result = aggregator.result();
        assertThat(result.rows().stream().map(ResultTable.Row::key))
                .containsAll(world.attendances().stream()
                        .map(one -> groupings.stream().map(one::key).toList())
                        .toList());
        for (ResultTable.Row row : result.rows()) {
            List<World.Attendance> in = world.in(groupings, row.key());
            check(row, 0, in, false);
            check(row, 1, in, true);
            check(row, 2, of(in, YOUNG), false);
            check(row, 3, of(in, YOUNG), true);
            check(row, 4, of(in, MIDDLE), false);
            check(row, 5, of(in, MIDDLE), true);
        }
        checkStates(plan, rows, result);
        Statistics.label("visits")
                .coverage(coverage -> coverage.check("between bounds").percentage(share -> share >= 5));
    }

    private static Series total(String name, ColumnName measure, Set<String> ages) {
        return new Series.Total(name, measure, Selection.of(Map.of(World.AGE, ages)));
    }

    private static List<World.Attendance> of(List<World.Attendance> all, Set<String> ages) {
        return all.stream()
                .filter(one -> ages.contains(one.ageGroup().orElse(World.UNKNOWN)))
                .toList();
    }

    private static void check(ResultTable.Row row, int index, List<World.Attendance> in, boolean visits) {
        CellValue value = row.figures().get(index).value();
        long truth = visits ? World.visits(in) : World.persons(in).size();
        if (value instanceof CellValue.Missing) {
            assertThat(truth).isZero();
            return;
        }
        assertThat(BigDecimal.valueOf(truth))
                .isBetween(value.lowerBound().orElseThrow(), value.upperBound().orElseThrow());
        if (visits) {
            Statistics.label("visits").collect(value.exact().isPresent() ? "exact" : "between bounds");
        }
    }

    /** Split over two aggregators, and sent on. */
    private static void checkStates(AggregationPlan plan, List<Observation> rows, ResultTable result) {
        Aggregator one = plan.newAggregator();
        Aggregator other = plan.newAggregator();
        for (int i = 0; i < rows.size(); i++) {
            (i % 2 == 0 ? one : other).accept(rows.get(i));
        }
        Aggregator sent = plan.aggregatorFrom(other.toBytes());
        one.combine(sent);
        assertThat(one.result()).isEqualTo(result);
    }
}
