package nl.betekenisvolmeten.indicators.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How unequally something is spread over areas: one number, 0 when all have the same per unit of weight. With x the
 * figures, W the weights as shares of 1, μ = Σ W x their mean. The unit of the figures and that of the weights don't
 * matter.
 */
public enum Inequality implements Coded {
    /**
     * Gini: Σ Σ W(i) W(j) |x(i) - x(j)| / 2μ, from 0 to below 1. Half the mean difference between two, as a part of the
     * mean.
     *
     * <p>Gini C. Variabilità e mutabilità. Bologna: Cuppini; 1912.
     */
    GINI {
        @Override
        double of(double[] shares, double[] ratios) {
            return Concentration.index(shares, ratios, ratios);
        }
    },
    /**
     * Theil's T: Σ W r ln r with r = x / μ; 0 ln 0 is 0. From 0 to ln of how many there are. Most sensitive at the top.
     *
     * <p>Theil H. Economics and Information Theory. Amsterdam: North-Holland; 1967.
     */
    THEIL_T {
        @Override
        double of(double[] shares, double[] ratios) {
            double[] terms = DoubleStream.of(ratios)
                    .map(r -> r == 0 ? 0 : r * Math.log(r))
                    .toArray();
            return Math.max(0, Sums.ofProducts(shares, terms));
        }
    },
    /**
     * Theil's L, the mean logarithmic deviation: Σ W ln (1 / r) with r = x / μ, from 0. Most sensitive at the bottom; not
     * defined when a figure is 0.
     *
     * <p>Theil H. Economics and Information Theory. Amsterdam: North-Holland; 1967.
     */
    THEIL_L {
        @Override
        double of(double[] shares, double[] ratios) {
            double[] terms = DoubleStream.of(ratios).map(r -> -Math.log(r)).toArray();
            return Math.max(0, Sums.ofProducts(shares, terms));
        }
    },
    /** Coefficient of variation: √(Σ W (x - μ)²) / μ, from 0. The areas are all there are, not a sample. */
    COEFFICIENT_OF_VARIATION {
        @Override
        double of(double[] shares, double[] ratios) {
            double[] terms = DoubleStream.of(ratios).map(r -> (r - 1) * (r - 1)).toArray();
            return Math.sqrt(Sums.ofProducts(shares, terms));
        }
    };

    /**
     * Returns the inequality of figures, each counted as often as its weight, such as inhabitants.
     *
     * @param values the figures, 0 or more
     * @param weights a weight above 0 for each
     * @return the summary; not defined without figures, when all of them are 0, or for {@link #THEIL_L} when one is
     * @throws IllegalArgumentException if there are not as many weights, a figure is negative, NaN or infinite, or a
     *     weight not finite and above 0
     */
    public Statistic estimate(double[] values, double[] weights) {
        Require.asMany(values.length, weights.length);
        DoubleStream.of(values).forEach(value -> Require.amount(value, "a figure"));
        DoubleStream.of(weights).forEach(weight -> Require.positive(weight, "a weight"));
        if (values.length == 0) {
            return Statistic.NotDefined.TOO_FEW_VALUES;
        }
        double[] shares = shares(weights);
        double mean = Sums.ofProducts(shares, values);
        if (mean == 0) {
            return Statistic.NotDefined.ZERO_DENOMINATOR;
        }
        if (this == THEIL_L && DoubleStream.of(values).anyMatch(value -> value == 0)) {
            return Statistic.NotDefined.UNBOUNDED;
        }
        double[] ratios = DoubleStream.of(values).map(value -> value / mean).toArray();
        return new Statistic.Summary(of(shares, ratios), values.length, code());
    }

    /**
     * Returns the inequality of figures that all count the same.
     *
     * @param values the figures, 0 or more
     * @return the summary; not defined as with weights
     * @throws IllegalArgumentException if a figure is negative, NaN or infinite
     */
    public Statistic estimate(double... values) {
        double[] equal = new double[values.length];
        Arrays.fill(equal, 1);
        return estimate(values, equal);
    }

    /**
     * Returns the Gini index of a sample: {@link #GINI} of figures that all count the same, times n / (n - 1), which is
     * right on average where the figures were drawn from more. Areas that are all there are need no such correction.
     *
     * @param values the figures, 0 or more
     * @return the summary; not defined for fewer than two figures, or when all of them are 0
     * @throws IllegalArgumentException if a figure is negative, NaN or infinite
     */
    public static Statistic sampleGini(double... values) {
        if (values.length < 2) {
            return Statistic.NotDefined.TOO_FEW_VALUES;
        }
        double corrected = values.length / (values.length - 1.0);
        Statistic gini = GINI.estimate(values);
        return gini instanceof Statistic.Summary summary
                ? new Statistic.Summary(summary.value() * corrected, values.length, "gini-sample")
                : gini;
    }

    /**
     * Returns the largest figure divided by the smallest: easily understood, and decided by two areas alone.
     *
     * @param values the figures, 0 or more
     * @return the summary, 1 or more; not defined without figures, or when the smallest is 0
     * @throws IllegalArgumentException if a figure is negative, NaN or infinite
     */
    public static Statistic extremes(double... values) {
        DoubleStream.of(values).forEach(value -> Require.amount(value, "a figure"));
        if (values.length == 0) {
            return Statistic.NotDefined.TOO_FEW_VALUES;
        }
        double smallest = DoubleStream.of(values).min().orElseThrow();
        double largest = DoubleStream.of(values).max().orElseThrow();
        return smallest == 0
                ? Statistic.NotDefined.UNBOUNDED
                : new Statistic.Summary(largest / smallest, values.length, "largest-smallest");
    }

    /** Returns the measure, with weights as shares of 1 and figures as multiples of their mean. */
    abstract double of(double[] shares, double[] ratios);

    static double[] shares(double[] weights) {
        double sum = Sums.of(weights);
        return DoubleStream.of(weights).map(weight -> weight / sum).toArray();
    }

    /** Returns the indices of a list in ascending order of its values. */
    static int[] ascending(double[] keys) {
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> keys[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
