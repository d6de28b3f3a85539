package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Who reported, of those who were expected to. */
class CoverageTest {

    private static final Grouping YEAR = new Grouping.ByPeriod("jaar", World.PERIOD, PeriodKind.YEAR);
    private static final Grouping HALF_YEAR = new Grouping.ByPeriod("halfjaar", World.PERIOD, PeriodKind.HALF_YEAR);
    private static final Grouping QUARTER = new Grouping.ByColumn(World.PERIOD);
    private static final Grouping STADSDEEL = new Grouping.ByArea("stadsdeel", World.WIJK, AreaLevel.STADSDEEL);
    private static final Grouping REPORTER = new Grouping.ByColumn(World.ORGANISATION);

    /** A row of an organisation in a wijk, written {@code A1 2026KW01}. */
    private static Observation row(String text) {
        return AllNatures.row(
                text.charAt(0) == 'A' ? "41000001" : "41000002",
                "WK05180" + text.charAt(1),
                text.substring(3),
                "67+",
                100L,
                1L,
                1L,
                1L,
                1L);
    }

    private static ResultTable aggregate(List<Grouping> groupings, String... rows) {
        Aggregator aggregator = AllNatures.plan(groupings).newAggregator();
        Arrays.stream(rows).map(CoverageTest::row).forEach(aggregator);
        return aggregator.result();
    }

    private static Coverage coverage(ResultTable table, String... key) {
        return table.row(key).orElseThrow().coverage().orElseThrow();
    }

    @Test
    void year_allQuarters_isComplete() {
        ResultTable table =
                aggregate(List.of(YEAR), "A1 2026KW01", "A1 2026KW02", "A2 2026KW02", "A1 2026KW03", "A1 2026KW04");
        assertThat(coverage(table, "2026JJ00")).isEqualTo(new Coverage(4, 4));
        assertThat(coverage(table, "2026JJ00").isComplete()).isTrue();
    }

    @Test
    void year_quarterThatNobodyReported_isMissing() {
        ResultTable table = aggregate(List.of(YEAR), "A1 2026KW01", "A1 2026KW02", "A1 2026KW04");
        assertThat(coverage(table, "2026JJ00")).isEqualTo(new Coverage(3, 4));
        assertThat(coverage(table, "2026JJ00").share()).isEqualByComparingTo("0.75");
    }

    @Test
    void year_organisationThatSkippedOne_isExpectedInAll() {
        ResultTable table = aggregate(
                List.of(YEAR),
                "A1 2026KW01",
                "A1 2026KW02",
                "A1 2026KW03",
                "A1 2026KW04",
                "B1 2026KW01",
                "B1 2026KW02",
                "B1 2026KW04");
        assertThat(coverage(table, "2026JJ00")).isEqualTo(new Coverage(7, 8));
        assertThat(table.row("2026JJ00").orElseThrow().reporters()).isEqualTo(Optional.of(2L));
    }

    @Test
    void year_organisationOfOtherYears_isExpectedToo() {
        ResultTable table = aggregate(List.of(YEAR), "A1 2025KW04", "B1 2026KW01");
        assertThat(coverage(table, "2025JJ00")).isEqualTo(new Coverage(1, 8));
        assertThat(coverage(table, "2026JJ00")).isEqualTo(new Coverage(1, 8));
    }

    @Test
    void quarter_organisationThatSkippedIt_isMissing() {
        ResultTable table = aggregate(List.of(QUARTER), "A1 2026KW01", "B1 2026KW01", "A1 2026KW02");
        assertThat(coverage(table, "2026KW01")).isEqualTo(new Coverage(2, 2));
        assertThat(coverage(table, "2026KW02")).isEqualTo(new Coverage(1, 2));
    }

    @Test
    void total_expectsEveryPeriodSeen() {
        ResultTable table = aggregate(List.of(), "A1 2026KW01", "A1 2026KW02", "B1 2026KW01");
        assertThat(coverage(table)).isEqualTo(new Coverage(3, 4));
    }

    @Test
    void area_expectsOnlyOrganisationsThatWorkThere() {
        ResultTable table =
                aggregate(List.of(STADSDEEL, QUARTER), "A1 2026KW01", "A2 2026KW02", "B3 2026KW01", "B3 2026KW02");
        assertThat(coverage(table, "SD0518-NOORD", "2026KW01")).isEqualTo(new Coverage(1, 1));
        assertThat(coverage(table, "SD0518-ZUID", "2026KW02")).isEqualTo(new Coverage(1, 1));
        assertThat(coverage(aggregate(List.of(STADSDEEL), "A1 2026KW01", "B3 2026KW02"), "SD0518-ZUID"))
                .isEqualTo(new Coverage(1, 2));
    }

    private static Observation row(String organisation, int wijk, String quarter, String age) {
        return AllNatures.row(organisation, World.WIJKEN.get(wijk), quarter, age, 100L, 1L, 1L, 1L, 1L);
    }

    /**
     * An organisation that delivered about a stadsdeel also reported on age groups without persons: for Noord in two
     * quarters, for Zuid in one. Only the first and the third delivery have older people.
     */
    @Test
    void groupWithoutRows_inAStadsdeelWithADelivery_isReported() {
        String who = World.ORGANISATIONS.get(0);
        List<Observation> rows = List.of(
                row(who, 0, "2026KW01", "67+"), row(who, 1, "2026KW02", "0-17"), row(who, 2, "2026KW03", "67+"));
        for (Grouping time : List.of(YEAR, QUARTER)) {
            Aggregator aggregator = AllNatures.plan(List.of(STADSDEEL, new Grouping.ByColumn(World.AGE), time))
                    .newAggregator();
            rows.forEach(aggregator);
            ResultTable table = aggregator.result();
            if (time == YEAR) {
                assertThat(coverage(table, "SD0518-NOORD", "67+", "2026JJ00")).isEqualTo(new Coverage(2, 4));
                assertThat(coverage(table, "SD0518-NOORD", "0-17", "2026JJ00")).isEqualTo(new Coverage(2, 4));
                assertThat(coverage(table, "SD0518-ZUID", "67+", "2026JJ00")).isEqualTo(new Coverage(1, 4));
            } else {
                assertThat(coverage(table, "SD0518-NOORD", "0-17", "2026KW02")).isEqualTo(new Coverage(1, 1));
            }
        }
    }

    /**
     * Two organisations have older people in some quarter; in the second quarter, one of them has none but did deliver.
     */
    @Test
    void groupWithoutRows_inAQuarterWithADelivery_isReported() {
        Aggregator aggregator = AllNatures.plan(List.of(new Grouping.ByColumn(World.AGE), QUARTER))
                .newAggregator();
        aggregator.accept(row(World.ORGANISATIONS.get(0), 0, "2026KW01", "67+"));
        aggregator.accept(row(World.ORGANISATIONS.get(0), 0, "2026KW02", "0-17"));
        aggregator.accept(row(World.ORGANISATIONS.get(1), 0, "2026KW02", "67+"));
        aggregator.accept(row(World.ORGANISATIONS.get(1), 0, "2026KW03", "67+"));
        ResultTable table = aggregator.result();
        assertThat(coverage(table, "67+", "2026KW01")).isEqualTo(new Coverage(1, 2));
        assertThat(coverage(table, "67+", "2026KW02")).isEqualTo(new Coverage(2, 2));
        assertThat(coverage(table, "67+", "2026KW03")).isEqualTo(new Coverage(1, 2));
        assertThat(coverage(table, "0-17", "2026KW02")).isEqualTo(new Coverage(1, 1));
    }

    /** A delivery about Noord also covers its wijken without rows, but not a wijk in Zuid. */
    @Test
    void wijkWithoutRows_inAStadsdeelWithADelivery_isReported() {
        ResultTable table = aggregate(
                List.of(new Grouping.ByColumn(World.WIJK), YEAR), "A1 2026KW01", "A2 2026KW02", "A3 2026KW03");
        assertThat(coverage(table, "WK051801", "2026JJ00")).isEqualTo(new Coverage(2, 4));
        assertThat(coverage(table, "WK051803", "2026JJ00")).isEqualTo(new Coverage(1, 4));
    }

    @Test
    void organisation_expectsItselfOnly() {
        ResultTable table = aggregate(List.of(REPORTER, YEAR), "A1 2026KW01", "B1 2026KW01", "B1 2026KW02");
        assertThat(coverage(table, "41000001", "2026JJ00")).isEqualTo(new Coverage(1, 4));
        assertThat(coverage(table, "41000002", "2026JJ00")).isEqualTo(new Coverage(2, 4));
    }

    @Test
    void twoLevelsOfTime_countWithinTheShorter() {
        for (List<Grouping> groupings : List.of(List.of(YEAR, HALF_YEAR), List.of(HALF_YEAR, YEAR))) {
            ResultTable table = aggregate(groupings, "A1 2026KW01", "A1 2026KW02", "A1 2026KW03", "B1 2026KW01");
            assertThat(table.rows()).hasSize(2);
            assertThat(table.rows().get(0).coverage()).contains(new Coverage(3, 4));
            assertThat(table.rows().get(1).coverage()).contains(new Coverage(1, 4));
        }
        ResultTable quarters = aggregate(List.of(YEAR, QUARTER), "A1 2026KW01", "B1 2026KW02");
        assertThat(coverage(quarters, "2026JJ00", "2026KW01")).isEqualTo(new Coverage(1, 2));
    }

    @Test
    void periodsOfDifferentLengths_countOnce() {
        // A delivers by month, B by quarter: in months, A has three of three, as B has with one quarter and a month of
        // it
        ResultTable table = aggregate(
                List.of(new Grouping.ByPeriod("kwartaal", World.PERIOD, PeriodKind.QUARTER)),
                "A1 2026MM01",
                "A1 2026MM02",
                "A1 2026MM03",
                "B1 2026KW01",
                "B1 2026MM03");
        assertThat(coverage(table, "2026KW01")).isEqualTo(new Coverage(6, 6));
    }

    @Test
    void withoutReporters_coverageIsNotKnown() {
        ColumnName visits = World.VISITS;
        TableStructure structure =
                new TableStructure(List.of(new Dimension.Time(World.PERIOD)), List.of(new Measure.Flow(visits, 0)));
        Aggregator aggregator = AggregationPlan.by(structure).newAggregator();
        aggregator.accept(Observation.of(new String[] {"2026KW01"}, new long[] {1}, new boolean[] {true}));
        assertThat(aggregator.result().rows().get(0).coverage()).isEmpty();
        assertThat(aggregator.result().rows().get(0).reporters()).isEmpty();
    }

    @Test
    void withoutTime_aReporterIsExpectedOnce() {
        TableStructure structure = new TableStructure(
                List.of(new Dimension.Reporter(World.ORGANISATION), Dimension.Category.of(World.ACTIVITY)),
                List.of(new Measure.Flow(World.VISITS, 0)));
        Aggregator aggregator = AggregationPlan.by(structure).newAggregator();
        for (String activity : World.ACTIVITIES) {
            aggregator.accept(
                    Observation.of(new String[] {"41000001", activity}, new long[] {1}, new boolean[] {true}));
        }
        assertThat(aggregator.result().rows().get(0).coverage()).contains(new Coverage(1, 1));
    }

    @Test
    void coverage_outOfOrder_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coverage(3, 2))
                .withMessageContaining("reported must be from 0 to expected: 3 of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coverage(-1, 2))
                .withMessageContaining("reported must be from 0 to expected: -1 of 2");
        assertThat(new Coverage(0, 0).share()).isEqualTo(BigDecimal.ONE);
    }

    private static ResultTable afterSuccession(Set<String> areas, List<Grouping> groupings, String... rows) {
        Succession succession = new Succession(
                KvkNumber.of("41000001"),
                KvkNumber.of("41000002"),
                Period.ofQuarter(2026, 2),
                areas,
                LocalizedText.of("Overgenomen", "Taken over"));
        Aggregator aggregator = AllNatures.plan(groupings)
                .with(new Agreed(new OverlapLedger(List.of()), List.of(succession), List.of(), Map.of()))
                .newAggregator();
        Arrays.stream(rows).map(CoverageTest::row).forEach(aggregator);
        return aggregator.result();
    }

    @Test
    void succession_expectedDoesNotFallNorRise() {
        String[] rows = {"A1 2026KW01", "B1 2026KW02", "B1 2026KW03", "B1 2026KW04"};
        assertThat(coverage(aggregate(List.of(YEAR), rows), "2026JJ00")).isEqualTo(new Coverage(4, 8));
        for (List<Grouping> groupings : List.of(List.of(YEAR), List.of(YEAR, HALF_YEAR))) {
            ResultTable table = afterSuccession(Set.of(), groupings, rows);
            assertThat(table.rows())
                    .allSatisfy(row -> assertThat(row.coverage().orElseThrow().isComplete())
                            .isTrue());
        }
        ResultTable quarters = afterSuccession(Set.of(), List.of(QUARTER), rows);
        assertThat(quarters.rows()).allSatisfy(row -> assertThat(row.coverage()).contains(new Coverage(1, 1)));
        assertThat(coverage(afterSuccession(Set.of(), List.of(), rows))).isEqualTo(new Coverage(4, 4));
    }

    @Test
    void succession_reportThatNeitherMade_isMissing() {
        ResultTable table = afterSuccession(Set.of(), List.of(YEAR), "A1 2026KW01", "B1 2026KW02", "B1 2026KW04");
        assertThat(coverage(table, "2026JJ00")).isEqualTo(new Coverage(3, 4));
    }

    @Test
    void succession_whoGoesOnElsewhere_isStillExpected() {
        ResultTable table = afterSuccession(
                Set.of("Noord"), List.of(YEAR), "A1 2026KW01", "B1 2026KW02", "A3 2026KW01", "A3 2026KW02");
        assertThat(coverage(table, "2026JJ00")).isEqualTo(new Coverage(3, 7));
    }

    @Test
    void succession_ofOneArea_saysNothingOfAnother() {
        String[] rows = {"A1 2026KW01", "B1 2026KW02", "A3 2026KW01", "B3 2026KW02"};
        ResultTable table = afterSuccession(Set.of("Noord"), List.of(STADSDEEL, QUARTER), rows);
        assertThat(coverage(table, "SD0518-NOORD", "2026KW02")).isEqualTo(new Coverage(1, 1));
        assertThat(coverage(table, "SD0518-ZUID", "2026KW02")).isEqualTo(new Coverage(1, 2));
        ResultTable byWijk =
                afterSuccession(Set.of("Noord"), List.of(new Grouping.ByColumn(World.WIJK), QUARTER), rows);
        assertThat(coverage(byWijk, "WK051801", "2026KW01")).isEqualTo(new Coverage(1, 1));
        assertThat(coverage(byWijk, "WK051803", "2026KW01")).isEqualTo(new Coverage(1, 2));
    }

    @Test
    void succession_inAWindow_keepsItsNumber() {
        Succession succession = new Succession(
                KvkNumber.of("41000001"),
                KvkNumber.of("41000002"),
                Period.ofQuarter(2026, 2),
                Set.of(),
                LocalizedText.of("Overgenomen", "Taken over"));
        WindowedAggregator windows = WindowedAggregator.of(
                AllNatures.plan(List.of())
                        .with(new Agreed(new OverlapLedger(List.of()), List.of(succession), List.of(), Map.of())),
                "tot",
                new WindowedAggregator.Window.YearToDate(),
                Period.ofQuarter(2026, 4),
                Period.ofQuarter(2026, 4));
        for (String text : List.of("A1 2026KW01", "B1 2026KW02", "B1 2026KW03")) {
            windows.accept(row(text));
        }
        assertThat(coverage(windows.result(), "2026KW04")).isEqualTo(new Coverage(3, 4));
    }
}
