package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unit in which something is measured changes no figure, however large or small it is. */
class ExtremeMagnitudesTest {

    private static final double[] X = {1, 2, 3, 4, 5};
    private static final double[] Y = {2, 1, 4, 3, 6};

    private static double[] times(double[] values, double unit) {
        return DoubleStream.of(values).map(value -> value * unit).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-1000, 0x1p-600, 0x1p600, 0x1p1000})
    void pearson_ofAnyUnit_isTheSame(double unit) {
        assertThat(PearsonCorrelation.estimate(times(X, unit), times(Y, 1 / unit), Confidence.P95))
                .isEqualTo(PearsonCorrelation.estimate(X, Y, Confidence.P95));
        assertThat(PearsonCorrelation.test(times(X, unit), Y)).isEqualTo(PearsonCorrelation.test(X, Y));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-1000, 0x1p-600, 0x1p600, 0x1p1000})
    void trend_ofAnyUnit_isTheSame(double unit) {
        long[] counts = {4, 7, 9, 12, 20};
        assertThat(TrendTest.counts(counts, Y, times(X, unit))).isEqualTo(TrendTest.counts(counts, Y, X));
        assertThat(TrendTest.counts(counts, times(Y, unit), X)).isEqualTo(TrendTest.counts(counts, Y, X));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-1000, 0x1p-600, 0x1p600, 0x1p1000})
    void slopeIndex_ofAnyUnit_isThatManyTimesAsLarge(double unit) {
        double[] people = {10, 20, 30, 20, 20};
        Statistic.Effect plain = (Statistic.Effect) SlopeIndex.linear(people, X, Y, Confidence.P95);
        Statistic.Effect scaled =
                (Statistic.Effect) SlopeIndex.linear(people, times(X, unit), times(Y, unit), Confidence.P95);
        assertThat(scaled.interval())
                .isEqualTo(Interval.of(
                        plain.interval().lower() * unit, plain.interval().upper() * unit));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-400, 0x1p400})
    void overdispersion_ofAnyUnit_isItsSquareTimesAsLarge(double unit) {
        assertThat(overdispersion(unit).betweenVariance())
                .isEqualTo(overdispersion(1).betweenVariance() * unit * unit)
                .isPositive();
    }

    /** Its square is too small or too large to be a number. */
    @Test
    void overdispersion_ofAUnitBeyondSquares_isNothingOrRefused() {
        Overdispersion small = overdispersion(0x1p-1000);
        assertThat(small.factor()).isEqualTo(overdispersion(1).factor());
        assertThat(small.betweenVariance()).isZero();
        double half = Confidence.P95.z() * 0x1p-1000;
        assertThat(small.limits(0, 0x1p-1000, Confidence.P95)).isEqualTo(Interval.of(-half, half));
        assertThatThrownBy(() -> overdispersion(0x1p1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a variance must be finite and not negative: Infinity");
    }

    @Test
    void slopeIndex_ofTheLargestNumbers_isANumberWhereItCanBe() {
        double[] people = {1, 1, 1, 1};
        double most = Double.MAX_VALUE;
        assertThat(SlopeIndex.LINEAR.slope(people, new double[] {most, most, most, most}))
                .isEqualTo(new Statistic.Summary(0, 4, "slope-index-linear"));
        assertThat(SlopeIndex.LINEAR.slope(people, new double[] {-most, -most, most, most}))
                .isEqualTo(Statistic.NotDefined.UNBOUNDED);
        assertThat(SlopeIndex.LOG.slope(people, new double[] {1e-300, 1, 1, 1e300}))
                .isEqualTo(Statistic.NotDefined.UNBOUNDED);
    }

    private static Overdispersion overdispersion(double unit) {
        return Overdispersion.of(
                        List.of(
                                new Overdispersion.Deviation(-4 * unit, 0, unit),
                                new Overdispersion.Deviation(5 * unit, 0, 2 * unit),
                                new Overdispersion.Deviation(3 * unit, 0, unit)),
                        0)
                .orElseThrow();
    }

    @Test
    void rateRatio_ofVeryManyAgainstOne_keepsItsDigits() {
        Statistic.Effect ratio = (Statistic.Effect) RateRatio.EXACT.estimate(999_999_999, 1, 1, 1, Confidence.P95);
        // R: poisson.test(1)$conf.int[2] is 5.571643390938
        assertThat(ratio.interval().lower() / 999_999_999).isCloseTo(1 / 5.571643390938, within(1e-8));
        assertThat(ratio.interval().upper()).isFinite();
    }
}
