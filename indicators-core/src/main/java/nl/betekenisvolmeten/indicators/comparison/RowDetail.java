package nl.betekenisvolmeten.indicators.comparison;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.statistics.Overdispersion;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;

/**
 * What a comparison says of an area besides its value: for researchers, and for plots.
 *
 * @param inference what the numbers were taken for
 * @param reference what the area was put beside: {@link Reference#code}
 * @param referenceValue the same value of that
 * @param difference the area's value less that of the reference
 * @param intervals the interval at each confidence that was asked for, that of the row first; empty where the row has
 *     none
 * @param rank the places that the area may have among those of its city; empty where it has no interval
 * @param change the area beside itself a period earlier; empty unless asked for
 * @param standard whose ages the value was made with: {@link Standard#code}
 * @param crude the value with the area's own ages; the value itself where that was not standardised
 * @param overdispersion how much more areas differ than by chance, where that widened funnel and tests
 */
public record RowDetail(
        Inference inference,
        String reference,
        CellValue referenceValue,
        Optional<Difference> difference,
        List<ConfidenceLimits> intervals,
        Optional<RankIntervals.Places> rank,
        Optional<Change> change,
        String standard,
        CellValue crude,
        Optional<Overdispersion> overdispersion) {

    public RowDetail {
        intervals = List.copyOf(intervals);
    }

    /**
     * No more than a value and its city's.
     *
     * @param value the area's value
     * @param cityValue the city's
     * @return a detail without difference, intervals, rank or change
     */
    public static RowDetail none(CellValue value, CellValue cityValue) {
        return new RowDetail(
                Inference.SUPER_POPULATION,
                new Reference.City().code(),
                cityValue,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new Standard.None().code(),
                value,
                Optional.empty());
    }

    RowDetail withRank(Optional<RankIntervals.Places> newRank) {
        return new RowDetail(
                inference,
                reference,
                referenceValue,
                difference,
                intervals,
                newRank,
                change,
                standard,
                crude,
                overdispersion);
    }

    RowDetail withChange(Optional<Change> newChange) {
        return new RowDetail(
                inference,
                reference,
                referenceValue,
                difference,
                intervals,
                rank,
                newChange,
                standard,
                crude,
                overdispersion);
    }
}
