package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.betekenisvolmeten.indicators.comparison.Comparer;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonOptions;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.table.Observation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 44 wijken, 30 indicators, 8 quarters: intervals, tests, funnels and places of 10,560 figures. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class CompareBenchmark {

    private final ComparisonPlan plan = CompareRun.plan(ComparisonOptions.withDefaults());
    private final List<Observation> rows = CompareRun.rows();

    /** Made by JMH. */
    public CompareBenchmark() {}

    /**
     * Adds up and compares.
     *
     * @return the comparison
     */
    @Benchmark
    public Comparison compare() {
        Comparer comparer = plan.newComparer();
        rows.forEach(comparer);
        Comparison result = comparer.result();
        if (result.rows().size() != 44 * 30 * 8) {
            throw new IllegalStateException("figures " + result.rows().size());
        }
        return result;
    }
}
