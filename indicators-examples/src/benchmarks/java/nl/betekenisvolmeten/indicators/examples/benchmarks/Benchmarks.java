package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.util.Arrays;

/**
 * Runs the benchmark that is asked for: {@code whole} files beside other programs, {@code carriers} beside bare readers,
 * parts with {@code jmh}, or {@code bytes} that go between machines.
 */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs a benchmark.
     *
     * @param args {@code whole}, {@code carriers}, {@code jmh} or {@code bytes}, then its own options
     * @throws Exception if it cannot be run
     */
    public static void main(String[] args) throws Exception {
        String[] options = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "whole" -> WholeRuns.main(options);
            case "carriers" -> CarrierRun.main(options);
            case "bytes" -> StateSizes.print();
            case "jmh" -> org.openjdk.jmh.Main.main(options);
            default ->
                throw new IllegalArgumentException("whole, carriers, jmh or bytes, not " + Arrays.toString(args));
        }
    }
}
