package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Whole files through the library and through other programs, in turn, each in a process of its own. Figures are medians
 * over the rounds; each variant's answer is compared with the faults that were planted.
 */
@Command(name = "whole", mixinStandardHelpOptions = true, description = "Times whole files beside other programs.")
final class WholeRuns implements Callable<Integer> {

    private static final List<String> ALL = List.of("fastcsv", "indicators-1", "indicators-2", "duckdb");

    @Option(names = "--rows", defaultValue = "1000000", description = "Rows (${DEFAULT-VALUE}).")
    private long rows;

    @Option(names = "--rounds", defaultValue = "3", description = "How often each is run (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--heap", defaultValue = "2g", description = "The heap of each process (${DEFAULT-VALUE}).")
    private String heap = "";

    @Option(names = "--only", split = ",", description = "Which of fastcsv, indicators-1, indicators-2, duckdb.")
    private List<String> only = ALL;

    @Option(names = "--folder", defaultValue = "target/benchmarks", description = "Where the file is made.")
    private Path folder = Path.of("");

    static void main(String[] args) {
        System.exit(new CommandLine(new WholeRuns())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path file = folder.resolve("delivery-" + rows + ".csv");
        Path planted = folder.resolve("planted-" + rows + ".csv");
        generate(rows, file, planted);
        Map<String, List<WholeRun.Time>> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String variant : only) {
                times.computeIfAbsent(variant, any -> new ArrayList<>()).add(fork(variant, file, planted));
            }
        }
        print(times);
        return 0;
    }

    /** Writes a delivery with its planted faults, unless it is there. */
    static void generate(long rows, Path file, Path planted) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!Files.exists(file)) {
            int code = new CommandLine(new DeliveryGenerator())
                    .execute("--rows", Long.toString(rows), "-o", file.toString(), "--planted", planted.toString());
            WholeRun.require(code == 0, "cannot generate " + file);
        }
    }

    private WholeRun.Time fork(String variant, Path file, Path planted) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                WholeRun.class.getName(),
                variant,
                file.toString(),
                planted.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String last = out.lines().reduce("", (a, b) -> b);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(variant + " failed: " + last);
            }
            return WholeRun.Time.parse(last);
        }
    }

    private void print(Map<String, List<WholeRun.Time>> times) {
        System.out.printf(Locale.ROOT, "%d rows, heap %s, medians of %d%n", rows, heap, rounds);
        System.out.println(
                "| variant | wall s | CPU s | rows/s | peak memory MB | CPU beside fastcsv | wall beside fastcsv |");
        System.out.println("|---|---|---|---|---|---|---|");
        WholeRun.Time base = times.containsKey("fastcsv") ? median(times.get("fastcsv")) : WholeRun.Time.NONE;
        times.forEach((variant, all) -> {
            WholeRun.Time time = median(all);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %,.0f | %d | %.2f | %.2f |%n",
                    variant,
                    time.wall(),
                    time.cpu(),
                    rows / time.wall(),
                    time.memory() / 1024,
                    time.cpu() / base.cpu(),
                    time.wall() / base.wall());
        });
    }

    private static WholeRun.Time median(List<WholeRun.Time> times) {
        double[] cpu = times.stream().mapToDouble(WholeRun.Time::cpu).sorted().toArray();
        double[] wall = times.stream().mapToDouble(WholeRun.Time::wall).sorted().toArray();
        long memory = times.stream().mapToLong(WholeRun.Time::memory).max().orElse(0);
        return new WholeRun.Time(wall[wall.length / 2], cpu[cpu.length / 2], memory);
    }
}
