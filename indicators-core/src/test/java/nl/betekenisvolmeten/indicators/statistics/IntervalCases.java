package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;
import nl.betekenisvolmeten.indicators.statistics.Statistic.TestResult;

/** Checks the reference cases of proportions, rates, means, and of what is refused. */
final class IntervalCases {

    static final Map<String, Consumer<ReferenceCase>> CHECKERS = Map.of(
            "proportion_wilson.json", IntervalCases::wilson,
            "binomial_exact.json", IntervalCases::clopperPearson,
            "rate_byar_exact.json", IntervalCases::byarExact,
            "poisson_exact.json", IntervalCases::poissonExact,
            "rate_ratio_exact.json", IntervalCases::rateRatio,
            "grouped_aggregation.json", IntervalCases::grouped,
            "mean_t.json", IntervalCases::mean,
            "refused_inputs.json", IntervalCases::refused);

    private static final NotDefined UNBOUNDED = NotDefined.UNBOUNDED;

    private IntervalCases() {}

    /** As near as the level allows, or 1e-12 of the unit near 0. */
    static void assertEstimate(Statistic actual, ReferenceCase.Level level, ReferenceCase.Part out, double scale) {
        Estimate made = actual.estimate().orElseThrow();
        double absolute = 1e-12 * made.per().multiplier();
        Close.assertNear(scale * made.value(), out.number("value"), level.relative(), absolute);
        if (level.hasLimits()) {
            double lower = out.number("lower" + level.suffix());
            double upper = out.number("upper" + level.suffix());
            Close.assertNear(scale * made.interval().lower(), lower, level.relative(), absolute);
            Close.assertNear(scale * made.interval().upper(), upper, level.relative(), absolute);
        }
    }

    /** What is missing can't be handed over: the caller knows it has no figure, as R does. */
    private static boolean isMissing(ReferenceCase one, String numerator, String denominator) {
        if (one.in().isMissing(numerator) || one.in().isMissing(denominator)) {
            assertThat(one.out().isMissing("value")).isTrue();
            return true;
        }
        return false;
    }

    private static void wilson(ReferenceCase one) {
        if (isMissing(one, "numerator", "denominator")) {
            return;
        }
        double x = one.in().number("numerator");
        double n = one.in().number("denominator");
        Per per = one.in().per("multiplier");
        for (ReferenceCase.Level level : one.levels()) {
            Statistic actual = ProportionMethod.WILSON.estimateAmounts(x, n, per, level.confidence());
            assertEstimate(actual, level, one.out(), one.in().scale("multiplier"));
        }
    }

    private static void clopperPearson(ReferenceCase one) {
        for (ReferenceCase.Level level : one.levels()) {
            Estimate made = ProportionMethod.CLOPPER_PEARSON
                    .estimate(one.in().whole("x"), one.in().whole("n"), Per.ONE, level.confidence())
                    .estimate()
                    .orElseThrow();
            assertLimits(made, one.out(), "estimate", level);
        }
    }

    private static void assertLimits(Estimate made, ReferenceCase.Part out, String value, ReferenceCase.Level level) {
        Close.assertNear(made.value(), out.number(value), level.relative(), 1e-12);
        Close.assertNear(made.interval().lower(), out.number("lower"), level.relative(), 1e-12);
        Close.assertNear(made.interval().upper(), out.number("upper"), level.relative(), 1e-12);
    }

    private static void byarExact(ReferenceCase one) {
        if (isMissing(one, "count", "denominator")) {
            return;
        }
        double count = one.in().number("count");
        double exposure = one.in().number("denominator");
        Per per = one.in().per("multiplier");
        for (ReferenceCase.Level level : one.levels()) {
            Statistic actual = RateMethod.BYAR_EXACT.estimateAmounts(count, exposure, per, level.confidence());
            if (level.isCertain()) {
                assertThat(actual).isEqualTo(UNBOUNDED);
            } else {
                assertEstimate(actual, level, one.out(), one.in().scale("multiplier"));
            }
        }
    }

    private static void poissonExact(ReferenceCase one) {
        double count = one.in().number("count");
        double exposure = one.in().number("exposure");
        for (ReferenceCase.Level level : one.levels()) {
            Estimate made = RateMethod.EXACT
                    .estimateAmounts(count, exposure, Per.ONE, level.confidence())
                    .estimate()
                    .orElseThrow();
            assertLimits(made, one.out(), "rate", level);
        }
    }

    private static void rateRatio(ReferenceCase one) {
        long count = one.in().whole("count1");
        double exposure = one.in().number("exposure1");
        long other = one.in().whole("count2");
        double otherExposure = one.in().number("exposure2");
        Statistic actual = RateRatio.EXACT.estimate(
                count, exposure, other, otherExposure, one.in().confidence());
        if (other == 0) {
            Close.assertAtLeast(actual, one.out(), 1e-10);
        } else {
            Close.assertEffect(actual, one.out(), "ratio", 1e-10);
        }
        TestResult test = RateRatio.EXACT
                .test(count, exposure, other, otherExposure)
                .testResult()
                .orElseThrow();
        Close.assertNear(test.pValue().value(), one.out().number("p_value"), 1e-10, 1e-300);
    }

    private static void grouped(ReferenceCase one) {
        if (one.in().hasGaps("numerators") || one.in().hasGaps("denominators")) {
            assertThat(one.out().isMissing("percent")
                            || one.out().part("percent").isMissing("value"))
                    .isTrue();
            return;
        }
        double x = DoubleStream.of(one.in().numbers("numerators")).sum();
        double n = DoubleStream.of(one.in().numbers("denominators")).sum();
        assertThat(x).isEqualTo(one.out().number("total_numerator"));
        assertThat(n).isEqualTo(one.out().number("total_denominator"));
        for (ReferenceCase.Level level : one.levels()) {
            Confidence confidence = level.confidence();
            Statistic percent = ProportionMethod.WILSON.estimateAmounts(x, n, Per.HUNDRED, confidence);
            assertEstimate(percent, single(level), one.out().part("percent"), 1);
            Statistic rate = RateMethod.BYAR_EXACT.estimateAmounts(x, n, Per.HUNDRED_THOUSAND, confidence);
            assertEstimate(rate, single(level), one.out().part("rate_per_100000"), 1);
        }
    }

    private static ReferenceCase.Level single(ReferenceCase.Level level) {
        return new ReferenceCase.Level(level.confidence(), level.hasLimits(), "");
    }

    private static void mean(ReferenceCase one) {
        if (one.in().hasGaps("values")) {
            assertThat(one.out().isMissing("mean")).isTrue();
            return;
        }
        Sample sample = Sample.ofValues(one.in().numbers("values"));
        assertThat(sample.count()).isEqualTo(one.out().whole("count"));
        Close.assertNear(sample.mean(), one.out().number("mean"), 1e-10, 1e-12);
        Close.assertNear(sample.mean() * sample.count(), one.out().number("sum"), 1e-10, 1e-12);
        for (ReferenceCase.Level level : one.levels()) {
            mean(one, sample, level);
        }
    }

    private static void mean(ReferenceCase one, Sample sample, ReferenceCase.Level level) {
        Statistic actual = MeanMethod.STUDENT_T.estimate(sample, level.confidence());
        if (sample.count() < 2) {
            assertThat(actual).isEqualTo(NotDefined.TOO_FEW_VALUES);
            return;
        }
        Close.assertNear(sample.standardDeviation(), one.out().number("sd"), 1e-10, 1e-12);
        assertFromSums(one, sample);
        if (level.isCertain()) {
            assertThat(actual).isEqualTo(UNBOUNDED);
        } else if (level.hasLimits()) {
            Interval interval = actual.estimate().orElseThrow().interval();
            double spread = 1e-12 * Math.max(1, Math.abs(sample.mean()));
            double lower = one.out().number("lower" + level.suffix());
            double upper = one.out().number("upper" + level.suffix());
            Close.assertNear(interval.lower(), lower, level.relative(), spread);
            Close.assertNear(interval.upper(), upper, level.relative(), spread);
        }
    }

    /** From sums, where the spread is not so small beside the mean that they have lost it. */
    private static void assertFromSums(ReferenceCase one, Sample sample) {
        double[] values = one.in().numbers("values");
        double squares = Sums.ofProducts(values, values);
        if (sample.standardDeviation() > 1e-3 * Math.abs(sample.mean())) {
            Sample made = Sample.ofSums(values.length, Sums.of(values), squares);
            Close.assertNear(made.standardDeviation(), sample.standardDeviation(), 1e-9, 0);
            Close.assertNear(made.mean(), sample.mean(), 1e-12, 1e-15);
        }
    }

    /**
     * What R's package stops at is refused here too, or not defined: a denominator of 0 and a stratum without population
     * are no mistake of the caller. It wants a confidence of 90 percent or more; here any share will do.
     */
    private static void refused(ReferenceCase one) {
        ReferenceCase.Part in = one.in();
        boolean lowLevel = !in.isMissing("confidence") && in.number("confidence") > 0 && in.number("confidence") < 0.9;
        if (one.out().yes("refused") && !lowLevel) {
            assertThatThrownBy(() -> {
                        Statistic made = call(in);
                        if (made instanceof NotDefined none) {
                            throw new IllegalArgumentException(none.code());
                        }
                    })
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching(".* must be .*|missing: .*|empty-stratum|zero-exposure");
        } else {
            assertThatCode(() -> call(in)).doesNotThrowAnyException();
        }
    }

    private static Statistic call(ReferenceCase.Part in) {
        Confidence level = in.isMissing("confidence") ? Confidence.P95 : in.confidence();
        return switch (in.text("method")) {
            case "proportion" ->
                ProportionMethod.WILSON.estimateAmounts(
                        in.number("numerator"), in.number("denominator"), Per.ONE, level);
            case "rate" ->
                RateMethod.BYAR_EXACT.estimateAmounts(in.number("count"), in.number("denominator"), Per.ONE, level);
            case "mean" -> MeanMethod.STUDENT_T.estimate(Sample.ofValues(in.numbers("values")), level);
            case "dsr" ->
                DirectMethod.DOBSON_BYAR.estimate(
                        in.numbersOrZero("counts"),
                        orRefuse(in, "populations"),
                        orRefuse(in, "standard"),
                        Per.ONE,
                        level);
            case "is_ratio", "is_rate" -> indirect(in, level);
            default -> throw new AssertionError("no such method: " + in.text("method"));
        };
    }

    /** A weight or a population that is missing can't be handed over. */
    private static double[] orRefuse(ReferenceCase.Part in, String key) {
        if (in.hasGaps(key)) {
            throw new IllegalArgumentException("missing: " + key);
        }
        return in.numbers(key);
    }

    private static Statistic indirect(ReferenceCase.Part in, Confidence level) {
        double[] populations = in.numbersOrZero("populations");
        double[] counts = orRefuse(in, "reference_counts");
        double[] references = orRefuse(in, "reference_populations");
        Require.asMany(populations.length, counts.length);
        Require.asMany(populations.length, references.length);
        double[] observed = in.has("observed") ? in.numbersOrZero("observed") : in.numbers("observed_total");
        DoubleStream.of(observed).forEach(number -> Require.amount(number, "a count"));
        double expected = IndirectMethod.Stratum.expected(IntStream.range(0, counts.length)
                .mapToObj(i -> IndirectMethod.Stratum.of(populations[i], (long) counts[i], references[i]))
                .toList());
        return IndirectMethod.BYAR_EXACT.ratio((long) DoubleStream.of(observed).sum(), expected, Per.ONE, level);
    }
}
