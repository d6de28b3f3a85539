package nl.betekenisvolmeten.indicators.statistics;

import static nl.betekenisvolmeten.indicators.statistics.MeanMethod.STUDENT_T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanMethodTest {

    private static Estimate estimate(Sample sample, Confidence confidence) {
        return STUDENT_T.estimate(sample, confidence).estimate().orElseThrow();
    }

    @Test
    void estimate_any_keepsItsParts() {
        Estimate actual = estimate(Sample.ofSums(4, 180, 8600), Confidence.P95);
        assertThat(actual.numerator()).isEqualTo(180);
        assertThat(actual.denominator()).isEqualTo(4);
        assertThat(actual.value()).isEqualTo(45);
        assertThat(actual.per()).isEqualTo(Per.ONE);
        assertThat(actual.method()).isEqualTo("student-t");
    }

    @Test
    void estimate_fewerThanTwo_isNotDefined() {
        NotDefined tooFew = NotDefined.TOO_FEW_VALUES;
        assertThat(STUDENT_T.estimate(Sample.ofValues(7), Confidence.P95)).isEqualTo(tooFew);
        assertThat(STUDENT_T.estimate(Sample.ofValues(), Confidence.P95)).isEqualTo(tooFew);
        assertThat(STUDENT_T.estimate(Sample.ofSums(0, 0, 0), Confidence.P95)).isEqualTo(tooFew);
    }

    /** 0.1 three times: the sum of squares is a unit in the last place below sum² / 3. */
    @Test
    void ofSums_roundedBelowNoSpread_isNoSpread() {
        Sample sample = Sample.ofSums(3, 0.3, Math.nextDown(0.03));
        assertThat(sample.standardDeviation()).isCloseTo(0, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 10, 49.9, a sum of squares must be at least sum² / count: 49.9 for 10.0 of 2",
        "-1, 0, 0, a count must not be negative: -1",
        "0, 1, 0, no numbers cannot have a sum: 1.0 and 0.0",
        "0, 0, 1, no numbers cannot have a sum: 0.0 and 1.0",
        "3, NaN, 1, a sum must be finite: NaN",
        "3, 1, -1, a sum of squares must be finite and not negative: -1.0",
        "3, 1, Infinity, a sum of squares must be finite and not negative: Infinity"
    })
    void ofSums_impossible_isRefused(long count, double sum, double squares, String message) {
        assertThatThrownBy(() -> Sample.ofSums(count, sum, squares))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 5, 0.1, fewer than two numbers cannot have a spread: 0.1 of 1",
        "0, 5, 0, no numbers cannot have a mean: 5.0",
        "-1, 0, 0, a count must not be negative: -1",
        "3, Infinity, 1, a mean must be finite: Infinity",
        "3, 1, -0.1, a standard deviation must be finite and not negative: -0.1",
        "3, 1, NaN, a standard deviation must be finite and not negative: NaN"
    })
    void of_impossible_isRefused(long count, double mean, double deviation, String message) {
        assertThatThrownBy(() -> Sample.of(count, mean, deviation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void ofValues_notANumber_isRefused() {
        assertThatThrownBy(() -> Sample.ofValues(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a mean must be finite: NaN");
    }
}
