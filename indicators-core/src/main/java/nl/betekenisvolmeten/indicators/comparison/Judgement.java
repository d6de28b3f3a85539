package nl.betekenisvolmeten.indicators.comparison;

import java.util.Locale;

/**
 * What can be said of an area compared with its reference, usually its city. An exact figure is judged by its corrected p-value. A
 * figure between bounds has none: it is judged where all that is possible lies on one side, at a confidence raised for all
 * comparisons of the period (Bonferroni), unless no correction is asked for. A figure of repeated events, such as visits, gets
 * the judgement that both ends of its {@linkplain nl.betekenisvolmeten.indicators.statistics.DesignEffect design effect} give;
 * where only the lower end is known it can only be {@link #SIMILAR}.
 */
public enum Judgement {
    /** Different, on the good side. */
    BETTER("better"),
    /** Different, on the bad side. */
    WORSE("worse"),
    /** Above the reference's value, of an indicator without a good side, or as near to the band that is good. */
    HIGHER("no_judgement"),
    /** Below the reference's value, of an indicator without a good side, or as near to the band that is good. */
    LOWER("no_judgement"),
    /** Chance explains the difference. */
    SIMILAR("similar"),
    /** What is not known of the figures, or of the chance in them, leaves it open. */
    NOT_DECIDED("not_decided"),
    /** There is no figure to judge, or chance has no part in it. */
    NONE("not_decided");

    private final String code;

    Judgement(String code) {
        this.code = code;
    }

    /**
     * Returns the word in files.
     *
     * @return better, worse, similar, {@code no_judgement} for a difference without a good side, or {@code not_decided}
     */
    public String code() {
        return code;
    }

    /** Why a judgement is not decided. */
    public enum Reason {
        /** Nothing came in. */
        MISSING,
        /** There is no figure, for a reason other than those below. */
        REFUSED,
        /** The denominator is zero. */
        ZERO_DENOMINATOR,
        /** The total is too large to be held exactly. */
        OVERFLOW,
        /** The age classes do not fit, or inhabitants are not known by age. */
        NO_AGE_CLASSES,
        /** Part of the figure was counted differently from the rest. */
        NOT_COMPARABLE,
        /** Two deliveries contradict each other, so there is no figure. */
        CONTRADICTION,
        /** How many people live in the area, or those of the ages in question, is not known. */
        NO_INHABITANTS,
        /** There is more than there are inhabitants: people come from elsewhere, or the inhabitants are not right. */
        ABOVE_INHABITANTS,
        /** No other area is in the figure that it would be compared with. */
        ALONE,
        /** Cells were left empty. */
        INCOMPLETE,
        /** The bounds of the figures leave it open. */
        BOUNDS,
        /** No persons are behind the events, as with meetings: how much of a difference is chance is not known. */
        NO_PERSONS,
        /**
         * How often the same persons came is only known to be at least this much, and a difference may be a few of them who
         * come often.
         */
        LOWER_BOUND,
        /** The two ends of the design effect give different judgements. */
        DESIGN_EFFECT,
        /** There are too few events, or none. */
        TOO_FEW_EVENTS,
        /** It is no count, or one beyond what the exact methods can do. */
        NOT_COUNTED,
        /** Nothing came in of the earlier period. */
        NO_EARLIER_PERIOD,
        /** No organisation reported on the area in both periods. */
        NOT_MATCHED,
        /** People are counted where the activity is and divided by those who live there, which says nothing between wijken. */
        PLACE_OF_ACTIVITY,
        /** Visitors from elsewhere are included, and those who live in the stadsdeel were not counted apart. */
        VISITORS_INCLUDED,
        /** The figures are taken as a full register: chance has no part in them. */
        REGISTER;

        /**
         * Returns the word in files.
         *
         * @return such as {@code lower_bound}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns whether the figure is not compared at all, whatever it is. */
        boolean isNotCompared() {
            return this == ABOVE_INHABITANTS || this == ALONE;
        }
    }
}
