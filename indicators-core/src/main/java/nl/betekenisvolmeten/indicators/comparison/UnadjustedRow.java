package nl.betekenisvolmeten.indicators.comparison;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.PValue;

/**
 * A row before its p-values are adjusted and it is judged, as that takes all rows of the period.
 *
 * @param row the row so far
 * @param versus the area beside its reference
 * @param difference of the two
 * @param change the area beside itself a period earlier; empty where there is none
 */
record UnadjustedRow(Comparison.Row row, ComparedPair versus, Difference difference, Optional<Earlier> change) {

    /**
     * How sure a judgement must be, with all others of the period.
     *
     * @param pValue the corrected p-value; empty where there is none
     * @param strict the confidence of what is judged by bounds
     */
    record Adjusted(Optional<PValue> pValue, Confidence strict) {}

    /**
     * A change before it is judged.
     *
     * @param change the change so far
     * @param versus now beside before
     */
    record Earlier(Change change, ComparedPair versus) {

        Change judged(Optional<PValue> adjusted, Comparison.Row row, Confidence strict) {
            Judgement judgement = Judgement.of(
                    versus,
                    change.difference(),
                    adjusted,
                    row.key().indicator().direction(),
                    row.figure().uncertainty().confidence(),
                    strict);
            return change.judged(adjusted, judgement);
        }
    }

    Optional<PValue> pValue() {
        return row.contrast().pValue();
    }

    Optional<PValue> changePValue() {
        return change.flatMap(earlier -> earlier.change().pValue());
    }

    /** Whether the area is put beside its reference: by a test, or by what bounds leave possible. */
    boolean isCompared() {
        return difference.interval().isPresent();
    }

    boolean isChangeCompared() {
        return change.filter(earlier -> earlier.change().difference().interval().isPresent())
                .isPresent();
    }

    Comparison.Row judged(Adjusted own, Adjusted changed) {
        Judgement judgement = Judgement.of(
                versus,
                difference,
                own.pValue(),
                row.key().indicator().direction(),
                row.figure().uncertainty().confidence(),
                own.strict());
        Optional<Change> judgedChange = change.map(earlier -> earlier.judged(changed.pValue(), row, changed.strict()));
        return row.judged(own.pValue(), judgement, judgedChange);
    }
}
