package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

class AggregationPlanTest {

    private static final AggregationPlan TOTAL = AllNatures.plan(List.of());

    private static void refused(Runnable making, String named) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessageContaining(named);
    }

    @Test
    void plan_columnsThatDoNotFit_areRefused() {
        refused(() -> AggregationPlan.by(AllNatures.STRUCTURE, "gemeente"), "gemeente");
        refused(() -> AggregationPlan.by(AllNatures.STRUCTURE, "uren"), "uren");
        refused(() -> grouped(new Grouping.ByPeriod("jaar", World.WIJK, PeriodKind.YEAR)), "wijk");
        refused(() -> grouped(new Grouping.ByArea("stad", World.PERIOD, AreaLevel.GEMEENTE)), "periode");
        refused(() -> grouped(new Grouping.ByArea("buurt", World.WIJK, AreaLevel.BUURT)), "BUURT");
        refused(() -> TOTAL.withSeries(List.of(Series.Total.of(World.WIJK))), "wijk");
    }

    private static AggregationPlan grouped(Grouping grouping) {
        return TOTAL.withGroupings(List.of(grouping));
    }

    @Test
    void plan_nameTwice_isRefused() {
        refused(() -> AggregationPlan.by(AllNatures.STRUCTURE, "wijk", "wijk"), "wijk");
        refused(() -> grouped(new Grouping.ByArea("uren", World.WIJK, AreaLevel.GEMEENTE)), "uren");
    }

    @Test
    void plan_selectionOfNoDimension_isRefused() {
        Selection uren = Selection.of(Map.of(AllNatures.HOURS, Set.of("1")));
        refused(() -> TOTAL.withSeries(List.of(new Series.Total("x", AllNatures.HOURS, uren))), "uren");
    }

    @Test
    void selection_ofNothing_isAll() {
        assertThat(Selection.of(Map.of())).isEqualTo(Selection.all());
        assertThat(Selection.all().with(World.AGE, Set.of("67+")).with(World.AGE, Set.of("0-17")))
                .isEqualTo(Selection.of(Map.of(World.AGE, Set.of("0-17"))));
    }

    @Test
    void accept_rowsThatDoNotFit_areRefused() {
        Observation tooShort = Observation.of(new String[] {"a"}, new long[0], new boolean[0]);
        refused(() -> TOTAL.newAggregator().accept(tooShort), "another structure");
        Observation noPeriod = AllNatures.row("41000001", "WK051801", "2026-Q1", "67+", 1L, 1L, 1L, 1L, 1L);
        refused(() -> TOTAL.newAggregator().accept(noPeriod), "2026-Q1");
        Observation noWijk = AllNatures.row("41000001", "WK051899", "2026KW01", "67+", 1L, 1L, 1L, 1L, 1L);
        refused(
                () -> grouped(new Grouping.ByArea("stad", World.WIJK, AreaLevel.GEMEENTE))
                        .newAggregator()
                        .accept(noWijk),
                "WK051899");
        Observation year = AllNatures.row("41000001", "WK051801", "2026JJ00", "67+", 1L, 1L, 1L, 1L, 1L);
        refused(
                () -> grouped(new Grouping.ByPeriod("kwartaal", World.PERIOD, PeriodKind.QUARTER))
                        .newAggregator()
                        .accept(year),
                "2026JJ00");
    }

    @Test
    void combine_ofAnotherPlan_isRefused() {
        Aggregator other = AggregationPlan.by(AllNatures.STRUCTURE, "wijk").newAggregator();
        refused(() -> TOTAL.newAggregator().combine(other), "different plans");
        assertThatCode(() ->
                        TOTAL.newAggregator().combine(AllNatures.plan(List.of()).newAggregator()))
                .doesNotThrowAnyException();
    }

    @Test
    void aggregate_tableOfAnotherStructure_isRefused() {
        TableStructure swapped = new TableStructure(
                AllNatures.STRUCTURE.dimensions(),
                List.of(
                        new Measure.Flow(AllNatures.CASES, 0),
                        new Measure.Stock(AllNatures.CASELOAD, 0),
                        new Measure.Distinct(AllNatures.PERSONS),
                        new Measure.Flow(AllNatures.HOURS, 2),
                        new Measure.Mean(AllNatures.MARK, 1, AllNatures.CASES)));
        refused(() -> TOTAL.aggregate(CountTable.builder(swapped).build()), "another structure");
    }

    @Test
    void aggregatorFrom_stateOfAnotherPlan_isRefused() {
        AggregationPlan plan = AggregationPlan.by(World.STRUCTURE, "wijk");
        AggregationPlan visits = plan.withSeries(List.of(Series.Total.of(World.VISITS)));
        AggregationPlan persons = plan.withSeries(List.of(Series.Total.of(World.PERSONS)));
        AggregationPlan byTwo = AggregationPlan.by(World.STRUCTURE, "wijk", "periode");
        AggregationPlan young = plan.withSeries(List.of(new Series.Total(
                World.VISITS.value(), World.VISITS, Selection.of(Map.of(World.AGE, Set.of("0-17", "18-66"))))));
        List<AggregationPlan> plans = List.of(plan, visits, persons, byTwo, young);
        for (AggregationPlan one : plans) {
            byte[] state = one.newAggregator().toBytes();
            for (AggregationPlan other : plans) {
                if (one.equals(other)) {
                    assertThat(other.aggregatorFrom(state).toBytes()).isEqualTo(state);
                } else {
                    assertThatThrownBy(() -> other.aggregatorFrom(state))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("not a state, or that of an aggregator of another plan");
                }
            }
        }
    }

    /** Returns plans that differ in the nature of a measure, in a partition or in a ratio. */
    @Test
    void aggregatorFrom_stateWithAnotherNatureOrPartition_isRefused() {
        List<Dimension> dimensions = World.STRUCTURE.dimensions();
        List<Dimension> otherAges = new ArrayList<>(dimensions);
        otherAges.set(4, new Dimension.Category(World.AGE, Set.of("0-17", "18+")));
        Measure visits = new Measure.Flow(World.VISITS, 0);
        List<TableStructure> structures = List.of(
                new TableStructure(dimensions, List.of(visits, new Measure.Flow(AllNatures.MEETINGS, 0))),
                new TableStructure(dimensions, List.of(visits, new Measure.Stock(AllNatures.MEETINGS, 0))),
                new TableStructure(
                        dimensions, List.of(visits, new Measure.Shared(AllNatures.MEETINGS, 0, Set.of(World.AGE)))),
                new TableStructure(
                        dimensions,
                        List.of(visits, new Measure.Shared(AllNatures.MEETINGS, 0, Set.of(World.ACTIVITY)))),
                new TableStructure(otherAges, List.of(visits, new Measure.Flow(AllNatures.MEETINGS, 0))));
        List<Series> ratios = List.of(
                new Series.Ratio("deel", Series.Total.of(AllNatures.MEETINGS), Series.Total.of(World.VISITS), true),
                new Series.Ratio("deel", Series.Total.of(AllNatures.MEETINGS), Series.Total.of(World.VISITS), false),
                new Series.Ratio("deel", Series.Total.of(World.VISITS), Series.Total.of(AllNatures.MEETINGS), false));
        List<AggregationPlan> plans = new ArrayList<>();
        structures.forEach(structure -> plans.add(AggregationPlan.by(structure, "wijk")));
        ratios.forEach(ratio -> plans.add(plans.get(0).withSeries(List.of(ratio))));
        for (AggregationPlan one : plans) {
            byte[] state = one.newAggregator().toBytes();
            for (AggregationPlan other : plans) {
                if (one != other) {
                    refused(() -> other.aggregatorFrom(state), "not a state, or that of an aggregator of another plan");
                }
            }
        }
    }

    @Test
    void aggregatorFrom_bytesAfterAState_areRefused() {
        AggregationPlan plan = AggregationPlan.by(World.STRUCTURE, "wijk");
        byte[] state = plan.newAggregator().toBytes();
        int length = state.length - Integer.BYTES;
        byte[] longer = Arrays.copyOf(state, state.length + 1);
        longer[length] = 0;
        CRC32 sum = new CRC32();
        sum.update(longer, 0, length + 1);
        ByteBuffer.wrap(longer).putInt(length + 1, (int) sum.getValue());
        refused(() -> plan.aggregatorFrom(longer), "not the state of an aggregator of this plan, at byte " + length);
    }

    @Test
    void aggregatorFrom_stateOfAnotherVersion_isRefusedWithIt() {
        AggregationPlan plan = AggregationPlan.by(World.STRUCTURE, "wijk");
        byte[] state = plan.newAggregator().toBytes();
        assertThat(state[0]).isEqualTo((byte) 2);
        byte[] later = state.clone();
        later[0] = 3;
        CRC32 sum = new CRC32();
        sum.update(later, 0, later.length - Integer.BYTES);
        ByteBuffer.wrap(later).putInt(later.length - Integer.BYTES, (int) sum.getValue());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.aggregatorFrom(later))
                .withMessage("not a state of version 2: 3");
    }
}
