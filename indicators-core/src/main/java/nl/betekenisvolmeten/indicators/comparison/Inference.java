package nl.betekenisvolmeten.indicators.comparison;

import java.util.Locale;

/** What the numbers are taken for, and so whether chance has a part in them. */
public enum Inference {
    /**
     * A draw from what might as well have happened: another quarter, other people at the door. What areas publish of all
     * their events is commonly read so, to see whether a difference would last. Gives intervals, tests, funnel and ranks.
     */
    SUPER_POPULATION,
    /**
     * All there is, and no more than that: a full register of what was done. Chance has no part in it, so there are no
     * intervals, tests, funnel, ranks or judgements; what is only known between bounds stays so.
     */
    REGISTER;

    /**
     * Returns the word in files.
     *
     * @return such as {@code super-population}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
