package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.util.Arrays;

/**
 * Runs the benchmark that is asked for: {@code whole} files compared with other programs, {@code carriers} compared with
 * bare readers, parts with {@code jmh}, {@code bytes} that travel between machines, or a {@code guard} that fails when
 * something became slower.
 */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs a benchmark.
     *
     * @param args {@code whole}, {@code carriers}, {@code jmh}, {@code bytes} or {@code guard}, then its own options
     * @throws Exception if it cannot be run
     */
    public static void main(String[] args) throws Exception {
        String[] options = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "whole" -> WholeRuns.main(options);
            case "carriers" -> CarrierRun.main(options);
            case "bytes" -> StateSizes.print();
            case "guard" -> System.exit(new Guard().run());
            case "jmh" -> org.openjdk.jmh.Main.main(options);
            default ->
                throw new IllegalArgumentException(
                        "benchmark must be whole, carriers, jmh, bytes or guard: " + Arrays.toString(args));
        }
    }
}
