package nl.betekenisvolmeten.indicators.statistics;

import static nl.betekenisvolmeten.indicators.statistics.DirectMethod.DOBSON_BYAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DirectMethodTest {

    static Stream<ReferenceTable.Row> cases() {
        return ReferenceTable.read("direct-dobson.csv");
    }

    static Stream<ReferenceTable.Row> suppressedCases() {
        return ReferenceTable.read("direct-suppressed.csv");
    }

    static Stream<ReferenceTable.Row> repeatedCases() {
        return ReferenceTable.read("direct-repeated.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void estimate_referenceCase_agreesWithR(ReferenceTable.Row row) {
        assertAgrees(strata(row), row);
    }

    /** The package lets the lower limit pass 0, and we don't; its nearness is relative to the rate. */
    private static void assertAgrees(List<Stratum> strata, ReferenceTable.Row row) {
        Estimate actual = estimate(strata, row).estimate().orElseThrow();
        double value = row.number("value");
        Close.assertNear(actual.value(), value, 1e-10, 0);
        Close.assertNear(actual.interval().lower(), Math.max(0, row.number("lower")), 0, 1e-10 * value);
        Close.assertNear(actual.interval().upper(), row.number("upper"), 1e-10, 0);
        assertThat(actual.numerator()).isEqualTo(row.number("events"));
        Close.assertNear(actual.denominator(), row.number("population"), 1e-12, 0);
    }

    private static Statistic estimate(List<Stratum> strata, ReferenceTable.Row row) {
        return DOBSON_BYAR.estimate(strata, Per.of(row.whole("per")), row.confidence());
    }

    private static List<Stratum> strata(ReferenceTable.Row row) {
        long[] counts = row.wholes("counts");
        double[] populations = row.numbers("populations");
        double[] weights = row.numbers("weights");
        return IntStream.range(0, counts.length)
                .mapToObj(i -> Stratum.of(counts[i], populations[i], weights[i]))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("suppressedCases")
    void estimate_fewerThanTenEvents_isNotDefined(ReferenceTable.Row row) {
        assertThat(estimate(strata(row), row)).isEqualTo(NotDefined.of(NotDefined.Reason.TOO_FEW_EVENTS));
    }

    @ParameterizedTest
    @MethodSource("repeatedCases")
    void estimate_severalEventsEach_agreesWithR(ReferenceTable.Row row) {
        assertAgrees(repeated(row), row);
    }

    private static List<Stratum> repeated(ReferenceTable.Row row) {
        long[] strata = row.wholes("stratum");
        return LongStream.of(strata)
                .distinct()
                .mapToObj(stratum -> repeated(
                        row,
                        IntStream.range(0, strata.length)
                                .filter(i -> strata[i] == stratum)
                                .toArray()))
                .toList();
    }

    private static Stratum repeated(ReferenceTable.Row row, int[] entries) {
        Map<Integer, Long> persons = new TreeMap<>();
        for (int i : entries) {
            persons.put((int) row.wholes("events_each")[i], row.wholes("persons")[i]);
        }
        return Stratum.ofRepeated(persons, row.numbers("populations")[entries[0]], row.numbers("weights")[entries[0]]);
    }

    @Test
    void estimate_oneStratumOfThousands_lowerIsNotBelowZero() {
        List<Stratum> strata = List.of(Stratum.of(50, 10_000, 1), Stratum.of(1, 1, 1));
        Estimate actual = DOBSON_BYAR
                .estimate(strata, Per.THOUSAND, Confidence.P998)
                .estimate()
                .orElseThrow();
        assertThat(actual.interval().lower()).isZero();
    }

    @Test
    void estimate_stratumWithoutPopulation_isNotDefined() {
        List<Stratum> strata = List.of(Stratum.of(10, 100, 1), Stratum.of(5, 0, 1));
        assertThat(DOBSON_BYAR.estimate(strata, Per.ONE, Confidence.P95))
                .isEqualTo(NotDefined.of(NotDefined.Reason.EMPTY_STRATUM));
    }

    @Test
    void estimate_noWeight_isRefused() {
        assertThatThrownBy(() -> DOBSON_BYAR.estimate(List.of(), Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DOBSON_BYAR.estimate(List.of(Stratum.of(20, 100, 0)), Per.ONE, Confidence.P95))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 10, 1", "1, -10, 1", "1, NaN, 1", "1, 10, -1", "1, 10, NaN", "1, 10, Infinity"})
    void stratum_impossible_isRefused(long count, double population, double weight) {
        assertThatThrownBy(() -> Stratum.of(count, population, weight)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stratum_repeated_addsUp() {
        assertThat(Stratum.ofRepeated(Map.of(1, 5L, 3, 2L), 40, 1)).isEqualTo(new Stratum(11, 23, 40, 1));
        assertThat(Stratum.ofRepeated(Map.of(), 40, 1)).isEqualTo(Stratum.of(0, 40, 1));
        assertThatThrownBy(() -> Stratum.ofRepeated(Map.of(0, 5L), 40, 1)).hasMessageContaining("0");
        assertThatThrownBy(() -> Stratum.ofRepeated(Map.of(1, -5L), 40, 1)).hasMessageContaining("-5");
    }

    @Test
    void standardPopulation_both_areTheSameHundredThousand() {
        List<StandardPopulation.Band> short19 = StandardPopulation.EUROPEAN_2013.bands();
        List<StandardPopulation.Band> full21 = StandardPopulation.EUROPEAN_2013_FULL.bands();
        assertThat(short19).hasSize(19);
        assertThat(full21).hasSize(21);
        assertThat(short19.stream().mapToLong(StandardPopulation.Band::persons).sum())
                .isEqualTo(100_000);
        for (StandardPopulation.Band band : short19) {
            assertThat(personsIn(full21, band.fromAge(), band.fromAge() == 90 ? 200 : band.fromAge() + 5))
                    .isEqualTo(band.persons());
        }
    }

    private static long personsIn(List<StandardPopulation.Band> bands, int from, int below) {
        return bands.stream()
                .filter(band -> band.fromAge() >= from && band.fromAge() < below)
                .mapToLong(StandardPopulation.Band::persons)
                .sum();
    }

    /** The weights of the reference cases are those that the package ships as esp2013. */
    @Test
    void standardPopulation_nineteenBands_areThoseOfThePackage() {
        double[] weights = cases().findFirst().orElseThrow().numbers("weights");
        assertThat(StandardPopulation.EUROPEAN_2013.bands().stream()
                        .mapToDouble(StandardPopulation.Band::persons)
                        .toArray())
                .isEqualTo(weights);
    }
}
