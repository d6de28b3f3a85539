package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IndirectMethodTest {

    static Stream<ReferenceTable.Row> rateCases() {
        return ReferenceTable.read("indirect-rate.csv");
    }

    static Stream<ReferenceTable.Row> ratioCases() {
        return ReferenceTable.read("indirect-ratio.csv");
    }

    @ParameterizedTest
    @MethodSource("ratioCases")
    void ratio_referenceCase_agreesWithR(ReferenceTable.Row row) {
        double expected = ReferenceStratum.expected(strata(row));
        Close.assertNear(expected, row.number("expected"), 1e-12, 0);
        Statistic actual = IndirectMethod.BYAR_EXACT.ratio(
                row.whole("observed"), expected, Per.of(row.whole("per")), row.confidence());
        Close.assertEstimate(actual.estimate().orElseThrow(), row);
    }

    @ParameterizedTest
    @MethodSource("rateCases")
    void rate_referenceCase_agreesWithR(ReferenceTable.Row row) {
        double expected = ReferenceStratum.expected(strata(row));
        double referenceRate =
                LongStream.of(row.wholes("reference_counts")).sum() / Sums.of(row.numbers("reference_populations"));
        Statistic actual = IndirectMethod.BYAR_EXACT.rate(
                row.whole("observed"), expected, referenceRate, Per.of(row.whole("per")), row.confidence());
        Close.assertEstimate(actual.estimate().orElseThrow(), row);
    }

    private static List<ReferenceStratum> strata(ReferenceTable.Row row) {
        double[] populations = row.numbers("populations");
        long[] counts = row.wholes("reference_counts");
        double[] references = row.numbers("reference_populations");
        return IntStream.range(0, counts.length)
                .mapToObj(i -> ReferenceStratum.of(populations[i], counts[i], references[i]))
                .toList();
    }

    @Test
    void ratio_exact_usesTheExactLimits() {
        Estimate actual = IndirectMethod.EXACT
                .ratio(25, 20, Per.HUNDRED, Confidence.P95)
                .estimate()
                .orElseThrow();
        Estimate rate = RateMethod.EXACT
                .estimate(25, 20, Per.HUNDRED, Confidence.P95)
                .estimate()
                .orElseThrow();
        assertThat(actual.interval()).isEqualTo(rate.interval());
        assertThat(actual.value()).isEqualTo(125);
        assertThat(actual.denominator()).isEqualTo(20);
        assertThat(actual.method()).isEqualTo("indirect-exact");
    }

    @ParameterizedTest
    @EnumSource
    void ratio_nothingExpected_isNotDefined(IndirectMethod method) {
        double expected = ReferenceStratum.expected(List.of(ReferenceStratum.ofRate(0, 0.1)));
        assertThat(method.ratio(3, expected, Per.ONE, Confidence.P95))
                .isEqualTo(NotDefined.of(NotDefined.Reason.NOTHING_EXPECTED));
    }

    @ParameterizedTest
    @EnumSource
    void ratio_nothingObserved_lowerIsZero(IndirectMethod method) {
        Estimate none = method.ratio(0, 3.5, Per.ONE, Confidence.P95).estimate().orElseThrow();
        assertThat(none.value()).isZero();
        assertThat(none.interval().lower()).isZero();
        assertThat(none.interval().upper()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"-1, 5, 0.1", "1, -5, 0.1", "1, NaN, 0.1", "1, 5, 0", "1, 5, -0.1", "1, 5, NaN"})
    void rate_misuse_isRefused(long observed, double expected, double referenceRate) {
        assertThatThrownBy(() ->
                        IndirectMethod.BYAR_EXACT.rate(observed, expected, referenceRate, Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5, 10", "NaN, 5, 10", "1, -5, 10", "1, 5, 0", "1, 5, -10"})
    void stratum_impossible_isRefused(double population, long count, double referencePopulation) {
        assertThatThrownBy(() -> ReferenceStratum.of(population, count, referencePopulation))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
