package nl.betekenisvolmeten.indicators.formats.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "0, 0",
        "12.0, 12",
        "0.00, 0",
        "-0, 0",
        "48.5, '48,5'",
        "48.50, '48,5'",
        ".5, '0,5'",
        "-3, -3",
        "1e3, 1000",
        "1.25E+1, '12,5'",
        "007, 7"
    })
    void dutch_numberOfAProgram_hasACommaAndNothingSuperfluous(String number, String text) {
        assertThat(NumberText.dutch(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,5", "1e999999999", "1e9999", "abc", "1 2", "--1", ".", "e3", "NaN", "0x10", "1e500"})
    void dutch_anythingElse_staysAsItIs(String text) {
        assertThat(NumberText.dutch(text)).isEqualTo(text);
    }

    @Test
    void dutch_manyDigits_stayAsTheyAre() {
        String many = "1".repeat(400) + ".5";
        assertThat(NumberText.dutch(many)).isEqualTo(many);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "12, 12", "'48,5', 48.5", "'0,05', 0.05", "-3, -3", "123456789012345, 123456789012345"})
    void exact_agreedNotation_isItsNumber(String text, BigDecimal number) {
        assertThat(NumberText.exact(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "007", "12,0", "12,50", "1.200", "12.5", "-0", "1234567890123456", "1,234567890123456", "67+"
            })
    void exact_whatWouldComeBackOtherwise_isNoNumber(String text) {
        assertThat(NumberText.exact(text)).isEmpty();
    }
}
