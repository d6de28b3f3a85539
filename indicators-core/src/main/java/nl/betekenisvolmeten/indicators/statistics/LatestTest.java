package nl.betekenisvolmeten.indicators.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether the latest figure of a series is other than its earlier ones lead to expect.
 *
 * <p>With {@link Variation#CHANCE} the latest period is tested against the earlier ones together: rates exactly, shares
 * with chi-square, or exactly where fewer than 5 are expected. With {@link Variation#OVERDISPERSED} the larger p-value
 * counts of that test and a t test whose variance is multiplied by φ = Σ (x - m)² / (v (k - 1)), with m and v the
 * mean and variance that the k earlier periods together lead to expect: what the factor of a p′ or u′ chart is for, on k -
 * 1 degrees of freedom. φ is not raised to 1: the test by chance already guards that side.
 *
 * @param latest the latest figure: a number of events, or a value
 * @param expected the same, had it gone as in the earlier periods
 * @param dispersion φ; empty with {@link Variation#CHANCE}, without events in the earlier periods, and for single numbers
 * @param pValue of the two-sided test
 */
public record LatestTest(double latest, double expected, Optional<Double> dispersion, PValue pValue) {

    /** With fewer earlier periods their own variation is not known, and there is no test by it. */
    public static final int FEWEST_EARLIER = 3;

    /** Below this expected count a share is tested exactly. */
    private static final double FEW = 5;

    /** A p-value that is 0 to the computer is taken for this one. */
    private static final double SMALLEST = 1e-300;

    /**
     * Returns the latest count of events, by exposure. Periods without exposure are passed over.
     *
     * @param counts the events of each period, the latest last; 0 or more
     * @param exposures the population or time at risk of each period; 0 or more
     * @param variation how much the series is taken to vary
     * @return the test; empty without exposure in the latest period or an earlier one, without any events, or with too few
     *     earlier periods for the variation
     * @throws IllegalArgumentException if there are not as many of each, or a number is negative, NaN or infinite
     * @throws ArithmeticException if the counts together are above 1,000,000,000
     */
    public static Optional<LatestTest> rate(long[] counts, double[] exposures, Variation variation) {
        Require.asMany(counts.length, exposures.length);
        for (int i = 0; i < counts.length; i++) {
            Require.count(counts[i]);
            Require.amount(exposures[i], "an exposure");
        }
        Parts parts = new Parts(counts, exposures);
        if (!parts.canBeTested(variation) || parts.allEvents() == 0) {
            return Optional.empty();
        }
        PValue chance = RateRatio.EXACT
                .test(parts.events, parts.size, parts.earlierEvents, parts.earlierSize)
                .testResult()
                .orElseThrow()
                .pValue();
        double share = parts.size / (parts.size + parts.earlierSize);
        double spread = parts.allEvents() * share * (1 - share);
        double gap = parts.events - parts.allEvents() * share;
        return Optional.of(parts.result(variation, chance, gap, spread, parts.earlierEvents / parts.earlierSize, 1));
    }

    /**
     * Returns the latest share. Periods with nobody are passed over.
     *
     * @param numerators how many had it in each period, the latest last
     * @param denominators of how many
     * @param variation how much the series is taken to vary
     * @return the test; empty with nobody in the latest period or the earlier ones, where all or nobody had it, or with too
     *     few earlier periods for the variation
     * @throws IllegalArgumentException if there are not as many of each, or a numerator is not part of its denominator
     * @throws ArithmeticException if an exact test would take more than 100,000 terms
     */
    public static Optional<LatestTest> share(long[] numerators, long[] denominators, Variation variation) {
        Require.parts(numerators, denominators);
        Parts parts = new Parts(numerators, Sums.doubles(denominators));
        long all = (long) (parts.size + parts.earlierSize);
        if (!parts.canBeTested(variation) || parts.allEvents() == 0 || parts.allEvents() == all) {
            return Optional.empty();
        }
        CrossTable table = CrossTable.ofGroups(
                new long[] {parts.events, parts.earlierEvents},
                new long[] {(long) parts.size, (long) parts.earlierSize});
        double fewest =
                Math.min(parts.allEvents(), all - parts.allEvents()) * Math.min(parts.size, parts.earlierSize) / all;
        PValue chance = fewest < FEW
                ? FisherExact.test(table).pValue()
                : ChiSquareTest.independence(table, ChiSquareTest.Continuity.NONE)
                        .testResult()
                        .orElseThrow()
                        .pValue();
        double pooled = (double) parts.allEvents() / all;
        double spread = pooled * (1 - pooled) * parts.size * parts.earlierSize / all;
        double gap = parts.events - pooled * parts.size;
        double earlier = parts.earlierEvents / parts.earlierSize;
        return Optional.of(parts.result(variation, chance, gap, spread, earlier, 1 - earlier));
    }

    /**
     * Returns the latest of single numbers, such as hours: Student's t of a number that is still to come, (x - m) / (s
     * √(1 + 1 / k)). They always vary as they themselves did.
     *
     * @param values finite, the latest last
     * @return the test; empty with fewer than {@link #FEWEST_EARLIER} earlier numbers, or where those are all the same
     * @throws IllegalArgumentException if a value is not finite
     */
    public static Optional<LatestTest> number(double... values) {
        Arrays.stream(values).forEach(value -> Require.finite(value, "a value"));
        int earlier = values.length - 1;
        if (earlier < FEWEST_EARLIER) {
            return Optional.empty();
        }
        double[] before = Arrays.copyOf(values, earlier);
        double mean = Sums.meanOf(before);
        double[] centred = Sums.centred(before);
        double squares = Sums.ofProducts(centred, centred);
        if (squares == 0) {
            return Optional.empty();
        }
        double error = Math.sqrt(squares / (earlier - 1) * (1 + 1.0 / earlier));
        double p = Tails.studentBeyond((values[earlier] - mean) / error, earlier - 1.0);
        return Optional.of(new LatestTest(values[earlier], mean, Optional.empty(), PValue.of(p)));
    }

    /**
     * Returns how strongly it speaks: the decimals of the p-value, -log10 p. 2 is one in a hundred, 3 one in a
     * thousand.
     *
     * @return 0 to 300
     */
    public double strength() {
        return Math.abs(Math.log10(Math.max(SMALLEST, pValue.value())));
    }

    /**
     * Returns whether the latest figure lies above the earlier ones. Whether that is better depends on the indicator.
     *
     * @return true above, false below or as expected
     */
    public boolean isHigh() {
        return latest > expected;
    }

    /** The latest period and the earlier ones together, without those that have no size. */
    private static final class Parts {

        private final long events;
        private final double size;
        private final long earlierEvents;
        private final double earlierSize;
        private final double[] counts;
        private final double[] sizes;

        private Parts(long[] counts, double[] sizes) {
            int last = counts.length - 1;
            events = last < 0 ? 0 : counts[last];
            size = last < 0 ? 0 : sizes[last];
            int[] earlier = IntStream.range(0, Math.max(0, last))
                    .filter(i -> sizes[i] > 0)
                    .toArray();
            this.sizes = Arrays.stream(earlier).mapToDouble(i -> sizes[i]).toArray();
            this.counts =
                    Arrays.stream(earlier).mapToDouble(i -> (double) counts[i]).toArray();
            earlierSize = Sums.of(this.sizes);
            earlierEvents = Arrays.stream(earlier).mapToLong(i -> counts[i]).sum();
        }

        long allEvents() {
            return events + earlierEvents;
        }

        boolean canBeTested(Variation variation) {
            return size > 0 && counts.length >= (variation == Variation.CHANCE ? 1 : FEWEST_EARLIER);
        }

        /**
         * Returns the test, given the earlier rate p and the other factor of its variance: 1 for events, 1 - p for
         * shares.
         */
        LatestTest result(Variation variation, PValue chance, double gap, double spread, double earlier, double rest) {
            double expected = earlier * size;
            if (variation == Variation.CHANCE || earlier * rest == 0) {
                return new LatestTest((double) events, expected, Optional.empty(), chance);
            }
            double[] terms = new double[counts.length];
            for (int i = 0; i < terms.length; i++) {
                double off = counts[i] - earlier * sizes[i];
                terms[i] = off * off / (earlier * rest * sizes[i]);
            }
            int freedom = terms.length - 1;
            double dispersion = Sums.of(terms) / freedom;
            double widened =
                    dispersion == 0 ? 0 : Tails.studentBeyond(gap / Math.sqrt(dispersion * spread), (double) freedom);
            return new LatestTest(
                    (double) events, expected, Optional.of(dispersion), PValue.of(Math.max(chance.value(), widened)));
        }
    }

    /** How much figures of one series are taken to vary from period to period while nothing changes. */
    public enum Variation implements Coded {
        /** As counts of events that have nothing to do with each other do: Poisson or binomial. */
        CHANCE,
        /**
         * As the earlier periods themselves did, and no less than by chance: visits come in groups, and seasons and campaigns
         * come and go. Takes three earlier periods or more.
         */
        OVERDISPERSED
    }
}
