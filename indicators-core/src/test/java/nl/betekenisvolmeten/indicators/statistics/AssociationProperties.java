package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.TestResult;

/** Laws of rank correlations and slopes. */
class AssociationProperties {

    private static double[] places(int size) {
        return IntStream.range(0, size).asDoubleStream().toArray();
    }

    private static double[] doubles(List<Integer> numbers) {
        return numbers.stream().mapToDouble(Integer::doubleValue).toArray();
    }

    @Property
    void correlation_stretchedOrTurned_isTheSameOrNegated(
            @ForAll RankCorrelation method,
            @ForAll @Size(min = 3, max = 40) List<@IntRange(max = 20) Integer> numbers) {
        double[] y = doubles(numbers);
        Assume.that(DoubleStream.of(y).distinct().count() > 1);
        double[] stretched = DoubleStream.of(y).map(v -> v * v * v + 7).toArray();
        double[] turned = DoubleStream.of(y).map(v -> -v).toArray();
        TestResult one = test(method, y);
        assertThat(test(method, stretched)).isEqualTo(one);
        Close.assertNear(test(method, turned).statistic(), -one.statistic(), 1e-12, 1e-14);
        Close.assertNear(test(method, turned).pValue().value(), one.pValue().value(), 1e-9, 1e-14);
    }

    private static TestResult test(RankCorrelation method, double[] y) {
        return method.test(places(y.length), y).testResult().orElseThrow();
    }

    @Property
    void theilSen_onALine_isItsSlope(
            @ForAll @IntRange(min = 3, max = 30) int points, @ForAll @DoubleRange(min = -10, max = 10) double slope) {
        double[] times = places(points);
        double[] values = DoubleStream.of(times).map(t -> 4 + slope * t).toArray();
        Effect actual =
                TrendSlope.theilSen(times, values, Confidence.P95).effect().orElseThrow();
        Close.assertNear(actual.value(), slope, 1e-9, 1e-9);
        Close.assertNear(actual.interval().lower(), slope, 1e-9, 1e-9);
        Close.assertNear(actual.interval().upper(), slope, 1e-9, 1e-9);
    }

    @Property
    void theilSen_moreConfidence_isWiderAndHoldsTheSlope(
            @ForAll @Size(min = 3, max = 30) List<@IntRange(max = 100) Integer> numbers) {
        double[] times = places(numbers.size());
        Effect narrow = TrendSlope.theilSen(times, doubles(numbers), Confidence.P95)
                .effect()
                .orElseThrow();
        Interval wide = TrendSlope.theilSen(times, doubles(numbers), Confidence.P998)
                .effect()
                .orElseThrow()
                .interval();
        assertThat(wide.lower()).isLessThanOrEqualTo(narrow.interval().lower());
        assertThat(wide.upper()).isGreaterThanOrEqualTo(narrow.interval().upper());
        assertThat(narrow.interval().contains(narrow.value())).isTrue();
    }

    @Property
    void weighted_laterStart_hasTheSameSlope(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(max = 100) Integer> numbers,
            @ForAll @IntRange(max = 2100) int start) {
        double[] errors =
                DoubleStream.iterate(1, e -> e + 0.25).limit(numbers.size()).toArray();
        double[] times = places(numbers.size());
        double[] later = DoubleStream.of(times).map(t -> t + start).toArray();
        Effect one = TrendSlope.weighted(times, doubles(numbers), errors, Confidence.P95)
                .effect()
                .orElseThrow();
        Effect other = TrendSlope.weighted(later, doubles(numbers), errors, Confidence.P95)
                .effect()
                .orElseThrow();
        Close.assertNear(other.value(), one.value(), 1e-8, 1e-8);
        Close.assertNear(other.interval().upper(), one.interval().upper(), 1e-8, 1e-8);
    }
}
