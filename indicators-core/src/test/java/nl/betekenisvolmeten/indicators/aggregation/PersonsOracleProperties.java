package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * The bounds of persons compared with all ways in which persons can be in the rows, tried one by one: none lies outside the
 * bounds, and both bounds are reached, without agreements and with agreements of the total's own cell.
 */
class PersonsOracleProperties {

    /** With more persons in the rows together there are too many ways. */
    private static final int MOST = 7;

    /** A row with the number of persons in it, and one of them who shows where it belongs. */
    private record Row(World.Attendance place, int persons) {

        boolean isApartFrom(Row other, boolean sameAgeRule) {
            World.Attendance own = place;
            World.Attendance theirs = other.place;
            return own.quarter() == theirs.quarter()
                    && (sameAgeRule || own.organisation() == theirs.organisation())
                    && own.ageGroup().isPresent()
                    && theirs.ageGroup().isPresent()
                    && !own.ageGroup().equals(theirs.ageGroup());
        }

        Observation observation() {
            return Observation.of(place.row().toArray(String[]::new), new long[] {persons, 0, 0, 0}, new boolean[] {
                true, false, false, false
            });
        }
    }

    /** All ways in which persons can be in rows; persons are numbered in the order in which they first come. */
    private record Ways(List<Row> rows, boolean sameAgeRule) {

        /** Hands over each way: for each row the set of its persons, one bit each. */
        void each(Consumer<int[]> action) {
            fill(0, 0, new int[rows.size()], action);
        }

        private void fill(int row, int known, int[] sets, Consumer<int[]> action) {
            if (row == rows.size()) {
                action.accept(sets);
                return;
            }
            int persons = rows.get(row).persons();
            int forbidden = IntStream.range(0, row)
                    .filter(other -> rows.get(row).isApartFrom(rows.get(other), sameAgeRule))
                    .map(other -> sets[other])
                    .reduce(0, (one, other) -> one | other);
            for (int old = 0; old < 1 << known; old++) {
                int more = persons - Integer.bitCount(old);
                if ((old & forbidden) == 0 && more >= 0) {
                    sets[row] = old | ((1 << more) - 1) << known;
                    fill(row + 1, known + more, sets, action);
                }
            }
        }
    }

    private static World world(Random random, boolean sameAgeRule) {
        int[] ages = random.ints(4 * 15, 0, World.AGES.size()).toArray();
        List<World.Attendance> attendances = Stream.generate(() -> {
                    int person = random.nextInt(4);
                    int organisation = random.nextInt(3);
                    int quarter = 2 + random.nextInt(2);
                    int age = ages[(person * 5 + quarter) * 3 + (sameAgeRule ? 0 : organisation)];
                    return new World.Attendance(
                            person,
                            organisation,
                            random.nextInt(4) / 3,
                            quarter,
                            0,
                            random.nextInt(5) == 0 ? Optional.empty() : Optional.of(World.AGES.get(age)),
                            1,
                            0);
                })
                .limit(2 + random.nextInt(6))
                .toList();
        return new World(few(attendances), List.of());
    }

    /** The first visits, of which the rows hold few persons. */
    private static List<World.Attendance> few(List<World.Attendance> attendances) {
        List<World.Attendance> few = new ArrayList<>();
        for (World.Attendance one : attendances) {
            few.add(one);
            if (rows(few).stream().mapToInt(Row::persons).sum() > MOST) {
                few.remove(few.size() - 1);
            }
        }
        return few;
    }

    private static List<Row> rows(List<World.Attendance> attendances) {
        Map<List<String>, List<World.Attendance>> byRow = attendances.stream()
                .collect(Collectors.groupingBy(World.Attendance::row, LinkedHashMap::new, Collectors.toList()));
        return byRow.values().stream()
                .map(present -> new Row(present.get(0), World.persons(present).size()))
                .toList();
    }

    private static List<Grouping> groupings(Random random) {
        List<Grouping> all = new ArrayList<>(World.GROUPINGS);
        all.removeIf(grouping -> grouping.column().equals(World.ORGANISATION));
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, random.nextInt(3)));
    }

    private static List<String> key(World.Attendance one, List<Grouping> groupings) {
        return groupings.stream().map(one::key).toList();
    }

    /** Some truths about the organisations of a cell. */
    private static List<OverlapLedger.Overlap> agreements(
            World world, List<Grouping> groupings, List<String> key, Random random) {
        Map<String, Set<Integer>> parts = new TreeMap<>();
        world.in(groupings, key)
                .forEach(one -> parts.computeIfAbsent(
                                World.ORGANISATIONS.get(one.organisation()), any -> new TreeSet<>())
                        .add(one.person()));
        if (parts.size() < 2) {
            return List.of();
        }
        Map<String, String> where = new TreeMap<>();
        for (int i = 0; i < key.size(); i++) {
            where.put(groupings.get(i).name(), key.get(i));
        }
        return Stream.generate(() -> new OverlapLedger.Overlap(
                        World.ORGANISATION.value(),
                        World.PERSONS.value(),
                        where,
                        AgreementCellProperties.truth(parts, random),
                        "overleg"))
                .limit(random.nextInt(3))
                .toList();
    }

    /** Whether agreements about the organisations of a cell are true of a way, found without the code under test. */
    private static boolean isTrue(List<OverlapLedger.Overlap> overlaps, Map<String, Integer> parts) {
        return overlaps.stream().map(OverlapLedger.Overlap::agreement).allMatch(agreement -> {
            int[] sets = agreement.parts().stream()
                    .mapToInt(part -> parts.getOrDefault(part, 0))
                    .toArray();
            int union = IntStream.of(sets).reduce(0, (one, other) -> one | other);
            int sum = IntStream.of(sets).map(Integer::bitCount).sum();
            if (agreement instanceof OverlapLedger.Overlap.Within within) {
                return (parts.getOrDefault(within.smaller(), 0) & ~parts.getOrDefault(within.larger(), 0)) == 0;
            }
            if (agreement instanceof OverlapLedger.Overlap.Shared shared) {
                return sum - Integer.bitCount(union) == shared.persons();
            }
            return Integer.bitCount(union)
                    == (agreement instanceof OverlapLedger.Overlap.Together together ? together.persons() : sum);
        });
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE, generation = GenerationMode.RANDOMIZED)
    void bounds_areReachedAndNeverPassed(@ForAll Random random) {
        boolean sameAgeRule = random.nextBoolean();
        World world = world(random, sameAgeRule);
        List<Row> rows = rows(world.attendances());
        List<Grouping> groupings = groupings(random);
        List<String> agreed = key(rows.get(random.nextInt(rows.size())).place(), groupings);
        List<OverlapLedger.Overlap> overlaps =
                random.nextInt(3) > 0 ? agreements(world, groupings, agreed, random) : List.of();
        Map<List<String>, int[]> found = new HashMap<>();
        new Ways(rows, sameAgeRule).each(sets -> add(rows, sets, groupings, agreed, overlaps, found));
        LedgerAggregator aggregator = LedgerAggregator.of(
                AggregationPlan.by(World.STRUCTURE).withGroupings(groupings), new OverlapLedger(overlaps, sameAgeRule));
        rows.forEach(row -> aggregator.accept(row.observation()));
        for (ResultTable.Row total : aggregator.result().rows()) {
            boolean both = sameAgeRule && !overlaps.isEmpty() && total.key().equals(agreed);
            check(total.figures().get(0).value(), Objects.requireNonNull(found.get(total.key())), !both);
            Statistics.label("total")
                    .collect(overlaps.isEmpty() || !total.key().equals(agreed) ? "nothing agreed" : "agreed");
        }
        Statistics.label("age").collect(sameAgeRule ? "one rule" : "own rules");
        Statistics.label("age").coverage(coverage -> coverage.check("one rule").percentage(share -> share >= 20));
        Statistics.label("total").coverage(coverage -> coverage.check("agreed").percentage(share -> share >= 5));
        Statistics.label("bounds")
                .coverage(coverage -> coverage.check("between").percentage(share -> share >= 20));
    }

    /** Widens the numbers that were found of each group by those of one way, unless it contradicts what was agreed. */
    private static void add(
            List<Row> rows,
            int[] sets,
            List<Grouping> groupings,
            List<String> agreed,
            List<OverlapLedger.Overlap> overlaps,
            Map<List<String>, int[]> found) {
        Map<String, Integer> parts = new HashMap<>();
        Map<List<String>, Integer> groups = new HashMap<>();
        for (int i = 0; i < sets.length; i++) {
            World.Attendance place = rows.get(i).place();
            groups.merge(key(place, groupings), sets[i], (one, other) -> one | other);
            if (key(place, groupings).equals(agreed)) {
                parts.merge(World.ORGANISATIONS.get(place.organisation()), sets[i], (one, other) -> one | other);
            }
        }
        if (isTrue(overlaps, parts)) {
            groups.forEach((key, set) -> {
                int persons = Integer.bitCount(set);
                found.merge(key, new int[] {persons, persons}, (one, other) ->
                        new int[] {Math.min(one[0], other[0]), Math.max(one[1], other[1])});
            });
        }
    }

    private static void check(CellValue value, int[] found, boolean tightest) {
        long lower = value.lowerBound().orElseThrow().longValueExact();
        long upper = value.upperBound().orElseThrow().longValueExact();
        assertThat((long) found[0]).isGreaterThanOrEqualTo(lower);
        assertThat((long) found[1]).isLessThanOrEqualTo(upper);
        if (tightest) {
            assertThat(new long[] {lower, upper}).containsExactly(found[0], found[1]);
        }
        Statistics.label("bounds").collect(lower < upper ? "between" : "one number");
        Statistics.label("reached").collect(lower == found[0] && upper == found[1]);
    }
}
