package nl.betekenisvolmeten.indicators.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often charts and lists call for attention while nothing happens: the figures in the package's documentation. */
class FalseAlarmTest {

    private static final int RUNS = 4000;

    /** A third of those of the documentation: it takes long, and is compared loosely. */
    private static final int LISTS = 100;

    /** The share of charts of normal noise, in percent, on which a rule flags a point. */
    @ParameterizedTest
    @CsvSource({"8, 1.5, 0.1, 0.1, 0.8", "12, 3.0, 1.2, 0.2, 1.2", "20, 5.3, 6.6, 0.5, 2.2", "40, 9.5, 20.3, 1.1, 4.5"})
    void rules_onNoise_flagAsOftenAsDocumented(
            int points, double astronomical, double shift, double trend, double twoOfThree) {
        Random random = new Random(7);
        Map<ControlChart.Rule, Integer> charts = new EnumMap<>(ControlChart.Rule.class);
        for (int run = 0; run < RUNS; run++) {
            double[] values = IntStream.range(0, points)
                    .mapToDouble(i -> random.nextGaussian())
                    .toArray();
            ControlChart.xmr(values, Set.of()).points().stream()
                    .flatMap(point -> point.signals().stream())
                    .map(ControlChart.Signal::rule)
                    .distinct()
                    .forEach(rule -> charts.merge(rule, 1, Integer::sum));
        }
        assertNear(charts.getOrDefault(ControlChart.Rule.ASTRONOMICAL_POINT, 0), astronomical);
        assertNear(charts.getOrDefault(ControlChart.Rule.SHIFT, 0), shift);
        assertNear(charts.getOrDefault(ControlChart.Rule.TREND, 0), trend);
        assertNear(charts.getOrDefault(ControlChart.Rule.TWO_OF_THREE, 0), twoOfThree);
    }

    private static void assertNear(int charts, double documented) {
        assertThat(100.0 * charts / RUNS).isCloseTo(documented, within(0.5));
    }

    /** How many would be a signal at a share of false ones of 0.05. */
    static long stands(List<PValue> values) {
        return values.stream().filter(value -> value.value() <= 0.05).count();
    }

    private static double[] lists(Supplier<long[]> series, LatestTest.Variation variation, int lists) {
        int any = 0;
        int alone = 0;
        int tested = 0;
        for (int run = 0; run < lists; run++) {
            List<PValue> list = IntStream.range(0, 60)
                    .mapToObj(i -> series.get())
                    .flatMap(counts -> test(counts, variation).stream())
                    .toList();
            any += stands(MultipleTesting.BENJAMINI_HOCHBERG.adjust(list)) > 0 ? 1 : 0;
            alone += (int) stands(list);
            tested += list.size();
        }
        return new double[] {100.0 * any / lists, 100.0 * alone / tested};
    }

    /**
     * The share of lists of 60 series with a signal, and of series that stand out alone, in percent: of counts with mean 20
     * that vary as Poisson has it, and with three times that variance.
     */
    @ParameterizedTest
    @CsvSource({
        "3, CHANCE, 1.7, 4.4, 97.0, 24.2",
        "3, OVERDISPERSED, 0.0, 1.2, 1.0, 3.3",
        "7, CHANCE, 4.7, 4.8, 97.7, 24.9",
        "7, OVERDISPERSED, 0.0, 2.6, 5.0, 4.6",
        "11, CHANCE, 4.3, 4.6, 97.3, 24.4",
        "11, OVERDISPERSED, 1.0, 2.9, 5.3, 4.7"
    })
    void lists_onNoise_callAsOftenAsDocumented(
            int earlier,
            LatestTest.Variation variation,
            double lists,
            double alone,
            double wideLists,
            double wideAlone) {
        Random random = new Random(11);
        double[] poisson = lists(() -> noise(earlier + 1, 20, 1, random), variation, LISTS);
        double[] wide = lists(() -> noise(earlier + 1, 20, 3, random), variation, LISTS);
        assertThat(poisson[0]).isCloseTo(lists, within(6.0));
        assertThat(poisson[1]).isCloseTo(alone, within(1.0));
        assertThat(wide[0]).isCloseTo(wideLists, within(6.0));
        assertThat(wide[1]).isCloseTo(wideAlone, within(2.0));
    }

    /** Counts with a mean, of which the variance is that of Poisson times a factor. */
    private static long[] noise(int periods, double mean, double factor, Random random) {
        return LongStream.range(0, periods)
                .map(i -> count(mean, factor, random))
                .toArray();
    }

    private static Optional<PValue> test(long[] counts, LatestTest.Variation variation) {
        double[] exposures = LongStream.of(counts).mapToDouble(count -> 1).toArray();
        return LatestTest.rate(counts, exposures, variation).map(LatestTest::pValue);
    }

    /** Groups of persons that come together: as many groups as Poisson has it, each of a Poisson size. */
    private static long count(double mean, double factor, Random random) {
        if (factor == 1) {
            return poisson(mean, random);
        }
        // a sum of N(mean / size) groups of Poisson size: variance mean (1 + size)
        double size = factor - 1;
        long groups = poisson(mean / size, random);
        return poisson(groups * size, random);
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
