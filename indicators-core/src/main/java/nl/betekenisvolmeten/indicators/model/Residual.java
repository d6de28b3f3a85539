package nl.betekenisvolmeten.indicators.model;

import java.util.Optional;

/**
 * A code that stands where an area belongs and is none: its rows count in totals as a group of their own. They are in no
 * rate, since nobody lives there.
 *
 * @param item the code and its names
 * @param kind why there is no area
 * @param within the smallest area that is known all the same: rows count in the totals of it and of what it lies in;
 *     empty where none is
 */
public record Residual(CodelistItem item, Kind kind, Optional<AreaCode> within) {

    /** Why there is no area. */
    public enum Kind {
        /** Nobody knows where it was. */
        UNKNOWN,
        /** It was outside all areas of the list. */
        OUTSIDE,
        /** It was meant for a larger area as a whole, such as the city. */
        WHOLE
    }

    /**
     * @throws IllegalArgumentException if something outside all areas lies within one, or something for a larger area
     *     within none
     */
    public Residual {
        if ((kind == Kind.OUTSIDE && within.isPresent()) || (kind == Kind.WHOLE && within.isEmpty())) {
            throw new IllegalArgumentException(item.code() + " is " + kind + " and lies within " + within);
        }
    }

    /**
     * The code.
     *
     * @return as it stands in files
     */
    public String code() {
        return item.code();
    }

    /**
     * Whether this can be said of a place in an area: of an area within it, or one that holds it.
     *
     * @param area the area
     * @param areas how areas lie in each other
     * @return false when the two contradict each other
     */
    public boolean fits(AreaCode area, AreaHierarchy areas) {
        return kind != Kind.OUTSIDE
                && (within.isEmpty() || areas.isWithin(within.get(), area) || areas.isWithin(area, within.get()));
    }
}
