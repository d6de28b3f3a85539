package nl.betekenisvolmeten.indicators.formats.internal.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.betekenisvolmeten.indicators.model.CellValue;
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
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numbers.text(Double.NaN))
                .withMessage("a figure must be finite: NaN");
    }

    @Test
    void text_quotient_hasAtMostSeventeenDigits() {
        assertThat(Numbers.text(new BigDecimal("0.6666666666666666666666666666666667")))
                .isEqualTo("0.66666666666666667");
        assertThat(Numbers.text(new BigDecimal("-123.45678901234567890"))).isEqualTo("-123.45678901234568");
        assertThat(Numbers.text(new BigDecimal("0.000000012345678901234567890")))
                .isEqualTo("0.000000012345678901234568");
    }

    /** A count is exact however long it is. */
    @Test
    void text_wholeDigits_areNeverRounded() {
        assertThat(Numbers.text(new BigDecimal("9223372036854775807"))).isEqualTo("9223372036854775807");
        assertThat(Numbers.text(new BigDecimal("9223372036854775807.25"))).isEqualTo("9223372036854775807");
    }

    @Property
    void bounds_anyFigure_holdItAndHaveAtMostSeventeenDigits(@ForAll BigDecimal one, @ForAll BigDecimal other) {
        CellValue value = CellValue.between(one.min(other), one.max(other));
        BigDecimal lower = Numbers.lower(value).orElseThrow();
        BigDecimal upper = Numbers.upper(value).orElseThrow();
        if (value.exact().isPresent()) {
            assertThat(lower).isEqualTo(upper).isEqualTo(value.exact().get());
        } else {
            assertThat(lower).isLessThanOrEqualTo(one.min(other));
            assertThat(upper).isGreaterThanOrEqualTo(one.max(other));
            assertThat(lower).isLessThan(upper);
            assertThat(Numbers.text(lower)).isEqualTo(plain(lower));
            assertThat(Numbers.text(upper)).isEqualTo(plain(upper));
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    @Property
    void text_double_comesBack(@ForAll double value) {
        String text = Numbers.text(value);
        assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0.0 : value);
        assertThat(text.length()).isLessThanOrEqualTo(26);
    }
}
