package nl.betekenisvolmeten.indicators.statistics;

/**
 * What makes a point of a control chart stand out from chance. The rules, and the numbers in them, are those of the
 * NHS programme Making Data Count; which direction is good is not theirs to say.
 */
public enum ChartRule {
    /** Beyond a limit: one point that chance hardly explains. */
    ASTRONOMICAL_POINT,
    /** Part of a run of 7 or more points in a row on one side of the centre line; a point on it ends the run. */
    SHIFT,
    /** Part of a run of 7 or more points in a row, each above the one before, or each below. */
    TREND,
    /**
     * In the outer third between the centre line and a limit, with one or more such points among the three in a row that
     * all lie on that side. A point beyond the limit is not one of them: it is an astronomical point.
     */
    TWO_OF_THREE;

    /** How many points make a shift or a trend. */
    public static final int RUN = 7;

    /**
     * Returns the stable name in files.
     *
     * @return such as {@code shift}
     */
    public String code() {
        return Codes.of(this);
    }
}
