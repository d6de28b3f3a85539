package nl.betekenisvolmeten.indicators.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Time elapsed, processor time of this thread, and of the whole process: collector, compiler and helpers too. */
final class Stopwatch {

    private final long start = System.nanoTime();
    private final long thread = threadTime();
    private final long process = processTime();

    private Stopwatch() {}

    static Stopwatch start() {
        return new Stopwatch();
    }

    private static long threadTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long processTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Returns the elapsed times and the speed, in words. */
    String stop(long rows) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(
                Locale.ROOT,
                "%.2f s (cpu %.2f s this thread, %.2f s process), %.0f rows/s",
                seconds,
                (threadTime() - thread) / 1e9,
                (processTime() - process) / 1e9,
                rows / seconds);
    }
}
