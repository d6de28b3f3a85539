package nl.betekenisvolmeten.indicators.statistics;

/** Hommel's adjustment, as R's {@code p.adjust} does it: the closed test with Simes' test for every set of tests. */
final class Hommel {

    private Hommel() {}

    /**
     * Adjusts in place.
     *
     * @param p the p-values from small to large
     */
    static void adjust(double[] p) {
        int tests = p.length;
        double[] adjusted = new double[tests];
        double all = simes(p);
        for (int i = 0; i < tests; i++) {
            adjusted[i] = all;
        }
        for (int size = tests - 1; size >= 2; size--) {
            raise(p, adjusted, size);
        }
        for (int i = 0; i < tests; i++) {
            p[i] = Math.min(1, Math.max(p[i], adjusted[i]));
        }
    }

    /** Raises adjusted p-values by the sets of the given number of tests. */
    private static void raise(double[] p, double[] adjusted, int size) {
        int split = p.length - size + 1;
        double largest = Double.POSITIVE_INFINITY;
        for (int i = split; i < p.length; i++) {
            largest = Math.min(largest, size * p[i] / (i - split + 2));
        }
        double last = 0;
        for (int i = 0; i < split; i++) {
            last = Math.min(size * p[i], largest);
            adjusted[i] = Math.max(adjusted[i], last);
        }
        for (int i = split; i < p.length; i++) {
            adjusted[i] = Math.max(adjusted[i], last);
        }
    }

    private static double simes(double[] p) {
        double smallest = 1;
        for (int i = 0; i < p.length; i++) {
            smallest = Math.min(smallest, p.length * p[i] / (i + 1));
        }
        return smallest;
    }
}
