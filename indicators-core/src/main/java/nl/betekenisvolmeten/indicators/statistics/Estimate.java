package nl.betekenisvolmeten.indicators.statistics;

import nl.betekenisvolmeten.indicators.Per;

/**
 * A figure with its uncertainty and the parts that it was made of, so that it can be checked, added up again from its
 * parts, and read in the right unit. Nothing is rounded.
 *
 * @param numerator the count or sum above the line
 * @param denominator the number, population or time below the line
 * @param per the unit of the value and of the interval
 * @param value the figure, finite; per x numerator / denominator, except for a directly standardised rate
 * @param interval the interval, in the same unit as the value
 * @param confidence how sure the interval is
 * @param method the stable code of the method that made the interval, such as {@code wilson}
 */
public record Estimate(
        double numerator,
        double denominator,
        Per per,
        double value,
        Interval interval,
        Confidence confidence,
        String method)
        implements Statistic {

    /** @throws IllegalArgumentException if a number is not finite or the method is blank */
    public Estimate {
        if (!Double.isFinite(numerator) || !Double.isFinite(denominator) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "an estimate is finite: " + value + " from " + numerator + " / " + denominator);
        }
        Require.named(method, "the code of a method");
    }
}
