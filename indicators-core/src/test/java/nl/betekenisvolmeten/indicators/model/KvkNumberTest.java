package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KvkNumberTest {

    @Test
    void parse_eightDigits_keepsLeadingZeros() {
        assertThat(KvkNumber.parse("01234567")).contains(KvkNumber.of("01234567"));
        assertThat(KvkNumber.of("01234567")).hasToString("01234567");
        assertThat(KvkNumber.of("01234567")).isLessThan(KvkNumber.of("11234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "123456789",
                "00000000",
                " 1234567",
                "12345678 ",
                "1234567x",
                "12.34567",
                "١٢٣٤٥٦٧٨"
            })
    void parse_anythingElse_empty(String text) {
        assertThat(KvkNumber.parse(text)).isEmpty();
        assertThatThrownBy(() -> KvkNumber.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }
}
