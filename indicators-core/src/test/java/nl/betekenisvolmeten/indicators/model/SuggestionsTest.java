package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    @Test
    void nearest_caseAndAccents_dontCount() {
        assertThat(Suggestions.nearest("BÉWEGEM", List.of("taal", "bewegen"), 3))
                .containsExactly("bewegen");
    }

    @Test
    void nearest_equallyNear_inTheOrderGiven() {
        assertThat(Suggestions.nearest("4", List.of("3", "1", "2", "5"), 5)).containsExactly("3", "1", "2");
        assertThat(Suggestions.nearest("kat", List.of("kast", "bat", "kat"), 2)).containsExactly("kat", "kast");
    }

    @Test
    void nearest_furtherThanAThird_none() {
        assertThat(Suggestions.nearest("abcdefghi", List.of("abcdefxyz"), 3)).containsExactly("abcdefxyz");
        assertThat(Suggestions.nearest("abcdefgh", List.of("abcdexyz"), 3)).isEmpty();
    }

    @Test
    void nearest_blankOrTooLong_none() {
        String longest = "a".repeat(64);
        assertThat(Suggestions.nearest(" \u00a0", List.of("a"), 3)).isEmpty();
        assertThat(Suggestions.nearest("  " + longest + " ", List.of(longest), 3))
                .containsExactly(longest);
        assertThat(Suggestions.nearest(longest + "a", List.of(longest), 3)).isEmpty();
    }

    @Test
    void nearest_noRoom_refused() {
        assertThatThrownBy(() -> Suggestions.nearest("a", List.of("a"), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }

    @Test
    void nearest_partOfAName_comesAlone() {
        assertThat(Suggestions.nearest(
                        "spoorwijk", List.of("Moerwijk", "Laakkwartier en Spoorwijk", "Oud Spoorwijk"), 3))
                .containsExactly("Laakkwartier en Spoorwijk", "Oud Spoorwijk");
        // three letters are no part, nor is half a word
        assertThat(Suggestions.nearest("oud", List.of("Oud Spoorwijk"), 3)).isEmpty();
        assertThat(Suggestions.nearest("kwartier", List.of("Laakkwartier en Spoorwijk"), 3))
                .isEmpty();
    }
}
