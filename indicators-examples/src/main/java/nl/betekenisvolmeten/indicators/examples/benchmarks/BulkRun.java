package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a delivery with the library, and says how long it took, in how much memory, and whether it found the truth. */
@Command(
        name = "BulkRun",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3,
        description = "Validates a delivery and measures time and memory.")
public final class BulkRun implements Callable<Integer> {

    private static final int MORE_FINDINGS = 1_000;
    private static final long MEBIBYTE = 1 << 20;

    @Parameters(index = "0", description = "The delivery.")
    private Path file = Path.of("");

    @Option(names = "--planted", description = "The faults that must be found, and no others; exit code 1 otherwise.")
    private @Nullable Path planted;

    @Option(
            names = "--aggregate",
            description = "Also add up all measures by stadsdeel, periode, ambitie and leeftijdsgroep.")
    private boolean aggregate;

    @Option(names = "--measure", split = ",", description = "With --aggregate: these measures only.")
    private List<String> measures = new ArrayList<>();

    @Option(names = "--threads", defaultValue = "1", description = "How many threads judge rows (${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--no-hash", description = "Leave out the hash of the bytes.")
    private boolean noHash;

    @Option(names = "--peer", description = "Before each run, read the same file with: ${COMPLETION-CANDIDATES}.")
    private @Nullable Peer peer;

    @Option(names = "--keys", description = "How many different keys are remembered.")
    private int keys = ReadLimits.withDefaults().keys();

    @Option(names = "--repeat", defaultValue = "1", description = "How often (${DEFAULT-VALUE}).")
    private int repeat;

    /** A run with the defaults; options are set from the command line. */
    public BulkRun() {}

    /**
     * Runs the check.
     *
     * @param args the options; {@code --help} explains them
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BulkRun())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .execute(args));
    }

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<Planted> truth = planted == null ? List.of() : Planted.read(planted);
        ReadLimits limits = ReadLimits.withDefaults()
                .withFindings(truth.size() + MORE_FINDINGS)
                .withKeys(keys);
        DeliveryReader reader = DeliveryReader.of(Definitions.bundled())
                .withLimits(limits)
                .withHash(!noHash)
                .withThreads(threads);
        boolean right = true;
        for (int i = 0; i < repeat; i++) {
            if (peer != null) {
                timed(peer);
            }
            DeliveryReport report = timed(reader);
            if (planted != null) {
                List<String> differences = Truth.differences(truth, report);
                differences.forEach(this::print);
                right = right && differences.isEmpty();
            }
        }
        return right ? 0 : 1;
    }

    private void timed(Peer other) throws IOException {
        Stopwatch watch = Stopwatch.start();
        long rows = other.read(file);
        print(other + ": rows " + rows + ", " + watch.stop(rows));
    }

    private DeliveryReport timed(DeliveryReader reader) {
        Stopwatch watch = Stopwatch.start();
        try (HeapWatch heap = HeapWatch.start()) {
            OpenedDelivery delivery = reader.open(DeliverySource.of(file));
            Optional<Aggregator> totals = delivery.format()
                    .filter(format -> aggregate)
                    .map(format -> plan(format, measures))
                    .map(AggregationPlan::newAggregator);
            DeliveryReport report = totals.map(delivery::read).orElseGet(delivery::validate);
            int groups = totals.map(known -> known.result().rows().size()).orElse(0);
            print(String.format(
                    Locale.ROOT,
                    "rows %d, accepted %d, findings %d, groups %d, %s, peak heap %d MiB",
                    report.rows(),
                    report.rowsAccepted(),
                    report.findings().total(),
                    groups,
                    watch.stop(report.rows()),
                    heap.peak() / MEBIBYTE));
            return report;
        }
    }

    /** Returns the plan of the sums of some measures, or of all if none is named. */
    static AggregationPlan plan(FormatDefinition format, List<String> measures) {
        AggregationPlan all =
                AggregationPlan.by(format.ruleSet().structure(), "stadsdeel", "periode", "ambitie", "leeftijdsgroep");
        return measures.isEmpty()
                ? all
                : all.withSeries(all.series().stream()
                        .filter(series -> measures.contains(series.name()))
                        .toList());
    }

    private void print(String line) {
        if (spec != null) {
            spec.commandLine().getOut().println(line);
        }
    }
}
