package nl.betekenisvolmeten.indicators.statistics;

/** Whether a chi-square test of counts allows for counts being whole. */
public enum Continuity {
    /** It doesn't: right on average. */
    NONE,
    /**
     * Yates: half a count nearer to what is expected, but never past it. Too careful on average; what R does unless
     * told otherwise. Only for tables of two by two.
     */
    YATES;

    /**
     * Returns the stable name in files.
     *
     * @return such as {@code yates}
     */
    public String code() {
        return Codes.of(this);
    }

    /**
     * How much nearer to what is expected.
     *
     * @param distance from what is expected, 0 or more
     * @return 0 to the distance, at most 0.5
     */
    double correction(double distance) {
        return this == YATES ? Math.min(0.5, distance) : 0;
    }
}
