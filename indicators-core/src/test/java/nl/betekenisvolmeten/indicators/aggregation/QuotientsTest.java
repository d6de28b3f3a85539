package nl.betekenisvolmeten.indicators.aggregation;

import static nl.betekenisvolmeten.indicators.aggregation.AllNatures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.aggregation.internal.RatioTotals;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.CellValue.NotDefined;
import nl.betekenisvolmeten.indicators.model.CellValue.Reason;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.junit.jupiter.api.Test;

/** Hand-computed ratios and means: made again from their parts. */
class QuotientsTest {

    private static final String A = "41000001";
    private static final String B = "41000002";
    private static final String W1 = "WK051801";
    private static final String Q1 = "2026KW01";
    private static final String Q2 = "2026KW02";
    private static final String YOUNG = "0-17";
    private static final String OLD = "67+";

    private static ResultTable total(Observation... rows) {
        return total(AllNatures.plan(List.of()), rows);
    }

    private static ResultTable total(AggregationPlan plan, Observation... rows) {
        Aggregator aggregator = plan.newAggregator();
        List.of(rows).forEach(aggregator);
        return aggregator.result();
    }

    private static Figure figure(ColumnName series, ResultTable table) {
        return table.figure(series.value()).orElseThrow();
    }

    private static CellValue known(String number) {
        return CellValue.of(new BigDecimal(number));
    }

    private static CellValue between(String lower, String upper) {
        return CellValue.between(new BigDecimal(lower), new BigDecimal(upper));
    }

    @Test
    void mean_ofMeans_isWeighedByCases() {
        // 10 cases of 8.0 and 30 of 6.0: (80 + 180) / 40 = 6.5, where the mean of means would be 7
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, null, null, null, 10L, 80L), row(B, W1, Q1, YOUNG, null, null, null, 30L, 60L));
        Figure mean = figure(AllNatures.MARK, table);
        assertThat(mean.value().exact().orElseThrow()).isEqualByComparingTo("6.5");
        assertThat(mean.numerator()).contains(known("260.0"));
        assertThat(mean.denominator()).contains(known("40"));
    }

    @Test
    void mean_withoutCases_isNotDefined() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, null, null, null, 0L, null), row(A, W1, Q1, OLD, null, null, null, 0L, 75L));
        Figure mean = figure(AllNatures.MARK, table);
        assertThat(mean.value()).isEqualTo(new NotDefined(Reason.ZERO_DENOMINATOR));
        assertThat(mean.cellsKnown()).isEqualTo(2);
    }

    @Test
    void mean_oneHalfMissing_isIncomplete() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, null, null, null, 10L, 80L),
                row(A, W1, Q1, OLD, null, null, null, 99L, null),
                row(A, W1, Q2, OLD, null, null, null, null, 10L));
        Figure mean = figure(AllNatures.MARK, table);
        assertThat(mean.value()).isEqualTo(CellValue.Incomplete.unknown());
        assertThat(mean.cellsKnown()).isEqualTo(1);
        assertThat(mean.cellsMissing()).isEqualTo(2);
    }

    @Test
    void mean_negativeNumberOfCases_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> total(row(A, W1, Q1, YOUNG, null, null, null, -2L, 10L)))
                .withMessageContaining("-2");
    }

    private static AggregationPlan ratio(Series.Total above, Series.Total below, boolean partOfWhole) {
        return AllNatures.plan(List.of())
                .withSeries(List.of(new Series.Ratio("verhouding", above, below, partOfWhole)));
    }

    private static CellValue ratioOf(ColumnName above, ColumnName below, Observation... rows) {
        return total(ratio(Series.Total.of(above), Series.Total.of(below), false), rows)
                .figure("verhouding")
                .orElseThrow()
                .value();
    }

    @Test
    void ratio_ofSums_isNotTheMeanOfRatios() {
        // 10.00 hours over 2 and 30.00 over 10: 40 / 12, where the mean of ratios would be 4
        CellValue value = ratioOf(
                AllNatures.HOURS,
                AllNatures.CASES,
                row(A, W1, Q1, YOUNG, 1000L, null, null, 2L, null),
                row(B, W1, Q1, YOUNG, 3000L, null, null, 10L, null));
        assertThat(value).isEqualTo(known("3.333333333333333333333333333333333"));
    }

    @Test
    void ratio_byZero_isNotDefined() {
        assertThat(ratioOf(AllNatures.HOURS, AllNatures.CASES, row(A, W1, Q1, YOUNG, 1000L, null, null, 0L, null)))
                .isEqualTo(new NotDefined(Reason.ZERO_DENOMINATOR));
    }

    @Test
    void ratio_byBoundsFromZero_hasNoKnownDenominator() {
        assertThat(quotient(known("2"), between("0", "4"), false))
                .isEqualTo(new NotDefined(Reason.UNKNOWN_DENOMINATOR));
    }

    @Test
    void ratio_missingPart_isMissingOrIncomplete() {
        Observation withoutHours = row(A, W1, Q1, YOUNG, null, null, null, 4L, null);
        Observation withoutCases = row(A, W1, Q1, YOUNG, 100L, null, null, null, null);
        assertThat(ratioOf(AllNatures.HOURS, AllNatures.CASES, withoutHours)).isEqualTo(new CellValue.Missing());
        assertThat(ratioOf(AllNatures.HOURS, AllNatures.CASES, withoutCases)).isEqualTo(new CellValue.Missing());
        assertThat(ratioOf(AllNatures.HOURS, AllNatures.CASES, withoutHours, withoutCases))
                .isEqualTo(CellValue.Incomplete.unknown());
    }

    @Test
    void ratio_partOfWhole_isAtMostOne() {
        // of 8 to 12 persons in all, 8 to 8 are young
        Series.Total young =
                new Series.Total("jong", AllNatures.PERSONS, Selection.of(Map.of(World.AGE, Set.of(YOUNG))));
        ResultTable table = total(
                ratio(young, Series.Total.of(AllNatures.PERSONS), true),
                row(A, W1, Q1, YOUNG, null, null, 8L, null, null),
                row(B, W1, Q1, World.UNKNOWN, null, null, 4L, null, null));
        Figure share = table.figure("verhouding").orElseThrow();
        assertThat(share.numerator()).contains(known("8"));
        assertThat(share.denominator()).contains(between("8", "12"));
        assertThat(share.value()).isEqualTo(between("0.6666666666666666666666666666666666", "1"));
    }

    private static CellValue quotient(CellValue above, CellValue below, boolean partOfWhole) {
        return RatioTotals.figure(Figure.of(above, 1, 0), Figure.of(below, 1, 0), partOfWhole)
                .value();
    }

    @Test
    void ratio_ofBounds_isWidest() {
        assertThat(quotient(between("2", "3"), between("4", "8"), false)).isEqualTo(between("0.25", "0.75"));
        assertThat(quotient(between("2", "6"), between("4", "8"), true)).isEqualTo(between("0.25", "1"));
    }

    @Test
    void ratio_negativeNumeratorOverBounds_keepsBothEnds() {
        // -10.00 hours (a correction) over 2 to 5 persons: -5 to -2
        assertThat(quotient(known("-10"), between("2", "5"), false)).isEqualTo(between("-5", "-2"));
        assertThat(quotient(between("-10", "10"), between("2", "5"), false)).isEqualTo(between("-5", "5"));
    }

    @Test
    void ratio_negativeDenominator_isKnownAllTheSame() {
        assertThat(quotient(known("10"), known("-4"), false)).isEqualTo(known("-2.5"));
        assertThat(quotient(between("10", "20"), known("-4"), false)).isEqualTo(between("-5", "-2.5"));
        assertThat(quotient(known("1"), between("-4", "4"), false))
                .isEqualTo(new NotDefined(Reason.UNKNOWN_DENOMINATOR));
    }

    @Test
    void ratio_partAboveItsWhole_isNotMadeOne() {
        // at least 20 of at most 10: the rows contradict each other, and a hundred per cent exactly would hide it
        assertThat(quotient(between("20", "30"), between("5", "10"), true)).isEqualTo(between("2", "6"));
        assertThat(quotient(between("10", "30"), between("5", "10"), true)).isEqualTo(known("1"));
    }
}
