package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Summary;

/** Laws of need, charts, ratios, small areas and corrections. */
class NeedAndChartProperties {

    @Provide
    Arbitrary<List<BudgetByNeed.Area>> areas() {
        Arbitrary<Double> needs = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 5).map(Integer::doubleValue),
                Arbitraries.doubles().between(0, 1e6));
        return needs.list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .filter(list -> list.stream().anyMatch(need -> need > 0))
                .map(list -> IntStream.range(0, list.size())
                        .mapToObj(i -> new BudgetByNeed.Area("area " + i, list.get(i), i * 10L))
                        .toList());
    }

    @Property
    void budget_any_addsUpAndIsWithinACentOfItsShare(
            @ForAll @LongRange(max = 1_000_000_000_000L) long budget, @ForAll("areas") List<BudgetByNeed.Area> areas) {
        BudgetByNeed made = BudgetByNeed.of(budget, areas);
        double all = areas.stream().mapToDouble(BudgetByNeed.Area::need).sum();
        assertThat(made.areas().stream()
                        .mapToLong(BudgetByNeed.Allocation::byNeed)
                        .sum())
                .isEqualTo(budget);
        assertThat(made.areas())
                .allSatisfy(allocation -> assertThat((double) allocation.byNeed())
                        .isCloseTo(budget * (allocation.area().need() / all), within(1.01)));
    }

    @Property
    void budget_orderAndUnitOfNeed_dontMatter(
            @ForAll @LongRange(max = 1_000_000) long budget,
            @ForAll("areas") List<BudgetByNeed.Area> areas,
            @ForAll long seed) {
        List<BudgetByNeed.Area> shuffled = new ArrayList<>(areas.stream()
                // a power of two scales exactly
                .map(area -> new BudgetByNeed.Area(area.code(), area.need() * 8, area.today()))
                .toList());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(byCode(BudgetByNeed.of(budget, shuffled))).isEqualTo(byCode(BudgetByNeed.of(budget, areas)));
    }

    private static Map<String, Long> byCode(BudgetByNeed made) {
        return made.areas().stream()
                .collect(Collectors.toMap(one -> one.area().code(), BudgetByNeed.Allocation::byNeed));
    }

    @Property
    void needIndex_unitOfFiguresAndWeights_dontMatter(
            @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = -100, max = 100) Double> figures,
            @ForAll @DoubleRange(min = 0.1, max = 10) double factor) {
        NeedIndex one = NeedIndex.of(List.of(new NeedIndex.Characteristic("a", figures, 1, true)));
        NeedIndex other = NeedIndex.of(List.of(new NeedIndex.Characteristic(
                "a", figures.stream().map(figure -> figure * factor + 7).toList(), 3, true)));
        NeedIndex turned = NeedIndex.of(List.of(new NeedIndex.Characteristic("a", figures, 1, false)));
        double spread = figures.stream().mapToDouble(Double::doubleValue).max().orElseThrow()
                - figures.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        for (int i = 0; i < figures.size(); i++) {
            // the differences of nearly equal figures keep few digits
            if (spread > 1e-3) {
                Close.assertNear(other.values().get(i), one.values().get(i), 1e-6, 1e-6);
            }
            Close.assertNear(turned.values().get(i), -one.values().get(i), 0, 0);
        }
    }

    /** Twice the area between curve and diagonal is the concentration index. */
    @Property
    void curve_any_hasTheIndexAsItsArea(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 50) Integer> totals,
            @ForAll @Size(value = 15) List<@IntRange(min = 1, max = 50) Integer> weights,
            @ForAll @Size(value = 15) List<@IntRange(min = 0, max = 5) Integer> ranks) {
        int size = totals.size();
        double[] total = totals.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] weight = weights.subList(0, size).stream()
                .mapToDouble(Integer::doubleValue)
                .toArray();
        double[] rank = ranks.subList(0, size).stream()
                .mapToDouble(Integer::doubleValue)
                .toArray();
        double[] rates =
                IntStream.range(0, size).mapToDouble(i -> total[i] / weight[i]).toArray();
        List<Concentration.Curve.Point> points =
                Concentration.Curve.of(total, weight, rank).points();
        Statistic index = Concentration.estimate(rates, weight, rank);
        if (index instanceof Summary summary) {
            double area = IntStream.range(1, points.size())
                    .mapToDouble(
                            i -> (points.get(i).people() - points.get(i - 1).people())
                                    * (points.get(i).reach() + points.get(i - 1).reach())
                                    / 2)
                    .sum();
            Close.assertNear(1 - 2 * area, summary.value(), 0, 1e-12);
        } else {
            assertThat(points).hasSize(1);
        }
    }

    @Property
    void chart_turnedAround_hasTheSameSignalsOnTheOtherSide(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 20) Integer> figures) {
        double mean = figures.stream().mapToInt(Integer::intValue).average().orElseThrow();
        // one more that makes the mean a whole number, since on the line rounding would decide
        List<Integer> whole = new ArrayList<>(figures);
        whole.add((int) (Math.ceil(mean) * (figures.size() + 1) - Math.rint(mean * figures.size())));
        double[] values = whole.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] turned = whole.stream().mapToDouble(figure -> -figure).toArray();
        List<ControlChart.Point> one = ControlChart.xmr(values, Set.of()).points();
        List<ControlChart.Point> other = ControlChart.xmr(turned, Set.of()).points();
        for (int i = 0; i < values.length; i++) {
            assertThat(other.get(i).signals())
                    .containsExactlyInAnyOrderElementsOf(one.get(i).signals().stream()
                            .map(signal -> new ControlChart.Signal(signal.rule(), !signal.high()))
                            .toList());
        }
    }

    @Property
    void ratio_swapped_isTheInverse(
            @ForAll ProportionRatio method,
            @ForAll @IntRange(min = 1, max = 200) int x1,
            @ForAll @IntRange(max = 200) int more1,
            @ForAll @IntRange(min = 1, max = 200) int x2,
            @ForAll @IntRange(max = 200) int more2) {
        Effect one = method.estimate(x1, (long) x1 + more1, x2, (long) x2 + more2, Confidence.P95)
                .effect()
                .orElseThrow();
        Effect other = method.estimate(x2, (long) x2 + more2, x1, (long) x1 + more1, Confidence.P95)
                .effect()
                .orElseThrow();
        Close.assertNear(other.interval().lower(), 1 / one.interval().upper(), 1e-9, 0);
        Close.assertNear(other.interval().upper(), 1 / one.interval().lower(), 1e-9, 0);
        assertThat(one.interval().lower()).isLessThanOrEqualTo(one.value() * (1 + 1e-12));
        assertThat(one.interval().upper()).isGreaterThanOrEqualTo(one.value() * (1 - 1e-12));
        Effect surer = method.estimate(x1, (long) x1 + more1, x2, (long) x2 + more2, Confidence.P998)
                .effect()
                .orElseThrow();
        assertThat(surer.interval().lower()).isLessThanOrEqualTo(one.interval().lower() * (1 + 1e-12));
        assertThat(surer.interval().upper())
                .isGreaterThanOrEqualTo(one.interval().upper() * (1 - 1e-12));
    }

    @Property
    void empiricalBayes_any_liesBetweenTheAreaAndTheWhole(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 50) Integer> counts,
            @ForAll @DoubleRange(min = 1, max = 1000) double exposure) {
        double[] exposures = IntStream.range(0, counts.size())
                .mapToDouble(i -> exposure * (1 + i % 4))
                .toArray();
        EmpiricalBayes made = EmpiricalBayes.of(
                        counts.stream().mapToLong(Integer::longValue).toArray(), exposures)
                .orElseThrow();
        assertThat(made.areas()).allSatisfy(one -> {
            EmpiricalBayes.Area area = one.orElseThrow();
            double slack = 1e-12 * Math.max(area.rate(), made.overall());
            assertThat(area.modelled())
                    .isBetween(
                            Math.min(area.rate(), made.overall()) - slack,
                            Math.max(area.rate(), made.overall()) + slack);
        });
    }

    /** Hommel finds at least what Hochberg does, and that what Holm does, and that what Bonferroni does. */
    @Property
    void adjust_familyWise_findsMoreStepByStep(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> values) {
        List<PValue> p = values.stream().map(PValue::of).toList();
        List<MultipleTesting> order = List.of(
                MultipleTesting.HOMMEL, MultipleTesting.HOCHBERG, MultipleTesting.HOLM, MultipleTesting.BONFERRONI);
        for (int k = 1; k < order.size(); k++) {
            List<PValue> keen = order.get(k - 1).adjust(p);
            List<PValue> careful = order.get(k).adjust(p);
            for (int i = 0; i < p.size(); i++) {
                assertThat(keen.get(i).value())
                        .isLessThanOrEqualTo(careful.get(i).value() + 1e-12);
            }
        }
    }

    @Property
    void standardised_fromBareNumbers_isTheSameAndItsOrderDoesntShow(
            @ForAll @Size(value = 6) List<@IntRange(max = 40) Integer> counts, @ForAll long seed) {
        List<Integer> places = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        double[] one = counts.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] populations = {100, 250, 300.5, 80, 40, 700};
        double[] weights = {5, 6, 7, 3, 1, 2};
        Collections.shuffle(places, new Random(seed));
        Statistic straight = DirectMethod.DOBSON_BYAR.estimate(one, populations, weights, Per.THOUSAND, Confidence.P95);
        Statistic shuffled = DirectMethod.DOBSON_BYAR.estimate(
                places.stream().mapToDouble(i -> one[i]).toArray(),
                places.stream().mapToDouble(i -> populations[i]).toArray(),
                places.stream().mapToDouble(i -> weights[i]).toArray(),
                Per.THOUSAND,
                Confidence.P95);
        List<DirectMethod.Stratum> strata = IntStream.range(0, 6)
                .mapToObj(i -> DirectMethod.Stratum.of((long) one[i], populations[i], weights[i]))
                .toList();
        assertThat(DirectMethod.DOBSON_BYAR.estimate(strata, Per.THOUSAND, Confidence.P95))
                .isEqualTo(straight);
        if (straight instanceof Estimate made) {
            Estimate other = shuffled.estimate().orElseThrow();
            Close.assertNear(other.value(), made.value(), 1e-14, 0);
            Close.assertNear(other.interval().lower(), made.interval().lower(), 1e-12, 1e-12);
        } else {
            assertThat(shuffled).isEqualTo(straight);
        }
    }
}
