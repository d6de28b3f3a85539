package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Summary;
import nl.betekenisvolmeten.indicators.statistics.Statistic.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values that results are made of. */
class StatisticTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.001, -0.5, 95, Double.NaN, Double.POSITIVE_INFINITY, 0.9999999999})
    void confidence_notALevel_isRefused(double level) {
        assertThatThrownBy(() -> Confidence.of(level))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(level));
    }

    /** R 4.5.0: qnorm(1 - (1 - level) / 2). */
    @ParameterizedTest
    @CsvSource({"0.95, 1.959963984540054", "0.998, 3.090232306167813"})
    void confidence_usualLevels_haveTheirDeviate(double level, double expected) {
        Close.assertNear(Confidence.of(level).z(), expected, 1e-14, 0);
    }

    @Test
    void confidence_percent_isAShare() {
        assertThat(Confidence.ofPercent(95)).isEqualTo(Confidence.P95);
        assertThat(Confidence.ofPercent(99.8)).isEqualTo(Confidence.P998);
        assertThat(Confidence.ofPercent(100)).isEqualTo(Confidence.CERTAIN);
        assertThatThrownBy(() -> Confidence.ofPercent(101))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a confidence level must be from 1.0E-6 to 0.999999999, or 1");
    }

    @Test
    void confidence_certain_leavesNoIntervalButTheWhole() {
        NotDefined unbounded = NotDefined.UNBOUNDED;
        Confidence certain = Confidence.CERTAIN;
        Estimate share = ProportionMethod.WILSON
                .estimate(3, 10, Per.HUNDRED, certain)
                .estimate()
                .orElseThrow();
        assertThat(share.interval()).isEqualTo(Interval.of(0, 100));
        assertThat(share.value()).isEqualTo(30);
        assertThat(RateMethod.EXACT.estimate(3, 10, Per.ONE, certain)).isEqualTo(unbounded);
        assertThat(IndirectMethod.EXACT.ratio(3, 10, Per.ONE, certain)).isEqualTo(unbounded);
        assertThat(MeanMethod.STUDENT_T.estimate(Sample.ofValues(1, 2), certain))
                .isEqualTo(unbounded);
        assertThat(DirectMethod.DOBSON_BYAR.estimate(List.of(DirectMethod.Stratum.of(20, 100, 1)), Per.ONE, certain))
                .isEqualTo(unbounded);
        assertThatThrownBy(certain::z)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an interval with two ends cannot be certain: 1.0");
    }

    @Test
    void confidence_each_keepsTheOrderOfTheLevels() {
        var both = Confidence.each(
                List.of(Confidence.P998, Confidence.P95, Confidence.P998),
                level -> ProportionMethod.WILSON.estimate(7, 40, Per.HUNDRED, level));
        assertThat(both.keySet()).containsExactly(Confidence.P998, Confidence.P95);
        // scipy 1.17.1: binomtest(7, 40).proportion_ci(0.95, "wilson")
        Interval usual = Objects.requireNonNull(both.get(Confidence.P95))
                .estimate()
                .orElseThrow()
                .interval();
        Close.assertNear(usual.lower(), 8.745413746035918, 1e-12, 0);
        Close.assertNear(usual.upper(), 31.94999033178771, 1e-12, 0);
        assertThat(Confidence.P95_AND_P998).containsExactly(Confidence.P95, Confidence.P998);
    }

    @Test
    void confidence_lowest_isHardlyWide_andLowerIsRefused() {
        assertThat(Confidence.of(1e-6).z()).isPositive().isLessThan(2e-6);
        assertThatThrownBy(() -> Confidence.of(Double.MIN_VALUE)).hasMessageContaining("4.9E-324");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000})
    void per_powerOfTen_isKept(long multiplier) {
        assertThat(Per.of(multiplier).multiplier()).isEqualTo(multiplier);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -100, 2, 50, 1_001, 10_000_000})
    void per_anythingElse_isRefused(long multiplier) {
        assertThatThrownBy(() -> Per.of(multiplier))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": " + multiplier);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "NaN, 1", "0, NaN", "-Infinity, 0", "0, Infinity"})
    void interval_notInOrderOrNotFinite_isRefused(double lower, double upper) {
        assertThatThrownBy(() -> Interval.of(lower, upper))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(lower + " to " + upper);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, true", "0.999, false", "3.001, false", "NaN, false"})
    void contains_limits_areInside(double value, boolean expected) {
        assertThat(Interval.of(1, 3).contains(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN})
    void pValue_notAProbability_isRefused(double value) {
        assertThatThrownBy(() -> PValue.of(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(value));
    }

    @Test
    void pValue_several_sortFromSmallToLarge() {
        assertThat(Stream.of(PValue.of(0.5), PValue.of(0), PValue.of(0.05)).sorted())
                .containsExactly(PValue.of(0), PValue.of(0.05), PValue.of(0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 1, 1, m, an estimate must be finite: 1.0 from NaN / 1.0",
        "1, Infinity, 1, m, an estimate must be finite: 1.0 from 1.0 / Infinity",
        "1, 1, NaN, m, an estimate must be finite: NaN from 1.0 / 1.0",
        "1, 1, 1, ' ', the code of a method must not be blank: ' '"
    })
    void estimate_notFiniteOrWithoutMethod_isRefused(
            double numerator, double denominator, double value, String method, String message) {
        assertThatThrownBy(() ->
                        new Estimate(numerator, denominator, Per.ONE, value, Interval.of(0, 1), Confidence.P95, method))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, m, must be finite: NaN",
        "Infinity, m, must be finite: Infinity",
        "1, ' ', the code of a method must not be blank: ' '"
    })
    void effectAndTest_notFiniteOrWithoutMethod_areRefused(double value, String method, String message) {
        Interval interval = Interval.of(0, 1);
        PValue p = PValue.of(0.5);
        assertThatThrownBy(() -> new Effect(value, interval, Per.ONE, Confidence.P95, List.of(), method))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(message);
        assertThatThrownBy(() -> new Summary(value, 1, method))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(message);
        assertThatThrownBy(() -> new TestResult(value, OptionalDouble.empty(), p, method))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(message);
    }

    @Test
    void estimate_ofEachCase_isThereOrNot() {
        Estimate estimate = new Estimate(1, 2, Per.ONE, 0.5, Interval.of(0, 1), Confidence.P95, "m");
        assertThat(estimate.estimate()).contains(estimate);
        NotDefined none = NotDefined.ZERO_EXPOSURE;
        assertThat(none.estimate()).isEmpty();
        assertThat(none.effect()).isEmpty();
        assertThat(none.testResult()).isEmpty();
        assertThat(none.summary()).isEmpty();
        Summary summary = new Summary(1, 2, "m");
        assertThat(summary.summary()).contains(summary);
        assertThat(estimate.effect()).isEmpty();
        assertThat(estimate.testResult()).isEmpty();
    }

    @Test
    void reason_code_isStable() {
        assertThat(Stream.of(NotDefined.values()).map(NotDefined::code))
                .containsExactly(
                        "zero-denominator",
                        "zero-exposure",
                        "too-few-values",
                        "too-few-events",
                        "too-few-persons",
                        "too-uncertain",
                        "empty-stratum",
                        "nothing-expected",
                        "unbounded",
                        "no-variation");
    }
}
