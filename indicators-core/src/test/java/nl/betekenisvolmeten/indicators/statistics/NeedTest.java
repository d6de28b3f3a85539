package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Need, reach against need, and a budget by need. */
class NeedTest {

    private static final double HALF_ROOT = Math.sqrt(1.5);

    private static NeedIndex.Characteristic one(double weight, boolean high, Double... figures) {
        return new NeedIndex.Characteristic("one", List.of(figures), weight, high);
    }

    /** 1, 2, 3 lie √1.5 below the mean, at it, and √1.5 above. */
    @Test
    void index_ofOneCharacteristic_isItsDeviation() {
        NeedIndex index = NeedIndex.of(List.of(one(5, true, 1.0, 2.0, 3.0)));
        Close.assertNear(index.values().get(0), -HALF_ROOT, 1e-14, 0);
        assertThat(index.values().get(1)).isZero();
        Close.assertNear(index.values().get(2), HALF_ROOT, 1e-14, 0);
    }

    @Test
    void index_ofSeveral_weighsThemAndShowsIt() {
        NeedIndex.Characteristic more = one(3, true, 1.0, 2.0, 3.0);
        NeedIndex.Characteristic less = one(1, false, 30.0, 20.0, 10.0);
        NeedIndex.Characteristic flat = one(2, true, 7.0, 7.0, 7.0);
        NeedIndex index = NeedIndex.of(List.of(more, less, flat));
        assertThat(index.characteristics()).containsExactly(more, less, flat);
        Close.assertNear(index.values().get(2), HALF_ROOT * 4 / 6, 1e-14, 0);
        Close.assertNear(index.contributions().get(0).get(2), HALF_ROOT * 3 / 6, 1e-14, 0);
        Close.assertNear(index.contributions().get(1).get(2), HALF_ROOT / 6, 1e-14, 0);
        assertThat(index.contributions().get(2)).containsOnly(0.0);
    }

    @Test
    void index_misuse_isRefused() {
        assertThatThrownBy(() -> NeedIndex.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("characteristics must be 1 or more: 0");
        assertThatThrownBy(() -> NeedIndex.of(List.of(one(1, true, 1.0), one(1, true, 1.0, 2.0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lists must be of the same length: 1 and 2");
        assertThatThrownBy(() -> one(0, true, 1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a weight must be finite and above 0: 0.0");
        assertThatThrownBy(() -> one(1, true, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a figure must be finite: NaN");
    }

    @Test
    void curve_example_isAsByHand() {
        Concentration.Curve curve =
                Concentration.Curve.of(new double[] {30, 10, 60}, new double[] {100, 100, 200}, new double[] {2, 1, 3});
        assertThat(curve.points())
                .containsExactly(
                        new Concentration.Curve.Point(0, 0),
                        new Concentration.Curve.Point(0.25, 0.1),
                        new Concentration.Curve.Point(0.5, 0.4),
                        new Concentration.Curve.Point(1, 1));
    }

    @Test
    void curve_equalRanks_makeOneStepWhateverTheirOrder() {
        Concentration.Curve one =
                Concentration.Curve.of(new double[] {30, 10, 60}, new double[] {100, 100, 200}, new double[] {1, 1, 3});
        Concentration.Curve other =
                Concentration.Curve.of(new double[] {10, 30, 60}, new double[] {100, 100, 200}, new double[] {1, 1, 3});
        assertThat(one).isEqualTo(other);
        assertThat(one.points()).hasSize(3);
        assertThat(Concentration.Curve.of(new double[] {0}, new double[] {1}, new double[] {1})
                        .points())
                .hasSize(1);
    }

    private static BudgetByNeed.Area area(String code, double need, long today) {
        return new BudgetByNeed.Area(code, need, today);
    }

    /** 100.01 in three equal parts: 33.34, 33.34 and 33.33, the cents that are left to the smaller codes. */
    @Test
    void budget_equalNeeds_addUpToTheCentWhateverTheOrder() {
        BudgetByNeed.Area a = area("A", 1, 5000);
        BudgetByNeed.Area b = area("B", 1, 5001);
        BudgetByNeed.Area c = area("C", 1, 0);
        BudgetByNeed one = BudgetByNeed.of(List.of(a, b, c));
        assertThat(one.areas()).extracting(BudgetByNeed.Allocation::byNeed).containsExactly(3334L, 3334L, 3333L);
        assertThat(one.areas()).extracting(BudgetByNeed.Allocation::change).containsExactly(-1666L, -1667L, 3333L);
        BudgetByNeed other = BudgetByNeed.of(List.of(c, b, a));
        assertThat(other.areas()).extracting(BudgetByNeed.Allocation::byNeed).containsExactly(3333L, 3334L, 3334L);
        assertThat(other.areas()).containsExactlyInAnyOrderElementsOf(one.areas());
    }

    /** 10 by 3.3, 3.3 and 3.4: quotas of 3.3, 3.3 and 3.4; the one cent left goes to the last. */
    @Test
    void budget_centsLeft_goToTheLargestRemainders() {
        BudgetByNeed made = BudgetByNeed.of(10, List.of(area("A", 3.3, 0), area("B", 3.3, 0), area("C", 3.4, 0)));
        assertThat(made.areas()).extracting(BudgetByNeed.Allocation::byNeed).containsExactly(3L, 3L, 4L);
        BudgetByNeed none = BudgetByNeed.of(7, List.of(area("A", 0, 7), area("B", 1e-300, 0)));
        assertThat(none.areas()).extracting(BudgetByNeed.Allocation::byNeed).containsExactly(0L, 7L);
        BudgetByNeed large = BudgetByNeed.of(Long.MAX_VALUE, List.of(area("A", 1, 0), area("B", 3e20, 0)));
        assertThat(large.areas().get(0).byNeed() + large.areas().get(1).byNeed())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void budget_misuse_isRefused() {
        assertThatThrownBy(() -> BudgetByNeed.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("areas must be 1 or more: 0");
        assertThatThrownBy(() -> BudgetByNeed.of(List.of(area("A", 1, 1), area("A", 1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two areas with the same code");
        assertThatThrownBy(() -> BudgetByNeed.of(List.of(area("A", 0, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no area has any need");
        assertThatThrownBy(() -> BudgetByNeed.of(-1, List.of(area("A", 1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a count must not be negative: -1");
        assertThatThrownBy(() -> area("A", -0.1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a need must be finite and not negative: -0.1");
    }
}
