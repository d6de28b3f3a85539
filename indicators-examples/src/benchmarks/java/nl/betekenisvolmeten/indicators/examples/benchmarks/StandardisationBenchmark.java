package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.DirectMethod;
import nl.betekenisvolmeten.indicators.statistics.StandardPopulation;
import nl.betekenisvolmeten.indicators.statistics.Statistic;
import nl.betekenisvolmeten.indicators.statistics.Statistic.Estimate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Rates of 100,000 areas of 19 age bands, directly standardised, with intervals. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StandardisationBenchmark {

    private static final int AREAS = 100_000;
    private static final int BANDS = 19;

    private final double[][] counts = new double[AREAS][BANDS];
    private final double[][] populations = new double[AREAS][BANDS];
    private final double[] weights = new double[BANDS];

    /** Made by JMH. */
    public StandardisationBenchmark() {}

    /** Makes areas of 200 to 2,000 inhabitants in each band. */
    @Setup
    public void makeAreas() {
        SplittableRandom random = new SplittableRandom(1);
        for (int area = 0; area < AREAS; area++) {
            for (int band = 0; band < BANDS; band++) {
                populations[area][band] = random.nextInt(200, 2_000);
                counts[area][band] = random.nextInt(0, 60);
            }
        }
        for (int band = 0; band < BANDS; band++) {
            weights[band] = StandardPopulation.EUROPEAN_2013.bands().get(band).persons();
        }
    }

    /**
     * All areas.
     *
     * @return how many have a rate, so that nothing is left out
     */
    @Benchmark
    public int directlyStandardised() {
        int defined = 0;
        for (int area = 0; area < AREAS; area++) {
            Statistic rate = DirectMethod.DOBSON_BYAR.estimate(
                    counts[area], populations[area], weights, Per.THOUSAND, Confidence.P95);
            defined += rate instanceof Estimate ? 1 : 0;
        }
        if (defined != AREAS) {
            throw new IllegalStateException("rates of " + defined + " areas");
        }
        return defined;
    }
}
