package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.betekenisvolmeten.indicators.Per;
import org.junit.jupiter.api.Test;

class FunnelPointTest {

    @Test
    void ofCrude_withoutEvents_standsAtItsExposure() {
        assertThat(FunnelLimits.Point.ofCrude(0, 9000, 0, Per.THOUSAND, 3)).isEqualTo(new FunnelLimits.Point(0, 3000));
        assertThat(FunnelLimits.Point.ofCrude(18, 9000, 2, Per.THOUSAND, 3)).isEqualTo(new FunnelLimits.Point(2, 3000));
    }

    @Test
    void ofStandardised_fewEvents_isEmpty() {
        assertThat(FunnelLimits.Point.ofStandardised(9, 3, Per.THOUSAND, 1)).isEmpty();
        assertThat(FunnelLimits.Point.ofStandardised(10, 2, Per.THOUSAND, 1)).contains(new FunnelLimits.Point(2, 5000));
    }

    @Test
    void points_misuse_isRefused() {
        assertThatThrownBy(() -> FunnelLimits.Point.ofCrude(3, 9000, 0, Per.ONE, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("events and their rate must both be 0 or neither: 3.0, 0.0");
        assertThatThrownBy(() -> FunnelLimits.Point.ofCrude(3, 0, 1, Per.ONE, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an exposure must be finite and above 0: 0.0");
        assertThatThrownBy(() -> FunnelLimits.Point.ofStandardised(30, 0, Per.ONE, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("events and their rate must both be 0 or neither: 30.0, 0.0");
        assertThatThrownBy(() -> FunnelLimits.Point.ofStandardised(30, 1, Per.ONE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a number of years must be finite and above 0: 0.0");
        assertThatThrownBy(() -> FunnelLimits.Point.ofStandardised(-1, 1, Per.ONE, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a count must be finite and not negative: -1.0");
    }
}
