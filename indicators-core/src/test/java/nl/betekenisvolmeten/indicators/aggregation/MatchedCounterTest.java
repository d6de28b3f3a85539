package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Five persons at three organisations: a has three of them, b has two of those three and a fourth, and c has only the
 * fifth.
 */
class MatchedCounterTest {

    private static MatchedCounter counter() {
        MatchedCounter counter = new MatchedCounter();
        add(counter, "a", 1, 2, 3);
        add(counter, "b", 2, 3, 4, 4);
        add(counter, "c", 5);
        return counter;
    }

    private static void add(MatchedCounter counter, String part, long... persons) {
        for (long person : persons) {
            counter.add(part, new MatchedCounter.Key.Pseudonym(7, person));
        }
    }

    @Test
    void persons_countOncePerPartAndOnceInTotal() {
        assertThat(counter().persons()).isEqualTo(5);
        assertThat(counter().persons("a")).isEqualTo(3);
        assertThat(counter().persons("b")).isEqualTo(3);
        assertThat(counter().persons("c")).isEqualTo(1);
        assertThat(counter().persons("d")).isZero();
    }

    @Test
    void shared_areInBothParts() {
        assertThat(counter().shared("a", "b")).isEqualTo(2);
        assertThat(counter().shared("b", "c")).isZero();
        assertThat(counter().shared("a", "d")).isZero();
        assertThat(counter().shared("d", "a")).isZero();
    }

    private static OverlapLedger.Overlap overlap(OverlapLedger.Overlap.Agreement agreement) {
        return new OverlapLedger.Overlap(
                "organisatie", "deelnemers", Map.of("periode", "2026KW01"), agreement, "pseudoniemen");
    }

    @Test
    void overlaps_areOfAllPartsTogetherAndOfEachPair() {
        assertThat(counter().overlaps("organisatie", "deelnemers", Map.of("periode", "2026KW01"), "pseudoniemen"))
                .containsExactly(
                        overlap(new OverlapLedger.Overlap.Together(Set.of("a", "b", "c"), 5)),
                        overlap(new OverlapLedger.Overlap.Shared("a", "b", 2)),
                        overlap(new OverlapLedger.Overlap.Shared("a", "c", 0)),
                        overlap(new OverlapLedger.Overlap.Shared("b", "c", 0)));
    }

    @Test
    void overlaps_ofTwoParts_andOfASinglePart() {
        MatchedCounter two = new MatchedCounter();
        add(two, "a", 1);
        assertThat(two.overlaps("organisatie", "deelnemers", Map.of(), "pseudoniemen"))
                .isEmpty();
        add(two, "b", 1);
        assertThat(two.overlaps("organisatie", "deelnemers", Map.of(), "pseudoniemen"))
                .hasSize(2);
    }
}
