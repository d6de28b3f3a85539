package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;

/** For measures of every nature: rows in batches come to what they come to one by one, and so does a state sent on. */
class BatchProperties {

    @Provide
    Arbitrary<List<Observation>> rows() {
        return AllNatures.rows();
    }

    @Provide
    Arbitrary<List<Grouping>> groupings() {
        List<Grouping> possible = World.GROUPINGS.stream()
                .filter(grouping -> !grouping.column().equals(World.ACTIVITY))
                .toList();
        return Arbitraries.subsetOf(possible).ofMaxSize(3).map(List::copyOf);
    }

    private static Dictionary[] dictionaries() {
        return Stream.generate(Dictionary::new)
                .limit(AllNatures.STRUCTURE.dimensions().size())
                .toArray(Dictionary[]::new);
    }

    /** Rows, with one before and one after that do not count. */
    private static ObservationBatch batch(List<Observation> rows, Dictionary[] dictionaries) {
        int size = rows.size() + 2;
        int[][] ids = new int[dictionaries.length][size];
        long[][] values = new long[AllNatures.STRUCTURE.measures().size()][size];
        boolean[][] known = new boolean[values.length][size];
        for (int d = 0; d < ids.length; d++) {
            Arrays.fill(ids[d], -1);
        }
        for (int i = 0; i < rows.size(); i++) {
            for (int d = 0; d < ids.length; d++) {
                ids[d][i + 1] = dictionaries[d].id(rows.get(i).code(d));
            }
            for (int m = 0; m < values.length; m++) {
                known[m][i + 1] = rows.get(i).isKnown(m);
                values[m][i + 1] = rows.get(i).value(m).orElse(99);
            }
        }
        return ObservationBatch.of(dictionaries, ids, values, known);
    }

    private static ResultTable aggregate(AggregationPlan plan, List<Observation> rows) {
        Aggregator aggregator = plan.newAggregator();
        rows.forEach(aggregator);
        return aggregator.result();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void accept_batches_isRowByRow(
            @ForAll("rows") List<Observation> rows,
            @ForAll("groupings") List<Grouping> groupings,
            @ForAll @IntRange(min = 1, max = 9) int size,
            @ForAll Random random) {
        AggregationPlan plan = AllNatures.plan(groupings);
        Aggregator aggregator = plan.newAggregator();
        Dictionary[] dictionaries = dictionaries();
        List<Observation> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        for (int from = 0; from < shuffled.size(); from += size) {
            List<Observation> part = shuffled.subList(from, Math.min(shuffled.size(), from + size));
            dictionaries = random.nextInt(4) == 0 ? dictionaries() : dictionaries;
            if (random.nextInt(4) == 0) {
                part.forEach(aggregator);
            } else {
                aggregator.accept(batch(part, dictionaries), 1, part.size() + 1);
            }
            if (random.nextInt(5) == 0) {
                aggregator.result();
            }
        }
        assertThat(aggregator.result()).isEqualTo(aggregate(plan, rows));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void toBytes_readAgain_isTheSame(
            @ForAll("rows") List<Observation> rows,
            @ForAll("groupings") List<Grouping> groupings,
            @ForAll Random random) {
        AggregationPlan plan = AllNatures.plan(groupings);
        Aggregator aggregator = plan.newAggregator();
        aggregator.accept(batch(rows, dictionaries()), 1, rows.size() + 1);
        Aggregator other = shuffled(plan, rows, random);

        Aggregator read = plan.aggregatorFrom(aggregator.toBytes());

        assertThat(read.result()).isEqualTo(aggregate(plan, rows));
        assertThat(read.toBytes()).isEqualTo(aggregator.toBytes());
        read.combine(other);
        List<Observation> twice = new ArrayList<>(rows);
        twice.addAll(rows);
        assertThat(read.result()).isEqualTo(aggregate(plan, twice));
    }

    /** What was changed on its way would otherwise give other figures, or fail only when they are asked for. */
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aggregatorFrom_changedBytes_isRefused(@ForAll("rows") List<Observation> rows, @ForAll Random random) {
        AggregationPlan plan = AllNatures.plan(World.GROUPINGS.subList(0, 1));
        Aggregator aggregator = plan.newAggregator();
        rows.forEach(aggregator);
        byte[] state = aggregator.toBytes();
        byte[] changed = random.nextInt(8) == 0 ? Arrays.copyOf(state, random.nextInt(state.length)) : state.clone();
        for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
        }
        if (!Arrays.equals(state, changed)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.aggregatorFrom(changed))
                    .withMessageContaining("changed or cut off");
        }
    }

    /** Rows one by one are kept in a buffer, which starts afresh once a column has more codes than it holds. */
    @Example
    void accept_moreOrganisationsThanABufferHolds_isRowByRow() {
        AggregationPlan hours = AllNatures.plan(List.of()).withSeries(List.of(Series.Total.of(AllNatures.HOURS)));
        assertSameByRowAndBatch(hours, 70_000);
    }

    @Example
    void accept_manyGroups_isRowByRow() {
        assertSameByRowAndBatch(AggregationPlan.by(AllNatures.STRUCTURE, World.ORGANISATION.value()), 4_000);
    }

    private static void assertSameByRowAndBatch(AggregationPlan plan, int organisations) {
        Aggregator whole = plan.newAggregator();
        Aggregator single = plan.newAggregator();
        Random random = new Random(2026);
        Dictionary[] dictionaries = dictionaries();
        for (int from = 0; from < organisations; from += 1_000) {
            List<Observation> rows = new ArrayList<>();
            for (int i = from; i < from + 1_000; i++) {
                rows.add(AllNatures.row(
                        Integer.toString(41_000_000 + i),
                        World.WIJKEN.get(random.nextInt(3)),
                        World.QUARTERS.get(random.nextInt(5)),
                        World.AGES.get(random.nextInt(3)),
                        1L,
                        2L,
                        (long) random.nextInt(50),
                        3L,
                        4L));
            }
            whole.accept(batch(rows, dictionaries), 1, rows.size() + 1);
            rows.forEach(single);
        }
        assertThat(whole.result()).isEqualTo(single.result());
    }

    @Example
    void accept_negativePersons_areRefusedWhereTheyCount() {
        Observation good = AllNatures.row("41000001", "WK051801", "2026KW01", "0-17", 1L, 2L, 3L, 4L, 5L);
        Observation bad = AllNatures.row("41000001", "WK051801", "2026KW01", "67+", 1L, 2L, -3L, 4L, 5L);
        Aggregator all = AllNatures.plan(List.of()).newAggregator();
        assertThatThrownBy(() -> all.accept(batch(List.of(good, bad), dictionaries()), 1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-3");

        AggregationPlan young = AllNatures.plan(List.of())
                .withSeries(List.of(
                        new Series.Total("jong", AllNatures.PERSONS, Selection.of(Map.of(World.AGE, Set.of("0-17"))))));
        Aggregator some = young.newAggregator();
        some.accept(batch(List.of(good, bad), dictionaries()), 1, 3);
        assertThat(some.result()).isEqualTo(aggregate(young, List.of(good, bad)));
    }

    /**
     * A mean over a negative number of cases is refused both row by row and in batches, and ignored if it does not
     * count.
     */
    @Example
    void accept_negativeCases_areRefusedWhereTheyCount() {
        Observation good = AllNatures.row("41000001", "WK051801", "2026KW01", "0-17", 1L, 2L, 3L, 4L, 5L);
        Observation bad = AllNatures.row("41000001", "WK051801", "2026KW01", "67+", 1L, 2L, 3L, -4L, 5L);
        Aggregator batches = AllNatures.plan(List.of()).newAggregator();
        assertThatThrownBy(() -> batches.accept(batch(List.of(good, bad), dictionaries()), 1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-4");
        assertThatThrownBy(() -> aggregate(AllNatures.plan(List.of()), List.of(good, bad)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-4");

        AggregationPlan hours = AllNatures.plan(List.of()).withSeries(List.of(Series.Total.of(AllNatures.HOURS)));
        Aggregator some = hours.newAggregator();
        some.accept(batch(List.of(good, bad), dictionaries()), 1, 3);
        assertThat(some.result()).isEqualTo(aggregate(hours, List.of(good, bad)));
    }

    private static Aggregator shuffled(AggregationPlan plan, List<Observation> rows, Random random) {
        List<Observation> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        Aggregator aggregator = plan.newAggregator();
        shuffled.forEach(aggregator);
        return aggregator;
    }

    /** Neither totals nor their bytes depend on the order of rows. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void toBytes_rowsInOtherOrder_areTheSame(
            @ForAll("rows") List<Observation> rows,
            @ForAll("groupings") List<Grouping> groupings,
            @ForAll Random random) {
        AggregationPlan plan = AllNatures.plan(groupings);
        Aggregator one = plan.newAggregator();
        rows.forEach(one);
        Aggregator other = shuffled(plan, rows, random);
        assertThat(other.toBytes()).isEqualTo(one.toBytes());
    }

    /** Without periods there is no first or last moment; persons and hours are the same as for rows one by one. */
    @Example
    void accept_batchOfAStructureWithoutTime_isRowByRow() {
        TableStructure structure = new TableStructure(
                List.of(
                        new Dimension.Reporter(World.ORGANISATION),
                        new Dimension.Category(World.AGE, Set.copyOf(World.AGES))),
                List.of(new Measure.Flow(AllNatures.HOURS, 2), new Measure.Distinct(AllNatures.PERSONS)));
        AggregationPlan plan = AggregationPlan.by(structure);
        Dictionary[] dictionaries = {new Dictionary(), new Dictionary()};
        int[][] ids = {
            {dictionaries[0].id("41000001"), dictionaries[0].id("41000001"), dictionaries[0].id("41000002")},
            {dictionaries[1].id("0-17"), dictionaries[1].id("67+"), dictionaries[1].id("67+")}
        };
        long[][] values = {{100, 250, 5}, {30, 20, 7}};
        boolean[][] known = {{true, true, true}, {true, true, true}};
        Aggregator aggregator = plan.newAggregator();
        aggregator.accept(ObservationBatch.of(dictionaries, ids, values, known), 0, 3);
        ResultTable table = aggregator.result();
        assertThat(table.figure(AllNatures.HOURS.value()).orElseThrow().value())
                .isEqualTo(CellValue.of(new BigDecimal("3.55")));
        // 50 in two age groups that never overlap; the seven persons of another organisation may be among them
        assertThat(table.figure(AllNatures.PERSONS.value()).orElseThrow().value())
                .isEqualTo(CellValue.between(new BigDecimal("50"), new BigDecimal("57")));
    }

    @Example
    void accept_anotherStructure_isRefused() {
        ObservationBatch other = ObservationBatch.of(new Dictionary[0], new int[0][], new long[0][], new boolean[0][]);
        assertThatThrownBy(() -> AllNatures.plan(List.of()).newAggregator().accept(other, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a row of another structure: of 0 dimensions and 0 measures");
    }
}
