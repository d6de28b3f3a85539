package nl.betekenisvolmeten.indicators.examples.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.examples.cli.Main;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import picocli.CommandLine;

/**
 * Compares the library with its peers in less than three minutes, and fails when a ratio of processor times is above its
 * limit, or an answer is wrong. Each peer is measured in the same run, in turn with the library.
 */
final class Guard {

    /** A ratio may be so many times what was measured when it was last set, as machines and runs differ. */
    private static final double TOLERANCE = 1.25;

    private static final int ROWS = 1_000_000;
    private static final int ROUNDS = 8;
    private static final int STARTS = 9;
    private static final String SUMMED = "bezoeken";
    private static final String[] MEASURES = {SUMMED, "vrijwilligersuren", "doorverwijzingen", "bijeenkomsten"};
    private static final Path FOLDER = Path.of("target/benchmarks");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What is compared, with the ratio that was measured. */
    private enum Ratio {
        ROWS_AND_SUMS("1,000,000 rows, all rules, four sums, one thread / FastCSV, fields only", 2.6),
        JSON_LINES("50,000 objects of JSON Lines, checked / Jackson, tokens only", 2.0),
        WORKBOOK("a workbook of 50,000 rows, checked / fastexcel, cells only", 1.0),
        START("command line: validate 100 rows / java -version", 42);

        private final String text;
        private final double measured;

        Ratio(String text, double measured) {
            this.text = text;
            this.measured = measured;
        }

        double limit() {
            return measured * TOLERANCE;
        }
    }

    private final Map<Ratio, Double> found = new EnumMap<>(Ratio.class);

    /** Measures and prints; returns 0 if each ratio is within its limit, 1 if not. */
    int run() throws IOException, InterruptedException {
        rowsAndSums();
        carriers();
        start();
        System.out.println("| processor time | measured now | limit | |");
        System.out.println("|---|---|---|---|");
        found.forEach((ratio, now) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %s |%n",
                ratio.text,
                now,
                ratio.limit(),
                now <= ratio.limit() ? "" : "TOO SLOW"));
        return found.entrySet().stream()
                        .allMatch(entry -> entry.getValue() <= entry.getKey().limit())
                ? 0
                : 1;
    }

    private void rowsAndSums() throws IOException {
        Path file = FOLDER.resolve("delivery-" + ROWS + ".csv");
        Path faults = FOLDER.resolve("planted-" + ROWS + ".csv");
        WholeRuns.generate(ROWS, file, faults);
        List<Planted> planted = Planted.read(faults);
        double[] peer = new double[ROUNDS];
        double[] ours = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            WholeRun.parseOnly(file);
            long between = THREADS.getCurrentThreadCpuTime();
            ResultTable sums = WholeRun.indicators(file, planted, 1, MEASURES);
            ours[round] = THREADS.getCurrentThreadCpuTime() - between;
            peer[round] = between - start;
            if (round == 0) {
                BigDecimal expected = sumOfGoodRows(file, planted);
                WholeRun.require(sum(sums).compareTo(expected) == 0, "sum of " + SUMMED + " is not " + expected);
            }
        }
        found.put(Ratio.ROWS_AND_SUMS, CarrierRun.median(ours) / CarrierRun.median(peer));
    }

    /** Adds up a column of the rows without a planted fault, with the other reader. */
    private static BigDecimal sumOfGoodRows(Path file, List<Planted> planted) throws IOException {
        Set<Long> faulty = planted.stream().map(Planted::row).collect(Collectors.toSet());
        BigDecimal sum = BigDecimal.ZERO;
        int column = -1;
        long row = 1;
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
            for (CsvRecord record : records) {
                if (column < 0) {
                    column = record.getFields().indexOf(SUMMED);
                } else if (!faulty.contains(row)) {
                    sum = sum.add(new BigDecimal(record.getField(column)));
                }
                row++;
            }
        }
        return sum;
    }

    private static BigDecimal sum(ResultTable sums) {
        int series = sums.series().indexOf(SUMMED);
        return sums.rows().stream()
                .map(row -> row.figures().get(series).value())
                .map(value -> value instanceof CellValue.Incomplete incomplete
                        ? incomplete.sum().orElse(BigDecimal.ZERO)
                        : ((CellValue.Known) value).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void carriers() throws IOException {
        CarrierRun run = new CarrierRun();
        new CommandLine(run).parseArgs("--rows", "50000", "--rounds", Integer.toString(ROUNDS));
        Map<String, double[]> times = run.times();
        found.put(Ratio.JSON_LINES, ratio(times, CarrierRun.JSON_CHECKED, CarrierRun.JSON_BARE));
        found.put(Ratio.WORKBOOK, ratio(times, CarrierRun.WORKBOOK_CHECKED, CarrierRun.WORKBOOK_BARE));
    }

    private static double ratio(Map<String, double[]> times, String ours, String peer) {
        return CarrierRun.median(times.get(ours)) / CarrierRun.median(times.get(peer));
    }

    private void start() throws IOException, InterruptedException {
        Path file = FOLDER.resolve("delivery-100.csv");
        Files.write(file, new CarrierData(100, 0).csv());
        long ours = 0;
        long peer = 0;
        for (int i = 0; i < STARTS; i++) {
            peer += ticks("-version");
            ours += ticks(
                    "-cp", System.getProperty("java.class.path"), Main.class.getName(), "validate", file.toString());
        }
        found.put(Ratio.START, (double) ours / peer);
    }

    /** Runs Java; returns the processor time of the process, in hundredths of a second. */
    private static long ticks(String... arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        long before = ticksOfChildren();
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(java), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        WholeRun.require(process.waitFor() == 0, "exit code " + process.exitValue());
        return ticksOfChildren() - before;
    }

    /** The system keeps the time of processes that ended: the 16th and 17th field, where the name may have blanks. */
    private static long ticksOfChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    }
}
