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
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.aggregation.internal.RowOrder;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * In small worlds of persons, organisations deliver rows and correct totals of their own for a quarter, a half year or
 * a year, where each total gives only some of the numbers. All figures contain the true value, in any order of the
 * totals and any division of the rows into parts.
 */
class OwnTotalsProperties implements World.Given {

    private static final ColumnName FIRST = ColumnName.of("eerste_keer");
    private static final Set<String> ALL_AGES = Set.of("0-17", "18-66", "67+", World.UNKNOWN);
    private static final List<Set<String>> PERIODS = List.of(
            Set.of("2025KW03"),
            Set.of("2025KW04"),
            Set.of("2026KW01"),
            Set.of("2026KW02"),
            Set.of("2026KW03"),
            Set.of("2025KW03", "2025KW04"),
            Set.of("2026KW01", "2026KW02"),
            Set.of("2026KW03", "2026KW04"),
            Set.of("2025KW01", "2025KW02", "2025KW03", "2025KW04"),
            Set.of("2026KW01", "2026KW02", "2026KW03", "2026KW04"));

    /**
     * Returns the columns of a world where persons are counted once a year: per organisation, or in each of its wijken.
     */
    static TableStructure structure(int notSeen, List<ColumnName> at) {
        return new TableStructure(
                World.STRUCTURE.dimensions(),
                List.of(
                        new Measure.Distinct(World.PERSONS),
                        new Measure.Flow(World.VISITS, 0),
                        new Measure.Distinct(
                                World.NEW,
                                true,
                                Optional.of(new Measure.NewTo(World.ORGANISATION, notSeen, World.PERSONS)),
                                Optional.empty()),
                        new Measure.Distinct(
                                FIRST,
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new Measure.FirstIn(PeriodKind.YEAR, at, World.PERSONS)))));
    }

    /** What happens to a world, chosen by a seed so that it does not depend on the code under test. */
    private static final class Delivered {
        private final World world;
        private final int notSeen;
        private final boolean perWijk;
        private final List<OwnTotal> totals = new ArrayList<>();
        private final List<Observation> rows = new ArrayList<>();

        Delivered(World world, int seed) {
            this.world = world;
            Random random = new Random(seed);
            notSeen = 1 + random.nextInt(4);
            perWijk = random.nextInt(3) == 0;
            Set<String> withoutRows = new HashSet<>();
            for (String organisation : World.ORGANISATIONS) {
                for (String stadsdeel : new TreeSet<>(World.STADSDELEN)) {
                    List<World.Attendance> own =
                            world.where(one -> one.row().get(0).equals(organisation)
                                    && World.STADSDELEN.get(one.wijk()).equals(stadsdeel));
                    if (random.nextInt(4) == 0) {
                        withoutRows.add(organisation + stadsdeel);
                        all(own, organisation, stadsdeel, random);
                    } else {
                        for (int i = random.nextInt(4); i > 0; i--) {
                            add(own, organisation, stadsdeel, period(random), random, OwnTotal.Scope.IN_PLACE_OF_ROWS);
                        }
                    }
                }
            }
            Map<List<String>, List<World.Attendance>> byRow = new TreeMap<>(RowOrder.INSTANCE);
            world.attendances().stream()
                    .filter(one -> !withoutRows.contains(one.row().get(0) + World.STADSDELEN.get(one.wijk())))
                    .forEach(one -> byRow.computeIfAbsent(one.row(), any -> new ArrayList<>())
                            .add(one));
            byRow.forEach((codes, present) -> rows.add(Observation.of(
                    codes.toArray(String[]::new), values(present), new boolean[] {true, true, true, true})));
        }

        private static Set<String> period(Random random) {
            return PERIODS.get(random.nextInt(PERIODS.size()));
        }

        /** Adds totals where there are no rows: of both half years, of each activity, or of each activity and all. */
        private void all(List<World.Attendance> own, String organisation, String stadsdeel, Random random) {
            int kind = random.nextInt(3);
            Set<String> covered = new HashSet<>();
            for (Set<String> periods : kind == 0 ? PERIODS.subList(5, 8) : PERIODS.subList(0, 5)) {
                covered.addAll(periods);
                if (kind == 0) {
                    add(own, organisation, stadsdeel, periods, random, OwnTotal.Scope.ALL);
                } else {
                    for (String activity : World.ACTIVITIES) {
                        add(
                                own.stream()
                                        .filter(one -> one.row().get(3).equals(activity))
                                        .toList(),
                                organisation,
                                stadsdeel,
                                periods,
                                random,
                                OwnTotal.Scope.ONE_OF_SEVERAL,
                                activity);
                    }
                }
            }
            if (kind == 2) {
                add(own, organisation, stadsdeel, period(random), random, OwnTotal.Scope.IN_PLACE_OF_ROWS);
            }
        }

        private void add(
                List<World.Attendance> own,
                String organisation,
                String stadsdeel,
                Set<String> periods,
                Random random,
                OwnTotal.Scope scope,
                String... activities) {
            List<World.Attendance> in = own.stream()
                    .filter(one -> periods.contains(one.row().get(2)))
                    .toList();
            List<OptionalLong> values = new ArrayList<>();
            for (long value : values(in)) {
                boolean given = scope == OwnTotal.Scope.ONE_OF_SEVERAL || random.nextInt(3) > 0;
                values.add(given ? OptionalLong.of(value) : OptionalLong.empty());
            }
            Set<String> wijken = World.WIJKEN.stream()
                    .filter(wijk ->
                            World.STADSDELEN.get(World.WIJKEN.indexOf(wijk)).equals(stadsdeel))
                    .collect(Collectors.toSet());
            totals.add(new OwnTotal(
                    List.of(
                            Set.of(organisation),
                            wijken,
                            periods,
                            activities.length == 0 ? Set.copyOf(World.ACTIVITIES) : Set.of(activities),
                            ALL_AGES),
                    values,
                    Map.of(),
                    scope));
        }

        private long[] values(List<World.Attendance> present) {
            return new long[] {
                World.persons(present).size(),
                World.visits(present),
                World.persons(present.stream().filter(this::isNew).toList()).size(),
                World.persons(present.stream().filter(this::isFirst).toList()).size()
            };
        }

        private boolean isNew(World.Attendance at) {
            return world.where(one -> one.person() == at.person()
                            && one.organisation() == at.organisation()
                            && one.quarter() < at.quarter()
                            && one.quarter() >= at.quarter() - notSeen)
                    .isEmpty();
        }

        /**
         * Returns whether a person is counted for the year in this row: the first row of the first quarter with a
         * visit.
         */
        private boolean isFirst(World.Attendance at) {
            return world
                    .where(one -> one.person() == at.person()
                            && one.organisation() == at.organisation()
                            && (!perWijk || one.wijk() == at.wijk())
                            && year(one).equals(year(at)))
                    .stream()
                    .map(Delivered::byTime)
                    .min(RowOrder.INSTANCE)
                    .orElseThrow()
                    .equals(byTime(at));
        }

        private static List<String> byTime(World.Attendance at) {
            return List.of(
                    at.row().get(2), at.row().get(1), at.row().get(3), at.row().get(4));
        }

        private static String year(World.Attendance at) {
            return at.row().get(2).substring(0, 4);
        }

        AggregationPlan plan(List<Grouping> groupings) {
            TableStructure structure =
                    structure(notSeen, perWijk ? List.of(World.ORGANISATION, World.WIJK) : List.of(World.ORGANISATION));
            AggregationPlan plan = AggregationPlan.by(structure).withGroupings(groupings);
            List<Series> series = new ArrayList<>(plan.series());
            series.add(new Series.Total("jong", World.PERSONS, Selection.of(Map.of(World.AGE, Set.of("0-17")))));
            return plan.withSeries(series);
        }

        Aggregator aggregator(List<Grouping> groupings) {
            Aggregator aggregator = plan(groupings).newAggregator();
            totals.forEach(aggregator::acceptTotal);
            rows.forEach(aggregator);
            return aggregator;
        }

        private static List<World.Attendance> young(List<World.Attendance> of) {
            return of.stream().filter(one -> one.row().get(4).equals("0-17")).toList();
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void figures_ofAnyGroup_containTheTrueValue(
            @ForAll("worlds") World world,
            @ForAll("groupings") List<Grouping> groupings,
            @ForAll @IntRange(max = 9999) int seed) {
        Delivered delivered = new Delivered(world, seed);
        Aggregator aggregator = delivered.aggregator(groupings);
        for (ResultTable.Row row : aggregator.result().rows()) {
            List<World.Attendance> in = world.in(groupings, row.key());
            long[] truth = delivered.values(in);
            for (int i = 0; i < truth.length; i++) {
                assertHolds(row, i, truth[i], delivered, groupings);
            }
            assertHolds(row, 4, World.persons(Delivered.young(in)).size(), delivered, groupings);
        }
        delivered.totals.forEach(total -> Statistics.label("totals").collect(total.scope()));
    }

    private static void assertHolds(
            ResultTable.Row row, int series, long truth, Delivered delivered, List<Grouping> groupings) {
        Figure figure = row.figures().get(series);
        CellValue value = figure.value();
        Optional<BigDecimal> lower = value instanceof CellValue.Incomplete part ? part.lower() : value.lowerBound();
        Optional<BigDecimal> upper = value instanceof CellValue.Incomplete part ? part.upper() : value.upperBound();
        Statistics.label("figures")
                .collect(value.exact().isPresent() ? "exact" : upper.isPresent() ? "between" : "other");
        boolean holds = lower.map(BigDecimal::longValue).orElse(0L) <= truth
                && upper.map(BigDecimal::longValue).orElse(Long.MAX_VALUE) >= truth;
        assertThat(holds)
                .as(() -> series + " of " + groupings + row.key() + " is " + truth + ", not " + figure + ", not seen "
                        + delivered.notSeen + ", per wijk " + delivered.perWijk + "\n"
                        + delivered.totals.stream().map(Object::toString).collect(Collectors.joining("\n")) + "\n"
                        + delivered.rows)
                .isTrue();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void orderAndParts_doNotMatter(
            @ForAll("worlds") World world,
            @ForAll("groupings") List<Grouping> groupings,
            @ForAll @IntRange(max = 9999) int seed) {
        Delivered delivered = new Delivered(world, seed);
        Aggregator whole = delivered.aggregator(groupings);

        Random random = new Random(seed);
        List<OwnTotal> replacing = new ArrayList<>(
                delivered.totals.stream().filter(OwnTotal::replaces).toList());
        List<OwnTotal> adding = new ArrayList<>(
                delivered.totals.stream().filter(total -> !total.replaces()).toList());
        Collections.shuffle(adding, random);
        List<Aggregator> parts = new ArrayList<>();
        for (int part = 0; part < 2; part++) {
            Aggregator aggregator = delivered.plan(groupings).newAggregator();
            Collections.shuffle(replacing, random);
            List<OwnTotal> totals = new ArrayList<>(replacing);
            totals.addAll(
                    part == 0
                            ? adding.subList(0, adding.size() / 2)
                            : adding.subList(adding.size() / 2, adding.size()));
            Collections.shuffle(totals, random);
            totals.forEach(aggregator::acceptTotal);
            int half = delivered.rows.size() / 2;
            (part == 0 ? delivered.rows.subList(0, half) : delivered.rows.subList(half, delivered.rows.size()))
                    .forEach(aggregator);
            parts.add(aggregator);
        }
        parts.get(0).combine(parts.get(1));
        assertThat(parts.get(0).result()).isEqualTo(whole.result());
        assertThat(parts.get(0).toBytes()).isEqualTo(whole.toBytes());
        assertThat(parts.get(0).keys()).isEqualTo(whole.keys());
    }
}
