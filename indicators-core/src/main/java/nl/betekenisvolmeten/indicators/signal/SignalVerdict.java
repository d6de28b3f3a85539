package nl.betekenisvolmeten.indicators.signal;

import java.util.Locale;
import nl.betekenisvolmeten.indicators.model.Direction;

/** What a change means, as far as the indicator says which way is better. */
public enum SignalVerdict {
    /** The good way. */
    IMPROVEMENT,
    /** The bad way. */
    CONCERN,
    /** A change of an indicator that does not say which way is better, or within the band that is good. */
    CHANGE,
    /** Nothing that chance doesn't explain. */
    NONE;

    /**
     * The word in files.
     *
     * @return such as {@code concern}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The verdict on a change.
     *
     * @param direction which way is better
     * @param from what was to be expected, in the indicator's unit
     * @param to what it is, in the same unit
     * @return improvement or concern where the direction settles it, else change; none where the two are the same
     */
    public static SignalVerdict of(Direction direction, double from, double to) {
        if (from == to) {
            return NONE;
        }
        int gain = direction.compare(from, to);
        return gain == 0 ? CHANGE : gain > 0 ? IMPROVEMENT : CONCERN;
    }
}
