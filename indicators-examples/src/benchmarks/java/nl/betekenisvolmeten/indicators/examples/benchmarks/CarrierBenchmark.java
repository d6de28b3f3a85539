package nl.betekenisvolmeten.indicators.examples.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
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

/** Workbooks and JSON Lines of 20,000 rows: read and checked, beside a bare reader that gives every cell as a text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class CarrierBenchmark {

    private static final int ROWS = 20_000;

    private final DeliveryReader reader = DeliveryReader.of(Definitions.bundled());
    private final JsonFactory json = new JsonFactory();
    private byte[] workbook = {};
    private byte[] jsonLines = {};

    /** Made by JMH. */
    public CarrierBenchmark() {}

    /**
     * Makes the delivery.
     *
     * @throws IOException never: it is made in memory
     */
    @Setup
    public void makeDeliveries() throws IOException {
        CarrierData data = new CarrierData(ROWS, 0);
        workbook = data.workbook();
        jsonLines = data.jsonLines();
    }

    /**
     * A workbook, read by fastexcel.
     *
     * @return how many letters
     * @throws IOException never
     */
    @Benchmark
    public long workbookBare() throws IOException {
        long letters = 0;
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                for (int i = 0; i < row.getCellCount(); i++) {
                    letters += row.getCellText(i).length();
                }
            }
        }
        return letters;
    }

    /**
     * A workbook, read and checked.
     *
     * @return the report
     */
    @Benchmark
    public DeliveryReport workbookChecked() {
        return checked(reader.validate(DeliverySource.of("delivery.xlsx", workbook)));
    }

    /**
     * JSON Lines, read by Jackson's stream.
     *
     * @return how many letters
     * @throws IOException never
     */
    @Benchmark
    public long jsonBare() throws IOException {
        long letters = 0;
        try (JsonParser parser = json.createParser(jsonLines)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                letters += parser.getText().length();
            }
        }
        return letters;
    }

    /**
     * JSON Lines, read and checked.
     *
     * @return the report
     */
    @Benchmark
    public DeliveryReport jsonChecked() {
        return checked(reader.validate(DeliverySource.of("delivery.jsonl", jsonLines)));
    }

    private static DeliveryReport checked(DeliveryReport report) {
        if (report.rowsAccepted() != ROWS) {
            throw new IllegalStateException("accepted " + report.rowsAccepted() + ": "
                    + report.findings().kept().stream().findFirst());
        }
        return report;
    }
}
