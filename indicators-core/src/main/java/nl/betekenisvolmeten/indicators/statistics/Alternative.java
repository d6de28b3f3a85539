package nl.betekenisvolmeten.indicators.statistics;

/** On which side a test looks for a departure. One side only where the other was ruled out before the data were seen. */
public enum Alternative {
    /** On both sides: other than. */
    TWO_SIDED("two-sided"),
    /** Below only. */
    LESS("less"),
    /** Above only. */
    GREATER("greater");

    private final String code;

    Alternative(String code) {
        this.code = code;
    }

    /**
     * The stable name in files.
     *
     * @return such as {@code two-sided}
     */
    public String code() {
        return code;
    }
}
