package nl.betekenisvolmeten.indicators.examples.spark;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.examples.sample.SampleDeliveries;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles;
import nl.betekenisvolmeten.indicators.formats.output.CsvResults;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Checks and adds up the sample deliveries on a Spark of two threads, and prints the totals. */
public final class SparkMain {

    private SparkMain() {}

    private static final int ROUNDS = 4;

    /**
     * Runs the job.
     *
     * @param args the folder in which the sample deliveries are put, and paths of deliveries to be timed in place of those
     * @throws IOException if they cannot be written, or the totals cannot
     */
    public static void main(String[] args) throws IOException {
        if (args.length > 1) {
            time(List.of(args).subList(1, args.length));
        } else {
            samples(args);
        }
    }

    /** On Spark's two threads and on one without it, in turn: the rows a second of each. */
    private static void time(List<String> paths) throws IOException {
        SparkDeliveries job = new SparkDeliveries(SampleDeliveries.FORMAT, List.of("stadsdeel", "periode"));
        try (SparkSession session = local("timing")) {
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                SparkDeliveries.Outcome outcome = job.run(spark, paths, paths.size());
                long between = System.nanoTime();
                SparkDeliveries.Outcome alone = job.alone(paths);
                long end = System.nanoTime();
                long rows = outcome.summaries().stream()
                        .mapToLong(SparkDeliveries.Summary::rows)
                        .sum();
                boolean same =
                        Arrays.equals(outcome.totals().toBytes(), alone.totals().toBytes());
                System.out.printf(
                        Locale.ROOT,
                        "%d rows: local[2] %.2f s, one thread %.2f s, same totals: %b%n",
                        rows,
                        (between - start) / 1e9,
                        (end - between) / 1e9,
                        same);
            }
        }
    }

    private static void samples(String[] args) throws IOException {
        List<String> paths = samples(Path.of(args[0]));
        try (SparkSession session = local("sample deliveries")) {
            long start = System.nanoTime();
            SparkDeliveries.Outcome outcome = new SparkDeliveries(
                            SampleDeliveries.FORMAT, List.of("stadsdeel", "periode"))
                    .run(JavaSparkContext.fromSparkContext(session.sparkContext()), paths, 4);
            outcome.summaries().forEach(SparkMain::print);
            Writer out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
            CsvResults.write(InternalUse.of(outcome.totals().result(), "sample totals on Spark"), out);
            out.flush();
            System.out.printf(
                    Locale.ROOT, "%d deliveries in %.1f s%n", paths.size(), (System.nanoTime() - start) / 1e9);
        }
    }

    private static void print(SparkDeliveries.Summary summary) {
        System.out.printf(
                Locale.ROOT,
                "%s: rows %d, accepted %d, errors %d, warnings %d%n",
                Path.of(summary.source()).getFileName(),
                summary.rows(),
                summary.accepted(),
                summary.errors(),
                summary.warnings());
    }

    /** A session on two threads of this machine, without a page and without a network name. */
    static SparkSession local(String name) {
        return SparkSession.builder()
                .master("local[2]")
                .appName(name)
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
    }

    /** Writes the deliveries that come with this program; returns their paths. */
    static List<String> samples(Path folder) throws IOException {
        List<String> paths = new ArrayList<>();
        for (SampleFiles.SampleFile sample : SampleFiles.all()) {
            Path file = folder.resolve(sample.path());
            Files.createDirectories(file.getParent());
            Files.write(file, sample.bytes());
            paths.add(file.toString());
        }
        return paths;
    }
}
