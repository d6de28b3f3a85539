package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;

/** Laws of standardised rates. */
class StandardisationProperties {

    @Provide
    Arbitrary<List<DirectMethod.Stratum>> strata() {
        Arbitrary<Long> counts = Arbitraries.longs().between(10, 500);
        Arbitrary<Double> populations = Arbitraries.doubles().between(1, 50_000).ofScale(1);
        Arbitrary<Double> weights = Arbitraries.doubles().between(1, 10_000).ofScale(1);
        return Combinators.combine(counts, populations, weights)
                .as(DirectMethod.Stratum::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property
    void direct_weightsInAnotherUnit_isTheSame(
            @ForAll("strata") List<DirectMethod.Stratum> strata,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        assertSame(
                direct(strata, Confidence.P95),
                direct(
                        strata.stream()
                                .map(s -> DirectMethod.Stratum.of(s.count(), s.population(), s.weight() * factor))
                                .toList(),
                        Confidence.P95));
    }

    @Property
    void direct_anyOrder_isTheSame(@ForAll("strata") List<DirectMethod.Stratum> strata, @ForAll long seed) {
        List<DirectMethod.Stratum> shuffled = new ArrayList<>(strata);
        Collections.shuffle(shuffled, new Random(seed));
        assertSame(direct(strata, Confidence.P95), direct(shuffled, Confidence.P95));
    }

    @Property
    void direct_equalRates_isThatRate(
            @ForAll("strata") List<DirectMethod.Stratum> strata, @ForAll @LongRange(min = 1, max = 9) long rate) {
        List<DirectMethod.Stratum> equal = strata.stream()
                .map(s -> DirectMethod.Stratum.of(s.count() * rate, s.count() * 10.0, s.weight()))
                .toList();
        Close.assertNear(direct(equal, Confidence.P95).value(), 100.0 * rate, 1e-12, 0);
    }

    @Property
    void direct_moreConfidence_isWiderAndHoldsTheValue(@ForAll("strata") List<DirectMethod.Stratum> strata) {
        Estimate narrow = direct(strata, Confidence.P95);
        Estimate wide = direct(strata, Confidence.P998);
        assertThat(wide.interval().lower())
                .isLessThanOrEqualTo(narrow.interval().lower());
        assertThat(wide.interval().upper())
                .isGreaterThanOrEqualTo(narrow.interval().upper());
        assertThat(narrow.interval().contains(narrow.value())).isTrue();
    }

    @Property
    void direct_eventsOfTheSamePersons_isWider(@ForAll("strata") List<DirectMethod.Stratum> strata) {
        List<DirectMethod.Stratum> twice = strata.stream()
                .map(s -> DirectMethod.Stratum.of(2 * s.count(), s.population(), s.weight()))
                .toList();
        List<DirectMethod.Stratum> repeated = strata.stream()
                .map(s -> DirectMethod.Stratum.ofRepeated(Map.of(2, s.count()), s.population(), s.weight()))
                .toList();
        Estimate independent = direct(twice, Confidence.P95);
        Estimate dependent = direct(repeated, Confidence.P95);
        assertThat(dependent.value()).isEqualTo(independent.value());
        assertThat(dependent.interval().upper())
                .isGreaterThan(independent.interval().upper());
    }

    @Property
    void direct_singleStratum_isTheCrudeRate(
            @ForAll @LongRange(min = 10, max = 5000) long count,
            @ForAll @DoubleRange(min = 1, max = 1e6) double population) {
        Estimate crude = RateMethod.BYAR_EXACT
                .estimate(count, population, Per.THOUSAND, Confidence.P95)
                .estimate()
                .orElseThrow();
        assertSame(direct(List.of(DirectMethod.Stratum.of(count, population, 3)), Confidence.P95), crude);
    }

    @Property
    void indirect_itsOwnReference_isOne(@ForAll("strata") List<DirectMethod.Stratum> strata) {
        double expected = IndirectMethod.Stratum.expected(strata.stream()
                .map(s -> IndirectMethod.Stratum.of(s.population(), s.count(), s.population()))
                .toList());
        long observed = strata.stream().mapToLong(DirectMethod.Stratum::count).sum();
        Estimate ratio = IndirectMethod.BYAR_EXACT
                .ratio(observed, expected, Per.ONE, Confidence.P95)
                .estimate()
                .orElseThrow();
        Close.assertNear(ratio.value(), 1, 1e-12, 0);
    }

    private static void assertSame(Estimate one, Estimate other) {
        Close.assertNear(one.value(), other.value(), 1e-11, 0);
        Close.assertNear(one.interval().lower(), other.interval().lower(), 0, 1e-11 * other.value());
        Close.assertNear(one.interval().upper(), other.interval().upper(), 1e-11, 0);
    }

    private static Estimate direct(List<DirectMethod.Stratum> strata, Confidence confidence) {
        return DirectMethod.DOBSON_BYAR
                .estimate(strata, Per.THOUSAND, confidence)
                .estimate()
                .orElseThrow();
    }
}
