package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LazyTest {

    private final List<String> made = new ArrayList<>();
    private final List<String> lazy = new Lazy.OfList<>(() -> {
        made.add("made");
        return List.of("a", "b");
    });

    @Test
    void aListIsMadeOnceWhenItIsFirstAskedFor() {
        assertThat(made).isEmpty();
        assertThat(lazy).containsExactly("a", "b");
        assertThat(made).hasSize(1);
    }
}
