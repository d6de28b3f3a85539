package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;

/** Laws of the intervals of proportions and rates. */
class IntervalProperties {

    /** A part of a whole. */
    record Part(long numerator, long denominator) {}

    @Provide
    Arbitrary<Part> parts() {
        return Arbitraries.longs()
                .between(1, 2_000_000)
                .flatMap(n -> Arbitraries.longs().between(0, n).map(x -> new Part(x, n)));
    }

    @Provide
    Arbitrary<Confidence> levels() {
        return Arbitraries.oneOf(
                        Arbitraries.of(0.9, 0.95, 0.99, 0.998, Confidence.MAX_LEVEL),
                        Arbitraries.doubles().between(0.000_1, 0.999_999).ofScale(6))
                .map(Confidence::of);
    }

    @Provide
    Arbitrary<Per> pers() {
        return Arbitraries.of(Per.ONE, Per.HUNDRED, Per.THOUSAND, Per.HUNDRED_THOUSAND);
    }

    @Property
    void proportion_any_liesInItsIntervalAndTheIntervalInTheWhole(
            @ForAll ProportionMethod method,
            @ForAll("parts") Part part,
            @ForAll("pers") Per per,
            @ForAll("levels") Confidence confidence) {
        Estimate estimate = proportion(method, part, per, confidence);
        assertThat(estimate.interval().contains(estimate.value())).isTrue();
        assertThat(estimate.interval().lower()).isNotNegative();
        assertThat(estimate.interval().upper()).isLessThanOrEqualTo((double) per.multiplier());
    }

    @Property
    void proportion_hardlyAnyConfidence_stillLiesInItsInterval(@ForAll("parts") Part part, @ForAll("pers") Per per) {
        Estimate estimate = proportion(ProportionMethod.WILSON, part, per, Confidence.of(1e-6));
        assertThat(estimate.interval().contains(estimate.value())).isTrue();
    }

    @Property
    void rate_any_liesInItsInterval(
            @ForAll RateMethod method,
            @ForAll @LongRange(max = 1_000_000) long count,
            @ForAll @DoubleRange(min = 0.01, max = 1e7) double exposure,
            @ForAll("levels") Confidence confidence) {
        Estimate estimate = rate(method, count, exposure, confidence);
        assertThat(estimate.interval().contains(estimate.value())).isTrue();
        assertThat(estimate.interval().lower()).isNotNegative();
    }

    @Property
    void proportion_moreConfidence_isWider(
            @ForAll ProportionMethod method,
            @ForAll("parts") Part part,
            @ForAll("levels") Confidence one,
            @ForAll("levels") Confidence other) {
        assertWiderWithConfidence(proportion(method, part, Per.ONE, one), proportion(method, part, Per.ONE, other));
    }

    @Property
    void rate_moreConfidence_isWider(
            @ForAll RateMethod method,
            @ForAll @LongRange(max = 100_000) long count,
            @ForAll("levels") Confidence one,
            @ForAll("levels") Confidence other) {
        assertWiderWithConfidence(rate(method, count, 1000, one), rate(method, count, 1000, other));
    }

    /** Within the rounding of a quantile. */
    private static void assertWiderWithConfidence(Estimate one, Estimate other) {
        boolean inOrder = one.confidence().level() <= other.confidence().level();
        Interval narrow = (inOrder ? one : other).interval();
        Interval wide = (inOrder ? other : one).interval();
        assertThat(wide.lower()).isLessThanOrEqualTo(narrow.lower() * (1 + 1e-11));
        assertThat(wide.upper()).isGreaterThanOrEqualTo(narrow.upper() * (1 - 1e-11));
    }

    @Property
    void proportion_mirrored_mirrorsTheInterval(
            @ForAll ProportionMethod method, @ForAll("parts") Part part, @ForAll("levels") Confidence confidence) {
        Part rest = new Part(part.denominator() - part.numerator(), part.denominator());
        Interval interval = proportion(method, part, Per.ONE, confidence).interval();
        Interval mirrored = proportion(method, rest, Per.ONE, confidence).interval();
        // the exact upper limit is solved at 1 - tail, which has fewer digits when the tail is tiny
        double tolerance = method == ProportionMethod.WILSON ? 1e-14 : 1e-8;
        Close.assertNear(mirrored.lower(), 1 - interval.upper(), 0, tolerance);
        Close.assertNear(mirrored.upper(), 1 - interval.lower(), 0, tolerance);
    }

    @Property
    void clopperPearson_usualLevels_holdsWilsonsCentre(@ForAll("parts") Part part) {
        Interval exact = proportion(ProportionMethod.CLOPPER_PEARSON, part, Per.ONE, Confidence.P95)
                .interval();
        Interval wilson = proportion(ProportionMethod.WILSON, part, Per.ONE, Confidence.P95)
                .interval();
        assertThat(exact.contains((wilson.lower() + wilson.upper()) / 2)).isTrue();
    }

    @Property
    void rate_largeCounts_byarIsNearExact(@ForAll @LongRange(min = 10, max = 1_000_000) long count) {
        Interval byar = rate(RateMethod.BYAR_EXACT, count, 1, Confidence.P95).interval();
        Interval exact = rate(RateMethod.EXACT, count, 1, Confidence.P95).interval();
        Close.assertNear(byar.lower(), exact.lower(), 3e-3, 0);
        Close.assertNear(byar.upper(), exact.upper(), 3e-3, 0);
    }

    private static Estimate proportion(ProportionMethod method, Part part, Per per, Confidence confidence) {
        return method.estimate(part.numerator(), part.denominator(), per, confidence)
                .estimate()
                .orElseThrow();
    }

    private static Estimate rate(RateMethod method, long count, double exposure, Confidence confidence) {
        return method.estimate(count, exposure, Per.THOUSAND, confidence)
                .estimate()
                .orElseThrow();
    }
}
