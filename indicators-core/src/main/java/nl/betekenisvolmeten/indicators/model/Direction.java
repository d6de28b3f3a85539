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
        /** @throws IllegalArgumentException if {@code from} is above {@code to} */
        public WithinBand {
            if (from.compareTo(to) > 0) {
                throw new IllegalArgumentException("bounds out of order: " + from + ", " + to);
            }
        }
    }

    /** Differences say nothing about good or bad. */
    record NoJudgement() implements Direction {}

    /**
     * Returns which of two values is better: the one nearer to the band where there is one.
     *
     * @param from a value, in the indicator's unit
     * @param to another, in the same unit
     * @return 1 where {@code to} is better, -1 where it is worse, 0 where neither is or nothing is said about it
     */
    default int compare(double from, double to) {
        return Double.compare(closeness(to), closeness(from));
    }

    private double closeness(double value) {
        if (this instanceof WithinBand band) {
            double below = band.from().doubleValue() - value;
            double above = value - band.to().doubleValue();
            // added to zero: minus nothing is nothing
            return 0 - Math.max(0, Math.max(below, above));
        }
        return this instanceof HigherIsBetter ? value : this instanceof LowerIsBetter ? -value : 0;
    }
}
