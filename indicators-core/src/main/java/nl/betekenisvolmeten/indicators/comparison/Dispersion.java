package nl.betekenisvolmeten.indicators.comparison;

import java.util.Locale;

/** Whether areas are taken to differ in more than chance before one of them stands out. */
public enum Dispersion {
    /** They are not: the funnel and the tests know chance only. */
    NONE,
    /**
     * They are, by as much as the figures themselves show: {@link
     * nl.betekenisvolmeten.indicators.statistics.Overdispersion}, with a tenth drawn in on each side. Widens the funnel, and
     * the tests against the city; those are then normal ones. Where the figures vary no more than chance does, nothing
     * changes.
     */
    SPIEGELHALTER;

    /**
     * Returns the word in files.
     *
     * @return such as {@code spiegelhalter}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
