package nl.betekenisvolmeten.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservationTest {

    private static final Observation ROW =
            Observation.of(new String[] {"a", "b"}, new long[] {3, 0, 5}, new boolean[] {true, false, true});

    @Test
    void withCodes_keepsTheNumbers() {
        assertThat(ROW.withCodes(new String[] {"x", "y", "z"}))
                .isEqualTo(Observation.of(
                        new String[] {"x", "y", "z"}, new long[] {3, 0, 5}, new boolean[] {true, false, true}));
    }

    @Test
    void withCode_changesOneDimension() {
        assertThat(ROW.withCode(1, "c"))
                .isEqualTo(Observation.of(
                        new String[] {"a", "c"}, new long[] {3, 0, 5}, new boolean[] {true, false, true}));
        assertThat(ROW.withCode(1, "b")).isSameAs(ROW);
        assertThatThrownBy(() -> ROW.withCode(2, "c")).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(ROW.code(1)).isEqualTo("b");
    }

    @Test
    void withZeros_makesNumbersZeroThatWereDeliveredOrNot() {
        assertThat(ROW.withZeros(Set.of(0, 1)))
                .isEqualTo(Observation.of(
                        new String[] {"a", "b"}, new long[] {0, 0, 5}, new boolean[] {true, true, true}));
        assertThat(ROW.value(0)).hasValue(3);
        assertThat(ROW.isKnown(1)).isFalse();
    }
}
