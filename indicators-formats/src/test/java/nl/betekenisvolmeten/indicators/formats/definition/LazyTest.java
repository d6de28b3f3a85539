package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LazyTest {

    private final List<String> made = new ArrayList<>();
    private final List<String> lazy = Lazy.list(() -> {
        made.add("made");
        return List.of("a", "b");
    });

    @Test
    void aListIsMadeOnceWhenItIsFirstAskedFor() {
        List<String> copy = Lazy.copyOf(lazy);
        assertThat(made).isEmpty();
        assertThat(copy).containsExactly("a", "b").isEqualTo(lazy);
        assertThat(made).hasSize(1);
    }

    @Test
    void anyOtherListIsCopied() {
        List<String> given = new ArrayList<>(List.of("a"));
        List<String> copy = Lazy.copyOf(given);
        given.add("b");
        assertThat(copy).containsExactly("a");
    }
}
