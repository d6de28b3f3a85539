package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;

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
    DOBSON_BYAR("dobson-byar");

    /** Below this many events in all there is no standardised rate: its value hangs on single events. */
    public static final long FEWEST_EVENTS = 10;

    private final String code;

    DirectMethod(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /**
     * A directly standardised rate. Its parts are the total events and the total population, so that the crude rate is
     * at hand; the value is not their quotient.
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
     * The same from bare numbers, for many areas at once: no objects are made for the strata. The events are taken to be
     * independent and need not be whole.
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
            throw new IllegalArgumentException("a standard population has weights above 0: " + sums.weights());
        }
        if (sums.hasEmptyStratum()) {
            return NotDefined.of(NotDefined.Reason.EMPTY_STRATUM);
        }
        if (sums.events() < FEWEST_EVENTS) {
            return NotDefined.of(NotDefined.Reason.TOO_FEW_EVENTS);
        }
        if (confidence.isCertain()) {
            return NotDefined.of(NotDefined.Reason.UNBOUNDED);
        }
        Interval rates = sums.limits(confidence.z());
        Interval interval = Interval.of(per.ratio(Math.max(0, rates.lower()), 1), per.ratio(rates.upper(), 1));
        return new Estimate(
                sums.events(), sums.population(), per, per.ratio(sums.rate(), 1), interval, confidence, code);
    }
}
