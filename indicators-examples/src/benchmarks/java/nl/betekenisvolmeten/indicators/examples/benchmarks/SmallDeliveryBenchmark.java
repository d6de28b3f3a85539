package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The library calls of a reporting system: a delivery in memory is checked, and added up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SmallDeliveryBenchmark {

    /** How many rows below the header. */
    @Param({"40", "1000"})
    public int rows;

    private final DeliveryReader reader = DeliveryReader.of(Definitions.bundled());
    private byte[] delivery = {};
    private CountTable table = CountTable.builder(Definitions.bundled()
                    .formats()
                    .latest("telformat-gebiedsgericht")
                    .orElseThrow()
                    .ruleSet()
                    .structure())
            .build();

    /** Made by JMH. */
    public SmallDeliveryBenchmark() {}

    /**
     * Makes a delivery without faults.
     *
     * @throws IOException never: it is made in memory
     */
    @Setup
    public void makeDelivery() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LargeDelivery(rows, 0, 1).writeTo(out, fault -> {});
        delivery = out.toByteArray();
        table = reader.readTable(DeliverySource.of("delivery.csv", delivery)).orThrow();
    }

    /**
     * Format, all rules, findings.
     *
     * @return the report
     */
    @Benchmark
    public DeliveryReport validate() {
        DeliveryReport report = reader.validate(DeliverySource.of("delivery.csv", delivery));
        if (report.rowsAccepted() != rows) {
            throw new IllegalStateException("accepted " + report.rowsAccepted());
        }
        return report;
    }

    /**
     * All measures by stadsdeel and period.
     *
     * @return the totals
     */
    @Benchmark
    public ResultTable aggregate() {
        return AggregationPlan.by(table.structure(), "stadsdeel", "periode").aggregate(table);
    }
}
