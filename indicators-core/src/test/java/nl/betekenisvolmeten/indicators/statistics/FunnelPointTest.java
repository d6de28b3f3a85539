package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.betekenisvolmeten.indicators.Per;
import org.junit.jupiter.api.Test;

class FunnelPointTest {

    @Test
    void ofCrude_withoutEvents_standsAtItsExposure() {
        assertThat(FunnelPoint.ofCrude(0, 9000, 0, Per.THOUSAND, 3)).isEqualTo(new FunnelPoint(0, 3000));
        assertThat(FunnelPoint.ofCrude(18, 9000, 2, Per.THOUSAND, 3)).isEqualTo(new FunnelPoint(2, 3000));
    }

    @Test
    void ofStandardised_fewEvents_isEmpty() {
        assertThat(FunnelPoint.ofStandardised(9, 3, Per.THOUSAND, 1)).isEmpty();
        assertThat(FunnelPoint.ofStandardised(10, 2, Per.THOUSAND, 1)).contains(new FunnelPoint(2, 5000));
    }

    @Test
    void points_misuse_isRefused() {
        assertThatThrownBy(() -> FunnelPoint.ofCrude(3, 9000, 0, Per.ONE, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FunnelPoint.ofCrude(3, 0, 1, Per.ONE, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FunnelPoint.ofStandardised(30, 0, Per.ONE, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FunnelPoint.ofStandardised(30, 1, Per.ONE, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FunnelPoint.ofStandardised(-1, 1, Per.ONE, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
