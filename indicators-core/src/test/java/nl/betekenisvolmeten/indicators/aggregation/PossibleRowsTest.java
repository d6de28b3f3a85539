package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;
import org.junit.jupiter.api.Test;

/** The bounds of two age groups if a row may belong to either of them. */
class PossibleRowsTest {

    private static final ColumnName AGE = ColumnName.of("leeftijdsgroep");
    private static final ColumnName PERSONS = ColumnName.of("deelnemers");
    private static final ColumnName VISITS = ColumnName.of("bezoeken");
    private static final ColumnName SCORE = ColumnName.of("rapportcijfer");
    private static final String YOUNG = "0-17";
    private static final String OLDER = "18-66";
    private static final String EITHER = PossibleCodes.text(List.of(YOUNG, OLDER));
    private static final long NONE = Long.MIN_VALUE;

    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(ColumnName.of("organisatie")),
                    new Dimension.Time(ColumnName.of("periode")),
                    new Dimension.Category(AGE, Set.of(YOUNG, OLDER))),
            List.of(
                    new Measure.Distinct(
                            PERSONS,
                            true,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(new Measure.Unnamed(VISITS, ColumnName.of("zonder_naam"))),
                            Optional.empty()),
                    new Measure.Flow(VISITS, 0),
                    new Measure.Mean(SCORE, 0, VISITS)));

    private static Observation row(String age, long persons, long visits, long score) {
        return Observation.of(new String[] {"a", "2026KW01", age}, new long[] {persons, visits, score}, new boolean[] {
            persons != NONE, visits != NONE, score != NONE
        });
    }

    private static ResultTable totals(Observation... rows) {
        List<Series> series = new ArrayList<>(List.of(
                Series.Total.of(PERSONS),
                Series.Total.of(VISITS),
                Series.Total.of(SCORE),
                new Series.Ratio("per_persoon", Series.Total.of(VISITS), Series.Total.of(PERSONS), false)));
        Aggregator aggregator = AggregationPlan.by(STRUCTURE)
                .withGroupings(List.of(new Grouping.ByColumn(AGE)))
                .withSeries(series)
                .newAggregator();
        List.of(rows).forEach(aggregator);
        return aggregator.result();
    }

    private static Figure figure(ResultTable table, ColumnName column, String age) {
        return table.figure(column.value(), age).orElseThrow();
    }

    private static CellValue between(long lower, long upper) {
        return CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    @Test
    void eitherGroup_addsBetweenNothingAndAll() {
        ResultTable table = totals(row(YOUNG, 3, 4, 7), row(EITHER, 5, 10, 8));
        assertThat(figure(table, PERSONS, YOUNG).value()).isEqualTo(between(3, 8));
        assertThat(figure(table, VISITS, YOUNG).value()).isEqualTo(between(4, 14));
        assertThat(figure(table, PERSONS, OLDER).value()).isEqualTo(between(0, 5));
        assertThat(figure(table, VISITS, OLDER).value()).isEqualTo(between(0, 10));
        assertThat(figure(table, VISITS, YOUNG).cellsKnown()).isEqualTo(2);
        assertThat(table.row(YOUNG).orElseThrow().observations()).isEqualTo(2);
        assertThat(table.row(OLDER).orElseThrow().observations()).isEqualTo(1);
        assertThat(table.row(OLDER).orElseThrow().reporters()).contains(1L);
        // from 4 visits by 8 persons to 14 visits by 3
        assertThat(table.figure("per_persoon", YOUNG).orElseThrow().numerator()).contains(between(4, 14));
        assertThat(table.figure("per_persoon", YOUNG).orElseThrow().denominator())
                .contains(between(3, 8));
    }

    /** The mean is unknown, because it is not known which visits belong to the group. */
    @Test
    void eitherGroup_hasNoMean() {
        ResultTable table = totals(row(YOUNG, 3, 4, 7), row(EITHER, 5, 10, 8));
        assertThat(figure(table, SCORE, YOUNG).value())
                .isEqualTo(new CellValue.NotDefined(CellValue.Reason.INCOMPLETE));
    }

    @Test
    void eitherGroup_emptyCells_countAsMissing() {
        ResultTable table = totals(row(YOUNG, 3, 4, 7), row(EITHER, NONE, NONE, NONE));
        assertThat(figure(table, VISITS, YOUNG).value())
                .isEqualTo(new CellValue.Incomplete(
                        Optional.of(BigDecimal.valueOf(4)), Optional.of(BigDecimal.valueOf(4)), Optional.empty()));
        assertThat(figure(table, VISITS, YOUNG).cellsMissing()).isEqualTo(1);
        assertThat(figure(table, VISITS, OLDER).value()).isEqualTo(new CellValue.Missing());
        assertThat(figure(table, VISITS, OLDER).cellsMissing()).isEqualTo(1);
    }

    /** If the number of persons was left empty, it is at most the number of visits, in either group. */
    @Test
    void eitherGroup_personsLeftEmpty_areAtMostTheVisits() {
        ResultTable table = totals(row(YOUNG, NONE, 4, 7), row(EITHER, 5, 10, 8));
        assertThat(figure(table, PERSONS, YOUNG).value())
                .isEqualTo(new CellValue.Incomplete(
                        Optional.empty(), Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.valueOf(9))));
        ResultTable possible = totals(row(YOUNG, 3, 4, 7), row(EITHER, NONE, 10, 8));
        assertThat(figure(possible, PERSONS, YOUNG).value())
                .isEqualTo(new CellValue.Incomplete(
                        Optional.empty(), Optional.of(BigDecimal.valueOf(3)), Optional.of(BigDecimal.valueOf(13))));
        assertThat(figure(possible, PERSONS, OLDER).value())
                .isEqualTo(new CellValue.Incomplete(
                        Optional.empty(), Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.TEN)));
    }

    @Test
    void eitherGroup_tooLarge_isReportedAsSuch() {
        CellValue tooLarge = new CellValue.NotDefined(CellValue.Reason.OVERFLOW);
        ResultTable own = totals(
                row(YOUNG, 3, Long.MAX_VALUE, NONE), row(YOUNG, 3, Long.MAX_VALUE, NONE), row(EITHER, 5, 10, NONE));
        assertThat(figure(own, VISITS, YOUNG).value()).isEqualTo(tooLarge);
        assertThat(figure(own, VISITS, OLDER).value()).isEqualTo(between(0, 10));
        ResultTable possible = totals(
                row(YOUNG, 3, 4, NONE), row(EITHER, 5, Long.MAX_VALUE, NONE), row(EITHER, 5, Long.MAX_VALUE, NONE));
        assertThat(figure(possible, VISITS, YOUNG).value()).isEqualTo(tooLarge);
    }
}
