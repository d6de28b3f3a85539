package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often a 95 percent interval holds the true value, worked out by adding up the probabilities of all outcomes: no
 * chance is in it. The numbers stand in the page on choosing a method too.
 */
class IntervalCoverageTest {

    private static final double TINY = 1e-14;
    private static final double[] SHARES =
            IntStream.rangeClosed(5, 95).mapToDouble(i -> i / 100.0).toArray();
    private static final double[] MEANS =
            IntStream.rangeClosed(1, 60).mapToDouble(i -> i / 2.0).toArray();

    /** The coverage of the proportions 0.05, 0.06 to 0.95. */
    private static double[] ofProportions(ProportionMethod method, int size) {
        Interval[] limits = IntStream.rangeClosed(0, size)
                .mapToObj(x -> method.estimate(x, size, Per.ONE, Confidence.P95)
                        .estimate()
                        .orElseThrow()
                        .interval())
                .toArray(Interval[]::new);
        return DoubleStream.of(SHARES)
                .map(share -> {
                    CountDistribution counts = new CountDistribution.Binomial(size, share);
                    return IntStream.rangeClosed(0, size)
                            .filter(x -> limits[x].contains(share))
                            .mapToDouble(x -> Math.exp(counts.logProbability(x)))
                            .sum();
                })
                .toArray();
    }

    /** The coverage of the expected counts 0.5, 1 to 30. */
    private static double[] ofRates(RateMethod method) {
        Interval[] limits = IntStream.range(0, 120)
                .mapToObj(x -> method.estimate(x, 1, Per.ONE, Confidence.P95)
                        .estimate()
                        .orElseThrow()
                        .interval())
                .toArray(Interval[]::new);
        return DoubleStream.of(MEANS)
                .map(mean -> {
                    CountDistribution counts = new CountDistribution.Poisson(mean);
                    return IntStream.range(0, limits.length)
                            .filter(x -> limits[x].contains(mean))
                            .mapToDouble(x -> Math.exp(counts.logProbability(x)))
                            .sum();
                })
                .toArray();
    }

    /**
     * The coverage of a rate standardised over 1000 young and 500 old people, of whom the old have three times the events,
     * by a standard of half and half; of those rates that are given at all, with 10 events and more.
     */
    private static double ofStandardised(double expected) {
        double[] populations = {1000, 500};
        double[] weights = {1, 1};
        double perYoung = expected / (1000 + 3 * 500);
        CountDistribution young = new CountDistribution.Poisson(1000 * perYoung);
        CountDistribution old = new CountDistribution.Poisson(3 * 500 * perYoung);
        double truth = (perYoung + 3 * perYoung) / 2;
        double given = 0;
        double held = 0;
        for (int x = 0; x < 200; x++) {
            for (int y = Math.max(0, 10 - x); y < 200; y++) {
                double chance = Math.exp(young.logProbability(x) + old.logProbability(y));
                if (chance > TINY) {
                    Statistic made = DirectMethod.DOBSON_BYAR.estimate(
                            new double[] {x, y}, populations, weights, Per.ONE, Confidence.P95);
                    given += chance;
                    held += made.estimate().orElseThrow().interval().contains(truth) ? chance : 0;
                }
            }
        }
        return held / given;
    }

    /** The means and the lowest; the page has the same numbers in percent. */
    @ParameterizedTest
    @CsvSource({
        "WILSON, 10, 0.956, 0.914",
        "WILSON, 20, 0.953, 0.925",
        "WILSON, 50, 0.952, 0.932",
        "WILSON, 100, 0.950, 0.933",
        "WILSON_CORRECTED, 10, 0.981, 0.960",
        "WILSON_CORRECTED, 20, 0.977, 0.959",
        "WILSON_CORRECTED, 50, 0.968, 0.953",
        "WILSON_CORRECTED, 100, 0.965, 0.951",
        "CLOPPER_PEARSON, 10, 0.983, 0.962",
        "CLOPPER_PEARSON, 20, 0.975, 0.959",
        "CLOPPER_PEARSON, 50, 0.967, 0.953",
        "CLOPPER_PEARSON, 100, 0.964, 0.954",
        "AGRESTI_COULL, 10, 0.964, 0.930",
        "AGRESTI_COULL, 20, 0.961, 0.932",
        "AGRESTI_COULL, 50, 0.954, 0.935",
        "AGRESTI_COULL, 100, 0.952, 0.940",
        "JEFFREYS, 10, 0.952, 0.869",
        "JEFFREYS, 20, 0.948, 0.896",
        "JEFFREYS, 50, 0.946, 0.885",
        "JEFFREYS, 100, 0.948, 0.935"
    })
    void proportions_meanAndLeast_areAsInThePage(ProportionMethod method, int size, double mean, double lowest) {
        double[] covered = ofProportions(method, size);
        Close.assertNear(DoubleStream.of(covered).average().orElseThrow(), mean, 0, 0.001);
        Close.assertNear(DoubleStream.of(covered).min().orElseThrow(), lowest, 0, 0.001);
    }

    @ParameterizedTest
    @EnumSource
    void rates_meanAndLeast_areAsInThePage(RateMethod method) {
        double[] covered = ofRates(method);
        Close.assertNear(DoubleStream.of(covered).average().orElseThrow(), 0.966, 0, 0.001);
        Close.assertNear(DoubleStream.of(covered).min().orElseThrow(), 0.951, 0, 0.001);
    }

    @ParameterizedTest
    @CsvSource({"10, 0.969", "15, 0.979", "25, 0.960", "50, 0.957", "100, 0.955"})
    void standardised_byExpectedEvents_areAsInThePage(double expected, double covered) {
        Close.assertNear(ofStandardised(expected), covered, 0, 0.001);
    }

    /** What the name promises: never below the level, wherever the true value lies. */
    @Test
    void exact_everywhere_isNeverBelowItsLevel() {
        for (int size : new int[] {3, 8, 30}) {
            assertThat(DoubleStream.of(ofProportions(ProportionMethod.CLOPPER_PEARSON, size)))
                    .allMatch(covered -> covered >= 0.95 - 1e-9);
        }
        assertThat(DoubleStream.of(ofRates(RateMethod.EXACT))).allMatch(covered -> covered >= 0.95 - 1e-9);
    }
}
