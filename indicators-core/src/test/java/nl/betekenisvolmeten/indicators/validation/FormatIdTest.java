package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatIdTest {

    @Test
    void parse_itsOwnText_roundTrips() {
        FormatId id = FormatId.of("telformat-gebiedsgericht", "2026.1");
        assertThat(FormatId.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "telformat", "@2026.1", "telformat@", "Telformat@2026.1", "telformat@2026.1b", "a@1@2"})
    void parse_otherShapes_areNone(String text) {
        assertThat(FormatId.parse(text)).isEmpty();
    }

    @Test
    void compareTo_versions_goesByNumberAndAgreesWithEquals() {
        FormatId second = FormatId.of("telformat", "2025.2");
        assertThat(second).isLessThan(FormatId.of("telformat", "2025.10"));
        assertThat(second).isLessThan(FormatId.of("telformat", "2025.2.1"));
        assertThat(second).isLessThan(FormatId.of("telformulier", "2025.1"));
        assertThat(second).isGreaterThan(FormatId.of("intake", "2026.1"));
        assertThat(second).hasSameHashCodeAs(FormatId.of("telformat", "2025.2"));
        assertThat(second.hashCode())
                .isNotEqualTo(FormatId.of("telformat", "2025.3").hashCode());
        assertThat(FormatId.of("telformat", "1.1").compareTo(FormatId.of("telformat", "1.01")))
                .isNotZero();
    }
}
