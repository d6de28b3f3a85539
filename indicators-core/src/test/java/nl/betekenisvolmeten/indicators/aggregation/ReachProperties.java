package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.aggregation.internal.RowOrder;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * In small worlds of persons, some of whom give no name and some of whom are in rows without a number or with an error:
 * those who came for the first time in a year are as many as there are different persons, and all bounds hold the truth.
 */
class ReachProperties implements World.Given {

    private static final ColumnName NAMELESS = ColumnName.of("bezoeken_zonder_naam");
    private static final ColumnName FIRST = ColumnName.of("eerste_keer_dit_jaar");

    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(World.ORGANISATION),
                    new Dimension.Place(World.WIJK, World.AREAS, AreaLevel.WIJK, false),
                    new Dimension.Time(World.PERIOD),
                    Dimension.Category.of(World.ACTIVITY),
                    new Dimension.Category(World.AGE, Set.copyOf(World.AGES))),
            List.of(
                    World.named(World.PERSONS, World.VISITS, NAMELESS),
                    new Measure.Flow(World.VISITS, 0),
                    new Measure.Flow(NAMELESS, 0),
                    World.firstInYear(FIRST, World.PERSONS, World.ORGANISATION, World.WIJK)));

    private static final List<Grouping> PLACE_AND_YEAR = List.of(
            new Grouping.ByColumn(World.ORGANISATION),
            new Grouping.ByColumn(World.WIJK),
            new Grouping.ByPeriod("jaar", World.PERIOD, PeriodKind.YEAR));

    /** What becomes of the rows of a world: chosen by a seed, so that it does not depend on the code under test. */
    private static final class Delivered {
        private final World world;
        private final Set<Integer> nameless = new HashSet<>();
        private final Map<List<String>, List<World.Attendance>> rows = new TreeMap<>(RowOrder.INSTANCE);
        private final Set<List<String>> withoutNumber = new HashSet<>();
        private final Set<List<String>> rejected = new HashSet<>();

        Delivered(World world, int seed, int faults) {
            this.world = new World(
                    world.attendances().stream().filter(one -> one.visits() > 0).toList(), List.of());
            Random random = new Random(seed);
            if (random.nextInt(3) == 0) {
                nameless.add(random.nextInt(6));
            }
            this.world
                    .attendances()
                    .forEach(one -> rows.computeIfAbsent(one.row(), any -> new ArrayList<>())
                            .add(one));
            for (List<String> row : rows.keySet()) {
                if (faults > 0 && random.nextInt(100) < faults) {
                    (random.nextBoolean() ? withoutNumber : rejected).add(row);
                }
            }
        }

        /** The row on which someone is counted in a year: the first quarter, activity and age group. */
        private boolean isFirst(World.Attendance at) {
            return world
                    .where(one -> one.person() == at.person()
                            && one.organisation() == at.organisation()
                            && one.wijk() == at.wijk()
                            && year(one).equals(year(at)))
                    .stream()
                    .map(one -> List.of(
                            one.row().get(2), one.row().get(3), one.row().get(4)))
                    .min(RowOrder.INSTANCE)
                    .orElseThrow()
                    .equals(List.of(at.row().get(2), at.row().get(3), at.row().get(4)));
        }

        private static String year(World.Attendance at) {
            return at.row().get(2).substring(0, 4);
        }

        private long[] values(List<World.Attendance> present) {
            List<World.Attendance> named = present.stream()
                    .filter(one -> !nameless.contains(one.person()))
                    .toList();
            return new long[] {
                World.persons(named).size(),
                World.visits(present),
                World.visits(present) - World.visits(named),
                World.persons(named.stream().filter(this::isFirst).toList()).size()
            };
        }

        void handTo(Aggregator aggregator) {
            rows.forEach((codes, present) -> {
                long[] values = values(present);
                boolean known = !withoutNumber.contains(codes);
                if (rejected.contains(codes)) {
                    aggregator.acceptRejected(new RejectedRows(
                            codes.stream().map(Set::of).toList(),
                            IntStream.range(0, 4)
                                    .mapToObj(i -> OptionalLong.of(values[i]))
                                    .toList(),
                            1,
                            OptionalLong.empty()));
                } else {
                    aggregator.accept(Observation.of(
                            codes.toArray(String[]::new), values, new boolean[] {known, true, true, true}));
                }
            });
        }

        boolean hasFaults() {
            return !withoutNumber.isEmpty() || !rejected.isEmpty();
        }
    }

    private static AggregationPlan plan(List<Grouping> groupings) {
        return AggregationPlan.by(STRUCTURE).withGroupings(groupings);
    }

    private static ResultTable result(Delivered delivered, AggregationPlan plan) {
        Aggregator aggregator = plan.newAggregator();
        delivered.handTo(aggregator);
        return aggregator.result();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void sumOfFirstTimes_isTheNumberOfNamedPersons_perOrganisationPlaceAndYear(
            @ForAll("worlds") World world, @ForAll @IntRange(max = 999) int seed) {
        Delivered delivered = new Delivered(world, seed, 0);
        for (ResultTable.Row row : result(delivered, plan(PLACE_AND_YEAR)).rows()) {
            long truth = World.persons(delivered.world.in(PLACE_AND_YEAR, row.key()).stream()
                            .filter(one -> !delivered.nameless.contains(one.person()))
                            .toList())
                    .size();
            assertThat(row.figures().get(3).value()).isEqualTo(CellValue.of(truth));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void persons_ofAnyGroup_lieWithinTheBounds(
            @ForAll("worlds") World world,
            @ForAll("groupings") List<Grouping> groupings,
            @ForAll @IntRange(max = 999) int seed) {
        Delivered delivered = new Delivered(world, seed, seed % 2 == 0 ? 0 : 10);
        AggregationPlan plan = plan(groupings);
        List<Series> young = new ArrayList<>(plan.series());
        young.add(new Series.Total("jong", World.PERSONS, Selection.of(Map.of(World.AGE, Set.of("0-17")))));
        for (ResultTable.Row row : result(delivered, plan.withSeries(young)).rows()) {
            List<World.Attendance> in = delivered.world.in(groupings, row.key());
            assertHolds(row.figures().get(0).value(), World.persons(in).size());
            assertHolds(
                    row.figures().get(4).valueOrZero(),
                    World.persons(in.stream()
                                    .filter(one -> one.row().get(4).equals("0-17"))
                                    .toList())
                            .size());
            CellValue first = row.figures().get(3).value();
            assertHolds(
                    first,
                    World.persons(in.stream()
                                    .filter(one -> !delivered.nameless.contains(one.person()) && delivered.isFirst(one))
                                    .toList())
                            .size());
        }
        Statistics.label("faults").collect(delivered.hasFaults());
        Statistics.label("nameless").collect(!delivered.nameless.isEmpty());
        Statistics.label("faults").coverage(c -> c.check(true).percentage(share -> share >= 5));
        Statistics.label("nameless").coverage(c -> c.check(true).percentage(share -> share >= 5));
    }

    private static void assertHolds(CellValue value, long truth) {
        BigDecimal number = BigDecimal.valueOf(truth);
        Optional<BigDecimal> lower = value instanceof CellValue.Incomplete part ? part.lower() : value.lowerBound();
        Optional<BigDecimal> upper = value instanceof CellValue.Incomplete part ? part.upper() : value.upperBound();
        lower.ifPresent(least -> assertThat(least).isLessThanOrEqualTo(number));
        upper.ifPresent(most -> assertThat(most).isGreaterThanOrEqualTo(number));
        assertThat(value instanceof CellValue.Incomplete || value instanceof CellValue.Missing || upper.isPresent())
                .isTrue();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void persons_sinceTheYearBegan_areExact(@ForAll("worlds") World world, @ForAll @IntRange(max = 999) int seed) {
        Delivered delivered = new Delivered(world, seed, 0);
        int narrower = 0;
        for (ResultTable.Row row : result(delivered, plan(PLACE_AND_YEAR)).rows()) {
            List<World.Attendance> in = delivered.world.in(PLACE_AND_YEAR, row.key());
            Set<String> quarters = in.stream().map(one -> one.row().get(2)).collect(Collectors.toSet());
            List<String> since = World.QUARTERS.stream()
                    .filter(one -> one.startsWith("2026") && one.compareTo(Collections.max(quarters)) <= 0)
                    .toList();
            boolean nameless = in.stream().anyMatch(one -> delivered.nameless.contains(one.person()));
            if (row.key().get(2).startsWith("2026") && quarters.containsAll(since) && !nameless) {
                assertThat(row.figures().get(0).value())
                        .isEqualTo(CellValue.of(World.persons(in).size()));
                narrower += in.size() > World.persons(in).size() ? 1 : 0;
            }
        }
        Statistics.label("someone came again").collect(narrower > 0);
        Statistics.label("someone came again").coverage(c -> c.check(true).percentage(share -> share >= 5));
    }
}
