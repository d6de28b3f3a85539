package nl.betekenisvolmeten.indicators.statistics;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Pairs of numbers, and what their order says. */
final class Pairs {

    private final double[] x;
    private final double[] y;

    private Pairs(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    static Pairs of(double[] x, double[] y) {
        Require.asMany(x.length, y.length);
        DoubleStream.concat(DoubleStream.of(x), DoubleStream.of(y)).forEach(value -> Require.finite(value, "a number"));
        // 0 and -0 are the same number
        return new Pairs(
                DoubleStream.of(x).map(value -> value + 0.0).toArray(),
                DoubleStream.of(y).map(value -> value + 0.0).toArray());
    }

    int size() {
        return x.length;
    }

    boolean hasTies() {
        return tied(x, t -> t - 1) + tied(y, t -> t - 1) > 0;
    }

    /** Returns the sum of t times a function of t over the groups of equal numbers, with t the size of a group. */
    private static double tied(double[] values, LongUnaryOperator rest) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                sum += (double) (i - start) * rest.applyAsLong(i - start);
                start = i;
            }
        }
        return sum;
    }

    /** Returns the number of pairs of pairs in the same order, less those in opposite order. */
    long score() {
        long score = 0;
        for (int i = 1; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                score += (long) (Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]));
            }
        }
        return score;
    }

    double tau() {
        double all = (double) x.length * (x.length - 1);
        double tau = 2 * score() / Math.sqrt((all - tied(x, t -> t - 1)) * (all - tied(y, t -> t - 1)));
        return Math.max(-1, Math.min(1, tau));
    }

    /** Returns the variance of the score if x and y are independent. */
    double scoreVariance() {
        double n = x.length;
        double twos = tied(x, t -> t - 1) * tied(y, t -> t - 1) / (2 * n * (n - 1));
        double threes = tied(x, t -> (t - 1) * (t - 2)) * tied(y, t -> (t - 1) * (t - 2)) / (9 * n * (n - 1) * (n - 2));
        return untiedVariance() + twos + threes;
    }

    /** Returns the same variance corrected for ties in x and in y, without the terms of ties in both. */
    double untiedVariance() {
        double n = x.length;
        LongUnaryOperator rest = t -> (t - 1) * (2 * t + 5);
        return (n * (n - 1) * (2 * n + 5) - tied(x, rest) - tied(y, rest)) / 18;
    }

    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        int[] order = Inequality.ascending(values);
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                for (int place = start; place < i; place++) {
                    ranks[order[place]] = (start + i + 1) / 2.0;
                }
                start = i;
            }
        }
        return ranks;
    }

    double rankCorrelation() {
        double middle = (x.length + 1) / 2.0;
        double[] one = DoubleStream.of(ranks(x)).map(rank -> rank - middle).toArray();
        double[] other = DoubleStream.of(ranks(y)).map(rank -> rank - middle).toArray();
        double rho = Sums.ofProducts(one, other) / Math.sqrt(Sums.ofProducts(one, one) * Sums.ofProducts(other, other));
        return Math.max(-1, Math.min(1, rho));
    }

    double squaredRankDistance() {
        double[] one = ranks(x);
        double[] other = ranks(y);
        return IntStream.range(0, one.length)
                .mapToDouble(i -> (one[i] - other[i]) * (one[i] - other[i]))
                .sum();
    }

    /** Returns the slopes of all lines through two pairs with different x, in ascending order. */
    double[] slopes() {
        return IntStream.range(1, x.length)
                .boxed()
                .flatMapToDouble(i ->
                        IntStream.range(0, i).filter(j -> x[i] != x[j]).mapToDouble(j -> (y[i] - y[j]) / (x[i] - x[j])))
                .sorted()
                .toArray();
    }
}
