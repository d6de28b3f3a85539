package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Until 2026 the form asked for something else under the same name. */
class NotComparableTest {

    private static final Validity BEFORE_2026 = Validity.until(Period.ofQuarter(2025, 4));
    private static final CellValue NOT_COMPARABLE = new CellValue.NotDefined(CellValue.Reason.NOT_COMPARABLE);

    private static ResultTable hours(Grouping... groupings) {
        Aggregator aggregator = AllNatures.plan(List.of(groupings))
                .with(Agreed.NOTHING.withNotComparable(Map.of(AllNatures.HOURS, BEFORE_2026)))
                .newAggregator();
        for (String quarter : List.of("2025KW04", "2026KW01")) {
            aggregator.accept(AllNatures.row("41000001", "WK051801", quarter, "67+", 100L, 1L, 1L, 1L, 1L));
        }
        return aggregator.result();
    }

    private static CellValue value(ResultTable table, String series, String... key) {
        return table.figure(series, key).orElseThrow().value();
    }

    @Test
    void figureOfThatMeasure_withRowsOfThatTime_isNone() {
        ResultTable byQuarter = hours(new Grouping.ByColumn(World.PERIOD));
        assertThat(value(byQuarter, "uren", "2025KW04")).isEqualTo(NOT_COMPARABLE);
        assertThat(value(byQuarter, "uren_per_persoon", "2025KW04")).isEqualTo(NOT_COMPARABLE);
        assertThat(value(byQuarter, "uren", "2026KW01")).isEqualTo(CellValue.of(new BigDecimal("1.00")));
        assertThat(value(hours(), "uren")).isEqualTo(NOT_COMPARABLE);
    }

    @Test
    void figureOfAnotherMeasure_isThere() {
        assertThat(value(hours(), "aantal")).isEqualTo(CellValue.of(2));
    }

    /** Rows that do not say who reports may be of any time. */
    @Test
    void rowsWithoutReporters_giveNoFigure() {
        TableStructure structure = new TableStructure(
                List.of(new Dimension.Time(World.PERIOD)), List.of(new Measure.Flow(World.VISITS, 0)));
        Aggregator aggregator = AggregationPlan.by(structure)
                .with(Agreed.NOTHING.withNotComparable(Map.of(World.VISITS, BEFORE_2026)))
                .newAggregator();
        aggregator.accept(Observation.of(new String[] {"2026KW01"}, new long[] {1}, new boolean[] {true}));
        assertThat(value(aggregator.result(), "bezoeken")).isEqualTo(NOT_COMPARABLE);
    }
}
