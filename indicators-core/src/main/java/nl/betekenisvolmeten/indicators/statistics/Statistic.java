package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.betekenisvolmeten.indicators.Per;

/** What a method answers: a figure of some kind, or the reason that there is none. Never NaN. */
public sealed interface Statistic {

    /**
     * Returns the estimate, if this is one.
     *
     * @return the estimate, or empty when the statistic is not defined or of another kind
     */
    default Optional<Estimate> estimate() {
        return this instanceof Estimate estimate ? Optional.of(estimate) : Optional.empty();
    }

    /**
     * Returns the difference, ratio or slope, if this is one.
     *
     * @return the effect, or empty when the statistic is not defined or of another kind
     */
    default Optional<Effect> effect() {
        return this instanceof Effect effect ? Optional.of(effect) : Optional.empty();
    }

    /**
     * Returns what a test says, if this is a test.
     *
     * @return the result, or empty when the test is not defined or this is no test
     */
    default Optional<TestResult> testResult() {
        return this instanceof TestResult result ? Optional.of(result) : Optional.empty();
    }

    /**
     * Returns the number that describes a list, if this is one.
     *
     * @return the summary, or empty when the statistic is not defined or of another kind
     */
    default Optional<Summary> summary() {
        return this instanceof Summary summary ? Optional.of(summary) : Optional.empty();
    }

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
    record Estimate(
            double numerator,
            double denominator,
            Per per,
            double value,
            Interval interval,
            Confidence confidence,
            String method)
            implements Statistic {

        /** @throws IllegalArgumentException if a number is not finite or {@code method} is blank */
        public Estimate {
            if (!Double.isFinite(numerator) || !Double.isFinite(denominator) || !Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "an estimate must be finite: " + value + " from " + numerator + " / " + denominator);
            }
            Require.named(method, "the code of a method");
        }
    }

    /**
     * A difference, a ratio or a slope with its uncertainty and the numbers that it was made of. Nothing is rounded.
     *
     * @param value the effect, finite
     * @param interval the interval, in the same unit as the value
     * @param per the unit of the value and of the interval; {@link Per#ONE} for a ratio
     * @param confidence how sure the interval is
     * @param parts the numbers that it was made of, in the order of the method's arguments; of a list of numbers how many
     *     they were
     * @param method the stable code of the method, such as {@code newcombe}
     */
    record Effect(double value, Interval interval, Per per, Confidence confidence, List<Double> parts, String method)
            implements Statistic {

        /** @throws IllegalArgumentException if {@code value} is not finite or {@code method} is blank */
        public Effect {
            Require.finite(value, "an effect");
            Require.named(method, "the code of a method");
            parts = List.copyOf(parts);
        }
    }

    /**
     * A ratio to nothing, which has no value and no upper limit, but a lower one. Nothing is rounded.
     *
     * @param lower the lower limit, finite; 0 when there is nothing on either side
     * @param confidence how sure the interval is that this is the lower limit of
     * @param parts the numbers that it was made of, in the order of the method's arguments
     * @param method the stable code of the method, such as {@code koopman}
     */
    record AtLeast(double lower, Confidence confidence, List<Double> parts, String method) implements Statistic {

        /** @throws IllegalArgumentException if {@code lower} is not finite or {@code method} is blank */
        public AtLeast {
            Require.finite(lower, "a lower limit");
            Require.named(method, "the code of a method");
            parts = List.copyOf(parts);
        }
    }

    /**
     * What a test says: how far the data are from the hypothesis, and how likely that or further is by chance.
     *
     * @param statistic the test statistic, finite
     * @param degreesOfFreedom of the statistic's distribution; empty for an exact test and for a standard normal one
     * @param pValue the two-sided probability
     * @param method the stable code of the test, such as {@code chi-square}
     */
    record TestResult(double statistic, OptionalDouble degreesOfFreedom, PValue pValue, String method)
            implements Statistic {

        /** @throws IllegalArgumentException if {@code statistic} is not finite or {@code method} is blank */
        public TestResult {
            Require.finite(statistic, "a test statistic");
            Require.named(method, "the code of a method");
        }

        /**
         * Returns the result of a chi-square test.
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
         * Returns the result of a t test.
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
         * Returns the result of an exact test.
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

    /**
     * A number that describes a list of numbers, without an interval: a quantile, an index of inequality.
     *
     * @param value the number, finite
     * @param count of how many numbers
     * @param method the stable code of the method, such as {@code gini}
     */
    record Summary(double value, long count, String method) implements Statistic {

        /**
         * @throws IllegalArgumentException if {@code value} is not finite, {@code count} is negative or {@code method}
         *     is blank
         */
        public Summary {
            Require.finite(value, "a summary");
            Require.count(count);
            Require.named(method, "the code of a method");
        }
    }

    /** The reason that there is no figure. Not the same as zero, and not the same as a figure that is missing. */
    enum NotDefined implements Statistic, Coded {
        /** Nobody to take a share of: the denominator of a proportion is 0. */
        ZERO_DENOMINATOR,
        /** No population or no time at risk: the exposure of a rate is 0. */
        ZERO_EXPOSURE,
        /** Too few numbers for what was asked: one number has no spread. */
        TOO_FEW_VALUES,
        /** Too few events for a standardised rate: its value would hang on single ones. */
        TOO_FEW_EVENTS,
        /** Too few inhabitants for a life table. */
        TOO_FEW_PERSONS,
        /** So wide an interval that the value says nothing. */
        TOO_UNCERTAIN,
        /** A stratum has nobody in it, and so no rate that could be weighted. */
        EMPTY_STRATUM,
        /** The reference expects no events here: there is nothing to compare with. */
        NOTHING_EXPECTED,
        /** A ratio to nothing, or its interval, has no bound. */
        UNBOUNDED,
        /** All the same: there is no difference or spread to speak of. */
        NO_VARIATION
    }
}
