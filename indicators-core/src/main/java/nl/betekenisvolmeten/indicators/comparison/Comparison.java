package nl.betekenisvolmeten.indicators.comparison;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.table.Coverage;

/**
 * Areas beside their city, for each indicator and period: every area of the level, also those without a figure.
 *
 * @param rows by indicator in the plan's order, then period, then area code
 * @param leftOut indicators that could not be compared, and why
 * @param findings what was found while adding up
 */
public record Comparison(List<Row> rows, List<LeftOut> leftOut, Findings findings) {

    public Comparison {
        rows = List.copyOf(rows);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * An area and an indicator in a period.
     *
     * @param area the area
     * @param indicator the indicator
     * @param period the period's CBS code
     * @param numerator what was counted: exact, or between bounds
     * @param denominator of how many
     * @param per what the value is expressed per
     * @param value numerator / denominator &times; per: exact, between bounds, or why there is none
     * @param interval what chance and bounds leave open, expressed per the same; empty for figures that are no counts,
     *     and for negative ones
     * @param confidence of the interval
     * @param method how the interval was made
     * @param cityValue the same value of the whole gemeente
     * @param pValue of the two-sided test of the area against its reference, usually the city's value; empty where either is
     *     only known between bounds or negative, or a count is above {@link
     *     nl.betekenisvolmeten.indicators.statistics.ExactTest#LARGEST_COUNT}
     * @param pAdjusted the p-value adjusted for all areas and indicators of the period
     * @param judgement what can be said
     * @param funnel where the area lies in a funnel plot; empty where there is no p-value or nothing is expected
     * @param coverage what was reported of what was to be expected; empty where nothing was
     * @param complete whether no cell of the area's figure or the city's was left empty; where one was, the value is of
     *     what was delivered, and nothing is tested or judged
     * @param detail the rest
     */
    public record Row(
            Area area,
            Indicator indicator,
            String period,
            CellValue numerator,
            CellValue denominator,
            Per per,
            CellValue value,
            Optional<Interval> interval,
            Confidence confidence,
            String method,
            CellValue cityValue,
            Optional<PValue> pValue,
            Optional<PValue> pAdjusted,
            Judgement judgement,
            Optional<FunnelClass> funnel,
            Optional<Coverage> coverage,
            boolean complete,
            RowDetail detail) {

        /**
         * A row without the rest.
         *
         * @param area the area
         * @param indicator the indicator
         * @param period the period's CBS code
         * @param numerator what was counted
         * @param denominator of how many
         * @param per what the value is expressed per
         * @param value numerator / denominator &times; per
         * @param interval what chance and bounds leave open
         * @param confidence of the interval
         * @param method how the interval was made
         * @param cityValue the same value of the whole gemeente
         * @param pValue of the test
         * @param pAdjusted the p-value adjusted
         * @param judgement what can be said
         * @param funnel where the area lies in a funnel plot
         * @param coverage what was reported of what was to be expected
         * @param complete whether no cell was left empty
         */
        public Row(
                Area area,
                Indicator indicator,
                String period,
                CellValue numerator,
                CellValue denominator,
                Per per,
                CellValue value,
                Optional<Interval> interval,
                Confidence confidence,
                String method,
                CellValue cityValue,
                Optional<PValue> pValue,
                Optional<PValue> pAdjusted,
                Judgement judgement,
                Optional<FunnelClass> funnel,
                Optional<Coverage> coverage,
                boolean complete) {
            this(
                    area,
                    indicator,
                    period,
                    numerator,
                    denominator,
                    per,
                    value,
                    interval,
                    confidence,
                    method,
                    cityValue,
                    pValue,
                    pAdjusted,
                    judgement,
                    funnel,
                    coverage,
                    complete,
                    RowDetail.none(value, cityValue));
        }

        Row judged(Optional<PValue> adjusted, Judgement newJudgement, RowDetail newDetail) {
            return new Row(
                    area,
                    indicator,
                    period,
                    numerator,
                    denominator,
                    per,
                    value,
                    interval,
                    confidence,
                    method,
                    cityValue,
                    pValue,
                    adjusted,
                    newJudgement,
                    funnel,
                    coverage,
                    complete,
                    newDetail);
        }
    }
}
