package nl.betekenisvolmeten.indicators.statistics;

import java.util.Optional;

/** What a method answers: a figure of some kind, or the reason that there is none. Never NaN. */
public sealed interface Statistic permits Estimate, Effect, TestResult, Summary, NotDefined {

    /**
     * The estimate, if this is one.
     *
     * @return the estimate, or empty when the statistic is not defined or of another kind
     */
    default Optional<Estimate> estimate() {
        return this instanceof Estimate estimate ? Optional.of(estimate) : Optional.empty();
    }

    /**
     * The difference, ratio or slope, if this is one.
     *
     * @return the effect, or empty when the statistic is not defined or of another kind
     */
    default Optional<Effect> effect() {
        return this instanceof Effect effect ? Optional.of(effect) : Optional.empty();
    }

    /**
     * What a test says, if this is a test.
     *
     * @return the result, or empty when the test is not defined or this is no test
     */
    default Optional<TestResult> testResult() {
        return this instanceof TestResult result ? Optional.of(result) : Optional.empty();
    }

    /**
     * The number that describes a list, if this is one.
     *
     * @return the summary, or empty when the statistic is not defined or of another kind
     */
    default Optional<Summary> summary() {
        return this instanceof Summary summary ? Optional.of(summary) : Optional.empty();
    }
}
