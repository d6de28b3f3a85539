package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.Per;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelLimitsTest {

    private static final String[] FIGURES = "12.5 14.25 9 20.5 16 15.75 11 17.5 30 13".split(" ");
    private static final String[] ERRORS = "1.5 2 1 2.5 1.25 3 1.75 2 1.5 0.75".split(" ");

    @Test
    void axis_sizes_areEventsAtOneEach() {
        assertThat(FunnelLimits.Axis.sizes(200, 210)).isEqualTo(FunnelLimits.Axis.events(200, 210, 1));
    }

    @Test
    void ofRatio_any_isARateAroundOne() {
        FunnelLimits actual = FunnelLimits.ofRatio(12, Per.HUNDRED, Confidence.P95);
        assertThat(actual).isEqualTo(FunnelLimits.ofRate(12, 1, Per.HUNDRED, Confidence.P95));
        assertThat(actual.confidence()).isEqualTo(Confidence.P95);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1, 5, a share must be from 0 to 1: -0.1",
        "1.1, 5, a share must be from 0 to 1: 1.1",
        "NaN, 5, a share must be from 0 to 1: NaN",
        "0.5, 0, a denominator must be finite and above 0: 0.0",
        "0.5, -1, a denominator must be finite and above 0: -1.0",
        "0.5, Infinity, a denominator must be finite and above 0: Infinity"
    })
    void ofProportion_misuse_isRefused(double overall, double denominator, String message) {
        assertThatThrownBy(() -> FunnelLimits.ofProportion(overall, denominator, Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, a count must be 1 or more: 0",
        "-1, 1, a count must be 1 or more: -1",
        "1, 0, an overall rate must be finite and above 0: 0.0",
        "1, NaN, an overall rate must be finite and above 0: NaN"
    })
    void ofRate_misuse_isRefused(long count, double overall, String message) {
        assertThatThrownBy(() -> FunnelLimits.ofRate(count, overall, Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 1, a smallest size must be finite and above 0: 0.0",
        "5, 4, 1, 'the largest must not be below the smallest: 4.0, 5.0'",
        "5, 6, 0, an overall rate must be finite and above 0: 0.0",
        "NaN, 6, 1, a smallest size must be finite and above 0: NaN",
        "5, Infinity, 1, a largest size must be finite and above 0: Infinity"
    })
    void axis_misuse_isRefused(double smallest, double largest, double overall, String message) {
        assertThatThrownBy(() -> FunnelLimits.Axis.events(smallest, largest, overall))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 2, 1, a limit must be finite and not negative: -1.0",
        "1, -1, 2, 1, a size must be finite and not negative: -1.0",
        "3, 1, 2, 1, limits must be in order: 3.0 to 2.0",
        "1, 1, NaN, 1, a limit must be finite and not negative: NaN",
        "1, 1, 2, Infinity, a size must be finite and not negative: Infinity"
    })
    void limits_impossible_areRefused(double lower, double lowerSize, double upper, double upperSize, String message) {
        assertThatThrownBy(() -> new FunnelLimits(lower, lowerSize, upper, upperSize, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static List<Overdispersion.Deviation> areas() {
        return IntStream.range(0, FIGURES.length)
                .mapToObj(i ->
                        new Overdispersion.Deviation(Double.parseDouble(FIGURES[i]), 15, Double.parseDouble(ERRORS[i])))
                .toList();
    }

    /** mpmath 1.3.0, 40 digits, from the formulas of the paper with type 7 quantiles. */
    @ParameterizedTest
    @CsvSource({
        "0,   15.835900368480726, 33.672116878741867",
        "0.1, 4.0239403684807256, 7.0427414896048068",
        "0.2, 2.5712280782312925, 3.7676862989789337"
    })
    void overdispersion_byShare_agrees(double share, double factor, double variance) {
        Overdispersion actual = Overdispersion.of(areas(), share).orElseThrow();
        Close.assertNear(actual.factor(), factor, 1e-12, 0);
        Close.assertNear(actual.betweenVariance(), variance, 1e-12, 0);
        assertThat(actual.areas()).isEqualTo(10);
        assertThat(actual.winsorised()).isEqualTo(share);
    }

    @Test
    void overdispersion_noMoreThanChance_addsNothing() {
        List<Overdispersion.Deviation> calm = List.of(
                new Overdispersion.Deviation(14, 15, 2),
                new Overdispersion.Deviation(15, 15, 3),
                new Overdispersion.Deviation(16, 15, 2));
        Overdispersion actual = Overdispersion.of(calm, 0.1).orElseThrow();
        Close.assertNear(actual.factor(), 0.10666666666666667, 1e-12, 0);
        assertThat(actual.betweenVariance()).isZero();
    }

    @Test
    void overdispersion_limits_addTheVariance() {
        Interval actual = new Overdispersion(2, 16, 10, 0.1).limits(15, 3, Confidence.P95);
        Close.assertNear(actual.upper(), 15 + 5 * 1.959963984540054, 1e-12, 0);
        Close.assertNear(actual.lower(), 15 - 5 * 1.959963984540054, 1e-12, 0);
    }

    @Test
    void overdispersion_fewerThanTwoAreas_isEmpty() {
        assertThat(Overdispersion.of(areas().subList(0, 1), 0.1)).isEmpty();
        assertThat(Overdispersion.of(List.of(), 0.1)).isEmpty();
    }

    @Test
    void overdispersion_misuse_isRefused() {
        for (double share : new double[] {-0.1, 0.5}) {
            assertThatThrownBy(() -> Overdispersion.of(areas(), share))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("winsorised must be from 0 and below 0.5: " + share);
        }
        assertThatThrownBy(() -> Overdispersion.of(areas(), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a factor must be finite and not negative: NaN");
        assertThatThrownBy(() -> new Overdispersion.Deviation(1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a standard error must be finite and above 0: 0.0");
        assertThatThrownBy(() -> new Overdispersion.Deviation(Double.NaN, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a figure must be finite: NaN");
        assertThatThrownBy(() -> new Overdispersion(1, 1, 1, 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("areas must be 2 or more: 1");
    }
}
