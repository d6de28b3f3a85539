package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Whatever persons do, the truth lies within the bounds. */
class PersonsProperties implements World.Given {

    private static ResultTable aggregate(World world, AggregationPlan plan) {
        Aggregator aggregator = plan.newAggregator();
        world.rows().forEach(aggregator);
        return aggregator.result();
    }

    private static AggregationPlan plan(List<Grouping> groupings) {
        return AggregationPlan.by(World.STRUCTURE).withGroupings(groupings);
    }

    private static void assertContains(CellValue value, BigDecimal truth) {
        assertThat(value.lowerBound().orElseThrow()).isLessThanOrEqualTo(truth);
        assertThat(value.upperBound().orElseThrow()).isGreaterThanOrEqualTo(truth);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void persons_ofAnyGroup_lieWithinTheBounds(
            @ForAll("worlds") World world, @ForAll("groupings") List<Grouping> groupings) {
        for (ResultTable.Row row : aggregate(world, plan(groupings)).rows()) {
            long truth = World.persons(world.in(groupings, row.key())).size();
            CellValue value = row.figures().get(0).value();
            assertContains(value, BigDecimal.valueOf(truth));
            value.exact().ifPresent(exact -> assertThat(exact).isEqualByComparingTo(BigDecimal.valueOf(truth)));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void persons_whoseAgeIsDeterminedByOneRule_lieWithinTheBounds(
            @ForAll("sameAgeRule") World world, @ForAll("fewGroupings") List<Grouping> groupings) {
        List<ResultTable.Row> ownRules = aggregate(world, plan(groupings)).rows();
        List<ResultTable.Row> oneRule =
                aggregate(world, plan(groupings).withSameAgeRule(true)).rows();
        for (int i = 0; i < oneRule.size(); i++) {
            CellValue value = oneRule.get(i).figures().get(0).value();
            assertContains(
                    value,
                    BigDecimal.valueOf(
                            World.persons(world.in(groupings, oneRule.get(i).key()))
                                    .size()));
            CellValue wider = ownRules.get(i).figures().get(0).value();
            assertThat(value.upperBound()).isEqualTo(wider.upperBound());
            assertThat(value.lowerBound().orElseThrow())
                    .isGreaterThanOrEqualTo(wider.lowerBound().orElseThrow());
            Statistics.label("one rule").collect(value.equals(wider) ? "says no more" : "narrower");
        }
        Statistics.label("one rule")
                .coverage(coverage -> coverage.check("narrower").percentage(share -> share >= 5));
    }

    @Provide
    Arbitrary<List<Grouping>> fewGroupings() {
        List<Grouping> mixed = World.GROUPINGS.stream()
                .filter(grouping -> !Set.of(World.AGE, World.ORGANISATION).contains(grouping.column()))
                .toList();
        return Arbitraries.subsetOf(mixed).ofMaxSize(1).map(List::copyOf);
    }

    @Provide
    Arbitrary<World> sameAgeRule() {
        // in few places, so that there is more in a row
        return World.worlds(true)
                .map(world -> new World(inOneWijk(world.attendances()), inOneWijk(world.nobodyCame())));
    }

    private static List<World.Attendance> inOneWijk(List<World.Attendance> attendances) {
        return attendances.stream()
                .map(one -> new World.Attendance(
                        one.person(),
                        one.organisation(),
                        0,
                        one.quarter(),
                        0,
                        one.ageGroup(),
                        one.visits(),
                        one.volunteer()))
                .toList();
    }

    /** The same rows without saying who is new. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void persons_whoAreNewLater_raiseTheLowerBoundAndStayWithinTheBounds(
            @ForAll("worlds") World world, @ForAll("groupings") List<Grouping> groupings) {
        TableStructure unsaid = new TableStructure(
                World.STRUCTURE.dimensions(),
                World.STRUCTURE.measures().stream()
                        .map(measure -> measure.name().equals(World.NEW) ? new Measure.Distinct(World.NEW) : measure)
                        .toList());
        List<ResultTable.Row> wide = aggregate(world, AggregationPlan.by(unsaid).withGroupings(groupings))
                .rows();
        List<ResultTable.Row> narrow = aggregate(world, plan(groupings)).rows();
        for (int i = 0; i < narrow.size(); i++) {
            CellValue value = narrow.get(i).figures().get(0).value();
            CellValue wider = wide.get(i).figures().get(0).value();
            assertThat(value.lowerBound().orElseThrow())
                    .isGreaterThanOrEqualTo(wider.lowerBound().orElseThrow())
                    .isLessThanOrEqualTo(BigDecimal.valueOf(
                            World.persons(world.in(groupings, narrow.get(i).key()))
                                    .size()));
            Statistics.label("who is new").collect(value.equals(wider) ? "says no more" : "raises the lower bound");
        }
        Statistics.label("who is new")
                .coverage(coverage -> coverage.check("raises the lower bound").percentage(share -> share >= 5));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void volunteers_whoHelpMoreThanOneAgeGroup_lieWithinTheBounds(
            @ForAll("worlds") World world, @ForAll("groupings") List<Grouping> groupings) {
        for (ResultTable.Row row : aggregate(world, plan(groupings)).rows()) {
            long truth = World.volunteers(world.in(groupings, row.key())).size();
            assertContains(row.figures().get(2).value(), BigDecimal.valueOf(truth));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void bounds_areNeverWiderThanFromLargestRowToSum(
            @ForAll("worlds") World world, @ForAll("groupings") List<Grouping> groupings) {
        Map<List<String>, long[]> largestAndSum = new HashMap<>();
        Aggregator keys = plan(groupings).newAggregator();
        for (Observation row : world.rows()) {
            List<String> key = groupings.stream()
                    .map(grouping -> GroupingCodes.of(grouping, World.STRUCTURE))
                    .map(codes -> codes.rollUp(row.code(codes.dimension())))
                    .toList();
            long persons = row.value(0).orElseThrow();
            long[] known = largestAndSum.computeIfAbsent(key, any -> new long[2]);
            known[0] = Math.max(known[0], persons);
            known[1] += persons;
            keys.accept(row);
        }
        for (ResultTable.Row row : keys.result().rows()) {
            CellValue value = row.figures().get(0).value();
            long[] expected = largestAndSum.getOrDefault(row.key(), new long[2]);
            assertThat(value.lowerBound().orElseThrow()).isGreaterThanOrEqualTo(BigDecimal.valueOf(expected[0]));
            assertThat(value.upperBound().orElseThrow()).isEqualByComparingTo(BigDecimal.valueOf(expected[1]));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void persons_ofSelectedRows_lieWithinTheBounds(
            @ForAll("worlds") World world,
            @ForAll("groupings") List<Grouping> groupings,
            @ForAll("codes") Set<String> ages) {
        Series young = new Series.Total("jong", World.PERSONS, Selection.of(Map.of(World.AGE, ages)));
        for (ResultTable.Row row :
                aggregate(world, plan(groupings).withSeries(List.of(young))).rows()) {
            long truth = World.persons(world.in(groupings, row.key()).stream()
                            .filter(one -> ages.contains(one.ageGroup().orElse(World.UNKNOWN)))
                            .toList())
                    .size();
            Figure figure = row.figures().get(0);
            if (figure.cellsKnown() == 0) {
                assertThat(figure.value()).isEqualTo(new CellValue.Missing());
                assertThat(truth).isZero();
            } else {
                assertContains(figure.value(), BigDecimal.valueOf(truth));
            }
        }
    }

    @Provide
    Arbitrary<Set<String>> codes() {
        return Arbitraries.of("0-17", "18-66", "67+", World.UNKNOWN).set().ofMinSize(1);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void visits_ofAnyGroup_areTheTrueSum(@ForAll("worlds") World world, @ForAll("groupings") List<Grouping> groupings) {
        for (ResultTable.Row row : aggregate(world, plan(groupings)).rows()) {
            long truth = World.visits(world.in(groupings, row.key()));
            assertThat(row.figures().get(1).value()).isEqualTo(CellValue.of(BigDecimal.valueOf(truth)));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void groups_areThoseOfTheRows(@ForAll("worlds") World world, @ForAll("groupings") List<Grouping> groupings) {
        ResultTable result = aggregate(world, plan(groupings));
        Set<List<String>> expected = new HashSet<>();
        world.attendances()
                .forEach(one -> expected.add(groupings.stream().map(one::key).toList()));
        world.nobodyCame()
                .forEach(one -> expected.add(groupings.stream().map(one::key).toList()));
        assertThat(result.rows().stream().map(ResultTable.Row::key)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(result.rows().stream()
                        .mapToLong(ResultTable.Row::observations)
                        .sum())
                .isEqualTo(world.rows().size());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void ratio_ofBoundedParts_containsTheTrueRatio(
            @ForAll("worlds") World world, @ForAll("groupings") List<Grouping> groupings) {
        Series.Total atMeals =
                new Series.Total("taal", World.PERSONS, Selection.of(Map.of(World.ACTIVITY, Set.of("taalcafe"))));
        Series share = new Series.Ratio("aandeel", atMeals, Series.Total.of(World.PERSONS), true);
        Series visits =
                new Series.Ratio("per_persoon", Series.Total.of(World.VISITS), Series.Total.of(World.PERSONS), false);
        ResultTable result = aggregate(world, plan(groupings).withSeries(List.of(share, visits)));
        for (ResultTable.Row row : result.rows()) {
            List<World.Attendance> present = world.in(groupings, row.key());
            int all = World.persons(present).size();
            int some = World.persons(
                            present.stream().filter(one -> one.activity() == 1).toList())
                    .size();
            assertRatio(row.figures().get(0), some, all, BigDecimal.ONE);
            assertRatio(row.figures().get(1), World.visits(present), all, BigDecimal.valueOf(1_000));
        }
    }

    private static void assertRatio(Figure figure, long above, long below, BigDecimal limit) {
        CellValue value = figure.value();
        if (below == 0) {
            assertThat(value.status()).isIn(CellValue.Status.REFUSED, CellValue.Status.MISSING);
        } else if (value.lowerBound().isPresent()) {
            // least * denominator <= numerator <= most * denominator, without rounding
            BigDecimal denominator = BigDecimal.valueOf(below);
            BigDecimal slack = new BigDecimal("1e-30");
            assertThat(value.lowerBound().get().multiply(denominator).subtract(slack))
                    .isLessThanOrEqualTo(BigDecimal.valueOf(above));
            assertThat(value.upperBound().orElseThrow().multiply(denominator).add(slack))
                    .isGreaterThanOrEqualTo(BigDecimal.valueOf(above));
            assertThat(value.upperBound().get()).isLessThanOrEqualTo(limit);
        } else {
            assertThat(value).isEqualTo(new CellValue.Missing());
            assertThat(figure.numerator()).contains(new CellValue.Missing());
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void cap_byInhabitants_keepsTheTruthWithinTheBounds(
            @ForAll("worlds") World world,
            @ForAll("groupings") List<Grouping> groupings,
            @ForAll @IntRange(max = 3) int others) {
        Population inhabitants = inhabitants(world, others);
        ResultTable capped = aggregate(
                world,
                AggregationPlan.by(residents())
                        .withGroupings(groupings)
                        .withSeries(List.of(Series.Total.of(World.PERSONS)))
                        .withPopulation(inhabitants));
        assertThat(capped.findings().kept()).isEmpty();
        for (ResultTable.Row row : capped.rows()) {
            CellValue value = row.figures().get(0).value();
            assertContains(
                    value,
                    BigDecimal.valueOf(
                            World.persons(world.in(groupings, row.key())).size()));
            for (int i = 0; i < groupings.size(); i++) {
                Optional<AreaCode> area = AreaCode.parse(row.key().get(i));
                area.map(inhabitants::total)
                        .ifPresent(total -> assertThat(value.upperBound().orElseThrow())
                                .isLessThanOrEqualTo(BigDecimal.valueOf(total.getAsLong())));
            }
        }
    }

    /** The rows of the world, where persons are known to live in the wijk. */
    private static TableStructure residents() {
        return new TableStructure(
                World.STRUCTURE.dimensions(),
                World.STRUCTURE.measures().stream()
                        .map(measure -> measure.name().equals(World.PERSONS)
                                ? new Measure.Distinct(
                                        World.PERSONS, true, Optional.empty(), Optional.of(AreaLevel.WIJK))
                                : measure)
                        .toList());
    }

    /** As if everyone lived wherever they went, with some who never came. */
    private static Population inhabitants(World world, int others) {
        Map<AreaCode, Population.Figures> figures = new HashMap<>();
        for (int i = 0; i < World.WIJKEN.size(); i++) {
            int wijk = i;
            String stadsdeel = World.STADSDELEN.get(i);
            figures.put(AreaCode.of(World.WIJKEN.get(i)), total(world.where(one -> one.wijk() == wijk), others));
            figures.put(
                    AreaCode.of(stadsdeel),
                    total(world.where(one -> World.STADSDELEN.get(one.wijk()).equals(stadsdeel)), others));
        }
        figures.put(World.GEMEENTE, total(world.attendances(), others));
        return new Population("test", figures);
    }

    private static Population.Figures total(List<World.Attendance> present, int others) {
        return new Population.Figures(
                "2026", OptionalLong.of(World.persons(present).size() + (long) others), List.of());
    }
}
