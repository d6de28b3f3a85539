package nl.betekenisvolmeten.indicators.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** One variant over one file, in a process of its own; prints what it took. */
public final class WholeRun {

    private static final String[] BY = {"stadsdeel", "periode", "ambitie", "leeftijdsgroep"};

    private WholeRun() {}

    /**
     * What a run took.
     *
     * @param wall elapsed seconds
     * @param cpu processor seconds of the whole process: compiler, collector and start-up in it
     * @param memory the most resident memory, in KiB; 0 where the system does not tell
     */
    record Time(double wall, double cpu, long memory) {

        static final Time NONE = new Time(1, 1, 0);

        String line() {
            return String.format(Locale.ROOT, "%.3f;%.3f;%d", wall, cpu, memory);
        }

        static Time parse(String line) {
            String[] cells = line.split(";", -1);
            return new Time(Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Long.parseLong(cells[2]));
        }
    }

    /**
     * Runs a variant.
     *
     * @param args the variant, the file, the planted faults
     * @throws IOException if a file cannot be read
     * @throws SQLException if DuckDB fails
     */
    public static void main(String[] args) throws IOException, SQLException {
        long start = System.nanoTime();
        Path file = Path.of(args[1]);
        List<Planted> planted = Planted.read(Path.of(args[2]));
        switch (args[0]) {
            case "fastcsv" -> parseOnly(file);
            case "indicators-1" -> indicators(file, planted, 1);
            case "indicators-2" -> indicators(file, planted, 2);
            case "duckdb" -> duckDb(file, planted);
            default -> throw new IllegalArgumentException("no variant " + args[0]);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        System.out.println(new Time(wall, system.getProcessCpuTime() / 1e9, residentPeak()).line());
    }

    static void parseOnly(Path file) throws IOException {
        long cells = 0;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
            for (CsvRecord record : reader) {
                cells += record.getFieldCount();
            }
        }
        require(cells > 0, "no cells");
    }

    /** Checks and adds up a delivery; returns the sums of some measures, or of all if none is named. */
    static ResultTable indicators(Path file, List<Planted> planted, int threads, String... measures) {
        DeliveryReader reader = DeliveryReader.of(Definitions.bundled())
                .withLimits(ReadLimits.withDefaults().withFindings(planted.size() + 1_000))
                .withThreads(threads);
        OpenedDelivery delivery = reader.open(DeliverySource.of(file));
        Aggregator aggregator =
                BulkRun.plan(delivery.format().orElseThrow(), List.of(measures)).newAggregator();
        DeliveryReport report = delivery.read(aggregator);
        List<String> differences = Truth.differences(planted, report);
        require(differences.isEmpty(), "other findings than planted: " + differences);
        ResultTable sums = aggregator.result();
        require(!sums.rows().isEmpty(), "no sums");
        return sums;
    }

    private static void duckDb(Path file, List<Planted> planted) throws IOException, SQLException {
        DuckDbRun.Answer answer = new DuckDbRun(2).run(file, BY);
        Set<Planted> found = new HashSet<>(answer.findings());
        require(found.equals(new HashSet<>(planted)) && answer.groups() > 0, "other findings than planted");
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }

    private static long residentPeak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        }
    }
}
