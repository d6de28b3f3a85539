package nl.betekenisvolmeten.indicators.statistics;

import java.util.List;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.Per;

/**
 * Whom the answers speak for, and so what their uncertainty is. To be stated with every figure: a sample of many is
 * uncertain, a sample of nearly all much less so, and a register of all is not uncertain about these people at all.
 */
public enum SamplingBasis implements Coded {
    /**
     * Everybody is in it: the figure is what it is, and has no sampling interval.
     */
    REGISTER {
        @Override
        Statistic shareOf(long numerator, long valid, long population, Per per, Confidence confidence) {
            return new Statistic.Summary(per.ratio((double) numerator, (double) valid), valid, "register");
        }

        @Override
        Statistic meanOf(Sample sample, long population, Confidence confidence) {
            return new Statistic.Summary(sample.mean(), sample.count(), "register");
        }
    },
    /**
     * A random sample from a known number of people, and the figure is about them: the interval is narrower the more of
     * them answered, and without width when all did. Wilson's interval with n (N - 1) / (N - n) for n answers of N
     * people, and Student's t with s √((1 - n / N) / n).
     *
     * <p>Cochran WG. Sampling Techniques. 3rd ed. New York: Wiley; 1977, chapters 2 and 3.
     */
    SAMPLE {
        @Override
        Statistic shareOf(long numerator, long valid, long population, Per per, Confidence confidence) {
            return corrected(numerator, valid, population, per, confidence);
        }

        @Override
        Statistic meanOf(Sample sample, long population, Confidence confidence) {
            double part = sample.count() / (double) population;
            return correctedMean(sample, Math.sqrt(Math.max(0, 1 - part)), confidence);
        }
    },
    /**
     * The people are seen as drawn from all whom the service might have had, as when one year's clients should say
     * something about next year's: Wilson's interval and Student's t, however many of them answered. Has to be asked for.
     */
    SUPER_POPULATION {
        @Override
        Statistic shareOf(long numerator, long valid, long population, Per per, Confidence confidence) {
            return renamed(ProportionMethod.WILSON.estimate(numerator, valid, per, confidence), "wilson-" + code());
        }

        @Override
        Statistic meanOf(Sample sample, long population, Confidence confidence) {
            return renamed(MeanMethod.STUDENT_T.estimate(sample, confidence), "student-t-" + code());
        }
    };

    /**
     * The answers to one question with two outcomes.
     *
     * @param numerator how many had it, from 0 to the valid answers
     * @param valid how many answered the question itself, 0 or more: the denominator
     * @param dontKnow how many answered that they don't know; outside the denominator, and shown
     * @param notApplicable how many answered that it doesn't apply; outside the denominator, and shown
     */
    public record Answers(long numerator, long valid, long dontKnow, long notApplicable) {

        /** @throws IllegalArgumentException if a count is negative, or {@code numerator} is above {@code valid} */
        public Answers {
            Require.part(numerator, valid);
            Require.count(dontKnow);
            Require.count(notApplicable);
        }

        /**
         * Returns all who returned an answer of any kind.
         *
         * @return valid, don't know and not applicable together
         * @throws ArithmeticException if they don't fit a long
         */
        public long returned() {
            return Math.addExact(valid, Math.addExact(dontKnow, notApplicable));
        }
    }

    /**
     * A share with what it rests on.
     *
     * @param share an {@link Statistic.Estimate}, a {@link Statistic.Summary} for a register, or why there is none
     * @param answers what it was made of, with those outside the denominator
     * @param basis whom the answers speak for
     */
    public record Share(Statistic share, Answers answers, SamplingBasis basis) {}

    /**
     * Returns a share of the valid answers.
     *
     * @param answers to one question
     * @param population the people whom the question was meant for; only used by {@link #SAMPLE}
     * @param per the unit of the share, such as a percentage
     * @param confidence how sure the interval is
     * @return the share with its answers; not defined without valid answers
     * @throws IllegalArgumentException if there are fewer people than answers
     */
    public Share share(Answers answers, long population, Per per, Confidence confidence) {
        atMost(answers.returned(), population);
        Statistic share = answers.valid() == 0
                ? Statistic.NotDefined.ZERO_DENOMINATOR
                : shareOf(answers.numerator(), answers.valid(), population, per, confidence);
        return new Share(share, answers, this);
    }

    /**
     * Returns a mean of the valid answers, in their unit.
     *
     * @param sample the valid answers
     * @param population the people whom the question was meant for; only used by {@link #SAMPLE}
     * @param confidence how sure the interval is
     * @return an {@link Statistic.Estimate}, a {@link Statistic.Summary} for a register; not defined without answers, or for an interval of
     *     fewer than two
     * @throws IllegalArgumentException if there are fewer people than answers
     */
    public Statistic mean(Sample sample, long population, Confidence confidence) {
        atMost(sample.count(), population);
        return sample.count() == 0 ? Statistic.NotDefined.TOO_FEW_VALUES : meanOf(sample, population, confidence);
    }

    abstract Statistic shareOf(long numerator, long valid, long population, Per per, Confidence confidence);

    abstract Statistic meanOf(Sample sample, long population, Confidence confidence);

    /**
     * Returns how many of those invited answered. Of a list of invitations this is a plain fact, and has no interval;
     * who did not answer may differ from who did, whatever the rate.
     *
     * @param returned how many answered, from 0 to those invited
     * @param invited how many were, 0 or more
     * @param per the unit of the rate, such as a percentage
     * @return the summary; not defined when nobody was invited
     * @throws IllegalArgumentException if the answers are negative or more than those invited
     */
    public static Statistic responseRate(long returned, long invited, Per per) {
        Require.part(returned, invited);
        return invited == 0
                ? Statistic.NotDefined.ZERO_DENOMINATOR
                : new Statistic.Summary(per.ratio((double) returned, (double) invited), invited, "response-rate");
    }

    /**
     * Returns the mean change of the same people, second less first, with Student's interval of the differences. Only
     * who was asked twice counts: without a comparable group the change is not the effect of the help.
     *
     * @param before finite, one for each person
     * @param after finite, in the same order
     * @param confidence how sure the interval is
     * @return the effect in the unit of the answers, its parts how many people, the mean before and the mean after; not
     *     defined for fewer than two people
     * @throws IllegalArgumentException if there are not as many of each, or a number is not finite
     */
    public static Statistic pairedChange(double[] before, double[] after, Confidence confidence) {
        Require.asMany(before.length, after.length);
        Sample first = Sample.ofValues(before);
        Sample second = Sample.ofValues(after);
        Sample change = Sample.ofValues(IntStream.range(0, before.length)
                .mapToDouble(i -> after[i] - before[i])
                .toArray());
        if (!(MeanMethod.STUDENT_T.estimate(change, confidence) instanceof Statistic.Estimate estimate)) {
            return MeanMethod.STUDENT_T.estimate(change, confidence);
        }
        List<Double> parts = List.of((double) change.count(), first.mean(), second.mean());
        return new Statistic.Effect(estimate.value(), estimate.interval(), Per.ONE, confidence, parts, "paired-t");
    }

    private static void atMost(long answers, long population) {
        if (answers > population) {
            throw new IllegalArgumentException("more answers than people: " + answers + " of " + population);
        }
    }

    private static Statistic corrected(long numerator, long valid, long population, Per per, Confidence confidence) {
        String method = "wilson-fpc";
        double value = per.ratio((double) numerator, (double) valid);
        if (valid == population) {
            return new Statistic.Estimate(
                    (double) numerator, (double) valid, per, value, Interval.of(value, value), confidence, method);
        }
        double as = (population - 1.0) / (population - valid);
        Statistic wilson = ProportionMethod.WILSON.estimateAmounts(numerator * as, valid * as, per, confidence);
        return wilson.estimate()
                .<Statistic>map(made -> new Statistic.Estimate(
                        (double) numerator, (double) valid, per, value, made.interval(), confidence, method))
                .orElse(wilson);
    }

    private static Statistic correctedMean(Sample sample, double factor, Confidence confidence) {
        Sample narrowed = Sample.of(sample.count(), sample.mean(), sample.standardDeviation() * factor);
        return renamed(MeanMethod.STUDENT_T.estimate(narrowed, confidence), "student-t-fpc");
    }

    private static Statistic renamed(Statistic statistic, String method) {
        return statistic instanceof Statistic.Estimate made
                ? new Statistic.Estimate(
                        made.numerator(),
                        made.denominator(),
                        made.per(),
                        made.value(),
                        made.interval(),
                        made.confidence(),
                        method)
                : statistic;
    }
}
