package nl.betekenisvolmeten.indicators.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cache of results for recently seen texts: the same wrong code in a million rows is looked up once. Few long texts
 * are kept, so that memory stays small. Not thread-safe.
 */
final class RecentTexts<V> {

    private static final int LONG = 200;

    private final Map<String, V> shorter = new Recent<>(1_000);
    private final Map<String, V> longer = new Recent<>(8);

    /** Returns the result for a text, made unless it is remembered. */
    V get(String text, Function<String, V> make) {
        return of(text).computeIfAbsent(text, make);
    }

    Optional<V> find(String text) {
        return Optional.ofNullable(of(text).get(text));
    }

    void put(String text, V value) {
        of(text).put(text, value);
    }

    private Map<String, V> of(String text) {
        return text.length() < LONG ? shorter : longer;
    }

    /** Evicts the least recently used entry. */
    private static final class Recent<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        /** The maximum number of entries. */
        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
        }
    }
}
