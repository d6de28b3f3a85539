package nl.betekenisvolmeten.indicators.comparison;

import nl.betekenisvolmeten.indicators.model.IndicatorId;

/**
 * An indicator that a comparison does not have.
 *
 * @param indicator the indicator
 * @param reason why
 */
public record Excluded(IndicatorId indicator, Reason reason) {

    /** Why an indicator is excluded. */
    public enum Reason {
        /** It may not be shown for areas of this level. */
        LEVEL,
        /** The deliveries do not have its columns. */
        COLUMNS,
        /** A total says nothing between areas of different size. */
        TOTAL,
        /** Its kind of figure has no comparison in this version. */
        KIND
    }
}
