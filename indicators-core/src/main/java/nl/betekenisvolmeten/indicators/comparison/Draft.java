package nl.betekenisvolmeten.indicators.comparison;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.statistics.PValue;

/**
 * A row before its p-values are adjusted and it is judged, as that takes all rows of the period.
 *
 * @param row the row so far
 * @param versus the area beside its reference
 * @param difference of the two
 * @param change the area beside itself a period earlier; empty where there is none
 */
record Draft(Comparison.Row row, Versus versus, Difference difference, Optional<Earlier> change) {

    /**
     * A change before it is judged.
     *
     * @param change the change so far
     * @param versus now beside before
     */
    record Earlier(Change change, Versus versus) {

        Change judged(Optional<PValue> adjusted, Comparison.Row row) {
            Judgement judgement = Judgement.of(
                    versus, change.difference(), adjusted, row.indicator().direction(), row.confidence());
            return change.judged(adjusted, judgement);
        }
    }

    Optional<PValue> pValue() {
        return row.pValue();
    }

    Optional<PValue> changePValue() {
        return change.flatMap(earlier -> earlier.change().pValue());
    }

    Comparison.Row judged(Optional<PValue> adjusted, Optional<PValue> changeAdjusted) {
        Judgement judgement =
                Judgement.of(versus, difference, adjusted, row.indicator().direction(), row.confidence());
        Optional<Change> judgedChange = change.map(earlier -> earlier.judged(changeAdjusted, row));
        return row.judged(adjusted, judgement, row.detail().withChange(judgedChange));
    }
}
