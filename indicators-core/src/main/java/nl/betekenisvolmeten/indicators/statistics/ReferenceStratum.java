package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;

/**
 * One stratum of an area beside the same stratum of a reference, such as an age band of a district and of the city, for
 * an indirectly standardised rate or ratio.
 *
 * @param population the persons of the area in it, 0 or more; an empty one adds nothing
 * @param referenceRate the events per person in the reference, 0 or more
 */
public record ReferenceStratum(double population, double referenceRate) {

    /** @throws IllegalArgumentException if one is negative, NaN or infinite */
    public ReferenceStratum {
        Require.amount(population, "a population");
        Require.amount(referenceRate, "a reference rate");
    }

    /**
     * A stratum of which the reference is given as counts.
     *
     * @param population the persons of the area in it, 0 or more
     * @param referenceCount the events of the reference in it, 0 or more
     * @param referencePopulation the persons of the reference in it, above 0
     * @return the stratum
     * @throws IllegalArgumentException if a number is negative, NaN or infinite, or the reference has no population
     */
    public static ReferenceStratum of(double population, long referenceCount, double referencePopulation) {
        Require.count(referenceCount);
        Require.amount(referencePopulation, "a reference population");
        if (referencePopulation == 0) {
            throw new IllegalArgumentException("a reference has a population in each stratum: " + referencePopulation);
        }
        return new ReferenceStratum(population, referenceCount / referencePopulation);
    }

    /**
     * A stratum of which the reference is given as a rate.
     *
     * @param population the persons of the area in it, 0 or more
     * @param referenceRate the events per person in the reference, 0 or more
     * @return the stratum
     * @throws IllegalArgumentException if one is negative, NaN or infinite
     */
    public static ReferenceStratum ofRate(double population, double referenceRate) {
        return new ReferenceStratum(population, referenceRate);
    }

    /**
     * The events an area would have with the rates of the reference: Σ population x reference rate.
     *
     * @param strata of one area; may be empty
     * @return 0 or more
     */
    public static double expected(List<ReferenceStratum> strata) {
        return Sums.of(strata.stream()
                .mapToDouble(stratum -> stratum.population() * stratum.referenceRate())
                .toArray());
    }
}
