package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.Per;
import org.junit.jupiter.api.Test;

class ControlChartTest {

    private static final Set<Integer> NONE = Set.of();

    private static List<ControlChart.Signal> signals(ControlChart chart, int point) {
        return chart.points().get(point).signals();
    }

    private static List<Integer> flagged(ControlChart chart, ControlChart.Rule rule, boolean high) {
        return IntStream.range(0, chart.points().size())
                .filter(i -> signals(chart, i).contains(new ControlChart.Signal(rule, high)))
                .boxed()
                .toList();
    }

    /** Mean 11.8, steps 2, 4, 2, 4: mean range 3, and 11.8 ± 2.66 x 3. */
    @Test
    void xmr_example_isAsByHand() {
        ControlChart chart = ControlChart.xmr(new double[] {11, 13, 9, 11, 15}, NONE);
        assertThat(chart.points()).hasSize(5).allSatisfy(point -> {
            Close.assertNear(point.centre().orElseThrow(), 11.8, 1e-14, 0);
            Close.assertNear(point.limits().orElseThrow().lower(), 11.8 - 7.98, 1e-13, 0);
            Close.assertNear(point.limits().orElseThrow().upper(), 11.8 + 7.98, 1e-13, 0);
            assertThat(point.signals()).isEmpty();
        });
    }

    /** numpy 2: x / n around sum(x) / sum(n), the errors times mean(abs(diff(z))) / 1.128. */
    @Test
    void pPrime_example_agrees() {
        long[] x = {12, 15, 9, 20, 14};
        long[] n = {120, 140, 100, 130, 150};
        ControlChart chart = ControlChart.pPrime(x, n, Per.ONE, NONE);
        double[] upper = {0.20939893, 0.20197916, 0.21894572, 0.20547488, 0.19883912};
        double[] lower = {0.00935107, 0.01677084, 0, 0.01327512, 0.01991088};
        for (int i = 0; i < x.length; i++) {
            ControlChart.Point point = chart.points().get(i);
            Close.assertNear(point.value().orElseThrow(), x[i] / (double) n[i], 1e-14, 0);
            Close.assertNear(point.centre().orElseThrow(), 0.109375, 1e-14, 0);
            Close.assertNear(point.limits().orElseThrow().upper(), upper[i], 0, 1e-8);
            Close.assertNear(point.limits().orElseThrow().lower(), lower[i], 0, 1e-8);
        }
    }

    /** numpy 2, as for shares. */
    @Test
    void uPrime_example_agrees() {
        ControlChart chart =
                ControlChart.uPrime(new long[] {4, 9, 2, 7}, new double[] {1000, 1200, 900, 1100}, Per.THOUSAND, NONE);
        double[] upper = {16.84835631, 15.83676505, 17.47638498, 16.30804482};
        for (int i = 0; i < upper.length; i++) {
            ControlChart.Point point = chart.points().get(i);
            Close.assertNear(point.centre().orElseThrow(), 5.238095238095238, 1e-14, 0);
            Close.assertNear(point.limits().orElseThrow().upper(), upper[i], 0, 1e-7);
            assertThat(point.limits().orElseThrow().lower()).isZero();
        }
    }

    @Test
    void rules_onePointFarOff_isAstronomical() {
        ControlChart chart = ControlChart.xmr(new double[] {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 30, 1, 2, 1}, NONE);
        assertThat(flagged(chart, ControlChart.Rule.ASTRONOMICAL_POINT, true)).containsExactly(12);
        assertThat(signals(chart, 12))
                .containsExactly(new ControlChart.Signal(ControlChart.Rule.ASTRONOMICAL_POINT, true));
        assertThat(signals(chart, 11)).containsExactly(new ControlChart.Signal(ControlChart.Rule.SHIFT, false));
    }

    @Test
    void rules_sevenOnOneSide_areAShiftAndSixAreNot() {
        double[] values = {2, 2, 2, 2, 2, 2, 2.5, 9, 9, 9, 9, 9, 9, 9.5};
        ControlChart chart = ControlChart.xmr(values, NONE);
        assertThat(flagged(chart, ControlChart.Rule.SHIFT, false)).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(flagged(chart, ControlChart.Rule.SHIFT, true)).containsExactly(7, 8, 9, 10, 11, 12, 13);
        ControlChart six = ControlChart.xmr(new double[] {2, 2, 2, 2, 2, 2, 9, 9, 9, 9, 9, 9}, NONE);
        assertThat(six.points())
                .allSatisfy(point -> assertThat(point.signals())
                        .extracting(ControlChart.Signal::rule)
                        .doesNotContain(ControlChart.Rule.SHIFT));
    }

    @Test
    void rules_pointOnTheCentre_endsARun() {
        ControlChart chart = ControlChart.xmr(new double[] {4, 4, 4, 4, 5, 4, 4, 4, 10, 6, 6}, NONE);
        assertThat(chart.points().get(4).centre()).hasValue(5);
        assertThat(flagged(chart, ControlChart.Rule.SHIFT, false)).isEmpty();
    }

    @Test
    void rules_sevenRising_areATrendAndSixAreNot() {
        ControlChart chart = ControlChart.xmr(new double[] {9, 1, 2, 3, 4, 5, 6, 7, 5}, NONE);
        assertThat(flagged(chart, ControlChart.Rule.TREND, true)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        ControlChart falling = ControlChart.xmr(new double[] {7, 6, 5, 4, 3, 2, 1}, NONE);
        assertThat(flagged(falling, ControlChart.Rule.TREND, false)).containsExactly(0, 1, 2, 3, 4, 5, 6);
        ControlChart six = ControlChart.xmr(new double[] {9, 1, 2, 3, 4, 5, 6, 6, 7}, NONE);
        assertThat(flagged(six, ControlChart.Rule.TREND, true)).isEmpty();
        // each point is below the previous one; an equal pair ends the run of eight
        ControlChart equal = ControlChart.xmr(new double[] {60, 58, 56, 54, 54, 52, 50, 48}, NONE);
        assertThat(flagged(equal, ControlChart.Rule.TREND, false)).isEmpty();
    }

    /** Mean 5 and mean range 31 / 15: the outer third lies from 8.66 to 10.50. */
    @Test
    void rules_twoOfThreeNearALimit_areFlaggedThemselves() {
        double[] values = {5, 4, 5, 4, 10, 6, 10, 4, 3, 4, 5, 4, 3, 4, 5, 4};
        ControlChart chart = ControlChart.xmr(values, NONE);
        ControlChart.Point any = chart.points().get(0);
        double centre = any.centre().orElseThrow();
        double reach = any.limits().orElseThrow().upper() - centre;
        assertThat(10.0).isBetween(centre + reach * 2 / 3, centre + reach);
        assertThat(flagged(chart, ControlChart.Rule.TWO_OF_THREE, true)).containsExactly(4, 6);
        double[] across = values.clone();
        across[5] = 2;
        across[3] = 6;
        assertThat(flagged(ControlChart.xmr(across, NONE), ControlChart.Rule.TWO_OF_THREE, true))
                .isEmpty();
    }

    /** The rule of two out of three is about points near the limit; a point beyond it is marked as astronomical. */
    @Test
    void rules_pointBeyondTheLimit_isNoneOfTheTwoOfThree() {
        double[] values = {9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 20, 11};
        ControlChart chart = ControlChart.xmr(values, NONE);
        assertThat(flagged(chart, ControlChart.Rule.ASTRONOMICAL_POINT, true)).containsExactly(19);
        assertThat(flagged(chart, ControlChart.Rule.TWO_OF_THREE, true)).isEmpty();
    }

    @Test
    void breaks_declared_startNewBaselines() {
        double[] values = {1, 2, 1, 2, 1, 2, 21, 22, 21, 22, 21, 22};
        ControlChart chart = ControlChart.xmr(values, Set.of(6));
        assertThat(chart.points().get(5).baseline()).isZero();
        assertThat(chart.points().get(6).baseline()).isEqualTo(1);
        assertThat(chart.points().get(5).centre()).hasValue(1.5);
        assertThat(chart.points().get(6).centre()).hasValue(21.5);
        assertThat(chart.points())
                .allSatisfy(point -> assertThat(point.signals()).isEmpty());
        assertThatThrownBy(() -> ControlChart.xmr(values, Set.of(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a break must be a place from 1 to below 12: 0");
        assertThatThrownBy(() -> ControlChart.xmr(values, Set.of(12)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a break must be a place from 1 to below 12: 12");
    }

    @Test
    void breaks_onePointAfter_hasNoLimitsYet() {
        ControlChart chart = ControlChart.xmr(new double[] {1, 2, 1, 9}, Set.of(3));
        assertThat(chart.points().get(3).centre()).hasValue(9);
        assertThat(chart.points().get(3).limits()).isEmpty();
        assertThat(chart.points().get(3).signals()).isEmpty();
    }

    @Test
    void pPrime_nobodyAsked_isAPointWithoutFigure() {
        ControlChart chart = ControlChart.pPrime(new long[] {4, 0, 5}, new long[] {10, 0, 10}, Per.HUNDRED, NONE);
        ControlChart.Point gap = chart.points().get(1);
        assertThat(gap.value()).isEmpty();
        assertThat(gap.limits()).isEmpty();
        assertThat(gap.centre()).hasValue(45);
        assertThat(chart.points().get(2).limits()).isPresent();
        ControlChart nothing = ControlChart.uPrime(new long[] {0, 0}, new double[] {0, 0}, Per.ONE, NONE);
        assertThat(nothing.points())
                .allSatisfy(point -> assertThat(point.centre()).isEmpty());
    }

    @Test
    void pPrime_allOrNone_hasLimitsWithoutWidth() {
        ControlChart chart = ControlChart.pPrime(new long[] {10, 12}, new long[] {10, 12}, Per.HUNDRED, NONE);
        assertThat(chart.points().get(0).limits()).contains(Interval.of(100, 100));
        assertThat(chart.points().get(0).signals()).isEmpty();
    }

    @Test
    void charts_misuse_isRefused() {
        assertThatThrownBy(() -> ControlChart.xmr(new double[] {1, Double.NaN}, NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a value must be finite: NaN");
        assertThatThrownBy(() -> ControlChart.pPrime(new long[] {3}, new long[] {2}, Per.ONE, NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a numerator must be part of its denominator: 3 of 2");
        assertThatThrownBy(() -> ControlChart.uPrime(new long[] {3}, new double[] {0}, Per.ONE, NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("events must have an exposure: 3");
        assertThat(ControlChart.xmr(new double[0], NONE).points()).isEmpty();
    }

    /** 8 points around 5.5: two runs of 4, and 3 + log2(8) = 6 points would be the longest by chance. */
    @Test
    void runChart_example_isAsByHand() {
        RunChart chart = RunChart.of(1, 2, 3, 4, 7, 8, 9, 10);
        assertThat(chart.median()).isEqualTo(5.5);
        assertThat(chart.runs()).containsExactly(4, 4);
        assertThat(chart.useful()).isEqualTo(8);
        assertThat(chart.longestRun()).isEqualTo(4);
        assertThat(chart.longestByChance()).isEqualTo(6);
        assertThat(chart.crossings()).isEqualTo(1);
        // scipy 1.17.1: stats.binom.ppf(0.05, 7, 0.5)
        assertThat(chart.fewestByChance()).isEqualTo(1);
        assertThat(chart.standsOut()).isFalse();
        RunChart split = RunChart.of(1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12);
        assertThat(split.crossings()).isLessThan(split.fewestByChance());
        assertThat(split.standsOut()).isTrue();
        assertThat(RunChart.of(IntStream.rangeClosed(1, 24).asDoubleStream().toArray())
                        .fewestByChance())
                .as("scipy 1.17.1: stats.binom.ppf(0.05, 23, 0.5)")
                .isEqualTo(8);
    }

    @Test
    void runChart_pointsOnTheMedian_arePassedOver() {
        RunChart chart = RunChart.of(1, 5, 9, 5, 2, 5, 8);
        assertThat(chart.useful()).isEqualTo(4);
        assertThat(chart.runs()).containsExactly(1, 1, 1, 1);
        assertThat(chart.standsOut()).isFalse();
        RunChart flat = RunChart.of(3, 3, 3);
        assertThat(flat.longestRun()).isZero();
        assertThat(flat.longestByChance()).isZero();
        assertThat(flat.standsOut()).isFalse();
        assertThatThrownBy(RunChart::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values must be 1 or more: 0");
    }
}
