package nl.betekenisvolmeten.indicators.signal;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.coverage.SeriesBreak;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;

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
     * A break that was found in what was delivered, where an area stands as the format writes it: by its code or its name.
     *
     * @param found the break
     * @param place the column of the area
     * @return the same for series; empty where the column has no such area
     */
    public static Optional<TrendBreak> from(SeriesBreak found, Dimension.Place place) {
        return place.code(found.area()).map(area -> in(area, found.since()));
    }

    boolean isIn(AreaCode other) {
        return area.isEmpty() || area.get().equals(other);
    }
}
