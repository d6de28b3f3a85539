package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * Definitions of one kind, by their ids. Immutable and thread-safe. A bundled definition is read when it is first asked
 * for, and once.
 *
 * @param <K> what identifies a definition: a {@link FormatId} where versions exist, a name elsewhere
 * @param <T> the kind of definition
 */
public final class Catalogue<K extends Comparable<K>, T> {

    private final Map<K, Lazy<T>> definitions;

    private Catalogue(Map<K, Lazy<T>> definitions) {
        this.definitions = definitions;
    }

    /** Returns an empty catalogue that keeps definitions in the order in which they are added. */
    static <K extends Comparable<K>, T> Catalogue<K, T> empty() {
        return new Catalogue<K, T>(new LinkedHashMap<>());
    }

    /** Returns an empty catalogue that keeps definitions in the order of their ids. */
    static <K extends Comparable<K>, T> Catalogue<K, T> sorted() {
        return new Catalogue<K, T>(new TreeMap<>());
    }

    /**
     * Returns the definition with an id.
     *
     * @param id the id
     * @return the definition, or empty when there is none
     * @throws IndicatorsException if it is a bundled definition that is missing or broken
     */
    public Optional<T> find(K id) {
        return Optional.ofNullable(definitions.get(id)).map(Lazy::get);
    }

    /**
     * Returns the definition with an id that is known to be there.
     *
     * @param id the id
     * @return the definition
     * @throws IllegalArgumentException if there is none
     * @throws IndicatorsException if it is a bundled definition that is missing or broken
     */
    public T get(K id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no definition " + id));
    }

    /**
     * Returns the latest version of a definition.
     *
     * @param name its name, without version
     * @return the definition with the highest version, or empty if there is none of that name
     * @throws IndicatorsException if it is a bundled definition that is missing or broken
     */
    public Optional<T> latest(String name) {
        return definitions.keySet().stream()
                .filter(id -> name.equals(id instanceof FormatId versioned ? versioned.name() : id.toString()))
                .max(Comparator.naturalOrder())
                .flatMap(this::find);
    }

    /**
     * Returns all definitions.
     *
     * @return formats by name, then by version; definitions of other kinds in the order in which they were added
     * @throws IndicatorsException if a bundled definition is missing or broken
     */
    public List<T> all() {
        return definitions.values().stream().map(Lazy::get).toList();
    }

    /**
     * Returns the ids, without reading any definition.
     *
     * @return the ids, in the order of {@link #all}
     */
    public Set<K> ids() {
        return Collections.unmodifiableSet(definitions.keySet());
    }

    /** Returns the definition that a required property names; empty, and noted, when there is no such definition. */
    Optional<T> named(ObjectReader in, String property) {
        Map<String, K> names = new LinkedHashMap<>();
        definitions.keySet().forEach(id -> names.put(id.toString(), id));
        return in.reference(property, names).flatMap(this::find);
    }

    /** Returns a copy without the definition with an id. */
    Catalogue<K, T> without(K id) {
        Map<K, Lazy<T>> fewer = new LinkedHashMap<>(definitions);
        fewer.remove(id);
        return new Catalogue<>(fewer);
    }

    /** Returns a copy that changes each definition when it is first asked for. */
    Catalogue<K, T> map(UnaryOperator<T> change) {
        Map<K, Lazy<T>> changed = definitions instanceof TreeMap ? new TreeMap<>() : new LinkedHashMap<>();
        definitions.forEach((id, known) -> changed.put(id, new Lazy<>(() -> change.apply(known.get()))));
        return new Catalogue<>(changed);
    }

    /** Returns a copy with one more, in place of one with the same id. */
    Catalogue<K, T> with(K id, Lazy<T> definition) {
        Map<K, Lazy<T>> more = definitions instanceof TreeMap ? new TreeMap<>() : new LinkedHashMap<>();
        more.putAll(definitions);
        more.put(id, definition);
        return new Catalogue<>(more);
    }
}
