package nl.betekenisvolmeten.indicators.survey;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.Sample;
import nl.betekenisvolmeten.indicators.statistics.SamplingBasis;
import nl.betekenisvolmeten.indicators.statistics.Statistic;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.AnswerScale;

/**
 * How many gave each answer to one question. Those who don't know, or to whom it does not apply, are counted and shown,
 * and take no part in shares and means.
 *
 * @param scale the answers that the question allows
 * @param counts how many gave each answer, in the scale's order, those outside the denominator last; every answer of the
 *     scale is there
 */
public record AnswerCounts(AnswerScale scale, Map<String, Long> counts) {

    /**
     * @throws IllegalArgumentException if {@code counts} has an answer that is not one of {@code scale}, or a negative
     *     count
     */
    public AnswerCounts {
        Map<String, Long> ordered = new LinkedHashMap<>();
        scale.answers().forEach(answer -> ordered.put(answer, 0L));
        scale.outside().forEach(answer -> ordered.put(answer, 0L));
        counts.forEach((answer, count) -> {
            if (!ordered.containsKey(answer)) {
                throw new IllegalArgumentException("no answer '" + answer + "' in " + scale);
            }
            if (count < 0) {
                throw new IllegalArgumentException("a count must not be negative: " + count);
            }
            ordered.put(answer, count);
        });
        counts = Collections.unmodifiableMap(ordered);
    }

    /**
     * Returns counts of answers.
     *
     * @param scale the answers that the question allows
     * @param counts how many gave each answer; one that is left out was given by nobody
     * @return the counts
     * @throws IllegalArgumentException if an answer is not one of the scale, or a count is negative
     */
    public static AnswerCounts of(AnswerScale scale, Map<String, Long> counts) {
        return new AnswerCounts(scale, counts);
    }

    /**
     * Returns these answers and those of others to the same question.
     *
     * @param other the others
     * @return all answers
     * @throws IllegalArgumentException if the scale is another
     * @throws ArithmeticException if a count is too large
     */
    public AnswerCounts plus(AnswerCounts other) {
        if (scale != other.scale) {
            throw new IllegalArgumentException("answers on different scales: " + scale + ", " + other.scale);
        }
        Map<String, Long> sum = new LinkedHashMap<>(counts);
        other.counts.forEach((answer, count) -> sum.merge(answer, count, Math::addExact));
        return new AnswerCounts(scale, sum);
    }

    /**
     * Returns how many gave one of some answers.
     *
     * @param answers their names
     * @return a count
     * @throws IllegalArgumentException if an answer is not one of the scale
     */
    public long count(Set<String> answers) {
        long sum = 0;
        for (String answer : answers) {
            Long count = counts.get(answer);
            if (count == null) {
                throw new IllegalArgumentException("no answer '" + answer + "' in " + scale);
            }
            sum = Math.addExact(sum, count);
        }
        return sum;
    }

    /**
     * Returns how many gave an answer that counts: the denominator.
     *
     * @return a count
     */
    public long counted() {
        return count(Set.copyOf(scale.answers()));
    }

    /**
     * Returns how many don't know, or said that it does not apply.
     *
     * @return a count
     */
    public long outside() {
        return count(Set.copyOf(scale.outside()));
    }

    /**
     * Returns the share that gave one of some answers, of all who gave an answer that counts. Whether it has an
     * interval depends on whom the answers speak for: a register of all has none.
     *
     * @param favourable the answers
     * @param basis whom the answers speak for
     * @param population the people whom the question was meant for; only used by {@link SamplingBasis#SAMPLE}
     * @param per the unit of the result, such as a percentage
     * @param confidence how sure an interval is
     * @return the share, with those outside the denominator; not defined when nobody gave an answer that counts
     * @throws IllegalArgumentException if an answer is not one of the scale, or is outside the denominator, or there are
     *     fewer people than answers
     */
    public SamplingBasis.Share share(
            Set<String> favourable, SamplingBasis basis, long population, Per per, Confidence confidence) {
        for (String answer : favourable) {
            if (scale.outside().contains(answer)) {
                throw new IllegalArgumentException("'" + answer + "' is outside the denominator");
            }
        }
        long notApplicable = counts.getOrDefault(AnswerScale.NOT_APPLICABLE, 0L);
        SamplingBasis.Answers answers =
                new SamplingBasis.Answers(count(favourable), counted(), outside() - notApplicable, notApplicable);
        return basis.share(answers, population, per, confidence);
    }

    /**
     * Returns the numbers that the answers stand for.
     *
     * @return their count, mean and spread
     * @throws IllegalArgumentException if the scale has no numbers
     */
    public Sample sample() {
        long n = 0;
        double sum = 0;
        double squares = 0;
        for (String answer : scale.answers()) {
            int value = scale.value(answer)
                    .orElseThrow(() -> new IllegalArgumentException("the answers of " + scale + " are no numbers"));
            long count = count(Set.of(answer));
            n = Math.addExact(n, count);
            sum += (double) value * count;
            squares += (double) value * value * count;
        }
        return Sample.ofSums(n, sum, squares);
    }

    /**
     * Returns the mean of the numbers that the answers stand for. Whether it has an interval depends on whom the
     * answers speak for.
     *
     * @param basis whom the answers speak for
     * @param population the people whom the question was meant for; only used by {@link SamplingBasis#SAMPLE}
     * @param confidence how sure an interval is
     * @return the mean, whose denominator is the number of answers that count; not defined without answers, or for
     *     an interval of fewer than two
     * @throws IllegalArgumentException if the scale has no numbers, or there are fewer people than answers
     */
    public Statistic mean(SamplingBasis basis, long population, Confidence confidence) {
        return basis.mean(sample(), population, confidence);
    }
}
