package nl.betekenisvolmeten.indicators.formats.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.finding.Language;
import org.junit.jupiter.api.Test;

class TicksProperties {

    /** Whatever lies between the ends is on the axis, at most as many intervals as wanted, all the same round step. */
    @Property(tries = 300)
    void of_anyRange_coversItInEqualRoundSteps(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double first,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double second,
            @ForAll @IntRange(min = 2, max = 8) int intervals) {
        double smallest = Math.min(first, second);
        double largest = Math.max(first, second);
        Ticks ticks = Ticks.of(smallest, largest, intervals);

        List<BigDecimal> values = ticks.values();
        assertThat(values.get(0)).isLessThanOrEqualTo(new BigDecimal(smallest));
        assertThat(values.get(values.size() - 1)).isGreaterThanOrEqualTo(new BigDecimal(largest));
        assertThat(values).hasSizeBetween(2, intervals + 1);
        BigDecimal step = values.get(1).subtract(values.get(0));
        for (int i = 1; i < values.size(); i++) {
            assertThat(values.get(i).subtract(values.get(i - 1))).isEqualByComparingTo(step);
        }
        assertThat(step.stripTrailingZeros().unscaledValue().intValueExact()).isIn(1, 2, 5);
        assertThat(values.get(0).remainder(step)).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void of_zeroNearby_beginsThere() {
        assertThat(Ticks.of(20, 120, 5).values())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        BigDecimal.ZERO, BigDecimal.valueOf(50), BigDecimal.valueOf(100), BigDecimal.valueOf(150));
        assertThat(Ticks.of(0, 0, 5).first()).isZero();
        assertThat(Ticks.of(90, 100, 5).first()).isEqualTo(90);
    }

    @Test
    void label_numbers_asPeopleWriteThem() {
        assertThat(Ticks.label(new BigDecimal("1500"), Language.NL)).isEqualTo("1.500");
        assertThat(Ticks.label(new BigDecimal("-1234567.5"), Language.NL)).isEqualTo("-1.234.567,5");
        assertThat(Ticks.label(new BigDecimal("0.250"), Language.EN)).isEqualTo("0.25");
        assertThat(Ticks.label(new BigDecimal("0E+3"), Language.NL)).isEqualTo("0");
        assertThat(Ticks.label(new BigDecimal("1E+3"), Language.EN)).isEqualTo("1,000");
    }
}
