package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;

/** Laws of the exact tests, of p-values adjusted together, and of the funnel's classes. */
class TestingProperties {

    @Provide
    Arbitrary<List<PValue>> pValues() {
        return Arbitraries.doubles()
                .between(0, 1)
                .ofScale(3)
                .map(PValue::of)
                .list()
                .ofMaxSize(40);
    }

    @Property
    void adjust_anyOrder_givesTheSame(
            @ForAll MultipleTesting method, @ForAll("pValues") List<PValue> values, @ForAll long seed) {
        List<Integer> order = new ArrayList<>(
                LongStream.range(0, values.size()).mapToObj(i -> (int) i).toList());
        Collections.shuffle(order, new Random(seed));
        List<PValue> adjusted = method.adjust(values);
        List<PValue> shuffled = method.adjust(order.stream().map(values::get).toList());
        assertThat(shuffled).isEqualTo(order.stream().map(adjusted::get).toList());
    }

    @Property
    void adjust_any_raisesAndKeepsTheOrder(@ForAll MultipleTesting method, @ForAll("pValues") List<PValue> values) {
        List<PValue> adjusted = method.adjust(values);
        for (int i = 0; i < values.size(); i++) {
            assertThat(adjusted.get(i).value())
                    .isGreaterThanOrEqualTo(values.get(i).value());
            for (int j = 0; j < values.size(); j++) {
                if (values.get(i).compareTo(values.get(j)) <= 0) {
                    assertThat(adjusted.get(i)).isLessThanOrEqualTo(adjusted.get(j));
                }
            }
        }
    }

    /** The definition, walked through outcome by outcome. */
    @Property
    void binomial_small_isTheSumOfTheUnlikely(
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll @DoubleRange(max = 1) double share,
            @ForAll @IntRange(max = 60) int seen) {
        int numerator = Math.min(seen, size);
        BinomialDistribution counts = new BinomialDistribution(null, size, share);
        double bound = counts.probability(numerator) * (1 + 1e-7);
        double sum = LongStream.rangeClosed(0, size)
                .mapToDouble(k -> counts.probability((int) k))
                .filter(p -> p <= bound)
                .sum();
        Close.assertNear(ExactTest.binomial(numerator, size, share).value(), Math.min(1, sum), 1e-9, 1e-300);
    }

    @Property
    void poisson_small_isTheSumOfTheUnlikely(
            @ForAll @DoubleRange(min = 0.01, max = 40) double expected, @ForAll @IntRange(max = 80) int count) {
        PoissonDistribution counts = new PoissonDistribution(null, expected, 1e-15, Integer.MAX_VALUE);
        double bound = counts.probability(count) * (1 + 1e-7);
        double sum = LongStream.rangeClosed(0, 1000)
                .mapToDouble(k -> counts.probability((int) k))
                .filter(p -> p <= bound)
                .sum();
        Close.assertNear(ExactTest.poisson(count, expected).value(), Math.min(1, sum), 1e-9, 1e-300);
    }

    @Property
    void binomial_mirrored_isTheSame(
            @ForAll @LongRange(max = 5000) long one, @ForAll @LongRange(max = 5000) long other) {
        long size = one + other;
        double share = 0.25;
        Close.assertNear(
                ExactTest.binomial(one, size, share).value(),
                ExactTest.binomial(other, size, 1 - share).value(),
                1e-9,
                1e-300);
    }

    /** Two ways to the same class: the tail of the count, and the exact interval around it. */
    @Property
    void ofCount_any_agreesWithTheExactInterval(
            @ForAll @LongRange(max = 10_000) long count,
            @ForAll @DoubleRange(min = 0.01, max = 10_000) double expected) {
        Optional<FunnelClass> actual = FunnelClass.ofCount(count, expected);
        assertThat(actual).contains(byInterval(count, expected));
    }

    private static FunnelClass byInterval(long count, double expected) {
        Interval outer = RateMethod.EXACT.limits(count, Confidence.P998);
        Interval inner = RateMethod.EXACT.limits(count, Confidence.P95);
        if (!outer.contains(expected)) {
            return expected < outer.lower() ? FunnelClass.HIGH_998 : FunnelClass.LOW_998;
        }
        if (!inner.contains(expected)) {
            return expected < inner.lower() ? FunnelClass.HIGH_95 : FunnelClass.LOW_95;
        }
        return FunnelClass.SIMILAR;
    }

    @Property
    void ofProportion_mirrored_isMirrored(
            @ForAll @LongRange(max = 500) long one, @ForAll @LongRange(max = 500) long other) {
        double overall = 0.375;
        Optional<FunnelClass> direct = FunnelClass.ofProportion(one, one + other, overall);
        Optional<FunnelClass> mirrored = FunnelClass.ofProportion(other, one + other, 1 - overall);
        assertThat(mirrored).isEqualTo(direct.map(TestingProperties::mirror));
    }

    private static FunnelClass mirror(FunnelClass place) {
        return switch (place) {
            case LOW_998 -> FunnelClass.HIGH_998;
            case LOW_95 -> FunnelClass.HIGH_95;
            case SIMILAR -> FunnelClass.SIMILAR;
            case HIGH_95 -> FunnelClass.LOW_95;
            case HIGH_998 -> FunnelClass.LOW_998;
        };
    }
}
