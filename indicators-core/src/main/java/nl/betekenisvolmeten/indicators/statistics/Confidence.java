package nl.betekenisvolmeten.indicators.statistics;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How sure an interval is: the share of such intervals that hold the true value. Two-sided: half of what is left over
 * lies below the interval and half above.
 *
 * @param level a share such as 0.95, from {@link #MIN_LEVEL} to {@link #MAX_LEVEL}, or exactly 1; not a percentage
 */
public record Confidence(double level) {

    /** The highest level below certainty. Above it the quantiles lose their digits in double arithmetic. */
    public static final double MAX_LEVEL = 0.999_999_999;

    /** The lowest level. An interval that is right less often than this is a point for all purposes. */
    public static final double MIN_LEVEL = 0.000_001;

    /** 95 percent, the usual choice: 1 in 40 above the interval, 1 in 40 below. */
    public static final Confidence P95 = new Confidence(0.95);

    /** 99.8 percent, the outer limits of a funnel: 1 in 1000 above, 1 in 1000 below. */
    public static final Confidence P998 = new Confidence(0.998);

    /**
     * Certainty. The interval of a proportion is then the whole range; that of a rate or a mean has no end, and the
     * methods answer {@link Statistic.NotDefined#UNBOUNDED} or refuse it.
     */
    public static final Confidence CERTAIN = new Confidence(1);

    /** 95 and 99.8 percent, the two that are published side by side. */
    public static final List<Confidence> P95_AND_P998 = List.of(P95, P998);

    /** @throws IllegalArgumentException if {@code level} is not from {@link #MIN_LEVEL} to {@link #MAX_LEVEL}, and not 1 */
    public Confidence {
        if (!((level >= MIN_LEVEL && level <= MAX_LEVEL) || level == 1)) {
            throw new IllegalArgumentException(
                    "a confidence level must be from " + MIN_LEVEL + " to " + MAX_LEVEL + ", or 1: " + level);
        }
    }

    /**
     * Returns a level.
     *
     * @param level a share such as 0.95
     * @return the confidence
     * @throws IllegalArgumentException if the level is not from {@link #MIN_LEVEL} to {@link #MAX_LEVEL}, and not 1
     */
    public static Confidence of(double level) {
        return new Confidence(level);
    }

    /**
     * Returns a level given as a percentage.
     *
     * @param percent such as 95 or 99.8
     * @return the confidence
     * @throws IllegalArgumentException if the share is not from {@link #MIN_LEVEL} to {@link #MAX_LEVEL}, and not 1
     */
    public static Confidence ofPercent(double percent) {
        return new Confidence(percent / 100);
    }

    /**
     * Returns the same statistic at several levels at once, such as the 95 and 99.8 percent limits of a funnel.
     *
     * @param levels the levels; equal ones count once
     * @param method what to do at one level
     * @param <T> what comes out, usually a {@link Statistic}
     * @return the answers, in the order of the levels
     */
    public static <T> Map<Confidence, T> each(
            Collection<Confidence> levels, Function<? super Confidence, ? extends T> method) {
        Map<Confidence, T> answers = new LinkedHashMap<>();
        levels.forEach(level -> answers.put(level, method.apply(level)));
        return Collections.unmodifiableMap(answers);
    }

    /**
     * Returns whether nothing is left over on either side.
     *
     * @return true for a level of 1
     */
    public boolean isCertain() {
        return level == 1;
    }

    /**
     * Returns the probability on each side of the interval: (1 - level) / 2.
     *
     * @return above 0 and at most 0.5
     * @throws IllegalArgumentException for certainty, under which the interval has no end
     */
    double tail() {
        if (isCertain()) {
            throw new IllegalArgumentException("an interval with two ends cannot be certain: " + level);
        }
        return (1 - level) / 2;
    }

    /**
     * Returns the standard normal deviate that leaves {@link #tail} above it; 1.959964 for 0.95.
     *
     * @return 0 or more
     * @throws IllegalArgumentException for certainty, under which the interval has no end
     */
    double z() {
        return Quantiles.normalAbove(tail());
    }
}
