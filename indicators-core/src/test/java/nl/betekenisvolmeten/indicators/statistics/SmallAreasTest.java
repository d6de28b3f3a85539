package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Empirical Bayes and early signals. */
class SmallAreasTest {

    private static final double[] EXPOSURES = {500, 900, 1500, 100, 2500};

    /** mpmath 1.3.0, 40 digits, from the formulas of Marshall's global estimator. */
    @Test
    void empiricalBayes_example_agrees() {
        EmpiricalBayes made =
                EmpiricalBayes.of(new long[] {3, 30, 25, 0, 40}, EXPOSURES).orElseThrow();
        Close.assertNear(made.overall(), 0.017818181818181816, 1e-14, 0);
        Close.assertNear(made.betweenVariance(), 4.352617079889807e-5, 1e-12, 0);
        double[] expected = {
            0.011320155902004454, 0.02848259860788863, 0.016913550782285867, 0.014320079522862824, 0.01625583014270797
        };
        for (int i = 0; i < expected.length; i++) {
            EmpiricalBayes.Area area = made.areas().get(i).orElseThrow();
            Close.assertNear(area.modelled(), expected[i], 1e-12, 0);
            assertThat(area.weight()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void empiricalBayes_noMoreThanChance_givesAllTheOverallRate() {
        EmpiricalBayes made =
                EmpiricalBayes.of(new long[] {5, 9, 15, 1, 25}, EXPOSURES).orElseThrow();
        assertThat(made.betweenVariance()).isZero();
        assertThat(made.areas())
                .allSatisfy(area -> assertThat(area.orElseThrow().modelled()).isEqualTo(made.overall()));
    }

    @Test
    void empiricalBayes_areaWithoutExposure_staysMissing() {
        EmpiricalBayes with = EmpiricalBayes.of(new long[] {3, 0, 30}, new double[] {500, 0, 900})
                .orElseThrow();
        EmpiricalBayes without =
                EmpiricalBayes.of(new long[] {3, 30}, new double[] {500, 900}).orElseThrow();
        assertThat(with.areas().get(1)).isEmpty();
        assertThat(with.areas().get(2)).isEqualTo(without.areas().get(1));
        assertThat(EmpiricalBayes.of(new long[] {0}, new double[] {0})).isEmpty();
    }

    @Test
    void empiricalBayes_misuse_isRefused() {
        assertThatThrownBy(() -> EmpiricalBayes.of(new long[] {1}, new double[] {0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("events must have an exposure: 1");
        assertThatThrownBy(() -> EmpiricalBayes.of(new long[] {-1}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a count must not be negative: -1");
        assertThat(EmpiricalBayes.METHOD).startsWith("model-");
    }

    /**
     * 60 series in which nothing happens, looked at 400 times: uncorrected nearly every list holds a false alarm, corrected
     * no more than the share that was asked for (0.05, with an allowance of three standard errors).
     */
    @Test
    void earlySignals_pureNoise_seldomCallForAttention() {
        Random random = new Random(20240501);
        int lists = 400;
        int withSignal = 0;
        int uncorrected = 0;
        for (int i = 0; i < lists; i++) {
            List<PValue> list = IntStream.range(0, 60)
                    .mapToObj(series -> noise(5 + series % 20, random))
                    .toList();
            withSignal += FalseAlarmTest.stands(MultipleTesting.BENJAMINI_HOCHBERG.adjust(list)) > 0 ? 1 : 0;
            uncorrected += FalseAlarmTest.stands(list) > 0 ? 1 : 0;
        }
        assertThat(withSignal / (double) lists).isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(0.05 * 0.95 / lists));
        assertThat(uncorrected / (double) lists).isGreaterThan(0.7);
    }

    private static PValue noise(double mean, Random random) {
        long[] counts =
                IntStream.range(0, 8).mapToLong(period -> poisson(mean, random)).toArray();
        double[] exposures = IntStream.range(0, 8).mapToDouble(period -> 1).toArray();
        return LatestTest.rate(counts, exposures, LatestTest.Variation.CHANCE)
                .orElseThrow()
                .pValue();
    }

    /** Knuth's method: how many uniform numbers until their product is below e^-mean. */
    private static long poisson(double mean, Random random) {
        double bound = Math.exp(-mean);
        double product = random.nextDouble();
        long count = 0;
        while (product > bound) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
