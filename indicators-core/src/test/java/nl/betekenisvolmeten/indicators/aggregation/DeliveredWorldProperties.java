package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * Whatever does not come in: a figure never claims more than is true of the whole world. Profile {@code long-laws} tries a
 * million figures.
 */
class DeliveredWorldProperties {

    /** How many worlds for each try. */
    private static final int WORLDS = Integer.getInteger("laws.factor", 1);

    private static final String AGREEMENT = "agreement to the figure: ";
    private static final Selection YOUNG = Selection.of(Map.of(World.AGE, Set.of("0-17", World.UNKNOWN)));
    private static final Selection PARENTS = Selection.of(Map.of(DeliveredWorld.TARGET_GROUP, Set.of("JEUGD")));

    static List<Series> series() {
        List<Series> series =
                new ArrayList<>(AggregationPlan.by(DeliveredWorld.STRUCTURE).series());
        series.add(new Series.Total("jong", World.PERSONS, YOUNG));
        series.add(new Series.Total("jeugd", DeliveredWorld.MEETINGS, PARENTS));
        series.add(ratio("per_persoon", Series.Total.of(World.VISITS), Series.Total.of(World.PERSONS), false));
        series.add(ratio(
                "jong_deel", new Series.Total("boven", World.PERSONS, YOUNG), Series.Total.of(World.PERSONS), true));
        return series;
    }

    private static Series ratio(String name, Series.Total above, Series.Total below, boolean part) {
        return new Series.Ratio(name, above, below, part);
    }

    static List<Grouping> groupings(Random random) {
        List<Grouping> all = new ArrayList<>(DeliveredWorld.GROUPINGS);
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, random.nextInt(4)));
    }

    private static List<MissingPolicy> policies(DeliveredWorld world) {
        return List.of(
                new MissingPolicy.AddUp(),
                new MissingPolicy.Refuse(),
                new MissingPolicy.Bound(Map.of()),
                new MissingPolicy.Bound(world.ceilings()));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, generation = GenerationMode.RANDOMIZED)
    void figures_ofAnyGroupAndPolicy_holdTheTruth(@ForAll Random random) {
        for (int i = 0; i < WORLDS; i++) {
            DeliveredWorld world = new DeliveredWorld(new Random(random.nextLong()));
            List<Grouping> groupings = groupings(random);
            Set<CellConditions.Relation> relations = EnumSet.noneOf(CellConditions.Relation.class);
            for (MissingPolicy policy : policies(world)) {
                relations.addAll(check(world, groupings, policy));
            }
            for (DeliveredWorld.Feature feature : DeliveredWorld.Feature.values()) {
                Statistics.label(feature.name()).collect(world.features().contains(feature));
            }
            for (CellConditions.Relation relation : CellConditions.Relation.values()) {
                Statistics.label(AGREEMENT + relation).collect(relations.contains(relation));
            }
        }
        for (DeliveredWorld.Feature feature : DeliveredWorld.Feature.values()) {
            Statistics.label(feature.name())
                    .coverage(coverage -> coverage.check(true).percentage(share -> share >= 5));
        }
        for (CellConditions.Relation relation : CellConditions.Relation.values()) {
            Statistics.label(AGREEMENT + relation)
                    .coverage(coverage -> coverage.check(true).percentage(share -> share >= 5));
        }
        Statistics.label("means")
                .coverage(coverage -> coverage.check(CellValue.Status.EXACT).percentage(share -> share >= 5));
        Statistics.label("figures with a number")
                .coverage(coverage -> coverage.check("interval").percentage(share -> share >= 20));
        Statistics.label("figures")
                .coverage(coverage -> coverage.checkQuery(any -> true).count(count -> count >= 10_000 * (long) WORLDS));
    }

    /** Returns how the figures lie to the cells of the agreements. */
    private static Set<CellConditions.Relation> check(
            DeliveredWorld world, List<Grouping> groupings, MissingPolicy policy) {
        Set<CellConditions.Relation> relations = EnumSet.noneOf(CellConditions.Relation.class);
        AggregationPlan plan = AggregationPlan.by(DeliveredWorld.STRUCTURE)
                .withGroupings(groupings)
                .withSeries(series())
                .withMissing(policy)
                .with(new Agreed(new OverlapLedger(List.of()), world.successions(), List.of(), Map.of()));
        LedgerAggregator aggregator = LedgerAggregator.of(plan, world.ledger());
        world.handTo(aggregator);
        Function<List<String>, Optional<Coverage>> reports = key -> world.coverage(groupings, key);
        ResultTable result = aggregator.result(reports);
        for (ResultTable.Row row : result.rows()) {
            List<DeliveredWorld.Visit> in = world.in(groupings, row.key());
            relations.addAll(AgreementCellProperties.relations(plan, row.key(), world.ledger()));
            for (int i = 0; i < plan.series().size(); i++) {
                try {
                    Series series = plan.series().get(i);
                    if (series instanceof Series.Total total && total.measure().equals(DeliveredWorld.CASELOAD)) {
                        checkCaseload(
                                world,
                                groupings,
                                row.key(),
                                total,
                                row.figures().get(i).value());
                    } else {
                        check(world, series, row.figures().get(i), in, policy);
                    }
                } catch (AssertionError e) {
                    throw new AssertionError(
                            plan.series().get(i).name() + " of " + groupings + row.key() + " "
                                    + row.figures().get(i) + " " + row.coverage() + " under " + policy + " in " + world,
                            e);
                }
            }
        }
        return relations;
    }

    private static void check(
            DeliveredWorld world, Series series, Figure figure, List<DeliveredWorld.Visit> in, MissingPolicy policy) {
        CellValue value = figure.value();
        Statistics.label("figures").collect(value.status());
        if (lower(value).isPresent()) {
            boolean one = value.exact().isPresent();
            boolean between = !one
                    && upper(value)
                            .filter(any -> !any.equals(lower(value).get()))
                            .isPresent();
            Statistics.label("figures with a number").collect(one ? "exact" : between ? "interval" : "at least");
        }
        if (series instanceof Series.Ratio ratio) {
            long above = truth(world, ratio.numerator(), in);
            long below = truth(world, ratio.denominator(), in);
            // a ratio r holds when lower * below <= above <= upper * below
            BigDecimal slack = new BigDecimal("1e-30");
            lower(value)
                    .ifPresent(least -> assertThat(
                                    least.multiply(BigDecimal.valueOf(below)).subtract(slack))
                            .isLessThanOrEqualTo(BigDecimal.valueOf(above)));
            upper(value)
                    .ifPresent(most -> assertThat(
                                    most.multiply(BigDecimal.valueOf(below)).add(slack))
                            .isGreaterThanOrEqualTo(BigDecimal.valueOf(above)));
            if (value instanceof CellValue.NotDefined none && none.reason() == CellValue.Reason.ZERO_DENOMINATOR) {
                assertThat(below).isZero();
            }
            return;
        }
        Series.Total total = (Series.Total) series;
        if (total.measure().equals(DeliveredWorld.DURATION)) {
            checkMean(
                    world,
                    value,
                    in.stream().filter(DeliveredWorld.selects(total.where())).toList());
            return;
        }
        BigDecimal truth = BigDecimal.valueOf(truth(world, total, in));
        value.exact().ifPresent(exact -> assertThat(exact).isEqualByComparingTo(truth));
        lower(value).ifPresent(least -> assertThat(least).isLessThanOrEqualTo(truth));
        upper(value).ifPresent(most -> assertThat(most).isGreaterThanOrEqualTo(truth));
        if (value instanceof CellValue.NotDefined none) {
            boolean contradiction = none.reason() == CellValue.Reason.CONTRADICTION;
            assertThat(none.reason()).isIn(CellValue.Reason.INCOMPLETE, CellValue.Reason.CONTRADICTION);
            assertThat(
                            contradiction
                                    ? world.features().contains(DeliveredWorld.Feature.CONTRADICTION)
                                    : policy instanceof MissingPolicy.Refuse)
                    .isTrue();
        }
        if (value instanceof CellValue.Incomplete incomplete) {
            assertThat(policy).isNotInstanceOf(MissingPolicy.Refuse.class);
            assertThat(incomplete.lower()).isPresent();
        }
    }

    /** A mean m of n visits holds when lower * n <= their sum <= upper * n; of nobody there is none. */
    private static void checkMean(DeliveredWorld world, CellValue value, List<DeliveredWorld.Visit> of) {
        BigDecimal visits = BigDecimal.valueOf(world.truth(World.VISITS, of));
        BigDecimal sum = BigDecimal.valueOf(world.durations(of));
        BigDecimal slack = new BigDecimal("1e-28");
        Statistics.label("means").collect(value.status());
        value.lowerBound()
                .ifPresent(least ->
                        assertThat(least.multiply(visits).subtract(slack)).isLessThanOrEqualTo(sum));
        value.upperBound()
                .ifPresent(most -> assertThat(most.multiply(visits).add(slack)).isGreaterThanOrEqualTo(sum));
        if (value.lowerBound().isPresent()) {
            assertThat(visits.signum()).isPositive();
        }
    }

    /** States are known of a quarter when each organisation is known to have reported on it. */
    private static void checkCaseload(
            DeliveredWorld world, List<Grouping> groupings, List<String> key, Series.Total total, CellValue value) {
        if (world.features().contains(DeliveredWorld.Feature.REPORTS_EVERY_QUARTER)) {
            Statistics.label("caseload").collect(value.status());
            BigDecimal truth = BigDecimal.valueOf(world.caseload(groupings, key, total.where()));
            lower(value).ifPresent(least -> assertThat(least).isLessThanOrEqualTo(truth));
            upper(value).ifPresent(most -> assertThat(most).isGreaterThanOrEqualTo(truth));
        }
    }

    private static long truth(DeliveredWorld world, Series.Total total, List<DeliveredWorld.Visit> in) {
        return world.truth(
                total.measure(),
                in.stream().filter(DeliveredWorld.selects(total.where())).toList());
    }

    private static Optional<BigDecimal> lower(CellValue value) {
        return value instanceof CellValue.Incomplete incomplete ? incomplete.lower() : value.lowerBound();
    }

    private static Optional<BigDecimal> upper(CellValue value) {
        return value instanceof CellValue.Incomplete incomplete ? incomplete.upper() : value.upperBound();
    }
}
