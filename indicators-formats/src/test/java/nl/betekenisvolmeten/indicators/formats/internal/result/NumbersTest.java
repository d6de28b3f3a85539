package nl.betekenisvolmeten.indicators.formats.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.05, 0.05",
        "100, 100",
        "2000000, 2000000",
        "1200, 1200",
        "-12.5, -12.5",
        "1.2E-300, 1.2E-300",
        "-1.2E-300, -1.2E-300",
        "1.5E-9, 1.5E-9",
        "0.001, 0.001",
        "0.0001, 1E-4",
        "0.00012, 1.2E-4",
        "0.1234567, 0.1234567",
        "4.9E-324, 4.94065645841247E-324",
        "2.0E23, 2E23",
        "0.30000000000000004, 0.30000000000000004"
    })
    void text_double_shortAndFull(double value, String expected) {
        assertThat(Numbers.text(value)).isEqualTo(expected);
    }

    @Test
    void text_decimal_withoutExponentOrIdleZeros() {
        assertThat(Numbers.text(new BigDecimal("1E+15"))).isEqualTo("1000000000000000");
        assertThat(Numbers.text(new BigDecimal("0.00"))).isEqualTo("0");
        assertThat(Numbers.text(new BigDecimal("12.50"))).isEqualTo("12.5");
    }

    @Test
    void text_notANumber_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Numbers.text(Double.NaN));
    }

    @Property
    void text_double_comesBack(@ForAll double value) {
        String text = Numbers.text(value);
        assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0.0 : value);
        assertThat(text.length()).isLessThanOrEqualTo(26);
    }
}
