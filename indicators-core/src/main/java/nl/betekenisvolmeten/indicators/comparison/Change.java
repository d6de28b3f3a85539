package nl.betekenisvolmeten.indicators.comparison;

import java.util.Locale;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.PValue;

/**
 * An area compared with itself in an earlier period, over the organisations that reported on it in both: another organisation
 * less is not a change in the work. For longer periods each part is matched with its own, such as the first quarter with the
 * first quarter a year before, so that a year that is not over is compared with the same part of the year before. The two
 * periods are tested as if they share no persons, which is too careful where they do.
 *
 * @param period the earlier period
 * @param before the value then, of the organisations matched; missing where there is none to match
 * @param beforeInterval what chance and bounds leave open of it
 * @param now the value now, of the same organisations; not the row's own value where others reported too
 * @param difference now less before
 * @param ratio now divided by before
 * @param pValue of the two-sided test; empty where either is not exact, not complete or not counted
 * @param pAdjusted the p-value adjusted for all areas and indicators of the period
 * @param judgement what can be said of the change
 * @param reason why it is not decided; empty where it is
 * @param reporters how many organisations reported in both
 */
public record Change(
        Period period,
        CellValue before,
        Optional<Interval> beforeInterval,
        CellValue now,
        Comparison.Difference difference,
        Ratio ratio,
        Optional<PValue> pValue,
        Optional<PValue> pAdjusted,
        Judgement judgement,
        Optional<Judgement.Reason> reason,
        long reporters) {

    /**
     * A value divided by an earlier one.
     *
     * @param value exact, between bounds, or why there is none
     * @param interval what chance and bounds leave open; empty where the earlier value is or may be zero, or has no interval
     */
    public record Ratio(CellValue value, Optional<Interval> interval) {}

    /** Which earlier period an area is compared with. */
    public enum Since {
        /** The same period of the year before, so that seasons do not pass for a change. */
        SAME_PERIOD_LAST_YEAR,
        /** The period just before it. */
        PREVIOUS_PERIOD;

        private static final int YEAR = 12;

        /**
         * Returns the word in files.
         *
         * @return such as {@code same-period-last-year}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns how many months before a period of the given length in months the earlier one begins. */
        int months(int length) {
            return this == SAME_PERIOD_LAST_YEAR ? YEAR : length;
        }
    }
}
