package nl.betekenisvolmeten.indicators.statistics;

/**
 * There is no figure, and why. Not the same as zero, and not the same as a figure that is missing.
 *
 * @param reason why there is none
 */
public record NotDefined(Reason reason) implements Statistic {

    /** Why a statistic has no value. */
    public enum Reason {
        /** Nobody to take a share of: the denominator of a proportion is 0. */
        ZERO_DENOMINATOR("zero-denominator"),
        /** No population or no time at risk: the exposure of a rate is 0. */
        ZERO_EXPOSURE("zero-exposure"),
        /** Too few numbers for what was asked: one number has no spread. */
        TOO_FEW_VALUES("too-few-values"),
        /** Too few events for a standardised rate: its value would hang on single ones. */
        TOO_FEW_EVENTS("too-few-events"),
        /** Too few inhabitants for a life table. */
        TOO_FEW_PERSONS("too-few-persons"),
        /** So wide an interval that the value says nothing. */
        TOO_UNCERTAIN("too-uncertain"),
        /** A stratum has nobody in it, and so no rate that could be weighted. */
        EMPTY_STRATUM("empty-stratum"),
        /** The reference expects no events here: there is nothing to compare with. */
        NOTHING_EXPECTED("nothing-expected"),
        /** A ratio to nothing, or its interval, has no bound. */
        UNBOUNDED("unbounded"),
        /** All the same: there is no difference or spread to speak of. */
        NO_VARIATION("no-variation");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /**
         * The stable name in files.
         *
         * @return such as {@code zero-denominator}
         */
        public String code() {
            return code;
        }
    }

    /**
     * No figure.
     *
     * @param reason why
     * @return the answer
     */
    public static NotDefined of(Reason reason) {
        return new NotDefined(reason);
    }
}
