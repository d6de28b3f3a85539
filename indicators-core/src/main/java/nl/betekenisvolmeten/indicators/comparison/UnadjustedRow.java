package nl.betekenisvolmeten.indicators.comparison;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.PValue;

/**
 * A row before its p-values are adjusted and it is judged, as that takes all rows of the period.
 *
 * @param row the row so far
 * @param pair the area and its reference, as they are judged: where only residents can be compared, the residents of both
 * @param difference of the two
 * @param restriction why they cannot be judged; empty where they can be
 * @param change the area compared with itself a period earlier; empty where there is none
 */
record UnadjustedRow(
        Comparison.Row row,
        ComparedPair pair,
        Comparison.Difference difference,
        Optional<Judgement.Reason> restriction,
        Optional<Earlier> change) {

    /**
     * How sure a judgement must be, with all others of the period.
     *
     * @param pValue the corrected p-value; empty where there is none
     * @param least the same at the lower end of the design effect of repeated events; that of others itself
     * @param strict for figures between bounds, which have no p-value to correct: the confidence that one of all
     *     comparisons needs for the confidence to hold for them together (Bonferroni)
     */
    record Adjusted(Optional<PValue> pValue, Optional<PValue> least, Confidence strict) {}

    /**
     * A change before it is judged.
     *
     * @param change the change so far
     * @param pair now and before
     */
    record Earlier(Change change, ComparedPair pair) {

        Change judged(Adjusted adjusted, Comparison.Row row) {
            Verdict verdict = change.reason()
                    .map(known -> Verdict.undecided(Judgement.NOT_DECIDED, known))
                    .orElseGet(() -> verdict(pair, change.difference(), adjusted, row));
            return new Change(
                    change.period(),
                    change.before(),
                    change.beforeInterval(),
                    change.now(),
                    change.difference(),
                    change.ratio(),
                    change.pValue(),
                    adjusted.pValue(),
                    verdict.judgement(),
                    verdict.reason(),
                    change.reporters());
        }
    }

    private static Verdict verdict(
            ComparedPair pair, Comparison.Difference difference, Adjusted adjusted, Comparison.Row row) {
        if (row.figure().uncertainty().inference() == Inference.REGISTER) {
            return Verdict.undecided(Judgement.NONE, Judgement.Reason.REGISTER);
        }
        return Verdict.of(
                pair,
                difference,
                adjusted,
                row.key().indicator().direction(),
                row.figure().uncertainty().confidence());
    }

    Optional<PValue> pValue() {
        return row.contrast().pValue();
    }

    /** Returns the p-value at the lower end of the design effect; empty if nothing is tested. */
    Optional<PValue> leastPValue() {
        boolean tested = isCompared();
        return pair.own().effect().isPresent() ? pair.leastPValue().filter(any -> tested) : pValue();
    }

    Optional<PValue> changePValue() {
        return change.flatMap(earlier -> earlier.change().pValue());
    }

    Optional<PValue> leastChangePValue() {
        return change.flatMap(earlier -> earlier.pair().leastPValue());
    }

    /** Returns whether the area is compared with its reference: by a test, or by what bounds leave possible. */
    boolean isCompared() {
        return difference.interval().isPresent() && restriction.isEmpty();
    }

    boolean isChangeCompared() {
        return change.filter(earlier -> earlier.change().difference().interval().isPresent())
                .isPresent();
    }

    private boolean isItsOwnReference() {
        return row.contrast().reference().code().equals(row.key().area().code().value());
    }

    Comparison.Row judged(Adjusted own, Adjusted changed) {
        Comparison.Contrast contrast = row.contrast();
        Comparison.Assessment assessment = row.assessment();
        Verdict verdict = assessment
                .reason()
                .map(reason -> Verdict.undecided(Judgement.NONE, reason))
                .or(() -> restriction
                        .filter(any -> difference.value().lowerBound().isPresent())
                        .map(reason -> Verdict.undecided(Judgement.NOT_DECIDED, reason)))
                .or(() -> Optional.of(Verdict.NONE)
                        .filter(any -> isItsOwnReference()
                                && difference.value().lowerBound().isPresent()))
                .orElseGet(() -> verdict(pair, difference, own, row));
        return new Comparison.Row(
                row.key(),
                row.figure(),
                new Comparison.Contrast(
                        contrast.reference(),
                        contrast.referenceValue(),
                        contrast.cityValue(),
                        contrast.difference(),
                        contrast.pValue(),
                        own.pValue()),
                new Comparison.Assessment(
                        verdict.judgement(),
                        verdict.reason(),
                        assessment.funnel(),
                        assessment.overdispersion(),
                        assessment.rank(),
                        change.map(earlier -> earlier.judged(changed, row))));
    }
}
