package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoundedRatioTest {

    private static CellValue between(long lower, long upper) {
        return CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    @Test
    void value_perHundred_multipliedBeforeDividing() {
        assertThat(BoundedRatio.of(between(1, 1), between(3, 3), 100).value())
                .isEqualTo(CellValue.of(new BigDecimal("33.33333333333333333333333333333333")));
        assertThat(BoundedRatio.ofPart(between(2, 6), between(4, 8), 100).value())
                .isEqualTo(between(25, 100));
    }

    @Test
    void isContradiction_onlyForAPartThatIsSurelyAboveItsWhole() {
        assertThat(BoundedRatio.ofPart(between(5, 9), between(3, 4), 1).isContradiction())
                .isTrue();
        assertThat(BoundedRatio.ofPart(between(4, 9), between(3, 4), 1).isContradiction())
                .isFalse();
        assertThat(BoundedRatio.of(between(5, 9), between(3, 4), 1).isContradiction())
                .isFalse();
        assertThat(BoundedRatio.ofPart(new CellValue.Missing(), between(3, 4), 1)
                        .isContradiction())
                .isFalse();
    }

    @Test
    void of_perBelowOne_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> BoundedRatio.of(between(1, 1), between(1, 1), 0));
    }

    @Property
    void value_bounds_holdEveryQuotientWithin(
            @ForAll @IntRange(min = -50, max = 50) int above,
            @ForAll @IntRange(max = 20) int wider,
            @ForAll @IntRange(min = 1, max = 50) int below,
            @ForAll @IntRange(max = 20) int larger,
            @ForAll @IntRange(max = 20) int up,
            @ForAll @IntRange(max = 20) int down) {
        CellValue bounds = BoundedRatio.of(
                        between(above, (long) above + wider), between(below, (long) below + larger), 1000)
                .value();
        BigDecimal inside = BigDecimal.valueOf(1000L * (above + Math.min(up, wider)));
        BigDecimal size = BigDecimal.valueOf((long) below + Math.min(down, larger));
        // an exact quotient is rounded to 34 digits; bounds are rounded outwards
        BigDecimal slack = new BigDecimal("1e-25");
        assertThat(bounds.lowerBound().orElseThrow().subtract(slack).multiply(size))
                .isLessThanOrEqualTo(inside);
        assertThat(bounds.upperBound().orElseThrow().add(slack).multiply(size)).isGreaterThanOrEqualTo(inside);
    }
}
