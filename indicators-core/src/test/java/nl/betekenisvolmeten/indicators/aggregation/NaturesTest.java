package nl.betekenisvolmeten.indicators.aggregation;

import static nl.betekenisvolmeten.indicators.aggregation.AllNatures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.CellValue.NotDefined;
import nl.betekenisvolmeten.indicators.model.CellValue.Reason;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Hand-computed totals of each nature. */
class NaturesTest {

    private static final String A = "41000001";
    private static final String B = "41000002";
    private static final String W1 = "WK051801";
    private static final String W2 = "WK051802";
    private static final String Q1 = "2026KW01";
    private static final String Q2 = "2026KW02";
    private static final String Q3 = "2026KW03";
    private static final String YOUNG = "0-17";
    private static final String OLD = "67+";
    private static final FindingCode TOO_LARGE = FindingCode.of("BM-A01");

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
    void flow_negativeNumbers_areSubtracted() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, 1250L, null, null, null, null),
                row(B, W1, Q2, YOUNG, -300L, null, null, null, null));
        assertThat(figure(AllNatures.HOURS, table)).isEqualTo(Figure.of(known("9.50"), 2, 0));
    }

    @Test
    void flow_emptyCells_areCountedAsMissingNotZero() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, 0L, null, null, null, null), row(A, W1, Q1, OLD, null, null, null, null, null));
        assertThat(figure(AllNatures.HOURS, table)).isEqualTo(Figure.of(CellValue.Incomplete.of(known("0.00")), 1, 1));
    }

    @Test
    void everyNature_emptyCellsOnly_isMissing() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, null, null, null, null, null), row(B, W2, Q2, OLD, null, null, null, null, null));
        assertThat(table.rows().get(0).figures()).allSatisfy(figure -> {
            assertThat(figure.value()).isEqualTo(new CellValue.Missing());
            assertThat(figure.cellsKnown()).isZero();
        });
        assertThat(table.findings().total()).isZero();
    }

    @Test
    void result_withoutRows_hasNoGroups() {
        assertThat(total().rows()).isEmpty();
        assertThat(total().figure("uren")).isEmpty();
    }

    @Test
    void flow_passingOverflow_isNone() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, Long.MAX_VALUE, null, null, null, null),
                row(A, W1, Q1, OLD, Long.MAX_VALUE, null, null, null, null),
                row(A, W1, Q2, YOUNG, Long.MIN_VALUE, null, null, null, null),
                row(A, W1, Q2, OLD, Long.MIN_VALUE, null, null, null, null));
        assertThat(figure(AllNatures.HOURS, table).value()).isEqualTo(known("-0.02"));
        assertThat(table.findings().total()).isZero();
    }

    @Test
    void flow_justWithinALong_isExact() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, Long.MAX_VALUE - 1, null, null, null, null),
                row(A, W1, Q1, OLD, 1L, null, null, null, null));
        assertThat(figure(AllNatures.HOURS, table).value()).isEqualTo(known("92233720368547758.07"));
    }

    @Test
    void flow_beyondALong_isRefusedWithAFinding() {
        ResultTable table = total(
                AggregationPlan.by(AllNatures.STRUCTURE),
                row(A, W1, Q1, YOUNG, Long.MAX_VALUE, null, null, null, null),
                row(A, W1, Q1, OLD, 1L, null, null, null, null));
        assertThat(figure(AllNatures.HOURS, table)).isEqualTo(Figure.of(new NotDefined(Reason.OVERFLOW), 2, 0));
        assertThat(table.findings().count(TOO_LARGE)).isEqualTo(1);
        assertThat(table.findings().kept().get(0).arguments())
                .containsEntry("column", "uren")
                .containsEntry("group", "all");
        assertThat(table.findings().kept().get(0).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void flow_belowALong_isRefused() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, Long.MIN_VALUE, null, null, null, null),
                row(A, W1, Q1, OLD, -1L, null, null, null, null));
        assertThat(figure(AllNatures.HOURS, table).value()).isEqualTo(new NotDefined(Reason.OVERFLOW));
    }

    @Test
    void distinct_beyondALong_isRefusedWithItsRatio() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, 1L, null, Long.MAX_VALUE, null, null),
                row(A, W1, Q1, OLD, 1L, null, 1L, null, null));
        assertThat(figure(AllNatures.PERSONS, table).value()).isEqualTo(new NotDefined(Reason.OVERFLOW));
        assertThat(table.figure("uren_per_persoon").orElseThrow().value()).isEqualTo(new NotDefined(Reason.OVERFLOW));
        assertThat(table.findings().count(TOO_LARGE)).isEqualTo(2);
    }

    @Test
    void mean_beyondALong_isRefused() {
        ResultTable table = total(row(A, W1, Q1, YOUNG, null, null, null, 3L, Long.MAX_VALUE));
        assertThat(figure(AllNatures.MARK, table).value()).isEqualTo(new NotDefined(Reason.OVERFLOW));
    }

    @Test
    void stock_overQuarters_isThatOfTheLast() {
        ResultTable table = total(
                row(A, W1, Q3, YOUNG, null, 7L, null, null, null),
                row(A, W1, Q1, YOUNG, null, 90L, null, null, null),
                row(B, W2, Q3, OLD, null, 5L, null, null, null),
                row(B, W1, Q2, OLD, null, 80L, null, null, null));
        assertThat(figure(AllNatures.CASELOAD, table))
                .isEqualTo(Figure.of(known("12"), 2, 0).withOldest(Period.ofCode(Q3)));
    }

    @Test
    void stock_organisationMissingInTheLastQuarter_isIncompleteWithItsLastValue() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, null, 90L, null, null, null),
                row(B, W1, Q1, YOUNG, null, 40L, null, null, null),
                row(B, W1, Q2, YOUNG, null, 41L, null, null, null));
        Figure figure = figure(AllNatures.CASELOAD, table);
        assertThat(figure.value()).isEqualTo(incomplete("131"));
        assertThat(figure.oldest()).contains(Period.ofCode(Q1));
        assertThat(table.rows().get(0).coverage().orElseThrow().isComplete()).isFalse();
    }

    @Test
    void stock_lastQuarterWithEmptyCellsOnly_isIncompleteWithTheValueBefore() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, null, 90L, null, null, null),
                row(A, W1, Q2, YOUNG, null, null, null, null, null));
        assertThat(figure(AllNatures.CASELOAD, table))
                .isEqualTo(Figure.of(incomplete("90"), 1, 1).withOldest(Period.ofCode(Q1)));
    }

    private static CellValue incomplete(String sum) {
        return new CellValue.Incomplete(Optional.of(new BigDecimal(sum)), Optional.empty(), Optional.empty());
    }

    @Test
    void stock_byWijk_withoutRowsInTheLastDeliveryOfTheStadsdeel_isNothing() {
        AggregationPlan byWijk = AllNatures.plan(List.of(new Grouping.ByColumn(World.WIJK)));
        ResultTable table = total(
                byWijk,
                row(A, W1, Q1, YOUNG, null, 90L, null, null, null),
                row(A, W2, Q1, YOUNG, null, 8L, null, null, null),
                row(A, W2, Q2, YOUNG, null, 9L, null, null, null));
        assertThat(table.figure("caseload", W1).orElseThrow().value()).isEqualTo(known("0"));
        assertThat(table.figure("caseload", W2).orElseThrow().value()).isEqualTo(known("9"));
    }

    @Test
    void distinct_overAgesOfOneQuarter_isExact() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, null, null, 12L, null, null), row(A, W1, Q1, OLD, null, null, 5L, null, null));
        assertThat(figure(AllNatures.PERSONS, table).value()).isEqualTo(known("17"));
    }

    @Test
    void distinct_overOrganisations_addsTheLargestOfEachAgeWhereOneRuleHolds() {
        List<Observation> rows = List.of(
                row(A, W1, Q1, YOUNG, null, null, 12L, null, null),
                row(B, W1, Q1, YOUNG, null, null, 9L, null, null),
                row(B, W1, Q1, OLD, null, null, 5L, null, null));
        Aggregator ownRules = AggregationPlan.by(AllNatures.STRUCTURE)
                .withGroupings(List.of())
                .newAggregator();
        Aggregator oneRule = AggregationPlan.by(AllNatures.STRUCTURE)
                .withGroupings(List.of())
                .withSameAgeRule(true)
                .newAggregator();
        rows.forEach(ownRules);
        rows.forEach(oneRule);
        assertThat(figure(AllNatures.PERSONS, ownRules.result()).value()).isEqualTo(between("14", "26"));
        assertThat(figure(AllNatures.PERSONS, oneRule.result()).value()).isEqualTo(between("17", "26"));
    }

    @Test
    void distinct_unknownAges_mayBeAnyone() {
        ResultTable few = total(
                row(A, W1, Q1, YOUNG, null, null, 12L, null, null),
                row(A, W1, Q1, OLD, null, null, 5L, null, null),
                row(B, W1, Q1, World.UNKNOWN, null, null, 10L, null, null));
        ResultTable many = total(
                row(A, W1, Q1, YOUNG, null, null, 12L, null, null),
                row(B, W1, Q1, World.UNKNOWN, null, null, 20L, null, null));
        assertThat(figure(AllNatures.PERSONS, few).value()).isEqualTo(between("17", "27"));
        assertThat(figure(AllNatures.PERSONS, many).value()).isEqualTo(between("20", "32"));
    }

    @Test
    void distinct_overQuarters_isAtLeastTheLargest() {
        ResultTable table = total(
                row(A, W1, Q1, YOUNG, null, null, 12L, null, null),
                row(A, W1, Q1, OLD, null, null, 5L, null, null),
                row(A, W1, Q2, YOUNG, null, null, 14L, null, null),
                row(A, W1, Q2, OLD, null, null, 1L, null, null));
        assertThat(figure(AllNatures.PERSONS, table).value()).isEqualTo(between("17", "32"));
    }

    @Test
    void distinct_negativeNumber_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> total(row(A, W1, Q1, YOUNG, null, null, -1L, null, null)))
                .withMessageContaining("-1");
    }

    @Test
    void distinct_twoPartitions_addOverBoth() {
        ColumnName persons = ColumnName.of("personen");
        TableStructure structure = new TableStructure(
                List.of(
                        new Dimension.Category(World.AGE, Set.of(YOUNG, OLD)),
                        new Dimension.Category(ColumnName.of("geslacht"), Set.of("m", "v"))),
                List.of(new Measure.Distinct(persons)));
        ResultTable table = total(AggregationPlan.by(structure), of(YOUNG, "m", 3), of(YOUNG, "v", 4), of(OLD, "x", 5));
        assertThat(figure(persons, table).value()).isEqualTo(between("7", "12"));
    }

    private static Observation of(String age, String gender, long persons) {
        return Observation.of(new String[] {age, gender}, new long[] {persons}, new boolean[] {true});
    }
}
