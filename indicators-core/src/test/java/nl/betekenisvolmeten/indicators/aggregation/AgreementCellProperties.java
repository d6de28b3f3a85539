package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Agreements that are true of some cell, finer and coarser than the totals: these hold the truth all the same. */
class AgreementCellProperties {

    private static final Set<String> YOUNG = Set.of("0-17", World.UNKNOWN);

    @Provide
    Arbitrary<World> worlds() {
        return World.worlds();
    }

    /** A condition of a cell, and the attendances for which it holds. */
    private record Condition(String name, String code, Predicate<World.Attendance> holds) {}

    private static List<Condition> conditions(Random random) {
        int wijk = random.nextInt(World.WIJKEN.size());
        int quarter = random.nextInt(World.QUARTERS.size());
        int activity = random.nextInt(World.ACTIVITIES.size());
        String stadsdeel = World.STADSDELEN.get(wijk);
        String half = World.HALF_YEARS.get(quarter);
        String year = World.QUARTERS.get(quarter).substring(0, 4);
        return List.of(
                new Condition("wijk", World.WIJKEN.get(wijk), one -> one.wijk() == wijk),
                new Condition(
                        "stadsdeel",
                        stadsdeel,
                        one -> World.STADSDELEN.get(one.wijk()).equals(stadsdeel)),
                new Condition(
                        "stadsdeel",
                        stadsdeel,
                        one -> World.STADSDELEN.get(one.wijk()).equals(stadsdeel)),
                new Condition("gemeente", World.GEMEENTE.value(), one -> true),
                new Condition("periode", World.QUARTERS.get(quarter), one -> one.quarter() == quarter),
                new Condition(
                        "halfjaar",
                        half,
                        one -> World.HALF_YEARS.get(one.quarter()).equals(half)),
                new Condition(
                        "jaar",
                        year + "JJ00",
                        one -> World.QUARTERS.get(one.quarter()).startsWith(year)),
                new Condition("activiteit", World.ACTIVITIES.get(activity), one -> one.activity() == activity));
    }

    /** Agreements over organisations and over quarters, each true in a cell of its own. */
    static OverlapLedger ledger(World world, Random random) {
        List<OverlapLedger.Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<String, Condition> cell = new TreeMap<>();
            List<Condition> conditions = conditions(random);
            for (int j = random.nextInt(3); j > 0; j--) {
                Condition one = conditions.get(random.nextInt(conditions.size()));
                cell.put(one.name(), one);
            }
            List<World.Attendance> in = world.where(one -> cell.values().stream()
                    .allMatch(condition -> condition.holds().test(one)));
            boolean organisations = random.nextInt(3) > 0;
            Map<String, Set<Integer>> parts = new TreeMap<>();
            for (World.Attendance one : in) {
                String part =
                        organisations ? World.ORGANISATIONS.get(one.organisation()) : World.QUARTERS.get(one.quarter());
                parts.computeIfAbsent(part, any -> new TreeSet<>()).add(one.person());
            }
            if (parts.size() > 1) {
                overlaps.add(new OverlapLedger.Overlap(
                        organisations ? "organisatie" : "periode",
                        World.PERSONS.value(),
                        cell.values().stream().collect(Collectors.toMap(Condition::name, Condition::code)),
                        truth(parts, random),
                        "overleg"));
            }
        }
        return new OverlapLedger(overlaps);
    }

    /** Returns something that is true of two parts or more. */
    static OverlapLedger.Overlap.Agreement truth(Map<String, Set<Integer>> parts, Random random) {
        List<String> names = new ArrayList<>(parts.keySet());
        String one = names.remove(random.nextInt(names.size()));
        String other = names.remove(random.nextInt(names.size()));
        Set<Integer> shared = new TreeSet<>(parts.getOrDefault(one, Set.of()));
        shared.retainAll(parts.getOrDefault(other, Set.of()));
        int kind = random.nextInt(3);
        if (shared.isEmpty() && kind > 0) {
            return new OverlapLedger.Overlap.None(Set.of(one, other));
        }
        if (shared.equals(parts.get(one)) && kind > 0) {
            return new OverlapLedger.Overlap.Within(one, other);
        }
        if (kind == 2) {
            Set<Integer> union = new TreeSet<>();
            Set<String> some = new TreeSet<>(Set.of(one, other));
            some.addAll(random.nextBoolean() ? names : List.of());
            some.forEach(name -> union.addAll(parts.getOrDefault(name, Set.of())));
            return new OverlapLedger.Overlap.Together(some, union.size());
        }
        return new OverlapLedger.Overlap.Shared(one, other, shared.size());
    }

    @Provide
    Arbitrary<List<Grouping>> groupings() {
        return Arbitraries.subsetOf(World.GROUPINGS.stream()
                        .filter(grouping -> !grouping.column().equals(World.AGE))
                        .toList())
                .ofMaxSize(2)
                .map(List::copyOf);
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void totals_ofAnyGroupAndSelection_holdTheTruth(
            @ForAll("worlds") World world, @ForAll("groupings") List<Grouping> groupings, @ForAll Random random) {
        OverlapLedger ledger = ledger(world, random);
        AggregationPlan plan = AggregationPlan.by(World.STRUCTURE)
                .withGroupings(groupings)
                .withSeries(List.of(
                        Series.Total.of(World.PERSONS),
                        new Series.Total("jong", World.PERSONS, Selection.of(Map.of(World.AGE, YOUNG)))));
        ResultTable with = result(world, plan, ledger);
        ResultTable without = result(world, plan, new OverlapLedger(List.of()));
        assertThat(with.findings().kept())
                .noneMatch(finding -> finding.code().value().equals("BM-A08"));
        for (int i = 0; i < with.rows().size(); i++) {
            ResultTable.Row row = with.rows().get(i);
            List<World.Attendance> in = world.in(groupings, row.key());
            check(
                    row.figures().get(0).value(),
                    without.rows().get(i).figures().get(0).value(),
                    in);
            check(
                    row.figures().get(1).value(),
                    without.rows().get(i).figures().get(1).value(),
                    in.stream()
                            .filter(one -> YOUNG.contains(one.ageGroup().orElse(World.UNKNOWN)))
                            .toList());
            relations(plan, row.key(), ledger).forEach(Statistics.label("cell")::collect);
        }
        Statistics.label("total").coverage(coverage -> {
            coverage.check("narrower").percentage(share -> share >= 5);
            coverage.check("between bounds").percentage(share -> share >= 20);
        });
        Statistics.label("cell").coverage(coverage -> {
            for (CellConditions.Relation relation : CellConditions.Relation.values()) {
                coverage.check(relation).percentage(share -> share >= 5);
            }
        });
    }

    private static ResultTable result(World world, AggregationPlan plan, OverlapLedger ledger) {
        LedgerAggregator aggregator = LedgerAggregator.of(plan, ledger);
        world.rows().forEach(aggregator);
        return aggregator.result();
    }

    private static void check(CellValue value, CellValue without, List<World.Attendance> in) {
        if (without.lowerBound().isEmpty()) {
            assertThat(value).isEqualTo(without);
            return;
        }
        long lower = value.lowerBound().orElseThrow().longValueExact();
        long upper = value.upperBound().orElseThrow().longValueExact();
        assertThat((long) World.persons(in).size()).isBetween(lower, upper);
        assertThat(lower).isGreaterThanOrEqualTo(without.lowerBound().get().longValueExact());
        assertThat(upper).isLessThanOrEqualTo(without.upperBound().orElseThrow().longValueExact());
        if (without.exact().isEmpty()) {
            Statistics.label("total").collect(value.equals(without) ? "as it was" : "narrower");
            Statistics.label("total").collect(lower < upper ? "between bounds" : "became exact");
        }
    }

    /** Returns how a total lies to the cell of each agreement. */
    static List<CellConditions.Relation> relations(AggregationPlan plan, List<String> key, OverlapLedger ledger) {
        CellConditions cell = CellConditions.of(plan, key, Selection.all());
        List<CellConditions.Relation> relations = new ArrayList<>();
        for (OverlapLedger.Overlap overlap : ledger.overlaps()) {
            Dimension over = plan.structure().dimensions().stream()
                    .filter(dimension -> dimension.name().value().equals(overlap.dimension()))
                    .findFirst()
                    .orElseThrow();
            CellConditions own =
                    CellConditions.of(plan.structure(), overlap.where()).orElseThrow();
            relations.add(cell.to(own, over));
        }
        return relations;
    }
}
