package nl.betekenisvolmeten.indicators.statistics;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Sums that keep what rounding takes off (Neumaier's variant of Kahan's), so that the order of areas or strata doesn't
 * show.
 */
final class Sums {

    private Sums() {}

    /**
     * Returns the sum.
     *
     * @param values finite numbers
     * @return their sum; 0 for none
     */
    static double of(double... values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        return sum + lost;
    }

    /**
     * Returns the mean. Numbers that are all the same have that number as their mean, to the last bit: a sum divided
     * again may be a rounding off, and what never changed would then differ from its own mean.
     *
     * @param values finite numbers, one or more
     * @return their mean
     */
    static double meanOf(double... values) {
        return areEqual(values) ? values[0] : of(values) / values.length;
    }

    /**
     * Returns whether all numbers are the same.
     *
     * @param values finite numbers
     * @return true for one number or more, all the same
     */
    static boolean areEqual(double... values) {
        return values.length > 0 && DoubleStream.of(values).allMatch(value -> value == values[0]);
    }

    /**
     * Returns how far numbers are from their mean.
     *
     * @param values finite numbers, one or more
     * @return the differences, in the same order
     */
    static double[] centred(double... values) {
        double mean = meanOf(values);
        return DoubleStream.of(values).map(value -> value - mean).toArray();
    }

    /**
     * Returns numbers divided by a power of two, so that their squares neither overflow nor vanish. No digit is lost.
     *
     * @param values finite numbers
     * @return the scaled numbers, the largest between 1 and 2 in absolute value; zeros if all are zero
     */
    static double[] scaled(double... values) {
        int exponent = exponent(values);
        return DoubleStream.of(values)
                .map(value -> Math.scalb(value, -exponent))
                .toArray();
    }

    /** Returns the power of two by which {@link #scaled} divides. */
    static int exponent(double... values) {
        return Math.getExponent(DoubleStream.of(values).map(Math::abs).max().orElse(1));
    }

    /**
     * Returns counts as numbers for computation.
     *
     * @param counts whole numbers
     * @return the same numbers
     */
    static double[] doubles(long... counts) {
        return LongStream.of(counts).asDoubleStream().toArray();
    }

    /**
     * Returns the sum of products, term by term.
     *
     * @param one finite numbers
     * @param other as many
     * @return the sum; 0 for none
     */
    static double ofProducts(double[] one, double[] other) {
        double[] products = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            products[i] = one[i] * other[i];
        }
        return of(products);
    }
}
