package nl.betekenisvolmeten.indicators.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.examples.sample.SampleDeliveries;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import nl.betekenisvolmeten.indicators.formats.output.JsonResults;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers of Spark beside those of the library alone, byte for byte. */
class SparkDeliveriesTest {

    private static final List<String> BY = List.of("stadsdeel", "periode", "ambitie", "leeftijdsgroep");
    private static final SparkDeliveries JOB = new SparkDeliveries(SampleDeliveries.FORMAT, BY);

    @TempDir
    private static Path folder;

    private static SparkSession session;
    private static List<String> paths;

    @BeforeAll
    static void start() throws IOException {
        session = SparkMain.local("test");
        paths = new ArrayList<>(SparkMain.samples(folder));
        // one with a fault, and one that is of no format
        Path wrong = folder.resolve("wrong.csv");
        String good = Files.readString(Path.of(paths.get(0)), StandardCharsets.UTF_8);
        Files.writeString(wrong, good.replaceFirst("2026KW01", "2019KW01"), StandardCharsets.UTF_8);
        paths.add(wrong.toString());
        Path unknown = folder.resolve("unknown.csv");
        Files.writeString(unknown, "a;b\n1;2\n", StandardCharsets.UTF_8);
        paths.add(unknown.toString());
    }

    @AfterAll
    static void stop() {
        session.stop();
    }

    private static JavaSparkContext spark() {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }

    private static String json(ResultTable totals) throws IOException {
        StringWriter out = new StringWriter();
        JsonResults.write(InternalUse.of(totals, "test"), out);
        return out.toString();
    }

    private static String csv(ResultTable totals) throws IOException {
        StringWriter out = new StringWriter();
        CsvResults.write(InternalUse.of(totals, "test"), out);
        return out.toString();
    }

    @Test
    void run_anyNumberOfPartitions_saysWhatTheLibrarySays() throws IOException {
        DeliveryReader reader = DeliveryReader.of(Definitions.bundled());
        Aggregator plain = AggregationPlan.by(
                        Definitions.bundled()
                                .formats()
                                .get(SampleDeliveries.FORMAT)
                                .ruleSet()
                                .structure(),
                        BY.toArray(String[]::new))
                .newAggregator();
        List<DeliveryReport> reports = paths.stream()
                .map(path -> reader.read(DeliverySource.of(Path.of(path)), format -> plain))
                .toList();
        assertThat(reports).anyMatch(report -> report.rows() > report.rowsAccepted());
        for (int partitions : new int[] {1, 2, 5, 40}) {
            SparkDeliveries.Outcome outcome = JOB.run(spark(), paths, partitions);
            assertThat(outcome.totals().toBytes()).isEqualTo(plain.toBytes());
            assertThat(json(outcome.totals().result())).isEqualTo(json(plain.result()));
            assertThat(csv(outcome.totals().result())).isEqualTo(csv(plain.result()));
            assertThat(outcome.summaries()).hasSize(paths.size());
            for (int i = 0; i < paths.size(); i++) {
                assertThat(outcome.summaries().get(i))
                        .isEqualTo(SparkDeliveries.Summary.of(paths.get(i), reports.get(i)));
            }
        }
    }

    @Test
    void run_nothingToRead_isRefused() {
        assertThatThrownBy(() -> JOB.run(spark(), List.of(), 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void run_aColumnThatIsNotThere_isRefusedBeforeAnythingIsRead() {
        SparkDeliveries job = new SparkDeliveries(SampleDeliveries.FORMAT, List.of("postcode"));
        assertThatThrownBy(() -> job.run(spark(), paths, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postcode");
    }
}
