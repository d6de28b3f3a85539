package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.util.Arrays;

/**
 * Runs the benchmark that is asked for: {@code whole} files beside other programs, parts with {@code jmh},
 * or {@code bytes} that go between machines.
 */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs a benchmark.
     *
     * @param args {@code whole}, {@code jmh} or {@code bytes}, then its own options
     * @throws Exception if it cannot be run
     */
    public static void main(String[] args) throws Exception {
        String[] options = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "whole" -> WholeRuns.main(options);
            case "bytes" -> StateSizes.print();
            case "jmh" -> org.openjdk.jmh.Main.main(options);
            default -> throw new IllegalArgumentException("whole, jmh or bytes, not " + Arrays.toString(args));
        }
    }
}
