package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Small worlds in which rows are rejected and cells left empty: what is said of the whole holds, compared with the whole. */
class RejectedRowsProperties {

    private static final List<Integer> COUNTED = List.of(0, 2, 3, 5);

    private static List<SentRow> world(Random random, int rows) {
        List<SentRow> world = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Observation truth = AllNatures.row(
                    any(World.ORGANISATIONS, random),
                    any(World.WIJKEN, random),
                    any(World.QUARTERS, random),
                    any(List.of("0-17", "67+", World.UNKNOWN), random),
                    (long) random.nextInt(500),
                    (long) random.nextInt(20),
                    (long) random.nextInt(20),
                    (long) random.nextInt(20),
                    (long) random.nextInt(100),
                    (long) random.nextInt(20));
            world.add(SentRow.of(truth, 0.25, 0.1, random));
        }
        return world;
    }

    private static <T> T any(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    @Provide
    Arbitrary<List<Grouping>> groupings() {
        return Arbitraries.subsetOf(List.of(
                        new Grouping.ByColumn(World.ORGANISATION),
                        new Grouping.ByArea("stadsdeel", World.WIJK, AreaLevel.STADSDEEL),
                        new Grouping.ByPeriod("jaar", World.PERIOD, PeriodKind.YEAR),
                        new Grouping.ByColumn(World.AGE)))
                .map(List::copyOf);
    }

    private static AggregationPlan plan(List<Grouping> groupings, MissingPolicy policy) {
        return AggregationPlan.by(AllNatures.STRUCTURE).withGroupings(groupings).withMissing(policy);
    }

    /** Whether a row that was rejected may be of a group, by the codes that can be read of it. */
    private static boolean mayBe(SentRow sent, List<Grouping> groupings, List<String> key) {
        for (int i = 0; i < key.size(); i++) {
            int dimension = AllNatures.STRUCTURE
                    .dimensionIndex(groupings.get(i).column())
                    .orElseThrow();
            if (sent.codesRead()[dimension]
                    && !rolledUp(groupings.get(i), sent.truth().code(dimension)).equals(key.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String rolledUp(Grouping grouping, String code) {
        if (grouping instanceof Grouping.ByArea) {
            return World.AREAS
                    .ancestor(AreaCode.of(code), AreaLevel.STADSDEEL)
                    .orElseThrow()
                    .value();
        }
        return grouping instanceof Grouping.ByPeriod ? code.substring(0, 4) + "JJ00" : code;
    }

    private static Optional<BigDecimal> lower(CellValue value) {
        return value instanceof CellValue.Incomplete incomplete ? incomplete.lower() : value.lowerBound();
    }

    private static Optional<BigDecimal> upper(CellValue value) {
        return value instanceof CellValue.Incomplete incomplete ? incomplete.upper() : value.upperBound();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void figures_saveNoMoreThanWhatIsKnownOfTheWhole(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 12) int rows,
            @ForAll("groupings") List<Grouping> groupings) {
        List<SentRow> world = world(random, rows);
        for (MissingPolicy policy : List.of(new MissingPolicy.AddUp(), new MissingPolicy.Bound(Map.of()))) {
            Aggregator received = plan(groupings, policy).newAggregator();
            Aggregator whole = plan(groupings, new MissingPolicy.AddUp()).newAggregator();
            world.forEach(sent -> {
                sent.handTo(received);
                whole.accept(sent.truth());
            });
            ResultTable truth = whole.result();
            for (ResultTable.Row row : received.result().rows()) {
                for (int index : COUNTED) {
                    String name = received.result().series().get(index);
                    Optional<Figure> full = truth.figure(name, row.key().toArray(String[]::new));
                    check(world, groupings, row, index, full.map(Figure::value).orElse(CellValue.of(0)), policy);
                }
            }
        }
    }

    private static void check(
            List<SentRow> world,
            List<Grouping> groupings,
            ResultTable.Row row,
            int index,
            CellValue truth,
            MissingPolicy policy) {
        Figure figure = row.figures().get(index);
        List<SentRow> maybe = world.stream()
                .filter(sent -> !sent.accepted() && mayBe(sent, groupings, row.key()))
                .toList();
        long empty = world.stream()
                .filter(sent -> sent.accepted() && mayBe(sent, groupings, row.key()) && !sent.valuesRead()[index])
                .count();
        assertThat(row.rejected()).isEqualTo(maybe.size());
        assertThat(figure.cellsMissing()).isEqualTo(maybe.size() + empty);
        boolean complete = maybe.isEmpty() && empty == 0;
        CellValue value = figure.value();
        Statistics.label("status").collect(value.status());
        if (complete && policy instanceof MissingPolicy.AddUp) {
            assertThat(value).isEqualTo(truth);
            return;
        }
        if (figure.cellsKnown() == 0) {
            assertThat(value).isEqualTo(new CellValue.Missing());
            return;
        }
        if (policy instanceof MissingPolicy.AddUp) {
            assertThat(value.status()).isEqualTo(CellValue.Status.INCOMPLETE);
            assertThat(upper(value)).isEmpty();
        }
        assertThat(lower(value).orElseThrow())
                .isLessThanOrEqualTo(truth.lowerBound().orElseThrow());
        upper(value)
                .ifPresent(most -> assertThat(most)
                        .isGreaterThanOrEqualTo(truth.upperBound().orElseThrow()));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void partsTogether_areTheWhole(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll("groupings") List<Grouping> groupings) {
        AggregationPlan plan = AllNatures.plan(groupings).withMissing(new MissingPolicy.Bound(Map.of()));
        List<Aggregator> parts = Stream.generate(plan::newAggregator).limit(3).toList();
        Aggregator one = plan.newAggregator();
        for (SentRow sent : world(random, rows)) {
            sent.handTo(one);
            sent.handTo(any(parts, random));
        }
        Aggregator together = plan.newAggregator();
        parts.forEach(together::combine);
        assertThat(together.result()).isEqualTo(one.result());
        assertThat(together.toBytes()).isEqualTo(one.toBytes());
        assertThat(plan.aggregatorFrom(one.toBytes()).result()).isEqualTo(one.result());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void regrouped_aGroupIsIncompleteWhereItIsWhenMadeAtOnce(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 12) int rows,
            @ForAll("groupings") List<Grouping> groupings) {
        if (groupings.isEmpty()) {
            return;
        }
        List<Grouping> fewer = groupings.subList(0, groupings.size() - 1);
        Aggregator fine = plan(groupings, new MissingPolicy.AddUp()).newAggregator();
        Aggregator coarse = plan(fewer, new MissingPolicy.AddUp()).newAggregator();
        world(random, rows).forEach(sent -> {
            sent.handTo(fine);
            sent.handTo(coarse);
        });
        ResultTable regrouped = fine.regrouped(fewer, key -> Optional.of(key.subList(0, fewer.size())));
        for (ResultTable.Row row : coarse.result().rows()) {
            regrouped
                    .row(row.key().toArray(String[]::new))
                    .ifPresent(other -> assertThat(other.figures()).isEqualTo(row.figures()));
        }
    }
}
