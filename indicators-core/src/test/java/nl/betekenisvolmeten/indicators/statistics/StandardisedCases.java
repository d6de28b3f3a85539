package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Effect;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import nl.betekenisvolmeten.indicators.statistics.Statistic.NotDefined;

/** Checks the reference cases of standardised rates and ratios, and of life expectancy. */
final class StandardisedCases {

    static final Map<String, Consumer<ReferenceCase>> CHECKERS = Map.of(
            "dsr_dobson.json", StandardisedCases::dobson,
            "dsr_repeated_events.json", StandardisedCases::repeated,
            "is_rate.json", one -> indirect(one, "multiplier"),
            "is_ratio.json", one -> indirect(one, "reference_value"),
            "life_expectancy.json", StandardisedCases::lifeExpectancy);

    private static final NotDefined TOO_FEW = NotDefined.TOO_FEW_EVENTS;

    private StandardisedCases() {}

    private static void dobson(ReferenceCase one) {
        double[] counts = one.in().numbersOrZero("counts");
        double[] populations = one.in().numbers("populations");
        double[] weights = one.in().numbers("standard");
        if (one.id().startsWith("random19")) {
            // the package ships these as esp2013
            assertThat(weights)
                    .isEqualTo(StandardPopulation.EUROPEAN_2013.bands().stream()
                            .mapToDouble(StandardPopulation.Band::persons)
                            .toArray());
        }
        WeightedEvents sums = WeightedEvents.of(counts, counts, populations, weights);
        Close.assertNear(sums.events(), one.out().number("total_count"), 1e-12, 0);
        Close.assertNear(sums.population(), one.out().number("total_population"), 1e-12, 0);
        double variance = sums.error() * sums.error() * sums.events();
        Close.assertNear(variance, one.out().number("variance_per_1"), 1e-10, 0);
        for (ReferenceCase.Level level : one.levels()) {
            dobson(one, sums, level);
        }
    }

    private static void dobson(ReferenceCase one, WeightedEvents sums, ReferenceCase.Level level) {
        double[] counts = one.in().numbersOrZero("counts");
        double[] populations = one.in().numbers("populations");
        double[] weights = one.in().numbers("standard");
        Per per = one.in().per("multiplier");
        Statistic actual = DirectMethod.DOBSON_BYAR.estimate(counts, populations, weights, per, level.confidence());
        if (DoubleStream.of(counts).allMatch(count -> count == Math.rint(count))) {
            List<DirectMethod.Stratum> strata = strata(counts, populations, weights);
            assertThat(DirectMethod.DOBSON_BYAR.estimate(strata, per, level.confidence()))
                    .isEqualTo(actual);
        }
        if (!one.out().yes("suppressed")) {
            assertAgrees(actual, one, level);
            return;
        }
        assertThat(actual).isEqualTo(TOO_FEW);
        if (!one.out().isMissing("formula_if_not_suppressed") && level.hasLimits() && !level.isCertain()) {
            formula(one, sums, level);
        }
    }

    private static List<DirectMethod.Stratum> strata(double[] counts, double[] populations, double[] weights) {
        return IntStream.range(0, counts.length)
                .mapToObj(i -> DirectMethod.Stratum.of((long) counts[i], populations[i], weights[i]))
                .toList();
    }

    /** What stands behind a rate that is not given. */
    private static void formula(ReferenceCase one, WeightedEvents sums, ReferenceCase.Level level) {
        ReferenceCase.Part out = one.out().part("formula_if_not_suppressed");
        double multiplier = one.in().number("multiplier");
        double value = out.number("value");
        Interval limits = sums.limits(level.confidence().z());
        Close.assertNear(multiplier * sums.rate(), value, 1e-10, 0);
        Close.assertNear(multiplier * limits.lower(), out.number("lower"), 0, 1e-10 * value);
        Close.assertNear(multiplier * limits.upper(), out.number("upper"), 1e-10, 0);
    }

    /** The package lets the lower limit pass 0; no rate is that low, and here it is 0 then. */
    private static void assertAgrees(Statistic actual, ReferenceCase one, ReferenceCase.Level level) {
        if (level.isCertain()) {
            assertThat(actual).isEqualTo(NotDefined.UNBOUNDED);
            return;
        }
        Estimate made = actual.estimate().orElseThrow();
        double scale = one.in().scale("multiplier");
        double value = one.out().number("value");
        Close.assertNear(scale * made.value(), value, 1e-10, 0);
        if (level.hasLimits()) {
            double lower = Math.max(0, one.out().number("lower" + level.suffix()));
            double upper = one.out().number("upper" + level.suffix());
            Close.assertNear(scale * made.interval().lower(), lower, 0, level.relative() * value);
            Close.assertNear(scale * made.interval().upper(), upper, level.relative(), 0);
        }
    }

    private static void repeated(ReferenceCase one) {
        double[] strata = one.in().numbers("stratum");
        List<DirectMethod.Stratum> made = Arrays.stream(strata)
                .distinct()
                .mapToObj(stratum -> repeated(
                        one.in(),
                        IntStream.range(0, strata.length)
                                .filter(i -> strata[i] == stratum)
                                .toArray()))
                .toList();
        assertThat(made.stream().mapToLong(DirectMethod.Stratum::count).sum())
                .isEqualTo(one.out().whole("total_events"));
        double persons =
                made.stream().mapToDouble(DirectMethod.Stratum::population).sum();
        Close.assertNear(persons, one.out().number("total_population"), 1e-12, 0);
        for (ReferenceCase.Level level : one.levels()) {
            Statistic actual = DirectMethod.DOBSON_BYAR.estimate(made, one.in().per("multiplier"), level.confidence());
            if (!one.out().yes("suppressed") && level.hasLimits()) {
                assertVarianceOfDesignEffects(made, one, level);
            }
            if (one.out().yes("suppressed")) {
                assertThat(actual).isEqualTo(TOO_FEW);
            } else {
                assertAgrees(actual, one, level);
            }
        }
    }

    /**
     * R's upper limit is value + √(V / O) (U - O), with U Byar's limit of all O events; the V in it is Σ w² D x / n² / (Σ w)²
     * with D the design effect of each stratum.
     */
    private static void assertVarianceOfDesignEffects(
            List<DirectMethod.Stratum> strata, ReferenceCase one, ReferenceCase.Level level) {
        double variance = 0;
        double weights = 0;
        double events = 0;
        for (DirectMethod.Stratum stratum : strata) {
            double factor = stratum.weight() / stratum.population();
            double effect = stratum.count() == 0
                    ? 1
                    : DesignEffect.ofSquares(stratum.count(), List.of((double) stratum.countVariance()))
                            .lower();
            variance += factor * factor * effect * stratum.count();
            weights += stratum.weight();
            events += stratum.count();
        }
        double upper = RateMethod.byar(events, level.confidence().z()).upper();
        double moved = (one.out().number("upper" + level.suffix()) - one.out().number("value"))
                / one.in().number("multiplier");
        double expected = Math.pow(moved / (upper - events), 2) * events;
        Close.assertNear(variance / (weights * weights), expected, 1e-9, 0);
    }

    private static DirectMethod.Stratum repeated(ReferenceCase.Part in, int[] entries) {
        Map<Integer, Long> persons = new TreeMap<>();
        for (int i : entries) {
            persons.merge((int) in.wholes("event_frequency")[i], (long) in.numbersOrZero("persons")[i], Math::addExact);
        }
        return DirectMethod.Stratum.ofRepeated(
                persons, in.numbers("populations")[entries[0]], in.numbers("standard")[entries[0]]);
    }

    private static void indirect(ReferenceCase one, String unit) {
        ReferenceCase.Part in = one.in();
        double[] populations = in.numbersOrZero("populations");
        double[] references = in.numbers("reference_populations");
        double[] counts = in.numbersOrZero("reference_counts");
        double observed = in.has("observed_total")
                ? in.number("observed_total")
                : DoubleStream.of(in.numbersOrZero("observed")).sum();
        double expected = Sums.of(IntStream.range(0, counts.length)
                .mapToDouble(i -> counts[i] == 0 ? 0 : counts[i] / references[i] * populations[i])
                .toArray());
        assertThat(observed).isEqualTo(one.out().number("observed"));
        Close.assertNear(expected, one.out().number("expected"), 1e-12, 0);
        double rate = unit.equals("multiplier") ? Sums.of(counts) / Sums.of(references) : 1;
        Per per = in.per(unit);
        if (one.out().has("reference_rate")) {
            Close.assertNear(in.number(unit) * rate, one.out().number("reference_rate"), 1e-12, 0);
        }
        for (ReferenceCase.Level level : one.levels()) {
            Confidence confidence = level.confidence();
            Statistic actual = observed == Math.rint(observed)
                    ? IndirectMethod.BYAR_EXACT.rate((long) observed, expected, rate, per, confidence)
                    : RateMethod.BYAR_EXACT.estimateAmounts(observed, expected / rate, per, confidence);
            if (expected == 0 || level.isCertain()) {
                // R gives infinity
                assertThat(actual).isInstanceOf(NotDefined.class);
            } else {
                IntervalCases.assertEstimate(actual, level, one.out(), in.scale(unit));
            }
        }
    }

    private static void lifeExpectancy(ReferenceCase one) {
        int[] ages = Arrays.stream(one.in().numbers("start_ages"))
                .mapToInt(age -> (int) age)
                .toArray();
        LifeTable table =
                LifeTable.of(ages, one.in().numbersOrZero("deaths"), one.in().numbers("populations"));
        List<?> values = one.out().list("life_expectancy");
        for (int band = 0; band < ages.length; band++) {
            for (Confidence level : Confidence.P95_AND_P998) {
                String suffix = level.equals(Confidence.P95) ? "_95" : "_998";
                Statistic actual = table.expectancy(band, level);
                if (values.get(band) == null) {
                    assertThat(actual).isInstanceOf(NotDefined.class);
                } else {
                    Effect made = actual.effect().orElseThrow();
                    Close.assertNear(made.value(), (double) values.get(band), 1e-10, 0);
                    Close.assertNear(
                            made.interval().lower(), one.out().numbersOrZero("lower" + suffix)[band], 1e-10, 1e-10);
                    Close.assertNear(
                            made.interval().upper(), one.out().numbersOrZero("upper" + suffix)[band], 1e-10, 0);
                }
            }
        }
    }
}
