package nl.betekenisvolmeten.indicators.statistics;

import static nl.betekenisvolmeten.indicators.statistics.DirectMethod.DOBSON_BYAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectMethodTest {

    @Test
    void estimate_oneStratumOfThousands_lowerIsNotBelowZero() {
        List<DirectMethod.Stratum> strata =
                List.of(DirectMethod.Stratum.of(50, 10_000, 1), DirectMethod.Stratum.of(1, 1, 1));
        Estimate actual = DOBSON_BYAR
                .estimate(strata, Per.THOUSAND, Confidence.P998)
                .estimate()
                .orElseThrow();
        assertThat(actual.interval().lower()).isZero();
    }

    @Test
    void estimate_stratumWithoutPopulation_isNotDefined() {
        List<DirectMethod.Stratum> strata =
                List.of(DirectMethod.Stratum.of(10, 100, 1), DirectMethod.Stratum.of(5, 0, 1));
        assertThat(DOBSON_BYAR.estimate(strata, Per.ONE, Confidence.P95)).isEqualTo(NotDefined.EMPTY_STRATUM);
    }

    @Test
    void estimate_noWeight_isRefused() {
        assertThatThrownBy(() -> DOBSON_BYAR.estimate(List.of(), Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a standard population must have weights above 0: 0.0");
        assertThatThrownBy(() ->
                        DOBSON_BYAR.estimate(List.of(DirectMethod.Stratum.of(20, 100, 0)), Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a standard population must have weights above 0: 0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 10, 1, a count must not be negative: -1",
        "1, -10, 1, a population must be finite and not negative: -10.0",
        "1, NaN, 1, a population must be finite and not negative: NaN",
        "1, 10, -1, a weight must be finite and not negative: -1.0",
        "1, 10, NaN, a weight must be finite and not negative: NaN",
        "1, 10, Infinity, a weight must be finite and not negative: Infinity"
    })
    void stratum_impossible_isRefused(long count, double population, double weight, String message) {
        assertThatThrownBy(() -> DirectMethod.Stratum.of(count, population, weight))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void stratum_repeated_addsUp() {
        assertThat(DirectMethod.Stratum.ofRepeated(Map.of(1, 5L, 3, 2L), 40, 1))
                .isEqualTo(new DirectMethod.Stratum(11, 23, 40, 1));
        assertThat(DirectMethod.Stratum.ofRepeated(Map.of(), 40, 1)).isEqualTo(DirectMethod.Stratum.of(0, 40, 1));
        assertThatThrownBy(() -> DirectMethod.Stratum.ofRepeated(Map.of(0, 5L), 40, 1))
                .hasMessageContaining("0");
        assertThatThrownBy(() -> DirectMethod.Stratum.ofRepeated(Map.of(1, -5L), 40, 1))
                .hasMessageContaining("-5");
    }

    @Test
    void standardPopulation_both_areTheSameHundredThousand() {
        List<StandardPopulation.Band> short19 = StandardPopulation.EUROPEAN_2013.bands();
        List<StandardPopulation.Band> full21 = StandardPopulation.EUROPEAN_2013_FULL.bands();
        assertThat(short19).hasSize(19);
        assertThat(full21).hasSize(21);
        assertThat(short19.stream().mapToLong(StandardPopulation.Band::persons).sum())
                .isEqualTo(100_000);
        for (StandardPopulation.Band band : short19) {
            assertThat(personsIn(full21, band.fromAge(), band.fromAge() == 90 ? 200 : band.fromAge() + 5))
                    .isEqualTo(band.persons());
        }
    }

    private static long personsIn(List<StandardPopulation.Band> bands, int from, int below) {
        return bands.stream()
                .filter(band -> band.fromAge() >= from && band.fromAge() < below)
                .mapToLong(StandardPopulation.Band::persons)
                .sum();
    }
}
