package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.TestResult;

/** Laws of what compares groups. */
class GroupTestsProperties {

    @Property
    void difference_turnedRound_isMirrored(
            @ForAll ProportionDifference method,
            @ForAll @LongRange(max = 500) long x1,
            @ForAll @LongRange(min = 1, max = 500) long rest1,
            @ForAll @LongRange(max = 500) long x2,
            @ForAll @LongRange(min = 1, max = 500) long rest2) {
        Effect one = difference(method, x1, x1 + rest1, x2, x2 + rest2, Confidence.P95);
        Effect other = difference(method, x2, x2 + rest2, x1, x1 + rest1, Confidence.P95);
        Close.assertNear(other.interval().lower(), -one.interval().upper(), 0, 1e-10);
        Close.assertNear(other.interval().upper(), -one.interval().lower(), 0, 1e-10);
        assertThat(one.interval().contains(one.value())).isTrue();
        Interval wide = difference(method, x1, x1 + rest1, x2, x2 + rest2, Confidence.P998)
                .interval();
        assertThat(wide.lower()).isLessThanOrEqualTo(one.interval().lower());
        assertThat(wide.upper()).isGreaterThanOrEqualTo(one.interval().upper());
    }

    private static Effect difference(
            ProportionDifference method, long x1, long n1, long x2, long n2, Confidence confidence) {
        return method.estimate(x1, n1, x2, n2, Per.HUNDRED, confidence).effect().orElseThrow();
    }

    @Property
    void rateRatio_turnedRound_isItsInverse(
            @ForAll @LongRange(min = 1, max = 5000) long count,
            @ForAll @LongRange(min = 1, max = 5000) long otherCount,
            @ForAll @DoubleRange(min = 1, max = 1e6) double exposure,
            @ForAll @DoubleRange(min = 1, max = 1e6) double otherExposure) {
        Effect one = ratio(count, exposure, otherCount, otherExposure);
        Effect other = ratio(otherCount, otherExposure, count, exposure);
        Close.assertNear(other.value(), 1 / one.value(), 1e-12, 0);
        Close.assertNear(other.interval().lower(), 1 / one.interval().upper(), 1e-10, 0);
        Close.assertNear(other.interval().upper(), 1 / one.interval().lower(), 1e-10, 0);
        assertThat(one.interval().contains(one.value())).isTrue();
    }

    private static Effect ratio(long count, double exposure, long otherCount, double otherExposure) {
        return RateRatio.EXACT
                .estimate(count, exposure, otherCount, otherExposure, Confidence.P95)
                .effect()
                .orElseThrow();
    }

    @Property
    void independence_transposed_isTheSame(@ForAll @Size(6) List<@LongRange(min = 1, max = 1000) Long> c) {
        CrossTable wide =
                new CrossTable(List.of(List.of(c.get(0), c.get(1), c.get(2)), List.of(c.get(3), c.get(4), c.get(5))));
        CrossTable tall = new CrossTable(
                List.of(List.of(c.get(0), c.get(3)), List.of(c.get(1), c.get(4)), List.of(c.get(2), c.get(5))));
        Close.assertNear(
                test(ChiSquareTest.independence(wide, ChiSquareTest.Continuity.NONE))
                        .statistic(),
                test(ChiSquareTest.independence(tall, ChiSquareTest.Continuity.NONE))
                        .statistic(),
                1e-10,
                1e-10);
    }

    @Property
    void goodnessOfFit_sharesInAnotherUnit_isTheSame(
            @ForAll @Size(5) List<@LongRange(max = 1000) Long> counts,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        long[] observed = LongStream.concat(LongStream.of(1), counts.stream().mapToLong(Long::longValue))
                .toArray();
        Statistic one = ChiSquareTest.goodnessOfFit(observed, new double[] {1, 2, 3, 4, 5, 6});
        double[] scaled =
                LongStream.rangeClosed(1, 6).mapToDouble(i -> i * factor).toArray();
        Statistic other = ChiSquareTest.goodnessOfFit(observed, scaled);
        Close.assertNear(test(one).statistic(), test(other).statistic(), 1e-10, 1e-10);
    }

    @Property(tries = 200)
    void fisher_rowsSwapped_invertsTheOddsRatio(
            @ForAll @LongRange(min = 1, max = 60) long a,
            @ForAll @LongRange(min = 1, max = 60) long b,
            @ForAll @LongRange(min = 1, max = 60) long c,
            @ForAll @LongRange(min = 1, max = 60) long d) {
        CrossTable table = CrossTable.of(new long[] {a, b}, new long[] {c, d});
        CrossTable swapped = CrossTable.of(new long[] {c, d}, new long[] {a, b});
        Close.assertNear(
                FisherExact.test(swapped).pValue().value(),
                FisherExact.test(table).pValue().value(),
                1e-10,
                0);
        Effect one = FisherExact.oddsRatio(table, Confidence.P95).effect().orElseThrow();
        Effect other = FisherExact.oddsRatio(swapped, Confidence.P95).effect().orElseThrow();
        Close.assertNear(other.value(), 1 / one.value(), 1e-9, 0);
        Close.assertNear(other.interval().lower(), 1 / one.interval().upper(), 1e-9, 0);
        assertThat(one.interval().contains(one.value())).isTrue();
    }

    @Property
    void mantelHaenszel_oneStratum_isTheSampleOddsRatio(
            @ForAll @LongRange(min = 1, max = 500) long a,
            @ForAll @LongRange(min = 1, max = 500) long b,
            @ForAll @LongRange(min = 1, max = 500) long c,
            @ForAll @LongRange(min = 1, max = 500) long d) {
        CrossTable table = CrossTable.of(new long[] {a, b}, new long[] {c, d});
        Effect odds = MantelHaenszel.oddsRatio(List.of(table), Confidence.P95)
                .effect()
                .orElseThrow();
        Close.assertNear(odds.value(), (double) a * d / (b * c), 1e-12, 0);
        // Woolf's variance of the logarithm
        double error = Math.sqrt(1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d);
        Close.assertNear(odds.interval().upper(), odds.value() * Math.exp(Confidence.P95.z() * error), 1e-9, 0);
    }

    /** A rare event in a large group is as good as Poisson. */
    @Property
    void trend_rareEvents_bothTestsAgree(
            @ForAll @Size(4) List<@LongRange(min = 1, max = 100) Long> counts,
            @ForAll @LongRange(min = 1, max = 5) long step) {
        long[] x = counts.stream().mapToLong(Long::longValue).toArray();
        long[] n = {1_000_000_000, 2_000_000_000, 1_500_000_000, 3_000_000_000L};
        double[] e = LongStream.of(n).mapToDouble(Double::valueOf).toArray();
        Statistic proportions = TrendTest.proportions(x, n, step, 2 * step, 3 * step, 4 * step);
        Statistic rates = TrendTest.counts(x, e, 2001, 2002, 2003, 2004);
        Close.assertNear(test(proportions).statistic(), test(rates).statistic(), 1e-6, 1e-9);
    }

    private static TestResult test(Statistic statistic) {
        return statistic.testResult().orElseThrow();
    }
}
