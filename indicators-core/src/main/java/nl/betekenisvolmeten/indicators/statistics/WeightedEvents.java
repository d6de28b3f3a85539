package nl.betekenisvolmeten.indicators.statistics;

/**
 * What Dobson's formula needs of the strata of one area. Sums keep what rounding takes off, so that the order of the
 * strata doesn't show.
 *
 * @param weights Σ w
 * @param events O = Σ x
 * @param population Σ n
 * @param rate Σ (w x / n) / Σ w, per person
 * @param error √(Σ (w² v / n²) / O) / Σ w: by how much the rate moves with one event more
 * @param hasEmptyStratum whether a stratum has nobody in it; the rate means nothing then
 */
record WeightedEvents(
        double weights, double events, double population, double rate, double error, boolean hasEmptyStratum) {

    static WeightedEvents of(double[] counts, double[] variances, double[] populations, double[] weights) {
        check(counts, populations, weights);
        double[] terms = new double[counts.length];
        double[] squares = new double[counts.length];
        boolean empty = false;
        for (int i = 0; i < counts.length; i++) {
            double factor = weights[i] / populations[i];
            terms[i] = weights[i] * counts[i] / populations[i];
            squares[i] = factor * factor * variances[i];
            empty |= populations[i] == 0;
        }
        double weight = Sums.of(weights);
        double events = Sums.of(counts);
        double rate = Sums.of(terms) / weight;
        double error = events == 0 ? 0 : Math.sqrt(Sums.of(squares) / events) / weight;
        return new WeightedEvents(weight, events, Sums.of(populations), rate, error, empty);
    }

    private static void check(double[] counts, double[] populations, double[] weights) {
        Require.asMany(counts.length, populations.length);
        Require.asMany(counts.length, weights.length);
        for (int i = 0; i < counts.length; i++) {
            Require.amount(counts[i], "a count");
            Require.amount(populations[i], "a population");
            Require.amount(weights[i], "a weight");
        }
    }

    /** Returns Dobson's limits of the rate, from Byar's limits of the events; the lower one may be below 0. */
    Interval limits(double z) {
        Interval count = RateMethod.byar(events, z);
        return Interval.of(rate + error * (count.lower() - events), rate + error * (count.upper() - events));
    }
}
