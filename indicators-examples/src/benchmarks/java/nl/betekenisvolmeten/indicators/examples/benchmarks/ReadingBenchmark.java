package nl.betekenisvolmeten.indicators.examples.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.validation.ValidationRun;
import nl.betekenisvolmeten.indicators.validation.Validator;
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

/**
 * 200,000 rows of text in memory: fields alone (FastCSV), fields and rules, rules alone (row by row), sums in passing,
 * and sums of a table that is there already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ReadingBenchmark {

    private static final int ROWS = 200_000;
    private static final String[] BY = {"stadsdeel", "periode", "ambitie", "leeftijdsgroep"};

    private final DeliveryReader reader = DeliveryReader.of(Definitions.bundled())
            .withLimits(ReadLimits.withDefaults().withFindings(ROWS));
    private CarrierData data;
    private String[][] cells = {};
    private CountTable table;
    private AggregationPlan plan;

    /** Made by JMH. */
    public ReadingBenchmark() {
        data = new CarrierData(10, 0);
        plan = AggregationPlan.by(data.format().ruleSet().structure(), BY);
        table = CountTable.builder(plan.structure()).build();
    }

    /** Makes the delivery, with a fault in one row of 500. */
    @Setup
    public void makeDelivery() {
        data = new CarrierData(ROWS, 500);
        cells = data.rows().stream().map(row -> row.toArray(String[]::new)).toArray(String[][]::new);
        table = reader.readTable(DeliverySource.of("delivery.csv", data.csv())).orThrow();
    }

    /**
     * Every field as a text, no more.
     *
     * @return how many letters
     * @throws IOException never
     */
    @Benchmark
    public long fieldsFastCsv() throws IOException {
        long letters = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(';')
                .ofCsvRecord(new InputStreamReader(new ByteArrayInputStream(data.csv()), StandardCharsets.UTF_8))) {
            for (CsvRecord record : records) {
                for (int i = 0; i < record.getFieldCount(); i++) {
                    letters += record.getField(i).length();
                }
            }
        }
        return letters;
    }

    /**
     * Fields and rules.
     *
     * @return the report
     */
    @Benchmark
    public DeliveryReport fieldsAndRules() {
        return checked(reader.validate(DeliverySource.of("delivery.csv", data.csv())));
    }

    /**
     * Fields, rules and sums.
     *
     * @return the totals
     */
    @Benchmark
    public ResultTable fieldsRulesAndSums() {
        Aggregator sums = plan.newAggregator();
        checked(reader.open(DeliverySource.of("delivery.csv", data.csv())).read(sums));
        return sums.result();
    }

    /**
     * Rules alone, one row after the other: what every row of another carrier takes.
     *
     * @return how many rows are good
     */
    @Benchmark
    public long rulesRowByRow() {
        ValidationRun run = Validator.of(data.format().ruleSet()).start(Location.of("delivery"), any -> {}, any -> {});
        for (int i = 0; i < cells.length; i++) {
            run.row(i + 2L, cells[i].clone());
        }
        return run.rowsAccepted();
    }

    /**
     * Sums of a table.
     *
     * @return the totals
     */
    @Benchmark
    public ResultTable sumsOfTable() {
        return plan.aggregate(table);
    }

    private DeliveryReport checked(DeliveryReport report) {
        List<String> differences = Truth.differences(data.planted(), report);
        if (!differences.isEmpty()) {
            throw new IllegalStateException(differences.toString());
        }
        return report;
    }
}
