package nl.betekenisvolmeten.indicators.statistics;

/**
 * What is kept of a list of numbers to speak about their mean: how many, their mean and their spread.
 *
 * @param count how many numbers, 0 or more
 * @param mean their mean, in their own unit; 0 when there are none
 * @param standardDeviation the sample standard deviation (divided by count - 1), in their own unit, 0 or more; 0 when
 *     there are fewer than two
 */
public record Sample(long count, double mean, double standardDeviation) {

    /** How far below 0 rounding may put a sum of squared deviations, as a part of the sum of squares. */
    private static final double ROUNDING = 1e-12;

    /**
     * @throws IllegalArgumentException if {@code count} or {@code standardDeviation} is negative, a number is not
     *     finite, fewer than two numbers have a spread, or none have a mean
     */
    public Sample {
        Require.count(count);
        Require.finite(mean, "a mean");
        Require.amount(standardDeviation, "a standard deviation");
        if (count < 2 && standardDeviation != 0) {
            throw new IllegalArgumentException(
                    "fewer than two numbers cannot have a spread: " + standardDeviation + " of " + count);
        }
        if (count == 0 && mean != 0) {
            throw new IllegalArgumentException("no numbers cannot have a mean: " + mean);
        }
    }

    /**
     * Returns a sample whose mean and spread are known.
     *
     * @param count how many numbers, 0 or more
     * @param mean their mean
     * @param standardDeviation the sample standard deviation, divided by count - 1
     * @return the sample
     * @throws IllegalArgumentException as the constructor
     */
    public static Sample of(long count, double mean, double standardDeviation) {
        return new Sample(count, mean, standardDeviation);
    }

    /**
     * Returns a sample whose sums are known, as when totals were sent in. The squared deviations are what is
     * left of the sum of squares after sum² / count is taken off: where the spread is small compared with the mean few digits
     * are left, about 16 less those that the two have in common.
     *
     * @param count how many numbers, 0 or more
     * @param sum their sum
     * @param sumOfSquares the sum of their squares, not below sum² / count
     * @return the sample
     * @throws IllegalArgumentException if the sums can't belong to so many numbers
     */
    public static Sample ofSums(long count, double sum, double sumOfSquares) {
        Require.count(count);
        Require.finite(sum, "a sum");
        Require.amount(sumOfSquares, "a sum of squares");
        if (count == 0) {
            if (sum != 0 || sumOfSquares != 0) {
                throw new IllegalArgumentException("no numbers cannot have a sum: " + sum + " and " + sumOfSquares);
            }
            return new Sample(0, 0, 0);
        }
        double mean = sum / count;
        double squares = Math.fma(-mean, sum, sumOfSquares);
        if (squares < -ROUNDING * sumOfSquares) {
            throw new IllegalArgumentException(
                    "a sum of squares must be at least sum² / count: " + sumOfSquares + " for " + sum + " of " + count);
        }
        return new Sample(count, mean, count < 2 ? 0 : Math.sqrt(Math.max(0, squares) / (count - 1)));
    }

    /**
     * Returns a sample from the numbers themselves, in two passes, so that numbers far from 0 keep their digits.
     *
     * @param values the numbers, finite; may be empty
     * @return the sample
     * @throws IllegalArgumentException if a number is not finite, or their spread is too large for a double
     */
    public static Sample ofValues(double... values) {
        if (values.length == 0) {
            return new Sample(0, 0, 0);
        }
        double[] centred = Sums.centred(values);
        double deviation = values.length < 2 ? 0 : Math.sqrt(Sums.ofProducts(centred, centred) / (values.length - 1));
        return new Sample(values.length, Sums.meanOf(values), deviation);
    }

    /**
     * Returns the variance of the mean: standard deviation² / count.
     *
     * @return 0 or more
     */
    double varianceOfMean() {
        return standardDeviation * standardDeviation / count;
    }
}
