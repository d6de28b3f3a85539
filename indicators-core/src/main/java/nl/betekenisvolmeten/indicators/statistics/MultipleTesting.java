package nl.betekenisvolmeten.indicators.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How p-values are raised when many tests are done at once, so that the usual threshold may still be used. As R's
 * {@code p.adjust}. A test that could not be done is left out by the caller, and then does not count.
 */
public enum MultipleTesting implements Coded {
    /**
     * Benjamini and Hochberg: the expected share of false ones among those called different stays below the threshold.
     * With p(i) the i-th smallest of m: the least m p(j) / j over j ≥ i, at most 1. To find what deserves a look.
     *
     * <p>Benjamini Y, Hochberg Y. Controlling the false discovery rate: a practical and powerful approach to multiple
     * testing. Journal of the Royal Statistical Society B 1995;57:289-300, doi:10.1111/j.2517-6161.1995.tb02031.x.
     */
    BENJAMINI_HOCHBERG {
        @Override
        void adjustSorted(double[] ascending) {
            stepUp(ascending, 1);
        }
    },
    /**
     * Holm: the chance of one or more false alarms stays below the threshold. With p(i) the i-th smallest of m: the
     * greatest (m + 1 - j) p(j) over j ≤ i, at most 1. Where one false alarm is too many.
     *
     * <p>Holm S. A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics
     * 1979;6:65-70.
     */
    HOLM {
        @Override
        void adjustSorted(double[] ascending) {
            int tests = ascending.length;
            double greatest = 0;
            for (int i = 0; i < tests; i++) {
                greatest = Math.max(greatest, Math.min(1, (tests - i) * ascending[i]));
                ascending[i] = greatest;
            }
        }
    },
    /**
     * Benjamini and Yekutieli: as {@link #BENJAMINI_HOCHBERG}, and it holds however the tests hang together; with the
     * p-values multiplied by 1 + 1/2 + ... + 1/m besides.
     *
     * <p>Benjamini Y, Yekutieli D. The control of the false discovery rate in multiple testing under dependency. Annals
     * of Statistics 2001;29:1165-1188.
     */
    BENJAMINI_YEKUTIELI {
        @Override
        void adjustSorted(double[] ascending) {
            int tests = ascending.length;
            double harmonic = 0;
            for (int i = tests; i >= 1; i--) {
                harmonic += 1.0 / i;
            }
            stepUp(ascending, harmonic);
        }
    },
    /**
     * Hochberg: what {@link #HOLM} promises, by steps from the largest: the least (m + 1 - j) p(j) over j ≥ i. Finds a
     * little more; the tests may not hang together negatively.
     *
     * <p>Hochberg Y. A sharper Bonferroni procedure for multiple tests of significance. Biometrika 1988;75:800-802.
     */
    HOCHBERG {
        @Override
        void adjustSorted(double[] ascending) {
            int tests = ascending.length;
            double smallest = 1;
            for (int i = tests - 1; i >= 0; i--) {
                smallest = Math.min(smallest, (tests - i) * ascending[i]);
                ascending[i] = smallest;
            }
        }
    },
    /**
     * Hommel: what {@link #HOCHBERG} promises under the same conditions, and finds a little more still. Takes time with
     * the square of the number of tests.
     *
     * <p>Hommel G. A stagewise rejective multiple test procedure based on a modified Bonferroni test. Biometrika
     * 1988;75:383-386.
     */
    HOMMEL {
        @Override
        void adjustSorted(double[] ascending) {
            Hommel.adjust(ascending);
        }
    },
    /** Bonferroni: every p-value times the number of tests, at most 1. Simple, and more careful than {@link #HOLM} needs. */
    BONFERRONI {
        @Override
        void adjustSorted(double[] ascending) {
            int tests = ascending.length;
            for (int i = 0; i < tests; i++) {
                ascending[i] = Math.min(1, tests * ascending[i]);
            }
        }
    },
    /** As they are: for one test that was chosen before the data were seen. */
    NONE {
        @Override
        void adjustSorted(double[] ascending) {
            // nothing to raise
        }
    };

    /**
     * Returns the adjusted p-values. None is below the one it came from, and their order does not matter: equal
     * p-values stay equal, and a larger one never ends below a smaller one.
     *
     * @param values the p-values of all tests that were done; may be empty
     * @return the adjusted ones, in the order of the input
     */
    public List<PValue> adjust(List<PValue> values) {
        List<PValue> copy = List.copyOf(values);
        int[] order = IntStream.range(0, copy.size())
                .boxed()
                .sorted(Comparator.comparing(copy::get))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ascending =
                Arrays.stream(order).mapToDouble(i -> copy.get(i).value()).toArray();
        adjustSorted(ascending);
        PValue[] adjusted = new PValue[order.length];
        for (int i = 0; i < order.length; i++) {
            adjusted[order[i]] = PValue.of(ascending[i]);
        }
        return List.of(adjusted);
    }

    /**
     * Adjusts in place.
     *
     * @param ascending the p-values from small to large
     */
    abstract void adjustSorted(double[] ascending);

    private static void stepUp(double[] ascending, double factor) {
        int tests = ascending.length;
        double least = 1;
        for (int i = tests - 1; i >= 0; i--) {
            // the quotient may round to just below the p-value itself
            least = Math.min(least, Math.max(ascending[i], factor * tests * ascending[i] / (i + 1)));
            ascending[i] = least;
        }
    }
}
