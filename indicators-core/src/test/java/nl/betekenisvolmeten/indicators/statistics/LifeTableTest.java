package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import org.junit.jupiter.api.Test;

class LifeTableTest {

    private static final int[] AGES = {0, 1, 5, 60};

    private static Statistic atBirth(double[] deaths, double[] populations) {
        return LifeTable.of(AGES, deaths, populations).expectancy(0, Confidence.P95);
    }

    /** Nobody dies before 60, and then 1 in 20 a year: 60 + 20. */
    @Test
    void expectancy_deathOnlyAtTheEnd_isItsAgeAndTheRest() {
        double[] none = {0, 0, 0, 500};
        double[] persons = {1000, 4000, 50_000, 10_000};
        Effect made = atBirth(none, persons).effect().orElseThrow();
        Close.assertNear(made.value(), 80, 1e-12, 0);
        assertThat(made.parts()).containsExactly(500.0, 65_000.0);
        assertThat(made.method()).isEqualTo("chiang-silcocks");
        // the variance of 1 / M is 1 / (D M²)
        double half = 1.959963984540054 * 20 / Math.sqrt(500);
        Close.assertNear(made.interval().upper() - 80, half, 1e-12, 0);
    }

    @Test
    void expectancy_fewInhabitants_isNotDefined() {
        double[] deaths = {1, 1, 1, 500};
        assertThat(atBirth(deaths, new double[] {500, 500, 2000, 2000})).isEqualTo(NotDefined.TOO_FEW_PERSONS);
        assertThat(atBirth(deaths, new double[] {500, 500, 2000, 2001})).isInstanceOf(Effect.class);
    }

    @Test
    void expectancy_nobodyDiedAtTheEnd_isNotDefined() {
        assertThat(atBirth(new double[] {1, 1, 1, 0}, new double[] {5000, 500, 2000, 2000}))
                .isEqualTo(NotDefined.UNBOUNDED);
    }

    @Test
    void expectancy_allDiedBefore_isNotDefinedAfter() {
        double[] persons = {5000, 500, 20, 2000};
        double[] deaths = {1, 1, 19, 100};
        LifeTable table = LifeTable.of(AGES, deaths, persons);
        assertThat(table.expectancy(3, Confidence.P95)).isEqualTo(NotDefined.UNBOUNDED);
        assertThat(table.expectancy(0, Confidence.P95)).isInstanceOf(Effect.class);
    }

    @Test
    void expectancy_wideInterval_isNotDefined() {
        assertThat(atBirth(new double[] {0, 0, 0, 2}, new double[] {5000, 500, 2000, 30}))
                .isEqualTo(NotDefined.TOO_UNCERTAIN);
    }

    @Test
    void lifeTable_misuse_isRefused() {
        double[] four = {1, 1, 1, 1};
        assertThatThrownBy(() -> LifeTable.of(new int[] {0, 5, 5, 60}, four, four))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ages must rise from 0: 5, 5");
        assertThatThrownBy(() -> LifeTable.of(AGES, four, new double[] {1, 1, 0, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a population must be finite and above 0: 0.0");
        assertThatThrownBy(() -> LifeTable.of(AGES, new double[] {1, -1, 1, 1}, four))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a number of deaths must be finite and not negative: -1.0");
        assertThatThrownBy(() -> LifeTable.of(AGES, Arrays.copyOf(four, 3), four))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lists must be of the same length: 4 and 3");
        assertThatThrownBy(() -> LifeTable.of(AGES, four, four).expectancy(4, Confidence.P95))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
