package nl.betekenisvolmeten.indicators.model;

import java.math.BigDecimal;

/** Which way is better. */
public sealed interface Direction {

    /** More is better. */
    record HigherIsBetter() implements Direction {}

    /** Less is better. */
    record LowerIsBetter() implements Direction {}

    /**
     * Between two values is best.
     *
     * @param from the least that is good
     * @param to the most that is good
     */
    record WithinBand(BigDecimal from, BigDecimal to) implements Direction {
        /**
         * Checks the order.
         *
         * @param from the least that is good
         * @param to the most that is good
         * @throws IllegalArgumentException if they are out of order
         */
        public WithinBand {
            if (from.compareTo(to) > 0) {
                throw new IllegalArgumentException("a band out of order: " + from + ", " + to);
            }
        }
    }

    /** Differences say nothing about good or bad. */
    record NoJudgement() implements Direction {}
}
