package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.model.CellValue.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellValueTest {

    private static final BigDecimal TWO = new BigDecimal("2");
    private static final BigDecimal FIVE = new BigDecimal("5");

    @Test
    void known_isItsOwnBounds() {
        CellValue two = CellValue.of(TWO);
        assertThat(two.lowerBound()).contains(TWO);
        assertThat(two.upperBound()).contains(TWO);
        assertThat(two.exact()).contains(TWO);
        assertThat(two.status()).isEqualTo(Status.EXACT);
    }

    /** The digits are the same on every version of Java: Double.toString changed in 19. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "12.5, 12.5",
        "0.30000000000000004, 0.30000000000000004",
        "2.0E-3, 0.002",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "4.9E-324, 4.94065645841247E-324",
        "1.0E23, 1E+23"
    })
    void of_double_isTheDecimalThatGivesItBack(double number, String decimal) {
        assertThat(CellValue.of(number).value()).isEqualTo(new BigDecimal(decimal));
        assertThat(CellValue.of(number).value().doubleValue()).isEqualTo(number == 0 ? 0 : number);
    }

    @Test
    void of_doubleThatIsNoNumber_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellValue.of(Double.NaN))
                .withMessageContaining("NaN");
    }

    @Test
    void between_differentBounds_isNotExact() {
        CellValue value = CellValue.between(TWO, FIVE);
        assertThat(value.lowerBound()).contains(TWO);
        assertThat(value.upperBound()).contains(FIVE);
        assertThat(value.exact()).isEmpty();
        assertThat(value.status()).isEqualTo(Status.BETWEEN);
    }

    @Test
    void between_equalBounds_isExactWhateverTheirScale() {
        assertThat(CellValue.between(TWO, new BigDecimal("2.00"))).isEqualTo(CellValue.of(TWO));
    }

    @Test
    void between_boundsOutOfOrder_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellValue.between(FIVE, TWO))
                .withMessageContaining("5, 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CellValue.Between(TWO, TWO))
                .withMessageContaining("bounds out of order: 2, 2");
    }

    @Test
    void others_haveNoNumber() {
        List<CellValue> none = List.of(
                new CellValue.Missing(),
                new CellValue.Suppressed(),
                new CellValue.NotDefined(CellValue.Reason.ZERO_DENOMINATOR));
        assertThat(none).allSatisfy(value -> {
            assertThat(value.lowerBound()).isEmpty();
            assertThat(value.upperBound()).isEmpty();
            assertThat(value.exact()).isEmpty();
        });
        assertThat(none.stream().map(CellValue::status))
                .containsExactly(Status.MISSING, Status.SUPPRESSED, Status.REFUSED);
    }

    @Test
    void toText_saysTheNumberOrWhyThereIsNone() {
        assertThat(CellValue.of(new BigDecimal("1234.50")).toText(Language.NL)).isEqualTo("1.234,5");
        assertThat(CellValue.between(TWO, FIVE).toText(Language.NL)).isEqualTo("ten minste 2 en ten hoogste 5");
        assertThat(CellValue.between(TWO, FIVE).toText(Language.EN)).isEqualTo("at least 2 and at most 5");
        assertThat(new CellValue.Missing().toText(Language.NL)).isEqualTo("niet geleverd");
        assertThat(new CellValue.Suppressed().toText(Language.NL)).isEqualTo("verborgen om mensen te beschermen");
        for (CellValue.Reason reason : CellValue.Reason.values()) {
            assertThat(new CellValue.NotDefined(reason).toText(Language.NL)).startsWith("geen cijfer: ");
            assertThat(new CellValue.NotDefined(reason).toText(Language.EN)).startsWith("no figure: ");
        }
    }

    @Test
    void codes_areLowerCase() {
        assertThat(Arrays.stream(Status.values()).map(Status::code))
                .containsExactly(
                        "exact", "between", "incomplete", "refused", "suppressed", "missing", "not_comparable");
    }
}
