package nl.betekenisvolmeten.indicators.statistics;

import java.util.Map;

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

    /** @throws IllegalArgumentException if one is negative, NaN or infinite */
    public Stratum {
        Require.count(count);
        Require.count(countVariance);
        Require.amount(population, "a population");
        Require.amount(weight, "a weight");
    }

    /**
     * A stratum with independent events, such as persons who are each counted once.
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
     * A stratum in which a person may have several events, such as clients of more than one service. The count is Σ f
     * p(f), its variance Σ f² p(f), with p(f) the persons who had exactly f events.
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
                throw new IllegalArgumentException("persons are grouped by 1 event or more: " + events);
            }
            Require.count(persons);
            count = Math.addExact(count, Math.multiplyExact(events, persons));
            variance = Math.addExact(variance, Math.multiplyExact(events * events, persons));
        }
        return new Stratum(count, variance, population, weight);
    }
}
