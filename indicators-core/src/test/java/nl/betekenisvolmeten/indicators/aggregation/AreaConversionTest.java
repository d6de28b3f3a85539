package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.AreaChanges;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** The traps of areas over time: counts, persons, ratios and means each give another answer. */
class AreaConversionTest {

    private static final AggregationPlan PLAN =
            AllNatures.plan(List.of(new Grouping.ByColumn(World.WIJK), new Grouping.ByColumn(World.PERIOD)));

    private static AreaChanges changes(Map<String, Map<String, String>> shares) {
        Map<AreaCode, Map<AreaCode, BigDecimal>> parsed = new java.util.TreeMap<>();
        shares.forEach((old, parts) -> {
            Map<AreaCode, BigDecimal> to = new java.util.TreeMap<>();
            parts.forEach((area, share) -> to.put(AreaCode.of(area), new BigDecimal(share)));
            parsed.put(AreaCode.of(old), to);
        });
        return new AreaChanges("oud", "nieuw", new LocalizedText("inwoners", "inhabitants"), parsed);
    }

    private static ResultTable table(Observation... rows) {
        Aggregator aggregator = PLAN.newAggregator();
        List.of(rows).forEach(aggregator);
        return aggregator.result();
    }

    /** Hours in hundredths, caseload, persons, cases, mark in tenths. */
    private static Observation row(String wijk, Long... numbers) {
        return AllNatures.row(World.ORGANISATIONS.get(0), wijk, "2026KW01", "67+", numbers);
    }

    private static final ResultTable TWO_WIJKEN =
            table(row("WK051801", 1000L, 8L, 40L, 4L, 70L), row("WK051802", 500L, 2L, 30L, 6L, 80L));

    private static CellValue value(AreaConversion.Converted converted, String series, String wijk) {
        return converted.table().figure(series, wijk, "2026KW01").orElseThrow().value();
    }

    private static CellValue between(String lower, String upper) {
        return CellValue.between(new BigDecimal(lower), new BigDecimal(upper));
    }

    @Test
    void convert_merger_addsFlowsAndStocksAndBoundsPersons() {
        AreaConversion.Converted merged = AreaConversion.of(
                        changes(Map.of("WK051801", Map.of("WK051809", "1"), "WK051802", Map.of("WK051809", "1"))))
                .convert(TWO_WIJKEN, PLAN, "wijk");
        assertThat(value(merged, "uren", "WK051809")).isEqualTo(between("15.00", "15.00"));
        assertThat(value(merged, "caseload", "WK051809")).isEqualTo(between("10", "10"));
        assertThat(value(merged, "personen", "WK051809")).isEqualTo(between("40", "70"));
        // four marks of 7.0 and six of 8.0
        assertThat(value(merged, "cijfer", "WK051809").exact().orElseThrow()).isEqualByComparingTo("7.6");
        assertThat(merged.estimates()).isEmpty();
        assertThat(merged.table().row("WK051809", "2026KW01").orElseThrow().observations())
                .isEqualTo(2);
    }

    @Test
    void convert_merger_dividesRatiosAgain() {
        AreaConversion.Converted merged = AreaConversion.of(
                        changes(Map.of("WK051801", Map.of("WK051809", "1"), "WK051802", Map.of("WK051809", "1"))))
                .convert(TWO_WIJKEN, PLAN, "wijk");
        // 15 hours over 40 to 70 persons: neither the sum nor the mean of the two ratios
        CellValue ratio = value(merged, "uren_per_persoon", "WK051809");
        assertThat(ratio.lowerBound().orElseThrow())
                .isBetween(new BigDecimal("0.2142857142"), new BigDecimal("0.2142857143"));
        assertThat(ratio.upperBound().orElseThrow()).isEqualByComparingTo("0.375");
    }

    @Test
    void convert_split_boundsAndEstimatesFlows() {
        AreaConversion.Converted split = AreaConversion.of(
                        changes(Map.of("WK051801", Map.of("WK051801", "0.75", "WK051809", "0.25"))))
                .convert(TWO_WIJKEN, PLAN, "wijk");
        assertThat(value(split, "uren", "WK051801")).isEqualTo(between("0", "10.00"));
        assertThat(value(split, "personen", "WK051809")).isEqualTo(between("0", "40"));
        assertThat(value(split, "uren", "WK051802")).isEqualTo(between("5.00", "5.00"));
        assertThat(split.estimates())
                .contains(
                        new AreaConversion.Estimate(List.of("WK051801", "2026KW01"), "uren", new BigDecimal("7.5000")),
                        new AreaConversion.Estimate(
                                List.of("WK051809", "2026KW01"), "caseload", new BigDecimal("2.00")))
                .noneMatch(estimate -> estimate.series().equals("personen"));
    }

    @Test
    void convert_newCodeOnly_changesNoFigure() {
        AreaConversion.Converted renamed = AreaConversion.of(changes(Map.of("WK051801", Map.of("WK051809", "1"))))
                .convert(TWO_WIJKEN, PLAN, "wijk");
        assertThat(renamed.table().row("WK051809", "2026KW01").orElseThrow().figures())
                .isEqualTo(TWO_WIJKEN.row("WK051801", "2026KW01").orElseThrow().figures());
        assertThat(renamed.table().row("WK051809", "2026KW01").orElseThrow().coverage())
                .contains(new Coverage(1, 1));
    }

    @Test
    void convert_oldAreaWithoutRow_givesNoTotal() {
        ResultTable one = table(row("WK051801", 1000L, 8L, 40L, 4L, 70L));
        AreaConversion.Converted merged = AreaConversion.of(
                        changes(Map.of("WK051801", Map.of("WK051809", "1"), "WK051802", Map.of("WK051809", "1"))))
                .convert(one, PLAN, "wijk");
        assertThat(value(merged, "uren", "WK051809")).isEqualTo(new CellValue.Missing());
        assertThat(merged.table().row("WK051809", "2026KW01").orElseThrow().coverage())
                .contains(new Coverage(1, 2));
    }

    @Test
    void convert_aKeyWithoutAreas_isRefused() {
        AreaConversion conversion = AreaConversion.of(changes(Map.of()));
        assertThatThrownBy(() -> conversion.convert(TWO_WIJKEN, PLAN, "periode"))
                .hasMessageContaining("2026KW01");
        assertThatThrownBy(() -> conversion.convert(TWO_WIJKEN, PLAN, "buurt")).hasMessageContaining("buurt");
        AreaConversion joined = AreaConversion.of(changes(Map.of("WK051801", Map.of("WK051802", "1"))));
        assertThatThrownBy(() -> joined.convert(TWO_WIJKEN, PLAN, "wijk")).hasMessageContaining("WK051802");
    }

    private static final AreaChanges MERGER =
            changes(Map.of("WK051801", Map.of("WK051809", "1"), "WK051802", Map.of("WK051809", "1")));

    /** Rows as they are, but of half-reported areas, or with another value for the first series. */
    private static ResultTable with(ResultTable table, Coverage coverage, CellValue first) {
        List<ResultTable.Row> rows = table.rows().stream()
                .map(row -> {
                    List<Figure> figures = new ArrayList<>(row.figures());
                    figures.set(0, Figure.of(first, 1, 0));
                    return new ResultTable.Row(
                            row.key(), figures, row.observations(), row.reporters(), Optional.of(coverage));
                })
                .toList();
        return new ResultTable(table.keys(), table.series(), rows, table.findings());
    }

    @Test
    void convert_halfReportedAreas_makeNoCompleteOne() {
        ResultTable half = with(TWO_WIJKEN, new Coverage(1, 4), CellValue.of(BigDecimal.TEN));
        AreaConversion.Converted merged = AreaConversion.of(MERGER).convert(half, PLAN, "wijk");
        assertThat(merged.table().row("WK051809", "2026KW01").orElseThrow().coverage())
                .contains(new Coverage(2, 8));
    }

    @Test
    void convert_hiddenOrRefusedPart_saysWhyThereIsNoTotal() {
        for (CellValue reason :
                List.of(new CellValue.Suppressed(), new CellValue.NotDefined(CellValue.Reason.OVERFLOW))) {
            ResultTable hidden = with(TWO_WIJKEN, new Coverage(1, 1), reason);
            AreaConversion.Converted merged = AreaConversion.of(MERGER).convert(hidden, PLAN, "wijk");
            assertThat(merged.table().rows().get(0).figures().get(0).value()).isEqualTo(reason);
        }
    }

    /** A meeting in the rows of several age groups is in one wijk; meetings shared across wijken may be the same. */
    @Test
    void convert_merger_addsSharedEventsUnlessAreasShareThem() {
        assertThat(mergedMeetings(World.AGE)).isEqualTo(CellValue.of(11));
        assertThat(mergedMeetings(World.WIJK)).isEqualTo(between("6", "11"));
    }

    private static CellValue mergedMeetings(ColumnName sharedOver) {
        TableStructure structure = new TableStructure(
                AllNatures.STRUCTURE.dimensions(),
                List.of(new Measure.Shared(AllNatures.MEETINGS, 0, Set.of(sharedOver))));
        AggregationPlan plan = AggregationPlan.by(structure, "wijk", "periode");
        Aggregator aggregator = plan.newAggregator();
        long[] meetings = {5, 6};
        for (int i = 0; i < 2; i++) {
            aggregator.accept(Observation.of(
                    new String[] {World.ORGANISATIONS.get(0), World.WIJKEN.get(i), "2026KW01", "67+"},
                    new long[] {meetings[i]},
                    new boolean[] {true}));
        }
        return value(AreaConversion.of(MERGER).convert(aggregator.result(), plan, "wijk"), "bijeenkomsten", "WK051809");
    }

    @Test
    void convert_zeroInASplitArea_isDistributed() {
        ResultTable none = with(TWO_WIJKEN, new Coverage(1, 1), CellValue.of(0));
        AreaConversion split =
                AreaConversion.of(changes(Map.of("WK051801", Map.of("WK051801", "0.75", "WK051809", "0.25"))));
        assertThat(value(split.convert(none, PLAN, "wijk"), "uren", "WK051809")).isEqualTo(CellValue.of(0));
    }

    @Test
    void convert_numberBelowZeroInADividedArea_isRefused() {
        ResultTable below = with(TWO_WIJKEN, new Coverage(1, 1), CellValue.of(BigDecimal.TEN.negate()));
        AreaConversion split =
                AreaConversion.of(changes(Map.of("WK051801", Map.of("WK051801", "0.75", "WK051809", "0.25"))));
        assertThatThrownBy(() -> split.convert(below, PLAN, "wijk"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-10");
        assertThat(value(AreaConversion.of(MERGER).convert(below, PLAN, "wijk"), "uren", "WK051809")
                        .exact()
                        .orElseThrow())
                .isEqualByComparingTo("-20");
    }
}
