package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;

/**
 * How a directly standardised rate and its interval are made: the rate an area would have with the age structure (or
 * other make-up) of a standard population. For comparing areas that differ in make-up; the level depends on the
 * standard and means little by itself.
 */
public enum DirectMethod {
    /**
     * Dobson's limits around the weighted rate, with Byar's limits of the total count. With w the weights, x the events,
     * n the populations, W = Σ w and O = Σ x: value = Σ (w x / n) / W, V = Σ (w² v / n²) / W² with v the variance of the
     * events (x where they are independent), and the limits are value + √(V / O) (L - O) and value + √(V / O) (U - O),
     * with L and U the limits of O by Byar. Where persons have several events v is Σ f² p(f), and the
     * interval is wider. The lower limit is not below 0.
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

    /**
     * The stable name in files.
     *
     * @return such as {@code dobson-byar}
     */
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
     * @return the estimate; not defined when a stratum has no population, or when there are fewer than
     *     {@link #FEWEST_EVENTS} events in all
     * @throws IllegalArgumentException if there are no strata, all weights are 0, or the rate is not finite
     * @throws ArithmeticException if the total of the events doesn't fit a long
     */
    public Statistic estimate(List<Stratum> strata, Per per, Confidence confidence) {
        double weights = Sums.of(strata.stream().mapToDouble(Stratum::weight).toArray());
        if (weights == 0) {
            throw new IllegalArgumentException("a standard population has weights above 0: " + strata);
        }
        if (strata.stream().anyMatch(stratum -> stratum.population() == 0)) {
            return NotDefined.of(NotDefined.Reason.EMPTY_STRATUM);
        }
        long events = strata.stream().mapToLong(Stratum::count).reduce(0, Math::addExact);
        if (events < FEWEST_EVENTS) {
            return NotDefined.of(NotDefined.Reason.TOO_FEW_EVENTS);
        }
        return dobson(strata, weights, events, per, confidence);
    }

    private Estimate dobson(List<Stratum> strata, double weights, long events, Per per, Confidence confidence) {
        double rate =
                Sums.of(strata.stream().mapToDouble(DirectMethod::weighted).toArray()) / weights;
        double variance = Sums.of(
                strata.stream().mapToDouble(DirectMethod::weightedVariance).toArray());
        double population =
                Sums.of(strata.stream().mapToDouble(Stratum::population).toArray());
        Interval count = RateMethod.BYAR_EXACT.limits(events, confidence);
        double scale = Math.sqrt(variance / events) / weights;
        double lower = Math.max(0, rate + scale * (count.lower() - events));
        double upper = rate + scale * (count.upper() - events);
        Interval interval = Interval.of(per.ratio(lower, 1), per.ratio(upper, 1));
        return new Estimate((double) events, population, per, per.ratio(rate, 1), interval, confidence, code);
    }

    private static double weighted(Stratum stratum) {
        return stratum.weight() * stratum.count() / stratum.population();
    }

    private static double weightedVariance(Stratum stratum) {
        double factor = stratum.weight() / stratum.population();
        return factor * factor * stratum.countVariance();
    }
}
