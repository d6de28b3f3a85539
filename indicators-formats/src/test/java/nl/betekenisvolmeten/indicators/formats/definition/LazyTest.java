package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

class LazyTest {

    @Test
    void get_byManyThreads_makesOnce() {
        AtomicInteger made = new AtomicInteger();
        Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);
        assertThat(made).hasValue(0);
        assertThat(IntStream.range(0, 1_000).parallel().map(i -> lazy.get()).distinct())
                .containsExactly(1);
    }

    @Test
    void get_makerFails_failsAndTriesAgain() {
        AtomicInteger asked = new AtomicInteger();
        Lazy<String> lazy = new Lazy<>(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return "value";
        });
        assertThatThrownBy(lazy::get).isInstanceOf(IllegalStateException.class);
        assertThat(lazy.get()).isEqualTo("value");
    }

    @Test
    void map_keysAndOneValue_makeNoOtherValue() {
        Map<String, String> map = LazyMap.plus(Map.of("a", "A"), "b", Lazy.of("B"));
        map = LazyMap.plus(map, "c", new Lazy<>(() -> {
            throw new IllegalStateException("asked for");
        }));
        assertThat(map.keySet()).containsExactly("a", "b", "c");
        assertThat(map).hasSize(3).containsKey("c").doesNotContainKey("d");
        assertThat(map.get("b")).isEqualTo("B");
        assertThat(map.get("d")).isNull();
    }

    @Test
    void map_entries_areTheValues() {
        Map<String, String> map = LazyMap.plus(LazyMap.plus(Map.of(), "a", Lazy.of("A")), "a", new Lazy<>(() -> "B"));
        assertThat(map).isEqualTo(Map.of("a", "B"));
        assertThatThrownBy(() -> map.put("b", "C")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void outline_line_isReadBack() {
        FormatOutline outline = new FormatOutline(
                FormatId.of("telling", "2026.1"),
                List.of(ColumnName.of("wijk"), ColumnName.of("bezoeken")),
                Set.of(ColumnName.of("wijk")));
        assertThat(outline.line()).isEqualTo("telling@2026.1 wijk! bezoeken");
        assertThat(FormatOutline.parse(outline.line())).isEqualTo(outline);
        assertThatThrownBy(() -> FormatOutline.parse("telling wijk")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void outline_requiredColumnThatItDoesNotHave_isRefused() {
        assertThatThrownBy(() ->
                        new FormatOutline(FormatId.of("telling", "2026.1"), List.of(), Set.of(ColumnName.of("wijk"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wijk");
    }
}
