package nl.betekenisvolmeten.indicators.statistics;

import static nl.betekenisvolmeten.indicators.statistics.SampleQuantile.TYPE_7;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleQuantileTest {

    @Test
    void estimate_noNumbers_isNotDefined() {
        assertThat(TYPE_7.estimate(new double[0], 0.5)).isEqualTo(NotDefined.TOO_FEW_VALUES);
    }

    @Test
    void estimate_input_staysAsItWas() {
        double[] values = {3, 1, 2};
        assertThat(TYPE_7.estimate(values, 0.5)).isEqualTo(new Summary(2, 3, "type-7"));
        assertThat(values).containsExactly(3, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void estimate_noProbability_isRefused(double probability) {
        assertThatThrownBy(() -> TYPE_7.estimate(new double[] {1, 2}, probability))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a share must be from 0 to 1: " + probability);
    }

    @Test
    void estimate_notANumber_isRefused() {
        assertThatThrownBy(() -> TYPE_7.estimate(new double[] {1, Double.NaN}, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a value must be finite: NaN");
    }
}
