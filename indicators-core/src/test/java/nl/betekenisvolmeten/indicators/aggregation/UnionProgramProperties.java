package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** The bounds of a union are the smallest and the largest of all worlds in which what is known is true. */
class UnionProgramProperties {

    /** A few sets of a few persons: for each choice of sets how many persons are in these and no others. */
    private record World(int sets, int[] persons) {

        long union(int of) {
            long union = 0;
            for (int choice = 1; choice < persons.length; choice++) {
                union += (choice & of) == 0 ? 0 : persons[choice];
            }
            return union;
        }

        long shared(int of) {
            long shared = 0;
            for (int choice = 1; choice < persons.length; choice++) {
                shared += (choice & of) == of ? persons[choice] : 0;
            }
            return shared;
        }

        boolean fits(List<UnionBounds.Range> sizes, List<OverlapFact> facts) {
            for (int i = 0; i < sets; i++) {
                if (!in(sizes.get(i), union(1 << i))) {
                    return false;
                }
            }
            return facts.stream().allMatch(this::isTrue);
        }

        private boolean isTrue(OverlapFact fact) {
            int of = fact.parts().stream()
                    .mapToInt(part -> 1 << (part.charAt(0) - 'a'))
                    .sum();
            if (fact instanceof OverlapFact.Shared shared) {
                return in(new UnionBounds.Range(shared.lower(), shared.upper()), shared(of));
            }
            if (fact instanceof OverlapFact.Within within) {
                int smaller = 1 << (within.smaller().charAt(0) - 'a');
                return shared(of) == union(smaller);
            }
            if (fact instanceof OverlapFact.Union union) {
                return in(new UnionBounds.Range(union.lower(), union.upper()), union(of));
            }
            long sum = 0;
            for (int i = 0; i < sets; i++) {
                sum += (of & 1 << i) == 0 ? 0 : union(1 << i);
            }
            return sum - union(of) >= ((OverlapFact.Repeated) fact).lower();
        }

        private static boolean in(UnionBounds.Range range, long number) {
            return number >= range.lower() && number <= range.upper();
        }
    }

    /** All worlds of some sets with at most so many persons in each choice. */
    private static List<World> worlds(int sets, int most) {
        List<World> worlds = new ArrayList<>();
        int[] persons = new int[1 << sets];
        add(worlds, sets, most, persons, 1);
        return worlds;
    }

    private static void add(List<World> worlds, int sets, int most, int[] persons, int choice) {
        if (choice == persons.length) {
            worlds.add(new World(sets, persons.clone()));
            return;
        }
        for (int count = 0; count <= most; count++) {
            persons[choice] = count;
            add(worlds, sets, most, persons, choice + 1);
        }
        persons[choice] = 0;
    }

    private static final List<World> TWO = worlds(2, 6);
    private static final List<World> THREE = worlds(3, 3);
    private static final List<World> FOUR = worlds(4, 1);

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void bounds_areTheSmallestAndLargestOfAllWorlds(
            @ForAll @IntRange(min = 2, max = 4) int sets, @ForAll Random random) {
        List<World> worlds = sets == 2 ? TWO : sets == 3 ? THREE : FOUR;
        // sizes so small that no world is left out by the limit of persons in each choice
        int most = sets == 2 ? 6 : sets == 3 ? 3 : 1;
        List<UnionBounds.Range> sizes = new ArrayList<>();
        Map<String, UnionBounds.Range> named = new TreeMap<>();
        for (int i = 0; i < sets; i++) {
            int upper = random.nextInt(most + 1);
            sizes.add(new UnionBounds.Range(random.nextInt(3) == 0 ? random.nextInt(upper + 1) : upper, upper));
            named.put(name(i), sizes.get(i));
        }
        List<OverlapFact> facts = facts(sets, most, random);
        long[] found = worlds.stream()
                .filter(world -> world.fits(sizes, facts))
                .mapToLong(world -> world.union((1 << sets) - 1))
                .sorted()
                .toArray();
        Optional<UnionBounds.Union> union = UnionBounds.union(named, facts);
        Statistics.label("world").collect(found.length == 0 ? "none" : "some");
        if (found.length == 0) {
            assertThat(union).isEmpty();
            return;
        }
        assertThat(union)
                .contains(new UnionBounds.Union(new UnionBounds.Range(found[0], found[found.length - 1]), true));
        Statistics.label("bounds").collect(found[0] == found[found.length - 1] ? "one number" : "between");
        facts.forEach(fact -> Statistics.label("facts").collect(fact.getClass().getSimpleName()));
        Statistics.label("bounds")
                .coverage(coverage -> coverage.check("between").percentage(share -> share >= 20));
        Statistics.label("world").coverage(coverage -> coverage.check("some").percentage(share -> share >= 20));
        Statistics.label("facts").coverage(coverage -> {
            coverage.check("Shared").percentage(share -> share >= 5);
            coverage.check("Within").percentage(share -> share >= 5);
            coverage.check("Union").percentage(share -> share >= 5);
            coverage.check("Repeated").percentage(share -> share >= 5);
        });
    }

    private static String name(int set) {
        return String.valueOf((char) ('a' + set));
    }

    private static List<OverlapFact> facts(int sets, int most, Random random) {
        List<OverlapFact> facts = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            List<String> parts = new ArrayList<>(random.ints(0, sets)
                    .distinct()
                    .limit(2 + random.nextInt(sets - 1))
                    .mapToObj(UnionProgramProperties::name)
                    .toList());
            Set<String> all = new TreeSet<>(parts);
            int lower = random.nextInt(most + 1);
            switch (random.nextInt(6)) {
                case 0 -> facts.addAll(OverlapFact.inOwnCell(new OverlapLedger.Overlap.None(all)));
                case 1 -> facts.add(new OverlapFact.Within(parts.get(0), parts.get(1)));
                case 2 -> facts.add(new OverlapFact.Shared(parts.get(0), parts.get(1), 0, lower));
                case 3 -> facts.add(new OverlapFact.Shared(parts.get(0), parts.get(1), lower, Long.MAX_VALUE));
                case 4 -> facts.add(new OverlapFact.Union(all, random.nextBoolean() ? 0 : lower, lower + 1L));
                default -> facts.add(new OverlapFact.Repeated(all, random.nextInt(2)));
            }
        }
        return facts;
    }

    /** What is counted together of two exact parts is how many they share, which bounds what a third adds. */
    @Example
    void together_ofTwoExactParts_isWhatTheyShare() {
        Map<String, UnionBounds.Range> sizes = Map.of(
                "a", new UnionBounds.Range(10, 10), "b", new UnionBounds.Range(6, 6), "c", new UnionBounds.Range(6, 6));
        List<OverlapLedger.Overlap.Agreement> together = List.of(
                new OverlapLedger.Overlap.Together(Set.of("a", "b"), 16), new OverlapLedger.Overlap.Within("c", "b"));
        List<OverlapLedger.Overlap.Agreement> shared =
                List.of(new OverlapLedger.Overlap.Shared("a", "b", 0), new OverlapLedger.Overlap.Within("c", "b"));
        assertThat(OverlapLedgerTest.bounds(sizes, together))
                .contains(new UnionBounds.Range(16, 16))
                .isEqualTo(OverlapLedgerTest.bounds(sizes, shared));
    }

    /** Six of ten are in each two of three: the pairs alone say little, but all three together must share. */
    @Example
    void pairs_thatForceATriple_giveTheIntegerOptimum() {
        Map<String, UnionBounds.Range> sizes = Map.of(
                "a", new UnionBounds.Range(10, 10),
                "b", new UnionBounds.Range(10, 10),
                "c", new UnionBounds.Range(10, 10));
        List<OverlapLedger.Overlap.Agreement> shared = List.of(
                new OverlapLedger.Overlap.Shared("a", "b", 6),
                new OverlapLedger.Overlap.Shared("b", "c", 6),
                new OverlapLedger.Overlap.Shared("a", "c", 6));
        // the union is 30 - 18 + t where the triple t is at least 2, as 6 + 6 - t are of the ten, and at most 6
        assertThat(OverlapLedgerTest.bounds(sizes, shared)).contains(new UnionBounds.Range(14, 18));
    }

    @Example
    void moreThanEightParts_areMarkedAsNotTightest() {
        Map<String, UnionBounds.Range> sizes = new TreeMap<>();
        for (int i = 0; i < 9; i++) {
            sizes.put(name(i), new UnionBounds.Range(5, 5));
        }
        List<OverlapFact> facts = OverlapFact.inOwnCell(new OverlapLedger.Overlap.None(Set.copyOf(sizes.keySet())));
        assertThat(UnionBounds.union(sizes, facts))
                .contains(new UnionBounds.Union(new UnionBounds.Range(45, 45), false));
        sizes.remove("i");
        assertThat(UnionBounds.union(
                        sizes,
                        facts.stream()
                                .filter(fact -> sizes.keySet().containsAll(fact.parts()))
                                .collect(Collectors.toList())))
                .contains(new UnionBounds.Union(new UnionBounds.Range(40, 40), true));
    }
}
