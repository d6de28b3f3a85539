package nl.betekenisvolmeten.indicators.survey;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.MeanMethod;
import nl.betekenisvolmeten.indicators.statistics.Sample;
import nl.betekenisvolmeten.indicators.statistics.Statistic;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What the same people answered at the start and at the end, to one question of one version of an instrument. Versions
 * of an instrument have different domains and levels, so they are never put together.
 *
 * @param instrument the questionnaire and its version
 * @param question the question
 * @param scale its answers, which stand for numbers
 * @param counts how many people made each move
 */
public record PairedAnswers(FormatId instrument, String question, AnswerScale scale, Map<Move, Long> counts) {

    /**
     * From one number to another.
     *
     * @param start the number at the start
     * @param end the number at the end
     */
    public record Move(int start, int end) implements Comparable<Move> {
        @Override
        public int compareTo(Move other) {
            int byStart = Integer.compare(start, other.start);
            return byStart != 0 ? byStart : Integer.compare(end, other.end);
        }
    }

    /** @throws IllegalArgumentException if the scale has no numbers, a move is beyond it, or a count is negative */
    public PairedAnswers {
        if (scale.value(scale.answers().get(0)).isEmpty()) {
            throw new IllegalArgumentException("the answers of " + scale + " are no numbers");
        }
        int highest = scale.answers().size();
        counts.forEach((move, count) -> {
            if (Math.min(move.start(), move.end()) < 1 || Math.max(move.start(), move.end()) > highest || count < 0) {
                throw new IllegalArgumentException(count + " people with " + move + " on a scale of 1 to " + highest);
            }
        });
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /**
     * These people and others.
     *
     * @param other the others, asked the same question of the same version
     * @return all people
     * @throws IllegalArgumentException if the instrument, its version, the question or the scale is another
     * @throws ArithmeticException if a count is too large
     */
    public PairedAnswers plus(PairedAnswers other) {
        if (!instrument.equals(other.instrument) || !question.equals(other.question) || scale != other.scale) {
            throw new IllegalArgumentException("answers that can't be put together: " + instrument + " " + question
                    + ", " + other.instrument + " " + other.question);
        }
        Map<Move, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((move, count) -> sum.merge(move, count, Math::addExact));
        return new PairedAnswers(instrument, question, scale, sum);
    }

    /**
     * How many moved up.
     *
     * @return a count
     */
    public long higher() {
        return count(1);
    }

    /**
     * How many stayed where they were.
     *
     * @return a count
     */
    public long same() {
        return count(0);
    }

    /**
     * How many moved down.
     *
     * @return a count
     */
    public long lower() {
        return count(-1);
    }

    private long count(int way) {
        long sum = 0;
        for (Map.Entry<Move, Long> entry : counts.entrySet()) {
            Move move = entry.getKey();
            if (Integer.signum(move.end() - move.start()) == way) {
                sum = Math.addExact(sum, entry.getValue());
            }
        }
        return sum;
    }

    /**
     * The differences, end less start.
     *
     * @return their count, mean and spread
     */
    public Sample differences() {
        long n = 0;
        double sum = 0;
        double squares = 0;
        for (Map.Entry<Move, Long> entry : counts.entrySet()) {
            double difference = entry.getKey().end() - entry.getKey().start();
            n = Math.addExact(n, entry.getValue());
            sum += difference * entry.getValue();
            squares += difference * difference * entry.getValue();
        }
        return Sample.ofSums(n, sum, squares);
    }

    /**
     * The mean change with Student's interval of the differences. It says that people changed, not why.
     *
     * @param confidence how sure the interval is
     * @return the change, end less start; not defined for fewer than two people
     */
    public Statistic change(Confidence confidence) {
        return change(differences(), confidence);
    }

    /**
     * The mean change of people of whom only the summary is known.
     *
     * @param differences the count, mean and standard deviation of their differences
     * @param confidence how sure the interval is
     * @return the change; not defined for fewer than two people
     */
    public static Statistic change(Sample differences, Confidence confidence) {
        return MeanMethod.STUDENT_T.estimate(differences, confidence);
    }
}
