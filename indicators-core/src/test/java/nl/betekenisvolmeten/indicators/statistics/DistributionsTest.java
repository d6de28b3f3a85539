package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all methods rest on, areas added up beforehand, and what R refuses too. */
class DistributionsTest {

    static Stream<ReferenceTable.Row> cases() {
        return ReferenceTable.read("distributions.csv");
    }

    static Stream<ReferenceTable.Row> groupedCases() {
        return ReferenceTable.read("grouped.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void distribution_referenceCase_agreesWithR(ReferenceTable.Row row) {
        double[] in = row.numbers("arguments");
        double expected = row.number("value");
        switch (row.text("function")) {
            case "normal-quantile" -> assertNear(signed(in[0], Quantiles.normalAbove(tail(in[0]))), expected);
            case "t-quantile" -> assertNear(signed(in[0], Quantiles.studentAbove(in[1], tail(in[0]))), expected);
            case "chisq-quantile" -> assertNear(2 * Quantiles.gamma(in[1] / 2, in[0]), expected);
            case "beta-quantile" -> assertNear(Quantiles.beta(in[1], in[2], in[0]), expected);
            case "normal-cdf" -> assertNear(Tails.normalBeyond(in[0]) / 2, expected);
            case "chisq-upper-tail" -> assertNear(Tails.chiSquareAbove(in[0], in[1]), expected);
            case "t-upper-tail" -> assertNear(Tails.studentBeyond(in[0], in[1]) / 2, expected);
            case "poisson-cdf" -> assertTails(new CountDistribution.Poisson(in[1]), (long) in[0], row);
            case "binomial-cdf" -> assertTails(new CountDistribution.Binomial((long) in[1], in[2]), (long) in[0], row);
            default -> throw new IllegalArgumentException(row.text("function"));
        }
    }

    private static double tail(double probability) {
        return Math.min(probability, 1 - probability);
    }

    private static double signed(double probability, double deviate) {
        return probability < 0.5 ? -deviate : deviate;
    }

    private static void assertTails(CountDistribution counts, long count, ReferenceTable.Row row) {
        assertNear(counts.atMost(count), row.number("value"));
        assertNear(counts.atLeast(count + 1), row.number("upper"));
    }

    private static void assertNear(double actual, double expected) {
        Close.assertNear(actual, expected, 1e-10, Math.abs(expected) < 1e-100 ? 0 : 1e-14);
    }

    @ParameterizedTest
    @MethodSource("groupedCases")
    void estimate_areasAddedUp_agreesWithR(ReferenceTable.Row row) {
        long numerator = LongStream.of(row.wholes("numerators")).sum();
        long denominator = LongStream.of(row.wholes("denominators")).sum();
        Statistic percent = ProportionMethod.WILSON.estimate(numerator, denominator, Per.HUNDRED, row.confidence());
        Statistic rate =
                RateMethod.BYAR_EXACT.estimate(numerator, (double) denominator, Per.HUNDRED_THOUSAND, row.confidence());
        assertEstimate(percent, row, "percent");
        assertEstimate(rate, row, "rate");
    }

    private static void assertEstimate(Statistic actual, ReferenceTable.Row row, String what) {
        Estimate estimate = actual.estimate().orElseThrow();
        Close.assertNear(estimate.value(), row.number(what), 1e-10, 0);
        Close.assertNear(estimate.interval().lower(), row.number(what + "_lower"), 1e-10, 0);
        Close.assertNear(estimate.interval().upper(), row.number(what + "_upper"), 1e-10, 0);
    }

    /**
     * What PHEindicatormethods 2.1.0 stops at and we refuse too. A denominator of 0 and a stratum without population are
     * no mistake of the caller: those are not defined. Weights and strata that are missing can't be written down.
     */
    static Stream<ThrowingCallable> refused() {
        return Stream.of(
                () -> ProportionMethod.WILSON.estimate(11, 10, Per.ONE, Confidence.P95),
                () -> ProportionMethod.WILSON.estimate(1, -5, Per.ONE, Confidence.P95),
                () -> Confidence.of(101),
                () -> IndirectMethod.BYAR_EXACT.ratio(
                        -1,
                        ReferenceStratum.expected(List.of(ReferenceStratum.of(100, 9, 900))),
                        Per.ONE,
                        Confidence.P95));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void input_thatRRefuses_isRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    }
}
