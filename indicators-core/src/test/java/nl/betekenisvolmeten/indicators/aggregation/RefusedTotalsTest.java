package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Rows of which two deliveries say something else: only the figures that they belong to are refused. */
class RefusedTotalsTest {

    private static final ColumnName VISITS = ColumnName.of("bezoeken");
    private static final ColumnName GROUP = ColumnName.of("doelgroep");
    private static final ColumnName TIME = ColumnName.of("periode");
    private static final CellValue CONTRADICTION = new CellValue.NotDefined(CellValue.Reason.CONTRADICTION);
    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(new Dimension.Category(GROUP, Set.of("JEUGD", "OUDERS")), new Dimension.Time(TIME)),
            List.of(new Measure.Flow(VISITS, 0)));

    private static final AggregationPlan PLAN = new AggregationPlan(
            STRUCTURE,
            List.of(new Grouping.ByColumn(TIME)),
            List.of(
                    Series.Total.of(VISITS),
                    new Series.Total("jeugd", VISITS, Selection.of(Map.of(GROUP, Set.of("JEUGD"))))),
            Optional.empty());

    private static Observation row(String group, String period, long visits) {
        return Observation.of(new String[] {group, period}, new long[] {visits}, new boolean[] {true});
    }

    private static Aggregator contradicted() {
        Aggregator totals = PLAN.newAggregator();
        totals.accept(row("JEUGD", "2026KW01", 4));
        totals.accept(row("OUDERS", "2026KW01", 5));
        totals.accept(row("OUDERS", "2026KW02", 6));
        totals.refuse(row("OUDERS", "2026KW01", 7));
        return totals;
    }

    private static void isRight(ResultTable table) {
        assertThat(table.figure("bezoeken", "2026KW01").orElseThrow().value()).isEqualTo(CONTRADICTION);
        assertThat(table.figure("jeugd", "2026KW01").orElseThrow().value()).isEqualTo(CellValue.of(4));
        assertThat(table.figure("bezoeken", "2026KW02").orElseThrow().value()).isEqualTo(CellValue.of(6));
    }

    @Test
    void refuse_aRow_takesTheFiguresThatHoldIt() {
        isRight(contradicted().result());
    }

    @Test
    void refuse_isCarriedByCombine() {
        Aggregator all = PLAN.newAggregator();
        all.combine(contradicted());
        isRight(all.result());
    }

    @Test
    void refuse_isCarriedByBytes() {
        isRight(PLAN.aggregatorFrom(contradicted().toBytes()).result());
    }

    @Test
    void refuse_isCarriedIntoOtherKeys() {
        ResultTable all = contradicted().regrouped(List.of(), key -> Optional.of(List.of()));
        assertThat(all.figure("bezoeken").orElseThrow().value()).isEqualTo(CONTRADICTION);
        assertThat(all.figure("jeugd").orElseThrow().value()).isEqualTo(CellValue.of(4));
    }

    @Test
    void refuse_isCarriedByALedger() {
        LedgerAggregator totals = LedgerAggregator.of(PLAN, new OverlapLedger(List.of()));
        totals.accept(row("OUDERS", "2026KW01", 5));
        totals.refuse(row("OUDERS", "2026KW01", 7));
        assertThat(totals.result().figure("bezoeken", "2026KW01").orElseThrow().value())
                .isEqualTo(CONTRADICTION);
    }
}
