package nl.betekenisvolmeten.indicators.comparison;

import java.util.Locale;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Direction;
import nl.betekenisvolmeten.indicators.statistics.Confidence;

/**
 * What can be said of an area compared with its reference, usually its city. An exact figure is judged by its corrected p-value. A
 * figure between bounds has none: it is judged where all that is possible lies on one side, at a confidence raised for all
 * comparisons of the period (Bonferroni), unless no correction is asked for.
 */
public enum Judgement {
    /** Different, on the good side. */
    BETTER,
    /** Different, on the bad side. */
    WORSE,
    /** Above the reference's value, of an indicator without a good side, or as near to the band that is good. */
    HIGHER,
    /** Below the reference's value, of an indicator without a good side, or as near to the band that is good. */
    LOWER,
    /** Chance explains the difference. */
    SIMILAR,
    /** The bounds of the figures, or cells that were left empty, leave it open. */
    NOT_DECIDED,
    /** There is no figure to judge. */
    NONE;

    /**
     * Returns the word in files.
     *
     * @return such as {@code better}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a test says, or else what bounds settle: they settle a difference only where everything that is possible lies
     * on one side.
     */
    static Judgement of(
            ComparedPair pair,
            Difference difference,
            UnadjustedRow.Adjusted adjusted,
            Direction direction,
            Confidence confidence) {
        if (difference.interval().isEmpty()) {
            return NONE;
        }
        if (!pair.own().complete() || !pair.reference().complete()) {
            return NOT_DECIDED;
        }
        if (adjusted.pValue().isPresent()) {
            boolean different = adjusted.pValue().get().value() < 1 - confidence.level();
            return different ? different(pair, direction) : SIMILAR;
        }
        if (pair.own().isExact() && pair.reference().value().exact().isPresent()) {
            return NONE;
        }
        boolean settled = pair.difference(adjusted.strict())
                .interval()
                .filter(possible -> possible.lower() > 0 || possible.upper() < 0)
                .isPresent();
        return settled ? different(pair, direction) : NOT_DECIDED;
    }

    /** What a difference means; better or worse only where it is for all that bounds leave possible. */
    private static Judgement different(ComparedPair pair, Direction direction) {
        double[] own = ends(pair.own().value());
        double[] reference = ends(pair.reference().value());
        int gain = direction.compare(reference[0], own[0]);
        for (double from : reference) {
            for (double to : own) {
                gain = direction.compare(from, to) == gain ? gain : 0;
            }
        }
        return gain > 0 ? BETTER : gain < 0 ? WORSE : own[0] > reference[1] ? HIGHER : LOWER;
    }

    private static double[] ends(CellValue value) {
        return new double[] {
            value.lowerBound().orElseThrow().doubleValue(),
            value.upperBound().orElseThrow().doubleValue()
        };
    }
}
