package nl.betekenisvolmeten.indicators.survey;

import java.util.OptionalDouble;

/**
 * How many of those who were invited answered. It is a fact about a survey and no estimate, so it has no interval.
 *
 * @param responded how many answered
 * @param invited how many were invited
 */
public record ResponseRate(long responded, long invited) {

    /** @throws IllegalArgumentException if one is negative, or more answered than were invited */
    public ResponseRate {
        if (responded < 0 || invited < responded) {
            throw new IllegalArgumentException(responded + " answers of " + invited + " invited");
        }
    }

    /**
     * The rate.
     *
     * @param responded how many answered
     * @param invited how many were invited
     * @return the rate
     * @throws IllegalArgumentException if one is negative, or more answered than were invited
     */
    public static ResponseRate of(long responded, long invited) {
        return new ResponseRate(responded, invited);
    }

    /**
     * The share that answered.
     *
     * @return from 0 to 1; empty when nobody was invited
     */
    public OptionalDouble share() {
        return invited == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) responded / invited);
    }
}
