package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import nl.betekenisvolmeten.indicators.model.CellValue.Status;
import org.junit.jupiter.api.Test;

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
        assertThatIllegalArgumentException().isThrownBy(() -> new CellValue.Between(TWO, TWO));
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
    void codes_areLowerCase() {
        assertThat(Arrays.stream(Status.values()).map(Status::code))
                .containsExactly("exact", "between", "refused", "suppressed", "missing");
    }
}
