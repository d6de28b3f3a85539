package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws of inequality and of quantile groups. */
class InequalityProperties {

    /** A figure and its weight. */
    record Item(double value, double weight) {}

    @Provide
    Arbitrary<List<Item>> items() {
        Arbitrary<Double> values = Arbitraries.doubles().between(0.1, 1000).ofScale(1);
        Arbitrary<Double> weights = Arbitraries.doubles().between(0.1, 100).ofScale(1);
        return Combinators.combine(values, weights)
                .as(Item::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static double[] values(List<Item> items) {
        return items.stream().mapToDouble(Item::value).toArray();
    }

    private static double[] weights(List<Item> items) {
        return items.stream().mapToDouble(Item::weight).toArray();
    }

    private static double index(Inequality index, double[] values, double[] weights) {
        return index.estimate(values, weights).summary().orElseThrow().value();
    }

    @Property
    void inequality_otherUnits_isTheSame(
            @ForAll Inequality index,
            @ForAll("items") List<Item> items,
            @ForAll @DoubleRange(min = 0.01, max = 100) double unit,
            @ForAll @DoubleRange(min = 0.01, max = 100) double weight) {
        double[] values = values(items);
        double[] scaled = DoubleStream.of(values).map(v -> v * unit).toArray();
        double[] heavier = DoubleStream.of(weights(items)).map(w -> w * weight).toArray();
        Close.assertNear(index(index, scaled, heavier), index(index, values, weights(items)), 1e-9, 1e-7);
    }

    @Property
    void inequality_anyOrder_isTheSame(@ForAll Inequality index, @ForAll("items") List<Item> items, @ForAll long seed) {
        List<Item> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed));
        Close.assertNear(
                index(index, values(shuffled), weights(shuffled)),
                index(index, values(items), weights(items)),
                1e-10,
                1e-7);
    }

    @Property
    void inequality_allTheSame_isZero(
            @ForAll Inequality index,
            @ForAll("items") List<Item> items,
            @ForAll @DoubleRange(min = 1, max = 9) double v) {
        double[] same = DoubleStream.generate(() -> v).limit(items.size()).toArray();
        Close.assertNear(index(index, same, weights(items)), 0, 0, 1e-7);
    }

    /** The definition, pair by pair. */
    @Property
    void gini_any_isTheMeanDifference(@ForAll("items") List<Item> items) {
        double total = items.stream().mapToDouble(Item::weight).sum();
        double mean = items.stream().mapToDouble(i -> i.value() * i.weight()).sum() / total;
        double difference = items.stream()
                .flatMapToDouble(one -> items.stream()
                        .mapToDouble(other -> one.weight() * other.weight() * Math.abs(one.value() - other.value())))
                .sum();
        double expected = difference / (total * total) / (2 * mean);
        Close.assertNear(index(Inequality.GINI, values(items), weights(items)), expected, 1e-10, 1e-12);
    }

    @Property
    void concentration_rankedByItself_isGiniAndTurnsRound(@ForAll("items") List<Item> items) {
        double[] values = values(items);
        double[] turned = DoubleStream.of(values).map(v -> -v).toArray();
        double gini = index(Inequality.GINI, values, weights(items));
        double up = Concentration.estimate(values, weights(items), values)
                .summary()
                .orElseThrow()
                .value();
        double down = Concentration.estimate(values, weights(items), turned)
                .summary()
                .orElseThrow()
                .value();
        Close.assertNear(up, gini, 1e-12, 1e-12);
        Close.assertNear(down, -gini, 1e-10, 1e-12);
    }

    @Property
    void slopeIndex_turnedRound_isNegated(@ForAll("items") List<Item> items) {
        List<Item> groups = new ArrayList<>(items);
        groups.add(new Item(3, 4));
        double slope = slope(groups);
        Collections.reverse(groups);
        Close.assertNear(slope(groups), -slope, 1e-9, 1e-8);
    }

    private static double slope(List<Item> groups) {
        return SlopeIndex.LINEAR
                .slope(weights(groups), values(groups))
                .summary()
                .orElseThrow()
                .value();
    }

    /** Without equal figures the sizes differ by at most one. */
    @Property
    void groups_distinctFigures_areOfTheSameSize(
            @ForAll @IntRange(min = 2, max = 20) int groups, @ForAll @IntRange(max = 200) int more, @ForAll long seed) {
        int areas = groups + more;
        List<Double> figures = new ArrayList<>();
        for (int i = 0; i < areas; i++) {
            figures.add(i * 1.5);
        }
        Collections.shuffle(figures, new Random(seed));
        List<Integer> assigned = QuantileGroups.HIGHEST_FIRST
                .of(figures.stream().mapToDouble(Double::doubleValue).toArray(), groups)
                .orElseThrow();
        for (int group = 1; group <= groups; group++) {
            int one = group;
            assertThat(assigned.stream().filter(g -> g == one).count())
                    .isBetween(areas / groups + 0L, areas / groups + 1L);
        }
        assertThat(assigned.get(figures.indexOf((areas - 1) * 1.5))).isEqualTo(1);
    }
}
