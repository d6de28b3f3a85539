package nl.betekenisvolmeten.indicators.statistics;

import static nl.betekenisvolmeten.indicators.statistics.SlopeIndex.LINEAR;
import static nl.betekenisvolmeten.indicators.statistics.SlopeIndex.LOG;
import static nl.betekenisvolmeten.indicators.statistics.SlopeIndex.LOGIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import org.junit.jupiter.api.Test;

class SlopeSimulationTest {

    private static final double[] POPULATIONS = {10, 20, 15, 30, 25};
    private static final double[] VALUES = {12, 14, 13, 17, 18};
    private static final double[] ERRORS = {0.1, 0.12, 0.08, 0.1, 0.15};

    private static SlopeIndex.Simulation drawn(SlopeIndex line, SlopeIndex scale, long seed) {
        return SlopeIndex.Simulation.of(line, scale, POPULATIONS, VALUES, ERRORS, 2000, seed);
    }

    @Test
    void simulation_sameSeed_givesTheSameLimits() {
        Statistic one = drawn(LINEAR, LOG, 7).slope(Confidence.P95);
        assertThat(drawn(LINEAR, LOG, 7).slope(Confidence.P95)).isEqualTo(one);
        assertThat(drawn(LINEAR, LOG, 8).slope(Confidence.P95)).isNotEqualTo(one);
    }

    @Test
    void simulation_ofALine_isNearTheNormalInterval() {
        double[] errors = {1, 1.5, 1, 2, 1.2};
        Interval made = SlopeIndex.Simulation.of(LINEAR, LINEAR, POPULATIONS, VALUES, errors, 50_000, 1)
                .slope(Confidence.P95)
                .effect()
                .orElseThrow()
                .interval();
        Interval normal = SlopeIndex.linear(POPULATIONS, VALUES, errors, Confidence.P95)
                .effect()
                .orElseThrow()
                .interval();
        double width = normal.upper() - normal.lower();
        Close.assertNear(made.lower(), normal.lower(), 0, 0.02 * width);
        Close.assertNear(made.upper(), normal.upper(), 0, 0.02 * width);
    }

    @Test
    void simulation_effects_keepTheValueOfTheLine() {
        SlopeIndex.Simulation made = drawn(LOG, LOG, 3);
        Effect slope = made.slope(Confidence.P95).effect().orElseThrow();
        assertThat(slope.value())
                .isEqualTo(
                        LOG.slope(POPULATIONS, VALUES).summary().orElseThrow().value());
        assertThat(slope.method()).isEqualTo("slope-index-log-simulated");
        assertThat(slope.parts()).containsExactly(5.0, 2000.0);
        Effect ratio = made.relative(Confidence.P95).effect().orElseThrow();
        assertThat(ratio.interval().contains(ratio.value())).isTrue();
        assertThat(ratio.interval().lower()).isPositive();
    }

    @Test
    void simulation_lineThatMayPassZero_hasNoRatio() {
        double[] errors = {9, 9, 9, 9, 9};
        SlopeIndex.Simulation made = SlopeIndex.Simulation.of(LINEAR, LINEAR, POPULATIONS, VALUES, errors, 500, 1);
        assertThat(made.relative(Confidence.P95)).isEqualTo(NotDefined.UNBOUNDED);
    }

    @Test
    void simulation_misuse_isRefused() {
        double[] one = {5};
        assertThatThrownBy(() -> SlopeIndex.Simulation.of(LINEAR, LINEAR, one, one, one, 1000, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("groups must be 2 or more: 1");
        assertThatThrownBy(() -> SlopeIndex.Simulation.of(LINEAR, LINEAR, POPULATIONS, VALUES, ERRORS, 99, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("repetitions must be 100 or more: 99");
        assertThatThrownBy(() -> drawn(LOGIT, LINEAR, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a figure is out of the range of a logit line: 12.0");
        assertThatThrownBy(() -> LOGIT.standardError(Interval.of(0, 0.5), Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a standard error must be finite and not negative: Infinity");
    }

    /** ln 20 - ln 10 over 2 x 1.96. */
    @Test
    void standardError_onItsScale_isHalfTheWidth() {
        double error = LOG.standardError(Interval.of(10, 20), Confidence.P95);
        Close.assertNear(error, Math.log(2) / (2 * 1.959963984540054), 1e-14, 0);
    }
}
