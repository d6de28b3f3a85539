package nl.betekenisvolmeten.indicators.statistics;

import java.util.Arrays;

/** How rank statistics fall when all orders are as likely: two-sided, twice the tail. */
final class RankDistributions {

    static final int MOST_FOR_SPEARMAN = 9;
    static final int MOST_FOR_KENDALL = 100;

    private RankDistributions() {}

    /** Returns the p-value of this sum of squared differences of ranks, from all orders. */
    static double spearman(int size, long squares) {
        long[] counts = new long[size * size * size / 3 + 1];
        walk(size, 0, 0, 0, counts);
        long all = Arrays.stream(counts).sum();
        long middle = ((long) size * size * size - size) / 6;
        long tail = squares > middle
                ? Arrays.stream(counts, (int) squares, counts.length).sum()
                : Arrays.stream(counts, 0, (int) squares + 1).sum();
        return Math.min(1, 2.0 * tail / all);
    }

    private static void walk(int size, int place, int used, int squares, long[] counts) {
        if (place == size) {
            counts[squares]++;
            return;
        }
        for (int rank = 0; rank < size; rank++) {
            if ((used & 1 << rank) == 0) {
                walk(size, place + 1, used | 1 << rank, squares + (place - rank) * (place - rank), counts);
            }
        }
    }

    /** Returns the p-value of this number of pairs in the same order, from a distribution built up number by number. */
    static double kendall(int size, int agreeing) {
        double[] chances = {1};
        for (int n = 2; n <= size; n++) {
            double[] next = new double[n * (n - 1) / 2 + 1];
            for (int k = 0; k < chances.length; k++) {
                for (int more = 0; more < n; more++) {
                    next[k + more] += chances[k] / n;
                }
            }
            chances = next;
        }
        double atMost = Arrays.stream(chances, 0, agreeing + 1).sum();
        double atLeast = Arrays.stream(chances, agreeing, chances.length).sum();
        return Math.min(1, 2 * Math.min(atMost, atLeast));
    }
}
