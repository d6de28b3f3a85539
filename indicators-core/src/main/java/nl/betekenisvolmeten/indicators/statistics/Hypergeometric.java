package nl.betekenisvolmeten.indicators.statistics;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The first cell of a table of two by two with all totals fixed, for any odds ratio. */
final class Hypergeometric {

    /** All outcomes are walked through, many times over. */
    static final long MOST_OUTCOMES = 100_000;

    private static final double LOG_TOLERANCE = Math.log1p(1e-7);
    private static final double STEEPEST = 4096;

    private final long minimum;
    private final double[] logWeights;
    private final int seen;

    /**
     * Creates the distribution that a table belongs to.
     *
     * @param table of two by two
     * @throws ArithmeticException if the first cell could have more than {@link #MOST_OUTCOMES} values
     */
    Hypergeometric(CrossTable table) {
        long row = table.count(0, 0) + table.count(0, 1);
        long column = table.count(0, 0) + table.count(1, 0);
        long rest = table.count(1, 1) - table.count(0, 0);
        minimum = Math.max(0, -rest);
        long outcomes = Math.min(row, column) - minimum + 1;
        if (outcomes > MOST_OUTCOMES) {
            throw new ArithmeticException(
                    "this method walks through at most " + MOST_OUTCOMES + " tables: " + outcomes);
        }
        seen = (int) (table.count(0, 0) - minimum);
        logWeights = new double[(int) outcomes];
        for (int i = 1; i < logWeights.length; i++) {
            double k = minimum + i;
            logWeights[i] = logWeights[i - 1] + Math.log((row - k + 1) * (column - k + 1) / (k * (rest + k)));
        }
    }

    boolean isMinimum() {
        return seen == 0;
    }

    boolean isMaximum() {
        return seen == logWeights.length - 1;
    }

    /** Returns the probabilities of all values of the first cell for a log odds ratio. */
    private double[] probabilities(double logOdds) {
        double[] logs = IntStream.range(0, logWeights.length)
                .mapToDouble(i -> logWeights[i] + i * logOdds)
                .toArray();
        double greatest = DoubleStream.of(logs).max().orElseThrow();
        double[] weights =
                DoubleStream.of(logs).map(log -> Math.exp(log - greatest)).toArray();
        double sum = Sums.of(weights);
        return DoubleStream.of(weights).map(weight -> weight / sum).toArray();
    }

    /** Returns the probability of all outcomes no more likely than the observed one, without association. */
    double twoSided() {
        double[] all = probabilities(0);
        double bound = logWeights[seen] + LOG_TOLERANCE;
        return Math.min(
                1,
                Sums.of(IntStream.range(0, all.length)
                        .filter(i -> logWeights[i] <= bound)
                        .mapToDouble(i -> all[i])
                        .toArray()));
    }

    /** Returns the probability of the observed value or less, without association. */
    double orLess() {
        return Math.min(1, part(0, 0, seen + 1));
    }

    /** Returns the probability of the observed value or more, without association. */
    double orMore() {
        return Math.min(1, part(0, seen, logWeights.length));
    }

    /** Returns the odds ratio under which the observed value is the expected one. */
    double likeliestOdds() {
        return solve(
                logOdds -> {
                    double[] all = probabilities(logOdds);
                    return Sums.of(IntStream.range(0, all.length)
                            .mapToDouble(i -> i * all[i])
                            .toArray());
                },
                seen);
    }

    /** Returns the odds ratio under which the observed value or more has this probability. */
    double oddsForMore(double tail) {
        return solve(logOdds -> part(logOdds, seen, logWeights.length), tail);
    }

    /** Returns the odds ratio under which the observed value or less has this probability. */
    double oddsForLess(double tail) {
        return solve(logOdds -> -part(logOdds, 0, seen + 1), -tail);
    }

    private double part(double logOdds, int from, int to) {
        double[] all = probabilities(logOdds);
        return Sums.of(IntStream.range(from, to).mapToDouble(i -> all[i]).toArray());
    }

    /** Returns the odds ratio at which a function that rises with its logarithm has a value, by bisection. */
    private static double solve(DoubleUnaryOperator rising, double value) {
        double reach = 1;
        while (reach < STEEPEST && (rising.applyAsDouble(-reach) > value || rising.applyAsDouble(reach) < value)) {
            reach *= 2;
        }
        return Math.exp(ProportionRatio.halved(reach, middle -> rising.applyAsDouble(middle) >= value));
    }
}
