package nl.betekenisvolmeten.indicators.statistics;

import nl.betekenisvolmeten.indicators.Per;

/** How the interval of a mean is made: the numbers are taken to be independent, and not part of a small whole. */
public enum MeanMethod implements Coded {
    /**
     * Student's t: mean ∓ t s / √n with t the (1 + confidence) / 2 quantile with n - 1 degrees of freedom, s the sample
     * standard deviation and n the count. Exact where the numbers are normally distributed, fair for other numbers from
     * about 30. Without spread both limits are the mean.
     *
     * <p>Student. The probable error of a mean. Biometrika 1908;6:1-25.
     */
    STUDENT_T;

    /**
     * Returns a mean with its interval, both in the unit of the numbers. The parts are the sum and the count.
     *
     * @param sample the numbers
     * @param confidence how sure the interval is
     * @return the estimate; not defined for fewer than two numbers, which say nothing about their spread, or for
     *     {@link Confidence#CERTAIN}
     * @throws IllegalArgumentException if a limit is too large for a double
     */
    public Statistic estimate(Sample sample, Confidence confidence) {
        if (sample.count() < 2) {
            return Statistic.NotDefined.TOO_FEW_VALUES;
        }
        if (confidence.isCertain()) {
            return Statistic.NotDefined.UNBOUNDED;
        }
        double t = Quantiles.studentAbove(sample.count() - 1.0, confidence.tail());
        double half = t * sample.standardDeviation() / Math.sqrt((double) sample.count());
        double mean = sample.mean();
        return new Statistic.Estimate(
                mean * sample.count(),
                (double) sample.count(),
                Per.ONE,
                mean,
                Interval.of(mean - half, mean + half),
                confidence,
                code());
    }
}
