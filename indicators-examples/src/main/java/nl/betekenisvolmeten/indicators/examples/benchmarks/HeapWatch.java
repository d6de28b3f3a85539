package nl.betekenisvolmeten.indicators.examples.benchmarks;

/** Looks every few milliseconds how much of the heap is in use, garbage included. */
final class HeapWatch implements AutoCloseable {

    private static final long MILLISECONDS = 5;

    private final Thread thread = new Thread(this::watch, "heap-watch");
    private volatile long peak = used();

    private HeapWatch() {}

    static HeapWatch start() {
        HeapWatch watch = new HeapWatch();
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void watch() {
        try {
            while (true) {
                peak = Math.max(peak, used());
                Thread.sleep(MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the largest number of bytes in use of all measurements. */
    long peak() {
        return peak;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
