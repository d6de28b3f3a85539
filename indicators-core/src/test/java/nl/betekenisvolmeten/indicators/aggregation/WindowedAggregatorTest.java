package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.betekenisvolmeten.indicators.aggregation.internal.RowOrder;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.junit.jupiter.api.Test;

class WindowedAggregatorTest implements World.Given {

    private static final Period Q1 = Period.ofQuarter(2026, 1);
    private static final Period Q4 = Period.ofQuarter(2026, 4);
    private static final AggregationPlan PLAN = AllNatures.plan(List.of());

    /** Hours in hundredths, caseload, persons, cases, mark in tenths. */
    private static Observation row(String period, Long... numbers) {
        return AllNatures.row(World.ORGANISATIONS.get(0), "WK051801", period, "67+", numbers);
    }

    private static ResultTable windows(WindowedAggregator.Window window, Observation... rows) {
        WindowedAggregator aggregator = WindowedAggregator.of(PLAN, "tot_en_met", window, Q1, Q4);
        List.of(rows).forEach(aggregator);
        return aggregator.result();
    }

    private static CellValue value(ResultTable table, String series, String end) {
        return table.figure(series, end).orElseThrow().value();
    }

    private static CellValue between(String lower, String upper) {
        return CellValue.between(new BigDecimal(lower), new BigDecimal(upper));
    }

    private static final Observation[] TWO_QUARTERS = {
        row("2026KW02", 100L, 5L, 40L, 2L, 70L), row("2026KW04", 300L, 7L, 30L, 2L, 90L),
    };

    @Test
    void yearToDate_holes_areCountedInTheCoverage() {
        ResultTable table = windows(new WindowedAggregator.Window.YearToDate(), TWO_QUARTERS);
        assertThat(table.row("2026KW01")).as("nothing before the first row").isEmpty();
        assertThat(value(table, "uren", "2026KW03")).isEqualTo(between("1.00", "1.00"));
        assertThat(table.row("2026KW03").orElseThrow().coverage()).contains(new Coverage(1, 3));
        assertThat(value(table, "uren", "2026KW04")).isEqualTo(between("4.00", "4.00"));
        assertThat(table.row("2026KW04").orElseThrow().coverage()).contains(new Coverage(2, 4));
    }

    @Test
    void yearToDate_eachNature_answersInItsOwnWay() {
        ResultTable table = windows(new WindowedAggregator.Window.YearToDate(), TWO_QUARTERS);
        assertThat(value(table, "caseload", "2026KW04")).isEqualTo(between("7", "7"));
        assertThat(value(table, "personen", "2026KW04")).isEqualTo(between("40", "70"));
        assertThat(value(table, "cijfer", "2026KW04").exact().orElseThrow()).isEqualByComparingTo("8");
    }

    @Test
    void rolling_fourQuarters_reachIntoTheYearBefore() {
        ResultTable table = windows(
                new WindowedAggregator.Window.Rolling(4), row("2025KW04", 100L, 1L, 1L, 1L, 10L), TWO_QUARTERS[0]);
        assertThat(value(table, "uren", "2026KW01")).isEqualTo(between("1.00", "1.00"));
        assertThat(value(table, "uren", "2026KW03")).isEqualTo(between("2.00", "2.00"));
        assertThat(value(table, "uren", "2026KW04")).isEqualTo(between("1.00", "1.00"));
    }

    @Test
    void earlier_fourQuartersBefore_isTheSameQuarterOfLastYear() {
        ResultTable table = windows(new WindowedAggregator.Window.Earlier(4), row("2025KW02", 100L, 1L, 1L, 1L, 10L));
        assertThat(table.rows()).hasSize(1);
        assertThat(value(table, "uren", "2026KW02")).isEqualTo(between("1.00", "1.00"));
    }

    /**
     * Two quarters, each with the largest value that fits: the total is too large in the window with both and in the
     * next two.
     */
    @Test
    void result_totalThatOverflows_isReportedForEachWindow() {
        ResultTable table = windows(
                new WindowedAggregator.Window.YearToDate(),
                row("2026KW01", Long.MAX_VALUE, 1L, 1L, 1L, 1L),
                row("2026KW02", Long.MAX_VALUE, 1L, 1L, 1L, 1L));
        assertThat(value(table, "uren", "2026KW02")).isEqualTo(new CellValue.NotDefined(CellValue.Reason.OVERFLOW));
        assertThat(table.findings().kept())
                .filteredOn(finding -> finding.code().value().equals("BM-A01")
                        && "uren".equals(finding.arguments().get("column")))
                .hasSize(3);
    }

    @Test
    void misuse_isRefused() {
        AggregationPlan byTime = AllNatures.plan(List.of(new Grouping.ByColumn(World.PERIOD)));
        WindowedAggregator.Window window = new WindowedAggregator.Window.YearToDate();
        assertThatThrownBy(() -> WindowedAggregator.of(byTime, "t", window, Q1, Q4))
                .hasMessageContaining("periode");
        assertThatThrownBy(() -> WindowedAggregator.of(PLAN, "t", window, Q4, Q1))
                .hasMessageContaining("2026KW04");
        assertThatThrownBy(() -> new WindowedAggregator.Window.Rolling(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> new WindowedAggregator.Window.Earlier(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> windows(window, row("2026JJ00", 1L, 1L, 1L, 1L, 1L)))
                .hasMessageContaining("2026JJ00");
    }

    private static RejectedRows rejected(Set<String> periods) {
        return new RejectedRows(
                List.of(Set.of(World.ORGANISATIONS.get(0)), Set.of("WK051801"), periods, Set.of("67+")),
                AllNatures.STRUCTURE.measures().stream()
                        .map(any -> OptionalLong.empty())
                        .toList(),
                1,
                OptionalLong.of(9));
    }

    private static List<Long> rejectedRows(RejectedRows rows) {
        WindowedAggregator aggregator =
                WindowedAggregator.of(PLAN, "tot_en_met", new WindowedAggregator.Window.YearToDate(), Q1, Q4);
        List.of(TWO_QUARTERS).forEach(aggregator);
        aggregator.acceptRejected(rows);
        return Stream.of("2026KW02", "2026KW03", "2026KW04")
                .map(end -> aggregator.result().row(end).orElseThrow().rejected())
                .toList();
    }

    /**
     * A row of the third quarter is in the windows from that quarter on; a row whose quarter cannot be read is in all
     * windows.
     */
    @Test
    void earlier_noPeriodBefore_isThePeriodItself() {
        ResultTable table = windows(new WindowedAggregator.Window.Earlier(0), TWO_QUARTERS);
        assertThat(value(table, "uren", "2026KW02")).isEqualTo(between("1.00", "1.00"));
        assertThat(value(table, "uren", "2026KW04")).isEqualTo(between("3.00", "3.00"));
        assertThat(table.rows()).hasSize(2);
    }

    @Test
    void result_groups_comeAfterTheWindow() {
        AggregationPlan byAge = AllNatures.plan(List.of(new Grouping.ByColumn(World.AGE)));
        WindowedAggregator aggregator =
                WindowedAggregator.of(byAge, "tot_en_met", new WindowedAggregator.Window.YearToDate(), Q1, Q4);
        List.of(TWO_QUARTERS).forEach(aggregator);
        assertThat(aggregator.result().keys()).containsExactly("tot_en_met", "leeftijdsgroep");
        assertThat(aggregator
                        .result()
                        .figure("uren", "2026KW04", "67+")
                        .orElseThrow()
                        .value())
                .isEqualTo(between("4.00", "4.00"));
        assertThatThrownBy(() -> WindowedAggregator.of(
                        byAge, "leeftijdsgroep", new WindowedAggregator.Window.YearToDate(), Q1, Q4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("groups of windows must not be by time, or have the name of the window: leeftijdsgroep");
    }

    @Test
    void acceptRejected_isInTheWindowsOfItsPeriod() {
        assertThat(rejectedRows(rejected(Set.of("2026KW03")))).containsExactly(0L, 1L, 1L);
        assertThat(rejectedRows(rejected(Set.of("2025KW03")))).containsExactly(0L, 0L, 0L);
        assertThat(rejectedRows(rejected(Set.of()))).containsExactly(1L, 1L, 1L);
    }

    /** A total of 12 hours in the third quarter, given by an organisation without rows. */
    @Test
    void acceptTotal_isInTheWindowsOfItsPeriod() {
        WindowedAggregator aggregator =
                WindowedAggregator.of(PLAN, "tot_en_met", new WindowedAggregator.Window.YearToDate(), Q1, Q4);
        List.of(TWO_QUARTERS).forEach(aggregator);
        List<OptionalLong> values = new ArrayList<>(AllNatures.STRUCTURE.measures().stream()
                .map(any -> OptionalLong.empty())
                .toList());
        values.set(0, OptionalLong.of(1_200));
        aggregator.acceptTotal(new OwnTotal(
                List.of(Set.of(World.ORGANISATIONS.get(1)), Set.of("WK051801"), Set.of("2026KW03"), Set.of("67+")),
                values,
                Map.of(),
                OwnTotal.Scope.ALL));
        ResultTable table = aggregator.result();
        assertThat(value(table, "uren", "2026KW02")).isEqualTo(between("1.00", "1.00"));
        assertThat(value(table, "uren", "2026KW03")).isEqualTo(between("13.00", "13.00"));
        assertThat(value(table, "uren", "2026KW04")).isEqualTo(between("16.00", "16.00"));
    }

    /** Findings about the totals are reported with the window. */
    @Test
    void result_findingsOfTheTotals_areReported() {
        ResultTable table = windows(
                new WindowedAggregator.Window.Rolling(1),
                row("2026KW01", Long.MAX_VALUE, 1L, 1L, 1L, 1L),
                row("2026KW01", Long.MAX_VALUE, 1L, 1L, 1L, 1L));
        assertThat(table.keys()).containsExactly("tot_en_met");
        assertThat(table.findings().kept())
                .extracting(finding -> finding.code().value())
                .contains("BM-A01");
    }

    @Property(tries = 200)
    void yearToDate_atTheEndOfTheYear_isTheYear(@ForAll("worlds") World world) {
        AggregationPlan plan = AggregationPlan.by(World.STRUCTURE);
        WindowedAggregator windows =
                WindowedAggregator.of(plan, "t", new WindowedAggregator.Window.YearToDate(), Q4, Q4);
        Aggregator year = plan.withGroupings(List.of(new Grouping.ByPeriod("jaar", World.PERIOD, PeriodKind.YEAR)))
                .newAggregator();
        world.rows().forEach(windows);
        world.rows().forEach(year);
        assertThat(windows.result().row("2026KW04").map(ResultTable.Row::figures))
                .isEqualTo(year.result().row("2026JJ00").map(ResultTable.Row::figures));
    }

    @Property(tries = 200)
    void rolling_onePeriod_isThePeriod(@ForAll("worlds") World world) {
        AggregationPlan plan = AggregationPlan.by(World.STRUCTURE);
        WindowedAggregator windows = WindowedAggregator.of(
                plan, "periode", new WindowedAggregator.Window.Rolling(1), Period.ofQuarter(2025, 3), Q4);
        Aggregator quarters = AggregationPlan.by(World.STRUCTURE, "periode").newAggregator();
        world.rows().forEach(windows);
        world.rows().forEach(quarters);
        assertThat(figures(windows.result())).isEqualTo(figures(quarters.result()));
    }

    private static Map<List<String>, List<Figure>> figures(ResultTable table) {
        Map<List<String>, List<Figure>> figures = new TreeMap<>(RowOrder.INSTANCE);
        table.rows().forEach(row -> figures.put(row.key(), row.figures()));
        return figures;
    }
}
