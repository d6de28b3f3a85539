package nl.betekenisvolmeten.indicators.comparison;

import java.util.Locale;
import nl.betekenisvolmeten.indicators.model.Direction;

/** What can be said of an area beside its city. */
public enum Judgement {
    /** Different, on the good side. */
    BETTER,
    /** Different, on the bad side. */
    WORSE,
    /** Above the city's value, of an indicator without a good side. */
    HIGHER,
    /** Below the city's value, of an indicator without a good side. */
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
}
