package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunnelClassTest {

    /** p = 0.5 and n = 100 give limits at 50 ± 9.8 and 50 ± 15.5. */
    @ParameterizedTest
    @CsvSource({
        "34, LOW_998",
        "35, LOW_95",
        "40, LOW_95",
        "41, SIMILAR",
        "59, SIMILAR",
        "60, HIGH_95",
        "65, HIGH_95",
        "66, HIGH_998"
    })
    void ofProportion_aroundTheLimits_changesThere(long numerator, FunnelClass expected) {
        assertThat(FunnelClass.ofProportion(numerator, 100, 0.5)).contains(expected);
    }

    @Test
    void ofProportion_overallAtAnEnd_anythingElseIsFarOut() {
        assertThat(FunnelClass.ofProportion(0, 10, 0)).contains(FunnelClass.SIMILAR);
        assertThat(FunnelClass.ofProportion(1, 10, 0)).contains(FunnelClass.HIGH_998);
        assertThat(FunnelClass.ofProportion(10, 10, 1)).contains(FunnelClass.SIMILAR);
        assertThat(FunnelClass.ofProportion(9, 10, 1)).contains(FunnelClass.LOW_998);
    }

    @Test
    void both_nothingToCompareWith_isEmpty() {
        assertThat(FunnelClass.ofProportion(0, 0, 0.5)).isEmpty();
        assertThat(FunnelClass.ofCount(3, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "11, 10, 0.5, a numerator must be part of its denominator: 11 of 10",
        "-1, 10, 0.5, a numerator must be part of its denominator: -1 of 10",
        "1, 10, 1.01, a share must be from 0 to 1: 1.01",
        "1, 10, NaN, a share must be from 0 to 1: NaN"
    })
    void ofProportion_misuse_isRefused(long numerator, long denominator, double overall, String message) {
        assertThatThrownBy(() -> FunnelClass.ofProportion(numerator, denominator, overall))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void ofCount_expectedNotAnAmount_isRefused(double expected) {
        assertThatThrownBy(() -> FunnelClass.ofCount(1, expected))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(expected));
    }

    @Test
    void ofCount_negativeOrTooLarge_isRefused() {
        assertThatThrownBy(() -> FunnelClass.ofCount(-1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a count must not be negative: -1");
        assertThatThrownBy(() -> FunnelClass.ofCount(1_000_000_001, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void code_each_isStable() {
        assertThat(Stream.of(FunnelClass.values()).map(FunnelClass::code))
                .containsExactly("low", "lower", "similar", "higher", "high");
    }
}
