package nl.betekenisvolmeten.indicators.signal;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.coverage.SeriesBreak;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * A place where a series begins anew: figures before it and from it on were not made in the same way, and are not put beside
 * each other.
 *
 * @param area where; empty for all areas
 * @param since the first period of the new way
 */
public record TrendBreak(Optional<AreaCode> area, Period since) {

    /**
     * A break in all areas, such as a new version of a form.
     *
     * @param since the first period of the new way
     * @return the break
     */
    public static TrendBreak everywhere(Period since) {
        return new TrendBreak(Optional.empty(), since);
    }

    /**
     * A break in one area, such as another organisation that took over the work.
     *
     * @param area where
     * @param since the first period of the new way
     * @return the break
     */
    public static TrendBreak in(AreaCode area, Period since) {
        return new TrendBreak(Optional.of(area), since);
    }

    /**
     * A break that was found in what was delivered.
     *
     * @param found the break
     * @return the same for series
     * @throws IllegalArgumentException if its area is no area code
     */
    public static TrendBreak from(SeriesBreak found) {
        return in(AreaCode.of(found.area()), found.since());
    }

    boolean isIn(AreaCode other) {
        return area.isEmpty() || area.get().equals(other);
    }
}
