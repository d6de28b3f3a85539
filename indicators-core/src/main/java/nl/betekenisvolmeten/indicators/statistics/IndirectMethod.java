package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import nl.betekenisvolmeten.indicators.Per;

/**
 * How an indirectly standardised ratio or rate and its interval are made: the events of an area against those it would
 * have with the rates of a reference in each age band (or other stratum). Needs the area's events only in total, and so
 * suits small areas. Two areas compared in this way are each compared with the reference, not with each other. The
 * expected number is taken as known.
 */
public enum IndirectMethod {
    /**
     * The limits of the observed count by {@link RateMethod#BYAR_EXACT}, divided by the expected number.
     *
     * <p>Breslow NE, Day NE. Statistical Methods in Cancer Research, volume II. Lyon: IARC; 1987, pages 65-72.
     */
    BYAR_EXACT(RateMethod.BYAR_EXACT),
    /** The limits of the observed count by {@link RateMethod#EXACT}, divided by the expected number. */
    EXACT(RateMethod.EXACT);

    private final RateMethod counts;

    IndirectMethod(RateMethod counts) {
        this.counts = counts;
    }

    /**
     * Returns the stable name in files.
     *
     * @return such as {@code indirect-byar-exact}
     */
    public String code() {
        return "indirect-" + counts.code();
    }

    /**
     * Returns the ratio observed / expected: 1 (or 100) is as in the reference.
     *
     * @param observed the events of the area, 0 or more
     * @param expected the events with the rates of the reference, 0 or more; see {@link Stratum#expected}
     * @param per {@link Per#ONE} for a ratio around 1, {@link Per#HUNDRED} for one around 100
     * @param confidence how sure the interval is
     * @return the estimate, with the two numbers as its parts; not defined when nothing is expected, or for
     *     {@link Confidence#CERTAIN}
     * @throws IllegalArgumentException if a number is negative, NaN or infinite, or the expected one so near 0 that the
     *     ratio is not finite
     * @throws ArithmeticException if the method is exact and the count above 1,000,000,000
     */
    public Statistic ratio(long observed, double expected, Per per, Confidence confidence) {
        return rate(observed, expected, 1, per, confidence);
    }

    /**
     * Returns the rate that the reference would have if the ratio observed / expected held there: ratio x reference
     * rate. Its parts are the observed events and the population that would give as many as expected at the reference
     * rate.
     *
     * @param observed the events of the area, 0 or more
     * @param expected the events with the rates of the reference, 0 or more
     * @param referenceRate the events per person of the whole reference, above 0
     * @param per the unit of the result, such as per 1000
     * @param confidence how sure the interval is
     * @return the estimate; not defined when nothing is expected, or for
     *     {@link Confidence#CERTAIN}
     * @throws IllegalArgumentException if a number is negative, NaN or infinite, the reference rate is 0, or the
     *     expected number is so near 0 that the rate is not finite
     * @throws ArithmeticException if the method is exact and the count above 1,000,000,000
     */
    public Statistic rate(long observed, double expected, double referenceRate, Per per, Confidence confidence) {
        Require.count(observed);
        Require.amount(expected, "an expected number");
        Require.amount(referenceRate, "a reference rate");
        if (referenceRate == 0) {
            throw new IllegalArgumentException("a reference rate must be above 0: " + referenceRate);
        }
        if (expected == 0) {
            return Statistic.NotDefined.NOTHING_EXPECTED;
        }
        if (confidence.isCertain()) {
            return Statistic.NotDefined.UNBOUNDED;
        }
        double population = expected / referenceRate;
        Interval count = counts.limits((double) observed, confidence);
        return new Statistic.Estimate(
                (double) observed,
                population,
                per,
                per.ratio((double) observed, population),
                Interval.of(per.ratio(count.lower(), population), per.ratio(count.upper(), population)),
                confidence,
                code());
    }

    /**
     * One stratum of an area and the same stratum of a reference, such as an age band of a district and of the city, for
     * an indirectly standardised rate or ratio.
     *
     * @param population the persons of the area in it, 0 or more; an empty one adds nothing
     * @param referenceRate the events per person in the reference, 0 or more
     */
    public record Stratum(double population, double referenceRate) {

        /**
         * @throws IllegalArgumentException if {@code population} or {@code referenceRate} is negative, NaN or infinite
         */
        public Stratum {
            Require.amount(population, "a population");
            Require.amount(referenceRate, "a reference rate");
        }

        /**
         * Returns a stratum whose reference is given as counts.
         *
         * @param population the persons of the area in it, 0 or more
         * @param referenceCount the events of the reference in it, 0 or more
         * @param referencePopulation the persons of the reference in it, above 0
         * @return the stratum
         * @throws IllegalArgumentException if a number is negative, NaN or infinite, or the reference has no population
         */
        public static Stratum of(double population, long referenceCount, double referencePopulation) {
            Require.count(referenceCount);
            Require.amount(referencePopulation, "a reference population");
            if (referencePopulation == 0) {
                throw new IllegalArgumentException(
                        "a reference must have a population in each stratum: " + referencePopulation);
            }
            return new Stratum(population, referenceCount / referencePopulation);
        }

        /**
         * Returns a stratum whose reference is given as a rate.
         *
         * @param population the persons of the area in it, 0 or more
         * @param referenceRate the events per person in the reference, 0 or more
         * @return the stratum
         * @throws IllegalArgumentException if one is negative, NaN or infinite
         */
        public static Stratum ofRate(double population, double referenceRate) {
            return new Stratum(population, referenceRate);
        }

        /**
         * Returns the events an area would have with the rates of the reference: Σ population x reference rate.
         *
         * @param strata of one area; may be empty
         * @return 0 or more
         */
        public static double expected(List<Stratum> strata) {
            return Sums.of(strata.stream()
                    .mapToDouble(stratum -> stratum.population() * stratum.referenceRate())
                    .toArray());
        }
    }
}
