package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import nl.betekenisvolmeten.indicators.Per;

/** How two means of independent numbers are compared: Student's t of their difference, first less second. */
public enum TwoMeans implements Coded {
    /**
     * Welch: each its own variance. With v = s² / n the error is √(v1 + v2), with (v1 + v2)² / (v1² / (n1 - 1) + v2² /
     * (n2 - 1)) degrees of freedom. The safe choice.
     *
     * <p>Welch BL. The generalization of 'Student's' problem when several different population variances are involved.
     * Biometrika 1947;34:28-35.
     */
    WELCH {
        @Override
        double variance(Sample one, Sample other) {
            return one.varianceOfMean() + other.varianceOfMean();
        }

        @Override
        double degreesOfFreedom(Sample one, Sample other) {
            double first = one.varianceOfMean() / variance(one, other);
            double second = other.varianceOfMean() / variance(one, other);
            return 1 / (first * first / (one.count() - 1) + second * second / (other.count() - 1));
        }
    },
    /** Student: one variance for both, taken over n1 + n2 - 2 degrees of freedom. Only where the spreads are alike. */
    POOLED {
        @Override
        double variance(Sample one, Sample other) {
            double pooled = (squares(one) + squares(other)) / degreesOfFreedom(one, other);
            return pooled / one.count() + pooled / other.count();
        }

        @Override
        double degreesOfFreedom(Sample one, Sample other) {
            return one.count() + other.count() - 2.0;
        }
    };

    /**
     * Tests whether two means differ.
     *
     * @param one the first numbers
     * @param other the second numbers
     * @return the test; not defined when either has fewer than two numbers, or neither has any spread
     */
    public Statistic test(Sample one, Sample other) {
        if (one.count() < 2 || other.count() < 2) {
            return Statistic.NotDefined.TOO_FEW_VALUES;
        }
        double variance = variance(one, other);
        if (variance == 0) {
            return Statistic.NotDefined.NO_VARIATION;
        }
        double t = (one.mean() - other.mean()) / Math.sqrt(variance);
        return Statistic.TestResult.student(t, degreesOfFreedom(one, other), code());
    }

    /**
     * Returns the difference between two means with its interval, in the unit of the numbers. The parts are count, mean
     * and standard deviation of the first, then those of the second.
     *
     * @param one the first numbers
     * @param other the second numbers
     * @param confidence how sure the interval is
     * @return the effect; not defined when either has fewer than two numbers, or neither has any spread
     */
    public Statistic estimate(Sample one, Sample other, Confidence confidence) {
        if (!(test(one, other) instanceof Statistic.TestResult)) {
            return test(one, other);
        }
        double t = Quantiles.studentAbove(degreesOfFreedom(one, other), confidence.tail());
        double half = t * Math.sqrt(variance(one, other));
        double difference = one.mean() - other.mean();
        List<Double> parts = List.of(
                (double) one.count(),
                one.mean(),
                one.standardDeviation(),
                (double) other.count(),
                other.mean(),
                other.standardDeviation());
        return new Statistic.Effect(
                difference, Interval.of(difference - half, difference + half), Per.ONE, confidence, parts, code());
    }

    abstract double variance(Sample one, Sample other);

    abstract double degreesOfFreedom(Sample one, Sample other);

    private static double squares(Sample sample) {
        return sample.standardDeviation() * sample.standardDeviation() * (sample.count() - 1);
    }
}
