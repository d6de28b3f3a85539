package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bounds of the union of a few parts that follow from everything known together, and from persons being whole numbers.
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
     * of 1 are at least 2.5 persons, so 3; parts of 2 are 5, and parts of 3 are 8.
     */
    @ParameterizedTest
    @CsvSource({"1, 3", "2, 5", "3, 8"})
    void ringOfFive_halfOfAllRoundedUp(long size, long least) {
        Map<String, UnionBounds.Range> parts = new TreeMap<>();
        List.of("a", "b", "c", "d", "e").forEach(part -> parts.put(part, exactly(size)));
        List<OverlapFact> apart = new ArrayList<>();
        for (String two : List.of("ac", "ad", "bd", "be", "ce")) {
            apart.add(new OverlapFact.Shared(two.substring(0, 1), two.substring(1), 0, 0));
        }
        assertThat(UnionBounds.union(parts, apart)).isEqualTo(tightest(least, 5 * size));
    }

    /** Four parts of at most one person each, and no two parts have more than one person together. */
    @Test
    void fourPartsWithOnePersonInAnyTwo_haveOneTogether() {
        Map<String, UnionBounds.Range> parts = new TreeMap<>();
        List.of("a", "b", "c", "d").forEach(part -> parts.put(part, between(0, 1)));
        List<OverlapFact> together = new ArrayList<>();
        for (String two : List.of("ab", "ac", "ad", "bc", "bd", "cd")) {
            together.add(new OverlapFact.Union(Set.of(two.substring(0, 1), two.substring(1)), 0, 1));
        }
        assertThat(UnionBounds.union(parts, together)).isEqualTo(tightest(0, 1));
    }

    /** Everyone in b is also in a, so at most 3 of them are in c, which has at least 17 others. */
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

    /** From 2 to the power 40 on, bounds need not be the tightest. */
    @Test
    void numbersTooLargeToSolve_haveTheWiderBounds() {
        OverlapFact apart = new OverlapFact.Shared("a", "b", 0, 0);
        long large = 1L << 40;
        assertThat(union(Map.of("a", exactly(large - 1), "b", exactly(1)), apart))
                .contains(new UnionBounds.Union(exactly(large), false));
        assertThat(union(Map.of("a", exactly(1000), "b", exactly(1)), apart)).isEqualTo(tightest(1001, 1001));
    }
}
