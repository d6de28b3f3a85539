package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactTestTest {

    /** mpmath 1.3.0, 40 digits: both tails summed term by term, the other tail found by R's rule. */
    @ParameterizedTest
    @CsvSource({
        "501500, 1000000, 0.5,      0.0027086553060597568",
        "298900, 1000000, 0.3,      0.016377277866319064",
        "10250,  1000000, 0.01,     0.012328950333511593",
        "999999, 1000000, 0.999995, 0.072255039747722221"
    })
    void binomial_aMillion_agreesWithSum(long numerator, long denominator, double share, double expected) {
        Close.assertNear(ExactTest.binomial(numerator, denominator, share).value(), expected, 1e-8, 0);
    }

    /** mpmath 1.3.0, 40 digits: both tails summed term by term, the other tail found by R's rule. */
    @ParameterizedTest
    @CsvSource({
        "12345,   12000,   0.0017140556237735707",
        "1003000, 1000000, 0.0027086708345265699",
        "997500,  1000000, 0.012401807582804783",
        "1000100, 1000000, 0.92034431881914953",
        "1005000, 1000000, 5.8531027938380712e-7"
    })
    void poisson_aMillion_agreesWithSum(long count, double expectedCount, double expected) {
        Close.assertNear(ExactTest.poisson(count, expectedCount).value(), expected, 1e-8, 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 0, 1", "1, 5, 0, 0", "5, 5, 1, 1", "4, 5, 1, 0", "0, 0, 0.3, 1"})
    void binomial_certainty_isOneOrZero(long numerator, long denominator, double share, double expected) {
        assertThat(ExactTest.binomial(numerator, denominator, share)).isEqualTo(PValue.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "1000000000, 0"})
    void poisson_nothingExpected_isOneOrZero(long count, double expected) {
        assertThat(ExactTest.poisson(count, 0)).isEqualTo(PValue.of(expected));
    }

    @Test
    void poisson_largestCount_isAnswered() {
        assertThat(ExactTest.poisson(1_000_000_000, 1).value()).isZero();
        assertThat(ExactTest.poisson(0, 1e9).value()).isZero();
        assertThat(ExactTest.poisson(1_000_000_000, 1e9).value()).isEqualTo(1);
    }

    /** mpmath 1.3.0, 40 digits, as above. */
    @Test
    void both_nearlyTheLargestCount_agreeWithSum() {
        Close.assertNear(ExactTest.poisson(999_805_136, 999_900_000).value(), 0.00269953994232602, 1e-5, 0);
        Close.assertNear(ExactTest.poisson(999_994_864, 999_900_000).value(), 0.0027001005643551, 1e-5, 0);
        Close.assertNear(ExactTest.binomial(500_047_434, 1_000_000_000, 0.5).value(), 0.0027001688063578, 1e-5, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "11, 10, 0.5, a numerator must be part of its denominator: 11 of 10",
        "-1, 10, 0.5, a numerator must be part of its denominator: -1 of 10",
        "1, 10, 1.5, a share must be from 0 to 1: 1.5",
        "1, 10, -0.1, a share must be from 0 to 1: -0.1",
        "1, 10, NaN, a share must be from 0 to 1: NaN"
    })
    void binomial_misuse_isRefused(long numerator, long denominator, double share, String message) {
        assertThatThrownBy(() -> ExactTest.binomial(numerator, denominator, share))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void poisson_expectedNotAnAmount_isRefused(double expected) {
        assertThatThrownBy(() -> ExactTest.poisson(1, expected))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(expected));
    }

    @Test
    void poisson_negativeCount_isRefused() {
        assertThatThrownBy(() -> ExactTest.poisson(-2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-2");
    }

    @Test
    void both_beyondTheLargest_areRefused() {
        assertThatThrownBy(() -> ExactTest.binomial(1, 1_000_000_001, 0.5)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> ExactTest.poisson(1_000_000_001, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> ExactTest.poisson(1, 1e12)).isInstanceOf(ArithmeticException.class);
    }
}
