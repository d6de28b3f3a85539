package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.List;
import nl.betekenisvolmeten.indicators.model.IndicatorId;

/**
 * Whether figures of an indicator from two versions of a format may stand beside each other. Computed from the
 * definitions, never claimed by hand.
 *
 * @param indicator the indicator
 * @param verdict whether it may
 * @param reasons why not, or what to bear in mind; empty when nothing changed
 */
public record IndicatorComparability(IndicatorId indicator, Verdict verdict, List<Reason> reasons) {

    public IndicatorComparability {
        reasons = List.copyOf(reasons);
    }

    /** Whether figures may stand beside each other. */
    public enum Verdict {
        /** Nothing that feeds it changed. */
        COMPARABLE,
        /** They mean the same, but something is to be borne in mind. */
        WITH_NOTE,
        /** They do not mean the same, or there is no figure in one of the versions. */
        NOT_COMPARABLE
    }

    /**
     * A reason.
     *
     * @param cause what changed
     * @param column the column
     * @param details codes, a rule or another name; may be empty
     */
    public record Reason(Cause cause, String column, String details) {}

    /** What makes figures differ in meaning. */
    public enum Cause {
        /** Nothing declares how the one version becomes the other. */
        NO_STEPS(Verdict.NOT_COMPARABLE),
        /** One of the versions does not have the column. */
        COLUMN(Verdict.NOT_COMPARABLE),
        /** The column holds something else or is of another nature. */
        TYPE(Verdict.NOT_COMPARABLE),
        /** The indicator counts certain codes only, which do not mean the same in both. */
        CODES(Verdict.NOT_COMPARABLE),
        /** The column has another name. */
        RENAMED(Verdict.WITH_NOTE),
        /** The column is written otherwise or in other units. */
        NOTATION(Verdict.WITH_NOTE),
        /** The column must be filled in, or may now be empty. */
        OBLIGATION(Verdict.WITH_NOTE),
        /** The fill-in agreement changed. */
        AGREEMENT(Verdict.WITH_NOTE),
        /** Rows are refused by another rule. */
        RULE(Verdict.WITH_NOTE),
        /** Persons of other groups are told apart, so that the bounds of their number widen. */
        PERSONS(Verdict.WITH_NOTE);

        private final Verdict verdict;

        Cause(Verdict verdict) {
            this.verdict = verdict;
        }

        /**
         * What the cause by itself leads to.
         *
         * @return the verdict
         */
        public Verdict verdict() {
            return verdict;
        }
    }
}
