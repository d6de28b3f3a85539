package nl.betekenisvolmeten.indicators.statistics;

/** How much figures of one series are taken to vary from period to period while nothing changes. */
public enum Variation {
    /** As counts of events that have nothing to do with each other do: Poisson or binomial. */
    CHANCE,
    /**
     * As the earlier periods themselves did, and no less than by chance: visits come in groups, and seasons and campaigns
     * come and go. Takes three earlier periods or more.
     */
    OVERDISPERSED;

    /**
     * Returns the stable name in files.
     *
     * @return such as {@code overdispersed}
     */
    public String code() {
        return Codes.of(this);
    }
}
