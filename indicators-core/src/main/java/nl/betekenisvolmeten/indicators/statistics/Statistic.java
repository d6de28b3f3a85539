package nl.betekenisvolmeten.indicators.statistics;

import java.util.Optional;

/** What a method answers: an estimate, or the reason that there is none. Never NaN. */
public sealed interface Statistic permits Estimate, NotDefined {

    /**
     * The estimate, if there is one.
     *
     * @return the estimate, or empty when the statistic is not defined
     */
    default Optional<Estimate> estimate() {
        return this instanceof Estimate estimate ? Optional.of(estimate) : Optional.empty();
    }
}
