package nl.betekenisvolmeten.indicators.signal;

import java.math.BigDecimal;
import java.util.Locale;
import nl.betekenisvolmeten.indicators.model.Direction;

/** What a change means, as far as the indicator says which way is better. */
public enum Verdict {
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
    public static Verdict of(Direction direction, double from, double to) {
        if (from == to) {
            return NONE;
        }
        return bySign(closeness(direction, to) - closeness(direction, from));
    }

    private static Verdict bySign(double gain) {
        return gain == 0 ? CHANGE : gain > 0 ? IMPROVEMENT : CONCERN;
    }

    /** The higher the better; the same everywhere where nothing is said. */
    private static double closeness(Direction direction, double value) {
        if (direction instanceof Direction.WithinBand band) {
            return -Math.max(0, Math.max(number(band.from()) - value, value - number(band.to())));
        }
        return direction instanceof Direction.HigherIsBetter
                ? value
                : direction instanceof Direction.LowerIsBetter ? -value : 0;
    }

    private static double number(BigDecimal value) {
        return value.doubleValue();
    }
}
