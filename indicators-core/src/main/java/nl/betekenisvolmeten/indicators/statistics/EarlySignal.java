package nl.betekenisvolmeten.indicators.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What deserves a look among many series of counts, such as every question in every district: the latest period of each
 * against its own earlier ones, strongest first, and corrected for how many series were looked at. Without that
 * correction one in twenty would call for attention in a year in which nothing happened.
 *
 * <p>Each series is tested with {@link LatestTest#rate}, and the p-values are raised after
 * {@link MultipleTesting#BENJAMINI_HOCHBERG}: of the series that are called a signal, no more than the chosen share are
 * false ones on average. Counts that vary by more than chance from period to period (seasons, campaigns, late
 * deliveries) give more signals than that, unless {@link Variation#OVERDISPERSED} is asked for. What is listed is a
 * question, not an answer.
 *
 * @param name of the series
 * @param latest the events of the latest period
 * @param expected the events of the latest period, had the rate been that of the earlier ones
 * @param ratio the latest rate against the earlier one with its interval, or why there is none
 * @param pValue of the series alone
 * @param adjusted the p-value corrected for all series that could be tested
 * @param signal whether the adjusted p-value is at most the share of false signals that was asked for
 */
public record EarlySignal(
        String name, long latest, double expected, Statistic ratio, PValue pValue, PValue adjusted, boolean signal) {

    /**
     * One series of counts.
     *
     * @param name of the series
     * @param counts the events of each period, the latest last; 0 or more
     * @param exposures the population or time at risk of each period, 0 or more
     */
    public record Series(String name, List<Long> counts, List<Double> exposures) {

        /**
         * Checks and copies the numbers.
         *
         * @param name of the series
         * @param counts the events of each period
         * @param exposures the exposure of each period
         * @throws IllegalArgumentException if there are not as many of each, or a number is negative, NaN or infinite
         */
        public Series {
            counts = List.copyOf(counts);
            exposures = List.copyOf(exposures);
            Require.asMany(counts.size(), exposures.size());
            counts.forEach(Require::count);
            exposures.forEach(exposure -> Require.amount(exposure, "an exposure"));
        }

        /**
         * A series in which every period has the same exposure.
         *
         * @param name of the series
         * @param counts the events of each period, the latest last
         * @return the series
         * @throws IllegalArgumentException if a count is negative
         */
        public static Series of(String name, long... counts) {
            return new Series(
                    name,
                    LongStream.of(counts).boxed().toList(),
                    LongStream.of(counts).mapToObj(count -> 1.0).toList());
        }

        private int last() {
            return counts.size() - 1;
        }

        private long earlier() {
            return IntStream.range(0, last())
                    .filter(i -> exposures.get(i) > 0)
                    .mapToLong(counts::get)
                    .sum();
        }

        private double earlierExposure() {
            return Sums.of(exposures.subList(0, last()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
        }

        private Optional<LatestTest> test(Variation variation) {
            return LatestTest.rate(
                    counts.stream().mapToLong(Long::longValue).toArray(),
                    exposures.stream().mapToDouble(Double::doubleValue).toArray(),
                    variation);
        }
    }

    /**
     * The list, with counts that vary as {@link Variation#CHANCE} has it. Series of fewer than two periods, without exposure or without any events can't be tested: they are not in
     * it, and don't count in the correction.
     *
     * @param series all that were looked at, also those in which nothing is to be seen: leaving them out would undo the
     *     correction
     * @param falseShare the share of false signals among all signals that is accepted, above 0 and below 1; usually 0.05
     * @return strongest first: by adjusted p-value, then p-value, then the larger change, then the name
     * @throws IllegalArgumentException if the share is not above 0 and below 1
     * @throws ArithmeticException if the counts of a series together are above 1,000,000,000
     */
    public static List<EarlySignal> of(List<Series> series, double falseShare) {
        return of(series, falseShare, Variation.CHANCE);
    }

    /**
     * The list. A series without exposure, without any events, or with too few periods for the variation can't be tested: it
     * is not in it, and doesn't count in the correction.
     *
     * @param series all that were looked at
     * @param falseShare the share of false signals among all signals that is accepted, above 0 and below 1
     * @param variation how much counts are taken to vary from period to period while nothing changes
     * @return strongest first: by adjusted p-value, then p-value, then the larger change, then the name
     * @throws IllegalArgumentException if the share is not above 0 and below 1
     * @throws ArithmeticException if the counts of a series together are above 1,000,000,000
     */
    public static List<EarlySignal> of(List<Series> series, double falseShare, Variation variation) {
        if (!(falseShare > 0 && falseShare < 1)) {
            throw new IllegalArgumentException("a share of false signals above 0 and below 1: " + falseShare);
        }
        List<Series> tested = new ArrayList<>();
        List<PValue> values = new ArrayList<>();
        for (Series one : series) {
            one.test(variation).ifPresent(test -> {
                tested.add(one);
                values.add(test.pValue());
            });
        }
        List<PValue> adjusted = MultipleTesting.BENJAMINI_HOCHBERG.adjust(values);
        List<EarlySignal> signals = new ArrayList<>(IntStream.range(0, tested.size())
                .mapToObj(i -> of(tested.get(i), values.get(i), adjusted.get(i), falseShare))
                .toList());
        signals.sort(Comparator.comparing(EarlySignal::adjusted)
                .thenComparing(EarlySignal::pValue)
                .thenComparing(Comparator.comparingDouble(EarlySignal::change).reversed())
                .thenComparing(EarlySignal::name));
        return List.copyOf(signals);
    }

    private static EarlySignal of(Series series, PValue value, PValue adjusted, double falseShare) {
        long latest = series.counts.get(series.last());
        double exposure = series.exposures.get(series.last());
        Statistic ratio =
                RateRatio.EXACT.estimate(latest, exposure, series.earlier(), series.earlierExposure(), Confidence.P95);
        double expected = series.earlier() * exposure / series.earlierExposure();
        return new EarlySignal(series.name, latest, expected, ratio, value, adjusted, adjusted.value() <= falseShare);
    }

    /**
     * Whether the latest period lies above the earlier ones. Whether that is better depends on the indicator.
     *
     * @return true above, false below or as expected
     */
    public boolean isHigh() {
        return latest > expected;
    }

    /** How far from what is expected, by the factor; a factor to or from 0 is the largest. */
    private double change() {
        return Math.abs(Math.log(latest / expected));
    }
}
