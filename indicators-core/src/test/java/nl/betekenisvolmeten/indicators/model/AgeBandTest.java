package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeBandTest {

    @Test
    void parse_codesOfTheFormat_bands() {
        assertThat(AgeBand.parse("0-11")).contains(AgeBand.of(0, 11));
        assertThat(AgeBand.parse("67+")).contains(AgeBand.atLeast(67));
        assertThat(AgeBand.parse("5-5")).contains(AgeBand.of(5, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                "67",
                "67 +",
                "12-",
                "-12",
                "17-12",
                "00-11",
                "012-17",
                "12-17-18",
                "12\u201317",
                "onbekend",
                "0-151",
                "151+",
                "99999999999+",
                "67++",
                "12-17+"
            })
    void parse_anythingElse_empty(String text) {
        assertThat(AgeBand.parse(text)).isEmpty();
    }

    @Test
    void of_noBand_namesIt() {
        assertThatThrownBy(() -> AgeBand.of(17, 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("17-12");
        assertThatThrownBy(() -> AgeBand.atLeast(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a band of ages: -1-150");
        assertThatThrownBy(() -> AgeBand.of(0, 151))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a band of ages: 0-151");
    }

    @Test
    void contains_straddlingBand_overlapsOnly() {
        AgeBand old = AgeBand.of(27, 49);
        AgeBand renewed = AgeBand.of(30, 49);
        assertThat(old.contains(renewed)).isTrue();
        assertThat(renewed.contains(old)).isFalse();
        assertThat(renewed.overlaps(old)).isTrue();
        assertThat(AgeBand.of(18, 26).overlaps(AgeBand.of(18, 29))).isTrue();
        assertThat(AgeBand.of(18, 26).overlaps(old)).isFalse();
    }

    @Test
    void contains_openEnd_onlyInAnOpenEnd() {
        assertThat(AgeBand.atLeast(65).contains(AgeBand.atLeast(67))).isTrue();
        assertThat(AgeBand.of(0, 150).contains(AgeBand.atLeast(67))).isFalse();
        assertThat(AgeBand.atLeast(67).contains(67)).isTrue();
        assertThat(AgeBand.atLeast(67).contains(66)).isFalse();
        assertThat(AgeBand.of(12, 17).contains(18)).isFalse();
    }
}
