package nl.betekenisvolmeten.indicators.statistics;

/** The reason that there is no figure. Not the same as zero, and not the same as a figure that is missing. */
public enum NotDefined implements Statistic {
    /** Nobody to take a share of: the denominator of a proportion is 0. */
    ZERO_DENOMINATOR,
    /** No population or no time at risk: the exposure of a rate is 0. */
    ZERO_EXPOSURE,
    /** Too few numbers for what was asked: one number has no spread. */
    TOO_FEW_VALUES,
    /** Too few events for a standardised rate: its value would hang on single ones. */
    TOO_FEW_EVENTS,
    /** Too few inhabitants for a life table. */
    TOO_FEW_PERSONS,
    /** So wide an interval that the value says nothing. */
    TOO_UNCERTAIN,
    /** A stratum has nobody in it, and so no rate that could be weighted. */
    EMPTY_STRATUM,
    /** The reference expects no events here: there is nothing to compare with. */
    NOTHING_EXPECTED,
    /** A ratio to nothing, or its interval, has no bound. */
    UNBOUNDED,
    /** All the same: there is no difference or spread to speak of. */
    NO_VARIATION;

    /**
     * Returns the stable name in files.
     *
     * @return such as {@code zero-denominator}
     */
    public String code() {
        return Codes.of(this);
    }
}
