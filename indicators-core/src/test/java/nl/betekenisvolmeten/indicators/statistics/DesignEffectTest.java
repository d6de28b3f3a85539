package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import nl.betekenisvolmeten.indicators.Per;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesignEffectTest {

    private static DesignEffect.Events events(double count, double exposure, double effect) {
        return new DesignEffect.Events(count, exposure, effect);
    }

    /** 10 persons once, 5 four times: N = 30, sum of squares 10 + 80 = 90, mean 2, variance 2, so 2 (1 + 2/4) = 3. */
    @Test
    void ofSquares_onePart_isMeanTimesOnePlusSquaredVariation() {
        assertThat(DesignEffect.ofSquares(30, List.of(90.0)))
                .isEqualTo(new DesignEffect(3, OptionalDouble.of(3), DesignEffect.Basis.EXACT));
    }

    /** Two organisations with sums of squares 90 and 160: between 250 / 70 (nobody in both) and (9.4868 + 12.6491)² / 70. */
    @Test
    void ofSquares_moreParts_isBetweenNobodyAndEverybodyInBoth() {
        DesignEffect effect = DesignEffect.ofSquares(70, List.of(90.0, 160.0));
        assertThat(effect.basis()).isEqualTo(DesignEffect.Basis.BETWEEN);
        assertThat(effect.lower()).isCloseTo(250.0 / 70, within(1e-12));
        assertThat(effect.upper().getAsDouble()).isCloseTo(7.0, within(1e-12));
    }

    /** The same persons, as often in both parts: (2x)² = 4 x², which is what the roots make. */
    @Test
    void ofSquares_sameVisitsInBoth_reachesTheUpperEnd() {
        DesignEffect twice = DesignEffect.ofSquares(60, List.of(90.0, 90.0));
        assertThat(twice.upper().getAsDouble()).isCloseTo(4 * 90.0 / 60, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"30, 15, 1, 2", "30, 40, 1, 1", "0, 0, 1, 1", "120.5, 4, 0, 30.125"})
    void ofPersons_meanEventsOfAPerson_isALowerBound(double events, double persons, double least, double lower) {
        assertThat(DesignEffect.ofPersons(events, persons, least)).isEqualTo(DesignEffect.atLeast(lower));
    }

    @Test
    void ofPersons_hoursOfNobody_isNone() {
        assertThat(DesignEffect.ofPersons(12, 0, 0)).isEqualTo(DesignEffect.NONE);
    }

    /** Byar of 75 events (z = 1.959964) is 58.990019385571244 to 94.01440066465773; four times that for 300 at D = 4. */
    @Test
    void rate_isThatOfEffectiveEventsTimesTheEffect() {
        Statistic.Estimate rate = events(300, 1000, 4)
                .rate(RateMethod.BYAR_EXACT, Per.THOUSAND, Confidence.P95)
                .estimate()
                .orElseThrow();
        assertThat(rate.value()).isEqualTo(300);
        assertThat(rate.numerator()).isEqualTo(300);
        assertThat(rate.interval().lower()).isCloseTo(235.96007754228498, within(1e-8));
        assertThat(rate.interval().upper()).isCloseTo(376.0576026586309, within(1e-8));
    }

    @Test
    void rate_withoutEffect_isTheUsualOne() {
        assertThat(events(37, 1234, 1).rate(RateMethod.BYAR_EXACT, Per.THOUSAND, Confidence.P95))
                .isEqualTo(RateMethod.BYAR_EXACT.estimate(37, 1234, Per.THOUSAND, Confidence.P95));
    }

    /** ln(0.3 / 0.2) = 0.405465, variance 4/300 + 2/200 = 0.0233333: z = 2.654406, two-sided p = 0.0079447. */
    @Test
    void test_twoRates_dividesTheLogRatioByItsError() {
        Statistic.TestResult result =
                events(300, 1000, 4).test(events(200, 1000, 2)).testResult().orElseThrow();
        assertThat(result.statistic()).isCloseTo(0.4054651081081644 / Math.sqrt(4.0 / 300 + 2.0 / 200), within(1e-12));
        assertThat(result.pValue().value()).isCloseTo(0.00794, within(1e-5));
        Statistic.Effect ratio = events(300, 1000, 4)
                .ratioTo(events(200, 1000, 2), Confidence.P95)
                .effect()
                .orElseThrow();
        assertThat(ratio.value()).isCloseTo(1.5, within(1e-12));
        double spread = Math.exp(1.959963984540054 * Math.sqrt(4.0 / 300 + 2.0 / 200));
        assertThat(ratio.interval().lower()).isCloseTo(1.5 / spread, within(1e-12));
        assertThat(ratio.interval().upper()).isCloseTo(1.5 * spread, within(1e-12));
    }

    /** A rate that is known adds no variance. */
    @Test
    void test_knownRate_hasTheOwnVarianceOnly() {
        Statistic.TestResult result =
                events(300, 1000, 4).test(0.25).testResult().orElseThrow();
        assertThat(result.statistic()).isCloseTo(Math.log(1.2) / Math.sqrt(4.0 / 300), within(1e-12));
    }

    /** 39.9 visits at D = 4 are 9.975 effective ones. */
    @Test
    void test_fewEffectiveEvents_isNotDefined() {
        DesignEffect.Events few = events(39.9, 10, 4);
        DesignEffect.Events enough = events(40, 10, 4);
        assertThat(few.test(enough)).isEqualTo(Statistic.NotDefined.TOO_FEW_EVENTS);
        assertThat(enough.test(few)).isEqualTo(Statistic.NotDefined.TOO_FEW_EVENTS);
        assertThat(few.test(4)).isEqualTo(Statistic.NotDefined.TOO_FEW_EVENTS);
        assertThat(enough.test(enough).testResult().orElseThrow().pValue().value())
                .isEqualTo(1);
    }

    @Test
    void ratio_withoutEvents_isNotDefined() {
        assertThat(events(0, 10, 1).ratioTo(events(5, 10, 1), Confidence.P95))
                .isEqualTo(Statistic.NotDefined.UNBOUNDED);
        assertThat(events(5, 10, 1).ratioTo(events(0, 10, 1), Confidence.P95))
                .isEqualTo(Statistic.NotDefined.UNBOUNDED);
        assertThat(events(50, 10, 1).test(0)).isEqualTo(Statistic.NotDefined.UNBOUNDED);
    }

    @Test
    void effect_thatIsNone_isRefused() {
        assertThatThrownBy(() -> DesignEffect.between(2, 1)).hasMessageContaining("2.0");
        assertThatThrownBy(() -> DesignEffect.atLeast(0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> new DesignEffect(1, OptionalDouble.of(2), DesignEffect.Basis.EXACT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bounds do not fit basis EXACT");
        assertThatThrownBy(() -> DesignEffect.ofSquares(1, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parts must be 1 or more: 0");
        assertThatThrownBy(() -> events(1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an exposure must be finite and above 0: 0.0");
    }
}
