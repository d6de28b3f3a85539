package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bounds of the union of a few parts that follow from all known facts together and from persons being whole
 * numbers.
 */
class UnionProgramTest {

    private static UnionBounds.Range between(long lower, long upper) {
        return new UnionBounds.Range(lower, upper);
    }

    private static UnionBounds.Range exactly(long persons) {
        return between(persons, persons);
    }

    private static Optional<UnionBounds.Union> union(Map<String, UnionBounds.Range> parts, OverlapFact... facts) {
        return UnionBounds.union(parts, List.of(facts));
    }

    private static Optional<UnionBounds.Union> tightest(long lower, long upper) {
        return Optional.of(new UnionBounds.Union(between(lower, upper), true));
    }

    /**
     * Five parts in a ring where only neighbours share persons, so that each person is in at most two parts: five parts
     * of 1 have at least 2.5 persons together, so 3; parts of 2 have 5, and parts of 3 have 8.
     */
    @ParameterizedTest
    @CsvSource({"1, 3", "2, 5", "3, 8"})
    void ringOfFive_isAtLeastHalfOfTheSumRoundedUp(long size, long least) {
        Map<String, UnionBounds.Range> parts = new TreeMap<>();
        List.of("a", "b", "c", "d", "e").forEach(part -> parts.put(part, exactly(size)));
        assertThat(UnionBounds.union(parts, apart("ac", "ad", "bd", "be", "ce")))
                .isEqualTo(tightest(least, 5 * size));
    }

    /**
     * The same ring with parts of different sizes. Nobody is in three parts or in two parts that are not neighbours. So
     * the union has at least half of the sum of all parts, and at least the sum of any two parts that are not
     * neighbours.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 3, 4, 5, 8, 15",
        "2, 3, 3, 2, 3, 7, 13",
        "5, 4, 6, 5, 3, 12, 23",
        "3, 1, 1, 1, 1, 4, 7",
        "1, 3, 2, 2, 1, 5, 9",
        "7, 2, 6, 1, 1, 13, 17",
        "4, 4, 4, 4, 1, 9, 17",
        "1, 1, 1, 1, 3, 4, 7",
        "2, 5, 5, 2, 1, 8, 15"
    })
    void ringOfFive_ofDifferentSizes(long a, long b, long c, long d, long e, long least, long most) {
        Map<String, UnionBounds.Range> parts =
                Map.of("a", exactly(a), "b", exactly(b), "c", exactly(c), "d", exactly(d), "e", exactly(e));
        assertThat(UnionBounds.union(parts, apart("ac", "ad", "bd", "be", "ce")))
                .isEqualTo(tightest(least, most));
    }

    private static List<OverlapFact> apart(String... pairs) {
        return Stream.of(pairs)
                .<OverlapFact>map(two -> new OverlapFact.Shared(two.substring(0, 1), two.substring(1), 0, 0))
                .toList();
    }

    /**
     * A ring of a, c, d, e and f, and a part b of one person, who may be in both a and c. So at most one person is in
     * three parts and all others are in at most two: the sum of 18 is at least 9 persons, for example one each in a and
     * c, a and f, b and c, and e and f, two in d and e, and three in c and d.
     */
    @Test
    void ringOfFive_andAPersonInTwoOfThem() {
        Map<String, UnionBounds.Range> parts = Map.of(
                "a", exactly(2), "b", exactly(1), "c", exactly(5), "d", exactly(5), "e", exactly(3), "f", exactly(2));
        assertThat(UnionBounds.union(parts, apart("ad", "ae", "bd", "be", "bf", "ce", "cf", "df")))
                .isEqualTo(tightest(9, 18));
    }

    /**
     * Five or six parts of at most 20 persons each, with nobody in common; some pairs of parts have a bound of their
     * own. In a ring of five, the five pairs count each person twice. In the others, b has at most 20 persons, a and e
     * have 5 together, and c and d have 4; or a and b have 4, c and e have 1, and d and f have 2.
     */
    @ParameterizedTest
    @CsvSource({
        "ab1 bc1 cd1 de1 ae1, 2",
        "ab3 bc3 cd3 de3 ae3, 7",
        "ab5 bc5 cd5 de5 ae5, 12",
        "ab3 bc2 cd3 de2 ae3, 6",
        "ab1 bc2 cd1 de2 ae1, 3",
        "ac2 ad3 ae5 cd4, 29",
        "ab4 ad4 bc2 be2 bf3 ce1 cf4 df2, 7"
    })
    void disjointParts_withBoundsOfPairs(String pairs, long most) {
        List<String> names =
                pairs.contains("f") ? List.of("a", "b", "c", "d", "e", "f") : List.of("a", "b", "c", "d", "e");
        Map<String, UnionBounds.Range> parts = new TreeMap<>();
        names.forEach(part -> parts.put(part, between(0, 20)));
        List<OverlapFact> facts = new ArrayList<>();
        for (String one : names) {
            names.stream()
                    .filter(other -> one.compareTo(other) < 0)
                    .forEach(other -> facts.add(new OverlapFact.Shared(one, other, 0, 0)));
        }
        for (String pair : pairs.split(" ")) {
            facts.add(new OverlapFact.Union(
                    Set.of(pair.substring(0, 1), pair.substring(1, 2)), 0, Long.parseLong(pair.substring(2))));
        }
        assertThat(UnionBounds.union(parts, facts)).isEqualTo(tightest(0, most));
    }

    /**
     * Any two of three parts of 10 have at most one person in common, so at most 3 persons are counted twice, in which
     * case the three parts have 27 persons. A fourth part may lie within these parts or not.
     */
    @Test
    void countedTooOften_inSomeOfTheParts_isLimitedByWhatTheyShare() {
        for (long least : List.of(10L, 0L)) {
            Map<String, UnionBounds.Range> parts = new TreeMap<>();
            List.of("a", "b", "c", "d").forEach(part -> parts.put(part, between(least, 10)));
            List<OverlapFact> facts = new ArrayList<>();
            for (String two : List.of("ab", "bc", "ac")) {
                facts.add(new OverlapFact.Shared(two.substring(0, 1), two.substring(1), 0, 1));
            }
            facts.add(new OverlapFact.Shared("a", "d", 0, 10));
            List<OverlapFact> more = new ArrayList<>(facts);
            facts.add(new OverlapFact.Repeated(Set.of("a", "b", "c"), 3));
            more.add(new OverlapFact.Repeated(Set.of("a", "b", "c"), 4));
            // if the parts may be empty, the three have only the 3 persons who are in two of them
            assertThat(UnionBounds.union(parts, facts)).isEqualTo(tightest(least == 0 ? 3 : 27, 37));
            assertThat(UnionBounds.union(parts, more)).isEmpty();
        }
    }

    /** Four parts of at most one person each, where no two parts have more than one person together. */
    @Test
    void fourParts_withAtMostOnePersonInAnyTwo_haveAtMostOneTogether() {
        Map<String, UnionBounds.Range> parts = new TreeMap<>();
        List.of("a", "b", "c", "d").forEach(part -> parts.put(part, between(0, 1)));
        List<OverlapFact> together = new ArrayList<>();
        for (String two : List.of("ab", "ac", "ad", "bc", "bd", "cd")) {
            together.add(new OverlapFact.Union(Set.of(two.substring(0, 1), two.substring(1)), 0, 1));
        }
        assertThat(UnionBounds.union(parts, together)).isEqualTo(tightest(0, 1));
    }

    /** Everyone in b is also in a, so at most 3 persons of b are in c, which has at least 17 others. */
    @Test
    void partWithinAnother_leavesOthersOutside() {
        Map<String, UnionBounds.Range> parts = Map.of("a", exactly(10), "b", exactly(5), "c", exactly(20));
        OverlapFact within = new OverlapFact.Within("b", "a");
        assertThat(union(parts, within, new OverlapFact.Shared("a", "c", 0, 3))).isEqualTo(tightest(27, 30));
        assertThat(union(parts, within, new OverlapFact.Shared("a", "c", 2, 3))).isEqualTo(tightest(27, 28));
    }

    /** The 5 persons of b who are in c would be in a as well. */
    @Test
    void sharedThroughAPartWithinAnother_contradicts() {
        Map<String, UnionBounds.Range> parts = Map.of("a", between(10, 100), "b", between(5, 60), "c", exactly(10));
        OverlapFact within = new OverlapFact.Within("c", "a");
        OverlapFact few = new OverlapFact.Shared("a", "b", 0, 3);
        assertThat(union(parts, within, few, new OverlapFact.Shared("b", "c", 5, 60)))
                .isEmpty();
        assertThat(union(parts, within, few, new OverlapFact.Shared("b", "c", 3, 60)))
                .isEqualTo(tightest(12, 157));
    }

    /** 8 persons are counted more than once in b and c, which have only 5 in common. */
    @Test
    void countedTooOften_moreThanCanBeShared_contradicts() {
        Map<String, UnionBounds.Range> parts = Map.of("a", exactly(100), "b", exactly(60), "c", exactly(10));
        OverlapFact shared = new OverlapFact.Shared("b", "c", 0, 5);
        assertThat(union(parts, shared, new OverlapFact.Repeated(Set.of("b", "c"), 8)))
                .isEmpty();
        assertThat(union(parts, shared, new OverlapFact.Repeated(Set.of("a", "b", "c"), 8)))
                .isEqualTo(tightest(100, 162));
    }

    /** From 2 to the power of 40, bounds are not necessarily the tightest. */
    @Test
    void numbersTooLargeToSolve_haveTheWiderBounds() {
        OverlapFact apart = new OverlapFact.Shared("a", "b", 0, 0);
        long large = 1L << 40;
        assertThat(union(Map.of("a", exactly(large - 1), "b", exactly(1)), apart))
                .contains(new UnionBounds.Union(exactly(large), false));
        assertThat(union(Map.of("a", exactly(1000), "b", exactly(1)), apart)).isEqualTo(tightest(1001, 1001));
    }
}
