package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.Period;
import org.junit.jupiter.api.Test;

/** Persons of three organisations by their pseudonyms: Jan is with two, Piet and Anna with one each. */
class MatchedCounterTest {

    private static final Map<String, String> QUARTER = Map.of("periode", "2026KW01");

    private static MatchedCounter.Key.Pseudonym pseudonym(String identity) {
        return MatchedCounter.Key.of("0123456789abcdef".getBytes(StandardCharsets.UTF_8))
                .pseudonym(identity, Period.ofQuarter(2026, 1));
    }

    private static MatchedCounter counter() {
        MatchedCounter counter = new MatchedCounter();
        counter.add("41000001", pseudonym("Jan"));
        counter.add("41000001", pseudonym("Piet"));
        counter.add("41000002", pseudonym("Jan"));
        counter.add("41000002", pseudonym("Jan"));
        counter.add("41000003", pseudonym("Anna"));
        return counter;
    }

    @Test
    void persons_countOnce() {
        assertThat(counter().persons()).isEqualTo(3);
        assertThat(counter().persons("41000001")).isEqualTo(2);
        assertThat(counter().persons("41000002")).isEqualTo(1);
        assertThat(counter().persons("41000009")).isZero();
        assertThat(counter().shared("41000001", "41000002")).isEqualTo(1);
        assertThat(counter().shared("41000001", "41000003")).isZero();
        assertThat(counter().shared("41000001", "41000009")).isZero();
        assertThat(counter().shared("41000009", "41000001")).isZero();
    }

    private static OverlapLedger.Overlap overlap(OverlapLedger.Overlap.Agreement agreement) {
        return new OverlapLedger.Overlap("organisatie", "personen", QUARTER, agreement, "test");
    }

    private static List<OverlapLedger.Overlap> overlaps(MatchedCounter counter) {
        return counter.overlaps("organisatie", "personen", QUARTER, "test");
    }

    @Test
    void overlaps_areOfAllTogetherAndOfEachTwo() {
        assertThat(overlaps(counter()))
                .containsExactly(
                        overlap(new OverlapLedger.Overlap.Together(Set.of("41000001", "41000002", "41000003"), 3)),
                        overlap(new OverlapLedger.Overlap.Shared("41000001", "41000002", 1)),
                        overlap(new OverlapLedger.Overlap.Shared("41000001", "41000003", 0)),
                        overlap(new OverlapLedger.Overlap.Shared("41000002", "41000003", 0)));
    }

    @Test
    void overlaps_ofFewerThanTwoParts_areNone() {
        MatchedCounter few = new MatchedCounter();
        assertThat(overlaps(few)).isEmpty();
        few.add("a", pseudonym("Jan"));
        assertThat(overlaps(few)).isEmpty();
        few.add("b", pseudonym("Jan"));
        assertThat(overlaps(few))
                .containsExactly(
                        overlap(new OverlapLedger.Overlap.Together(Set.of("a", "b"), 1)),
                        overlap(new OverlapLedger.Overlap.Shared("a", "b", 1)));
    }
}
