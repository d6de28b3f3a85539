package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map of which the keys are known and each value is made when it is first asked for. Going through the
 * values makes them all; going through the keys makes none.
 */
final class LazyMap<K, V> extends AbstractMap<K, V> {

    private final Map<K, Lazy<V>> values;

    private LazyMap(Map<K, Lazy<V>> values) {
        this.values = values;
    }

    /** A map and one value more, in place of one with the same key; what was not made yet stays so. */
    static <K, V> Map<K, V> plus(Map<K, V> map, K key, Lazy<V> value) {
        Map<K, Lazy<V>> more = new LinkedHashMap<>();
        if (map instanceof LazyMap<K, V> lazy) {
            more.putAll(lazy.values);
        } else {
            map.forEach((known, old) -> more.put(known, Lazy.of(old)));
        }
        more.put(key, value);
        return new LazyMap<>(more);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        Lazy<V> value = values.get(key);
        return value == null ? null : value.get();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return values.containsKey(key);
    }

    @Override
    public Set<K> keySet() {
        return Collections.unmodifiableSet(values.keySet());
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return values.size();
            }

            @Override
            public Iterator<Entry<K, V>> iterator() {
                return values.entrySet().stream()
                        .<Entry<K, V>>map(entry ->
                                Map.entry(entry.getKey(), entry.getValue().get()))
                        .iterator();
            }
        };
    }
}
