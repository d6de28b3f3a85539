package nl.betekenisvolmeten.indicators.model;

/** The lengths of a period, from short to long, with the code that CBS gives them. */
public enum PeriodKind {
    /** A calendar month, {@code MM}. */
    MONTH("MM", 1),
    /** A calendar quarter, {@code KW}. */
    QUARTER("KW", 3),
    /** A calendar half-year, {@code HJ}. */
    HALF_YEAR("HJ", 6),
    /** A calendar year, {@code JJ}. */
    YEAR("JJ", 12);

    private final String code;
    private final int months;

    PeriodKind(String code, int months) {
        this.code = code;
        this.months = months;
    }

    /**
     * Returns the two letters in a CBS period code.
     *
     * @return such as {@code KW}
     */
    public String code() {
        return code;
    }

    /**
     * Returns the length.
     *
     * @return a number of months
     */
    public int months() {
        return months;
    }

    /**
     * Returns how many of these make a year.
     *
     * @return 1, 2, 4 or 12
     */
    public int perYear() {
        return 12 / months;
    }
}
