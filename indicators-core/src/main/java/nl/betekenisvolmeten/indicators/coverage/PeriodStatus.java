package nl.betekenisvolmeten.indicators.coverage;

/** How final the figures of a period are, in the terms of CBS. */
public enum PeriodStatus {
    /** Not all expected reports are there; {@code voorlopig}. */
    PROVISIONAL("voorlopig"),
    /**
     * All expected reports are there, also where none was expected, and corrections are still possible; {@code nader
     * voorlopig}.
     */
    REVISED_PROVISIONAL("nader voorlopig"),
    /** Closed; {@code definitief}. A hole in a closed period stays a hole. */
    FINAL("definitief");

    private final String dutch;

    PeriodStatus(String dutch) {
        this.dutch = dutch;
    }

    /**
     * The term that CBS uses.
     *
     * @return such as {@code nader voorlopig}
     */
    public String dutch() {
        return dutch;
    }
}
