package nl.betekenisvolmeten.indicators.statistics;

/**
 * A number that describes a list of numbers, without an interval: a quantile, an index of inequality.
 *
 * @param value the number, finite
 * @param count of how many numbers
 * @param method the stable code of the method, such as {@code gini}
 */
public record Summary(double value, long count, String method) implements Statistic {

    /** @throws IllegalArgumentException if the value is not finite, the count is negative or the method is blank */
    public Summary {
        Require.finite(value, "a summary");
        Require.count(count);
        Require.named(method, "the code of a method");
    }
}
