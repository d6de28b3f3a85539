package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows, rejected rows, rows that deliveries disagree about, and totals that organisations counted themselves. The
 * result is the same in any order, in any number of parts, and after being stored as bytes.
 */
class AggregatorStatesTest {

    private static final int WORLDS = 10;

    /** The columns of delivered worlds, with first visits in a year, which have the numbers of new persons. */
    private static final TableStructure STRUCTURE = new TableStructure(
            DeliveredWorld.STRUCTURE.dimensions(),
            DeliveredWorld.STRUCTURE.measures().stream()
                    .map(measure -> measure.name().equals(World.VOLUNTEERS)
                            ? World.firstInYear(World.VOLUNTEERS, World.PERSONS, World.ORGANISATION, World.WIJK)
                            : measure)
                    .toList());

    private static IntStream worlds() {
        return IntStream.range(0, WORLDS);
    }

    /** The input, in order: totals that replace rows come first. */
    private record Input(AggregationPlan plan, List<OwnTotal> replacing, List<Consumer<RowTaker>> others) {

        static Input of(int seed) {
            Random random = new Random(seed);
            DeliveredWorld world = new DeliveredWorld(new Random(seed));
            AggregationPlan plan = AggregationPlan.by(STRUCTURE)
                    .withGroupings(DeliveredWorldProperties.groupings(random))
                    .withSeries(DeliveredWorldProperties.series())
                    .with(new Agreed(new OverlapLedger(List.of()), world.successions(), List.of(), Map.of()));
            Recorder recorder = new Recorder(new ArrayList<>());
            world.handTo(recorder);
            List<OwnTotal> replacing = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                OwnTotal total = total(random);
                if (total.replaces()) {
                    replacing.add(total);
                } else {
                    recorder.acceptTotal(total);
                }
            }
            return new Input(plan, replacing, recorder.all());
        }

        Aggregator aggregator(List<Consumer<RowTaker>> some) {
            Aggregator aggregator = plan.newAggregator();
            replacing.forEach(aggregator::acceptTotal);
            some.forEach(one -> one.accept(aggregator));
            return aggregator;
        }

        Aggregator whole() {
            return aggregator(others);
        }
    }

    private record Recorder(List<Consumer<RowTaker>> all) implements RowTaker {
        @Override
        public void accept(Observation row) {
            all.add(taker -> taker.accept(row));
        }

        @Override
        public void accept(Observation row, Observation delivered) {
            all.add(taker -> taker.accept(row, delivered));
        }

        @Override
        public void acceptRejected(RejectedRows rows) {
            all.add(taker -> taker.acceptRejected(rows));
        }

        @Override
        public void refuse(Observation row) {
            all.add(taker -> taker.refuse(row));
        }

        @Override
        public void acceptTotal(OwnTotal total) {
            all.add(taker -> taker.acceptTotal(total));
        }
    }

    private static OwnTotal total(Random random) {
        OwnTotal.Scope[] scopes = OwnTotal.Scope.values();
        List<Set<String>> codes = List.of(
                Set.of(World.ORGANISATIONS.get(random.nextInt(World.ORGANISATIONS.size()))),
                Set.copyOf(World.WIJKEN.subList(0, 2)),
                random.nextBoolean() ? Set.of(World.QUARTERS.get(0)) : Set.copyOf(World.QUARTERS.subList(0, 2)),
                Set.copyOf(World.ACTIVITIES),
                Set.copyOf(World.AGES),
                Set.copyOf(DeliveredWorld.TARGET_GROUPS));
        List<OptionalLong> values = STRUCTURE.measures().stream()
                .map(measure -> measure instanceof Measure.Mean || random.nextInt(3) == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(random.nextInt(9)))
                .toList();
        return new OwnTotal(codes, values, Map.of(), scopes[random.nextInt(scopes.length)]);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void toBytes_readAgain_theSameTotals(int seed) {
        Input input = Input.of(seed);
        ResultTable whole = input.whole().result();
        Aggregator read = input.plan().aggregatorFrom(input.whole().toBytes());

        assertThat(read.result()).isEqualTo(whole);
        assertThat(read.toBytes()).isEqualTo(input.whole().toBytes());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void order_ofWhatComesIn_doesNotMatter(int seed) {
        Input input = Input.of(seed);
        List<Consumer<RowTaker>> shuffled = new ArrayList<>(input.others());
        Collections.shuffle(shuffled, new Random(seed));
        Aggregator other = input.aggregator(shuffled);

        assertThat(other.result()).isEqualTo(input.whole().result());
        assertThat(other.toBytes()).isEqualTo(input.whole().toBytes());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void combine_ofParts_isTheWhole(int seed) {
        Input input = Input.of(seed);
        int cut = new Random(seed).nextInt(input.others().size() + 1);
        Input rows = new Input(input.plan(), List.of(), input.others());
        Aggregator one = rows.aggregator(input.others().subList(0, cut));
        one.combine(rows.aggregator(input.others().subList(cut, input.others().size())));
        assertThat(one.result()).isEqualTo(rows.whole().result());
        assertThat(one.toBytes()).isEqualTo(rows.whole().toBytes());

        // totals that replace rows stay with these rows
        Aggregator empty = input.plan().newAggregator();
        empty.combine(input.whole());
        assertThat(empty.result()).isEqualTo(input.whole().result());
        Aggregator whole = input.whole();
        whole.combine(input.plan().newAggregator());
        assertThat(whole.toBytes()).isEqualTo(input.whole().toBytes());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void regrouped_withTheSameKeys_isTheSame(int seed) {
        Input input = Input.of(seed);
        Aggregator whole = input.whole();
        ResultTable same = whole.regrouped(input.plan().groupings(), Optional::of);

        // there may be more groups, whose rows may all have been rejected
        assertThat(same.rows()).containsAll(whole.result().rows());
        Map<List<String>, ResultTable.Row> rows =
                whole.result().rows().stream().collect(Collectors.toMap(ResultTable.Row::key, row -> row));
        assertThat(same.rows()).allMatch(row -> rows.containsKey(row.key()) || row.observations() == 0);
    }
}
