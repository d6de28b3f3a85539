package nl.betekenisvolmeten.indicators.statistics;

/** On which side a test looks for a departure. One side only where the other was ruled out before the data were seen. */
public enum Alternative {
    /** On both sides: other than. */
    TWO_SIDED,
    /** Below only. */
    LESS,
    /** Above only. */
    GREATER;

    /**
     * Returns the stable name in files.
     *
     * @return such as {@code two-sided}
     */
    public String code() {
        return Codes.of(this);
    }
}
