package nl.betekenisvolmeten.indicators.statistics;

import java.util.OptionalDouble;

/**
 * What a test says: how far the data are from the hypothesis, and how likely that or further is by chance.
 *
 * @param statistic the test statistic, finite
 * @param degreesOfFreedom of the statistic's distribution; empty for an exact test and for a standard normal one
 * @param pValue the two-sided probability
 * @param method the stable code of the test, such as {@code chi-square}
 */
public record TestResult(double statistic, OptionalDouble degreesOfFreedom, PValue pValue, String method)
        implements Statistic {

    /** @throws IllegalArgumentException if the statistic is not finite or the method is blank */
    public TestResult {
        Require.finite(statistic, "a test statistic");
        Require.named(method, "the code of a method");
    }

    /**
     * The result of a chi-square test.
     *
     * @param statistic 0 or more
     * @param degreesOfFreedom 1 or more
     * @param method the code of the test
     * @return the result
     */
    static TestResult chiSquare(double statistic, long degreesOfFreedom, String method) {
        PValue p = PValue.of(Tails.chiSquareAbove(statistic, (double) degreesOfFreedom));
        return new TestResult(statistic, OptionalDouble.of((double) degreesOfFreedom), p, method);
    }

    /**
     * The result of a t test.
     *
     * @param statistic any
     * @param degreesOfFreedom above 0
     * @param method the code of the test
     * @return the result
     */
    static TestResult student(double statistic, double degreesOfFreedom, String method) {
        PValue p = PValue.of(Tails.studentBeyond(statistic, degreesOfFreedom));
        return new TestResult(statistic, OptionalDouble.of(degreesOfFreedom), p, method);
    }

    /**
     * The result of an exact test.
     *
     * @param statistic what was counted
     * @param pValue the two-sided probability
     * @param method the code of the test
     * @return the result
     */
    static TestResult exact(double statistic, PValue pValue, String method) {
        return new TestResult(statistic, OptionalDouble.empty(), pValue, method);
    }
}
