package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final AreaCode WIJK = AreaCode.of("WK051801");
    private static final AreaCode ELSEWHERE = AreaCode.of("WK051802");

    /** The bands that CBS publishes for a wijk, in fives. */
    private static final Population BANDS = population(
            OptionalLong.of(1_000),
            band("0-14", 150),
            band("15-24", 100),
            band("25-44", 300),
            band("45-64", 250),
            band("65+", 200));

    private static Population population(OptionalLong total, Population.Band... bands) {
        return new Population("test", Map.of(WIJK, new Population.Figures("2026", total, List.of(bands))));
    }

    private static Population.Band band(String age, long count) {
        return new Population.Band(AgeBand.parse(age).orElseThrow(), count);
    }

    private static OptionalLong atMost(Population population, String age) {
        return population.atMost(WIJK, age);
    }

    private static OptionalLong exactly(Population population, String age) {
        return population.exactly(WIJK, AgeBand.parse(age).orElseThrow());
    }

    @Test
    void unknownArea_isNotZero() {
        assertThat(BANDS.total(ELSEWHERE)).isEmpty();
        assertThat(BANDS.atMost(ELSEWHERE, "onbekend")).isEmpty();
        assertThat(BANDS.exactly(ELSEWHERE, AgeBand.of(0, 14))).isEmpty();
    }

    @Test
    void exactly_wholeBands_addUp() {
        assertThat(exactly(BANDS, "0-14")).hasValue(150);
        assertThat(exactly(BANDS, "15-44")).hasValue(400);
        assertThat(exactly(BANDS, "0+")).hasValue(1_000);
        assertThat(exactly(BANDS, "65+")).hasValue(200);
    }

    @Test
    void exactly_bandToBeSplit_isNotKnown() {
        assertThat(exactly(BANDS, "0-17")).isEmpty();
        assertThat(exactly(BANDS, "67+")).isEmpty();
        assertThat(exactly(BANDS, "20-44")).isEmpty();
    }

    @Test
    void exactly_bandWithGap_isNotKnown() {
        Population gap = population(OptionalLong.of(900), band("0-14", 150), band("25-44", 300));
        assertThat(exactly(gap, "0-44")).isEmpty();
        assertThat(exactly(gap, "25-44")).hasValue(300);
    }

    @Test
    void openAges_aboveTheHighestBandWithAnEnd_areNotKnown() {
        Population closed = population(OptionalLong.of(900), band("0-66", 700), band("67-150", 200));
        assertThat(exactly(closed, "67+")).isEmpty();
        assertThat(exactly(closed, "67-150")).hasValue(200);
        assertThat(atMost(closed, "67+")).hasValue(900);
        assertThat(atMost(closed, "67-150")).hasValue(202);
    }

    @Test
    void atMost_overlappingBands_addUpWithTheirRounding() {
        assertThat(atMost(BANDS, "0-11")).hasValue(152);
        assertThat(atMost(BANDS, "12-17")).hasValue(150 + 100 + 2 * Population.ROUNDING);
        assertThat(atMost(BANDS, "67+")).hasValue(202);
    }

    @Test
    void atMost_moreThanAll_isAll() {
        assertThat(atMost(BANDS, "0+")).hasValue(1_000);
        assertThat(BANDS.atMost(WIJK, "onbekend")).hasValue(1_000);
    }

    @Test
    void atMost_agesWithoutBand_isAll() {
        Population gap = population(OptionalLong.of(900), band("0-14", 150), band("25-44", 300));
        assertThat(atMost(gap, "12-17")).hasValue(900);
        assertThat(atMost(gap, "65+")).hasValue(900);
    }

    @Test
    void atMost_totalNotKnown_restsOnBands() {
        Population bands = population(OptionalLong.empty(), band("0-14", 150));
        assertThat(atMost(bands, "0-11")).hasValue(152);
        assertThat(atMost(bands, "12-17")).isEmpty();
        assertThat(bands.atMost(WIJK, "onbekend")).isEmpty();
        assertThat(bands.total(WIJK)).isEmpty();
    }

    @Test
    void figures_outOfRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> band("0-14", -1)).withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> band("0-14", Long.MAX_VALUE))
                .withMessageContaining("inhabitants must not be negative: 9223372036854775807");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> population(OptionalLong.of(-5)))
                .withMessageContaining("inhabitants must not be negative: -5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> population(OptionalLong.of(5), band("0-14", 1), band("14-20", 1)))
                .withMessageContaining("overlap");
    }
}
