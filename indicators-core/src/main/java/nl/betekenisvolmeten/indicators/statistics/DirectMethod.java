package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.Per;

/**
 * How a directly standardised rate and its interval are made: the rate an area would have with the age structure (or
 * other make-up) of a standard population. For comparing areas that differ in make-up; the level depends on the
 * standard and means little by itself.
 */
public enum DirectMethod implements IntervalMethod {
    /**
     * Dobson's limits around the weighted rate, with Byar's limits of the total count. With w the weights, x the events,
     * n the populations, W = Σ w and O = Σ x: value = Σ (w x / n) / W, V = Σ (w² v / n²) / W² with v the variance of the
     * events (x where they are independent), and the limits are value + √(V / O) (L - O) and value + √(V / O) (U - O),
     * with L and U the limits of O by Byar. Where persons have several events v is Σ f² p(f), and the
     * interval is wider. The formula can put the lower limit below 0, as R's PHEindicatormethods shows it; no rate is
     * that low, and here the limit is then 0.
     *
     * <p>Only the proportions of the weights matter. A stratum with weight 0 still adds its events to O.
     *
     * <p>Dobson AJ, Kuulasmaa K, Eberle E, Scherer J. Confidence intervals for weighted sums of Poisson parameters.
     * Statistics in Medicine 1991;10:457-462, doi:10.1002/sim.4780100317.
     */
    DOBSON_BYAR;

    /** Below this many events in all there is no standardised rate: its value hangs on single events. */
    public static final long FEWEST_EVENTS = 10;

    /**
     * Returns a directly standardised rate. Its parts are the total events and the total population, so that the crude
     * rate is at hand; the value is not their quotient.
     *
     * @param strata one or more
     * @param per the unit of the result, such as per 1000
     * @param confidence how sure the interval is
     * @return the estimate; not defined when a stratum has no population, when there are fewer than
     *     {@link #FEWEST_EVENTS} events in all, or for {@link Confidence#CERTAIN}
     * @throws IllegalArgumentException if there are no strata, all weights are 0, or the rate is not finite
     */
    public Statistic estimate(List<Stratum> strata, Per per, Confidence confidence) {
        // one pass: a stream for each array takes ten times as long as the sums
        int size = strata.size();
        double[] counts = new double[size];
        double[] variances = new double[size];
        double[] populations = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            Stratum stratum = strata.get(i);
            counts[i] = stratum.count();
            variances[i] = stratum.countVariance();
            populations[i] = stratum.population();
            weights[i] = stratum.weight();
        }
        return estimate(counts, variances, populations, weights, per, confidence);
    }

    /**
     * Returns the same from bare numbers, for many areas at once: no objects are made for the strata. The events are
     * taken to be independent and need not be whole.
     *
     * @param counts the events in each stratum, 0 or more
     * @param populations the persons in each stratum, 0 or more
     * @param weights the weight of each stratum in the standard population, 0 or more
     * @param per the unit of the result, such as per 1000
     * @param confidence how sure the interval is
     * @return the estimate; not defined as for the strata themselves
     * @throws IllegalArgumentException if there are not as many of each, a number is negative, NaN or infinite, all
     *     weights are 0, or the rate is not finite
     */
    public Statistic estimate(double[] counts, double[] populations, double[] weights, Per per, Confidence confidence) {
        return estimate(counts, counts, populations, weights, per, confidence);
    }

    private Statistic estimate(
            double[] counts,
            double[] variances,
            double[] populations,
            double[] weights,
            Per per,
            Confidence confidence) {
        WeightedEvents sums = WeightedEvents.of(counts, variances, populations, weights);
        if (sums.weights() == 0) {
            throw new IllegalArgumentException("a standard population must have weights above 0: " + sums.weights());
        }
        if (sums.hasEmptyStratum()) {
            return Statistic.NotDefined.EMPTY_STRATUM;
        }
        if (sums.events() < FEWEST_EVENTS) {
            return Statistic.NotDefined.TOO_FEW_EVENTS;
        }
        if (confidence.isCertain()) {
            return Statistic.NotDefined.UNBOUNDED;
        }
        Interval rates = sums.limits(confidence.z());
        Interval interval = Interval.of(per.ratio(Math.max(0, rates.lower()), 1), per.ratio(rates.upper(), 1));
        return new Statistic.Estimate(
                sums.events(), sums.population(), per, per.ratio(sums.rate(), 1), interval, confidence, code());
    }

    /**
     * One stratum of an area, such as an age band, for a directly standardised rate.
     *
     * @param count the events in it, 0 or more
     * @param countVariance the variance of the count, 0 or more: the count itself where the events are independent, more
     *     where some persons have several
     * @param population the persons in it, 0 or more; may be fractional, as with averages over years
     * @param weight its weight in the standard population, 0 or more, in any unit
     */
    public record Stratum(long count, long countVariance, double population, double weight) {

        /** @throws IllegalArgumentException if a number is negative, NaN or infinite */
        public Stratum {
            Require.count(count);
            Require.count(countVariance);
            Require.amount(population, "a population");
            Require.amount(weight, "a weight");
        }

        /**
         * Returns a stratum with independent events, such as persons who are each counted once.
         *
         * @param count the events in it, 0 or more
         * @param population the persons in it, 0 or more
         * @param weight its weight in the standard population, 0 or more
         * @return the stratum
         * @throws IllegalArgumentException if one is negative, NaN or infinite
         */
        public static Stratum of(long count, double population, double weight) {
            return new Stratum(count, count, population, weight);
        }

        /**
         * Returns a stratum in which a person may have several events, such as clients of more than one service. The
         * count is Σ f p(f), its variance Σ f² p(f), with p(f) the persons who had exactly f events.
         *
         * @param personsByEvents for a number of events, 1 or more, how many persons had exactly that many
         * @param population the persons in the stratum, with and without events, 0 or more
         * @param weight its weight in the standard population, 0 or more
         * @return the stratum
         * @throws IllegalArgumentException if a number of events is below 1, or a number of persons, the population or the
         *     weight is negative, NaN or infinite
         * @throws ArithmeticException if the events don't fit a long
         */
        public static Stratum ofRepeated(Map<Integer, Long> personsByEvents, double population, double weight) {
            long count = 0;
            long variance = 0;
            for (Map.Entry<Integer, Long> entry : personsByEvents.entrySet()) {
                long events = entry.getKey();
                long persons = entry.getValue();
                if (events < 1) {
                    throw new IllegalArgumentException("a number of events must be 1 or more: " + events);
                }
                Require.count(persons);
                count = Math.addExact(count, Math.multiplyExact(events, persons));
                variance = Math.addExact(variance, Math.multiplyExact(events * events, persons));
            }
            return new Stratum(count, variance, population, weight);
        }
    }
}
