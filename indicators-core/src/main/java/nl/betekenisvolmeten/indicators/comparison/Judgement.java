package nl.betekenisvolmeten.indicators.comparison;

import java.util.Locale;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.Direction;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.PValue;

/** What can be said of an area beside its reference, usually its city. */
public enum Judgement {
    /** Different, on the good side. */
    BETTER,
    /** Different, on the bad side. */
    WORSE,
    /** Above the reference's value, of an indicator without a good side. */
    HIGHER,
    /** Below the reference's value, of an indicator without a good side. */
    LOWER,
    /** Chance explains the difference. */
    SIMILAR,
    /** The bounds of the figures, or cells that were left empty, leave it open. */
    NOT_DECIDED,
    /** There is no figure to judge. */
    NONE;

    /**
     * The word in files.
     *
     * @return such as {@code better}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Judgement of(boolean above, Direction direction) {
        if (direction instanceof Direction.HigherIsBetter) {
            return above ? BETTER : WORSE;
        }
        if (direction instanceof Direction.LowerIsBetter) {
            return above ? WORSE : BETTER;
        }
        return above ? HIGHER : LOWER;
    }

    /**
     * What a test says, or else what bounds settle: they settle a difference only where everything that is possible lies
     * on one side.
     */
    static Judgement of(
            Versus versus,
            Difference difference,
            Optional<PValue> adjusted,
            Direction direction,
            Confidence confidence) {
        if (difference.interval().isEmpty()) {
            return NONE;
        }
        if (!versus.own().complete() || !versus.other().complete()) {
            return NOT_DECIDED;
        }
        if (adjusted.isPresent()) {
            boolean different = adjusted.get().value() < 1 - confidence.level();
            return different ? of(difference.value().exact().orElseThrow().signum() > 0, direction) : SIMILAR;
        }
        boolean exact = versus.own().isExact() && versus.other().value().exact().isPresent();
        Interval possible = difference.interval().get();
        if (exact) {
            return NONE;
        }
        if (possible.lower() > 0) {
            return of(true, direction);
        }
        return possible.upper() < 0 ? of(false, direction) : NOT_DECIDED;
    }
}
