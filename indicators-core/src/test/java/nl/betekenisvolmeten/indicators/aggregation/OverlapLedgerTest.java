package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapLedgerTest {

    private static final Map<String, UnionBounds.Range> PARTS =
            Map.of("a", exactly(100), "b", exactly(60), "c", exactly(10));

    private static UnionBounds.Range exactly(long persons) {
        return between(persons, persons);
    }

    private static UnionBounds.Range between(long lower, long upper) {
        return new UnionBounds.Range(lower, upper);
    }

    /** Returns the bounds of parts together, when agreements are about these very parts. */
    static Optional<UnionBounds.Range> bounds(
            Map<String, UnionBounds.Range> parts, Collection<OverlapLedger.Overlap.Agreement> agreements) {
        return UnionBounds.union(parts, facts(agreements)).map(UnionBounds.Union::persons);
    }

    private static List<OverlapFact> facts(Collection<OverlapLedger.Overlap.Agreement> agreements) {
        return agreements.stream()
                .flatMap(agreement -> OverlapFact.inOwnCell(agreement).stream())
                .toList();
    }

    private static Optional<UnionBounds.Range> total(OverlapLedger.Overlap.Agreement... agreements) {
        return bounds(PARTS, List.of(agreements));
    }

    @Test
    void total_nothingAgreed_isTheLargestToTheSum() {
        assertThat(total()).contains(between(100, 170));
    }

    @Test
    void total_nobodyShared_isTheSum() {
        assertThat(total(new OverlapLedger.Overlap.None(Set.of("a", "b", "c")))).contains(between(170, 170));
        assertThat(total(new OverlapLedger.Overlap.None(Set.of("a", "b")))).contains(between(160, 170));
    }

    @Test
    void total_oneWithinAnother_doesNotCount() {
        assertThat(total(new OverlapLedger.Overlap.Within("b", "a"))).contains(between(100, 110));
        assertThat(total(new OverlapLedger.Overlap.Within("b", "a"), new OverlapLedger.Overlap.None(Set.of("a", "c"))))
                .contains(between(110, 110));
    }

    @Test
    void total_agreedNumber_isTakenOffOnce() {
        assertThat(total(new OverlapLedger.Overlap.Shared("a", "b", 20))).contains(between(140, 150));
    }

    @Test
    void total_countedTogether_isThatNumber() {
        assertThat(total(new OverlapLedger.Overlap.Together(Set.of("a", "b", "c"), 123)))
                .contains(between(123, 123));
        assertThat(total(new OverlapLedger.Overlap.Together(Set.of("a", "b"), 120)))
                .contains(between(120, 130));
    }

    @Test
    void total_countedTogetherAndNobodyShared_isTheSumOfBoth() {
        assertThat(total(
                        new OverlapLedger.Overlap.Together(Set.of("a", "b"), 160),
                        new OverlapLedger.Overlap.None(Set.of("a", "b", "c"))))
                .contains(between(170, 170));
    }

    @Test
    void total_contradiction_hasNoBounds() {
        assertThat(total(new OverlapLedger.Overlap.Shared("a", "c", 11))).isEmpty();
        assertThat(total(new OverlapLedger.Overlap.Together(Set.of("a", "b", "c"), 99)))
                .isEmpty();
        assertThat(total(new OverlapLedger.Overlap.Together(Set.of("a", "b"), 161)))
                .isEmpty();
    }

    @Test
    void contradiction_namesTheGroupOfAllRows() {
        Finding ofAll = Finding.of(
                FindingCode.of("BM-A08"),
                Severity.WARNING,
                Location.nowhere(),
                Map.of("group", GroupText.of(List.of(), List.of())));
        MessageCatalogue texts = MessageCatalogue.bundled();
        assertThat(texts.message(ofAll, Language.NL, Audience.FILLER).text())
                .contains("de cijfers van alle rijen samen.");
        assertThat(texts.message(ofAll, Language.EN, Audience.FILLER).text())
                .contains("the figures of all rows together.");
    }

    @Test
    void total_agreementAboutMoreThanTheGroup_saysHowManyAreSharedAtMost() {
        assertThat(UnionBounds.union(PARTS, OverlapFact.atMost(new OverlapLedger.Overlap.Shared("a", "b", 20)))
                        .map(UnionBounds.Union::persons))
                .contains(between(140, 170));
        assertThat(UnionBounds.union(PARTS, OverlapFact.atMost(new OverlapLedger.Overlap.None(Set.of("a", "b"))))
                        .map(UnionBounds.Union::persons))
                .contains(between(160, 170));
        assertThat(UnionBounds.union(
                                PARTS, OverlapFact.atMost(new OverlapLedger.Overlap.Together(Set.of("a", "b"), 120)))
                        .map(UnionBounds.Union::persons))
                .contains(between(100, 130));
    }

    /**
     * Three parts of 10 have 25 persons together, so their sum is 5 too high, also in a larger group. No two parts need
     * to share 5.
     */
    @Test
    void total_agreementAboutLessThanTheGroup_isALowerBoundOfRepeats() {
        Map<String, Long> sizes = Map.of("a", 10L, "b", 10L, "c", 10L);
        Map<String, UnionBounds.Range> parts = Map.of("a", exactly(100), "b", exactly(12), "c", exactly(11));
        OverlapLedger.Overlap.Agreement two = new OverlapLedger.Overlap.Together(Set.of("b", "c"), 15);
        assertThat(UnionBounds.union(parts, OverlapFact.atLeast(two, sizes)).map(UnionBounds.Union::persons))
                .contains(between(100, 118));
        OverlapLedger.Overlap.Agreement three = new OverlapLedger.Overlap.Together(Set.of("a", "b", "c"), 25);
        List<OverlapFact> facts = new ArrayList<>(OverlapFact.atLeast(three, sizes));
        assertThat(UnionBounds.union(parts, facts).map(UnionBounds.Union::persons))
                .contains(between(100, 118));
        facts.add(new OverlapFact.Shared("a", "b", 0, 2));
        assertThat(UnionBounds.union(parts, facts).map(UnionBounds.Union::persons))
                .contains(between(110, 118));
    }

    @Test
    void agreements_thatSayNothing_areRefused() {
        assertThatThrownBy(() -> new OverlapLedger.Overlap.None(Set.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an overlap must have two parts or more");
        assertThatThrownBy(() -> new OverlapLedger.Overlap.Within("a", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a part must not be within itself: a");
        assertThatThrownBy(() -> new OverlapLedger.Overlap.Shared("a", "b", -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new OverlapLedger.Overlap.Together(Set.of("a", "b"), -2))
                .hasMessageContaining("-2");
    }

    /** What was counted together with a part that is missing is the most that the others are. */
    @Test
    void total_missingPart_isOfWhatWasDelivered() {
        Map<String, UnionBounds.Range> two = Map.of("a", exactly(100), "b", exactly(60));
        Set<String> three = Set.of("a", "b", "c");
        assertThat(bounds(two, List.of(new OverlapLedger.Overlap.None(Set.of("a", "b")))))
                .contains(exactly(160));
        assertThat(bounds(two, List.of(new OverlapLedger.Overlap.Together(three, 123))))
                .contains(between(100, 123));
        assertThat(bounds(two, List.of(new OverlapLedger.Overlap.Together(three, 99))))
                .isEmpty();
        assertThat(bounds(two, List.of(new OverlapLedger.Overlap.Shared("a", "c", 20))))
                .contains(between(100, 160));
        Map<String, UnionBounds.Range> one = Map.of("a", between(50, 100));
        assertThat(bounds(one, List.of(new OverlapLedger.Overlap.Together(three, 60))))
                .contains(between(50, 60));
        assertThat(bounds(one, List.of(new OverlapLedger.Overlap.Together(three, 49))))
                .isEmpty();
    }

    @Test
    void total_ofOnePart_isThatPartWhateverItsSize() {
        UnionBounds.Range large = exactly(1L << 41);
        assertThat(UnionBounds.union(Map.of("a", large), List.of())).contains(new UnionBounds.Union(large, true));
    }

    /** The largest possible number bounds nothing and does not overflow. */
    @Test
    void total_ofSeveralPartsCountedTogether_doesNotOverflow() {
        assertThat(total(new OverlapLedger.Overlap.Together(Set.of("a", "b"), Long.MAX_VALUE)))
                .isEmpty();
        assertThat(UnionBounds.union(
                                PARTS,
                                OverlapFact.atMost(
                                        new OverlapLedger.Overlap.Together(Set.of("a", "b"), Long.MAX_VALUE)))
                        .map(UnionBounds.Union::persons))
                .contains(between(100, 170));
    }

    /** Twenty pairs, each 10 and 10 persons, and 15 together. */
    @Test
    void total_manyCountedTogether_isThereSoon() {
        Map<String, UnionBounds.Range> parts = new TreeMap<>();
        List<OverlapLedger.Overlap.Agreement> agreements = new ArrayList<>();
        for (int i = 10; i < 30; i++) {
            parts.put("a" + i, exactly(10));
            parts.put("b" + i, exactly(10));
            agreements.add(new OverlapLedger.Overlap.Together(Set.of("a" + i, "b" + i), 15));
        }
        Optional<UnionBounds.Range> total =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> bounds(parts, agreements));
        assertThat(total).contains(between(15, 300));
    }

    /** A core of 100 persons and leaves of 10, each with 4 persons in common with the core. */
    private static Map<String, UnionBounds.Range> star(int leaves) {
        Map<String, UnionBounds.Range> parts = new TreeMap<>(Map.of("core", exactly(100)));
        leaves(leaves).forEach(leaf -> parts.put(leaf, exactly(10)));
        return parts;
    }

    private static Set<String> leaves(int number) {
        return IntStream.range(0, number).mapToObj(i -> "leaf" + (10 + i)).collect(Collectors.toSet());
    }

    private static List<OverlapLedger.Overlap.Agreement> withCore(int leaves) {
        return leaves(leaves).stream()
                .<OverlapLedger.Overlap.Agreement>map(leaf -> new OverlapLedger.Overlap.Shared("core", leaf, 4))
                .toList();
    }

    private static List<OverlapLedger.Overlap.Agreement> and(
            List<OverlapLedger.Overlap.Agreement> some, OverlapLedger.Overlap.Agreement more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    /**
     * More than eight parts (Bonferroni and Hunter): at least the core and the 6 others of one leaf, as all leaves may
     * be the same 10 persons; at most the sum minus the 4 that each leaf shares with the core. If nobody is in two
     * leaves, the bounds coincide.
     */
    @ParameterizedTest
    @ValueSource(ints = {8, 15, 16, 20})
    void total_manyPartsAroundOne_bySumsOfWhatTwoShare(int leaves) {
        long all = 100 + 6L * leaves;
        assertThat(bounds(star(leaves), withCore(leaves))).contains(new UnionBounds.Range(106, all));
        assertThat(bounds(star(leaves), and(withCore(leaves), new OverlapLedger.Overlap.None(leaves(leaves)))))
                .contains(exactly(all));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 15, 16, 20})
    void total_manyPartsWithinOne_isThatOne(int leaves) {
        List<OverlapLedger.Overlap.Agreement> within = leaves(leaves).stream()
                .<OverlapLedger.Overlap.Agreement>map(leaf -> new OverlapLedger.Overlap.Within(leaf, "core"))
                .toList();
        assertThat(bounds(star(leaves), within)).contains(exactly(100));
    }

    /** All parts except one leaf have 110 persons together: the total is at least 110 and at most 10 more. */
    @Test
    void total_manyPartsCountedTogether_andOneMore() {
        List<OverlapLedger.Overlap.Agreement> shared = withCore(9);
        Set<String> together = new TreeSet<>(leaves(8));
        together.add("core");
        assertThat(bounds(star(9), and(shared, new OverlapLedger.Overlap.Together(together, 110))))
                .contains(new UnionBounds.Range(110, 120));
        assertThat(bounds(star(9), and(shared, new OverlapLedger.Overlap.Together(together, 200))))
                .isEmpty();
    }

    @Test
    void total_morePersonsSharedThanAPartHas_hasNoBounds() {
        assertThat(bounds(star(9), and(withCore(8), new OverlapLedger.Overlap.Shared("core", "leaf18", 11))))
                .isEmpty();
    }

    /**
     * Three parts of 10 have nobody in common, so there are at least 30 persons; nor does any of them have anyone in
     * common with a part of 15, which gives 25 with one of them. With more than sixteen parts a choice is extended
     * greedily, which finds only that. Other parts lie within one of these.
     */
    @ParameterizedTest
    @CsvSource({"3, 30", "10, 30", "11, 25"})
    void total_leastOfManyParts_isOfAllChoicesOrOfThoseGrown(int others, long least) {
        Map<String, UnionBounds.Range> parts = new TreeMap<>();
        List<OverlapLedger.Overlap.Agreement> agreements =
                new ArrayList<>(List.of(new OverlapLedger.Overlap.None(Set.of("a", "b", "c"))));
        for (String part : List.of("a", "b", "c")) {
            parts.put(part, exactly(10));
            parts.put("not " + part, exactly(15));
            agreements.add(new OverlapLedger.Overlap.None(Set.of(part, "not " + part)));
        }
        for (int i = 10; i < 10 + others; i++) {
            parts.put("of a " + i, exactly(1));
            agreements.add(new OverlapLedger.Overlap.Within("of a " + i, "a"));
        }
        assertThat(bounds(parts, agreements)).contains(between(least, 75));
    }

    /**
     * Two parts of 10 with nobody in common, and a third part of 9 persons who may all be in either of them; and the
     * same for three other parts. Greedy selection takes the larger parts first: 40 persons. With the third part first
     * it would be 31.
     */
    @Test
    void total_lowerBoundOfManyParts_addsTheLargestGainFirst() {
        Map<String, UnionBounds.Range> parts = new TreeMap<>();
        List<OverlapLedger.Overlap.Agreement> agreements = new ArrayList<>();
        for (String part : List.of("a one", "a two", "b one", "b two")) {
            parts.put(part, exactly(10));
        }
        parts.put("a third", exactly(9));
        parts.put("b third", exactly(9));
        agreements.add(new OverlapLedger.Overlap.None(Set.of("a one", "a two", "b one", "b two")));
        agreements.add(new OverlapLedger.Overlap.None(Set.of("a third", "b one")));
        agreements.add(new OverlapLedger.Overlap.None(Set.of("a third", "b two")));
        agreements.add(new OverlapLedger.Overlap.None(Set.of("a third", "b third")));
        agreements.add(new OverlapLedger.Overlap.None(Set.of("b third", "a one")));
        agreements.add(new OverlapLedger.Overlap.None(Set.of("b third", "a two")));
        for (int i = 10; i < 21; i++) {
            parts.put("of a " + i, exactly(1));
            agreements.add(new OverlapLedger.Overlap.Within("of a " + i, "a one"));
        }
        assertThat(bounds(parts, agreements)).contains(between(40, 58));
    }

    @Test
    void total_ofUpToEightPartsTogether_isTightest() {
        assertThat(UnionBounds.union(star(7), facts(withCore(7))))
                .contains(new UnionBounds.Union(between(106, 142), true));
        assertThat(UnionBounds.union(star(8), facts(withCore(8))))
                .contains(new UnionBounds.Union(between(106, 148), false));
        Map<String, UnionBounds.Range> more = new TreeMap<>(star(8));
        more.put("alone", exactly(200));
        assertThat(UnionBounds.union(more, facts(withCore(8))))
                .contains(new UnionBounds.Union(between(200, 348), false));
    }

    /** 190 persons in all parts, 50 of whom are counted more than once. */
    @Test
    void total_personsWhoAreCountedTooOften_areLeftOut() {
        List<OverlapFact> facts = new ArrayList<>(facts(withCore(9)));
        facts.add(new OverlapFact.Repeated(star(9).keySet(), 50));
        assertThat(UnionBounds.union(star(9), facts).map(UnionBounds.Union::persons))
                .contains(between(106, 140));
    }
}
