package nl.betekenisvolmeten.indicators.aggregation;

import static nl.betekenisvolmeten.indicators.aggregation.AllNatures.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that may have one of several codes (see also PossibleRowsTest), and rows that share events. */
class RowsTest {

    private static final String ONE = World.ORGANISATIONS.get(0);
    private static final String TWO = World.ORGANISATIONS.get(1);
    private static final String W1 = World.WIJKEN.get(0);
    private static final String Q1 = "2026KW01";
    private static final String YOUNG = "0-17";
    private static final String OLD = "67+";
    private static final String EITHER = PossibleCodes.text(Set.of(YOUNG, OLD));
    private static final Grouping BY_AGE = new Grouping.ByColumn(World.AGE);

    private static CellValue between(long lower, long upper) {
        return CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    private static ResultTable totals(AggregationPlan plan, Observation... rows) {
        Aggregator aggregator = plan.newAggregator();
        List.of(rows).forEach(aggregator);
        return aggregator.result();
    }

    private static Figure figure(ResultTable table, ColumnName series, String... key) {
        return table.figure(series.value(), key).orElseThrow();
    }

    private static Observation numbers(@Nullable Long... numbers) {
        return row(ONE, W1, Q1, OLD, numbers);
    }

    @Test
    void batchWithoutRows_createsNoGroup() {
        Aggregator aggregator = AllNatures.plan(List.of()).newAggregator();
        aggregator.accept(Batches.of(List.of(numbers(1L))), 1, 1);
        assertThat(aggregator.result().rows()).isEmpty();
    }

    private static Observation hours(String age, @Nullable Long hundredths) {
        return row(ONE, W1, Q1, age, hundredths, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    private static CellValue known(String number) {
        return CellValue.of(new BigDecimal(number));
    }

    /** Old people can only be in the row of the second organisation. */
    @Test
    void rowOfOneOfTwoAges_isAReportForEach() {
        ResultTable table =
                totals(AllNatures.plan(List.of(BY_AGE)), row(ONE, W1, Q1, YOUNG, 0L), row(TWO, W1, Q1, EITHER, 0L));
        assertThat(table.row(YOUNG).orElseThrow().reporters()).contains(2L);
        assertThat(table.row(OLD).orElseThrow().reporters()).contains(1L);
        assertThat(table.row(OLD).orElseThrow().coverage()).contains(new Coverage(1, 1));
    }

    /** A number that was not delivered may belong to either age group, so it is missing from both totals. */
    @Test
    void rowOfOneOfTwoAges_withAnEmptyCell_makesBothIncomplete() {
        ResultTable table =
                totals(AllNatures.plan(List.of(BY_AGE)), hours(YOUNG, 700L), hours(EITHER, 500L), hours(EITHER, null));
        assertThat(figure(table, AllNatures.HOURS, YOUNG).value()).isInstanceOf(CellValue.Incomplete.class);
        assertThat(figure(table, AllNatures.HOURS, YOUNG).value().least()).contains(new BigDecimal("7.00"));
        assertThat(figure(table, AllNatures.HOURS, YOUNG).cellsKnown()).isEqualTo(2);
        assertThat(figure(table, AllNatures.HOURS, YOUNG).cellsMissing()).isEqualTo(1);

        ResultTable empty =
                totals(AllNatures.plan(List.of(BY_AGE)), hours(YOUNG, 700L), hours(OLD, null), hours(EITHER, null));
        assertThat(figure(empty, AllNatures.HOURS, YOUNG))
                .isEqualTo(Figure.of(CellValue.Incomplete.of(known("7.00")), 1, 1));
        assertThat(figure(empty, AllNatures.HOURS, OLD)).isEqualTo(Figure.of(new CellValue.Missing(), 0, 2));
    }

    /** The same applies if the only column may have one of several codes. */
    @Test
    void onlyColumn_oneOfTwoCodes_mayBelongToEach() {
        TableStructure structure = new TableStructure(
                List.of(Dimension.Category.of(World.ACTIVITY)), List.of(new Measure.Flow(World.VISITS, 0)));
        ResultTable table = totals(
                AggregationPlan.by(structure, "activiteit"),
                Observation.of(
                        new String[] {PossibleCodes.text(World.ACTIVITIES)}, new long[] {5}, new boolean[] {true}));
        assertThat(table.rows())
                .extracting(ResultTable.Row::key)
                .containsExactly(List.of("inloop"), List.of("taalcafe"));
        assertThat(figure(table, World.VISITS, "inloop").value()).isEqualTo(between(0, 5));
    }

    /** A row that counts in the total may count in a figure of young people only. */
    @Test
    void figureOfOneAge_mayIncludeTheRow() {
        AggregationPlan plan = AggregationPlan.by(AllNatures.STRUCTURE)
                .withGroupings(List.of())
                .withSeries(List.of(
                        Series.Total.of(AllNatures.CASES),
                        new Series.Total("jong", AllNatures.CASES, Selection.of(Map.of(World.AGE, Set.of(YOUNG))))));
        ResultTable table =
                totals(plan, row(ONE, W1, Q1, YOUNG, 0L, 0L, 0L, 7L), row(ONE, W1, Q1, EITHER, 0L, 0L, 0L, 5L));
        assertThat(figure(table, AllNatures.CASES).value()).isEqualTo(CellValue.of(12));
        assertThat(table.figure("jong").orElseThrow().value()).isEqualTo(between(7, 12));
        assertThat(table.rows().get(0).observations()).isEqualTo(2);
    }

    /** Events shared by the rows of several age groups, in a table without periods. */
    @Test
    void sharedEvents_withoutPeriods_areAtLeastThoseOfTheLargestRow() {
        TableStructure structure = new TableStructure(
                List.of(Dimension.Category.of(World.ACTIVITY), Dimension.Category.of(World.AGE)),
                List.of(new Measure.Shared(AllNatures.MEETINGS, 0, Set.of(World.AGE))));
        ResultTable table = totals(
                AggregationPlan.by(structure).withGroupings(List.of()),
                meetings("inloop", YOUNG, 4),
                meetings("inloop", OLD, 3),
                meetings("taalcafe", OLD, 2));
        assertThat(figure(table, AllNatures.MEETINGS).value()).isEqualTo(between(6, 9));
    }

    private static Observation meetings(String activity, String age, long meetings) {
        return Observation.of(new String[] {activity, age}, new long[] {meetings}, new boolean[] {true});
    }

    /** A predecessor and its successor hold different meetings, although both count for the successor. */
    @Test
    void sharedEvents_ofPredecessorAndSuccessor_addUp() {
        Aggregator aggregator = AllNatures.plan(List.of()).newAggregator();
        aggregator.accept(row(TWO, W1, Q1, YOUNG, 0L, 0L, 0L, 0L, 0L, 4L));
        Observation old = row(TWO, W1, Q1, OLD, 0L, 0L, 0L, 0L, 0L, 3L);
        aggregator.accept(old, row(ONE, W1, Q1, OLD, 0L, 0L, 0L, 0L, 0L, 3L));
        assertThat(figure(aggregator.result(), AllNatures.MEETINGS).value()).isEqualTo(CellValue.of(7));
        aggregator.accept(row(TWO, W1, Q1, OLD, 0L, 0L, 0L, 0L, 0L, 2L));
        assertThat(figure(aggregator.result(), AllNatures.MEETINGS).value()).isEqualTo(between(7, 9));
    }
}
